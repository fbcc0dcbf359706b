package app

import (
	"testing"

	"yueping/app/workbook"
)

// One pollutant with a row a day and a column a unit.
func TestImportAUnitAColumn(t *testing.T) {
	for _, c := range []sheetCase{
		{name: "the indicator in the title", title: "2019年8月PM10日均浓度（μg/m³）", rows: [][]any{{"日期", "乙镇", "丁镇"}, {"2019-08-01", 1, 2}, {"8月2日", "", "无数据"}, {3, 5, 6}},
			values: []string{"yi pm10 1=1", "ding pm10 1=2", "ding pm10 2=no_data", "yi pm10 3=5", "ding pm10 3=6"}},
		{name: "the indicator in the sheet's name", sheet: "O3-8h", rows: [][]any{{"日期", "东县乙镇", "西县甲镇"}, {1, 1, 2}}, values: []string{"yi o3 1=1", "bing o3 1=2"}},
		{name: "means beside and beneath", sheet: "PM2.5", rows: [][]any{{"序号", "日期", "乙镇", "平均", "备注"}, {1, 1, 5, 5, "晴"}, {"", "月均值", 5, 5, ""}},
			values: []string{"yi pm25 1=5"}, left: []string{"A1 import.left_calculated", "D1 import.left_calculated", "E1 import.left_calculated", "B3 import.left_total"}},
		{name: "one of two of a name, and none", sheet: "PM10", rows: [][]any{{"日期", "乙镇", "甲镇", "丙镇"}, {1, 1, 2, 3}, {2, 1, 2, 3}},
			values: []string{"yi pm10 1=1", "yi pm10 2=1"}, refused: []string{"C1 unit.ambiguous", "D1 unit.unknown"}},
		{name: "an unknown name over an empty column", sheet: "PM10", rows: [][]any{{"日期", "乙镇", "丙镇"}, {1, 1, ""}}, values: []string{"yi pm10 1=1"}},
		{name: "a unit twice", sheet: "PM10", rows: [][]any{{"日期", "乙镇", "乙乡"}, {1, 1, 2}, {2, 3, 3}}, values: []string{"yi pm10 1=1", "yi pm10 2=3"}, refused: []string{"C2 import.twice"}, left: []string{"C3 import.left_twice"}},
		{name: "no indicator", rows: [][]any{{"日期", "乙镇", "丁镇"}, {1, 1, 2}}, refused: []string{"A1 import.sheet_indicator"}},
		{name: "two indicators", sheet: "PM10", title: "PM2.5日值", rows: [][]any{{"日期", "乙镇", "丁镇"}, {1, 1, 2}}, refused: []string{"A2 import.sheet_indicators"}},
		{name: "in micrograms", sheet: "CO（μg／m³）", rows: [][]any{{"日期", "乙镇"}, {1, 800}}, refused: []string{"B2 import.thousandth"}},
		{name: "of another month", sheet: "PM10", rows: [][]any{{"日期", "乙镇"}, {"2019-07-31", 1}, {"8月31日", 2}}, values: []string{"yi pm10 31=2"}, refused: []string{"A2 import.date_other_month"}},
	} {
		t.Run(c.name, c.run)
	}
}

func TestImportAHeaderOfTwoRows(t *testing.T) {
	for _, c := range []sheetCase{
		{name: "a month over its days", rows: [][]any{{"单位", "县区", "指标", "8月", "", "", ""}, {"", "", "", 1, "2", "3日", "月均"}, {"乙镇", "东县", "PM2.5", 1, 2, 3, 2}},
			values: []string{"yi pm25 1=1", "yi pm25 2=2", "yi pm25 3=3"}, left: []string{"G2 import.left_calculated"}},
		{name: "under a title", sheet: "PM10", title: "空气质量日值", rows: [][]any{{"单位", "2019年8月", ""}, {"", 1, 2}, {"乙镇", 1, 2}}, values: []string{"yi pm10 1=1", "yi pm10 2=2"}},
		{name: "another month over its days", sheet: "PM10", rows: [][]any{{"单位", "7月", ""}, {"", 1, 2}, {"乙镇", 1, 2}}, refused: []string{"B3 import.bad_day_column", "C3 import.bad_day_column"}},
		{name: "the indicator over the days", rows: [][]any{{"乡镇", "PM10日均浓度（μg/m³）", ""}, {"", "1日", "2日"}, {"乙镇", 1, 2}}, values: []string{"yi pm10 1=1", "yi pm10 2=2"}},
		{name: "words over indicators", rows: [][]any{{"日期", "单位", "污染物浓度", "", "AQI"}, {"", "", "PM10", "CO", ""}, {1, "乙镇", 5, "0.5", 50}},
			values: []string{"yi pm10 1=5", "yi co 1=0.5"}, left: []string{"E1 import.left_calculated"}},
		// The second row is values, whatever their numbers.
		{name: "days of one row", sheet: "PM10", rows: [][]any{{"单位", "1日", "2日"}, {"乙镇", 1, 2}}, values: []string{"yi pm10 1=1", "yi pm10 2=2"}},
		{name: "a first row of numbers", sheet: "乙镇", rows: [][]any{{"日期", "PM10", "PM2.5"}, {1, 2, 3}}, values: []string{"yi pm10 1=2", "yi pm25 1=3"}},
	} {
		t.Run(c.name, c.run)
	}
}

