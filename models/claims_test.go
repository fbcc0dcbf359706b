package models

import (
	"slices"
	"testing"

	"yueping/models/month"
)

func TestClaimants(t *testing.T) {
	under := func(parent, key, name string, aliases ...string) Unit {
		return Unit{Key: key, Kind: KindTownship, Names: month.Always(name), Parents: month.Always(parent), Aliases: aliases}
	}
	renamed := under("dong", "yi", "乙乡")
	renamed.Names = renamed.Names.Put(month.Of(2019, 5), "乙镇")
	gone := under("dong", "ding", "丁镇")
	gone.Until = month.Of(2018, 1)
	register := NewRegister([]Unit{
		{Key: "shi", Kind: KindCity, Names: month.Always("某市")},
		{Key: "dong", Kind: KindCounty, Names: month.Always("东县"), Parents: month.Always("shi")},
		{Key: "xi", Kind: KindCounty, Names: month.Always("西县"), Parents: month.Always("shi")},
		under("dong", "cheng-dong", "城关镇"), under("xi", "cheng-xi", "城关镇"), renamed, gone,
		under("xi", "hui", "山北回族乡"), under("xi", "jie", "文峰街道", "文峰路"),
	})
	program := &Program{Members: []Member{{Unit: "jie", Names: month.Always("文峰片区")}}}
	for _, c := range []struct {
		name string
		want []string
	}{
		{"城关镇", []string{"cheng-dong", "cheng-xi"}},
		{"城关", []string{"cheng-dong", "cheng-xi"}},
		{"东县城关", []string{"cheng-dong", "cheng-xi"}},
		{"乙乡", []string{"yi"}},
		{" 乙 镇", []string{"yi"}},
		{"丁镇", []string{"ding"}},
		{"山北乡", []string{"hui"}},
		{"文峰办事处", []string{"jie"}},
		{"文峰办", []string{"jie"}},
		{"文峰路", []string{"jie"}},
		{"文峰片区", []string{"jie"}},
		{"东县", []string{"dong"}},
		{"某", []string{"shi"}},
		{"戊镇", nil},
		{"文峰塔", nil},
	} {
		var got []string
		for _, u := range register.Claimants(c.name, []*Program{program}) {
			got = append(got, u.Key)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
