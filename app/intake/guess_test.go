package intake

import (
	"slices"
	"testing"
)

func values(v ...string) []string { return v }

func TestGuessRowsOfUnits(t *testing.T) {
	row := []string{string(RowIsUnit)}
	for _, c := range []layoutCase{
		{name: "under a title", text: "2019年10月办件情况|>|>\n单位：件\n序号|乡镇|应结案数（件）\n1|乙镇|5\n2|丁镇|6", want: understood{shapes: row, values: values("yi due 0=5", "ding due 0=6"), left: values("A3 import.left_calculated")}},
		{name: "units in the middle", text: "应结数|单位|办结数\n5|乙镇|4", want: understood{shapes: row, values: values("yi due 0=5", "yi closed 0=4")}},
		{name: "units without a header", text: "|应结数\n乙镇|5\n丁镇|6", want: understood{shapes: row, values: values("yi due 0=5", "ding due 0=6")}},
		{name: "units under an unknown header", text: "镇名一览|应结数\n乙镇|5\n丁镇|6", want: understood{shapes: row, values: values("yi due 0=5", "ding due 0=6")}},
		{name: "codes", text: "代码|应结数\n990001002|5\n990002002|6", want: understood{shapes: row, values: values("yi due 0=5", "ding due 0=6")}},
		{name: "a code beside the name", text: "代码|单位|应结数\n990001002|乙镇|5", want: understood{shapes: row, values: values("yi due 0=5"), left: values("A1 import.left_column")}},
		{name: "a county merged down", text: "县区|单位|应结数\n东县|甲镇|1\n^|乙镇|2\n西县|甲镇|3\n^|丁镇|4", want: understood{shapes: row, values: values("jia due 0=1", "yi due 0=2", "bing due 0=3", "ding due 0=4")}},
		{name: "a county in the first row of its block", text: "县区|单位|应结数\n东县|甲镇|1\n|乙镇|2\n西县|丁镇|3\n|甲镇|4", want: understood{shapes: row, values: values("jia due 0=1", "yi due 0=2", "ding due 0=3", "bing due 0=4")}},
		{name: "a name twice in one block", text: "县区|单位|应结数\n东县|甲镇|1\n|甲镇|2", want: understood{shapes: row, values: values("jia due 0=1"), refused: values("B3 unit.ambiguous"), asked: values("|甲镇 1")}},
		{name: "a block of another county", text: "县区|单位|应结数\n东县|乙镇|1\n|丁镇|2", want: understood{shapes: row, values: values("yi due 0=1", "ding due 0=2")}},
		{name: "counties are the units", text: "县区|应结数\n东县|1", want: understood{shapes: row, refused: values("A2 unit.not_in_program")}},
		{name: "captions over names", text: "单位|案件情况|>|得分\n^|应结数|办结数|^\n乙镇|5|4|99.5", want: understood{shapes: row, values: values("yi due 0=5", "yi closed 0=4", "yi score 0=99.5")}},
		{name: "captions that begin to the right", text: "||案件情况|>\n序号|单位|应结数|办结数\n1|乙镇|5|4", want: understood{shapes: row, values: values("yi due 0=5", "yi closed 0=4"), left: values("A2 import.left_calculated")}},
		{name: "this month beside last month", text: "单位|应结数|>|办结数|>\n^|本月|上月|本月|上月\n乙镇|5|9|4|8", want: understood{shapes: row, values: values("yi due 0=5", "yi closed 0=4"), left: values("C2 import.left_calculated", "E2 import.left_calculated")}},
		{name: "last year's", text: "单位|本期|>|上年同期|>\n^|应结数|办结数|应结数|办结数\n乙镇|5|4|9|8", want: understood{shapes: row, values: values("yi due 0=5", "yi closed 0=4"), left: values("D2 import.left_calculated", "E2 import.left_calculated")}},
		{name: "last year's alone", text: "单位|上年同期|>\n^|应结数|办结数\n乙镇|9|8", want: understood{shapes: row, refused: values("C1 import.no_header"), left: values("B1 import.left_calculated")}},
		{name: "three rows of header", text: "单位|案件|>|>\n^|数量|>|得分\n^|应结数|办结数|^\n乙镇|5|4|99", want: understood{shapes: row, values: values("yi due 0=5", "yi closed 0=4", "yi score 0=99")}},
		{name: "a row of measures", text: "单位|应结数|得分\n|件|\n乙镇|5|99", want: understood{shapes: row, values: values("yi due 0=5", "yi score 0=99")}},
		{name: "another table beneath", text: "单位|应结数\n乙镇|5\n\n二、得分情况\n单位|得分\n乙镇|99\n丁镇|98", want: understood{shapes: append(row, row...), values: values("yi due 0=5", "yi score 0=99", "ding score 0=98")}},
		{name: "another table of another month beneath", text: "2019年10月\n单位|应结数\n乙镇|5\n\n2019年9月得分\n单位|得分\n乙镇|99", want: understood{shapes: append(row, row...), values: values("yi due 0=5", "yi score 0=99")}},
		{name: "two tables side by side", text: "单位|得分||单位|得分\n乙镇|99||丁镇|98\n|||东县甲镇|97", want: understood{shapes: row, values: values("yi score 0=99", "ding score 0=98", "jia score 0=97")}},
		{name: "a header again on the next page", text: "单位|应结数\n乙镇|5\n单位|应结数\n丁镇|6", want: understood{shapes: row, values: values("yi due 0=5", "ding due 0=6"), left: values("A3 import.left_header")}},
		{name: "groups, totals, notes and signatures", text: "单位|应结数\n一、乡镇组|\n乙镇|5\n小计|5\n合计|5\n注：以平台为准。|\n填报人：张三|审核人：李四\n联系电话|1234567",
			want: understood{shapes: row, values: values("yi due 0=5"), left: values("A2 import.left_caption", "A4 import.left_total", "A5 import.left_total", "A6 import.left_note", "A7 import.left_note", "A8 import.left_note")}},
		{name: "a calculated rate with its inputs", text: "单位|应结数|办结数|结案率\n乙镇|5|4|80%", want: understood{shapes: row, values: values("yi due 0=5", "yi closed 0=4"), left: values("D1 import.left_calculated")}},
		{name: "a calculated rate without", text: "单位|应结数|结案率\n乙镇|5|80%", want: understood{shapes: row, values: values("yi due 0=5"), refused: values("C1 import.derived_header")}},
		{name: "an unknown column of states", text: "单位|应结数|群众反映\n乙镇|5|无数据", want: understood{shapes: row, values: values("yi due 0=5"), refused: values("C1 import.unknown_header")}},
		{name: "an unknown column of words", text: "单位|应结数|主要问题\n乙镇|5|路灯不亮", want: understood{shapes: row, values: values("yi due 0=5"), left: values("C1 import.left_column")}},
		{name: "running numbers without a header", text: "|单位|应结数\n1|乙镇|5\n2|丁镇|6", want: understood{shapes: row, values: values("yi due 0=5", "ding due 0=6"), left: values("A1 import.left_column")}},
		{name: "this month's by its word", text: "单位|本月应结数|上月应结数\n乙镇|5|9", want: understood{shapes: row, values: values("yi due 0=5"), left: values("C1 import.left_calculated")}},
		{name: "a total where the county stands", text: "县区|单位|应结数\n东县|乙镇|5\n合计||5", want: understood{shapes: row, values: values("yi due 0=5"), left: values("A3 import.left_total")}},
		{name: "no indicator by a known name", text: "单位|结案\n乙镇|5", want: understood{shapes: row, refused: values("B1 import.unknown_header")}},
		{name: "the indicator in the title", text: "2019年10月各乡镇得分\n单位|数值\n乙镇|99", want: understood{shapes: row, values: values("yi score 0=99")}},
		{name: "a name asked about once", text: "单位|应结数|办结数\n甲镇|5|4\n乙镇|1|1\n戊镇|6|5\n戊镇|6|5", want: understood{shapes: row, values: values("yi due 0=1", "yi closed 0=1"),
			refused: values("A2 unit.ambiguous", "A4 unit.unknown", "A5 unit.unknown"), asked: values("|甲镇 1", "|戊镇 2")}},
	} {
		t.Run(c.name, c.run)
	}
}

