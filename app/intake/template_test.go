package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/app/workbook"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

func templateKeys() *TemplateKeys {
	return &TemplateKeys{City: "shi", CityName: "某市", Program: "count", ProgramName: "办件", Month: month.Of(2019, 10), Guide: "填表说明", Words: [2]string{"无数据", "不参评"},
		Tables: []TemplateTable{{Unit: "单位", County: "县区", Rest: "未填项记为", Others: []string{"上月"}, Notes: []string{"说明"},
			Units:      []TemplateUnit{{"jia", "甲镇", "东县"}, {"yi", "乙镇", "东县"}, {"bing", "甲镇", "西县"}},
			Indicators: []TemplateIndicator{{"due", "应结数（件）"}, {"rate", "满意率"}}}}}
}

// templateLines makes a sheet of lines; numbers are numbers.
func templateLines(name string, lines ...string) workbook.ReadSheet {
	s := workbook.ReadSheet{Name: name, HiddenColumns: map[int]bool{}}
	for i, line := range lines {
		var row []workbook.ReadCell
		for j, text := range strings.Split(line, "|") {
			cell := workbook.ReadCell{Column: int32(j + 1), Row: int32(i + 1), Text: text}
			if n, err := number.Parse(text); err == nil && text != "" {
				cell.Text, cell.Number = "", &n
			}
			row = append(row, cell)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

const templateHeader = "单位|县区|应结数\n（件）|上月|满意率|未填项记为|yueping-template:0"

func templateBook(keys *TemplateKeys, sheets ...workbook.ReadSheet) *workbook.Read {
	hidden := workbook.ReadSheet{Name: TemplateSheetName}
	for i, row := range keys.Sheet().Rows {
		var line []workbook.ReadCell
		for j, text := range row {
			line = append(line, workbook.ReadCell{Column: int32(j + 1), Row: int32(i + 1), Text: text})
		}
		hidden.Rows = append(hidden.Rows, line)
	}
	return &workbook.Read{Sheets: append(sheets, templateLines("填表说明", "填表说明", "指标|计量")), Hidden: []workbook.ReadSheet{hidden}}
}

// everybody keeps everything but 乙镇 the rate; 丙 has left.
var everybody = TemplateMonth{Has: func(string) bool { return true }, Keeps: func(unit, indicator string) bool { return unit != "yi" || indicator != "rate" }}

// valuesOf reads a template's copy by its layout.
func valuesOf(t *FilledTemplate) []string {
	var result []string
	for n, s := range t.Layout.Sheets {
		sheet := t.Book.Sheets[n]
		for i := s.First; i <= s.Last; i++ {
			row := sheet.Rows[i-1]
			if row == nil {
				continue
			}
			var name, county string
			for _, c := range s.Columns {
				switch c.Role {
				case UnitNames:
					name = row[c.Column-1].Text
				case Counties:
					county = row[c.Column-1].Text
				}
			}
			for _, c := range s.Columns {
				if c.Role == OfIndicator && c.Column <= len(row) && !row[c.Column-1].Blank() {
					unit := t.Layout.Units[QuestionKey(county, name)]
					result = append(result, fmt.Sprint(unit, " ", c.Key, " ", row[c.Column-1].Name(), "=", row[c.Column-1].Shown()))
				}
			}
		}
	}
	return result
}

func remarkCodes(remarks []TemplateRemark) []string {
	var result []string
	for _, r := range remarks {
		result = append(result, strings.TrimSpace(r.At+" "+r.Reason.Code))
	}
	return result
}

func TestFromTemplate(t *testing.T) {
	title := "某市办件 2019年10月数据填报表"
	for _, c := range []struct {
		name                  string
		lines                 []string
		values, refused, left []string
		code                  string
	}{
		{name: "as it was written", lines: []string{title, templateHeader, "甲镇|东县|5|7|0.9|", "甲镇|东县|5|7|0.9||jia", "乙镇|东县|||||yi", "甲镇|西县|无数据|3|||bing", "说明"},
			values: []string{"jia due C4=5", "jia rate E4=0.9", "bing due C6=无数据"}, refused: []string{"C3 template.row"}},
		{name: "sorted and with rows deleted", lines: []string{title, templateHeader, "甲镇|西县|1||||bing", "甲镇|东县|2||||jia"}, values: []string{"bing due C3=1", "jia due C4=2"}},
		{name: "with a row above and columns moved", lines: []string{"", title, "", "满意率|yueping-template:0|应结数（件）|县区|单位", "0.5|jia|5|东县|甲镇"},
			values: []string{"jia rate A5=0.5", "jia due C5=5"}},
		{name: "a word for what is left blank", lines: []string{title, templateHeader, "甲镇|东县||7||不参评|jia", "乙镇|东县||||无数据|yi", "甲镇|西县|0|||无数据|bing"},
			values: []string{"jia due C3=不参评", "jia rate E3=不参评", "yi due C4=无数据", "bing due C5=0", "bing rate E5=无数据"}},
		{name: "a word beyond the row's end", lines: []string{title, "单位|县区|未填项记为|yueping-template:0|应结数（件）|满意率", "甲镇|东县|不参评|jia"},
			values: []string{"jia due E3=不参评", "jia rate F3=不参评"}},
		{name: "another word for what is left blank", lines: []string{title, templateHeader, "甲镇|东县|1|||0|jia"}, values: []string{"jia due C3=1"}, refused: []string{"F3 template.rest"}},
		{name: "another name", lines: []string{title, templateHeader, "丙镇|东县|1||||jia", "乙镇|东县|2||||yi"}, values: []string{"yi due C4=2"}, refused: []string{"A3 template.unit"}},
		{name: "a name with spaces", lines: []string{title, templateHeader, "甲 镇|东县|1||||jia"}, values: []string{"jia due C3=1"}},
		{name: "another county", lines: []string{title, templateHeader, "甲镇|西县|1||||jia"}, refused: []string{"B3 template.unit"}},
		{name: "a key of nobody", lines: []string{title, templateHeader, "丁镇|东县|1||||ding"}, refused: []string{"C3 template.row"}},
		{name: "a remark under the table", lines: []string{title, templateHeader, "甲镇|东县|1||||jia", "本表已核"}, values: []string{"jia due C3=1"}, left: []string{"A4 template.left_row"}},
		{name: "a column that is gone", lines: []string{title, "单位|县区|应结数（件）|yueping-template:0", "甲镇|东县|1|jia"}, values: []string{"jia due C3=1"}, left: []string{"template.left_column"}},
		{name: "a new column of values", lines: []string{title, templateHeader + "|办结数", "甲镇|东县|1||||jia|9"}, values: []string{"jia due C3=1"}, refused: []string{"H2 template.column"}},
		{name: "a renamed column", lines: []string{title, "单位|县区|应结|满意率|yueping-template:0", "甲镇|东县|1|0.5|jia"}, values: []string{"jia rate D3=0.5"}, refused: []string{"C2 template.column"}, left: []string{"template.left_column"}},
		{name: "a new column of states", lines: []string{title, templateHeader + "|", "甲镇|东县|1||||jia|不参评"}, values: []string{"jia due C3=1"}, refused: []string{"H2 template.column"}},
		{name: "a column twice", lines: []string{title, templateHeader + "|满意率", "甲镇|东县|1||||jia|0.5"}, values: []string{"jia due C3=1"}, refused: []string{"H2 template.column"}},
		{name: "a new column of words", lines: []string{title, templateHeader + "|备注", "甲镇|东县|1||||jia|已核"}, values: []string{"jia due C3=1"}, left: []string{"H2 template.left_stranger"}},
		{name: "no names", lines: []string{title, "县区|应结数（件）|yueping-template:0", "东县|1|jia"}, code: "template.changed"},
		{name: "no counties", lines: []string{title, "单位|应结数（件）|yueping-template:0", "甲镇|1|jia"}, code: "template.changed"},
		{name: "no keys", lines: []string{title, "单位|县区|应结数（件）", "甲镇|东县|1"}, code: "template.no_table"},
		{name: "a table of no number", lines: []string{title, "单位|县区|应结数（件）|yueping-template:7", "甲镇|东县|1|jia"}, code: "template.no_table"},
		{name: "the title of another month", lines: []string{"某市办件 2019年11月数据填报表", templateHeader, "甲镇|东县|5||||jia"}, code: "import.two_months"},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := templateBook(templateKeys(), templateLines("表", c.lines...))
			before := fmt.Sprint(book.Sheets)
			keys, err := TemplateKeysOf(book)
			if err != nil {
				t.Fatal(err)
			}
			got, err := FromTemplate(book, keys, everybody)
			if fault.CodeOf(err) != c.code {
				t.Fatalf("%v, want %q", err, c.code)
			}
			if c.code != "" {
				return
			}
			if diff := cmp.Diff([][]string{c.values, c.refused, c.left}, [][]string{valuesOf(got), remarkCodes(got.Refused), remarkCodes(got.Left)}); diff != "" {
				t.Error(diff)
			}
			if len(got.Book.Sheets) != 1 || len(got.Book.Hidden) != 0 || fmt.Sprint(book.Sheets) != before {
				t.Error("the explanations and keys stayed, or the workbook itself was changed")
			}
			for _, row := range got.Book.Sheets[0].Rows {
				if slices.ContainsFunc(row, func(c workbook.ReadCell) bool { return strings.HasPrefix(c.Text, templateSign) || c.Text == "jia" }) {
					t.Error("a key stayed")
				}
			}
		})
	}
}

func TestTemplateOfAUnitThatLeft(t *testing.T) {
	keys := templateKeys()
	gone := TemplateMonth{Has: func(unit string) bool { return unit == "yi" }, Keeps: everybody.Keeps}
	got, err := FromTemplate(templateBook(keys, templateLines("表", "", templateHeader, "甲镇|东县|5||||jia", "乙镇|东县|6||||yi", "甲镇|西县|||||bing")), keys, gone)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"yi due C4=6"}, {"C3 template.unit_gone"}, nil}, [][]string{valuesOf(got), remarkCodes(got.Refused), remarkCodes(got.Left)}); diff != "" {
		t.Error(diff)
	}
}

