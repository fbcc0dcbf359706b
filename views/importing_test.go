package views

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"yueping/app/workbook"
	"yueping/models/month"
	"yueping/models/number"
	"yueping/views/kit"
)

// dropFile is a workbook with a value of a day and of a month for a unit of the place.
func dropFile(t *testing.T, s *shell, indicator string, day string) string {
	t.Helper()
	m, err := s.kit.Workspace.Month(t.Context(), s.place.Program.Key, s.place.Month)
	check(t, err)
	unit := m.Table.Roster.Units()[0]
	for _, u := range m.Table.Roster.Units() {
		if m.Table.Roster.Covers(s.place.Program.Indicator(indicator), u.Key) {
			unit = u
			break
		}
	}
	sheet := workbook.Sheet{Name: "Sheet1", Columns: []workbook.Column{{Title: "单位"}, {Title: "县区"}, {Title: indicator}}}
	row := []workbook.Cell{workbook.Words(m.Table.Roster.Name(unit.Key)), workbook.Words(m.Table.Roster.County(unit.Key)), workbook.Figure(number.MustParse("12"))}
	if day != "" {
		sheet.Columns = append(sheet.Columns, workbook.Column{Title: "日期"})
		row = append(row, workbook.Words(day))
	}
	sheet.Rows = [][]workbook.Cell{row}
	var out bytes.Buffer
	check(t, workbook.Write(&out, workbook.Book{Sheets: []workbook.Sheet{sheet}}, time.Date(2019, 11, 1, 0, 0, 0, 0, time.UTC)))
	path := filepath.Join(t.TempDir(), "in.xlsx")
	check(t, os.WriteFile(path, out.Bytes(), 0o600))
	return path
}

// firstDaily is the first indicator of the place that is entered by day, or the first that is not.
func firstDaily(s *shell, daily bool) string {
	for _, i := range s.place.Program.Indicators {
		if i.Daily() == daily && !i.Derived() && i.Holds(s.place.Month) {
			return i.Key
		}
	}
	return ""
}

func TestAFileThatIsDroppedIsShownAndStored(t *testing.T) {
	w, s := sampleWindow(t)
	s.choose(s.programs[1])
	s.look(kit.Place{Program: s.place.Program, Month: month.Of(2019, 11)})
	s.show("ranking")
	path := dropFile(t, s, firstDaily(s, true), "2019-11-03")
	s.dropped([]fyne.URI{storage.NewFileURI(path)})
	if !s.importer.Busy() || w.Canvas().Overlays().Top() == nil {
		t.Fatal("no preview shows")
	}
	s.dropped([]fyne.URI{storage.NewFileURI(path)}) // behind it the window holds still
	if got := len(w.Canvas().Overlays().List()); got != 1 {
		t.Fatalf("%d pages show", got)
	}
	f := w.Canvas().Focused()
	if f == nil {
		t.Fatal("nothing has the keyboard")
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.importer.Busy() || w.Canvas().Overlays().Top() != nil || s.current.Key() != "entry" {
		t.Fatalf("busy %v, on %s", s.importer.Busy(), s.current.Key())
	}
	if s.place.Month != month.Of(2019, 11) {
		t.Errorf("at %v", s.place.Month)
	}
}

func TestEscapeLeavesAnImportThatLostTheKeyboard(t *testing.T) {
	w, s := sampleWindow(t)
	s.choose(s.programs[1])
	s.dropped([]fyne.URI{storage.NewFileURI(dropFile(t, s, firstDaily(s, true), s.place.Month.String()+"-02"))})
	w.Canvas().Unfocus()
	s.strayKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.importer.Busy() || w.Canvas().Overlays().Top() != nil {
		t.Error("the preview still shows")
	}
}
