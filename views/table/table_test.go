package table

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// stage is a table of two groups in a window with the keyboard in it.
func stage(t *testing.T) (*Table, fyne.Canvas) {
	test.NewTempApp(t)
	table := New(Column{Label: "单位", Width: 100, Grow: 1}, Column{Label: "得分", Width: 60, Align: fyne.TextAlignTrailing})
	table.SetRows([]Row{
		{Heading: "甲组"},
		{Key: "a", Cells: []Cell{{Text: "长葛市"}, {Text: "99.42"}}},
		{Key: "b", Cells: []Cell{{Text: "禹州市"}, {Text: "97.95"}}},
		{Heading: "乙组"},
		{Key: "c", Cells: []Cell{{Text: "=1+1"}, {Text: "61.5"}}},
	})
	w := test.NewTempWindow(t, table)
	w.Resize(fyne.NewSize(400, 300))
	w.Canvas().Focus(table.Focusable())
	return table, w.Canvas()
}

func TestKeysMoveOverRowsAndSkipHeadings(t *testing.T) {
	cases := []struct {
		name string
		keys []fyne.KeyName
		want string
	}{
		{"down from nothing", []fyne.KeyName{fyne.KeyDown}, "a"},
		{"down over a heading", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}, "c"},
		{"down at the end", []fyne.KeyName{fyne.KeyEnd, fyne.KeyDown}, "c"},
		{"up over a heading", []fyne.KeyName{fyne.KeyEnd, fyne.KeyUp}, "b"},
		{"up at the top", []fyne.KeyName{fyne.KeyHome, fyne.KeyUp}, "a"},
		{"a page down", []fyne.KeyName{fyne.KeyHome, fyne.KeyPageDown}, "c"},
		{"a page up", []fyne.KeyName{fyne.KeyEnd, fyne.KeyPageUp}, "a"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			table, _ := stage(t)
			for _, key := range c.keys {
				table.TypedKey(&fyne.KeyEvent{Name: key})
			}
			if got := table.Selected(); got != c.want {
				t.Errorf("chosen %q", got)
			}
		})
	}
}

func TestEnterAndOtherKeys(t *testing.T) {
	table, _ := stage(t)
	var activated, other string
	table.OnActivated = func(key string) { activated = key }
	table.OnKey = func(e *fyne.KeyEvent) bool { other = string(e.Name); return true }
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if activated != "" {
		t.Error("Enter activated a row though none was chosen")
	}
	table.Select("b")
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	if activated != "b" || other != "F8" {
		t.Errorf("%q %q", activated, other)
	}
}

func TestRowsSetAnewKeepTheChosenOne(t *testing.T) {
	table, _ := stage(t)
	told := 0
	table.OnSelected = func(string) { told++ }
	table.Select("b")
	rows := table.Rows()
	table.SetRows([]Row{rows[4], rows[2]})
	if table.Selected() != "b" || told != 1 {
		t.Errorf("chosen %q, told %d times", table.Selected(), told)
	}
	table.SetRows(rows[:2])
	if table.Selected() != "" {
		t.Errorf("chosen %q", table.Selected())
	}
}

func TestMouse(t *testing.T) {
	table, c := stage(t)
	activated := ""
	table.OnActivated = func(key string) { activated = key }
	var views []*rowView
	for _, o := range test.LaidOutObjects(c.Content()) {
		if v, ok := o.(*rowView); ok && v != table.header {
			views = append(views, v)
		}
	}
	press := func(v *rowView) { v.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary}) }
	press(views[2])
	views[2].DoubleTapped(nil)
	if table.Selected() != "b" || activated != "b" {
		t.Errorf("%q %q", table.Selected(), activated)
	}
	press(views[3])
	if table.Selected() != "b" {
		t.Error("a heading was chosen")
	}
}

func TestCopy(t *testing.T) {
	table, _ := stage(t)
	copied := func() string {
		table.list.TypedShortcut(&fyne.ShortcutCopy{})
		return fyne.CurrentApp().Clipboard().Content()
	}
	if got, want := copied(), "单位\t得分\n甲组\n长葛市\t99.42\n禹州市\t97.95\n乙组\n'=1+1\t61.5\n"; got != want {
		t.Errorf("all: %q", got)
	}
	table.Select("a")
	if got := copied(); got != "长葛市\t99.42\n" {
		t.Errorf("one: %q", got)
	}
}

