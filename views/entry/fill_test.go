package entry

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/number"
)

// planned plans the filling of August, in which somebody typed 80 for PM10 and what SO2 comes to.
func planned(t *testing.T, s *Screen) *filling {
	t.Helper()
	if _, err := s.kit.Workspace.Apply(context.Background(), app.Batch{Program: "air", Source: models.SourceTyped, Actor: "李四", Edits: []app.Edit{
		{Indicator: "pm10", Unit: "dong", Period: august.Whole(), Cell: models.Of(number.FromInt(80))},
		{Indicator: "so2", Unit: "dong", Period: august.Whole(), Cell: models.Of(number.FromInt(10))}}}); err != nil {
		t.Fatal(err)
	}
	m, err := s.kit.Workspace.Month(context.Background(), "air", august)
	if err != nil {
		t.Fatal(err)
	}
	f, err := s.plan(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestFillingNeverChangesWhatWasTypedUnasked(t *testing.T) {
	st, s := dayStage(t, 1, 2, 3, 4, 5)
	d := newFillDialog(s, planned(t, s))
	d.show()
	st.Shot("fill")
	rows := d.table.Rows()
	if !strings.HasPrefix(rows[0].Heading, "会改动人工填写的值：1格") || rows[1].Cells[0].Text != "不存" ||
		rows[1].Cells[4].Text != "80" || rows[1].Cells[5].Text != "78" || !strings.Contains(rows[1].Cells[7].Text, "李四") {
		t.Errorf("first stand %q %+v", rows[0].Heading, rows[1].Cells)
	}
	if rows[1].Cells[6].Text != "26天不足" {
		t.Errorf("the days are %q", rows[1].Cells[6].Text)
	}
	if d.words.Text != "将新填5格，改动0格；不选1格，不变1格。" || d.store.Text != "存入5格" {
		t.Errorf("the dialog counts %q and offers %q", d.words.Text, d.store.Text)
	}
	s.storeFilling(d.filling)
	st.Load("air", "2019-08")
	v := s.loaded.month.Table
	if v.Value("pm10", "dong").Number.String() != "80" || v.Value("co", "dong").Number.String() != "0.8" || v.Value("good_days", "dong").State != models.IsNumber {
		t.Error("the filling did not store what was chosen, or more")
	}
	if said := st.Said[len(st.Said)-1]; said != "已用日值填月值：新填5格，改动0格；可撤销（Ctrl+Z）。另有1格未选，保持原值。" {
		t.Errorf("it says %q", said)
	}
}

func TestALineCanBeChosenAndTheStepIsUndoneAsAWhole(t *testing.T) {
	st, s := dayStage(t)
	d := newFillDialog(s, planned(t, s))
	d.show()
	st.Keys(fyne.KeySpace)
	if d.table.Rows()[1].Cells[0].Text != "存入" || d.store.Text != "存入6格（改动1格）" {
		t.Errorf("the space bar led to %q", d.store.Text)
	}
	d.store.OnTapped()
	next, err := st.Workspace.NextUndo(context.Background(), "air")
	if err != nil || app.StepWords(st.Text, *next, august) != "用日值填月值 6 格" || st.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("the step is named %+v, %v", next, err)
	}
	step, err := st.Workspace.Undo(context.Background(), "air")
	if err != nil || step.Reason != "用日值填月值" {
		t.Errorf("undo takes back %q, %v", step.Reason, err)
	}
	m, err := st.Workspace.Month(context.Background(), "air", august)
	if err != nil || m.Table.Value("pm10", "dong").Number.String() != "80" || m.Table.Value("co", "dong").State != models.NotReported {
		t.Errorf("after undo the month is not as it was, %v", err)
	}
}

func TestAUnitIsChosenAsAWhole(t *testing.T) {
	_, s := dayStage(t)
	d := newFillDialog(s, planned(t, s))
	d.fill()
	d.table.SelectFirst()
	d.turnUnit()
	if fresh, changed, left := d.filling.counts(); fresh != 5 || changed != 1 || left != 0 {
		t.Errorf("all of the unit: %d new, %d changed, %d left", fresh, changed, left)
	}
	d.turnUnit()
	if d.store.Text != "存入0格" || !d.store.Disabled() {
		t.Errorf("none of the unit: %q", d.store.Text)
	}
}

func TestValuesFilledBeforeAreTakenAnew(t *testing.T) {
	st, s := dayStage(t)
	m, err := st.Workspace.Month(context.Background(), "air", august)
	if err != nil {
		t.Fatal(err)
	}
	f, err := s.plan(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	s.storeFilling(f)
	s.typeAt(t, 0, 0, 2, "200")
	if m, err = st.Workspace.Month(context.Background(), "air", august); err != nil {
		t.Fatal(err)
	}
	if f, err = s.plan(context.Background(), m); err != nil {
		t.Fatal(err)
	}
	for _, p := range f.proposals {
		if p.Indicator.Key == "pm10" && (p.effect != effectChanged || !p.take) {
			t.Errorf("a value that was filled before is %+v", p)
		}
	}
}

func TestAMonthWithoutDaysSaysSo(t *testing.T) {
	st, s := dayStage(t)
	st.Load("air", "2019-09")
	s.FillFromDays()
	if st.Window.Canvas().Overlays().Top() == nil {
		t.Error("nothing is said about a month without days")
	}
}

// A day to mend does not count, and the line says so beside whatever else it says.
func TestFillingNamesTheDaysToMend(t *testing.T) {
	st, s := dayStage(t, 1, 2, 3, 4, 5)
	if _, err := st.Workspace.Apply(context.Background(), app.Batch{Program: "air", Source: models.SourceTyped, Edits: []app.Edit{
		{Indicator: "so2", Unit: "dong", Period: august.Day(1), Draft: "x", Fault: "number.not_a_number"}}}); err != nil {
		t.Fatal(err)
	}
	for _, r := range newFillDialog(s, planned(t, s)).table.Rows() {
		if r.Heading != "" || r.Cells[1].Text == "" {
			continue
		}
		named := r.Cells[3].Text == "SO2" || strings.Contains(r.Cells[3].Text, "天数")
		if strings.Contains(r.Cells[7].Text, "1个日值待改正，未计入") != named {
			t.Errorf("%s: %q", r.Cells[3].Text, r.Cells[7].Text)
		}
	}
}
