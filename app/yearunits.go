package app

import (
	"cmp"
	"slices"
	"strings"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/number"
)

// yearGroup is a group with every unit that it had in the year, in the order of precedence.
type yearGroup struct {
	models.Group
	units []*yearUnit
	lists []models.List // as the last month with it calls each
}

// yearUnit is a unit's year in one group; places are by month of the year's ranked ones.
type yearUnit struct {
	unit         *models.Unit
	name, county string
	places       []yearPlace
}

// yearPlace is where a unit stood in a month; rank 0 for nowhere.
type yearPlace struct {
	rank   int
	value  number.Number
	lists  map[string]bool // true where not everybody is in it
	state  string          // 无数据 and the like: shown in place of a rank
	reason string          // why there is no rank
}

// groups gathers the groups of the year, in the order in which the months have them.
func (y *year) groups() []*yearGroup {
	var groups []*yearGroup
	at := map[string]*yearGroup{}
	for i := range y.months {
		for j := range y.months[i].Ranking.Groups {
			ranked := &y.months[i].Ranking.Groups[j]
			if len(ranked.Rows)+len(ranked.Excluded) == 0 {
				continue
			}
			g := at[ranked.Group.Key]
			if g == nil {
				g = &yearGroup{}
				at[ranked.Group.Key] = g
				groups = append(groups, g)
			}
			g.Group = ranked.Group
			y.gather(g, i, ranked)
		}
	}
	for _, g := range groups {
		slices.SortStableFunc(g.units, func(a, b *yearUnit) int { return cmp.Compare(a.unit.Precedence, b.unit.Precedence) })
	}
	return groups
}

// gather adds a month of a group.
func (y *year) gather(g *yearGroup, at int, ranked *appraise.RankedGroup) {
	for _, l := range ranked.Lists {
		i := slices.IndexFunc(g.lists, func(known models.List) bool { return known.Key == l.List.Key })
		if i < 0 {
			g.lists = append(g.lists, l.List)
		} else {
			g.lists[i] = l.List
		}
	}
	for i := range ranked.Rows {
		row := &ranked.Rows[i]
		place := yearPlace{rank: row.Rank, value: row.Values[0], lists: map[string]bool{}}
		for _, l := range ranked.Lists {
			if slices.Contains(l.Rows, i) {
				place.lists[l.List.Key] = len(l.Rows) < len(ranked.Rows)
			}
		}
		y.unit(g, row.Unit, row.Name, row.County).places[at] = place
	}
	for _, e := range ranked.Excluded {
		state := StateWord(y.w.text, e.State)
		if state == "" {
			state = y.w.text.T("year.unranked")
		}
		y.unit(g, e.Unit, e.Name, e.County).places[at] = yearPlace{state: state, reason: ReasonWords(y.w.text, e)}
	}
}

// unit finds a unit of a group under its last name.
func (y *year) unit(g *yearGroup, u *models.Unit, name, county string) *yearUnit {
	i := slices.IndexFunc(g.units, func(known *yearUnit) bool { return known.unit == u })
	if i < 0 {
		i = len(g.units)
		g.units = append(g.units, &yearUnit{unit: u, places: make([]yearPlace, len(y.months))})
	}
	g.units[i].name, g.units[i].county = name, county
	return g.units[i]
}

// rankPlaces is how many decimals an average rank has.
const rankPlaces = 2

// averages are those of the figure, rounded half to even to the indicator's decimals, and of the rank, over
// the months with a rank; count is how many these are.
func (u *yearUnit) averages(figure *models.Indicator) (value, rank number.Number, count int, err error) {
	var values, ranks number.Ratio
	for _, p := range u.places {
		if p.rank > 0 {
			values, ranks, count = values.Add(number.Of(p.value)), ranks.Add(number.Int(int64(p.rank))), count+1
		}
	}
	if count == 0 {
		return value, rank, 0, nil
	}
	if rank, err = ranks.Quo(number.Int(int64(count))).Round(rankPlaces); err == nil && figure != nil {
		value, err = values.Quo(number.Int(int64(count))).Round(figure.Places())
	}
	return value, rank, count, err
}

// namedMonths is how many months stand beside a best or worst rank by name.
const namedMonths = 2

// extreme is the best or the worst rank of the year with its months, of many their count: 1（6月、8月）,
// 1（5个月）; "" without one.
func (y *year) extreme(u *yearUnit, worst bool) string {
	best := 0
	var at []string
	for i, p := range u.places {
		switch {
		case p.rank == 0:
			continue
		case best == 0 || (p.rank > best) == worst && p.rank != best:
			best, at = p.rank, nil
		case p.rank != best:
			continue
		}
		at = append(at, y.monthWord(i))
	}
	if best == 0 {
		return ""
	}
	months := strings.Join(at, "、")
	if len(at) > namedMonths {
		months = y.w.text.T("year.months", "count", len(at))
	}
	return y.w.text.T("year.rank_in", "rank", best, "months", months)
}

// missing names the months in which a unit has no rank, and why.
func (y *year) missing(u *yearUnit) string {
	var parts []string
	for i, p := range u.places {
		if p.rank > 0 {
			continue
		}
		reason := p.reason
		if reason == "" {
			reason = y.w.text.T("year.elsewhere")
		}
		parts = append(parts, y.w.text.T("year.missing_month", "month", y.monthWord(i), "reason", reason))
	}
	return strings.Join(parts, "、")
}

// noticesOf are the notices of a unit, each with its months: 预警提示：5月、6月；约谈党委主要负责同志：8月.
func (y *year) noticesOf(u *yearUnit) string {
	var order []string
	months := map[string][]string{}
	for i, m := range y.months {
		for _, n := range m.notices {
			if n.Unit != u.unit {
				continue
			}
			what := n.Action + n.Addressee
			if months[what] == nil {
				order = append(order, what)
			}
			months[what] = append(months[what], y.monthWord(i))
		}
	}
	for i, what := range order {
		order[i] = y.w.text.T("year.notice", "notice", what, "months", strings.Join(months[what], "、"))
	}
	return strings.Join(order, y.w.text.T("year.and"))
}

// monthWord is 8月 for one of the ranked months.
func (y *year) monthWord(i int) string {
	return y.w.text.T("month.number", "month", y.months[i].Month.At.Number())
}
