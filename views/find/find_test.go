package find

import (
	"testing"

	"yueping/models"
	"yueping/models/month"
)

func index() *Index {
	unit := func(key, name, parent string, kind models.Kind, aliases ...string) models.Unit {
		return models.Unit{Key: key, Names: month.Always(name), Kind: kind, Parents: month.Always(parent), Aliases: aliases}
	}
	units := []models.Unit{
		unit("c", "长山县", "", models.KindCounty),
		unit("a", "大周镇", "c", models.KindTownship),
		unit("b", "长安镇", "c", models.KindTownship, "老城"),
		unit("d", "东周镇", "c", models.KindTownship),
	}
	p := &models.Program{Groups: []models.Group{{Key: "g"}}}
	for _, u := range units {
		p.Members = append(p.Members, models.Member{Unit: u.Key, GroupKey: "g"})
	}
	return NewIndex(models.NewRoster(models.NewRegister(units), p, month.Of(2020, 1)))
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"part of a name", "周", "ad"},
		{"initials", "dz", "ad"},
		{"initials inside", "zz", "ad"},
		{"either reading of a character", "za", "b"},
		{"with the county", "csxdzz", "ad"},
		{"an alias", "lc", "b"},
		{"in capitals", "DZZ", "ad"},
		{"nothing fits", "xyz", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, u := range index().Find(c.text) {
				got += u.Key
			}
			if got != c.want {
				t.Errorf("%q finds %q, want %q", c.text, got, c.want)
			}
		})
	}
	if n := len(index().Find("  ")); n != 4 {
		t.Errorf("a blank text finds %d units, want all 4", n)
	}
}
