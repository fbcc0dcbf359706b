package ranking

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
	"yueping/views/screentest"
)

func townships(t *testing.T) (*screentest.Stage, *Screen) {
	t.Helper()
	s := screentest.New(t, New)
	s.Load("township-air", "2019-08")
	return s, s.Screen.(*Screen)
}

// withDays gives the first ranked unit values by day.
func withDays(t *testing.T, s *screentest.Stage) string {
	t.Helper()
	at := month.MustParse("2019-08")
	r, err := s.Workspace.Ranking(context.Background(), "township-air", at, "")
	if err != nil {
		t.Fatal(err)
	}
	unit := r.Groups[0].Rows[0].Unit.Key
	b := app.Batch{Program: "township-air", Source: models.SourceTyped}
	for day, values := range map[int][2]string{1: {"30", "20"}, 2: {"300", "200"}, 9: {"60", "20"}} {
		for i, pollutant := range []string{"pm10", "pm25"} {
			n, err := number.Parse(values[i])
			if err != nil {
				t.Fatal(err)
			}
			b.Edits = append(b.Edits, app.Edit{Indicator: pollutant, Unit: unit, Period: at.Day(day), Cell: models.Of(n)})
		}
	}
	if _, err := s.Workspace.Apply(context.Background(), b); err != nil {
		t.Fatal(err)
	}
	return unit
}

func TestChosenUnitIsTold(t *testing.T) {
	s, screen := townships(t)
	if screen.panel.object.Visible() {
		t.Fatal("details of nobody")
	}
	s.Window.Canvas().Focus(screen.Focus())
	s.Keys(fyne.KeyDown)
	first := screen.panel.title.Text
	if !screen.panel.object.Visible() || first == "" || !strings.Contains(screen.panel.line.Text, "第1名") || !screen.split.Horizontal {
		t.Fatalf("%q %q", first, screen.panel.line.Text)
	}
	s.Keys(fyne.KeyDown)
	if screen.panel.title.Text == first {
		t.Error("an arrow key did not move the details along")
	}
	s.Keys(fyne.KeyEscape)
	s.Keys(fyne.KeyDown)
	if screen.panel.object.Visible() {
		t.Error("closed details open by themselves")
	}
	s.Keys(fyne.KeySpace)
	if !screen.panel.object.Visible() {
		t.Error("the space bar does not open the details")
	}
	screen.panel.closing.OnTapped()
	if screen.panel.object.Visible() || s.Window.Canvas().Focused() != screen.Focus() {
		t.Error("the button does not close, or the keyboard is lost")
	}
}

func TestDetailOfIndex(t *testing.T) {
	s, screen := townships(t)
	screen.schemes.Choose("counties")
	s.Screen.(*Screen).table.SelectFirst()
	s.Shot("ranking-detail-county")
	d, err := reader{screen.data, s.Workspace, s.Text}.read(context.Background(), screen.table.Selected())
	if err != nil {
		t.Fatal(err)
	}
	if len(d.bars) != 3 || !d.bars[0].Current || len(d.bars[0].Segments) != 6 || len(d.parts) != 6 {
		t.Fatalf("%+v", d)
	}
	// The gases of 2018-08 are converted to the state of 2019-08, and that is said beside the published change.
	if year := d.bars[2]; year.Label != "2018年8月" || len(year.Caption) != 2 || !strings.HasPrefix(year.Caption[1], "按本月口径为") {
		t.Errorf("%+v", year)
	}
	over := 0
	for _, p := range d.parts {
		if p.over {
			over++
		}
	}
	if co := d.parts[4]; co.name != "CO" || !strings.Contains(co.value, ".") || over == 0 || over == 6 {
		t.Errorf("%+v", d.parts)
	}
	if words := screen.explanation.words.Text; !strings.Contains(words, "※与2018年8月相比") || !strings.Contains(words, "SO2、NO2、CO、O3浓度已换算到同一状态") {
		t.Error(words)
	}
	if column(screen, "同比（同口径）") < 0 || screen.columns[column(screen, "比上年同月")].Label != "比上年同月"+broken {
		t.Error("the break is not marked in the table")
	}
}

