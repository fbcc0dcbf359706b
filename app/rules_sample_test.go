package app

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

// TestPrintedNotice brings the sample city's notice of August 2019 as it was printed: who, in what
// order, and what.
func TestPrintedNotice(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "rules", "air-2019-08-notice.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	printed, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	w := sampleCity(t)
	var want []string
	for _, line := range printed[1:] {
		for _, action := range strings.Split(line[4], ";") {
			// 连续2月(7、8月)约谈政府主要负责同志 names the months of the streak.
			if head, whom, summoned := strings.Cut(action, "约谈"); summoned {
				action = "约谈 " + whom + map[bool]string{true: " 7 8", false: " 5 6 7 8"}[strings.Contains(head, "(7、8月)")]
			} else {
				action += " 8"
			}
			want = append(want, line[2]+registered(t, w, line[3])+" "+action)
		}
	}
	if got := everyNotice(t, w, august); !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

// registered is what the register calls a unit that the page prints under one of its spellings.
func registered(t *testing.T, w *Workspace, printed string) string {
	t.Helper()
	register, err := w.Register(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, u := range register.Units() {
		if slices.Contains(u.Spellings(), printed) {
			names = append(names, u.Name(august))
		}
	}
	if len(names) != 1 {
		t.Fatalf("%s is %q", printed, names)
	}
	return names[0]
}

// everyNotice are a month's notices of the sample city's air, a line each.
func everyNotice(t *testing.T, w *Workspace, at month.Month) []string {
	t.Helper()
	notices, err := w.Notices(context.Background(), "township-air", at)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, n := range notices {
		line := strings.TrimSpace(n.Action + " " + n.Addressee)
		for _, m := range n.Months {
			line += fmt.Sprint(" ", m.Number())
		}
		lines = append(lines, n.County+n.Unit.Name(at)+" "+line)
	}
	return lines
}

// particulates puts the two concentrations that a township is ranked by, and days enough, into a month.
func particulates(t *testing.T, w *Workspace, at month.Month, values map[string]int64) {
	t.Helper()
	b := Batch{Program: "township-air", Source: models.SourceTyped}
	for unit, value := range values {
		for indicator, v := range map[string]int64{"pm10": value, "pm25": value, "valid_days": 30} {
			b.Edits = append(b.Edits, Edit{Indicator: indicator, Unit: unit, Period: at.Whole(), Cell: models.Of(number.FromInt(v))})
		}
	}
	if _, err := w.Apply(context.Background(), b); err != nil {
		t.Fatal(err)
	}
}

// TestSampleRulesAtTheirBoundaries works the sample city's own rules on made-up months of 2022: the
// townships in the order of the file, the later the worse, and what is said of the first one.
func TestSampleRulesAtTheirBoundaries(t *testing.T) {
	w := sampleCity(t)
	m := loaded(t, w, "township-air", august)
	var units []string
	for _, u := range m.Table.Units {
		if m.Table.Roster.Group(u.Key) == m.Program.Groups[0].Key {
			units = append(units, u.Key)
		}
	}
	n := len(units)
	usual := func(first int64) map[string]int64 {
		values := map[string]int64{units[0]: first}
		for i, u := range units[1:] {
			values[u] = int64(100 + i)
		}
		return values
	}
	worst, tenth, above := int64(900), int64(100+n-1-10), int64(100+n-1-11)
	const warned, government, party = "预警提示 %d", "约谈 政府主要负责同志", "约谈 党委主要负责同志"
	one := func(m int) string { return fmt.Sprintf(warned, m) }
	for _, step := range []struct {
		name  string
		at    string
		value int64
		want  string
	}{
		{"one month", "2022-01", worst, one(1)},
		{"two, joint with the tenth", "2022-02", tenth, one(2) + "; " + government + " 1 2"},
		{"three months are two and more", "2022-03", worst, one(3) + "; " + government + " 1 2 3"},
		{"four: only the higher step", "2022-04", worst, one(4) + "; " + party + " 1 2 3 4"},
		{"five", "2022-05", worst, one(5) + "; " + party + " 1 2 3 4 5"},
		{"just above the last ten", "2022-06", above, ""},
		{"once again", "2022-07", worst, one(7)},
		// Nothing was reported in August: a missing month breaks the streak.
		{"after a missing month", "2022-09", worst, one(9)},
		{"the end of the year", "2022-12", worst, one(12)},
		{"over the new year", "2023-01", worst, one(1) + "; " + government + " 12 1"},
	} {
		at := month.MustParse(step.at)
		particulates(t, w, at, usual(step.value))
		if got := brought(t, w, "township-air", at, units[0]); got != step.want {
			t.Errorf("%s: %q, want %q", step.name, got, step.want)
		}
	}
	// Joint with the tenth the last ten hold eleven, each of them warned.
	if got := len(everyNotice(t, w, month.MustParse("2022-02"))); got != 11+9+1 { // nine more stood there in January, too
		t.Errorf("%d notices in February", got)
	}
	// February is corrected: what March and April brought changes with it, and comes back.
	for _, c := range []struct {
		february    int64
		march, four string
	}{
		{1, one(3), one(4) + "; " + government + " 3 4"},
		{worst, one(3) + "; " + government + " 1 2 3", one(4) + "; " + party + " 1 2 3 4"},
	} {
		particulates(t, w, month.MustParse("2022-02"), map[string]int64{units[0]: c.february})
		if got := brought(t, w, "township-air", month.MustParse("2022-03"), units[0]); got != c.march {
			t.Errorf("March with %d in February: %q", c.february, got)
		}
		if got := brought(t, w, "township-air", month.MustParse("2022-04"), units[0]); got != c.four {
			t.Errorf("April with %d in February: %q", c.february, got)
		}
	}
}
