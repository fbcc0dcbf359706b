package notices

import (
	"context"
	"slices"

	"yueping/app"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/views/kit"
	"yueping/views/table"
)

// ribbonMonths is how many months a ribbon shows, the month of the screen last.
const ribbonMonths = 12

// data is what the screen shows of a month.
type data struct {
	place   kit.Place
	month   *app.Month
	notices []appraise.Notice
	terms   map[string]models.RuleTerms      // by rule, those of the month
	ranks   map[list]map[string]standing     // by list and unit, in the month
	ribbons map[list]map[string][]table.Mark // by list and unit, oldest first
}

// list names a list of a scheme.
type list struct{ scheme, list string }

// standing is a rank and among how many.
type standing struct{ rank, of int }

// load gives the month's notices, and how their units stood in the lists of the last months.
func load(ctx context.Context, w *app.Workspace, p kit.Place) (data, error) {
	d := data{place: p, terms: map[string]models.RuleTerms{}, ranks: map[list]map[string]standing{}, ribbons: map[list]map[string][]table.Mark{}}
	m, err := w.Month(ctx, p.Program.Key, p.Month)
	if err != nil {
		return d, err
	}
	d.month = m
	if d.notices, err = w.MonthNotices(ctx, m); err != nil || len(d.notices) == 0 {
		return d, err
	}
	for i := range p.Program.Rules {
		r := &p.Program.Rules[i]
		if terms, holds := r.Versions.At(p.Month); holds && !terms.Ended {
			d.terms[r.Key] = terms
			d.ribbons[list{terms.Scheme, terms.List}] = map[string][]table.Mark{}
		}
	}
	withData, err := w.MonthsWithData(ctx, p.Program.Key)
	if err != nil {
		return d, err
	}
	for n := range ribbonMonths {
		at := p.Month - ribbonMonths + 1 + month.Month(n)
		if !slices.Contains(withData, at) {
			continue
		}
		past, err := w.Month(ctx, p.Program.Key, at)
		if err != nil {
			return d, err
		}
		d.mark(past, n)
	}
	return d, nil
}

// mark records how the units stood to the lists in one month of the ribbon.
func (d *data) mark(past *app.Month, n int) {
	for l, marks := range d.ribbons {
		ranking, err := past.Table.Rank(l.scheme)
		if err != nil {
			continue // the scheme did not hold yet: that month stays unknown
		}
		for _, g := range ranking.Groups {
			for _, row := range g.Rows {
				ribbon := marks[row.Unit.Key]
				if ribbon == nil {
					ribbon = make([]table.Mark, ribbonMonths)
					marks[row.Unit.Key] = ribbon
				}
				ribbon[n] = table.Out
				if slices.Contains(row.Lists, l.list) {
					ribbon[n] = table.In
				}
				if past.At == d.place.Month {
					if d.ranks[l] == nil {
						d.ranks[l] = map[string]standing{}
					}
					d.ranks[l][row.Unit.Key] = standing{row.Rank, len(g.Rows)}
				}
			}
		}
	}
}
