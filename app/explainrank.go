package app

import (
	"slices"
	"strings"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/formula"
	"yueping/models/number"
)

// parts writes the ranks that a sum of ranks adds up, and how those came about where nothing else of the
// explanation says so.
func (w *explaining) parts(level int, x *appraise.Explanation) {
	if len(x.Parts) == 0 {
		return
	}
	w.say(level, "explain.sum_of")
	var terms []string
	for _, p := range x.Parts {
		if p.Place == nil {
			w.say(level+1, "explain.part_unranked", "scheme", p.Scheme.Name)
			continue
		}
		terms = append(terms, number.FromInt(int64(p.Place.Rank)).String())
		w.say(level+1, "explain.part_rank", "scheme", p.Scheme.Name, "rank", p.Place.Rank, "group", p.Group.Name, "of", p.Place.Of)
	}
	if x.Place != nil {
		w.say(level+1, "explain.rank_sum", "working", strings.Join(terms, " + "), "sum", x.Keys[0].Value.String())
	}
	for _, p := range x.Parts {
		told := slices.ContainsFunc(w.e.Schemes, func(s *appraise.Explanation) bool { return s.Scheme.Key == p.Scheme.Key })
		if !told && p.Unit != nil {
			w.scheme(level+1, p)
		}
	}
}

// conditions writes the rules that leave units out, as they came out.
func (w *explaining) conditions(level int, x *appraise.Explanation) {
	if len(x.Conditions) == 0 {
		return
	}
	w.say(level, "explain.conditions")
	for _, c := range x.Conditions {
		key := "explain.condition_not"
		switch {
		case c.Holds:
			key = "explain.condition_holds"
		case c.Verdict.State != formula.Number:
			key = "explain.condition_unknown"
		}
		w.say(level+1, key, "rule", w.formula(c.Named), "reason", c.Reason)
		w.steps(level+2, c.Steps)
	}
}

// place writes how the unit was compared and where it stands.
func (w *explaining) place(level int, x *appraise.Explanation) {
	w.say(level, "explain.ranking")
	for i, k := range x.Keys {
		w.key(level+1, i, k, x)
	}
	if x.Place == nil {
		w.say(level+1, "explain.unranked."+string(x.Cause), "reason", ReasonWords(w.t, *x.Excluded))
		return
	}
	p := x.Place
	w.say(level+1, "explain.ties."+p.Ties, "keys", x.Terms.TieKeys, "all", len(x.Keys))
	w.say(level+1, "explain.counted."+p.Ties, "group", x.Group.Name, "of", p.Of, "ahead", p.Ahead, "levels", p.AheadLevels, "behind", p.Behind, "rank", p.Rank)
	if len(p.Equal) > 0 {
		w.say(level+1, "explain.equal", "units", w.neighbours(x, p.Equal), "precedence", p.Precedence, "shared", p.Shared)
	}
	if p.Before != nil {
		w.say(level+1, "explain.before", "unit", w.neighbours(x, []appraise.Neighbour{*p.Before}), "key", w.decided(x))
	}
	if p.After != nil {
		w.say(level+1, "explain.after", "unit", w.neighbours(x, []appraise.Neighbour{*p.After}))
	}
}

// key writes one key with its direction.
func (w *explaining) key(level, i int, k appraise.KeyFigure, x *appraise.Explanation) {
	direction := "explain.ascending"
	if k.Descending {
		direction = "explain.descending"
	}
	value := figureWords(w.t, k.Indicator, appraise.Value{State: k.State, Number: k.Value})
	name := k.Indicator.Name
	if len(x.Parts) > 0 {
		name = w.word("explain.rank_total")
	}
	w.say(level, "explain.key", "number", i+1, "count", len(x.Keys), "indicator", name, "value", value, "direction", w.word(direction), "ties", k.Ties)
}

func (w *explaining) decided(x *appraise.Explanation) string {
	if at := x.Place.DecidedByKey; at > 1 {
		return x.Keys[at-1].Indicator.Name
	}
	return ""
}

// neighbours names units with their values and their order of precedence.
func (w *explaining) neighbours(x *appraise.Explanation, list []appraise.Neighbour) string {
	words := make([]string, len(list))
	for i, n := range list {
		values := make([]string, len(n.Values))
		for k, v := range n.Values {
			values[k] = figureWords(w.t, x.Keys[k].Indicator, appraise.Value{State: models.IsNumber, Number: v})
		}
		words[i] = w.word("explain.neighbour", "unit", FullName(n.Name, n.County), "rank", n.Rank, "values", strings.Join(values, "、"), "precedence", n.Precedence)
	}
	return strings.Join(words, "；")
}

// lists writes each list of the group, whether the unit is in it and why.
func (w *explaining) lists(level int, x *appraise.Explanation) {
	if len(x.Lists) == 0 {
		return
	}
	w.say(level, "explain.lists")
	for _, l := range x.Lists {
		outcome := "explain.out"
		switch {
		case l.ByTie:
			outcome = "explain.in_by_tie"
		case l.In:
			outcome = "explain.in"
		case l.SplitOff:
			outcome = "explain.split_off"
		}
		w.say(level+1, "explain.list", "list", l.Name, "rule", w.cut(x, l), "outcome", w.word(outcome), "holds", l.Holds)
	}
}

// cut says what a list asks for and how far from its side the unit is.
func (w *explaining) cut(x *appraise.Explanation, l appraise.ListTest) string {
	threshold := ""
	if l.Threshold != nil {
		threshold = Fixed(x.Keys[0].Indicator, *l.Threshold)
		if l.By == "percent" {
			threshold = ExactWords(number.Of(*l.Threshold).Mul(number.Int(100))) + "%"
		}
	}
	by := l.By
	if by == "" {
		by = "rows"
	}
	return w.word("explain.cut."+by, "worst", l.Worst, "count", l.Wanted, "ranked", l.Ranked, "levels", l.Levels, "position", l.Position,
		"threshold", threshold, "below", l.Below, "value", Fixed(x.Keys[0].Indicator, l.Value), "split", l.Split)
}

// grade writes the band that gave the grade.
func (w *explaining) grade(level int, x *appraise.Explanation) {
	g := x.Grade
	if g == nil {
		return
	}
	bands := make([]string, len(g.Bands))
	for i, b := range g.Bands {
		bands[i] = w.word("explain.band", "grade", b.Grade, "min", Fixed(x.Keys[0].Indicator, b.Min))
	}
	value := Fixed(x.Keys[0].Indicator, g.Value)
	if g.Band == nil {
		w.say(level, "explain.no_grade", "value", value, "bands", strings.Join(bands, "，"))
		return
	}
	w.say(level, "explain.grade", "grade", g.Band.Grade, "value", value, "min", Fixed(x.Keys[0].Indicator, g.Band.Min), "bands", strings.Join(bands, "，"))
}
