package city

import (
	"io/fs"
	"slices"
	"testing"

	"yueping/assets"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

func sampleMatcher(t *testing.T, program string, at month.Month) (*models.Matcher, *models.Roster) {
	t.Helper()
	folder, err := fs.Sub(assets.Files, "cities/xuchang")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	p := c.program(program)
	if p == nil {
		t.Fatalf("no program %s", program)
	}
	roster := models.NewRoster(models.NewRegister(c.Units), p, at)
	return models.NewMatcher(roster.Register(), roster), roster
}

// The spellings of the published page and notice, and the three places whose names hold 产业集聚区.
func TestSampleNames(t *testing.T) {
	cases := []struct{ name, program, text, county, want string }{
		{"printed with the city and the district", "city-management", "许昌市城乡一体化示范区忠武街道办事处", "", "shifanqu-zhongwujiedao"},
		{"drifting name", "city-management", "祖师办事处", "", "dongcheng-zushijiedao"},
		{"short district", "city-management", "示范区", "", "shifanqu"},
		{"district with the city before it", "city-management", "许昌市城乡一体化示范区", "", "shifanqu"},
		{"short development zone", "city-management", "开发区", "", "kaifaqu"},
		{"backlog's enterprise", "city-management", "供电公司", "", "xuchanggongdiangongsi"},
		{"department with the city before it", "city-management", "许昌市民政局", "", "shiminzhengju"},
		{"department in no group", "city-management", "市住建局", "", "shizhujianju"},
		{"park of one district", "city-management", "魏都区产业集聚区", "", "weidu-chanyejijuqu"},
		{"park of the other", "city-management", "建安区产业集聚区", "", "jianan-chanyejijuqu"},
		{"park under its district", "city-management", "产业集聚区", "建安区", "jianan-chanyejijuqu"},
		{"street that is called like the park", "township-air", "产业集聚区街道", "魏都区", "weidu-chanyejijuqujiedao"},
		{"one unit of two programs", "city-management", "魏都区南关街道办事处", "魏都区", "weidu-nanguanjiedao"},
		{"one unit of two programs, its other name", "township-air", "南关街道", "魏都区", "weidu-nanguanjiedao"},
		{"the notice's name", "township-air", "山货乡", "禹州市", "yuzhou-shanhuohuizuxiang"},
		{"caretaker", "city-management", "示范区尚集镇代管区", "示范区", "shifanqu-shangjidaiguanqu"},
		{"the city", "communities", "许昌市", "", "xuchang"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m, _ := sampleMatcher(t, c.program, month.Of(2019, 10))
			u, err := m.Find(c.text, c.county)
			if err != nil {
				t.Fatal(err)
			}
			if u.Key != c.want {
				t.Errorf("%s, want %s", u.Key, c.want)
			}
		})
	}
}

func TestSampleRefuses(t *testing.T) {
	cases := []struct{ name, program, text, county, code string }{
		{"park of no district", "city-management", "产业集聚区", "", "unit.ambiguous"},
		{"park of the wrong district", "city-management", "建安区产业集聚区", "魏都区", "unit.unknown_in_county"},
		{"park of the wrong district, the other way", "city-management", "魏都区产业集聚区", "建安区", "unit.unknown_in_county"},
		{"street under the wrong district", "township-air", "产业集聚区街道", "建安区", "unit.unknown_in_county"},
		{"park where only the street takes part", "township-air", "魏都区产业集聚区", "", "unit.not_in_program"},
		{"under the parent, not the caretaker", "city-management", "示范区尚集镇代管区", "建安区", "unit.unknown_in_county"},
		{"township of another county", "township-air", "浅井镇", "长葛市", "unit.unknown_in_county"},
		{"no such county", "township-air", "浅井镇", "郑州市", "unit.unknown_county"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m, _ := sampleMatcher(t, c.program, month.Of(2019, 10))
			if u, err := m.Find(c.text, c.county); fault.CodeOf(err) != c.code {
				t.Errorf("%v, %v, want %s", u, err, c.code)
			}
		})
	}
}

// Every spelling of every member, asked for in every county, gives a unit of that county or none; in
// its own county it gives the unit itself.
func TestSampleKeepsToItsCounties(t *testing.T) {
	for _, program := range []string{"city-management", "township-air", "communities"} {
		m, roster := sampleMatcher(t, program, month.Of(2019, 10))
		register := roster.Register()
		var counties []*models.Unit
		for _, u := range register.Units() {
			if u.Kind == models.KindCounty {
				counties = append(counties, u)
			}
		}
		if len(counties) != 9 {
			t.Fatalf("%d counties", len(counties))
		}
		for _, u := range register.Units() {
			for _, name := range append(u.Spellings(), roster.Name(u.Key)) {
				for _, c := range counties {
					for _, before := range []string{"", c.Name(roster.At)} {
						got, err := m.Find(before+name, c.Name(roster.At))
						if err == nil && register.County(got, roster.At) != c {
							t.Errorf("%s: %s in %s is %s", program, before+name, c.Key, got.Key)
						}
						own := register.County(u, roster.At) == c && roster.Has(u.Key)
						if own && (err != nil || got != u) {
							t.Errorf("%s: %s in %s is %v, %v", program, before+name, c.Key, got, err)
						}
					}
				}
			}
		}
		for _, u := range roster.Units() {
			if got, err := m.Find(roster.Name(u.Key), roster.County(u.Key)); err != nil || got != u {
				t.Errorf("%s: %s in %s is %v, %v", program, roster.Name(u.Key), roster.County(u.Key), got, err)
			}
		}
	}
}

// No two members of a program would be exported under one name and county.
func TestSampleMembersAreToldApart(t *testing.T) {
	for _, program := range []string{"city-management", "township-air"} {
		_, roster := sampleMatcher(t, program, month.Of(2019, 10))
		var shown []string
		for _, u := range roster.Units() {
			shown = append(shown, roster.County(u.Key)+" "+roster.Name(u.Key))
		}
		slices.Sort(shown)
		if compact := slices.Compact(slices.Clone(shown)); len(compact) != len(shown) {
			t.Errorf("%s: %d of %d names", program, len(compact), len(shown))
		}
	}
}
