package appraise

import (
	"slices"

	"yueping/models"
	"yueping/models/escalate"
	"yueping/models/month"
	"yueping/models/rank"
)

// standings is who stood where in a group: what notices need of a ranking. It is ordered and cut as
// the ranking is; names, figures and grades, which cost most of one, are left out.
type standings struct {
	scheme string
	table  *Table
	places []rank.Place // by rank; ID is the row in the table
	lists  []cutOut     // those that the group has
}

// cutOut is a list with the rows of the table that are in it.
type cutOut struct {
	key  string
	rows []int
}

// standings ranks the groups of a month by a scheme; none where it does not hold then.
func (t *Table) standings(scheme string) ([]standings, error) {
	s := t.context.Program.Scheme(scheme)
	if s == nil {
		return nil, nil
	}
	terms, holds := s.At(t.At)
	if !holds {
		return nil, nil
	}
	r, rules := t.prepare(s, terms)
	figures, err := t.figures(r)
	if err != nil {
		return nil, err
	}
	var result []standings
	for _, p := range t.partitions(terms) {
		rows := make([]rank.Row, 0, len(p.units))
		for _, row := range p.units {
			if v, excluded := figures(t.Units[row]); excluded == nil {
				rows = append(rows, rank.Row{ID: row, Values: v, Precedence: t.Units[row].Precedence})
			}
		}
		group := standings{scheme: scheme, table: t, places: rank.Order(rows, rules)}
		for _, l := range terms.Lists {
			if t.hasList(l, p, terms) {
				group.lists = append(group.lists, cutOut{l.Key, rank.Select(group.places, Cut(l))})
			}
		}
		result = append(result, group)
	}
	return result, nil
}

// named gives the schemes that the rules name, and of each the lists.
func named(rules []escalate.Rule) ([]string, []escalate.List) {
	var schemes []string
	var lists []escalate.List
	for _, r := range rules {
		if r.Ended {
			continue
		}
		for _, l := range r.Lists() {
			if !slices.Contains(schemes, l.Scheme) {
				schemes = append(schemes, l.Scheme)
			}
			if !slices.Contains(lists, l) {
				lists = append(lists, l)
			}
		}
	}
	return schemes, lists
}

// monthsUntil are the months with data up to the last of some months, those themselves among them
// whatever they have.
func monthsUntil(ats, months []month.Month) []month.Month {
	all := slices.Concat(months, ats)
	slices.Sort(all)
	all = slices.Compact(all)
	return all[:slices.Index(all, slices.Max(ats))+1]
}

// survey calls visit with the standings of every group, month by month, in the schemes that the rules
// name, in their order.
func (c *Context) survey(rules []escalate.Rule, months []month.Month, visit func(standings)) error {
	schemes, _ := named(rules)
	for _, m := range months {
		t, err := c.Table(m)
		if err != nil {
			return err
		}
		for _, scheme := range schemes {
			groups, err := t.standings(scheme)
			if err != nil {
				return err
			}
			for _, g := range groups {
				visit(g)
			}
		}
	}
	return nil
}

// each calls placed with every unit of the group, its place, and whether it is in a list; it calls
// nothing where the group has no such list.
func (s *standings) each(list string, placed func(u *models.Unit, p *rank.Place, mark escalate.Mark)) {
	i := slices.IndexFunc(s.lists, func(l cutOut) bool { return l.key == list })
	if i < 0 {
		return
	}
	in := make([]bool, len(s.table.Units))
	for _, row := range s.lists[i].rows {
		in[row] = true
	}
	for j := range s.places {
		p, mark := &s.places[j], escalate.NotInList
		if in[p.ID] {
			mark = escalate.InList
		}
		placed(s.table.Units[p.ID], p, mark)
	}
}
