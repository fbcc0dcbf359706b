package workbook

import (
	"strings"
	"testing"
)

func TestChartsBeginAtZero(t *testing.T) {
	negative := func(s *Sheet) { s.Rows[2][4] = Figure(n("-3")) }
	for _, c := range []struct {
		name        string
		chart       Chart
		change      func(*Sheet)
		want, lacks []string
	}{
		{"bars", Chart{Title: "得分", Labels: 1, Series: []int{4}, To: 20}, func(*Sheet) {},
			[]string{`<barDir val="bar">`, `<min val="0">`, `orientation val="maxMin"`, `<f>&#39;乡镇&#39;!$E$5:$E$24</f>`, `<f>&#39;乡镇&#39;!$B$5:$B$24</f>`, `<f>&#39;乡镇&#39;!$E$3:$E$3</f>`, `formatCode="0.00"`, `typeface="宋体"`, `<showVal val="1">`}, []string{"<legend>"}},
		{"negative numbers", Chart{Title: "得分", Labels: 1, Series: []int{4}, To: 20}, negative, []string{"<barChart>"}, []string{"<min "}},
		{"negative outside the rows", Chart{Labels: 1, Series: []int{4}, From: 3, To: 20}, negative, []string{`<min val="0">`, `$E$8:$E$24`}, nil},
		{"more rows than there are", Chart{Labels: 1, Series: []int{4}, From: 15, To: 99}, func(*Sheet) {}, []string{`$E$20:$E$24`}, nil},
		{"lines", Chart{Kind: ChartLines, Title: "浓度", Series: []int{2, 3}, To: 12}, func(*Sheet) {},
			[]string{"<lineChart>", `<min val="0">`, `<f>&#39;乡镇&#39;!$C$4:$C$4</f>`, `<f>&#39;乡镇&#39;!$D$5:$D$16</f>`, "<legend>", `val="square"`, `<dispBlanksAs val="gap">`}, []string{"<barChart>", "maxMin"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := report(20)
			c.change(&s)
			s.Charts = []Chart{c.chart}
			got := part(t, made(t, Book{Sheets: []Sheet{s}}), "xl/charts/chart1.xml")
			got = strings.ReplaceAll(got, "c:", "")
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %s in %s", want, got)
				}
			}
			for _, lacks := range c.lacks {
				if strings.Contains(got, lacks) {
					t.Errorf("has %s", lacks)
				}
			}
		})
	}
}

// Charts stand beside the table, below each other, and each is an area of its own; on a sheet of one page
// they stand under the notes and in the area of the table.
func TestChartsArePrinted(t *testing.T) {
	two := []Chart{{Title: "得分", Labels: 1, Series: []int{4}, To: 15, Width: 300, Height: 200}, {Title: "率", Labels: 1, Series: []int{5}, To: 15, Width: 300, Height: 100}}
	for _, c := range []struct {
		name    string
		onePage bool
		charts  []Chart
		want    string
	}{
		{"none", false, nil, "'乡镇'!$A$1:$G$25"},
		{"two", false, two, "'乡镇'!$A$1:$G$25,'乡镇'!$I$5:$M$9,'乡镇'!$I$11:$M$15"},
		{"no rows", false, []Chart{{Series: []int{4}, From: 30, To: 40}}, "'乡镇'!$A$1:$G$25"},
		{"one page", true, two, "'乡镇'!$A$1:$G$42"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := report(20)
			s.Charts, s.OnePage = c.charts, c.onePage
			f := opened(t, made(t, Book{Sheets: []Sheet{s}}))
			for _, d := range f.GetDefinedName() {
				if d.Name == "_xlnm.Print_Area" && d.RefersTo != c.want {
					t.Errorf("%s", d.RefersTo)
				}
			}
		})
	}
}
