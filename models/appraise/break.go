package appraise

import (
	"slices"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/formula"
	"yueping/models/month"
)

// reach is what the values of an indicator come from, over all the indicators between: concentrations
// with the month in which they were reported, and limits with the month whose limits they are.
type reach struct {
	context *Context
	until   month.Month // nothing is looked for before it
	seen    map[lookedAt]bool

	reported, limited map[month.Month][]air.Pollutant
	counted           map[month.Month]bool // months with days that are counted by their AQI
}

type lookedAt struct {
	indicator string
	at        month.Month
}

// lookBack is how far formulas are followed into the past: more than any one of them reaches.
const lookBack = 2 * formula.MaxShift

func (t *Table) reach(indicators []string) reach {
	r := reach{context: t.context, until: max(t.context.Earliest, t.At-month.Month(lookBack)), seen: map[lookedAt]bool{},
		reported: map[month.Month][]air.Pollutant{}, limited: map[month.Month][]air.Pollutant{}, counted: map[month.Month]bool{}}
	for _, key := range indicators {
		r.follow(key, t.At)
	}
	return r
}

func (r *reach) follow(indicator string, at month.Month) {
	ind := r.context.Program.Indicator(indicator)
	if ind == nil || at < r.until || !ind.Holds(at) || r.seen[lookedAt{indicator, at}] {
		return
	}
	r.seen[lookedAt{indicator, at}] = true
	source, derived := ind.Formulas.At(at)
	if !derived {
		if p := air.Pollutant(indicator); p.Known() {
			r.reported[at] = append(r.reported[at], p)
		}
		if ind.CountsDays() && ind.FromDays != models.DaysValid {
			r.counted[at] = true
		}
		return
	}
	f, err := r.context.compile(source, at)
	if err != nil {
		return // Calculate has said so
	}
	for _, function := range []string{IndexFunction, withinLimitsFunction} {
		for _, refs := range f.Calls(function) {
			for _, ref := range refs {
				r.limited[at] = append(r.limited[at], air.Pollutant(ref.Name))
			}
		}
	}
	for _, ref := range f.Refs() {
		r.follow(ref.Name, at-month.Month(ref.Shift))
	}
}

// Break tells what parts two months beside the air itself, as far as indicators are concerned by their
// formulas of the table's month: changed limits or weights of the pollutants in their composite index,
// another reference state of the concentrations that they are calculated from, or another edition of the
// AQI by which days are counted. Particulates count here, too: they are at actual conditions now, which
// nothing can recalculate.
func (t *Table) Break(one, other month.Month, indicators ...string) air.Break {
	r := t.reach(indicators)
	var b air.Break
	if len(r.reported) > 0 {
		b.Conditions = t.context.Standards.Between(one, other).Conditions
	}
	b.Scale = len(r.counted) > 0 && t.context.Standards.Between(one, other).Scale
	return b.Or(t.context.limitBreak(r.limited[t.At], one, other))
}

// Inside tells the same of the months that the indicators themselves look back at: a rate of change
// compares two months already.
func (t *Table) Inside(indicators ...string) air.Break {
	r := t.reach(indicators)
	var b air.Break
	for at := range r.reported {
		b.Conditions = b.Conditions || t.context.Standards.Between(t.At, at).Conditions
	}
	for at := range r.counted {
		b.Scale = b.Scale || t.context.Standards.Between(t.At, at).Scale
	}
	for at, pollutants := range r.limited {
		b = b.Or(t.context.limitBreak(pollutants, t.At, at))
	}
	return b
}

// limitBreak tells which of some pollutants have not the same limit or weight in two months.
func (c *Context) limitBreak(pollutants []air.Pollutant, one, other month.Month) air.Break {
	var b air.Break
	changed := c.Standards.Between(one, other).Limits
	then, now := c.Program.Air.Weights.Get(other), c.Program.Air.Weights.Get(one)
	for _, p := range pollutants {
		if slices.Contains(changed, p) {
			b.Limits = append(b.Limits, p)
		}
		if then.Of(p).Cmp(now.Of(p)) != 0 {
			b.Weights = append(b.Weights, p)
		}
	}
	return air.Break{}.Or(b)
}

// Figures are the indicators that a ranking compares: its keys, or those of the schemes whose ranks it
// adds up.
func (r *Ranking) Figures() []string {
	var keys []string
	add := func(list []models.SchemeKey) {
		for _, k := range list {
			if !slices.Contains(keys, k.Indicator) {
				keys = append(keys, k.Indicator)
			}
		}
	}
	add(r.Terms.Keys)
	for _, key := range r.Terms.SumOf {
		if s := r.Program.Scheme(key); s != nil {
			if terms, holds := s.At(r.Month); holds {
				add(terms.Keys)
			}
		}
	}
	return keys
}
