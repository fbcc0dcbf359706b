package app

import (
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/models/number"
)

// Index is the composite index that a ranking's first key is, or is calculated from.
type Index struct {
	Key        string // the first key
	Pollutants []air.Pollutant
	// Itself is true where the key is the index and nothing else, so that a change of it in per cent says
	// something: that of an improvement rate would not.
	Itself bool

	table *appraise.Table
}

// Index gives the composite index behind a ranking; nil where there is none, and for a ranking over
// several months or over other ranks: what those are made of is not this month's.
func (c *Compared) Index() *Index {
	r := c.Ranking
	if len(r.Keys) == 0 || len(r.Terms.SumOf) > 0 || (r.Terms.Period != "" && r.Terms.Period != models.PeriodMonth) {
		return nil
	}
	x := &Index{Key: r.Keys[0].Key, table: c.Month.Table}
	x.Pollutants = x.table.IndexedPollutants(x.Key)
	if len(x.Pollutants) == 0 {
		return nil
	}
	for _, g := range r.Groups {
		for _, row := range g.Rows {
			parts := x.Of(row.Unit.Key)
			x.Itself = parts != nil && parts.Total.Cmp(row.Values[0]) == 0
			return x
		}
	}
	return x
}

// Of gives the parts of a unit's index; nil where a concentration is no number, and without an index.
func (x *Index) Of(unit string) *air.Result {
	if x == nil {
		return nil
	}
	parts, err := x.table.Composition(x.Key, unit)
	if err != nil {
		return nil // a unit whose index cannot be calculated is not ranked, and that is said
	}
	return parts
}

// Mixed reports whether the index is over several pollutants, so that one can be the main one.
func (x *Index) Mixed() bool { return x != nil && len(x.Pollutants) > 1 }

// Earlier gives the calculated table of another month, under the rules and limits of its own time.
func (m *Month) Earlier(at month.Month) (*appraise.Table, error) {
	if at < m.context.Earliest {
		return nil, nil
	}
	return m.context.Table(at)
}

// Change is by how much per cent an index has changed: that of its published values, to 1 decimal, below
// 0 where the air improved. False where there is nothing to compare with, or only 0.
func Change(m appraise.Movement) (number.Number, bool) {
	if m.New || len(m.Then.Values) == 0 {
		return number.Number{}, false
	}
	then := m.Then.Values[0]
	now, err := then.Add(m.Value)
	if err != nil {
		return number.Number{}, false
	}
	change, err := air.Change(now, then)
	return change, err == nil
}
