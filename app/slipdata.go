package app

import (
	"context"
	"slices"

	"yueping/models"
	"yueping/models/appraise"
)

// slipMaker makes the slips of a month: what is the same for all units is calculated once.
type slipMaker struct {
	w        *Workspace
	month    *Month
	before   *appraise.Table // of the month before, nil where it has no data
	explain  *MonthExplainer
	rankings map[string]*slipRanking // by scheme
	notices  map[string][]appraise.Notice
	ruled    bool
	files    map[int64]string // of the batches
}

// slipRanking is a ranking with its comparison, ready to be said of any unit.
type slipRanking struct {
	*Compared
	index *Index
	basis map[string]string // what OnBasis says of each unit
}

func (w *Workspace) slips(ctx context.Context, m *Month) (*slipMaker, error) {
	s := &slipMaker{w: w, month: m, rankings: map[string]*slipRanking{}, notices: map[string][]appraise.Notice{}, ruled: m.ruled(), files: map[int64]string{},
		explain: &MonthExplainer{workspace: w, month: m}}
	if m.At > m.context.Earliest {
		before, err := m.context.Table(m.At - 1)
		if err != nil {
			return nil, err
		}
		if before.Has() {
			s.before = before
		}
	}
	if err := s.explain.rank(); err != nil {
		return nil, err
	}
	if err := s.compare(); err != nil {
		return nil, err
	}
	notices, err := w.MonthNotices(ctx, m)
	for _, n := range notices {
		s.notices[n.Unit.Key] = append(s.notices[n.Unit.Key], n)
	}
	return s, err
}

// compare holds each ranking against the month before, the program's own scheme first.
func (s *slipMaker) compare() error {
	basis := s.month.basis()
	schemes := s.explain.schemes
	slices.SortStableFunc(schemes, func(a, b *appraise.Explainer) int {
		return s.month.first(a.Ranking.Scheme.Key) - s.month.first(b.Ranking.Scheme.Key)
	})
	for _, x := range schemes {
		r := x.Ranking
		c := &slipRanking{Compared: &Compared{Month: s.month, Ranking: r, Inside: inside(s.month, r)}}
		var err error
		if c.Inside.Rebasable() {
			if c.OnBasis, err = rankIn(basis, r); err != nil {
				return err
			}
			c.basis = OnBasisWords(s.w.text, c.OnBasis)
		}
		if c.LastMonth, err = c.against(basis, s.month.At-1); err != nil {
			return err
		}
		c.index = c.Index()
		s.rankings[r.Scheme.Key] = c
	}
	return nil
}

// first sorts the program's own scheme before the others.
func (m *Month) first(scheme string) int {
	if scheme == m.Program.DefaultScheme {
		return 0
	}
	return 1
}

// explained is how a unit came to where each ranking has it, with where its values of the month come from.
func (s *slipMaker) explained(ctx context.Context, unit string) (*Explained, error) {
	roster := s.month.Table.Roster
	e := &Explained{Month: s.month, Unit: roster.Register().Unit(unit), Name: roster.Name(unit), County: roster.County(unit), Origins: map[models.Place]Origin{}}
	for _, x := range s.explain.schemes {
		if !x.Has(unit) {
			continue
		}
		one, err := x.Unit(unit)
		if err != nil {
			return nil, err
		}
		e.Schemes = append(e.Schemes, one)
	}
	for _, ind := range s.indicators(unit) {
		if ind.Derived() {
			continue
		}
		place := s.month.Place(ind.Key, unit)
		origin, err := s.explain.origin(ctx, place, s.files)
		if err != nil {
			return nil, err
		}
		if origin != nil {
			e.Origins[place] = *origin
		}
	}
	return e, nil
}

// indicators are those that are kept for a unit in the month, in the program's order.
func (s *slipMaker) indicators(unit string) []*models.Indicator {
	var kept []*models.Indicator
	for i := range s.month.Program.Indicators {
		ind := &s.month.Program.Indicators[i]
		if ind.Holds(s.month.At) && s.month.Table.Roster.Covers(ind, unit) {
			kept = append(kept, ind)
		}
	}
	return kept
}
