package workbook

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Rows merged in one column know what stands at their top; a title over columns belongs to itself.
func TestMergedRows(t *testing.T) {
	f := excelize.NewFile()
	for cell, v := range map[string]any{"A1": "题", "A2": "单位", "B2": "数", "A3": "甲镇", "B3": 1, "B4": 2, "B5": 3} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, area := range [][2]string{{"A1", "B1"}, {"A3", "A4"}, {"D9", "D12"}} {
		if err := f.MergeCell("Sheet1", area[0], area[1]); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	book, err := Parse(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	rows := book.Sheets[0].Rows
	if rows[3][0].Merged == nil || rows[3][0].Merged.Text != "甲镇" || !rows[3][0].Blank() {
		t.Errorf("%+v", rows[3][0])
	}
	for _, cell := range []ReadCell{rows[0][0], rows[2][0], rows[4][0], rows[4][1]} {
		if cell.Merged != nil {
			t.Errorf("%+v", cell)
		}
	}
}
