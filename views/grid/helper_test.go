package grid

import (
	"errors"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// table is a Source kept in memory. refuse makes every edit with that text fail.
type table struct {
	columns, frozen []Column
	cells           [][]Cell
	refuse          string
	steps           []testStep
	reads           int
}

type testStep struct {
	kind  EditKind
	edits []Edit
}

var errRefused = errors.New("refused")

func (t *table) Rows() int               { return len(t.cells) }
func (t *table) Columns() []Column       { return t.columns }
func (t *table) HeaderColumns() []Column { return t.frozen }

func (t *table) RowHeader(row int) []string {
	return []string{strconv.Itoa(row + 1), fmt.Sprintf("单位%d", row+1)}
}

func (t *table) Cell(row, col int) Cell {
	t.reads++
	return t.cells[row][col]
}

func (t *table) Edit(kind EditKind, edits []Edit) error {
	for _, e := range edits {
		if t.refuse != "" && e.Text == t.refuse {
			return errRefused
		}
	}
	t.steps = append(t.steps, testStep{kind, append([]Edit(nil), edits...)})
	for _, e := range edits {
		c := &t.cells[e.Row][e.Col]
		c.Text, c.EditText = e.Text, e.Text
	}
	return nil
}

// newTable makes rows × cols empty cells.
func newTable(rows, cols int) *table {
	t := &table{frozen: []Column{{Title: "序号", Sample: "9999"}, {Title: "单位", Width: 90}}}
	for c := range cols {
		t.columns = append(t.columns, Column{Key: fmt.Sprint("c", c), Title: fmt.Sprint("指标", c+1), Width: 80, Align: fyne.TextAlignTrailing})
	}
	for range rows {
		t.cells = append(t.cells, make([]Cell, cols))
	}
	return t
}

// fill writes texts into the table from its top left corner.
func (t *table) fill(rows ...[]string) *table {
	for r, row := range rows {
		for c, text := range row {
			t.cells[r][c].Text, t.cells[r][c].EditText = text, text
		}
	}
	return t
}

func (t *table) texts() [][]string {
	out := make([][]string, len(t.cells))
	for r, row := range t.cells {
		for _, c := range row {
			out[r] = append(out[r], c.Text)
		}
	}
	return out
}

// bench is a grid in a window, with what its callbacks were called with.
type bench struct {
	*Grid
	src    *table
	win    fyne.Window
	failed []Edit
	errs   []error
}

func newBench(t testing.TB, src *table) *bench {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	return onBench(t, src)
}

func onBench(t testing.TB, src *table) *bench {
	t.Helper()
	b := &bench{Grid: New(src), src: src}
	b.OnEditFailed = func(e Edit, err error) { b.failed, b.errs = append(b.failed, e), append(b.errs, err) }
	b.win = test.NewWindow(b.Grid)
	t.Cleanup(b.win.Close)
	b.win.SetPadded(false)
	b.win.Resize(fyne.NewSize(640, 400))
	b.win.Canvas().Focus(b.Grid)
	return b
}

// press sends a key the way the desktop driver does: with Shift as a key, with
// any other modifier as a shortcut.
func (b *bench) press(key fyne.KeyName, mods ...fyne.KeyModifier) {
	var mod fyne.KeyModifier
	for _, m := range mods {
		mod |= m
	}
	ev := &fyne.KeyEvent{Name: key}
	if mod&^fyne.KeyModifierShift == 0 {
		if mod != 0 {
			b.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			defer b.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
		b.TypedKey(ev)
		return
	}
	if mod == ctrl {
		switch key {
		case fyne.KeyC:
			b.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
			return
		case fyne.KeyX:
			b.TypedShortcut(&fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()})
			return
		case fyne.KeyV:
			b.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
			return
		case fyne.KeyA:
			b.TypedShortcut(&fyne.ShortcutSelectAll{})
			return
		}
	}
	b.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod})
}

// typing sends runes to whatever has the focus.
func (b *bench) typing(text string) {
	for _, r := range text {
		b.win.Canvas().Focused().TypedRune(r)
	}
}

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
)

// lightTheme is Fyne's light theme, with our font where it is at hand.
type lightTheme struct{}

var testFont = func() fyne.Resource {
	for _, dir := range []string{"../../assets/fonts", os.Getenv("GRID_FONTS")} {
		if data, err := os.ReadFile(filepath.Join(dir, "NotoSansSC-Regular.ttf")); err == nil {
			return fyne.NewStaticResource("NotoSansSC-Regular.ttf", data)
		}
	}
	return nil
}()

func (lightTheme) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return theme.DefaultTheme().Color(n, theme.VariantLight)
}

func (lightTheme) Font(s fyne.TextStyle) fyne.Resource {
	if testFont != nil {
		return testFont
	}
	return theme.DefaultTheme().Font(s)
}

func (lightTheme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }
func (lightTheme) Size(n fyne.ThemeSizeName) float32       { return theme.DefaultTheme().Size(n) }
