package notices

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yueping/views/kit"
)

// The board prints the board, the details of a unit its papers, which are of another title.
func TestPrintingShowsWhatIsLookedAt(t *testing.T) {
	s, screen := board(t, "2019-08")
	titles := func() string {
		cover, shown := s.Window.Canvas().Overlays().Top().(*kit.Cover)
		if !shown {
			t.Fatal("there is no preview")
		}
		found := ""
		for _, o := range test.LaidOutObjects(cover) {
			if l, is := o.(*widget.Label); is {
				found += l.Text + "|"
			}
		}
		cover.Dismiss()
		return found
	}
	screen.Print()
	first := titles()
	s.Window.Canvas().Focus(screen.Focus())
	s.Keys(fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	screen.Print()
	if second := titles(); first == second || !screen.details.shown() {
		t.Errorf("%s\n%s", first, second)
	}
}
