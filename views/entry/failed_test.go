package entry

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/models/month"
	"yueping/views/screentest"
)

// refusing types into a cell whose month was verified behind the window's back, so that the database
// refuses it.
func refusing(t *testing.T) (*screentest.Stage, *Screen, int, int) {
	t.Helper()
	st, s := stage(t, "city-management", "2019-10")
	row, col := s.cell(t, "东城区", "score")
	s.grid.Select(row, col)
	st.Window.Canvas().Focus(s.grid)
	if err := st.Workspace.Verify(context.Background(), "city-management", month.Of(2019, 10), ""); err != nil {
		t.Fatal(err)
	}
	for _, r := range "88" {
		s.grid.TypedRune(r)
	}
	return st, s, row, col
}

func TestARefusedTextStaysInItsCellAndSaysWhy(t *testing.T) {
	st, s, row, col := refusing(t)
	st.Keys(fyne.KeyReturn)
	if said := st.Said[len(st.Said)-1]; !s.grid.Editing() || !strings.Contains(said, "东城区") || !strings.Contains(said, "“88”") {
		t.Errorf("after Enter it says %q", said)
	}
	if st.Window.Canvas().Overlays().Top() != nil {
		t.Error("a sentence is enough, and there is a dialog")
	}
	st.Keys(fyne.KeyReturn)
	s.grid.Select(row, col)
	st.Shot("entry-failed")
	if f := s.failedAt(row, col); s.grid.Editing() || f == nil || f.Text != "88" {
		t.Fatalf("the second Enter leaves %+v", f)
	}
	if note := s.side.note.Text; !strings.Contains(note, "没有存入") {
		t.Errorf("the inspector says %q", note)
	}
	if got := s.Unsaved(false); len(got) != 1 || !strings.Contains(got[0], "88") {
		t.Errorf("it names %v", got)
	}
	if s.Leave() {
		t.Error("the screen can be left with a text that is not stored")
	}
	if said := st.Said[len(st.Said)-1]; !strings.Contains(said, "仍没有存入") {
		t.Errorf("leaving says %q", said)
	}
	if err := st.Workspace.Reopen(context.Background(), "city-management", month.Of(2019, 10), "", "测试"); err != nil {
		t.Fatal(err)
	}
	if !s.Leave() || s.Unsaved(true) != nil {
		t.Fatal("what can be stored again is not")
	}
	st.Load("city-management", "2019-10")
	if got := s.source.Cell(row, col).Text; got != "88.00" {
		t.Errorf("the cell holds %q", got)
	}
}

func TestAnotherProgramNamesWhatCannotBeStored(t *testing.T) {
	st, s, _, _ := refusing(t)
	st.Keys(fyne.KeyReturn)
	st.Load("township-air", "2019-08")
	words, _ := asked(t, st)
	if !strings.Contains(words, "东城区") || !strings.Contains(words, "88") {
		t.Errorf("it says %q", words)
	}
	if s.source.month.Program.Key != "township-air" || s.grid.Editing() {
		t.Error("the other program is not shown")
	}
}

func TestAnEditThatIsOpenWhenAnotherProgramComesIsStored(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	row, col := s.cell(t, "东城区", "score")
	s.grid.Select(row, col)
	s.grid.TypedRune('7')
	st.Load("township-air", "2019-08")
	m, err := st.Workspace.Month(context.Background(), "city-management", month.Of(2019, 10))
	if err != nil {
		t.Fatal(err)
	}
	var unit string
	for _, u := range m.Table.Units {
		if m.Table.Roster.Name(u.Key) == "东城区" {
			unit = u.Key
		}
	}
	if v := m.Table.Value("score", unit); v.Number.String() != "7" {
		t.Errorf("the cell holds %v", v)
	}
}

func TestARefusedBlockTakesADialog(t *testing.T) {
	st, s, row, col := refusing(t)
	s.grid.TypedKey(escape)
	fyne.CurrentApp().Clipboard().SetContent("1\r\n2\r\n")
	s.grid.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	words, _ := asked(t, st)
	if !strings.Contains(words, "已核对") {
		t.Errorf("it says %q", words)
	}
	if s.failedAt(row, col) != nil {
		t.Error("a block leaves a text in a cell")
	}
}