func TestTemplateOfUnitsOfOneName(t *testing.T) {
	keys := templateKeys()
	keys.Tables[0].Units[2].County = "东县"
	got, err := FromTemplate(templateBook(keys, templateLines("表", "", templateHeader, "甲镇|东县|5||||jia", "甲镇|东县|6||||bing")), keys, everybody)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"jia due C3=5"}, {"A4 unit.ambiguous"}}, [][]string{valuesOf(got), remarkCodes(got.Refused)}); diff != "" {
		t.Error(diff)
	}
}

func TestSheetsBesideATemplate(t *testing.T) {
	keys := templateKeys()
	book := templateBook(keys, templateLines("改了名", "", templateHeader, "甲镇|东县|5||||jia"), templateLines("我的", "单位|应结数", "甲镇|9"))
	book.Hidden = append(book.Hidden, templateLines("底稿", "单位|应结数"))
	got, err := FromTemplate(book, keys, everybody)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"template.left_sheet"}, remarkCodes(got.Left)); diff != "" || len(got.Book.Sheets) != 1 || len(got.Book.Hidden) != 1 || got.Left[0].Sheet != "我的" {
		t.Error(diff, got.Book.Sheets)
	}
	if s := got.Layout.Sheets[0]; s.Sheet != "改了名" || s.Month != "2019-10" || got.Layout.From != Template || s.First != 3 || s.Last != 3 {
		t.Errorf("%+v", s)
	}
}

// FuzzFromTemplate holds that no mistreated sheet breaks the reader, and that every value that it lets
// through stands in a row of a unit's key and under an indicator's header.
func FuzzFromTemplate(f *testing.F) {
	for _, seed := range []string{templateHeader + "\n甲镇|东县|5||||jia", "yueping-template:0\njia", templateHeader + "\n" + templateHeader, "|\n" + templateHeader + "\n甲镇|东县||||不参评|jia|9\n\n说明", "yueping-template:0|yueping-template:0|单位|县区\njia|yi|甲镇|东县"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		keys := templateKeys()
		sheet := templateLines("表", strings.Split(text, "\n")...)
		got, err := FromTemplate(templateBook(keys, sheet), keys, everybody)
		if err != nil {
			return
		}
		for _, v := range valuesOf(got) {
			if unit, _, _ := strings.Cut(v, " "); unit == "" {
				t.Error(v)
			}
		}
		for _, r := range append(got.Refused, got.Left...) {
			if r.Sheet == "" || r.Reason == nil {
				t.Errorf("%+v", r)
			}
		}
	})
}
