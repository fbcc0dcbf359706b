package entry

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/screentest"
)

// asked gives the words and the buttons of the dialog in front.
func asked(t *testing.T, st *screentest.Stage) (string, map[string]func()) {
	t.Helper()
	top := st.Window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("there is no dialog")
	}
	words, buttons := "", map[string]func(){}
	for _, o := range test.LaidOutObjects(top) {
		switch o := o.(type) {
		case *widget.Label:
			words += o.Text + "\n"
		case *controls.Button:
			buttons[o.Text] = o.OnTapped
		case *widget.Button:
			buttons[o.Text] = o.OnTapped
		}
	}
	return words, buttons
}

func TestImportIsTheWindowsToDo(t *testing.T) {
	st, s := dayStage(t)
	asked := 0
	st.Kit.Import = func() { asked++ }
	s.askImport()
	if asked != 1 {
		t.Errorf("the window was asked %d times", asked)
	}
}

func TestDaysAreShownWhereTheyAreNotYet(t *testing.T) {
	_, s := dayStage(t)
	s.SwitchDays()
	if s.byDay() {
		t.Fatal("the days are still shown")
	}
	s.ShowDays()
	s.ShowDays()
	if !s.byDay() {
		t.Error("the values of the month are shown")
	}
}

func TestIAQIAreShownWhereTheyFitOrAreAskedFor(t *testing.T) {
	st, s := dayStage(t)
	down := func() *daysDown { return s.source.sheet.(*daysDown) }
	if !down().hasParts() {
		t.Error("in a window of 1280 the IAQI are left out")
	}
	st.Window.Resize(fyne.NewSize(800, 600))
	s.refill(false)
	if down().hasParts() {
		t.Error("in a window of 800 the IAQI are shown unasked")
	}
	s.switchParts()
	st.Load("air", "2019-08")
	if !down().hasParts() {
		t.Error("the IAQI that were asked for are left out")
	}
	s.switchParts()
	st.Window.Resize(fyne.NewSize(1280, 720))
	st.Load("air", "2019-08")
	if down().hasParts() {
		t.Error("the IAQI that were sent away are back")
	}
}
