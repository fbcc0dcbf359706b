package models

import (
	"slices"
	"testing"

	"yueping/models/fault"
	"yueping/models/month"
)

// drifting is a city whose units' names are written in many ways, with units that a careless rule would
// take for others.
func drifting() []Unit {
	coded := func(code string) func(*Unit) { return func(u *Unit) { u.Code = code } }
	short := func(s string) func(*Unit) { return func(u *Unit) { u.Short = s } }
	return []Unit{
		unit("city", KindCity, "江口市", "", coded("110000")),
		unit("north", KindCounty, "北川县", "city", coded("110021")),
		unit("south", KindCounty, "南坪区", "city", coded("110002")),
		unit("zone", KindCounty, "市城乡一体化示范区", "city", short("示范区")),
		unit("people", KindDepartment, "市民政局", "city"),
		unit("shelter", KindDepartment, "市人防办", "city"),
		unit("power", KindEnterprise, "江口供电公司", "city"),
		unit("n-gate", KindTownship, "城关镇", "north", coded("110021100")),
		unit("s-gate", KindTownship, "城关镇", "south", coded("110002100")),
		unit("master", KindTownship, "祖师街道办事处", "north", coded("110021001")),
		unit("hill", KindTownship, "山货回族乡", "north", coded("110021200")),
		unit("two", KindTownship, "五合彝族苗族乡", "south"),
		unit("willow", KindTownship, "柳河民族乡", "south"),
		unit("spring", KindTownship, "清泉街道", "south"),
		unit("spring-town", KindTownship, "清泉镇", "south"),
		unit("flower", KindTownship, "花石镇", "north"),
		unit("martial", KindTownship, "江口市城乡一体化示范区忠武街道办事处", "zone", func(u *Unit) { u.Aliases = []string{"示范区忠武街道办事处"} }),
		unit("new", KindTownship, "古渡镇（新）", "north"),
		unit("plain", KindTownship, "古渡镇", "north"),
		unit("road", KindTownship, "南坪路街道", "north"),
		unit("absent", KindTownship, "远山镇", "south"),
	}
}

func drifter(t *testing.T) *Matcher {
	t.Helper()
	units := drifting()
	p := contest(units)
	p.Members = slices.DeleteFunc(p.Members, func(m Member) bool { return m.Unit == "absent" })
	register := NewRegister(units)
	return NewMatcher(register, NewRoster(register, p, month.Of(2019, 10)))
}

