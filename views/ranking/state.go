package ranking

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yueping/app"
	"yueping/views/handout"
	"yueping/views/table"
)

// lines is how high so many lines of a label are.
func lines(n int) float32 {
	line := fyne.MeasureText("国", theme.TextSize(), fyne.TextStyle{}).Height
	return float32(n)*line + 2*theme.InnerPadding() + float32(n)*theme.LineSpacing()
}

func same(a, b []table.Column) bool { return slices.Equal(a, b) }

// none shows a sentence instead of a ranking.
func (s *Screen) none(sentence string) {
	// The table stays, without columns: it has the keyboard while a month is calculated.
	s.columns = nil
	s.table.SetColumns()
	s.note(nil)
	s.explanation.hide()
	s.detail("")
	s.calculation.pane.Hide()
	s.uncover()
	s.groups.Set(nil, "")
	s.enable(false)
	s.empty.Show(sentence, "")
	s.content.Refresh()
}

func (s *Screen) enable(on bool) {
	for _, b := range s.buttons {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// note shows the scheme's notes under the table, three lines at once.
func (s *Screen) note(notes []string) {
	if len(notes) == 0 {
		s.foot.Hide()
		return
	}
	s.foot.Show()
	s.notes.SetText(strings.Join(notes, "\n"))
	s.foot.SetMinSize(fyne.NewSize(0, lines(min(len(notes), 3))))
	s.foot.ScrollToTop()
}

// Export writes the shown scheme as a workbook, or the calculation that is shown as PDF.
func (s *Screen) Export() {
	if s.calculation.pane.Shown() {
		s.calculation.pane.Save()
		return
	}
	s.save("xlsx")
}

func (s *Screen) savePDF() { s.save("pdf") }

func (s *Screen) save(format string) {
	if s.buttons[0].Disabled() {
		return
	}
	handout.Save(s.kit, s.name(format), s.write(format))
}

// Print shows the sheet as it prints, or that of the calculation which is shown.
func (s *Screen) Print() {
	if s.calculation.pane.Shown() {
		s.calculation.pane.Print()
		return
	}
	if s.buttons[0].Disabled() {
		return
	}
	h := s.handout("pdf")
	handout.Print(s.kit, s.name("pdf"), func(ctx context.Context) (*app.Printable, error) { return s.kit.Workspace.RankingPages(ctx, h) })
}

// name proposes a file name: the program, the scheme and the month.
func (s *Screen) name(format string) string {
	p := s.data.place
	return s.kit.T("ranking.file", "program", p.Program.Name, "scheme", s.data.Ranking.Scheme.Name, "month", app.MonthWords(s.kit.Text, p.Month)) + "." + format
}

// handout is the ranking that is shown now, whatever is shown when a file has been chosen, and with the
// columns that compare: what is handed out here is what the screen shows. The sheet of the bulletin has none.
func (s *Screen) handout(format string) app.Handout {
	return app.Handout{Program: s.data.place.Program.Key, Month: s.data.place.Month, Scheme: s.data.Ranking.Scheme.Key, Format: format, Compare: true}
}

func (s *Screen) write(format string) handout.Write {
	h := s.handout(format)
	return func(ctx context.Context, path string) error {
		h.Path = path
		return s.kit.Workspace.WriteRanking(ctx, h)
	}
}
