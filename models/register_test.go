package models

import (
	"slices"
	"testing"

	"yueping/models/month"
	"yueping/models/number"
)

func keysOf(units []*Unit) []string {
	var keys []string
	for _, u := range units {
		keys = append(keys, u.Key)
	}
	return keys
}

func TestUnitOverTime(t *testing.T) {
	january := month.Of(2020, 1)
	u := Unit{Key: "u", Names: month.Dated[string]{{From: january, Value: "一"}, {From: january + 12, Value: "二"}},
		Parents: month.Always("p"), Caretakers: month.Dated[string]{{From: january, Value: "c"}, {From: january + 1, Value: ""}},
		Since: january, Until: january + 24}
	cases := []struct {
		name   string
		at     month.Month
		called string
		above  string
		exists bool
	}{
		{"before it was", january - 1, "一", "p", false},
		{"first month", january, "一", "c", true},
		{"the caretaker has gone", january + 1, "一", "p", true},
		{"renamed", january + 12, "二", "p", true},
		{"last month", january + 23, "二", "p", true},
		{"first month without it", january + 24, "二", "p", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if u.Name(c.at) != c.called || u.Above(c.at) != c.above || u.Exists(c.at) != c.exists {
				t.Errorf("%s under %s, %v", u.Name(c.at), u.Above(c.at), u.Exists(c.at))
			}
		})
	}
	if u.PrintedName(january) != "一" {
		t.Error("without a printed form the name is printed")
	}
	if u.Printed = "印"; u.PrintedName(january) != "印" {
		t.Error("the printed form is printed")
	}
	u.Short, u.Aliases = "短", []string{"一", "别"}
	if got := u.Spellings(); !slices.Equal(got, []string{"一", "二", "印", "短", "别"}) {
		t.Errorf("%v", got)
	}
}

func TestRegisterOrder(t *testing.T) {
	units := region()
	units[2].Precedence = -1
	r := NewRegister(units)
	if got := keysOf(r.Units())[:3]; !slices.Equal(got, []string{"west", "bureau", "cared"}) {
		t.Errorf("%v", got)
	}
	if r.City().Key != "city" || r.Unit("hill").Key != "hill" || r.Unit("nobody") != nil || NewRegister(nil).City() != nil {
		t.Error("units are not found by key")
	}
}

func TestCounty(t *testing.T) {
	units := append(region(),
		unit("village", KindTownship, "村", "cared"),
		unit("loop-a", KindTownship, "甲", "loop-b"), unit("loop-b", KindTownship, "乙", "loop-a"),
		unit("orphan", KindTownship, "丙", "nobody"))
	r := NewRegister(units)
	for key, want := range map[string]string{"hill": "east", "cared": "zone", "village": "zone", "east": "", "city": "",
		"bureau": "", "loop-a": "", "orphan": ""} {
		got := ""
		if c := r.County(r.Unit(key), month.Of(2019, 10)); c != nil {
			got = c.Key
		}
		if got != want {
			t.Errorf("%s stands under %q, want %q", key, got, want)
		}
	}
}

func TestRoster(t *testing.T) {
	units := region()
	r := NewRegister(units)
	roster := NewRoster(r, contest(units), month.Of(2019, 12))
	if got := keysOf(roster.Units()); !slices.Equal(got[:3], []string{"east", "west", "zone"}) || !slices.Equal(got[len(got)-2:], []string{"city", "power"}) {
		t.Errorf("groups in their order, then those in none: %v", got)
	}
	if roster.Has("outside") || roster.Has("heir") || !roster.Has("city") || !roster.Has("retired") {
		t.Error("who takes part")
	}
	later := NewRoster(r, contest(units), month.Of(2020, 1))
	if later.Has("retired") || !later.Has("heir") {
		t.Error("who takes part later")
	}
	names := []string{roster.Name("hill"), later.Name("hill"), roster.Name("renamed"), later.Name("renamed"), roster.Name("nobody"),
		roster.County("cared"), roster.County("east"), roster.County("nobody"), roster.Group("east"), roster.Group("power")}
	if want := []string{"山货", "山货民族乡", "祖师乡", "祖师街道", "nobody", "市示范区", "", "", "second", ""}; !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
}

func TestCovers(t *testing.T) {
	units := region()
	roster := NewRoster(NewRegister(units), contest(units), month.Of(2019, 12))
	cases := []struct {
		name  string
		scope []string
		want  []string
	}{
		{"the city", []string{ScopeCity}, []string{"city"}},
		{"those in no group", []string{ScopeOthers}, []string{"power"}},
		{"a group", []string{"second"}, []string{"east"}},
		{"members of any group", []string{ScopeMembers}, []string{"east", "hill"}},
		{"several", []string{ScopeCity, "second"}, []string{"city", "east"}},
		{"nobody", nil, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, key := range []string{"city", "east", "hill", "outside", "power"} {
				if roster.Covers(&Indicator{Scope: c.scope}, key) {
					got = append(got, key)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestMemberHolds(t *testing.T) {
	january := month.Of(2020, 1)
	m := Member{Since: january, Until: january + 2}
	for at, want := range map[month.Month]bool{january - 1: false, january: true, january + 1: true, january + 2: false} {
		if m.Holds(at) != want {
			t.Errorf("%s: %v", at, m.Holds(at))
		}
	}
	if open := (&Member{Since: january}); !open.Holds(january+600) || open.Holds(0) {
		t.Error("an open membership")
	}
}

func TestCells(t *testing.T) {
	one := number.FromInt(1)
	cells := map[string]Cell{"0": Of(number.Number{}), "1": Of(one), "no data": {State: NoData}, "not assessed": {State: NotAssessed}, "not reported": {}}
	for a, x := range cells {
		for b, y := range cells {
			if x.Equal(y) != (a == b) {
				t.Errorf("%s equals %s", a, b)
			}
		}
	}
	o := Observation{State: IsNumber, Value: &one}
	if !o.Cell().Equal(Of(one)) || !(&Observation{State: NoData, Value: &one}).Cell().Equal(Cell{State: NoData}) {
		t.Error("an observation's cell")
	}
}

func TestIndicator(t *testing.T) {
	rate := Indicator{Percent: true, Decimals: 2, Measure: "%"}
	if rate.Places() != 4 || rate.Shown(number.MustParse("0.9617")) != "96.17%" || rate.Shown(number.FromInt(1)) != "100%" {
		t.Error("a rate is shown as per cent")
	}
	score := Indicator{Decimals: 2, Formulas: month.Always("1")}
	if score.Places() != 2 || score.Shown(number.MustParse("61.50")) != "61.5" || !score.Derived() || rate.Derived() {
		t.Error("a score")
	}
	if n, err := number.Read("96.17%", rate.Format()); err != nil || n.String() != "0.9617" {
		t.Errorf("%s, %v", n, err)
	}
}