func TestGuessOtherShapes(t *testing.T) {
	for _, c := range []layoutCase{
		{name: "a column a unit", text: "指标|乙镇|丁镇|合计\n应结数|5|6|11\n办结数|4|5|9", want: understood{shapes: []string{string(ColumnIsUnit)},
			values: values("yi due 0=5", "ding due 0=6", "yi closed 0=4", "ding closed 0=5"), left: values("D1 import.left_calculated")}},
		{name: "a column a unit, one that nobody knows", text: "指标|乙镇|戊镇\n应结数|5|6", want: understood{shapes: []string{string(ColumnIsUnit)},
			values: values("yi due 0=5"), refused: values("C1 unit.unknown"), asked: values("|戊镇 1")}},
		{name: "a column a unit under its county", text: "指标|东县|>|西县\n^|甲镇|乙镇|甲镇\n应结数|1|2|3", want: understood{shapes: []string{string(ColumnIsUnit)}, values: values("jia due 0=1", "yi due 0=2", "bing due 0=3")}},
		{name: "a value a line", text: "单位|指标|数值\n乙镇|应结数|5\n乙镇|办结数|4\n乙镇|结案率|0.8\n丁镇|应结|6", want: understood{shapes: []string{string(RowIsValue)},
			values: values("yi due 0=5", "yi closed 0=4"), refused: values("B5 import.unknown_indicator"), left: values("B4 import.left_calculated")}},
		{name: "a form of one unit", sheet: "乙镇", text: "2019年10月填报表|>|>\n指标|计量单位|数值\n应结数|件|5\n办结数|件|4", want: understood{shapes: []string{string(RowIsValue)},
			values: values("yi due 0=5", "yi closed 0=4"), left: values("B2 import.left_calculated")}},
		{name: "lines of several months", text: "月份|单位|指标|数值\n2019-09|乙镇|应结数|4\n2019年10月|乙镇|应结数|5", want: understood{shapes: []string{string(RowIsValue)}, values: values("yi due 0=5"), left: values("A2 import.left_month")}},
		{name: "a day a row", text: "日期|乙镇|丁镇\n1|5|6\n平均|5|6", sheet: "PM10", want: understood{shapes: []string{string(RowIsDay)}, values: values("yi pm10 1=5", "ding pm10 1=6"), left: values("A3 import.left_total")}},
		{name: "a value a line by day", text: "日期|单位|污染物|监测值\n1|乙镇|PM10|5", want: understood{shapes: []string{string(RowIsValue)}, values: values("yi pm10 1=5")}},
		{name: "a day a column under its indicator", text: "单位|PM10（μg/m³）|>|平均\n^|1|2|^\n乙镇|5|6|5", want: understood{shapes: []string{string(ColumnIsDay)}, values: values("yi pm10 1=5", "yi pm10 2=6"), left: values("D1 import.left_calculated")}},
	} {
		t.Run(c.name, c.run)
	}
}

// Where nothing is reported by day, dates say the month of their rows.
func TestGuessDatesOfMonths(t *testing.T) {
	p, register := smallCity()
	p.Indicators[3].FromDays = ""
	book := bookOf(sheetOf("Sheet1", "日期|单位|应结数\n2019-09-30|乙镇|4\n2019-10-31|乙镇|5"))
	got := understand(t, book, Guess(book, p, register), p, register)
	if !slices.Equal(got.values, values("yi due 0=5")) || !slices.Equal(got.left, values("A2 import.left_month")) {
		t.Errorf("%+v", got)
	}
}
