package app

import (
	"fmt"
	"math/big"
	"strings"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/formula"
	"yueping/models/month"
	"yueping/models/number"
)

// prover checks one explanation; every complaint is collected. tables gives the months it may look at.
type prover struct {
	tables func(month.Month) *appraise.Table
	period *appraise.Period // of the explanation at hand
	steps  int
	wrong  []string
}

func (p *prover) complain(format string, args ...any) {
	if len(p.wrong) < 20 {
		p.wrong = append(p.wrong, fmt.Sprintf(format, args...))
	}
}

func ratNumber(n number.Number) *big.Rat {
	r, ok := new(big.Rat).SetString(n.String())
	if !ok {
		panic(n.String())
	}
	return r
}

func stateFact(v appraise.Value, exact bool) fact {
	switch v.State {
	case models.NoData:
		return fact{state: formula.NoData}
	case models.NotAssessed:
		return fact{state: formula.NotAssessed}
	case models.NotReported:
		return fact{state: formula.NotReported}
	}
	if exact {
		return ratOf(v.Exact.Rat())
	}
	return ratOf(ratNumber(v.Number))
}

// figures proves the inputs, what was added up, and the calculations, in their order.
func (p *prover) figures(f *appraise.Figures) {
	for _, v := range f.Inputs {
		if stored := p.tables(v.Month).Value(v.Indicator.Key, v.Unit.Key); !stateFact(stored, false).equal(stateFact(v.Value, false)) {
			p.complain("%s of %s in %s is told as %v, stored is %v", v.Indicator.Key, v.Unit.Key, v.Month, v.Value, stored)
		}
	}
	for i := range f.Accumulated {
		p.accumulation(&f.Accumulated[i])
	}
	for i := range f.Calculations {
		p.calculation(f, &f.Calculations[i])
	}
}

func (p *prover) accumulation(a *appraise.Accumulation) {
	total, count, missing := new(big.Rat), int64(0), false
	for _, part := range a.Parts {
		if part.Value.State == models.IsNumber {
			total.Add(total, ratNumber(part.Value.Number))
			count++
		} else {
			missing = true
		}
	}
	switch {
	case count == 0 || (a.Sum && missing):
		if a.Value.State == models.IsNumber {
			p.complain("%s over the months is a number", a.Indicator.Key)
		}
		return
	case !a.Sum:
		total.Quo(total, big.NewRat(count, 1))
	}
	if a.Value.State != models.IsNumber || roundedRat(total, a.Places, formula.HalfEven).Cmp(ratNumber(a.Value.Number)) != 0 {
		p.complain("%s over the months: %s, told is %v", a.Indicator.Key, total, a.Value.Number)
	}
}

// calculation proves each step, where its operands come from, and the published result.
func (p *prover) calculation(f *appraise.Figures, c *appraise.Calculation) {
	last := p.chain(f, c.Steps, c.Unit, c.Month, c.Period)
	if len(c.Steps) == 0 {
		last = factOf(c.Result)
		if r, ok := literalRat(c.Formula); ok {
			last = ratOf(r)
		}
	}
	where := fmt.Sprintf("%s of %s in %s", c.Indicator.Key, c.Unit.Key, c.Month)
	if !last.equal(factOf(c.Result)) {
		p.complain("%s: the last step gives %s, the result is %s", where, last, factOf(c.Result))
	}
	want := last
	switch zero, isNumber := literalRat(c.ZeroDenominator); {
	case last.state == formula.Number:
		want = ratOf(roundedRat(last.rat, c.Places, formula.HalfEven))
	case isNumber:
		want = ratOf(roundedRat(zero, c.Places, formula.HalfEven))
	case c.ZeroDenominator != "":
		want = stateFact(appraise.Value{State: models.State(c.ZeroDenominator)}, false)
	}
	if !want.equal(stateFact(c.Value, false)) {
		p.complain("%s: recalculated %s, told %s", where, want, stateFact(c.Value, false))
	}
	if stored := p.tables(c.Month).Value(c.Indicator.Key, c.Unit.Key); !c.Period && !want.equal(stateFact(stored, false)) {
		p.complain("%s: recalculated %s, stored %s", where, want, stateFact(stored, false))
	}
}

// chain proves steps one after the other and gives what the last one comes to.
func (p *prover) chain(f *appraise.Figures, steps []appraise.Step, u *models.Unit, at month.Month, period bool) fact {
	var last fact
	done := map[string]fact{}
	for i := range steps {
		s := &steps[i]
		p.steps++
		for _, o := range s.Operands {
			p.operand(f, done, o, u, at, period)
		}
		var ok bool
		if s.Reference != nil {
			last, ok = p.reference(f, s.Reference, u, at, period), true
		} else {
			last, ok = apply(s, at)
		}
		if s.Op == "band" && len(s.Operands) == 2 {
			p.band(s)
		}
		if !ok || !last.equal(factOf(s.Result)) {
			p.complain("%s of %s in %s: recalculated %s, told %s", s.Source, u.Key, at, last, factOf(s.Result))
		}
		done[s.Source] = last
	}
	return last
}

// operand proves where an operand comes from: a step before, a number of the formula, or a figure.
func (p *prover) operand(f *appraise.Figures, done map[string]fact, o appraise.Operand, u *models.Unit, at month.Month, period bool) {
	want, known := done[o.Source]
	if !known {
		if r, ok := literalRat(o.Source); ok {
			want = ratOf(r)
		} else if o.Ref != nil {
			want = p.reference(f, &appraise.Reference{Ref: *o.Ref, Month: at - month.Month(o.Ref.Shift), Unit: u}, u, at, period)
		} else {
			p.complain("%s comes from nowhere", o.Source)
			return
		}
	}
	if !want.equal(factOf(o.Value)) {
		p.complain("operand %s of %s in %s is told as %s, it is %s", o.Source, u.Key, at, factOf(o.Value), want)
	}
}

// band proves that the value taken is the first whose limit holds: a value of a later band would need
// every limit before to fail.
func (p *prover) band(s *appraise.Step) {
	value := factOf(s.Operands[0].Value)
	for i, l := range s.Limits {
		if !compares(l.Op, value.rat.Cmp(l.Bound.Rat())) {
			continue
		}
		text := strings.Split(s.Source, ";")[i+1]
		_, taken, _ := strings.Cut(text, ":")
		if strings.TrimSpace(taken) != s.Operands[1].Source {
			p.complain("%s takes %s for %s", s.Source, s.Operands[1].Source, value)
		}
		return
	}
	if !strings.Contains(s.Source, "else: "+s.Operands[1].Source) {
		p.complain("%s takes %s for %s", s.Source, s.Operands[1].Source, value)
	}
}
