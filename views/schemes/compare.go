package schemes

import (
	"slices"

	"yueping/models/appraise"
)

// comparison is a ranking under the form's terms beside the present one.
type comparison struct {
	groups   []comparedGroup
	known    bool // there is a present ranking to compare with
	counties bool // some unit stands under a county
}

// comparedGroup is the rows of a group by the new rank; units that have none any more stand last.
type comparedGroup struct {
	name string
	rows []compared
}

// compared is a unit's rank then and now, 0 for none, and the lists that it is in, comes into or goes out of.
type compared struct {
	row                 *appraise.Row // as it would be; as it is where it would have no rank
	excluded            *appraise.Excluded
	before, after       int
	stays, enters, goes []listed
}

type listed struct {
	key, name string
	worst     bool
}

// changed reports whether the unit would stand elsewhere than now.
func (c *compared) changed() bool {
	return c.before != c.after || len(c.enters) > 0 || len(c.goes) > 0
}

// place is where a unit stands in a ranking.
type place struct {
	group *appraise.RankedGroup
	row   *appraise.Row
}

func places(r *appraise.Ranking) map[string]place {
	result := map[string]place{}
	if r == nil {
		return result
	}
	for i := range r.Groups {
		g := &r.Groups[i]
		for j := range g.Rows {
			result[g.Rows[j].Unit.Key] = place{g, &g.Rows[j]}
		}
	}
	return result
}

// compare puts a ranking beside the present one, which is nil where there is none. Lists are the same
// where their keys are.
func compare(now, present *appraise.Ranking) comparison {
	then, left := places(present), places(present)
	result := comparison{known: present != nil}
	for i := range now.Groups {
		g := &now.Groups[i]
		group := comparedGroup{name: g.Group.Name}
		for j := range g.Rows {
			row := &g.Rows[j]
			result.counties = result.counties || row.County != ""
			c := compared{row: row, after: row.Rank}
			delete(left, row.Unit.Key)
			var was []listed
			if p, ranked := then[row.Unit.Key]; ranked {
				c.before, was = p.row.Rank, lists(p.group, p.row)
			}
			c.sort(lists(g, row), was, present != nil)
			group.rows = append(group.rows, c)
		}
		for j := range g.Excluded {
			if p, ranked := left[g.Excluded[j].Unit.Key]; ranked {
				delete(left, g.Excluded[j].Unit.Key)
				group.rows = append(group.rows, compared{row: p.row, excluded: &g.Excluded[j], before: p.row.Rank, goes: lists(p.group, p.row)})
			}
		}
		result.groups = append(result.groups, group)
	}
	// Units of groups that are no longer ranked.
	for i := 0; present != nil && i < len(present.Groups); i++ {
		g, gone := &present.Groups[i], comparedGroup{}
		for j := range g.Rows {
			if p, ranked := left[g.Rows[j].Unit.Key]; ranked {
				gone.rows = append(gone.rows, compared{row: p.row, before: p.row.Rank, goes: lists(p.group, p.row)})
			}
		}
		if gone.name = g.Group.Name; len(gone.rows) > 0 {
			result.groups = append(result.groups, gone)
		}
	}
	return result
}

// sort parts the lists of now into those that the unit was in and those it was not.
func (c *compared) sort(now, was []listed, known bool) {
	in := func(all []listed, key string) bool {
		return slices.ContainsFunc(all, func(l listed) bool { return l.key == key })
	}
	for _, l := range now {
		if known && !in(was, l.key) {
			c.enters = append(c.enters, l)
		} else {
			c.stays = append(c.stays, l)
		}
	}
	for _, l := range was {
		if !in(now, l.key) {
			c.goes = append(c.goes, l)
		}
	}
}

// lists are those that a row is in.
func lists(g *appraise.RankedGroup, row *appraise.Row) []listed {
	var result []listed
	for _, l := range g.Lists {
		if slices.Contains(row.Lists, l.List.Key) {
			result = append(result, listed{l.List.Key, l.List.Name, l.List.Worst})
		}
	}
	return result
}
