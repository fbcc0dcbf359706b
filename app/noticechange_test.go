package app

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/month"
)

// changeLines writes changes as texts: "2019-08 花石镇: a, b → a".
func changeLines(w *Workspace, changes []NoticeChange) string {
	var lines []string
	for _, c := range changes {
		var sides [2][]string
		for _, n := range c.Before {
			sides[0] = append(sides[0], NoticeWords(w.text, n))
		}
		for _, n := range c.After {
			sides[1] = append(sides[1], NoticeWords(w.text, n))
		}
		lines = append(lines, fmt.Sprintf("%s %s: %s → %s", c.Month, c.Name, strings.Join(sides[0], "；"), strings.Join(sides[1], "；")))
	}
	return strings.Join(lines, "\n")
}

func changesOf(t testing.TB, w *Workspace, edits ...Edit) []NoticeChange {
	t.Helper()
	changes, err := w.NoticeChanges(context.Background(), "township-air", edits)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// What a correction would change is what it changes, and nothing is stored before.
func TestNoticeChanges(t *testing.T) {
	w := sampleCity(t)
	july := month.Of(2019, 7)
	got := changeLines(w, changesOf(t, w, pm10("yuzhou-huashizhen", july, "20")))
	want := "2019-07 高桥营街道:  → 预警提示\n2019-07 花石镇: 预警提示 → \n" +
		"2019-08 花石镇: 预警提示；连续2个月（2019年7月、8月），约谈政府主要负责同志 → 预警提示"
	if got != want {
		t.Errorf("%s", got)
	}
	m := loaded(t, w, "township-air", july)
	if v := m.Table.Value("pm10", "yuzhou-huashizhen"); v.Number.String() == "20" {
		t.Error("it was stored")
	}
	for name, edit := range map[string]Edit{
		"what stands already": pm10("yuzhou-huashizhen", july, m.Table.Value("pm10", "yuzhou-huashizhen").Number.String()),
		"a day":               {Indicator: "pm10", Unit: "yuzhou-huashizhen", Period: july.Day(3), Cell: content("20")},
		"a draft":             {Indicator: "pm10", Unit: "yuzhou-huashizhen", Period: july.Whole(), Draft: "20微克"},
		"a month before all":  {Indicator: "so2", Unit: "yuzhou-huashizhen", Period: month.Of(2017, 1).Whole(), Cell: content("20")},
	} {
		if changes := changesOf(t, w, edit); len(changes) > 0 {
			t.Errorf("%s changes %s", name, changeLines(w, changes))
		}
	}
	if changes := changesOf(t, w); changes != nil {
		t.Error(changes)
	}
}

// Whatever is edited: what NoticeChanges says beforehand is the difference that is there afterwards.
func TestNoticeChangesAreWhatChanges(t *testing.T) {
	w := sampleCity(t)
	ctx := context.Background()
	random := rand.New(rand.NewPCG(1, 2))
	from := month.Of(2019, 5)
	units := loaded(t, w, "township-air", august).Program.Members
	changed := 0
	for range 12 {
		var edits []Edit
		for range 1 + random.IntN(6) {
			value := fmt.Sprint(20 + random.IntN(200))
			if random.IntN(4) == 0 {
				value = []string{"", "no_data", "not_assessed"}[random.IntN(3)]
			}
			edits = append(edits, pm10(units[random.IntN(104)].Unit, from+month.Month(random.IntN(4)), value))
		}
		planned := changesOf(t, w, edits...)
		before, err := w.NoticesSince(ctx, "township-air", from)
		if err != nil {
			t.Fatal(err)
		}
		applied(t, w, Batch{Program: "township-air", Source: models.SourceTyped, Edits: edits})
		after, err := w.NoticesSince(ctx, "township-air", from)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := changeLines(w, planned), changeLines(w, DiffNotices(before, after)); got != want {
			t.Fatalf("foretold:\n%s\ncame:\n%s", got, want)
		}
		changed += len(planned)
	}
	if changed == 0 {
		t.Error("nothing ever changed")
	}
}

// A month that is cleared as a whole is no longer among those with data.
func TestNoticeChangesOfAClearedMonth(t *testing.T) {
	w := sampleCity(t)
	ctx := context.Background()
	june := month.Of(2019, 6)
	stored, err := w.store.Observations(ctx, "township-air", june.Whole())
	if err != nil {
		t.Fatal(err)
	}
	var edits []Edit
	for _, o := range stored {
		edits = append(edits, Edit{Indicator: o.Indicator, Unit: o.Unit, Period: june.Whole()})
	}
	planned := changesOf(t, w, edits...)
	before, err := w.NoticesSince(ctx, "township-air", june)
	if err != nil {
		t.Fatal(err)
	}
	applied(t, w, Batch{Program: "township-air", Source: models.SourceTyped, Edits: edits})
	after, err := w.NoticesSince(ctx, "township-air", june)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := changeLines(w, planned), changeLines(w, DiffNotices(before, after)); got != want || !strings.Contains(got, "2019-08 顺店镇") {
		t.Errorf("foretold:\n%s\ncame:\n%s", got, want)
	}
}