func TestNumbersEndAtTheirColumn(t *testing.T) {
	table, _ := stage(t)
	spans := table.spans(400)
	last := spans[len(spans)-1]
	if got := last.left + last.width; got != 400-margin {
		t.Errorf("the last column ends at %v", got)
	}
	if spans[0].width <= 100 {
		t.Error("the room that is left over is not shared")
	}
	if got := fit("河南有线电视网络集团", 60, 14, fyne.TextStyle{}); fyne.MeasureText(got, 14, fyne.TextStyle{}).Width > 60 || got == "" {
		t.Errorf("shortened to %q", got)
	}
}

// A click on a label is told with its column, so that a screen can sort by it.
func TestLabelsAreTold(t *testing.T) {
	table, _ := stage(t)
	told := -1
	table.OnHeader = func(column int) { told = column }
	spans := table.spans(table.header.Size().Width)
	table.header.Tapped(&fyne.PointEvent{Position: fyne.NewPos(spans[1].left+3, 4)})
	if told != 1 {
		t.Errorf("told of %d", told)
	}
	table.Select("b")
	table.Retitle(Column{Label: "单位", Width: 100, Sorted: Up}, Column{Label: "得分", Width: 60})
	if table.Selected() != "b" || len(table.Rows()) != 5 {
		t.Error("a sign in the header took the rows away")
	}
}

// A rank of three digits stays in its tile, the year's line between two tiles, and the clipboard has all of it.
func TestRibbon(t *testing.T) {
	test.NewTempApp(t)
	table := New(Column{Width: RibbonWidth(3), Scale: &Scale{[]Tick{{Label: "11", Over: "2018年"}, {Label: "12"}, {Label: "1", Over: "2019年"}}}})
	table.SetRows([]Row{{Key: "a", Cells: []Cell{{Ribbon: []Tile{{Mark: In, Text: "104", Tone: Bad}, {}, {Mark: Out, Text: "7"}}}}}})
	v := newRowView(table)
	v.Resize(fyne.NewSize(200, 24))
	v.set(&table.rows[0])
	for _, o := range test.WidgetRenderer(v).Objects() {
		if words, ok := o.(*canvas.Text); ok && words.MinSize().Width > tileWide {
			t.Errorf("%q is wider than its tile", words.Text)
		}
	}
	if got := table.TSV(); got != "\n[104] — 7\n" {
		t.Errorf("%q", got)
	}
	if table.headHeight() <= table.rowHeight()+8 {
		t.Error("the header has no room for years")
	}
}

func TestSignsAreShapes(t *testing.T) {
	table, c := stage(t)
	table.SetRows([]Row{{Key: "a", Fill: Bad, Cells: []Cell{{Text: "后10名", Sign: Down, Tone: Bad}, {Bar: 0.5, Ribbon: []Tile{{Mark: In, Tone: Bad}, {Mark: Out}, {}}}}}})
	polygons, bars := 0, 0
	for _, o := range test.LaidOutObjects(c.Content()) {
		switch o := o.(type) {
		case *canvas.ArbitraryPolygon:
			polygons++
		case *canvas.Rectangle:
			if o.FillColor != color.Transparent && o.Size().Height == barHigh {
				bars++
			}
		}
	}
	if polygons != 1 || bars != 1 {
		t.Errorf("%d signs, %d bars", polygons, bars)
	}
}

// The parts of a stacked bar stand side by side in their colours and stay in their column.
func TestStack(t *testing.T) {
	table, _ := stage(t)
	fills := []color.Color{color.NRGBA{R: 1, A: 255}, color.NRGBA{R: 2, A: 255}}
	table.Fill = func(key int) color.Color { return fills[key] }
	v := newRowView(table)
	v.Resize(fyne.NewSize(400, 24))
	v.set(&Row{Cells: []Cell{{Stack: []Part{{0, 0.5}, {1, 0}, {1, 0.75}}}}})
	var bars []*canvas.Rectangle
	for _, o := range test.WidgetRenderer(v).Objects() {
		if r, ok := o.(*canvas.Rectangle); ok {
			bars = append(bars, r)
		}
	}
	column := table.spans(400)[0]
	if len(bars) != 2 || bars[0].FillColor != fills[0] || bars[1].FillColor != fills[1] {
		t.Fatalf("%d parts", len(bars))
	}
	if first, last := bars[0], bars[1]; last.Position().X < first.Position().X+first.Size().Width || last.Position().X+last.Size().Width > column.left+column.width {
		t.Errorf("%v %v, %v %v in %v", first.Position(), first.Size(), last.Position(), last.Size(), column)
	}
}
