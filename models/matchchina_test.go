package models

import (
	"compress/gzip"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yueping/models/fault"
	"yueping/models/month"
)

// china is a register of the townships of the whole country, each under a county of its division code.
func china(t testing.TB) []Unit {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "app", "testdata", "china-townships.csv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(unzipped)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	units := []Unit{unit("country", KindCity, "全国市", "")}
	counties := map[string]bool{}
	for _, row := range rows[1:] {
		county := "county-" + row[0][:6]
		if !counties[county] {
			counties[county] = true
			units = append(units, unit(county, KindCounty, "第"+row[0][:6]+"县", "country", func(u *Unit) { u.Code = row[0][:6] }))
		}
		units = append(units, unit(row[0], KindTownship, row[1], county, func(u *Unit) { u.Code = row[0] }))
	}
	if len(units) < 38_642 {
		t.Fatalf("%d units", len(units))
	}
	return units
}

// everyone is a matcher in which all take part.
func everyone(t testing.TB) (*Matcher, *Register) {
	t.Helper()
	units := china(t)
	register := NewRegister(units)
	p := &Program{Key: "all", Name: "全部"}
	for _, u := range units {
		p.Members = append(p.Members, Member{Program: p.Key, Unit: u.Key})
	}
	return NewMatcher(register, NewRoster(register, p, month.Of(2024, 1))), register
}

// drifts are ways in which a township's name is written.
var drifts = []struct {
	name  string
	only  string // the ending of the names that are written so
	write func(name, county string) string
}{
	{"办", "街道", func(name, _ string) string {
		return strings.TrimSuffix(strings.TrimSuffix(name, "办事处"), "街道") + "办"
	}},
	{"办事处", "街道", func(name, _ string) string { return strings.TrimSuffix(name, "街道") + "办事处" }},
	{"街道办事处", "街道", func(name, _ string) string { return strings.TrimSuffix(name, "街道") + "街道办事处" }},
	{"no people", "乡", func(name, _ string) string { return ofPeople.ReplaceAllString(name, "$1") }},
	{"government", "镇", func(name, _ string) string { return name + "人民政府" }},
	{"numbered", "", func(name, _ string) string { return "12." + name }},
	{"marked", "", func(name, _ string) string { return name + "*" }},
	{"remark", "", func(name, _ string) string { return name + "（补报）" }},
	{"county before", "", func(name, county string) string { return county + " / " + name }},
	{"county behind", "", func(name, county string) string { return name + "（" + county + "）" }},
	{"spaced", "", func(name, _ string) string { return strings.Join(strings.Split(name, ""), " ") }},
}

// However a township of the country is written, what is found in its county is that township, or it is
// asked about; nothing is found in another county.
func TestDriftsOfTheWholeCountry(t *testing.T) {
	m, register := everyone(t)
	at := m.at
	found, asked := map[string]int{}, map[string]int{}
	last := register.Unit("county-659001")
	for i, u := range register.Units() {
		if u.Kind != KindTownship {
			continue
		}
		county := register.County(u, at)
		for _, d := range drifts {
			// Of those that nobody would write so, a share will do.
			if i%40 != 0 && (len(d.name)+i)%8 != 0 || i%40 != 0 && d.only != "" && !strings.HasSuffix(u.Names[0].Value, d.only) {
				continue
			}
			written := d.write(u.Names[0].Value, county.Names[0].Value)
			got, err := m.Find(written, county.Names[0].Value)
			switch {
			case err != nil:
				asked[d.name]++
			case register.County(got, at) != county:
				t.Fatalf("%s: %s in %s is in %s", d.name, written, county.Key, register.County(got, at).Key)
			case got != u && got.Names[0].Value != written && got.Names[0].Value != u.Names[0].Value:
				t.Errorf("%s: %s of %s is %s", d.name, written, u.Names[0].Value, got.Names[0].Value)
			default:
				found[d.name]++
			}
			if last == county || last == nil || i%50 != 0 {
				continue
			}
			if got, err := m.Find(written, last.Names[0].Value); err == nil && register.County(got, at) != last {
				t.Errorf("%s: %s in %s is in %s", d.name, written, last.Key, register.County(got, at).Key)
			}
		}
	}
	for _, d := range drifts {
		t.Logf("%s: %d found, %d asked", d.name, found[d.name], asked[d.name])
		if found[d.name] == 0 {
			t.Errorf("%s was never found", d.name)
		}
	}
}

// A name that occurs in several counties is asked about where no county is given.
func TestNamesOfSeveralCounties(t *testing.T) {
	m, _ := everyone(t)
	for _, name := range []string{"城关镇", "1.城关镇", "城关镇人民政府"} {
		if u, err := m.Find(name, ""); fault.CodeOf(err) != "unit.ambiguous" {
			t.Errorf("%s: %v, %v", name, u, err)
		}
	}
	if got := m.Candidates("城关镇", ""); len(got) != mostCandidates || got[0].Names[0].Value != "城关镇" {
		t.Errorf("%v", got)
	}
}

// A name that lacks what kind of place it is is asked about, with the unit among those that are offered.
func TestStemsAreAsked(t *testing.T) {
	m, register := everyone(t)
	offered := 0
	for i, u := range register.Units() {
		if i%97 != 0 {
			continue
		}
		county := register.County(u, m.at)
		stem := ending.ReplaceAllString(u.Names[0].Value, "")
		if county == nil || stem == u.Names[0].Value || len([]rune(stem)) < 2 {
			continue
		}
		if got, err := m.Find(stem, county.Names[0].Value); err == nil && got.Names[0].Value != stem {
			t.Errorf("%s is %s", stem, got.Names[0].Value)
		}
		if !slices.Contains(m.Candidates(stem, county.Names[0].Value), u) {
			t.Errorf("%s is not offered for %s", u.Names[0].Value, stem)
		}
		offered++
	}
	if offered < 300 {
		t.Errorf("%d were asked for", offered)
	}
}
