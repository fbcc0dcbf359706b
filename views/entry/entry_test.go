package entry

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/models"
	"yueping/models/month"
	"yueping/views/grid"
	"yueping/views/kit"
	"yueping/views/screentest"
)

// stage shows a program's month on the screen.
func stage(t *testing.T, program, at string) (*screentest.Stage, *Screen) {
	t.Helper()
	s := screentest.New(t, func(k *kit.Kit) kit.Screen { return New(k) })
	screen := s.Screen.(*Screen)
	// What the shell does after a change.
	s.Load(program, at)
	return s, screen
}

// cell finds a cell by unit name and indicator key.
func (s *Screen) cell(t *testing.T, unit, indicator string) (row, col int) {
	t.Helper()
	row, col = -1, -1
	for i := range s.source.Rows() {
		if s.source.RowHeader(i)[1] == unit {
			row = i
		}
	}
	for i, c := range s.source.Columns() {
		if c.Key == indicator {
			col = i
		}
	}
	if row < 0 || col < 0 {
		t.Fatalf("no cell %s %s", unit, indicator)
	}
	return row, col
}

func (s *Screen) put(t *testing.T, kind grid.EditKind, unit, indicator, text string) {
	t.Helper()
	row, col := s.cell(t, unit, indicator)
	if err := s.source.Edit(kind, []grid.Edit{{Row: row, Col: col, Text: text}}); err != nil {
		t.Fatal(err)
	}
}

func TestRowsAndColumnsAreTheMonths(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	st.Shot("entry-city")
	last := s.source.RowHeader(s.source.Rows() - 1)
	if last[1] != "许昌市" {
		t.Errorf("the last row is %v, want the city", last)
	}
	columns := s.source.Columns()
	if !columns[len(columns)-1].ReadOnly || columns[len(columns)-1].Key != "hotline_closing_rate" {
		t.Errorf("the last column is %+v, want the derived one, read-only", columns[len(columns)-1])
	}
	st.Load("township-air", "2019-08")
	st.Shot("entry-air")
	if header := s.source.RowHeader(0); header[2] != "魏都区" {
		t.Errorf("the first township is %v, want its county beside it", header)
	}
}

func TestCellsSayWhatIsThere(t *testing.T) {
	_, s := stage(t, "city-management", "2019-10")
	for _, c := range []struct{ name, unit, indicator, text, edit string }{
		{"decimals of the indicator", "东城区", "score", "61.50", "61.5"},
		{"a rate is per cent", "许昌市", "closing_rate", "96.17%", "96.17"},
		{"a derived rate", "许昌市", "hotline_closing_rate", "92.62%", "92.62"},
		{"not kept", "东城区", "accepted", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			row, col := s.cell(t, c.unit, c.indicator)
			if got := s.source.Cell(row, col); got.Text != c.text || got.EditText != c.edit {
				t.Errorf("shows %q and edits %q, want %q and %q", got.Text, got.EditText, c.text, c.edit)
			}
		})
	}
}

func TestTypingStoresDraftsAndClears(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	for _, c := range []struct {
		name, typed, shown string
		mark               grid.Mark
		state              models.State
	}{
		{"full-width digits", "８８。5", "88.50", grid.MarkNone, models.IsNumber},
		{"w is no data", "w", "无数据", grid.MarkNone, models.NoData},
		{"b is not assessed", "b", "不参评", grid.MarkNone, models.NotAssessed},
		{"a number again", "70", "70.00", grid.MarkNone, models.IsNumber},
		{"text is a draft, the value stays", "七十", "七十", grid.MarkDraft, models.IsNumber},
		{"a lone space changes nothing", " ", "七十", grid.MarkDraft, models.IsNumber},
		{"too many decimals are a draft", "70.125", "70.125", grid.MarkDraft, models.IsNumber},
		{"empty clears", "", "", grid.MarkNone, models.NotReported},
	} {
		t.Run(c.name, func(t *testing.T) {
			s.put(t, grid.Typed, "东城区", "score", c.typed)
			row, col := s.cell(t, "东城区", "score")
			for _, when := range []string{"at once", "read again"} {
				if got := s.source.Cell(row, col); got.Text != c.shown || got.Mark != c.mark {
					t.Errorf("%s: shows %q with mark %d, want %q with %d", when, got.Text, got.Mark, c.shown, c.mark)
				}
				st.Load("city-management", "2019-10")
			}
			if got := s.loaded.month.Table.Value("score", s.source.unit(row).Key).State; got != c.state {
				t.Errorf("the state is %q, want %q", got, c.state)
			}
		})
	}
}

func TestADraftIsExplained(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	s.put(t, grid.Typed, "东城区", "score", "七十")
	st.Load("city-management", "2019-10")
	row, col := s.cell(t, "东城区", "score")
	s.grid.Select(row, col)
	st.Shot("entry-draft")
	if note := s.side.note.Text; !strings.Contains(note, "七十") {
		t.Errorf("the inspector says %q about the draft", note)
	}
	if s.side.unit.Text != "东城区" {
		t.Errorf("the inspector is about %q", s.side.unit.Text)
	}
}

