package app

import (
	"context"

	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/month"
)

// Compared is a ranking with how it stands against the month before and the same month of last year;
// nil where the scheme did not hold then or nobody was ranked.
type Compared struct {
	Month               *Month
	Ranking             *appraise.Ranking
	LastMonth, LastYear *Comparison
	// Inside is what parts the month from those that the ranked figures themselves look back at, as a
	// rate of change does: where it is Any, a reader has to be told.
	Inside air.Break
	// OnBasis is Ranking with every month looked at on the basis of this one; nil where Inside has nothing
	// that can be recalculated.
	OnBasis *appraise.Ranking
}

// Comparison is how the units of a ranking stand against an earlier month, each month under the rules
// and limits of its own time.
type Comparison struct {
	Then  month.Month
	Moves map[string]appraise.Movement // by unit
	// Break is what parts the two months beside the air itself: where it is Any, a reader has to be told.
	Break air.Break
	// Based is Moves with both months calculated on the basis of the later one; nil where Break has nothing
	// that can be recalculated.
	Based map[string]appraise.Movement
}

// RankMonth ranks a month and compares it with nothing; that a ranked figure itself compares months that
// cannot be compared is said all the same.
func (w *Workspace) RankMonth(ctx context.Context, program string, at month.Month, scheme string) (*Compared, error) {
	m, err := w.Month(ctx, program, at)
	if err != nil {
		return nil, err
	}
	return rankLoaded(m, scheme)
}

func rankLoaded(m *Month, scheme string) (*Compared, error) {
	r, err := m.Table.Rank(scheme)
	if err != nil {
		return nil, err
	}
	return &Compared{Month: m, Ranking: r, Inside: inside(m, r)}, nil
}

// CompareRanking ranks a month and compares it.
func (w *Workspace) CompareRanking(ctx context.Context, program string, at month.Month, scheme string) (*Compared, error) {
	m, err := w.Month(ctx, program, at)
	if err != nil {
		return nil, err
	}
	return compareLoaded(m, m.basis(), scheme)
}

// compareLoaded ranks and compares a loaded month. basis is the month's own, once for all its schemes.
func compareLoaded(m *Month, basis *appraise.Context, scheme string) (*Compared, error) {
	c, err := rankLoaded(m, scheme)
	if err != nil {
		return nil, err
	}
	if c.Inside.Rebasable() {
		if c.OnBasis, err = rankIn(basis, c.Ranking); err != nil {
			return nil, err
		}
	}
	if c.LastMonth, err = c.against(basis, m.At-1); err != nil {
		return nil, err
	}
	c.LastYear, err = c.against(basis, m.At-12)
	return c, err
}

// against compares with an earlier month, with what parts the two on the basis of the later one as well.
func (c *Compared) against(basis *appraise.Context, then month.Month) (*Comparison, error) {
	if _, holds := c.Ranking.Scheme.At(then); !holds || then < c.Month.context.Earliest {
		return nil, nil
	}
	table, err := c.Month.context.Table(then)
	if err != nil {
		return nil, err
	}
	result := &Comparison{Then: then}
	if result.Moves, err = moves(c.Ranking, table); err != nil || result.Moves == nil {
		return nil, err
	}
	result.Break = between(c.Month, c.Ranking, then)
	if !result.Break.Rebasable() {
		return result, nil
	}
	now, err := rankIn(basis, c.Ranking)
	if err != nil {
		return nil, err
	}
	if table, err = basis.Table(then); err != nil {
		return nil, err
	}
	result.Based, err = moves(now, table)
	return result, err
}

// between tells what parts a ranking from that of an earlier month: their last months, or the months
// with which their periods begin.
func between(m *Month, r *appraise.Ranking, then month.Month) air.Break {
	period, keys := r.Terms.Period, r.Figures()
	start, other := appraise.PeriodStart(period, m.At), appraise.PeriodStart(period, then)
	b := m.Table.Break(m.At, then, keys...)
	return b.Or(m.Table.Break(start, other, keys...))
}

// inside tells what parts a month from those that its ranked figures look back at, or from the first
// of its period.
func inside(m *Month, r *appraise.Ranking) air.Break {
	keys := r.Figures()
	return m.Table.Inside(keys...).Or(m.Table.Break(m.At, appraise.PeriodStart(r.Terms.Period, m.At), keys...))
}

// rankIn makes a ranking once more in another context.
func rankIn(c *appraise.Context, r *appraise.Ranking) (*appraise.Ranking, error) {
	t, err := c.Table(r.Month)
	if err != nil {
		return nil, err
	}
	return t.Rank(r.Scheme.Key)
}

// moves compares a ranking with that of an earlier month; nil where nobody was ranked.
func moves(r *appraise.Ranking, earlier *appraise.Table) (map[string]appraise.Movement, error) {
	then, err := earlier.Rank(r.Scheme.Key)
	if err != nil || !then.Ranked() {
		return nil, err
	}
	return r.Against(then)
}
