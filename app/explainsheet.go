package app

import (
	"bytes"
	"context"
	"iter"
	"slices"

	"yueping/app/sheet"
	"yueping/models/fault"
	"yueping/models/month"
)

// ExplanationRequest asks for the annex 得分计算明细 of one unit or of many.
type ExplanationRequest struct {
	Program string
	Month   month.Month
	Scheme  string   // "" for every ranking that has the unit
	Units   []string // keys, empty for all
	Path    string
}

// mostExplained is how many units one file holds: ten thousand pages, more than any printer or reader of
// PDF is asked for.
const mostExplained = 3000

// WriteExplanation writes how the figures of units came about as one PDF on A4: a unit begins on a page of
// its own and has its own page numbers, so that it can be handed to that unit alone. Units are in the
// order of their groups, then of precedence. Faults are those of Explain, explain.nobody where a ranking has
// no units, explain.too_many, and those of sheet.Layout and WriteFile: a character that no face has leaves no file.
func (w *Workspace) WriteExplanation(ctx context.Context, r ExplanationRequest) error {
	x, units, err := w.explained(ctx, r)
	if err != nil {
		return err
	}
	fonts, err := sheet.Embedded()
	if err != nil {
		return err
	}
	meta := w.printable(w.explanationTitle(x.month), nil, fonts).meta
	var content bytes.Buffer // whole before the file is touched: a full disk is the file's fault, not the PDF's
	if err := sheet.WritePapers(&content, w.explanations(ctx, x, units, fonts), fonts, meta); err != nil {
		return err
	}
	return writeWhole(r.Path, content.Bytes())
}

// ExplanationPages is WriteExplanation for looking at and for printing: all pages are in memory at once.
func (w *Workspace) ExplanationPages(ctx context.Context, r ExplanationRequest) (*Printable, error) {
	x, units, err := w.explained(ctx, r)
	if err != nil {
		return nil, err
	}
	fonts, err := sheet.Embedded()
	if err != nil {
		return nil, err
	}
	var all []sheet.Page
	for pages, err := range w.explanations(ctx, x, units, fonts) {
		if err != nil {
			return nil, err
		}
		all = append(all, pages...)
	}
	return w.printable(w.explanationTitle(x.month), all, fonts), nil
}

// explained is what a request explains, of which units.
func (w *Workspace) explained(ctx context.Context, r ExplanationRequest) (*MonthExplainer, []string, error) {
	m, err := w.Month(ctx, r.Program, r.Month)
	if err != nil {
		return nil, nil, err
	}
	x, err := w.Explainer(ctx, m, r.Scheme)
	if err != nil {
		return nil, nil, err
	}
	units, err := x.Chosen(r.Units)
	return x, units, err
}

func (w *Workspace) explanationTitle(m *Month) string {
	return w.text.T("explainsheet.title") + " " + w.text.T("explainsheet.period", "program", m.Program.Name, "month", MonthWords(w.text, m.At))
}

// explanations lays out one unit after the other.
func (w *Workspace) explanations(ctx context.Context, x *MonthExplainer, units []string, fonts *sheet.Fonts) iter.Seq2[[]sheet.Page, error] {
	return func(yield func([]sheet.Page, error) bool) {
		for _, unit := range units {
			e, err := x.Unit(ctx, unit)
			var pages []sheet.Page
			if err == nil {
				pages, err = sheet.Layout(w.explanationSheet(e), fonts)
			}
			if err == nil {
				err = ctx.Err()
			}
			if !yield(pages, err) || err != nil {
				return
			}
		}
	}
}

// Chosen are the keys of the units asked for, or of all, in the order of Units. Faults: explain.nobody,
// explain.too_many.
func (x *MonthExplainer) Chosen(wanted []string) ([]string, error) {
	all := x.Units()
	units := all
	if len(wanted) > 0 {
		units = nil
		for _, key := range all {
			if slices.Contains(wanted, key) {
				units = append(units, key)
			}
		}
		for _, key := range wanted { // one that no ranking has stands at the end, or is refused there
			if !slices.Contains(units, key) {
				units = append(units, key)
			}
		}
	}
	switch {
	case len(units) == 0:
		return nil, fault.New("explain.nobody", "program", x.month.Program.Name, "month", x.month.At.String())
	case len(units) > mostExplained:
		return nil, fault.New("explain.too_many", "count", len(units), "most", mostExplained)
	}
	return units, nil
}

// Units are the keys of those that the rankings have, also of those left out, group by group in the order of
// precedence.
func (x *MonthExplainer) Units() []string {
	var keys []string
	order := map[string]int{}
	for i, u := range x.month.Table.Units {
		order[u.Key] = i
	}
	seen := map[string]bool{}
	for _, s := range x.schemes {
		for i := range s.Ranking.Groups {
			g := &s.Ranking.Groups[i]
			var group []string
			for _, row := range g.Rows {
				group = append(group, row.Unit.Key)
			}
			for _, e := range g.Excluded {
				group = append(group, e.Unit.Key)
			}
			slices.SortFunc(group, func(a, b string) int { return order[a] - order[b] })
			for _, key := range group {
				if !seen[key] {
					seen[key] = true
					keys = append(keys, key)
				}
			}
		}
	}
	return keys
}
