package notices

import (
	"testing"

	"fyne.io/fyne/v2"

	"yueping/views/screentest"
)

// keys types into the window.
func keys(s *screentest.Stage, text string) {
	for _, r := range text {
		s.Window.Canvas().Focused().TypedRune(r)
	}
}

func TestDetailsAndFollowUp(t *testing.T) {
	s, screen := board(t, "2019-08")
	s.Window.Canvas().Focus(screen.Focus())
	s.Keys(fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	d := screen.details
	if !d.shown() || d.title.Text != "禹州市浅井镇　2019年8月" || screen.body.Visible() {
		t.Fatalf("the details are %v, %q", d.shown(), d.title.Text)
	}
	s.Shot("board-details")
	if got := d.form.title.Text; got != "约谈政府主要负责同志" {
		t.Errorf("the form is about %q", got)
	}
	// The note goes before the talk: the fault stands where the day does, and nothing is lost.
	s.Keys(fyne.KeyDown, fyne.KeyDown)
	keys(s, "11月20日")
	s.Keys(fyne.KeyReturn)
	if f := d.form.fields[2]; f.fault.Text == "" || f.entry.Text != "11月20日" || screen.Leave() {
		t.Errorf("%q under %q", f.fault.Text, f.entry.Text)
	}
	s.Shot("board-details-fault")
	d.form.fields[2].entry.SetText("")
	s.Window.Canvas().Focus(d.form.fields[0].entry)
	keys(s, " ")
	s.Keys(fyne.KeyReturn)
	keys(s, "2019/11/10")
	s.Keys(fyne.KeyEscape)
	if !d.shown() || d.form.fields[1].fault.Text == "" {
		t.Fatalf("a deadline before the talk left with %q", d.form.fields[1].fault.Text)
	}
	s.Keys(fyne.KeyEscape)
	if d.shown() || d.form.subject != nil {
		t.Fatal("the second Esc did not leave")
	}
	s.Load("township-air", "2019-08")
	if got := screen.table.Rows()[2].Cells[5].Text; got != "已约谈" {
		t.Errorf("the board says %q", got)
	}
}

func TestFollowUpIsStored(t *testing.T) {
	s, screen := board(t, "2019-08")
	screen.table.SelectFirst()
	screen.open(screen.table.Selected())
	d := screen.details
	d.form.fields[0].putToday()
	d.form.fields[1].entry.SetText("11月30日")
	d.form.note.SetText("已送达")
	if !screen.Leave() || d.form.stage.Text() != "整改中，至11月30日" {
		t.Errorf("%q; %q %q", d.form.stage.Text(), d.form.fields[0].fault.Text, d.form.fault.Text)
	}
	s.Load("township-air", "2019-08")
	if !d.shown() || d.form.fields[1].entry.Text != "2019-11-30" || d.form.dirty() {
		t.Errorf("after a reload the deadline is %q", d.form.fields[1].entry.Text)
	}
	d.step(1)
	if d.unit() == screen.data.lines[0].Unit.Key || d.form.note.Text != "" {
		t.Errorf("the next unit's note is %q", d.form.note.Text)
	}
	d.leave()
	if got := screen.table.Rows()[0].Cells[5].Text; got != "整改中，至11月30日" {
		t.Errorf("the board says %q", got)
	}
}

// Tab leads from a day to the next day, past 今天: what is typed then is the deadline, and Enter stores no
// day of today.
func TestTabPassesTodayOver(t *testing.T) {
	s, screen := board(t, "2019-08")
	screen.table.SelectFirst()
	screen.open(screen.table.Selected())
	form := screen.details.form
	canvas := s.Window.Canvas()
	canvas.Focus(form.fields[0].entry)
	keys(s, "2019-11-13")
	canvas.FocusNext()
	if canvas.Focused() != fyne.Focusable(form.fields[1].entry) {
		t.Fatalf("Tab leads to %T", canvas.Focused())
	}
	keys(s, "2019-11-30")
	s.Keys(fyne.KeyReturn)
	if held, deadline := form.subject.record.Held.String(), form.subject.record.Deadline.String(); held != "2019-11-13" || deadline != "2019-11-30" {
		t.Errorf("held %q, deadline %q", held, deadline)
	}
	form.fields[2].today.Tapped(nil)
	if got, want := form.fields[2].entry.Text, screen.kit.Workspace.Today().String(); got != want {
		t.Errorf("the button puts in %q, want %q", got, want)
	}
}
