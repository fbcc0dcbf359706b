package intake

import (
	"testing"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/number"
)

func bound(s string) *number.Number { n := number.MustParse(s); return &n }

var (
	count = &models.Indicator{Key: "due", Name: "应结数", Measure: "件", Min: bound("0")}
	score = &models.Indicator{Key: "score", Name: "得分", Measure: "分", Decimals: 2, Min: bound("0"), Max: bound("100")}
	level = &models.Indicator{Key: "level", Name: "水位", Decimals: 2}
	ratio = &models.Indicator{Key: "rate", Name: "满意率", Measure: "%", Percent: true, Decimals: 2, Min: bound("0"), Max: bound("1")}
	grown = &models.Indicator{Key: "growth", Name: "增长率", Measure: "%", Percent: true, Decimals: 2}
	dust  = &models.Indicator{Key: "pm10", Name: "PM10", Measure: "μg/m³"}
	gas   = &models.Indicator{Key: "co", Name: "CO", Measure: "mg/m³", Decimals: 1, Thousandfold: bound("20")}
	money = &models.Indicator{Key: "cost", Name: "投入", Measure: "万元", Decimals: 1}
	yuan  = &models.Indicator{Key: "fee", Name: "费用", Measure: "元", Decimals: 2}
)

func textCell(s string) workbook.ReadCell { return workbook.ReadCell{Column: 2, Row: 2, Text: s} }

func figureCell(s string) workbook.ReadCell {
	return workbook.ReadCell{Column: 2, Row: 2, Number: bound(s)}
}

func percentCell(s string) workbook.ReadCell {
	cell := figureCell(s)
	cell.Percent = true
	return cell
}

// brief is a value as a test writes it: the number, the state, blank, or the refusal's code.
func brief(v Value) string {
	switch {
	case v.Fault != nil:
		return v.Fault.Code
	case v.Blank:
		return "blank"
	case v.Cell.State == models.IsNumber:
		return v.Cell.Value.String()
	}
	return string(v.Cell.State)
}

