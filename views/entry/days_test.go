package entry

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
	"yueping/views/grid"
	"yueping/views/kit"
	"yueping/views/screentest"
)

var august = month.Of(2019, 8)

// dayStage shows the days of August in the made-up city. County 东县 has whole days: PM10 is the day
// plus 60, but for the days that are left out.
func dayStage(t *testing.T, without ...int) (*screentest.Stage, *Screen) {
	t.Helper()
	st := screentest.In(t, os.DirFS(filepath.Join("testdata", "days")), fyne.NewSize(1280, 720), func(k *kit.Kit) kit.Screen { return New(k) })
	batch := app.Batch{Program: "air", Source: models.SourceImported}
	for day := 1; day <= 31; day++ {
		skip := false
		for _, w := range without {
			skip = skip || w == day
		}
		if skip {
			continue
		}
		for key, value := range map[string]string{"so2": "10", "no2": "20", "pm10": strconv.Itoa(60 + day), "pm25": "30.5", "co": "0.8", "o3": strconv.Itoa(100 + 4*day)} {
			batch.Edits = append(batch.Edits, app.Edit{Indicator: key, Unit: "dong", Period: august.Day(day), Cell: models.Of(number.MustParse(value))})
		}
	}
	if _, err := st.Workspace.Apply(context.Background(), batch); err != nil {
		t.Fatal(err)
	}
	s := st.Screen.(*Screen)
	st.Load("air", "2019-08")
	s.SwitchDays()
	s.reach(goal{unit: "dong", period: august.Day(1)})
	return st, s
}

// row gives the texts of a row.
func (s *Screen) row(row int) string {
	texts := append([]string{}, s.source.RowHeader(row)...)
	for col := range s.source.Columns() {
		texts = append(texts, s.source.Cell(row, col).Text)
	}
	return strings.Join(texts, "|")
}

func (s *Screen) typeAt(t *testing.T, kind grid.EditKind, row, col int, text string) {
	t.Helper()
	if err := s.source.Edit(kind, []grid.Edit{{Row: row, Col: col, Text: text}}); err != nil {
		t.Fatal(err)
	}
}

func TestADayARowShowsValuesIndexAndLevel(t *testing.T) {
	st, s := dayStage(t)
	st.Shot("days-down")
	if got, want := s.row(0), "1||10|20|61|30.5|0.8|104|56|PM10|良|10|25|56|44|20|54"; got != want {
		t.Errorf("the first day is\n%s, want\n%s", got, want)
	}
	if got := s.source.RowHeader(2)[1] + s.source.RowHeader(3)[1]; got != "六日" {
		t.Errorf("the weekend of the 3rd and 4th is marked %q", got)
	}
	level := s.source.Cell(0, 8)
	if level.Swatch.G != 255 || level.Swatch.R != 255 || !level.ReadOnly {
		t.Errorf("良 has the swatch %v", level.Swatch)
	}
	if caption := s.source.Columns()[4].Caption; caption != "μg/m³（CO为mg/m³）" {
		t.Errorf("the values stand under %q", caption)
	}
}

func TestFiguresAreLive(t *testing.T) {
	_, s := dayStage(t)
	s.grid.Select(0, 2)
	s.typeAt(t, grid.Typed, 0, 2, "260")
	if got := s.source.Cell(0, 6).Text + s.source.Cell(0, 7).Text + s.source.Cell(0, 8).Text; got != "155PM10中度污染" {
		t.Errorf("after typing the day is %q", got)
	}
	s.SwitchLayout()
	row, _ := s.grid.Cursor()
	if got := s.source.Cell(row, 31).Text; got != "82" {
		t.Errorf("the month's mean is %s, want that of the typed value as well", got)
	}
	s.typeAt(t, grid.Typed, row, 0, "")
	if mean, valid := s.source.Cell(row, 31).Text, s.source.Cell(row, 32).Text; mean != "76" || valid != "30" {
		t.Errorf("after clearing a day the mean is %s of %s days", mean, valid)
	}
}

func TestADayAColumnShowsUnitsAndWhatTheMonthComesTo(t *testing.T) {
	st, s := dayStage(t, 1, 2, 3, 4, 5)
	s.SwitchLayout()
	s.chooseIndicator("co")
	st.Shot("days-across")
	if s.source.Rows() != 2 {
		t.Fatalf("CO has %d rows, want the two counties", s.source.Rows())
	}
	columns := s.source.Columns()
	if len(columns) != 33 || columns[2].Title != "3\n六" || columns[31].Title != "95百分位" {
		t.Errorf("%d columns, the third %q, the statistic %q", len(columns), columns[2].Title, columns[31].Title)
	}
	if got := s.source.Cell(0, 32); got.Text != "26天不足" || !strings.Contains(got.Note, "不足27天") {
		t.Errorf("26 days are shown as %q: %q", got.Text, got.Note)
	}
	s.chooseIndicator("pm10")
	if s.source.Rows() != 5 || s.source.Columns()[31].Title != "月均" {
		t.Errorf("PM10 has %d rows, its statistic is %q", s.source.Rows(), s.source.Columns()[31].Title)
	}
}

