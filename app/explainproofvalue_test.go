package app

import (
	"math/big"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/formula"
	"yueping/models/month"
)

// reference finds a value: among the figures of the explanation, else in the month's table; aggregates are
// added up anew over the units.
func (p *prover) reference(f *appraise.Figures, r *appraise.Reference, u *models.Unit, at month.Month, period bool) fact {
	now := p.tables(at)
	if r.Shift != 0 && !now.Has() {
		return fact{state: formula.NotReported}
	}
	own := period && r.Shift == 0 // then it is in the figures alone
	who := u.Key
	if r.Whole == formula.City {
		who = now.Roster.Register().City().Key
	}
	if r.Aggregate == formula.Single {
		return p.value(f, r.Name, who, r.Month, r.Rounded, own)
	}
	total, count, units := new(big.Rat), int64(0), int64(0)
	group := now.Roster.Group(u.Key)
	for _, other := range now.Units {
		if other == now.Roster.Register().City() || (r.Whole == formula.Group && now.Roster.Group(other.Key) != group) {
			continue
		}
		units++
		v := p.value(nil, r.Name, other.Key, r.Month, r.Rounded, false)
		if own {
			v = p.overMonths(r.Name, other.Key)
		}
		if v.state == formula.Number {
			total.Add(total, v.rat)
			count++
		}
	}
	if r.Indicator != nil && (units != r.Units || count != r.Counted || total.Cmp(r.Sum.Rat()) != 0) {
		p.complain("%s: %d of %d units, told %d of %d", r.Ref, count, units, r.Counted, r.Units)
	}
	switch {
	case r.Aggregate == formula.Count:
		return ratOf(big.NewRat(count, 1))
	case count == 0:
		return fact{state: formula.NotReported}
	case r.Aggregate == formula.Mean:
		return ratOf(total.Quo(total, big.NewRat(count, 1)))
	}
	return ratOf(total)
}

// overMonths accumulates an entered figure over the months of the period.
func (p *prover) overMonths(indicator, unit string) fact {
	ind := p.tables(p.period.Months[0]).Roster.Program.Indicator(indicator)
	if ind.Derived() {
		panic("an aggregate over a period of what is derived")
	}
	total, count, absent := new(big.Rat), int64(0), fact{state: formula.NotReported}
	missing := false
	for _, at := range p.period.Months {
		v := stateFact(p.tables(at).Value(indicator, unit), false)
		if v.state != formula.Number {
			absent.state, missing = max(absent.state, v.state), true
			continue
		}
		total.Add(total, v.rat)
		count++
	}
	switch {
	case count == 0 || (missing && ind.Accumulate == "sum"):
		return absent
	case ind.Accumulate != "sum":
		total.Quo(total, big.NewRat(count, 1))
	}
	return ratOf(roundedRat(total, ind.Places(), formula.HalfEven))
}

// value is a figure as formulas see it: derived ones unrounded, unless the published value is asked for.
func (p *prover) value(f *appraise.Figures, indicator, unit string, at month.Month, rounded, period bool) fact {
	if f != nil {
		for i := range f.Calculations {
			c := &f.Calculations[i]
			if c.Indicator.Key != indicator || c.Unit.Key != unit || c.Month != at || c.Period != period {
				continue
			}
			if rounded || c.Value.State != models.IsNumber || c.Result.State != formula.Number {
				return stateFact(c.Value, !rounded)
			}
			return factOf(c.Result)
		}
		for _, a := range f.Accumulated {
			if period && a.Indicator.Key == indicator && a.Unit.Key == unit {
				return stateFact(a.Value, false)
			}
		}
	}
	t := p.tables(at)
	derived := t.Roster.Program.Indicator(indicator).Derived()
	return stateFact(t.Value(indicator, unit), derived && !rounded)
}