func TestText(t *testing.T) {
	nan, many := "number.not_a_number", "number.too_many_decimals"
	unit, several, inexact, marked := "import.value_measure", "import.value_several", "import.value_inexact", "import.value_marked"
	letters, brackets, science, unclear := "import.value_letters", "import.value_brackets", "import.value_scientific", "number.percent_unclear"
	for _, c := range []struct {
		ind        *models.Indicator
		text       string
		want       string
		suggestion string
	}{
		// numbers
		{count, "0", "0", ""}, {count, "０", "0", ""}, {count, "00", "0", ""}, {count, "1238", "1238", ""}, {count, "1,238", "1238", ""},
		{count, "１，２３８", "1238", ""}, {count, "１２３", "123", ""}, {count, "1 238", "1238", ""}, {count, "1\u00a0238", "1238", ""},
		{count, "　35\u00a0", "35", ""}, {count, "\u200b35\ufeff", "35", ""}, {count, "'35", "35", ""}, {count, "’35", "35", ""}, {count, "35\n", "35", ""},
		{count, "35.", "35", ""}, {count, "35。", "35", ""}, {count, "+35", "35", ""}, {count, "12.0", "12", ""},
		{score, "61.50", "61.5", ""}, {score, "６１．５", "61.5", ""}, {score, "61。5", "61.5", ""}, {score, ".5", "0.5", ""}, {score, "1e", unit, ""},
		{level, "-3", "-3", ""}, {level, "－3", "-3", ""}, {level, "−3", "-3", ""}, {level, "- 3", "-3", ""}, {level, "-0", "0", ""}, {level, "-1,234.5", "-1234.5", ""},
		// with its unit
		{count, "1,238件", "1238", ""}, {count, "1238 件", "1238", ""}, {count, "35个", "35", ""}, {count, "35（件）", "35", ""}, {score, "85分", "85", ""}, {level, "85分", "85", ""}, {level, "3件", "3", ""},
		{dust, "35μg/m³", "35", ""}, {dust, "35µg/m3", "35", ""}, {dust, "35ug/m3", "35", ""}, {dust, "35 微克/立方米", "35", ""}, {dust, "35微克每立方米", "35", ""}, {dust, "３５μｇ／ｍ³", "35", ""},
		{gas, "0.6mg/m³", "0.6", ""}, {gas, "0.6毫克/立方米", "0.6", ""}, {money, "12.5万元", "12.5", ""},
		{count, "35户", unit, ""}, {score, "85件", unit, ""}, {dust, "35ppm", unit, ""}, {dust, "0.035mg/m³", unit, "35"}, {dust, "35mg", unit, ""}, {count, "μg/m³", nan, ""},
		{count, "35%", "number.percent_unexpected", ""}, {score, "85％", "number.percent_unexpected", ""}, {ratio, "96.17‰", unit, ""}, {ratio, "96分", unit, ""},
		// tens of thousands
		{count, "1.2万", "12000", ""}, {count, "1.2 万件", "12000", ""}, {count, "１．２万", "12000", ""}, {count, "3亿", "300000000", ""}, {level, "1.2万", "12000", ""}, {yuan, "1.25万元", "12500", ""},
		{count, "1.23456万", many, "12346"}, {money, "3万", unit, ""}, {dust, "3万", unit, ""}, {score, "0.01万", unit, ""}, {ratio, "3万", unit, ""}, {count, "1.2万户", unit, ""}, {count, "万", nan, ""}, {count, "3千", unit, ""},
		// per cent
		{ratio, "96.17%", "0.9617", ""}, {ratio, "96.17 ％", "0.9617", ""}, {ratio, "96.17（%）", "0.9617", ""}, {ratio, "96.17", "0.9617", ""}, {ratio, "0.5%", "0.005", ""}, {ratio, "0", "0", ""}, {ratio, "100", "1", ""},
		{ratio, "0.9617", "0.9617", ""}, {ratio, "0.96", unclear, ""}, {ratio, "1", unclear, ""}, {ratio, "0.5", unclear, ""}, {ratio, "0.96174", unclear, ""},
		{ratio, "96.175", many, "96.18%"}, {ratio, "96.175%", many, "96.18%"}, {ratio, "0.9617%", many, "0.96%"}, {ratio, "101", "value.above", ""}, {ratio, "-1%", "value.below", ""}, {grown, "-12.5%", "-0.125", ""}, {grown, "-0.5", unclear, ""},
		// states and dashes
		{count, "无数据", "no_data", ""}, {count, " 无 数 据 ", "no_data", ""}, {count, "（无数据）", "no_data", ""}, {count, "无", "no_data", ""}, {count, "未监测", "no_data", ""}, {count, "缺测", "no_data", ""}, {count, "缺数据", "no_data", ""},
		{count, "数据缺失", "no_data", ""}, {count, "停运", "no_data", ""}, {count, "本月停运。", "no_data", ""}, {count, "no data", "no_data", ""},
		{count, "不参评", "not_assessed", ""}, {count, "本月不参评", "not_assessed", ""}, {count, "不参加考评", "not_assessed", ""}, {count, "免考", "not_assessed", ""}, {count, "免考核", "not_assessed", ""}, {count, "不考核", "not_assessed", ""}, {count, "不参与", "not_assessed", ""},
		{count, "", "blank", ""}, {count, " 　\u00a0", "blank", ""}, {count, "\u200b\ufeff", "blank", ""}, {count, "'", "blank", ""},
		// what is no value
		{count, "约35", inexact, ""}, {count, "35左右", inexact, ""}, {score, ">95", inexact, ""}, {score, "＜0.01", inexact, ""}, {score, "≥95", inexact, ""}, {score, "95以上", inexact, ""}, {score, "95+", inexact, ""}, {count, "35？", inexact, ""}, {score, "35±2", inexact, ""}, {count, "35（约）", inexact, ""},
		{count, "35*", marked, "35"}, {count, "*35", marked, "35"}, {count, "35（修约）", marked, "35"}, {count, "35①", marked, "35"}, {count, "35[1]", marked, "35"}, {count, "1,238※", marked, "1238"},
		{count, "12-3", several, ""}, {count, "1.2.3", several, ""}, {count, "3/4", several, ""}, {count, "3月1日", several, ""}, {count, "2019-03-01", several, ""}, {count, "30~40", several, ""}, {count, "30—40", several, ""}, {count, "12 34", several, ""}, {count, "12:30", several, ""},
		{score, "O.5", letters, "0.5"}, {score, "o.5", letters, "0.5"}, {count, "l2", letters, "12"}, {count, "1O0", letters, "100"}, {ratio, "9O.5%", letters, "90.5%"}, {count, "1〇0", letters, "100"}, {count, "O", nan, ""},
		{level, "(35)", brackets, "-35"}, {level, "（1,234.5）", brackets, "-1234.5"}, {count, "(35)", brackets, ""},
		{count, "1.2E+03", science, "1200"}, {level, "1.2e-1", science, "0.12"}, {level, "1e30", science, ""},
		{count, "3,5", nan, ""}, {count, "12,34", nan, ""}, {count, "五", nan, ""}, {count, "一", nan, ""}, {count, "w", nan, ""}, {count, "待报", nan, ""}, {count, "√", nan, ""}, {count, ".", nan, ""}, {count, "+-5", nan, ""}, {count, "甲35乙", nan, ""}, {count, "=1+1", nan, ""},
		{count, "TRUE", "import.value_truth", ""}, {count, "#DIV/0!", "workbook.error_value", ""}, {count, "#VALUE!", "workbook.error_value", ""},
		// as many digits as the indicator has
		{count, "1.5", many, "2"}, {count, "2.5件", many, "2"}, {score, "61.567", many, "61.57"}, {score, "2.345", many, "2.34"}, {level, "0.92622950819672131147", many, "0.93"}, {level, "12345678901234567890", "number.too_many_digits", ""},
		{count, "-1", "value.below", ""}, {score, "100.5", "value.above", ""}, {dust, "-5", "value.below", ""},
	} {
		v := NewColumn(c.ind, []workbook.ReadCell{textCell(c.text)}, ColumnOptions{}).Read(textCell(c.text))
		if got := brief(v); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.ind.Name, c.text, got, c.want)
			continue
		}
		if v.Fault == nil {
			continue
		}
		if got, _ := v.Fault.Args["suggestion"].(string); got != c.suggestion {
			t.Errorf("%s %q suggests %q, want %q", c.ind.Name, c.text, got, c.suggestion)
		}
		if v.Cell.State != models.NotReported || v.Blank || v.Fault.Args["indicator"] != c.ind.Name || v.Fault.Args["text"] == "" {
			t.Errorf("%s %q: %+v", c.ind.Name, c.text, v)
		}
	}
}

