package workbook

import (
	"bytes"
	"testing"
	"time"

	"yueping/models/fault"
	"yueping/models/number"
)

// What is handed back reads as what was read: numbers as numbers, rates per cent, and an error as an error, never as
// a word that may mean that there is no value.
func TestCopiesReadAsTheyWere(t *testing.T) {
	figure := func(text string, percent bool) ReadCell {
		n := number.MustParse(text)
		return ReadCell{Number: &n, Percent: percent}
	}
	cells := []ReadCell{{Text: "甲镇"}, {Text: "５"}, {Text: "0123"}, {Text: "=1+1"}, {}, figure("0", false), figure("-61.5", false), figure("0.9617", true), figure("0.961725", true), figure("1", true),
		{Text: "#N/A", Fault: fault.New("workbook.error_value", "text", "#N/A")}, {Text: "#DIV/0!", Fault: fault.New("workbook.error_value", "text", "#DIV/0!")},
		{Fault: fault.New("workbook.formula_without_result", "formula", "A1+B1")}, {Text: "2019-10-01", Date: true}}
	row := make([]CopyCell, len(cells))
	for i, c := range cells {
		row[i] = CopyCell{ReadCell: c, Marked: i%2 == 0}
	}
	var out bytes.Buffer
	copies := []Copy{{Name: "甲", Head: 1, Rows: [][]CopyCell{{{ReadCell: ReadCell{Text: "表"}}, {}, {}}, row}, Merges: []Area{{1, 1, 3, 1}}, Hidden: map[int]bool{3: true}}, {Name: "乙"}}
	if err := WriteCopies(&out, "未导入", "月评", copies, time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	book, err := Open(saved(t, "copies.xlsx", out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets[0]
	if len(book.Sheets) != 2 || s.Name != "甲" || !s.HiddenColumns[3] || s.HiddenColumns[2] || len(s.Merges) != 1 {
		t.Fatalf("%+v", book)
	}
	for i, want := range cells {
		var got ReadCell
		if i < len(s.Rows[1]) {
			got = s.Rows[1][i]
		}
		switch {
		case want.Fault != nil && want.Text != "":
			if got.Fault == nil {
				t.Errorf("%d: %+v, want an error", i, got)
			}
		case want.Fault != nil:
			if got.Number != nil || got.Fault != nil || got.Text != "=A1+B1" {
				t.Errorf("%d: %+v, want the formula as a text", i, got)
			}
		case got.Shown() != want.Shown() || (got.Number == nil) != (want.Number == nil) || got.Percent != want.Percent || got.Fault != nil:
			t.Errorf("%d: %+v, want %+v", i, got, want)
		}
	}
}
