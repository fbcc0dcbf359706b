package grid

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// painted gives the text shown for a cell, and whether it shows at all.
func (b *bench) painted(row, col int) (string, bool) {
	s := b.paint.cellLayer.slot(row, col)
	if !s.live || s.at != (place{row, col}) || s.text.Hidden {
		return "", false
	}
	return s.text.Text, true
}

func TestPaintsOnlyVisibleCells(t *testing.T) {
	src := newTable(500, 30)
	for r := range src.cells {
		for c := range src.cells[r] {
			src.fillAt(r, c, "x")
		}
	}
	b := newBench(t, src)
	b.ScrollTo(300, 20)
	visible, _ := b.geo.visible(b.scroll)
	shown := 0
	for _, o := range b.paint.cellLayer.texts.Objects {
		if _, ok := o.(*canvas.Text); ok && o.Visible() {
			shown++
		}
	}
	if shown != visible.Cells() || !visible.Contains(300, 20) {
		t.Errorf("%d texts show for %v", shown, visible)
	}
	if b.Selection() != cell(0, 0) {
		t.Errorf("ScrollTo selected %v", b.Selection())
	}
}

func TestScrollingReadsOnlyNewCells(t *testing.T) {
	b := newBench(t, newTable(500, 30))
	visible, _ := b.geo.visible(b.scroll)
	b.src.reads = 0
	b.scrollTo(fyne.NewPos(0, b.geo.rowH))
	if b.src.reads > visible.Cols() {
		t.Errorf("one row down read %d cells of %d columns", b.src.reads, visible.Cols())
	}
	b.src.reads = 0
	b.press(fyne.KeyDown)
	b.press(fyne.KeyDown)
	if b.src.reads != 0 {
		t.Errorf("moving the active cell read %d cells", b.src.reads)
	}
}

func TestRefreshCells(t *testing.T) {
	b := newBench(t, newTable(9, 4))
	b.src.fillAt(2, 2, "new")
	b.RefreshCells()
	if got, _ := b.painted(2, 2); got != "new" {
		t.Errorf("shows %q", got)
	}
	b.src.fillAt(2, 2, "")
	b.RefreshCells()
	if got, ok := b.painted(2, 2); ok {
		t.Errorf("an emptied cell shows %q", got)
	}
	b.src.cells = b.src.cells[:2]
	b.RefreshCells()
	if b.geo.rows != 2 {
		t.Errorf("%d rows", b.geo.rows)
	}
}

func TestRefreshTakesNewColumns(t *testing.T) {
	b := newBench(t, newTable(9, 4))
	b.Select(3, 3)
	b.src.columns = b.src.columns[:2]
	b.Refresh()
	if b.Selection() != cell(3, 1) || b.geo.cols() != 2 {
		t.Errorf("selection %v of %d columns", b.Selection(), b.geo.cols())
	}
}

func TestLongTextIsCut(t *testing.T) {
	src := newTable(2, 2)
	src.fillAt(0, 0, strings.Repeat("一二三", 20))
	src.fillAt(0, 1, "a\nb")
	b := newBench(t, src)
	got, _ := b.painted(0, 0)
	if !strings.HasSuffix(got, ellipsis) || b.typist.width(got) > 80-2*padX {
		t.Errorf("%q is %v wide", got, b.typist.width(got))
	}
	if got, _ := b.painted(0, 1); got != "a b" {
		t.Errorf("line end shown as %q", got)
	}
}

func TestMarksDifferInShape(t *testing.T) {
	src := newTable(1, int(MarkNote)+1)
	for m := range src.cells[0] {
		src.cells[0][m].Mark = Mark(m)
	}
	b := newBench(t, src)
	seen := map[string]bool{}
	for m := MarkError; m <= MarkNote; m++ {
		poly := b.paint.cellLayer.slot(0, int(m)).mark
		if poly == nil || !poly.Visible() {
			t.Fatalf("mark %d is not drawn", m)
		}
		var shape strings.Builder
		for _, p := range poly.Points {
			shape.WriteString(string(rune('a'+int(p.X*20))) + string(rune('a'+int(p.Y*20))))
		}
		if seen[shape.String()] {
			t.Errorf("mark %d has the shape of another", m)
		}
		seen[shape.String()] = true
	}
	src.cells[0][1].Mark = MarkNone
	b.RefreshCells()
	if b.paint.cellLayer.slot(0, 1).mark.Visible() {
		t.Error("a mark taken away still shows")
	}
}