func TestAStepIsOneBatchOfItsKind(t *testing.T) {
	_, s := stage(t, "city-management", "2019-10")
	row, col := s.cell(t, "东城区", "score")
	derived := len(s.source.Columns()) - 1
	edits := []grid.Edit{{Row: row, Col: col, Text: "60"}, {Row: row + 1, Col: col, Text: "61"}, {Row: row, Col: derived, Text: "5"}}
	if err := s.source.Edit(grid.Pasted, edits); err != nil {
		t.Fatal(err)
	}
	place := s.loaded.month.Place("score", s.source.unit(row).Key)
	first, err := s.kit.Workspace.CellHistory(context.Background(), place, 1)
	if err != nil {
		t.Fatal(err)
	}
	place.Unit = s.source.unit(row + 1).Key
	second, err := s.kit.Workspace.CellHistory(context.Background(), place, 1)
	if err != nil {
		t.Fatal(err)
	}
	if first[0].BatchID != second[0].BatchID || first[0].Source != models.SourcePasted {
		t.Errorf("the paste is batches %d and %d of source %s", first[0].BatchID, second[0].BatchID, first[0].Source)
	}
}

func TestALockedMonthIsReadOnlyAndSaysWhy(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	if err := st.Workspace.Verify(context.Background(), "city-management", month.Of(2019, 10), ""); err != nil {
		t.Fatal(err)
	}
	st.Load("city-management", "2019-10")
	st.Shot("entry-locked")
	row, col := s.cell(t, "东城区", "score")
	if !s.source.Cell(row, col).ReadOnly {
		t.Error("a cell of a verified month can be typed into")
	}
	s.editFailed(grid.Edit{Row: row, Col: col}, grid.ErrReadOnly)
	if said := st.Said[len(st.Said)-1]; !strings.Contains(said, "已核对") {
		t.Errorf("the status bar says %q", said)
	}
	if err := s.source.Edit(grid.Typed, []grid.Edit{{Row: row, Col: col, Text: "1"}}); err == nil {
		t.Error("an edit of a verified month is taken")
	}
}

func TestARefusedEditShowsWhy(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	s.editFailed(grid.Edit{}, errors.New("the disk is full"))
	if st.Window.Canvas().Overlays().Top() == nil {
		t.Error("a refused edit shows nothing")
	}
}

func TestTheFilterShowsAGroup(t *testing.T) {
	_, s := stage(t, "city-management", "2019-10")
	s.group.SetSelected("建成区组")
	if s.source.Rows() != 5 {
		t.Errorf("the group has %d rows, want 5", s.source.Rows())
	}
	s.group.SetSelected("全市")
	if s.source.Rows() != 1 || len(s.source.Columns()) < 9 {
		t.Errorf("the city has %d rows and %d columns", s.source.Rows(), len(s.source.Columns()))
	}
	s.Reveal(s.loaded.month.Table.Units[0].Key, "score")
	if s.filter != "" || s.side.unit.Text == "许昌市" {
		t.Error("a unit outside the filter is not shown when it is asked for")
	}
}

func TestSumsAreExactAndLeaveDraftsOut(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	var words string
	st.Kit.Selection = func(w string) { words = w }
	row, col := s.cell(t, "鄢陵县", "score")
	r := grid.Range{Top: row, Bottom: row + 3, Left: col, Right: col}
	s.selected(r)
	if want := "选中4格　计数4　求和391.29　平均97.8225　最小96.78　最大99.42"; words != want {
		t.Errorf("the sums are %q, want %q", words, want)
	}
	s.put(t, grid.Typed, "禹州市", "score", "9x")
	s.selected(r)
	if !strings.Contains(words, "计数3") {
		t.Errorf("with a draft among them the sums are %q", words)
	}
}

func TestNextMissingAndNextFinding(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	s.put(t, grid.Typed, "东城区", "score", "")
	s.put(t, grid.Typed, "魏都区", "score", "x")
	st.Load("city-management", "2019-10")
	if s.missing.Text != "缺1" || s.missing.Disabled() {
		t.Errorf("the button says %q", s.missing.Text)
	}
	s.nextMissing()
	wantRow, wantCol := s.cell(t, "东城区", "score")
	if row, col := s.grid.Cursor(); row != wantRow || col != wantCol {
		t.Errorf("the next missing cell is %d %d, want %d %d", row, col, wantRow, wantCol)
	}
	s.NextFinding(true)
	wantRow, _ = s.cell(t, "魏都区", "score")
	if row, _ := s.grid.Cursor(); row != wantRow {
		t.Errorf("the next finding is in row %d, want the draft in %d", row, wantRow)
	}
}

func TestTypingThroughTheGrid(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	row, col := s.cell(t, "东城区", "score")
	s.grid.Select(row, col)
	st.Window.Canvas().Focus(s.grid)
	for _, r := range "88" {
		s.grid.TypedRune(r)
	}
	if !s.Leave() {
		t.Fatal("the screen cannot be left while typing")
	}
	if got := s.source.Cell(row, col).Text; got != "88.00" {
		t.Errorf("leaving committed %q", got)
	}
	s.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := s.source.Cell(row, col).Text; got != "" {
		t.Errorf("Delete left %q", got)
	}
}

// A month is read again after every value: that must not end a run of Tabs.
func TestARunOfTabsOutlivesTheReadingOfTheMonth(t *testing.T) {
	st, s := stage(t, "township-air", "2019-07")
	s.grid.Select(0, 0)
	typed := func(r rune, key fyne.KeyName) {
		s.grid.TypedRune(r)
		s.grid.TypedKey(&fyne.KeyEvent{Name: key})
		st.Load("township-air", "2019-07")
	}
	typed('1', fyne.KeyTab)
	typed('2', fyne.KeyTab)
	typed('3', fyne.KeyReturn)
	if row, col := s.grid.Cursor(); row != 1 || col != 0 {
		t.Errorf("Enter after a run of Tabs leads to row %d column %d, want under its first cell", row, col)
	}
}
