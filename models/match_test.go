package models

import (
	"testing"

	"pgregory.net/rapid"

	"yueping/models/fault"
	"yueping/models/month"
)

func TestFind(t *testing.T) {
	early, late := month.Of(2019, 12), month.Of(2020, 1)
	cases := []struct {
		name, text, county string
		at                 month.Month
		want               string
	}{
		{"name", "山货回族乡", "", early, "hill"},
		{"name with its county", "山货回族乡", "东县", early, "hill"},
		{"alias", "山货乡", "", early, "hill"},
		{"the program's name", "山货", "", early, "hill"},
		{"the program's name of another time", "山货民族乡", "", early, "hill"},
		{"county before the name", "东县山货乡", "", early, "hill"},
		{"county before the name and beside it", "东县山货乡", "东县", early, "hill"},
		{"name that begins with its county", "东县产业园", "", early, "east-park"},
		{"its county cut off", "产业园", "东县", early, "east-park"},
		{"the same in the other county", "产业园", "西县", early, "west-park"},
		{"a longer name is another unit", "产业园街道", "西县", early, "west-park-street"},
		{"a name of two counties", "城关镇", "西县", early, "west-gate"},
		{"told apart by the county before it", "东县城关镇", "", early, "east-gate"},
		{"spaces and full width", "　东县 产业园 ", "", early, "east-park"},
		{"a county", "东县", "", early, "east"},
		{"a county with the city before it", "某市东县", "", early, "east"},
		{"a county under the city", "东县", "某市", early, "east"},
		{"a short name", "示范区", "", early, "zone"},
		{"市 written out", "某市示范区", "", early, "zone"},
		{"a department, 市 written out", "某市民政局", "", early, "bureau"},
		{"a department under the city", "市民政局", "某市", early, "bureau"},
		{"an enterprise's alias with the city", "某市供电公司", "某市", early, "power"},
		{"the city", "某市", "", early, "city"},
		{"the caretaker comes before the parent", "代管区", "示范区", early, "cared"},
		{"the caretaker's name before it", "示范区代管区", "", early, "cared"},
		{"before the move", "河边乡", "东县", early, "moved"},
		{"after the move", "河边乡", "西县", late, "moved"},
		{"before the renaming", "祖师乡", "西县", early, "renamed"},
		{"the new name in an old month", "祖师街道", "西县", early, "renamed"},
		{"the old name in a new month", "祖师乡", "西县", late, "renamed"},
		{"its last month", "旧乡", "", early, "retired"},
		{"its first month", "新镇", "", late, "heir"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			u, err := matcher(t, region(), c.at).Find(c.text, c.county)
			if err != nil {
				t.Fatal(err)
			}
			if u.Key != c.want {
				t.Errorf("%s, want %s", u.Key, c.want)
			}
		})
	}
}

func TestFindRefuses(t *testing.T) {
	early, late := month.Of(2019, 12), month.Of(2020, 1)
	cases := []struct {
		name, text, county string
		at                 month.Month
		code               string
		argument, want     string
	}{
		{"two of one name", "城关镇", "", early, "unit.ambiguous", "candidates", "城关镇（东县）、城关镇（西县）"},
		{"two whose counties are cut off", "产业园", "", early, "unit.ambiguous", "candidates", "东县产业园（东县）、西县产业园（西县）"},
		{"the name of one, the county of the other", "东县产业园", "西县", early, "unit.unknown_in_county", "county", "西县"},
		{"a unit of another county", "山货乡", "西县", early, "unit.unknown_in_county", "nearest", "旧乡（西县）、祖师乡（西县）、城关镇（西县）"},
		{"under the parent, not the caretaker", "代管区", "东县", early, "unit.unknown_in_county", "name", "代管区"},
		{"the county of before the move", "河边乡", "东县", late, "unit.unknown_in_county", "name", "河边乡"},
		{"a township under the city", "山货乡", "某市", early, "unit.unknown", "name", "山货乡"},
		{"another county before the name", "西县山货乡", "", early, "unit.unknown", "name", "西县山货乡"},
		{"no such county", "山货乡", "北县", early, "unit.unknown_county", "nearest", "东县、西县、市示范区"},
		{"a township is no county", "山货乡", "城关镇", early, "unit.unknown_county", "county", "城关镇"},
		{"not taking part", "局外镇", "西县", early, "unit.not_in_program", "program", "考评"},
		{"retired", "旧乡", "", late, "unit.unknown", "name", "旧乡"},
		{"not yet there", "新镇", "", early, "unit.unknown", "name", "新镇"},
		{"a part of a name", "回族乡", "", early, "unit.unknown", "name", "回族乡"},
		{"one character wrong", "山贷回族乡", "东县", early, "unit.unknown_in_county", "name", "山贷回族乡"},
		{"nothing", "", "", early, "unit.unknown", "name", ""},
		{"blanks", " 　", "东县", early, "unit.unknown_in_county", "county", "东县"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			u, err := matcher(t, region(), c.at).Find(c.text, c.county)
			if fault.CodeOf(err) != c.code {
				t.Fatalf("%v, %v, want %s", u, err, c.code)
			}
			if got := argument(err, c.argument); got != c.want {
				t.Errorf("%s %q, want %q", c.argument, got, c.want)
			}
		})
	}
}

