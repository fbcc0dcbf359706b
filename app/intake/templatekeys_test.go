package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/app/workbook"
	"yueping/models/fault"
)

func TestTemplateKeysComeBack(t *testing.T) {
	book := templateBook(templateKeys())
	// Office programs leave blank cells and rows behind.
	hidden := &book.Hidden[0]
	hidden.Rows[2] = append(hidden.Rows[2], workbook.ReadCell{}, workbook.ReadCell{})
	hidden.Rows = append(hidden.Rows, nil, []workbook.ReadCell{{}})
	for _, brought := range []*workbook.Read{book, {Sheets: append(book.Sheets, *hidden)}} {
		keys, err := TemplateKeysOf(brought)
		if diff := cmp.Diff(templateKeys(), keys); diff != "" || err != nil {
			t.Error(err, diff)
		}
	}
	for _, other := range []*workbook.Read{{}, {Sheets: []workbook.ReadSheet{templateLines("表", "单位|应结数", "甲镇|1"), {Name: TemplateSheetName}}}} {
		if keys, err := TemplateKeysOf(other); keys != nil || err != nil {
			t.Error(keys, err)
		}
	}
}

// Whatever one cell of the keys becomes, it is noticed.
func TestTamperedTemplateKeys(t *testing.T) {
	whole := templateBook(templateKeys()).Hidden[0]
	for i := range whole.Rows {
		for j := range whole.Rows[i] {
			if i == 0 && j == 0 {
				continue
			}
			book := templateBook(templateKeys())
			book.Hidden[0].Rows[i][j].Text += "x"
			if i == 0 {
				// The version alone says nothing of the content.
				book.Hidden[0].Rows[i][j].Text = "2"
			}
			want := "template.damaged"
			if i == 0 {
				want = "template.newer"
			}
			if _, err := TemplateKeysOf(book); fault.CodeOf(err) != want {
				t.Errorf("row %d, cell %d: %v", i+1, j+1, err)
			}
		}
		book := templateBook(templateKeys())
		rows := book.Hidden[0].Rows
		book.Hidden[0].Rows = rows[:i]
		if _, err := TemplateKeysOf(book); i > 0 && fault.CodeOf(err) != "template.damaged" {
			t.Errorf("%d rows: %v", i, err)
		}
	}
}

// A checksum that fits does not make keys of rows that are none.
func TestTemplateKeysOfAnotherHand(t *testing.T) {
	for name, rows := range map[string]string{
		"a unit of no table": "city|shi|某市\nprogram|count\nmonth|2019-10\nunit|jia|甲镇|东县",
		"no month":           "program|count\nmonth|十月\ntable|单位",
		"an unknown row":     "program|count\nmonth|2019-10\ntable|单位\nprice|5",
		"no table":           "program|count\nmonth|2019-10",
		"nothing":            "",
	} {
		var texts [][]string
		for _, line := range strings.Split(rows, "\n") {
			texts = append(texts, strings.Split(line, "|"))
		}
		s := templateLines(TemplateSheetName, templateSign+"|v1", "checksum|"+checksum(texts))
		for _, line := range strings.Split(rows, "\n") {
			var row []workbook.ReadCell
			for _, text := range strings.Split(line, "|") {
				row = append(row, workbook.ReadCell{Text: text})
			}
			s.Rows = append(s.Rows, row)
		}
		if _, err := TemplateKeysOf(&workbook.Read{Hidden: []workbook.ReadSheet{s}}); fault.CodeOf(err) != "template.damaged" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