func TestDriftingNames(t *testing.T) {
	m := drifter(t)
	const ambiguous, unknown, elsewhere = "unit.ambiguous", "unit.unknown", "unit.unknown_in_county"
	for _, c := range []struct{ text, county, want string }{
		// subdistricts
		{"祖师街道办事处", "", "master"}, {"祖师办事处", "", "master"}, {"祖师街道", "", "master"}, {"祖师街道办", "", "master"}, {"祖师街办", "", "master"}, {"祖师办", "", "master"}, {"祖师", "", unknown},
		{"北川县祖师办", "", "master"}, {"祖师办", "北川县", "master"}, {"祖师办", "南坪区", elsewhere}, {"办事处", "", unknown}, {"街道", "", unknown},
		{"清泉办", "", "spring"}, {"清泉镇", "", "spring-town"}, {"清泉", "", unknown}, {"清泉乡", "", unknown},
		// townships of a people
		{"山货乡", "", "hill"}, {"山货民族乡", "", "hill"}, {"山货", "", "hill"}, {"山货镇", "", unknown}, {"五合乡", "", "two"}, {"五合苗族彝族乡", "", "two"}, {"柳河乡", "", "willow"}, {"柳河回族乡", "", "willow"}, {"回族乡", "", unknown},
		// with and without the city's name
		{"忠武街道", "", "martial"}, {"忠武办事处", "", "martial"}, {"忠武街道办事处", "示范区", "martial"}, {"示范区忠武办", "", "martial"}, {"江口市城乡一体化示范区忠武街道办事处", "", "martial"}, {"城乡一体化示范区忠武街道", "", "martial"}, {"江口忠武街道", "", "martial"},
		{"市城乡一体化示范区", "", "zone"}, {"城乡一体化示范区", "", "zone"}, {"示范区", "", "zone"}, {"江口市示范区", "", "zone"}, {"江口市城乡一体化示范区", "", "zone"}, {"江口示范区", "", "zone"},
		{"供电公司", "", "power"}, {"江口市供电公司", "", "power"}, {"市供电公司", "", "power"}, {"民政局", "", "people"}, {"江口市民政局", "", "people"}, {"江口民政局", "", "people"}, {"民政局", "北川县", elsewhere}, {"北川县民政局", "", unknown}, {"人防办", "", "shelter"}, {"人防街道", "", unknown},
		// the place without what kind of place it is, which is asked about
		{"花石", "", unknown}, {"北川", "", unknown}, {"江口", "", unknown}, {"花石乡", "", unknown}, {"南坪", "", unknown}, {"城关", "", unknown}, {"城关", "北川县", elsewhere},
		// county and township in one cell
		{"北川县城关镇", "", "n-gate"}, {"北川县 / 城关镇", "", "n-gate"}, {"北川县-城关镇", "", "n-gate"}, {"北川县·城关镇", "", "n-gate"}, {"北川城关镇", "", "n-gate"}, {"城关镇（北川县）", "", "n-gate"}, {"城关镇（北川）", "", "n-gate"}, {"城关镇(北川县)", "北川县", "n-gate"},
		{"江口市/北川县/城关镇", "", "n-gate"}, {"江口市北川县城关镇", "", "n-gate"}, {"江口市南坪区城关镇人民政府", "", "s-gate"}, {"城关镇（北川县）", "南坪区", elsewhere}, {"北川县/城关镇", "南坪区", elsewhere}, {"城关镇（西山县）", "北川县", elsewhere}, {"城关镇（江口市）", "", ambiguous},
		{"南坪路街道", "", "road"}, {"南坪路办", "", "road"}, {"南坪路街道", "南坪区", elsewhere},
		// what is written round it
		{"1.花石镇", "", "flower"}, {"1、花石镇", "", "flower"}, {"12 花石镇", "", "flower"}, {"（一）花石镇", "", "flower"}, {"(3)花石镇", "", "flower"}, {"一、花石镇", "", "flower"}, {"①花石镇", "", "flower"}, {"１．花石镇", "", "flower"},
		{"花石镇*", "", "flower"}, {"花石镇※", "", "flower"}, {"*花石镇", "", "flower"}, {"花石镇（新）", "", "flower"}, {"花石镇[注]", "", "flower"}, {"2.花石镇（补报）*", "", "flower"}, {"花 石 镇", "", "flower"}, {"花\u200b石镇\ufeff", "", "flower"},
		{"古渡镇（新）", "", "new"}, {"古渡镇(新)", "", "new"}, {"古渡镇", "", "plain"}, {"古渡镇（旧）", "", unknown},
		{"花石镇人民政府", "", "flower"}, {"花石镇政府", "", "flower"}, {"山货回族乡人民政府", "", "hill"}, {"北川县人民政府", "", unknown}, {"北川县政府", "", unknown}, {"花石镇党委", "", unknown},
		{"1.城关镇", "", ambiguous}, {"1.城关镇", "1、北川县", "unit.unknown_county"}, {"城关镇", "北川", "n-gate"},
		// division codes
		{"110021100", "", "n-gate"}, {"110021100000", "", "n-gate"}, {"１１００２１１００", "", "n-gate"}, {"110021", "", "north"}, {"110021000", "", "north"}, {"110021000000", "", "north"}, {"110000", "", "city"}, {"110021100", "南坪区", elsewhere}, {"城关镇", "110021", "n-gate"}, {"11002110", "", unknown}, {"110021100001", "", unknown}, {"999999", "", unknown},
		// nothing else
		{"远山镇*", "", "unit.not_in_program"}, {"1.", "", unknown}, {"*", "", unknown}, {"（一）", "", unknown}, {"镇", "", unknown},
	} {
		u, err := m.Find(c.text, c.county)
		got := fault.CodeOf(err)
		if err == nil {
			got = u.Key
		}
		if got != c.want {
			t.Errorf("%q in %q: %s, want %s", c.text, c.county, got, c.want)
		}
	}
}

func TestCandidates(t *testing.T) {
	m := drifter(t)
	for _, c := range []struct {
		text, county string
		want         []string
	}{
		{"山贷乡", "", []string{"hill"}},
		{"花石乡", "", []string{"flower"}},
		{"3.花石乡（新）", "", []string{"flower"}},
		{"清泉", "", []string{"spring-town", "spring"}},
		{"清泉", "北川县", nil},
		{"北川", "", []string{"north"}},
		{"花石", "", []string{"flower"}},
		{"城关镇", "", []string{"n-gate", "s-gate"}},
		{"城关镇", "南坪区", []string{"s-gate"}},
		{"城关镇", "西山县", []string{"n-gate", "s-gate"}},
		{"远山", "", nil},
		{"合计", "", nil},
		{"", "", nil},
		{string(make([]rune, 100_000)), "", nil},
	} {
		var got []string
		for _, u := range m.Candidates(c.text, c.county) {
			got = append(got, u.Key)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %v, want %v", c.text, c.county, got, c.want)
		}
	}
}
