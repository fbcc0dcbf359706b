package intake

import "testing"

func TestRowsOfOtherPeriods(t *testing.T) {
	for _, c := range []layoutCase{
		{name: "last year's above this year's", text: "单位|期别|应结数\n东县乙镇|上年同期|30\n^|本期|35\n丁镇|2018年|3\n^|2019年|4",
			want: understood{shapes: []string{"row_unit"}, values: []string{"yi due 0=35", "ding due 0=4"}, left: []string{"B1 import.left_column", "B2 import.left_month", "B4 import.left_month"}}},
		{name: "parts of the month", text: "单位|时段|应结数\n东县乙镇|上旬|3\n丁镇|下旬|4",
			want: understood{shapes: []string{"row_unit"}, left: []string{"B1 import.left_column", "B2 import.left_month", "B3 import.left_month"}}},
		{name: "a remark that speaks of one", text: "单位|应结数|备注\n东县乙镇|3|比上月少", want: understood{shapes: []string{"row_unit"}, values: []string{"yi due 0=3"}, left: []string{"C1 import.left_calculated"}}},
	} {
		t.Run(c.name, c.run)
	}
}

func TestTitlesOfOtherSpans(t *testing.T) {
	for title, refused := range map[string]bool{"2019年10月上旬办件": true, "2019年10月第2周办件": true, "2019年10月（累计）": true, "截至2019年10月底累计办件": true, "2019年10月办件": false, "2019年10月累计办结数办件": false} {
		want := understood{shapes: []string{"row_unit"}, values: []string{"yi due 0=3"}}
		if refused {
			want = understood{shapes: []string{"row_unit"}, refused: []string{"A2 import.other_span"}}
		}
		t.Run(title, layoutCase{text: title + "\n单位|应结数\n东县乙镇|3", want: want}.run)
	}
}
