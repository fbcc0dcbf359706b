package app

import (
	"fmt"
	"slices"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/number"
)

// place proves a unit's place from the values that the ranking lists, counting anew.
func (p *prover) place(x *appraise.Explanation, r *appraise.Ranking) {
	g, row := r.Row(x.Unit.Key)
	if (row == nil) != (x.Place == nil) || (row == nil) != (x.Excluded != nil) {
		p.complain("%s is ranked, or it is not", x.Unit.Key)
		return
	}
	if row == nil {
		want := appraise.CauseFigures
		if slices.ContainsFunc(x.Conditions, func(c appraise.ConditionTest) bool { return c.Holds }) {
			want = appraise.CauseCondition
		}
		if slices.ContainsFunc(x.Terms.Exclude, func(e models.Exclusion) bool { return e.Unit == x.Unit.Key }) {
			want = appraise.CauseNamed
		}
		if x.Cause != want {
			p.complain("%s is left out for %q, told %q", x.Unit.Key, want, x.Cause)
		}
		return
	}
	for i, k := range x.Keys {
		if k.State != models.IsNumber || k.Value.Cmp(row.Values[i]) != 0 {
			p.complain("key %s of %s: %s, ranked by %s", k.Indicator.Key, x.Unit.Key, k.Value, row.Values[i])
		}
	}
	against := func(o *appraise.Row, keys []appraise.KeyFigure) int {
		for i, k := range keys {
			if c := ratNumber(o.Values[i]).Cmp(ratNumber(row.Values[i])); c != 0 {
				if k.Descending {
					return -c
				}
				return c
			}
		}
		return 0
	}
	var tying []appraise.KeyFigure
	for _, k := range x.Keys {
		if k.Ties {
			tying = append(tying, k)
		}
	}
	better, worse, position := 0, 0, 1
	var values []string // distinct better ones
	for i := range g.Rows {
		o := &g.Rows[i]
		switch c := against(o, tying); {
		case c < 0:
			better++
			if text := fmt.Sprint(o.Values[:len(tying)]); !slices.Contains(values, text) {
				values = append(values, text)
			}
		case c > 0:
			worse++
		}
		whole := against(o, x.Keys)
		if o != row && (whole < 0 || (whole == 0 && o.Unit.Precedence < row.Unit.Precedence)) {
			position++
		}
	}
	rank := better + 1
	switch x.Terms.Ties {
	case "dense":
		rank = len(values) + 1
	case "ordinal":
		rank, better, worse = position, position-1, len(g.Rows)-position
	}
	if x.Place.Rank != rank || row.Rank != rank || x.Place.Position != position || x.Place.Ahead != better || x.Place.Behind != worse || x.Place.Of != len(g.Rows) {
		p.complain("%s: counted rank %d at %d (%d ahead, %d behind), told %+v, ranked %d", x.Unit.Key, rank, position, better, worse, *x.Place, row.Rank)
	}
	p.lists(x, g, row, better, worse)
	grade := ""
	if x.Grade != nil && x.Grade.Band != nil {
		grade = x.Grade.Band.Grade
	}
	if grade != row.Grade {
		p.complain("%s has grade %q, told %q", x.Unit.Key, row.Grade, grade)
	}
}

// lists proves each list from how many are better or worse.
func (p *prover) lists(x *appraise.Explanation, g *appraise.RankedGroup, row *appraise.Row, better, worse int) {
	var in []string
	for _, l := range x.Lists {
		if l.In {
			in = append(in, l.Key)
		}
		beyond, position := better, x.Place.Position
		if l.Worst {
			beyond, position = worse, len(g.Rows)-x.Place.Position+1
		}
		if l.By != "rows" || l.Split {
			continue
		}
		if want := beyond < l.Count; want != l.In || l.ByTie != (want && position > l.Count) || l.Position != position {
			p.complain("list %s: %d of %s beyond, told %+v", l.Key, beyond, x.Unit.Key, l)
		}
	}
	slices.Sort(in)
	stored := slices.Sorted(slices.Values(row.Lists))
	if !slices.Equal(in, stored) {
		p.complain("%s is in %v, told %v", x.Unit.Key, stored, in)
	}
}

// explanation proves everything of one.
func (p *prover) explanation(x *appraise.Explanation, r *appraise.Ranking) {
	p.period = x.Period
	p.figures(&x.Figures)
	p.period = nil
	for i := range x.Conditions {
		c := &x.Conditions[i]
		verdict := p.chain(&x.Figures, c.Steps, x.Unit, x.Month, false)
		if !verdict.equal(factOf(c.Verdict)) || c.Holds != verdict.is() {
			p.complain("%s of %s: %s, told %v", c.Rule, x.Unit.Key, verdict, c.Holds)
		}
	}
	sum := int64(0)
	for _, part := range x.Parts {
		if part.Place != nil {
			sum += int64(part.Place.Rank)
		}
	}
	if len(x.Parts) > 0 && x.Place != nil && x.Keys[0].Value.Cmp(number.FromInt(sum)) != 0 {
		p.complain("%s: the ranks make %d, told %s", x.Unit.Key, sum, x.Keys[0].Value)
	}
	p.place(x, r)
}
