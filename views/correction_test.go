package views

import (
	"context"
	"strings"
	"testing"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/kit"
)

// put stores a text as if it had been typed.
func put(t *testing.T, s *shell, at month.Month, indicator, unit, text string) {
	t.Helper()
	ctx := context.Background()
	m, err := s.kit.Workspace.Month(ctx, s.place.Program.Key, at)
	check(t, err)
	for _, u := range m.Table.Units {
		if m.Table.Roster.Name(u.Key) == unit {
			edit := app.TypedEdit(m.Program.Indicator(indicator), app.Edit{Indicator: indicator, Unit: u.Key, Period: at.Whole()}, text)
			_, err := s.kit.Workspace.Apply(ctx, app.Batch{Program: m.Program.Key, Source: models.SourceTyped, Edits: []app.Edit{edit}})
			check(t, err)
			return
		}
	}
	t.Fatalf("no unit %s", unit)
}

func TestACorrectionSaysWhichNoticesItChanges(t *testing.T) {
	w, s := sampleWindow(t)
	s.choose(s.programs[1])
	july, august := month.Of(2019, 7), month.Of(2019, 8)
	s.look(kit.Place{Program: s.place.Program, Month: july})
	s.show("entry")
	if s.strip.object.Visible() || len(s.strip.baseline) == 0 {
		t.Fatalf("before anything the strip is %v on %d months", s.strip.object.Visible(), len(s.strip.baseline))
	}
	// In July the township leaves the last ten: nobody talks to the head of its government in August.
	put(t, s, july, "pm10", "浅井镇", "20")
	if got := s.strip.label.Text; !s.strip.object.Visible() || !strings.Contains(got, "更正影响预警约谈3处") || !strings.Contains(got, "取消约谈政府主要负责同志") {
		t.Fatalf("the strip is %v, %q", s.strip.object.Visible(), got)
	}
	picture(t, w, "correction")
	found := ""
	for _, c := range s.strip.changes {
		found += s.strip.words("correction.change", c) + "\n"
	}
	if !strings.Contains(found, "2019年8月 禹州市浅井镇 取消约谈政府主要负责同志") {
		t.Errorf("all changes:\n%s", found)
	}
	s.undo()
	if s.strip.object.Visible() {
		t.Errorf("after undoing the strip says %q", s.strip.label.Text)
	}
	put(t, s, july, "pm10", "浅井镇", "20")
	s.strip.lead()
	if s.current.Key() != "notices" || s.place.Month != august {
		t.Errorf("the button leads to %s in %v", s.current.Key(), s.place.Month)
	}
	picture(t, w, "correction-board")
	s.strip.noted()
	if s.strip.object.Visible() {
		t.Error("the strip stays")
	}
	// The newest month corrects nothing; a later correction does not count what was entered there.
	put(t, s, august, "pm10", "顺店镇", "20")
	if s.strip.object.Visible() {
		t.Errorf("the newest month is a correction: %q", s.strip.label.Text)
	}
	put(t, s, july, "pm10", "花石镇", "20")
	for _, c := range s.strip.changes {
		if c.Name == "顺店镇" && c.Month == august {
			t.Errorf("counts what was entered: %s", s.strip.words("correction.change", c))
		}
	}
}