func TestDaysOfUnit(t *testing.T) {
	s, screen := townships(t)
	unit := withDays(t, s)
	s.Load("township-air", "2019-08")
	screen.Reveal(unit, "")
	s.Shot("ranking-detail-days")
	d, err := reader{screen.data, s.Workspace, s.Text}.read(context.Background(), unit)
	if err != nil {
		t.Fatal(err)
	}
	got := map[int]string{}
	for _, day := range d.days.Days {
		got[day.Day] = day.Text + " " + day.Word + " " + day.Hint
	}
	if d.days.Count != 31 || d.days.First.String() != "Thursday" || d.noDays {
		t.Errorf("%+v", d.days)
	}
	for day, want := range map[int]string{1: "优", 2: "重度 2日　AQI 250　重度污染　首要污染物 PM2.5", 9: "良 9日　AQI 55　良　首要污染物 PM10"} {
		if day != 1 && !strings.HasSuffix(got[day], want) || !strings.Contains(got[day], want) {
			t.Errorf("day %d: %q", day, got[day])
		}
	}
}

func TestUnitWithoutDays(t *testing.T) {
	s, screen := townships(t)
	// Some months have no values by day at all.
	s.Load("township-air", "2019-07")
	screen.table.SelectFirst()
	s.Shot("ranking-detail-no-days")
	if !screen.panel.noDays.Visible() || screen.panel.calendar.Visible() || screen.panel.noDays.Text == "" {
		t.Error("no days, and nothing says so")
	}
}

func TestOtherProgramsHaveALineOrNothing(t *testing.T) {
	s := screentest.New(t, New)
	screen := s.Screen.(*Screen)
	s.Load("city-management", "2019-10")
	screen.table.SelectFirst()
	if screen.panel.object.Visible() {
		t.Error("a panel with nothing to say")
	}
	n, err := number.Parse("95.5")
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Workspace.Apply(context.Background(), app.Batch{Program: "city-management", Source: models.SourceTyped, Edits: []app.Edit{
		{Indicator: "score", Unit: screen.table.Selected(), Period: month.MustParse("2019-09").Whole(), Cell: models.Of(n)}}})
	if err != nil {
		t.Fatal(err)
	}
	s.Load("city-management", "2019-10")
	s.Shot("ranking-detail-line")
	p := screen.panel
	if !p.object.Visible() || p.index.Visible() || p.days.Visible() || !p.past.Visible() || screen.split.Horizontal {
		t.Error("no line under the table")
	}
	s.Load("township-air", "2019-08")
	screen.table.SelectFirst()
	if !screen.split.Horizontal || !p.index.Visible() {
		t.Error("the details of air do not come back")
	}
}

func TestExcludedUnitIsTold(t *testing.T) {
	s, screen := townships(t)
	unit := withDays(t, s)
	_, err := s.Workspace.Apply(context.Background(), app.Batch{Program: "township-air", Source: models.SourceTyped, Edits: []app.Edit{
		{Indicator: "pm10", Unit: unit, Period: month.MustParse("2019-08").Whole(), Cell: models.Cell{State: models.NoData}}}})
	if err != nil {
		t.Fatal(err)
	}
	s.Load("township-air", "2019-08")
	screen.Reveal(unit, "")
	if !strings.Contains(screen.panel.line.Text, "PM10无数据") || screen.panel.index.Visible() {
		t.Errorf("%q", screen.panel.line.Text)
	}
}

func TestImprovement(t *testing.T) {
	s, screen := townships(t)
	screen.schemes.Choose("counties-improvement")
	s.Shot("ranking-improvement")
}

// A small window at twice the size: the panel scrolls and the table keeps its names.
func TestSmallWindow(t *testing.T) {
	s := screentest.Sized(t, fyne.NewSize(800, 480), New)
	s.Load("township-air", "2019-08")
	screen := s.Screen.(*Screen)
	screen.table.SelectFirst()
	s.Shot("ranking-detail-small")
	if w := screen.panel.object.Size().Width; w < 200 || w > 500 {
		t.Errorf("the panel is %v wide", w)
	}
}
