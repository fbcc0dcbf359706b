package grid

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// keyCase is what one binding does: before and after, in a 60 × 6 table whose
// left column is filled in rows 0–4 and 20–24, starting at start.
type keyCase struct {
	start selection
	typed string // opens an editor first, when not empty
	want  Range
	kind  EditKind
	edits []Edit
	mode  Mode
}

func cell(row, col int) Range        { return Range{row, col, row, col} }
func from(row, col int) selection    { return at(place{row, col}) }
func to(s selection, r, c int) Range { s.extent = place{r, c}; return s.area() }

func keyCases(page int) map[Action]keyCase {
	s := from(3, 2)
	cases := map[Action]keyCase{
		CommitForward:  {start: s, want: cell(4, 2)},
		CommitBack:     {start: s, want: cell(2, 2)},
		CommitNext:     {start: s, want: cell(3, 3)},
		CommitPrevious: {start: s, want: cell(3, 1)},
		EditCell:       {start: s, want: cell(3, 2), mode: Editing},
		EditEmpty:      {start: s, want: cell(3, 2), mode: Typing},
		EditCancel:     {start: s, typed: "9", want: cell(3, 2), mode: Browsing},
		Clear:          {start: from(0, 0), want: cell(0, 0), kind: Cleared, edits: []Edit{{0, 0, ""}}},
		SelectAll:      {start: s, want: Range{0, 0, 59, 5}},
		SelectColumns:  {start: span(place{3, 2}, place{4, 3}), want: Range{0, 2, 59, 3}},
		SelectRows:     {start: span(place{3, 2}, place{4, 3}), want: Range{3, 0, 4, 5}},
		ShowNote:       {start: s, want: cell(3, 2)},
		OpenList:       {start: s, want: cell(3, 2)},
		Copy:           {start: s, want: cell(3, 2)},
		Cut:            {start: from(0, 0), want: cell(0, 0), kind: Cleared, edits: []Edit{{0, 0, ""}}},
		Paste:          {start: s, want: cell(3, 2), kind: Pasted, edits: []Edit{{3, 2, "p"}}},
		FillDown:       {start: from(5, 0), want: cell(5, 0), kind: Filled, edits: []Edit{{5, 0, "v4"}}},
		FillRight:      {start: from(4, 1), want: cell(4, 1), kind: Filled, edits: []Edit{{4, 1, "v4"}}},
		FillSelection: {start: span(place{4, 0}, place{5, 0}), want: Range{4, 0, 5, 0}, kind: Filled,
			edits: []Edit{{4, 0, "v4"}, {5, 0, "v4"}}},
	}
	moves := map[Action][2]place{
		MoveUp: {{3, 2}, {2, 2}}, MoveDown: {{3, 2}, {4, 2}}, MoveLeft: {{3, 2}, {3, 1}}, MoveRight: {{3, 2}, {3, 3}},
		MoveEdgeUp: {{24, 0}, {20, 0}}, MoveEdgeDown: {{4, 0}, {20, 0}},
		MoveEdgeLeft: {{3, 4}, {3, 0}}, MoveEdgeRight: {{3, 0}, {3, 5}},
		MoveRowStart: {{3, 2}, {3, 0}}, MoveRowEnd: {{3, 2}, {3, 5}},
		MoveGridStart: {{3, 2}, {0, 0}}, MoveGridEnd: {{3, 2}, {59, 5}},
		MovePageUp: {{40, 2}, {40 - page, 2}}, MovePageDown: {{3, 2}, {3 + page, 2}},
	}
	for a, m := range moves {
		cases[a] = keyCase{start: at(m[0]), want: at(m[1]).area()}
		cases[selectPrefix+a[len(movePrefix):]] = keyCase{start: at(m[0]), want: to(at(m[0]), m[1].row, m[1].col)}
	}
	return cases
}

func keyTableSource() *table {
	src := newTable(60, 6)
	for i := range 5 {
		src.fillAt(i, 0, "v"+string(rune('0'+i)))
		src.fillAt(20+i, 0, "w")
	}
	return src
}

func (t *table) fillAt(row, col int, text string) {
	t.cells[row][col].Text, t.cells[row][col].EditText = text, text
}

// TestKeys walks the whole key table while no editor is open.
func TestKeys(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	for _, k := range Keys() {
		t.Run(string(k.Action), func(t *testing.T) {
			b := onBench(t, keyTableSource())
			c, ok := keyCases(b.geo.pageRows())[k.Action]
			if !ok {
				t.Fatalf("no case for %s", k.Action)
			}
			fyne.CurrentApp().Clipboard().SetContent("p\r\n")
			b.choose(c.start)
			b.typing(c.typed)
			b.press(k.Key, k.Modifier)
			if got := b.Selection(); got != c.want {
				t.Errorf("selection %v, want %v", got, c.want)
			}
			if c.mode == 0 {
				c.mode = Browsing
			}
			if b.mode() != c.mode {
				t.Errorf("mode %v, want %v", b.mode(), c.mode)
			}
			var want []testStep
			if c.edits != nil {
				want = []testStep{{c.kind, c.edits}}
			}
			if !reflect.DeepEqual(b.src.steps, want) {
				t.Errorf("steps %v, want %v", b.src.steps, want)
			}
		})
	}
}

