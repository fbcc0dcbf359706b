package app

import (
	"strings"

	"yueping/app/text"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/models/number"
)

// BreakWords says what parts a ranking's month from the one that it is compared with beside the air itself,
// what the recalculated column takes into account, and what it cannot; "" where nothing parts them.
func BreakWords(t *text.Book, c *Compared, against *Comparison) string {
	if against == nil || !against.Break.Any() {
		return ""
	}
	b, then, at := against.Break, against.Then, c.Month.At
	limits := func(at month.Month) map[air.Pollutant]air.Limit { return c.Month.context.Standards.Limits(at) }
	what := changedLimits(t, b.Limits, limits(then), limits(at))
	if len(b.Weights) > 0 {
		weights := func(at month.Month) string { return weightWords(b.Weights, c.Month.Program.Air.Weights.Get(at)) }
		what = append(what, t.T("break.weights", "names", PollutantWords(t, b.Weights), "old", weights(then), "new", weights(at)))
	}
	if b.Conditions {
		what = append(what, t.T("break.conditions"))
	}
	if b.Scale {
		what = append(what, t.T("break.scale"))
	}
	how, converted := howRebased(t, b, c.pollutants())
	key := "break.not_rebased"
	switch {
	case against.Rebased():
		key = "break.rebased"
	case converted:
		key = "break.rebased_same"
	}
	return t.T("break.note", "month", MonthWords(t, then), "what", strings.Join(what, t.T("break.and"))) +
		t.T(key, "column", BasedTitle(t, c, against), "month", MonthWords(t, then), "how", strings.Join(how, t.T("break.and")))
}

// InsideWords says the same of the months that the ranked figure itself looks back at; "" where nothing
// parts those.
func InsideWords(t *text.Book, c *Compared) string {
	if !c.Inside.Any() {
		return ""
	}
	var what []string
	if list := c.Inside.Limits; len(list) > 0 {
		what = append(what, t.T("break.limits_inside", "names", PollutantWords(t, list)))
	}
	if list := c.Inside.Weights; len(list) > 0 {
		what = append(what, t.T("break.weights_inside", "names", PollutantWords(t, list)))
	}
	if c.Inside.Conditions {
		what = append(what, t.T("break.conditions"))
	}
	if c.Inside.Scale {
		what = append(what, t.T("break.scale"))
	}
	how, _ := howRebased(t, c.Inside, c.pollutants())
	key := "break.inside"
	if c.OnBasis == nil {
		key = "break.inside_only"
	}
	return t.T(key, "figure", c.Ranking.Keys[0].Name, "what", strings.Join(what, t.T("break.and")), "column", t.T("column.on_basis"),
		"how", strings.Join(how, t.T("break.and")))
}

// Rebased reports whether the recalculation of the earlier month brings anything: particulates cannot be
// brought to another reference state, so an index of them alone may stay what it was.
func (against *Comparison) Rebased() bool {
	if against == nil {
		return false
	}
	for unit, based := range against.Based {
		m := against.Moves[unit]
		if m.New != based.New || m.Ranks != based.Ranks || m.Value.Cmp(based.Value) != 0 {
			return true
		}
	}
	return false
}

// BasedTitle heads the column of the recalculated changes.
func BasedTitle(t *text.Book, c *Compared, against *Comparison) string {
	if against.Then == c.Month.At-12 {
		return t.T("column.last_year_based")
	}
	return t.T("column.last_month_based")
}

// pollutants are those that the first key is calculated from, or is; nil where that is not known.
func (c *Compared) pollutants() []air.Pollutant {
	if len(c.Ranking.Keys) == 0 {
		return nil
	}
	key := c.Ranking.Keys[0].Key
	if p := air.Pollutant(key); p.Known() {
		return []air.Pollutant{p}
	}
	return c.Month.Table.IndexedPollutants(key)
}

// howRebased says how a month is recalculated, and whether that can change anything.
func howRebased(t *text.Book, b air.Break, pollutants []air.Pollutant) (how []string, changes bool) {
	if len(b.Limits) > 0 {
		how = append(how, t.T("break.by_limits"))
	}
	if len(b.Weights) > 0 {
		how = append(how, t.T("break.by_weights"))
	}
	changes = len(how) > 0
	gases, dust := byState(pollutants)
	switch {
	case !b.Conditions:
	case len(pollutants) == 0:
		how, changes = append(how, t.T("break.converted")), true
	default:
		if len(gases) > 0 {
			how = append(how, t.T("break.gases", "names", PollutantWords(t, gases)))
			changes = true
		}
		if len(dust) > 0 {
			how = append(how, t.T("break.dust", "names", PollutantWords(t, dust)))
		}
	}
	if b.Scale {
		how = append(how, t.T("break.scale_stays"))
	}
	return how, changes
}

// byState tells gases, which can be brought to another reference state, from particulates.
func byState(list []air.Pollutant) (gases, dust []air.Pollutant) {
	for _, p := range list {
		if p.Gas() {
			gases = append(gases, p)
		} else {
			dust = append(dust, p)
		}
	}
	return gases, dust
}

// changedLimits says which limits have changed, the pollutants of one change of standards together.
func changedLimits(t *text.Book, pollutants []air.Pollutant, old, now map[air.Pollutant]air.Limit) []string {
	type sources struct{ old, now string }
	var order []sources
	changed := map[sources][]air.Pollutant{}
	for _, p := range pollutants {
		s := sources{old[p].Source, now[p].Source}
		if changed[s] == nil {
			order = append(order, s)
		}
		changed[s] = append(changed[s], p)
	}
	words := make([]string, len(order))
	for i, s := range order {
		list := changed[s]
		words[i] = t.T("break.limits", "names", PollutantWords(t, list), "old_source", s.old, "old", limitWords(list, old), "new_source", s.now, "new", limitWords(list, now))
	}
	return words
}

func limitWords(list []air.Pollutant, limits map[air.Pollutant]air.Limit) string {
	return listed(list, func(p air.Pollutant) number.Number { return limits[p].Value })
}

func weightWords(list []air.Pollutant, weights air.Weights) string {
	return listed(list, weights.Of)
}

func listed(list []air.Pollutant, value func(air.Pollutant) number.Number) string {
	parts := make([]string, len(list))
	for i, p := range list {
		parts[i] = value(p).String()
	}
	return strings.Join(parts, "、")
}

// OnBasisWords is how each unit stands in the ranking on one basis: 第2名（-3.0%）; or that it has no place in it,
// as one that has got worse but keeps to the limits.
func OnBasisWords(t *text.Book, r *appraise.Ranking) map[string]string {
	words := map[string]string{}
	for _, g := range r.Groups {
		for _, row := range g.Rows {
			words[row.Unit.Key] = t.T("basis.place", "rank", row.Rank, "value", Fixed(r.Keys[0], row.Values[0]))
		}
		for _, e := range g.Excluded {
			words[e.Unit.Key] = t.T("basis.excluded")
		}
	}
	return words
}
