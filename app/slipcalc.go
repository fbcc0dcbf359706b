package app

import (
	"strings"

	"yueping/app/sheet"
	"yueping/models/appraise"
)

// calculation is how the figures of the rankings came about, in short: each once, under the ranking that
// asks for it first.
func (s *slipMaker) calculation(e *Explained) sheet.Section {
	t := s.w.text
	section := sheet.Section{Follows: true}
	section.Table.Columns = []sheet.Column{{Title: t.T("slip.steps"), Align: sheet.AlignLeft, Weight: 1}}
	var told []*appraise.Figures
	for _, x := range e.Schemes {
		w := &explaining{t: t, e: e}
		for i := range x.Accumulated {
			w.accumulation(0, &x.Accumulated[i])
		}
		rest := x.Figures.Without(told...)
		for i := range rest.Calculations {
			w.calculation(0, &rest.Calculations[i])
		}
		w.parts(0, x)
		if p := x.Place; p != nil {
			w.say(0, "explain.counted."+p.Ties, "group", x.Group.Name, "of", p.Of, "ahead", p.Ahead, "levels", p.AheadLevels, "behind", p.Behind, "rank", p.Rank)
		}
		told = append(told, &x.Figures)
		if len(e.Schemes) > 1 && len(w.lines) > 0 {
			section.Table.Rows = append(section.Table.Rows, sheet.Row{Cells: []string{x.Scheme.Name}, Emphasis: sheet.Bold})
		}
		for _, l := range w.lines {
			section.Table.Rows = append(section.Table.Rows, sheet.Row{Cells: []string{strings.Repeat("　", l.Level) + l.Text}})
		}
	}
	return section
}
