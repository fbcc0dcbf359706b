package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func contains(s, part string) bool { return strings.Contains(s, part) }

// find gives a unit's row, or its exclusion.
func (r ranking) find(t *testing.T, unit string) (row, excluded) {
	t.Helper()
	for _, g := range r.Groups {
		for _, v := range g.Rows {
			if v.Unit == unit {
				return v, excluded{}
			}
		}
		for _, e := range g.Excluded {
			if e.Unit == unit {
				return row{}, e
			}
		}
	}
	t.Fatalf("%s is neither ranked nor left out", unit)
	return row{}, excluded{}
}

// TestFourStates sets 0, 无数据, 不参评 and nothing, and looks at each in the ranking and after a
// round trip through a workbook.
func TestFourStates(t *testing.T) {
	b := sample(t)
	score := func(unit string, rest ...string) {
		b.must(append(append([]string{"set", "--unit", unit, "--indicator", "score"}, october...), rest...)...)
	}
	score("长葛市", "0")
	score("禹州市", "无数据")
	score("襄城县", "不参评")
	score("鄢陵县", "--clear")
	look := func(r ranking) {
		t.Helper()
		if v, _ := r.find(t, "长葛市"); v.Rank != 1 || v.Value != "0" || v.Grade != "" {
			t.Errorf("a score of 0: %+v", v)
		}
		for unit, want := range map[string]excluded{
			"禹州市": {Unit: "禹州市", State: "no_data", Reason: "无数据"},
			"襄城县": {Unit: "襄城县", State: "not_assessed", Reason: "不参评"},
			"鄢陵县": {Unit: "鄢陵县", State: "not_reported", Reason: "未报"},
		} {
			if _, e := r.find(t, unit); e != want {
				t.Errorf("%s: %+v", unit, e)
			}
		}
	}
	want := b.rank(october...)
	look(want)
	b.must(append([]string{"export", "-o", b.path("m.xlsx")}, october...)...)
	for _, unit := range []string{"长葛市", "禹州市", "襄城县"} {
		score(unit, "50")
	}
	out := b.must("import", b.path("m.xlsx"), "--program", "city-management")
	if !contains(out, "改动3") {
		t.Errorf("import says %s", out)
	}
	if diff := cmp.Diff(want, b.rank(october...)); diff != "" {
		t.Error(diff)
	}
	// A blank cell leaves what is stored: the cleared one stays as it was, a value typed since stays, too.
	score("鄢陵县", "77")
	b.must("import", b.path("m.xlsx"), "--program", "city-management")
	if v, _ := b.rank(october...).find(t, "鄢陵县"); v.Value != "77" {
		t.Errorf("a blank cell overwrote 77: %+v", v)
	}
}

// TestRoundTrip exports every sample month and imports it again without a difference.
func TestRoundTrip(t *testing.T) {
	b := sample(t)
	for _, place := range [][2]string{{"city-management", "2019-10"}, {"township-air", "2019-08"}, {"communities", "2019-10"}} {
		file := b.path(place[0] + ".xlsx")
		b.must("export", "--program", place[0], "--month", place[1], "-o", file)
		var result imported
		if err := json.Unmarshal([]byte(b.must("import", file, "--program", place[0], "--dry-run", "--format", "json")), &result); err != nil {
			t.Fatal(err)
		}
		if result.New != 0 || result.Changed != 0 || len(result.Refused) != 0 || result.Unchanged == 0 || result.Month != place[1] {
			t.Errorf("%v: %d new, %d changed, refused %v", place, result.New, result.Changed, result.Refused)
		}
		// Into an empty database every value comes back.
		other := newBench(t, "zh-Hans")
		other.must("init", "--sample", "xuchang")
		cleared := 0
		for _, v := range result.Values {
			if v.Day != 0 {
				continue // too many to clear one by one
			}
			cleared++
			other.must("set", "--program", place[0], "--month", place[1], "--unit", v.Unit, "--county", v.County, "--indicator", v.Indicator, "--clear")
		}
		out := other.must("import", file, "--program", place[0])
		if want := fmt.Sprintf("新增%d，", cleared); !contains(out, want) {
			t.Errorf("%v: %s, want %s", place, out, want)
		}
		if len(place) > 0 && place[0] != "communities" {
			mine := b.rank("--program", place[0], "--month", place[1])
			theirs := other.rank("--program", place[0], "--month", place[1])
			if diff := cmp.Diff(mine, theirs); diff != "" {
				t.Error(diff)
			}
		}
	}
}

func TestTyping(t *testing.T) {
	b := sample(t)
	rate := func(text string) string {
		return b.must(append(append([]string{"set", "--unit", "许昌市", "--indicator", "closing_rate"}, october...), text)...)
	}
	for text, shown := range map[string]string{"96.18": "96.18%", "９５．５％": "95.5%", "94。2": "94.2%", "100%": "100%", "0": "0%"} {
		if out := rate(text); !contains(out, "→ "+shown) {
			t.Errorf("%s gave %s", text, out)
		}
	}
	out := b.must(append(append([]string{"set", "--unit", "许昌市", "--indicator", "accepted"}, october...), "35，931件")...)
	if !contains(out, "35932 → 35931") {
		t.Error(out)
	}
	alias := append([]string{"set", "--unit", "许昌市", "--indicator", "立案数", "32254", "--reason", "-5度"}, october...)
	if out := b.must(alias...); !contains(out, "立案派遣数") {
		t.Error(out)
	}
	status := b.must(append([]string{"month", "--status"}, october...)...)
	if !contains(status, "请核实：许昌市，受理数应等于") {
		t.Errorf("35931 = 3678 + 32254 passes: %s", status)
	}
}