// A caption may say what its columns do not: an indicator, a unit, a measure, another year.
func TestImportCaptions(t *testing.T) {
	for _, c := range []sheetCase{
		{name: "two indicators over their days", rows: [][]any{{"单位", "PM10", "", "PM2.5", ""}, {"", 1, 2, 1, 2}, {"乙镇", 1, 2, 3, 4}},
			values: []string{"yi pm10 1=1", "yi pm10 2=2", "yi pm25 1=3", "yi pm25 2=4"}},
		{name: "two units over their indicators", rows: [][]any{{"日期", "乙镇", "", "丁镇", ""}, {"", "PM10", "CO", "PM10", "CO"}, {1, 5, "0.5", 6, "0.6"}},
			values: []string{"yi pm10 1=5", "yi co 1=0.5", "ding pm10 1=6", "ding co 1=0.6"}},
		{name: "a unit that nobody knows", rows: [][]any{{"日期", "甲镇", "", "丁镇", ""}, {"", "PM10", "CO", "PM10", "CO"}, {1, 5, "0.5", 6, "0.6"}},
			values: []string{"ding pm10 1=6", "ding co 1=0.6"}, refused: []string{"B2 unit.ambiguous", "C2 unit.ambiguous"}},
		{name: "a measure over several", rows: [][]any{{"日期", "单位", "浓度（mg/m³）", ""}, {"", "", "PM10", "CO"}, {1, "乙镇", 5, "0.5"}},
			values: []string{"yi co 1=0.5"}, refused: []string{"C2 import.other_measure"}},
		{name: "last year's beside this year's", rows: [][]any{{"日期", "单位", "浓度", "", "上年同期", ""}, {"", "", "PM10", "CO", "PM10", "CO"}, {1, "乙镇", 5, "0.5", 6, "0.6"}},
			values: []string{"yi pm10 1=5", "yi co 1=0.5"}, left: []string{"E2 import.left_calculated", "F2 import.left_calculated"}},
	} {
		t.Run(c.name, c.run)
	}
}

func TestImportRefusesAHeaderOfAnotherMonth(t *testing.T) {
	w, _ := dailyCity(t)
	_, err := w.ReadImport(t.Context(), ImportRequest{Program: "air", Month: august, Path: xlsx(t, [][]any{{"单位", "指标", "2019年7月", ""}, {"", "", 1, 2}, {"乙镇", "PM10", 1, 2}})})
	refused(t, err, "import.other_month")
	_, err = w.ReadImport(t.Context(), ImportRequest{Program: "air", Month: august, Path: xlsx(t, [][]any{{"日期", "单位", "上年同期", ""}, {"", "", "PM10", "CO"}, {1, "乙镇", 5, "0.5"}})})
	refused(t, err, "import.no_table")
}

// A sheet of other columns beside dates stays one that is named and not read.
func TestImportLeavesOtherSheetsOfDates(t *testing.T) {
	w, _ := dailyCity(t)
	i := readAir(t, w, august, xlsxOf(t, workbook.Book{Sheets: []workbook.Sheet{
		sheetOf("PM10", [][]any{{"日期", "乙镇"}, {1, 2}}),
		sheetOf("天气", [][]any{{"日期", "天气", "风向"}, {1, "晴", "东"}})}}))
	values, refused, left := brief(i)
	if len(values) != 1 || len(refused) != 0 || len(left) != 1 || left[0] != "A1 import.left_sheet" {
		t.Error(values, refused, left)
	}
}
