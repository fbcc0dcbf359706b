package app

import (
	"slices"

	"yueping/app/bulletin"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
)

// paperSource is what the papers of a board are filled from; each ranking is made once for all of them.
type paperSource struct {
	w        *Workspace
	board    *Board
	rankings map[rankingOf]*appraise.Ranking
}

type rankingOf struct {
	at     month.Month
	scheme string
}

// data gives a paper's templates the notice and what led to it.
func (s *paperSource) data(d Due) (bulletin.Paper, error) {
	w, b, m, n, today := s.w, s.board, s.board.Month, d.Notice, s.w.Today()
	data := bulletin.Paper{City: m.City(), Year: b.At.Year(), Month: b.At.Number(), Today: PeriodWords(w.text, today), ThisYear: today.Month.Year(),
		Unit: n.Name, Full: FullName(n.Name, n.County), County: n.County, Action: n.Action, Addressee: n.Addressee,
		Running: n.Running, Count: len(n.Months), Months: MonthsWords(w.text, n.Months),
		Held: w.dateWords(d.Record.Held), Deadline: w.dateWords(d.Record.Deadline), Followed: w.dateWords(d.Record.Followed),
		Closed: w.dateWords(d.Record.Closed), Note: d.Record.Note, Figure: w.cityFigure(m), Parts: w.breakdown(m)}
	terms, holds := termsOf(m.Program, n.Rule, b.At)
	if !holds {
		return data, nil
	}
	for _, at := range n.Months {
		row := bulletin.Months{When: MonthWords(w.text, at)}
		standing, err := s.standing(at, terms.Scheme, terms.List, n.Unit)
		if err != nil {
			return data, err
		}
		row.Standing = standing
		if terms.AlsoScheme != "" {
			also, err := s.standing(at, terms.AlsoScheme, terms.AlsoList, n.Unit)
			if err != nil {
				return data, err
			}
			row.Also = &also
		}
		data.Rows = append(data.Rows, row)
	}
	if last := len(data.Rows) - 1; last >= 0 {
		data.Standing, data.Also = data.Rows[last].Standing, data.Rows[last].Also
	}
	return data, nil
}

// dateWords is a day as papers write it, "" for none.
func (w *Workspace) dateWords(day month.Period) string {
	if day == (month.Period{}) {
		return ""
	}
	return PeriodWords(w.text, day)
}

// termsOf gives what a rule says in a month.
func termsOf(p *models.Program, rule string, at month.Month) (models.RuleTerms, bool) {
	for i := range p.Rules {
		if p.Rules[i].Key == rule {
			return p.Rules[i].Versions.At(at)
		}
	}
	return models.RuleTerms{}, false
}

// ranking ranks a month by a scheme.
func (s *paperSource) ranking(at month.Month, scheme string) (*appraise.Ranking, error) {
	of := rankingOf{at, scheme}
	if r := s.rankings[of]; r != nil {
		return r, nil
	}
	t, err := s.board.Month.context.Table(at)
	if err != nil {
		return nil, err
	}
	s.rankings[of], err = t.Rank(scheme)
	return s.rankings[of], err
}

// standing gives how a unit stood to a list in a month, or one that it carries on, where it was not
// ranked itself.
func (s *paperSource) standing(at month.Month, scheme, list string, u *models.Unit) (bulletin.Standing, error) {
	r, err := s.ranking(at, scheme)
	if err != nil {
		return bulletin.Standing{}, err
	}
	g, row := r.Row(u.Key)
	if row == nil {
		g, row = s.board.Month.handed(r, list, u)
	}
	place := bulletin.Standing{Scheme: r.Scheme.Name, List: list}
	if row == nil {
		return place, nil
	}
	place.Group, place.Rank, place.Of, place.Indicator, place.Value = g.Group.Name, row.Rank, len(g.Rows), r.Keys[0].Name, r.Keys[0].Shown(row.Values[0])
	for _, l := range g.Lists {
		if l.List.Key == list {
			place.List = l.List.Name
		}
	}
	return place, nil
}

// handed finds the place of a unit that another carries on: one in the list before one out of it.
func (m *Month) handed(r *appraise.Ranking, list string, u *models.Unit) (*appraise.RankedGroup, *appraise.Row) {
	var inGroup *appraise.RankedGroup
	var found *appraise.Row
	for i := range r.Groups {
		g := &r.Groups[i]
		for j := range g.Rows {
			row := &g.Rows[j]
			if m.carriesOn(u, row.Unit) && (found == nil || slices.Contains(row.Lists, list) && !slices.Contains(found.Lists, list)) {
				inGroup, found = g, row
			}
		}
	}
	return inGroup, found
}

// carriesOn reports whether a unit is what became of another, over however many steps.
func (m *Month) carriesOn(u, before *models.Unit) bool {
	register := m.Table.Roster.Register()
	for n := 0; n < 16 && before != nil && before.Successor != ""; n++ { // a register may go in a circle
		if before.Successor == u.Key {
			return true
		}
		before = register.Unit(before.Successor)
	}
	return false
}