func TestSwitchingKeepsTheValueAndIsRemembered(t *testing.T) {
	st, s := dayStage(t)
	s.grid.Select(9, 3)
	s.SwitchLayout()
	if p, _ := s.cursor(); p.unit.Key != "dong" || p.indicator.Key != "pm25" || p.period != august.Day(10) {
		t.Errorf("the other layout shows %s %s %v", p.unit.Key, p.indicator.Key, p.period)
	}
	s.SwitchLayout()
	if row, col := s.grid.Cursor(); row != 9 || col != 3 {
		t.Errorf("back at %d %d", row, col)
	}
	above := s.centre.Position().Y
	s.SwitchDays()
	if s.centre.Position().Y >= above {
		t.Error("the second line of the bar still takes its room")
	}
	if p, _ := s.cursor(); s.byDay() || p.unit.Key != "dong" || p.indicator.Key != "pm25" {
		t.Errorf("the month shows %s %s", p.unit.Key, p.indicator.Key)
	}
	s.SwitchDays()
	s.SwitchLayout()
	again := New(st.Kit)
	again.Load(s.place)
	if !again.byDay() || !again.view.across || again.source.sheet.(*daysAcross).of.Key != "pm25" {
		t.Errorf("the next start shows %+v", again.view)
	}
}

func TestAProgramWithoutDaysHasNoSwitch(t *testing.T) {
	_, s := stage(t, "city-management", "2019-10")
	if s.bar.what.Object().Visible() || s.bar.line.Visible() || s.bar.fill.Visible() {
		t.Error("a program without values by day offers them")
	}
	s.SwitchDays()
	if s.byDay() {
		t.Error("F4 shows days that there are not")
	}
}

func TestUnitsAreSteppedThroughAndFound(t *testing.T) {
	_, s := dayStage(t)
	s.StepUnit(true)
	if p, _ := s.cursor(); p.unit.Key != "xi" || p.period != august.Day(1) {
		t.Errorf("the next unit is %s %v", p.unit.Key, p.period)
	}
	s.StepUnit(false)
	s.StepUnit(false)
	if p, _ := s.cursor(); p.unit.Key != "bing" {
		t.Errorf("two back is %s", p.unit.Key)
	}
	if got := s.row(0); got != "1||||||||" {
		t.Errorf("a township that keeps two pollutants has the row %q", got)
	}
	s.Reveal("jia", "")
	if !strings.HasPrefix(s.bar.unit.Text, "甲镇（东县）") {
		t.Errorf("the chooser says %q", s.bar.unit.Text)
	}
	s.Reveal("yi", "pm10")
	if p, _ := s.cursor(); s.byDay() || p.unit.Key != "yi" || p.indicator.Key != "pm10" {
		t.Error("a value of the month is not shown when it is asked for")
	}
}

func TestADraftOfADayIsKeptAndExplained(t *testing.T) {
	st, s := dayStage(t)
	s.typeAt(t, grid.Typed, 1, 4, "1200")
	st.Load("air", "2019-08")
	s.grid.Select(1, 4)
	st.Shot("days-draft")
	c := s.source.Cell(1, 4)
	if c.Mark != grid.MarkDraft || c.Text != "1200" || !strings.Contains(s.side.note.Text, "约为1.2") {
		t.Errorf("the draft shows %q with mark %d, explained as %q", c.Text, c.Mark, s.side.note.Text)
	}
	if got := s.source.Cell(1, 6).Text; got == "" {
		t.Error("the day lost its AQI to a draft: its value still stands")
	}
	if !strings.Contains(s.side.figure.Text, "8月2日（周五）") {
		t.Errorf("the inspector is about %q", s.side.figure.Text)
	}
}

func TestTheNextFindingOfAMonthMayBeADraftOfADay(t *testing.T) {
	st, s := dayStage(t)
	s.typeAt(t, grid.Typed, 1, 4, "x")
	st.Load("air", "2019-08")
	s.SwitchDays()
	s.NextFinding(true)
	if p, _ := s.cursor(); !s.byDay() || p.period != august.Day(2) || p.indicator.Key != "co" {
		t.Errorf("F8 leads to %s %v", p.indicator.Key, p.period)
	}
}