// TestKeysFromTyping checks that moves and commits leave an editor opened by
// typing, and take its text along.
func TestKeysFromTyping(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	for _, k := range Keys() {
		if k.In&Typing == 0 || k.Action == EditCancel || k.Action == EditCell {
			continue
		}
		t.Run(string(k.Action), func(t *testing.T) {
			b := onBench(t, newTable(60, 6))
			b.Select(30, 3)
			b.typing("7")
			b.press(k.Key, k.Modifier)
			if b.Editing() || b.src.cells[30][3].Text != "7" || len(b.src.steps) != 1 {
				t.Errorf("editing %v, text %q, steps %v", b.Editing(), b.src.cells[30][3].Text, b.src.steps)
			}
		})
	}
}

func TestKeyTableIsUnambiguous(t *testing.T) {
	keys := Keys()
	for i, a := range keys {
		for _, b := range keys[i+1:] {
			if a.Key == b.Key && a.Modifier == b.Modifier && a.In&b.In != 0 {
				t.Errorf("%v and %v share a key", a, b)
			}
		}
	}
	keys[0].Action = "spoilt"
	if Keys()[0].Action == "spoilt" {
		t.Error("Keys hands out the table itself")
	}
}

func TestKeypadEnter(t *testing.T) {
	b := newBench(t, newTable(3, 3))
	b.typing("5")
	b.press(fyne.KeyEnter)
	if b.Selection() != cell(1, 0) || b.src.cells[0][0].Text != "5" {
		t.Errorf("at %v with %q", b.Selection(), b.src.cells[0][0].Text)
	}
}

func TestTabRun(t *testing.T) {
	b := newBench(t, newTable(4, 3))
	b.Select(0, 1)
	b.typing("1")
	b.press(fyne.KeyTab)
	b.typing("2")
	b.press(fyne.KeyTab)
	if b.Selection() != cell(1, 0) {
		t.Fatalf("Tab does not wrap: %v", b.Selection())
	}
	b.press(fyne.KeyTab, shift)
	if b.Selection() != cell(0, 2) {
		t.Fatalf("Shift+Tab does not wrap back: %v", b.Selection())
	}
	b.press(fyne.KeyReturn)
	if b.Selection() != cell(1, 1) {
		t.Errorf("Enter after a run of Tabs: %v", b.Selection())
	}
	b.press(fyne.KeyTab)
	b.press(fyne.KeyDown)
	b.press(fyne.KeyReturn)
	if b.Selection() != cell(3, 2) {
		t.Errorf("an arrow key must end the run: %v", b.Selection())
	}
}

func TestEnterAndTabSettings(t *testing.T) {
	src := newTable(3, 4)
	src.columns[1].ReadOnly = true
	b := newBench(t, src)
	b.TabSkipsReadOnly, b.EnterMovesRight = true, true
	b.press(fyne.KeyTab)
	if b.Selection() != cell(0, 2) {
		t.Errorf("Tab stops on a read-only column: %v", b.Selection())
	}
	b.Select(0, 3)
	b.press(fyne.KeyReturn)
	if b.Selection() != cell(1, 0) {
		t.Errorf("Enter to the right: %v", b.Selection())
	}
}

func TestHostKeys(t *testing.T) {
	b := newBench(t, newTable(3, 3))
	var keys []fyne.KeyName
	var shortcuts []string
	b.OnKey = func(ev *fyne.KeyEvent) bool { keys = append(keys, ev.Name); return true }
	b.OnShortcut = func(s fyne.Shortcut) bool { shortcuts = append(shortcuts, s.ShortcutName()); return true }
	b.press(fyne.KeyF8, shift)
	b.TypedShortcut(&fyne.ShortcutUndo{})
	b.press(fyne.KeyF2)
	b.press(fyne.KeyF1)
	b.press(fyne.KeyLeft)
	b.press(fyne.KeyPageDown, ctrl)
	b.TypedShortcut(&fyne.ShortcutUndo{})
	if want := []fyne.KeyName{fyne.KeyF8, fyne.KeyF1}; !reflect.DeepEqual(keys, want) {
		t.Errorf("keys %v, want %v", keys, want)
	}
	if want := []string{"Undo", "CustomDesktop:Control+Next"}; !reflect.DeepEqual(shortcuts, want) {
		t.Errorf("shortcuts %v, want %v", shortcuts, want)
	}
}

func TestEmptyGrid(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	for _, src := range []*table{newTable(0, 3), newTable(3, 0), newTable(0, 0)} {
		b := onBench(t, src)
		for _, k := range Keys() {
			b.press(k.Key, k.Modifier)
		}
		b.typing("x")
		if b.Editing() || b.Selection().Cells() > 0 {
			t.Errorf("%d×%d: editing %v, selection %v", len(src.cells), len(src.columns), b.Editing(), b.Selection())
		}
	}
}