// TestMonthWithoutData writes what there is to write about a month in which nobody has reported.
func TestMonthWithoutData(t *testing.T) {
	b := sample(t)
	for _, program := range []string{"city-management", "township-air"} {
		empty := []string{"--program", program, "--month", "2018-01"}
		for _, format := range []string{"text", "json", "xlsx", "pdf"} {
			b.must(append([]string{"rank", "--format", format, "-o", b.path("empty." + format)}, empty...)...)
		}
		b.must(append([]string{"export", "-o", b.path("empty.xlsx")}, empty...)...)
		b.must("import", b.path("empty.xlsx"), "--program", program)
		b.must(append([]string{"bulletin"}, empty...)...)
	}
}

// TestExcludedAreNotTheWorst holds that who is left out does not stand under the heading of the worst.
func TestExcludedAreNotTheWorst(t *testing.T) {
	b := sample(t)
	b.must(append([]string{"set", "--unit", "市公安局", "--indicator", "score", "不参评"}, october...)...)
	text := b.must(append([]string{"bulletin"}, october...)...)
	for _, want := range []string{"未参加排名的单位\n市公安局：不参评\n", "未参加排名的单位\n市公安局（不参评）\n"} {
		if !contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
}

// TestOutputKeepsTheFile holds that a file that is replaced keeps its rights, and a link leads where it led.
func TestOutputKeepsTheFile(t *testing.T) {
	b := sample(t)
	file, link := b.path("old.json"), b.path("link.json")
	if err := errors.Join(os.WriteFile(file, []byte("old"), 0o600), os.Symlink(file, link)); err != nil {
		t.Fatal(err)
	}
	b.must(append([]string{"rank", "--format", "json", "-o", link}, august...)...)
	content, err := os.ReadFile(file)
	if err != nil || !contains(string(content), "township-air") {
		t.Error(err, string(content))
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error(info, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info, err)
	}
}

func TestUnits(t *testing.T) {
	b := sample(t)
	b.must("unit", "rename", "--unit", "董村镇", "--to", "新董村镇", "--from", "2026-03")
	b.must("unit", "alias", "--unit", "大周镇", "--alias", "大周")
	b.must(set("大周", "pm10", "61")...)
	if v, _ := b.rank(august...).find(t, "董村镇"); v.Rank == 0 {
		t.Error("an old month lost its old name")
	}
	new := b.rank("--program", "township-air", "--month", "2026-03")
	if _, e := new.find(t, "新董村镇"); e.State != "not_reported" {
		t.Errorf("%+v", e)
	}
	b.refused(Could, []string{"unit", "rename", "--unit", "大周镇", "--to", "石固镇", "--from", "2026-03"}, "石固镇")
	b.refused(Could, []string{"unit", "rename", "--unit", "大周镇", "--to", "x", "--from", "2026-14"}, "2026-14")
	b.must("unit", "retire", "--unit", "石固镇", "--from", "2026-03", "--successor", "大周镇")
	after := b.rank("--program", "township-air", "--month", "2026-03")
	for _, e := range after.Groups[0].Excluded {
		if e.Unit == "石固镇" {
			t.Error("石固镇 is still there after it was retired")
		}
	}
	b.must("unit", "add", "--name", "新区街道", "--county", "示范区", "--program", "township-air", "--group", "乡镇", "--from", "2026-03")
	if _, e := b.rank("--program", "township-air", "--month", "2026-03").find(t, "新区街道"); e.County != "市城乡一体化示范区" {
		t.Errorf("%+v", e)
	}
	b.must("unit", "move", "--unit", "长村张街道", "--to", "示范区", "--care", "--from", "2026-03")
	if _, e := b.rank("--program", "township-air", "--month", "2026-03").find(t, "长村张街道"); e.County != "市城乡一体化示范区" {
		t.Errorf("%+v", e)
	}
	if v, _ := b.rank(august...).find(t, "长村张街道"); v.County != "国家许昌经济技术开发区" {
		t.Errorf("%+v", v)
	}
	b.must("unit", "order", "--unit", "东城区", "--before", "魏都区")
	r := b.rank(october...)
	if g := r.Groups[1]; g.Rows[3].Unit != "东城区" || g.Rows[4].Unit != "魏都区" {
		t.Errorf("precedence among equals: %v", g.Rows)
	}
}

func TestDemoAndEnglish(t *testing.T) {
	b := newBench(t, "en")
	out := b.must("demo", "-o", b.path("demo"))
	if !contains(out, "董村镇") || contains(out, "<no value>") {
		t.Error(out)
	}
}
