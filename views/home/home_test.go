package home

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/kit"
	"yueping/views/screentest"
)

func stage(t *testing.T) *screentest.Stage {
	t.Helper()
	s := screentest.New(t, func(k *kit.Kit) kit.Screen { return New(k) })
	s.Load("city-management", "2019-10")
	return s
}

// tiles reads the tiles as the screen does.
func tiles(t *testing.T, s *screentest.Stage) []tile {
	t.Helper()
	p, err := s.Workspace.Program(context.Background(), "city-management")
	if err != nil {
		t.Fatal(err)
	}
	found, err := readTiles(context.Background(), s.Kit, kit.Place{Program: p, Month: month.Of(2019, 10)})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// put stores a text as if it had been typed.
func put(t *testing.T, s *screentest.Stage, indicator, unit, text string) {
	t.Helper()
	ctx, at := context.Background(), month.Of(2019, 10)
	m, err := s.Workspace.Month(ctx, "city-management", at)
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range m.Table.Units {
		if m.Table.Roster.Name(u.Key) == unit {
			edit := app.TypedEdit(m.Program.Indicator(indicator), app.Edit{Indicator: indicator, Unit: u.Key, Period: at.Whole()}, text)
			if _, err := s.Workspace.Apply(ctx, app.Batch{Program: m.Program.Key, Source: models.SourceTyped, Edits: []app.Edit{edit}}); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatalf("no unit %s", unit)
}

func TestATileAProgram(t *testing.T) {
	s := stage(t)
	s.Shot("home")
	all := tiles(t, s)
	if len(all) != 3 || len(s.Screen.(*Screen).tiles.Objects) != 3 {
		t.Fatalf("there are %d tiles", len(all))
	}
	if got := all[1]; got.month != "2019年8月" || got.mark != "示例数据" || len(got.bars) != 2 || got.bars[0] != (bar{"乡镇", 104, 104}) {
		t.Errorf("the second program's tile is %+v", got)
	}
}

func TestTheNextStepFollowsTheMonth(t *testing.T) {
	s := stage(t)
	step := func(want, screen string) {
		t.Helper()
		s.Load("city-management", "2019-10")
		if n := tiles(t, s)[0].next; n.label != want || n.screen != screen {
			t.Errorf("the next step is %q on %q, want %q on %q", n.label, n.screen, want, screen)
		}
	}
	step("核对", "")
	put(t, s, "score", "东城区", "")
	step("去录入", "entry")
	if got := tiles(t, s)[0].missing; got != "缺1个：东城区" {
		t.Errorf("missing is %q", got)
	}
	put(t, s, "score", "东城区", "6l.5")
	step("去改正", "entry")
	put(t, s, "score", "东城区", "61.5")
	put(t, s, "hotline_closed", "许昌市", "2000")
	step("去改正", "entry")
	found := tiles(t, s)[0].findings
	if len(found) != 1 || !strings.HasPrefix(found[0].words, "必须改正") || found[0].warning {
		t.Errorf("the findings are %+v", found)
	}
	s.Shot("home-error")
	put(t, s, "hotline_closed", "许昌市", "1243")
	press(t, s, "核对")
	step("看排名", "ranking")
	s.Shot("home-verified")
}

// press presses the first button of this label.
func press(t *testing.T, s *screentest.Stage, label string) {
	t.Helper()
	var find func(fyne.CanvasObject) bool
	find = func(o fyne.CanvasObject) bool {
		if b, ok := o.(interface {
			fyne.Tappable
			AccessibilityLabel() string
		}); ok && b.AccessibilityLabel() == label {
			b.Tapped(&fyne.PointEvent{})
			return true
		}
		var children []fyne.CanvasObject
		switch v := o.(type) {
		case *fyne.Container:
			children = v.Objects
		case fyne.Widget:
			children = test.WidgetRenderer(v).Objects()
		}
		for _, child := range children {
			if find(child) {
				return true
			}
		}
		return false
	}
	if !find(s.Screen.Content()) {
		t.Fatalf("no button %q", label)
	}
}

func TestTilesStandInAsManyColumnsAsFit(t *testing.T) {
	c := &columns{least: 340}
	for _, w := range []struct {
		width float32
		want  int
	}{{300, 1}, {700, 2}, {1100, 3}, {4000, 3}} {
		if got := c.count(w.width, 3); got != w.want {
			t.Errorf("at %v there are %d columns, want %d", w.width, got, w.want)
		}
	}
}
