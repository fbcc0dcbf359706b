package appraise

import (
	"slices"

	"yueping/models"
	"yueping/models/escalate"
	"yueping/models/month"
)

// awaited is who is to stand in each list in a month to come, by what is known of it beforehand.
type awaited map[escalate.List]map[*models.Unit]bool

// awaited gives it of the lists that rules name. A unit that is merged by then, or a scheme that has
// ended, is no risk, however long the unit has stood in the list.
func (c *Context) awaited(rules []escalate.Rule, at month.Month) awaited {
	t, result := c.NewTable(at), awaited{}
	schemes, lists := named(rules)
	for _, scheme := range schemes {
		s := c.Program.Scheme(scheme)
		if s == nil {
			continue
		}
		terms, holds := s.At(at)
		if !holds {
			continue
		}
		for _, p := range t.partitions(terms) {
			for _, l := range terms.Lists {
				list := escalate.List{Scheme: scheme, List: l.Key}
				if slices.Contains(lists, list) && t.hasList(l, p, terms) {
					result.put(list, t, p, terms)
				}
			}
		}
	}
	return result
}

func (a awaited) put(list escalate.List, t *Table, p partition, terms models.SchemeTerms) {
	if a[list] == nil {
		a[list] = make(map[*models.Unit]bool, len(p.units))
	}
	for _, row := range p.units {
		u := t.Units[row]
		if !slices.ContainsFunc(terms.Exclude, func(e models.Exclusion) bool { return e.Unit == u.Key }) {
			a[list][u] = true
		}
	}
}

// concerns reports whether a unit is to stand in every list of a rule.
func (a awaited) concerns(r escalate.Rule, u *models.Unit) bool {
	return !slices.ContainsFunc(r.Lists(), func(l escalate.List) bool { return !a[l][u] })
}