func TestEditorFollowsItsCell(t *testing.T) {
	b := newBench(t, newTable(200, 20))
	b.typing("12")
	b.scrollTo(fyne.NewPos(0, 1000))
	if b.editor.frame.Visible() || b.EditorText() != "12" {
		t.Fatalf("out of sight: visible %v, text %q", b.editor.frame.Visible(), b.EditorText())
	}
	b.typing("3")
	if !b.editor.frame.Visible() || b.EditorText() != "123" || b.scroll.Y != 0 {
		t.Errorf("typing on: visible %v, text %q, at %v", b.editor.frame.Visible(), b.EditorText(), b.scroll)
	}
	narrow := b.editor.frame.Size().Width
	b.typing(strings.Repeat("9", 40))
	if w := b.editor.frame.Size().Width; w <= narrow || w > b.geo.body().Width {
		t.Errorf("long text: %v wide, was %v", w, narrow)
	}
}

func TestPaletteContrast(t *testing.T) {
	for name, v := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		p := newPalette(theme.DefaultTheme(), v)
		grounds := []color.NRGBA{p.back, p.header, p.readOnly, p.selected, p.headSelected, p.tint[MarkError], p.tint[MarkWarning]}
		for i, ground := range grounds {
			if c := contrast(p.text, ground); c < textContrast {
				t.Errorf("%s: text on ground %d has %.1f:1", name, i, c)
			}
		}
		for i, ground := range []color.NRGBA{p.back, p.readOnly, p.selected, p.tint[MarkError], p.tint[MarkWarning]} {
			if c := contrast(p.dim, ground); c < textContrast {
				t.Errorf("%s: dim text on ground %d has %.1f:1", name, i, c)
			}
		}
		for m := MarkError; m <= MarkNote; m++ {
			if c := contrast(p.mark[m], p.back); c < markContrast {
				t.Errorf("%s: mark %d has %.1f:1", name, m, c)
			}
		}
	}
}

func TestSelectedCallback(t *testing.T) {
	b := newBench(t, newTable(9, 4))
	var got []Range
	b.OnSelected = func(r Range) { got = append(got, r) }
	b.press(fyne.KeyDown)
	b.press(fyne.KeyRight, shift)
	b.Select(1, 0)
	b.Select(1, 0)
	if want := []Range{cell(1, 0), {1, 0, 1, 1}, cell(1, 0)}; len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("told %v, want %v", got, want)
	}
	if row, col := b.Cursor(); row != 1 || col != 0 {
		t.Errorf("cursor at %d, %d", row, col)
	}
}

func TestAccessibleText(t *testing.T) {
	src := newTable(2, 2)
	src.columns[1].Caption = "组"
	src.cells[1][1] = Cell{Text: "5", Note: "超出上限"}
	b := newBench(t, src)
	if got, want := b.AccessibleText(1, 1), "2, 单位2, 组, 指标2, 5, 超出上限"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := b.AccessibleText(9, 9); got != "" {
		t.Errorf("outside: %q", got)
	}
	if got := b.AccessibilityLabel(); got != "1, 单位1, 指标1" {
		t.Errorf("label %q", got)
	}
}

func TestSelectBeforeShown(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	g := New(newTable(500, 30))
	g.Select(300, 20)
	win := test.NewWindow(g)
	defer win.Close()
	win.Resize(fyne.NewSize(640, 400))
	if visible, _ := g.geo.visible(g.scroll); !visible.Contains(300, 20) {
		t.Errorf("shows %v", visible)
	}
}

func TestThemeChange(t *testing.T) {
	src := newTable(9, 4)
	src.cells[0][0] = Cell{Text: "5", Mark: MarkWarning}
	b := newBench(t, src)
	s := b.paint.cellLayer.slot(0, 0)
	light := [3]color.Color{s.text.Color, s.mark.FillColor, s.back.FillColor}
	fyne.CurrentApp().Settings().SetTheme(darkTheme{})
	b.Refresh()
	for i, c := range [3]color.Color{s.text.Color, s.mark.FillColor, s.back.FillColor} {
		if c == light[i] {
			t.Errorf("colour %d stayed %v", i, c)
		}
	}
	if b.paint.body.ground.FillColor != b.look.back {
		t.Error("the ground stayed light")
	}
}

// darkTheme is Fyne's dark theme.
type darkTheme struct{ lightTheme }

func (darkTheme) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return theme.DefaultTheme().Color(n, theme.VariantDark)
}