func TestNearestNames(t *testing.T) {
	m := matcher(t, region(), month.Of(2019, 12))
	_, err := m.Find("山货回组乡", "")
	if got := argument(err, "nearest"); got[:len("山货（东县）")] != "山货（东县）" {
		t.Errorf("%s", got)
	}
	if _, err := m.Find(string(make([]rune, 100_000)), ""); fault.CodeOf(err) != "unit.unknown" {
		t.Errorf("%v", err)
	}
}

// places draws a register in which few names are shared by many units of several counties.
func places() *rapid.Generator[[]Unit] {
	name := rapid.StringMatching(`[甲乙丙]{1,3}`)
	return rapid.Custom(func(t *rapid.T) []Unit {
		units := []Unit{unit("city", KindCity, "某市", "")}
		counties := []string{"c1", "c2", "c3"}
		for _, key := range counties {
			units = append(units, unit(key, KindCounty, name.Draw(t, "county"), "city", alias(name.Draw(t, "county alias"))))
		}
		for i := range rapid.IntRange(1, 12).Draw(t, "townships") {
			u := unit(string(rune('a'+i)), KindTownship, name.Draw(t, "name"), rapid.SampledFrom(counties).Draw(t, "parent"), alias(name.Draw(t, "alias")))
			if rapid.Bool().Draw(t, "cared for") {
				u.Caretakers = month.Dated[string]{{From: month.Of(2020, 1), Value: rapid.SampledFrom(counties).Draw(t, "caretaker")}}
			}
			units = append(units, u)
		}
		return units
	})
}

// A county that is given is kept to, whatever the names, and what is found is spelled as was asked.
func TestNoMatchCrossesACounty(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		units := places().Draw(t, "units")
		register := NewRegister(units)
		at := month.Of(2019, 12) + month.Month(rapid.IntRange(0, 1).Draw(t, "later"))
		m := NewMatcher(register, NewRoster(register, contest(units), at))
		county := rapid.SampledFrom(units[1:4]).Draw(t, "county")
		countyName := rapid.SampledFrom(county.Spellings()).Draw(t, "county's name")
		text := rapid.SampledFrom([]string{"", countyName, "某市"}).Draw(t, "before it")
		written := rapid.SampledFrom(units).Draw(t, "unit")
		text += rapid.SampledFrom(written.Spellings()).Draw(t, "its name")
		u, err := m.Find(text, countyName)
		if err != nil {
			return
		}
		found++
		stands := register.County(u, at)
		if stands == nil || (stands.Names[0].Value != countyName && stands.Aliases[0] != countyName) {
			t.Fatalf("%s in %s is %s", text, countyName, u.Key)
		}
	})
	if found == 0 {
		t.Error("nothing was ever found")
	}
}

// A unit's own name under its own county finds the unit, or is called ambiguous where another has it, too.
func TestOwnNameIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := places().Draw(t, "units")
		register := NewRegister(units)
		m := NewMatcher(register, NewRoster(register, contest(units), month.Of(2020, 1)))
		u := register.Unit(rapid.SampledFrom(units[4:]).Draw(t, "unit").Key)
		county := register.County(u, month.Of(2020, 1))
		got, err := m.Find(rapid.SampledFrom(u.Spellings()).Draw(t, "name"), county.Name(month.Of(2020, 1)))
		switch code := fault.CodeOf(err); {
		case err == nil && got != u:
			t.Fatalf("found %s for %s", got.Key, u.Key)
		case err != nil && code != "unit.ambiguous" && code != "unit.unknown_county":
			t.Fatal(err)
		}
	})
}
