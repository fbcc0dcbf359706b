package models

import (
	"testing"

	"yueping/models/fault"
	"yueping/models/month"
)

// unit makes a unit whose name has held from the beginning.
func unit(key string, kind Kind, name, parent string, change ...func(*Unit)) Unit {
	u := Unit{Key: key, Kind: kind, Names: month.Always(name)}
	if parent != "" {
		u.Parents = month.Always(parent)
	}
	for _, c := range change {
		c(&u)
	}
	return u
}

func alias(names ...string) func(*Unit) { return func(u *Unit) { u.Aliases = names } }

// region is a city of two counties and a functional district, with the traps of a real one.
func region() []Unit {
	january := month.Of(2020, 1)
	return []Unit{
		unit("city", KindCity, "某市", ""),
		unit("east", KindCounty, "东县", "city"),
		unit("west", KindCounty, "西县", "city"),
		unit("zone", KindCounty, "市示范区", "city", func(u *Unit) { u.Short = "示范区" }),
		unit("bureau", KindDepartment, "市民政局", "city"),
		unit("power", KindEnterprise, "某市供电公司", "city", alias("供电公司")),
		unit("east-park", KindTownship, "东县产业园", "east"),
		unit("west-park", KindTownship, "西县产业园", "west"),
		unit("west-park-street", KindTownship, "产业园街道", "west"),
		unit("east-gate", KindTownship, "城关镇", "east"),
		unit("west-gate", KindTownship, "城关镇", "west"),
		unit("hill", KindTownship, "山货回族乡", "east", alias("山货乡")),
		unit("cared", KindTownship, "代管区", "east", func(u *Unit) { u.Caretakers = month.Always("zone") }),
		unit("moved", KindTownship, "河边乡", "east", func(u *Unit) {
			u.Parents = month.Dated[string]{{Value: "east"}, {From: january, Value: "west"}}
		}),
		unit("renamed", KindTownship, "祖师乡", "west", func(u *Unit) {
			u.Names = month.Dated[string]{{Value: "祖师乡"}, {From: january, Value: "祖师街道"}}
		}),
		unit("retired", KindTownship, "旧乡", "west", func(u *Unit) { u.Until, u.Successor = january, "heir" }),
		unit("heir", KindTownship, "新镇", "west", func(u *Unit) { u.Since = january }),
		unit("outside", KindTownship, "局外镇", "west"),
	}
}

// contest is a program of everyone in the region but "outside", one unit under a name of its own.
func contest(units []Unit) *Program {
	p := &Program{Key: "contest", Name: "考评", Groups: []Group{{Key: "second", Name: "二组"}, {Key: "first", Name: "一组"}}}
	for _, u := range units {
		m := Member{Program: p.Key, Unit: u.Key, GroupKey: "first"}
		switch u.Key {
		case "outside", "city":
			continue
		case "hill":
			m.Names = month.Dated[string]{{Value: "山货"}, {From: month.Of(2020, 1), Value: "山货民族乡"}}
		case "east", "west", "zone":
			m.GroupKey = "second"
		case "power":
			m.GroupKey = ""
		}
		p.Members = append(p.Members, m)
	}
	return p
}

func matcher(t *testing.T, units []Unit, at month.Month) *Matcher {
	t.Helper()
	register := NewRegister(units)
	return NewMatcher(register, NewRoster(register, contest(units), at))
}

// argument gives a text that a fault carries.
func argument(err error, name string) string {
	for _, f := range fault.All(err) {
		if s, ok := f.Args[name].(string); ok {
			return s
		}
	}
	return ""
}
