package intake

import (
	"testing"

	"yueping/app/workbook"
	"yueping/models"
)

func TestNumbersThatTheirFormatDresses(t *testing.T) {
	tenThousand := &workbook.Dress{After: "万", Tens: 4}
	for _, c := range []struct {
		ind              *models.Indicator
		stored           string
		dress            *workbook.Dress
		want, suggestion string
	}{
		{count, "35", &workbook.Dress{After: "件"}, "35", ""}, {dust, "35", &workbook.Dress{After: "μg/m³"}, "35", ""}, {ratio, "0.95", &workbook.Dress{After: "%"}, "0.0095", ""},
		{count, "35932", tenThousand, "35932", ""}, {count, "0", tenThousand, "0", ""},
		{count, "3", &workbook.Dress{After: "万"}, "import.value_format", "30000"}, {count, "35932", &workbook.Dress{Tens: 3}, "import.value_format", "35932"},
		{count, "35932", &workbook.Dress{After: "万", Tens: 3}, "import.value_format", "35932"}, {count, "35932", &workbook.Dress{After: "K", Tens: 3}, "import.value_format", "35932"},
		{count, "35", &workbook.Dress{After: "户"}, "import.value_measure", ""}, {dust, "3", &workbook.Dress{After: "万"}, "import.value_measure", ""}, {count, "35", &workbook.Dress{Before: "约"}, "import.value_inexact", ""},
	} {
		cell := figureCell(c.stored)
		cell.Dress = c.dress
		v := NewColumn(c.ind, []workbook.ReadCell{cell}, ColumnOptions{}).Read(cell)
		if got := brief(v); got != c.want {
			t.Errorf("%s %s in %+v: %s, want %s", c.ind.Name, c.stored, *c.dress, got, c.want)
			continue
		}
		if v.Fault != nil {
			if got, _ := v.Fault.Args["suggestion"].(string); got != c.suggestion {
				t.Errorf("%s %s in %+v suggests %q, want %q", c.ind.Name, c.stored, *c.dress, got, c.suggestion)
			}
		}
	}
}

func TestMonthsThatATitleSpans(t *testing.T) {
	p, register := smallCity()
	for title, want := range map[string]bool{"2019年第三季度办件统计表": true, "2019年上半年办件": true, "全年办件统计表": true, "2019年10月（第四季度）办件": false, "办件统计表": false} {
		book := &workbook.Read{Sheets: []workbook.ReadSheet{sheetOf("Sheet1", title+"\n单位|应结数\n东县乙镇|3")}}
		layout := Guess(book, p, register)
		_, err := Settle(&layout, book, p, register, october, 0, "2019-10.xlsx")
		if refused := err != nil; refused != want {
			t.Errorf("%s: %v", title, err)
		}
	}
}

func TestAValueMergedAcrossColumns(t *testing.T) {
	for _, c := range []layoutCase{
		{name: "two indicators", text: "单位|应结数|办结数\n东县乙镇|35|>\n丁镇|3|2",
			want: understood{shapes: []string{"row_unit"}, values: []string{"ding due 0=3", "ding closed 0=2"}, refused: []string{"B2 import.merged_value"}}},
		{name: "an indicator and a remark", text: "单位|应结数|备注\n东县乙镇|35|>\n丁镇|3|好",
			want: understood{shapes: []string{"row_unit"}, values: []string{"yi due 0=35", "ding due 0=3"}, left: []string{"C1 import.left_calculated"}}},
		{name: "a header over two", text: "单位|得分|>|应结数\n东县乙镇|30|28|3",
			want: understood{shapes: []string{"row_unit"}, values: []string{"yi due 0=3"}, refused: []string{"B1 import.header_twice", "B1 import.header_twice"}}},
	} {
		t.Run(c.name, c.run)
	}
}
