package city

import (
	"slices"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

// Target is a month to be made up for a sample: the ranges its values come from, and the lists they
// must lead to.
type Target struct {
	Program string
	Month   month.Month
	Ranges  []Range
	Lists   []TargetList
	Days    TargetDays
}

// TargetDays are the units that get values by day, which come to just those of the month.
type TargetDays struct {
	Groups, Units []string
}

// Has reports whether a unit of a group is one of them.
func (d TargetDays) Has(group, unit string) bool {
	return slices.Contains(d.Groups, group) || slices.Contains(d.Units, unit)
}

// Range is where the values of one indicator lie in the groups it names. With ShareOf they are that
// share, down to thousandths, of another indicator drawn before.
type Range struct {
	Indicator string
	Groups    []string
	ShareOf   string
	Min, Max  number.Number
}

// TargetList is the units that a list of a scheme must hold, in its order (由好到差).
type TargetList struct {
	Scheme, List string
	Units        []string
}

func readTargets(doc value, c *City) {
	f := doc.fields("seed", "months")
	c.Seed = uint64(f.need("seed").whole(0, 1<<31-1, 1))
	for _, item := range f.need("months").items() {
		m := item.fields("program", "month", "ranges", "lists", "days")
		t := Target{Program: m.need("program").text(), Month: m.need("month").month()}
		program := c.program(t.Program)
		if program == nil {
			m.get("program").wrong("city.unknown_program", "program", t.Program, "allowed", keys(c.Programs, func(p models.Program) string { return p.Key }))
			continue
		}
		for _, item := range m.need("ranges").items() {
			r := item.fields("indicator", "groups", "share_of", "min", "max")
			least, most := r.need("min").decimal(), r.need("max").decimal()
			if least == nil || most == nil {
				continue
			}
			target := Range{Indicator: r.need("indicator").text(), Groups: r.get("groups").texts(), ShareOf: r.get("share_of").text(), Min: *least, Max: *most}
			known := programReader{program: program}
			known.groupsKnown(r.get("groups"), target.Groups)
			for _, key := range []string{"indicator", "share_of"} {
				if v := r.get(key); v.present() && program.Indicator(v.text()) == nil {
					v.wrong("city.unknown_indicator", "indicator", v.text(), "allowed", known.indicatorKeys())
				}
			}
			if least.Cmp(*most) > 0 {
				r.get("max").wrong("city.bounds_crossed")
			}
			t.Ranges = append(t.Ranges, target)
		}
		for _, item := range m.get("lists").items() {
			l := item.fields("scheme", "list", "units")
			target := TargetList{l.need("scheme").text(), l.need("list").text(), l.need("units").texts()}
			known := programReader{program: program}
			known.listKnown(l.get("scheme"), l.get("list"), target.Scheme, target.List)
			c.unitsKnown(l.get("units"), target.Units)
			t.Lists = append(t.Lists, target)
		}
		t.Days = c.targetDays(m.get("days"), program)
		c.MadeUp = append(c.MadeUp, t)
	}
}

// targetDays reads who gets values by day.
func (c *City) targetDays(v value, program *models.Program) TargetDays {
	f := v.fields("groups", "units")
	days := TargetDays{f.get("groups").texts(), f.get("units").texts()}
	for _, list := range []string{"groups", "units"} {
		if l := f.get(list); l.isList() && len(l.items()) == 0 {
			l.wrong("city.empty_list")
		}
	}
	if !f.get("groups").present() {
		f.need("units")
	}
	known := programReader{program: program}
	known.groupsKnown(f.get("groups"), days.Groups)
	c.unitsKnown(f.get("units"), days.Units)
	return days
}

func (c *City) unitsKnown(at value, units []string) {
	for i, unit := range at.items() {
		if !slices.ContainsFunc(c.Units, func(u models.Unit) bool { return u.Key == units[i] }) {
			unit.wrong("city.unknown_unit", "unit", units[i])
		}
	}
}
