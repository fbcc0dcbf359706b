package intake

import (
	"encoding/json"
	"slices"
	"testing"

	"yueping/app/workbook"
	"yueping/models/fault"
	"yueping/models/month"
)

func bookOf(sheets ...workbook.ReadSheet) *workbook.Read { return &workbook.Read{Sheets: sheets} }

// A clerk's word counts for columns and rows, and what is not named stays as it was guessed.
func TestCorrect(t *testing.T) {
	p, register := smallCity()
	for _, c := range []struct {
		name, text string
		change     func(l *Layout)
		values     []string
		refused    []string
	}{
		{"an unknown column is an indicator", "单位|结案\n乙镇|5", func(l *Layout) { *l.Sheets[0].Column(2) = ColumnLayout{Column: 2, Role: OfIndicator, Key: "closed"} }, values("yi closed 0=5"), nil},
		{"an unknown column is nothing", "单位|应结数|结案\n乙镇|5|4", func(l *Layout) { l.Sheets[0].Column(3).Role = Ignored }, values("yi due 0=5"), nil},
		{"another column of units", "单位|报送|应结数\n乙镇|丁镇|5", func(l *Layout) { l.Sheets[0].Column(1).Role, l.Sheets[0].Column(2).Role = Ignored, UnitNames }, values("ding due 0=5"), nil},
		{"the header further down", "单位|应结数\n单位|办结数\n乙镇|5", func(l *Layout) { l.Sheets[0].Header, l.Sheets[0].First = 2, 3 }, values("yi closed 0=5"), nil},
		{"rows that count", "单位|应结数\n乙镇|5\n丁镇|6\n东县甲镇|7", func(l *Layout) { l.Sheets[0].Last = 3 }, values("yi due 0=5", "ding due 0=6"), nil},
		{"an answer", "单位|应结数\n戊镇|5\n甲镇|6", func(l *Layout) { l.Units = map[string]string{"|戊镇": "ding", "|甲镇": ""} }, values("ding due 0=5"), nil},
		{"what a dash means", "单位|应结数\n乙镇|—", func(l *Layout) { l.Dash = DashNotAssessed }, values("yi due 0=not_assessed"), nil},
		{"two columns of one indicator", "单位|应结数|结案\n乙镇|5|4", func(l *Layout) { *l.Sheets[0].Column(3) = ColumnLayout{Column: 3, Role: OfIndicator, Key: "due"} }, values("yi due 0=5"), values("C1 import.header_twice")},
		{"a sheet that is on, of nobody knows what", "甲|乙\n丙|丁", func(l *Layout) { l.Sheets[0].Off = false }, nil, values("A1 import.no_indicator")},
		{"a header that was not found", "镇|结\n戊|5", func(l *Layout) {
			l.Sheets[0] = SheetLayout{Sheet: "Sheet1", Header: 1, First: 2, Columns: []ColumnLayout{{Column: 1, Role: UnitNames}, {Column: 2, Role: OfIndicator, Key: "closed"}}}
			l.Units = map[string]string{"|戊": "ding"}
		}, values("ding closed 0=5"), nil},
		{"a sheet that is off", "单位|应结数\n乙镇|5", func(l *Layout) { l.Sheets[0].Off = true }, nil, nil},
		{"nothing but a dash", "单位|应结数\n乙镇|—", func(l *Layout) { *l = Layout{Dash: DashNoData} }, values("yi due 0=no_data"), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := bookOf(sheetOf("Sheet1", c.text))
			guess := Guess(book, p, register)
			var given Layout
			text, err := json.Marshal(guess)
			if err != nil || json.Unmarshal(text, &given) != nil {
				t.Fatal(err)
			}
			c.change(&given)
			corrected, err := Correct(book, guess, given, p, register)
			if err != nil {
				t.Fatal(err)
			}
			got := understand(t, book, corrected, p, register)
			if !slices.Equal(got.values, c.values) || !slices.Equal(got.refused, c.refused) {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestCorrectRefuses(t *testing.T) {
	p, register := smallCity()
	for code, change := range map[string]func(l *Layout){
		"import.layout_sheet":  func(l *Layout) { l.Sheets[0].Sheet = "x" },
		"import.layout_column": func(l *Layout) { l.Sheets[0].Columns[1].Column = 99 },
		"import.layout_role":   func(l *Layout) { l.Sheets[0].Columns[1].Role = "x" },
		"import.layout_key":    func(l *Layout) { l.Sheets[0].Columns[1].Key = "rate" },
		"import.layout_units":  func(l *Layout) { l.Sheets[0].Columns[1].Role = UnitNames },
		"import.layout_twice":  func(l *Layout) { l.Sheets[0].Columns[0].Role, l.Sheets[0].Columns[1].Role = Dates, Dates },
		"import.layout_rows":   func(l *Layout) { l.Sheets[0].First = 99 },
		"import.layout_unit":   func(l *Layout) { l.Units = map[string]string{"|x": "x"} },
		"import.layout_month":  func(l *Layout) { l.Sheets[0].Month = "十月" },
		"import.layout_dash":   func(l *Layout) { l.Dash = "x" },
	} {
		book := bookOf(sheetOf("Sheet1", "单位|应结数\n乙镇|5"))
		guess := Guess(book, p, register)
		given := Guess(book, p, register)
		change(&given)
		if _, err := Correct(book, guess, given, p, register); fault.CodeOf(err) != code {
			t.Errorf("%v, want %s", err, code)
		}
	}
}

// What was confirmed once is read without a question next month: in a file of another name, with another
// title, the columns elsewhere and the header in another row.
func TestRecall(t *testing.T) {
	p, register := smallCity()
	first := bookOf(sheetOf("Sheet1", "2019年9月\n单位|结案|得分|主要做法\n戊镇|5|—|3"))
	layout := Guess(first, p, register)
	*layout.Sheets[0].Column(2) = ColumnLayout{Column: 2, Role: OfIndicator, Key: "closed"}
	layout.Sheets[0].Column(4).Role = Ignored
	layout.Dash, layout.Units = DashNoData, map[string]string{"|戊镇": "ding"}
	layout, err := Correct(first, Guess(first, p, register), layout, p, register)
	if err != nil {
		t.Fatal(err)
	}
	kept := Remember(layout)
	if len(kept) != 1 {
		t.Fatalf("%+v", kept)
	}
	memories := map[string]string{kept[0].Fingerprint: kept[0].JSON}
	for name, text := range map[string]string{
		"the same":         "2019年10月\n单位|结案|得分|主要做法\n戊镇|5|—|3",
		"another title":    "某市办件情况\n2019年10月\n单位：件\n单位|结案|得分|主要做法\n戊镇|5|—|3",
		"with full widths": "单 位|结案 |得分|主要做法\n戊镇|5|—|3",
	} {
		book := bookOf(sheetOf("十月", text))
		again := Recall(book, Guess(book, p, register), memories, p, register)
		got := understand(t, book, again, p, register)
		if again.From != Remembered || again.Confidence != 100 || !slices.Equal(got.values, values("ding closed 0=5", "ding score 0=no_data")) || len(got.refused)+len(got.asked) != 0 {
			t.Errorf("%s: %+v, %+v", name, got, again)
		}
	}
	for name, text := range map[string]string{"another header": "单位|结案数|得分|主要做法\n戊镇|5|—|3", "one column more": "单位|结案|得分|主要做法|办结数\n戊镇|5|—|3|1"} {
		book := bookOf(sheetOf("十月", text))
		if again := Recall(book, Guess(book, p, register), memories, p, register); again.From != Guessed {
			t.Errorf("%s: %+v", name, again)
		}
	}
}

// Days of two months have one fingerprint, indicators of two have not.
func TestFingerprint(t *testing.T) {
	same := [][2][]string{
		{{"单位", "2019年9月 1日", "2019年9月 2日"}, {"单 位", "2019年10月 1日", "2019年10月 2日", "2019年10月 3日"}},
		{{"单位", "2019年9月应结数", ""}, {"单位", "２０１９年10月应结数"}},
	}
	for _, pair := range same {
		if fingerprint(pair[0]) != fingerprint(pair[1]) {
			t.Error(pair)
		}
	}
	if fingerprint([]string{"单位", "PM10"}) == fingerprint([]string{"单位", "PM2.5"}) {
		t.Error("two indicators are one")
	}
}

func TestSettle(t *testing.T) {
	p, register := smallCity()
	sheet := func(name string) workbook.ReadSheet { return sheetOf(name, "单位|应结数\n乙镇|5") }
	for _, c := range []struct {
		name   string
		sheets []workbook.ReadSheet
		asked  month.Month
		path   string
		want   month.Month
		on     int
		code   string
	}{
		{"a sheet a month", []workbook.ReadSheet{sheet("2019年8月"), sheet("2019年9月"), sheet("2019年10月")}, october, "", october, 1, ""},
		{"a table a month", []workbook.ReadSheet{sheetOf("附", "2019年10月\n单位|应结数\n乙镇|5\n\n2019年9月得分\n单位|得分\n乙镇|99")}, october, "", october, 1, ""},
		{"several, and none asked for", []workbook.ReadSheet{sheet("2019年9月"), sheet("2019年10月")}, 0, "", 0, 0, "import.two_months"},
		{"the only one", []workbook.ReadSheet{sheet("2019年10月"), sheet("附")}, 0, "", october, 2, ""},
		{"the file's name", []workbook.ReadSheet{sheet("附")}, 0, "/x/2019-10 办件.xlsx", october, 1, ""},
		{"a short year", []workbook.ReadSheet{sheet("19年10月")}, 0, "/x/19-10.xlsx", 0, 0, "import.month_needed"},
		{"this month", []workbook.ReadSheet{sheet("本月")}, 0, "", 0, 0, "import.month_needed"},
		{"another", []workbook.ReadSheet{sheet("2019年9月")}, october, "", 0, 0, "import.other_month"},
		{"when it was made", []workbook.ReadSheet{sheetOf("附", "2019年10月办件|填报日期：2019年11月3日\n单位|应结数\n乙镇|5")}, 0, "", october, 1, ""},
		{"a column of months", []workbook.ReadSheet{sheetOf("附", "月份|单位|应结数\n2019-10|乙镇|5")}, 0, "", october, 1, ""},
	} {
		book := bookOf(c.sheets...)
		layout := Guess(book, p, register)
		at, err := Settle(&layout, book, p, register, c.asked, 0, c.path)
		on := 0
		for _, s := range layout.Sheets {
			if !s.Off {
				on++
			}
		}
		if fault.CodeOf(err) != c.code || err == nil && (at != c.want || on != c.on) {
			t.Errorf("%s: %s, %d on, %v", c.name, at, on, err)
		}
	}
}

// What is hidden is named, and never read.
func TestHidden(t *testing.T) {
	p, register := smallCity()
	sheet := sheetOf("Sheet1", "单位|应结数|办结数\n乙镇|5|4\n丁镇|6|5\n东县甲镇|7|6")
	sheet.HiddenRows[3], sheet.HiddenColumns[3] = true, true
	book := bookOf(sheet)
	book.Hidden = []workbook.ReadSheet{sheetOf("旧", "单位|应结数\n乙镇|9"), sheetOf("码", "甲|乙\n1|2")}
	got := understand(t, book, Guess(book, p, register), p, register)
	if !slices.Equal(got.values, values("yi due 0=5", "jia due 0=7")) || !slices.Equal(got.left, values("A1 import.left_hidden_sheet", "C1 import.left_hidden_column", "A3 import.left_hidden")) {
		t.Errorf("%+v", got)
	}
}