func TestAFindingOfADayIsMarkedAndLedTo(t *testing.T) {
	st, s := dayStage(t)
	s.typeAt(t, grid.Typed, 4, 3, "70.5")
	st.Load("air", "2019-08")
	if c := s.source.Cell(4, 3); c.Mark != grid.MarkWarning || !strings.Contains(c.Note, "请核实") || s.source.Cell(4, 2).Mark != grid.MarkWarning {
		t.Errorf("PM2.5 above PM10 is marked %d: %q", c.Mark, c.Note)
	}
	s.Reveal("xi", "")
	s.NextFinding(true)
	if p, _ := s.cursor(); p.unit.Key != "dong" || p.period != august.Day(5) || p.indicator.Key != "pm10" {
		t.Errorf("F8 leads to %s %s %v", p.unit.Key, p.indicator.Key, p.period)
	}
	s.NextFinding(true)
	s.SwitchLayout()
	if p, _ := s.cursor(); p.indicator.Key != "pm25" || s.source.Cell(s.grid.Cursor()).Mark != grid.MarkWarning {
		t.Errorf("the other layout shows %s unmarked", p.indicator.Key)
	}
}

func TestTheSummarySetsTheDaysBesideTheMonth(t *testing.T) {
	st, s := dayStage(t, 10, 11, 12, 13, 14)
	if _, err := st.Workspace.Apply(context.Background(), app.Batch{Program: "air", Source: models.SourceTyped, Edits: []app.Edit{
		{Indicator: "pm10", Unit: "dong", Period: august.Whole(), Cell: models.Of(number.FromInt(77))},
		{Indicator: "good_days", Unit: "dong", Period: august.Whole(), Cell: models.Of(number.FromInt(30))},
		{Indicator: "so2", Unit: "dong", Period: august.Whole(), Cell: models.Of(number.FromInt(10))}}}); err != nil {
		t.Fatal(err)
	}
	st.Load("air", "2019-08")
	st.Shot("days-summary")
	var words []string
	for _, l := range s.source.summary(s.source.unit(0)) {
		words = append(words, l.text)
	}
	all := strings.Join(words, "\n")
	for _, want := range []string{"有效26天，不足27天", "AQI 26天，优良", "优良率", "良", "SO2　月均10，与月值相同", "PM10　月均77", "CO　95百分位0.8，月值未报", "优良天数　计数10，月值是30：不同"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in\n%s", want, all)
		}
	}
	if !strings.Contains(s.missing.Text, "天数不足5") || !strings.Contains(s.bar.unit.Text, "26天不足") {
		t.Errorf("the bar says %q and %q", s.missing.Text, s.bar.unit.Text)
	}
}

func TestABlockOfDaysIsOneStepThatUndoTakesBack(t *testing.T) {
	st, s := dayStage(t)
	s.Reveal("xi", "")
	s.grid.Select(0, 0)
	st.Window.Canvas().Focus(s.grid)
	board := fyne.CurrentApp().Clipboard()
	board.SetContent("11\t21\t80\t35.5\t0.9\t120\n12\t22\t90\t40\t1\t130\n")
	s.grid.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	if got := s.row(1); !strings.HasPrefix(got, "2||12|22|90|40.0|1.0|130|75|O3|良") {
		t.Errorf("the second pasted day is %s", got)
	}
	st.Load("air", "2019-08")
	if _, err := st.Workspace.Undo(context.Background(), "air"); err != nil {
		t.Fatal(err)
	}
	st.Load("air", "2019-08")
	if got := s.row(1); !strings.HasPrefix(got, "2||||||||") {
		t.Errorf("after undo the day is %s", got)
	}
}

func TestALockedMonthsDaysAreReadOnly(t *testing.T) {
	st, s := dayStage(t)
	if _, err := st.Workspace.Apply(context.Background(), app.Batch{Program: "air", Source: models.SourceTyped, Edits: []app.Edit{
		{Indicator: "pm10", Unit: "dong", Period: august.Whole(), Cell: models.Of(number.FromInt(77))}}}); err != nil {
		t.Fatal(err)
	}
	if err := st.Workspace.Verify(context.Background(), "air", august, ""); err != nil {
		t.Fatal(err)
	}
	st.Load("air", "2019-08")
	if !s.source.Cell(0, 0).ReadOnly {
		t.Error("a day of a verified month can be typed into")
	}
	s.FillFromDays()
	if st.Window.Canvas().Overlays().Top() == nil {
		t.Error("filling a verified month says nothing")
	}
}
