package city

import (
	"maps"
	"slices"

	"yueping/models"
	"yueping/models/month"
)

// checkAbove refuses units that stand under themselves in any month, by law or in practice.
func checkAbove(all units, nodes map[string]fields) {
	place := make(map[string]int, len(all.list))
	turns := map[month.Month]bool{0: true}
	for i := range all.list {
		u := &all.list[i]
		if u.Key != "" {
			place[u.Key] = i
		}
		for _, above := range []month.Dated[string]{u.Parents, u.Caretakers} {
			for _, s := range above {
				turns[s.From] = true
			}
		}
	}
	byLaw, inCare := make([]bool, len(all.list)), make([]bool, len(all.list))
	for _, at := range slices.Sorted(maps.Keys(turns)) {
		all.circles(place, byLaw, func(u *models.Unit) string { return u.Parents.Get(at) })
		all.circles(place, inCare, func(u *models.Unit) string { return u.Above(at) })
	}
	for i := range all.list {
		f := nodes[all.list[i].Key]
		at := f.get("caretaker")
		if byLaw[i] || !at.present() {
			at = f.get("parent")
		}
		if byLaw[i] || inCare[i] {
			at.wrong("city.parent_cycle")
		}
	}
}

// circles marks the units that stand above themselves. Each unit is walked over once.
func (all units) circles(place map[string]int, circling []bool, above func(*models.Unit) string) {
	walk := make([]int, len(all.list)) // the walk that first came by, 0 for none
	for start := range all.list {
		i, known := start, true
		for known && walk[i] == 0 {
			walk[i] = start + 1
			i, known = place[above(&all.list[i])]
		}
		if !known || walk[i] != start+1 {
			continue
		}
		for first, marked := i, false; !marked; marked = i == first {
			circling[i] = true
			i = place[above(&all.list[i])]
		}
	}
}

// calling is a name under a parent.
type calling struct{ parent, name string }

// calledThen is a unit's calling from a month on, up to but without another.
type calledThen struct {
	calling
	unit        string
	from, until month.Month
}

// callings gives what a unit is called under whom, in order of time. Its first name holds from the
// beginning.
func callings(u *models.Unit) []calledThen {
	end := month.Of(9999, 12)
	if u.Until != 0 {
		end = u.Until
	}
	turns := []month.Month{u.Since}
	for _, dated := range []month.Dated[string]{u.Names, u.Parents} {
		for _, s := range dated {
			if s.From > u.Since && s.From < end {
				turns = append(turns, s.From)
			}
		}
	}
	slices.Sort(turns)
	turns = append(slices.Compact(turns), end)
	var result []calledThen
	for i, from := range turns[:len(turns)-1] {
		if name := u.Name(from); name != "" {
			result = append(result, calledThen{calling{u.Parents.Get(from), name}, u.Key, from, turns[i+1]})
		}
	}
	return result
}