func TestDashes(t *testing.T) {
	meanings := map[Dash]string{DashUnclear: "import.dash_unclear", DashNoData: "no_data", DashNotAssessed: "not_assessed", DashNotReported: "blank"}
	for _, dash := range []string{"—", "–", "-", "－", "——", "--", "---", "―", "─", "/", "／", "//", "\\", "*", "×", "NA", "N/A", "n/a", "#N/A", "N.A.", "NULL", "（—）", " - "} {
		for meaning, want := range meanings {
			v := NewColumn(score, nil, ColumnOptions{Dash: meaning}).Read(textCell(dash))
			if got := brief(v); got != want || !v.Dash {
				t.Errorf("%q as %q: %s (%v), want %s", dash, meaning, got, v.Dash, want)
			}
		}
	}
	// What a dash means tells nothing of an error, of a zero or of a word.
	broken := workbook.ReadCell{Fault: fault.New("workbook.error_value", "text", "#N/A")}
	for _, c := range []struct {
		cell workbook.ReadCell
		want string
	}{{broken, "workbook.error_value"}, {figureCell("0"), "0"}, {textCell("0"), "0"}, {textCell("无数据"), "no_data"}, {textCell("不参评"), "not_assessed"}, {textCell(""), "blank"}, {textCell("-3"), "value.below"}} {
		if v := NewColumn(score, nil, ColumnOptions{Dash: DashNotReported}).Read(c.cell); brief(v) != c.want || v.Dash {
			t.Errorf("%+v: %s", c.cell, brief(v))
		}
	}
}

func TestCells(t *testing.T) {
	date := workbook.ReadCell{Text: "2019-03-01", Date: true}
	for _, c := range []struct {
		name string
		ind  *models.Indicator
		cell workbook.ReadCell
		want string
	}{
		{"a number", count, figureCell("5"), "5"},
		{"a count with decimals", count, figureCell("5.5"), "number.too_many_decimals"},
		{"a rate in a per cent cell", ratio, percentCell("0.9617"), "0.9617"},
		{"half a per cent in one", ratio, percentCell("0.005"), "0.005"},
		{"a whole rate in one", ratio, percentCell("1"), "1"},
		{"per cents in one", ratio, percentCell("96.17"), "value.above"},
		{"a per cent cell of a count", count, percentCell("0.5"), "number.percent_unexpected"},
		{"a date", count, date, "import.value_date"},
		{"a date for a rate", ratio, date, "import.value_date"},
		{"an error", count, workbook.ReadCell{Fault: fault.New("workbook.formula_without_result", "formula", "A1")}, "workbook.formula_without_result"},
		{"nothing", count, workbook.ReadCell{}, "blank"},
	} {
		v := NewColumn(c.ind, []workbook.ReadCell{c.cell}, ColumnOptions{}).Read(c.cell)
		if brief(v) != c.want {
			t.Errorf("%s: %s, want %s", c.name, brief(v), c.want)
		}
	}
	if v := NewColumn(count, nil, ColumnOptions{}).Read(date); v.Fault.Args["written"] != "3-1" {
		t.Errorf("%v", v.Fault.Args)
	}
}
