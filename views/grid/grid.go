package grid

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget         = (*Grid)(nil)
	_ fyne.Focusable      = (*Grid)(nil)
	_ fyne.Tabbable       = (*Grid)(nil)
	_ fyne.Shortcutable   = (*Grid)(nil)
	_ fyne.Scrollable     = (*Grid)(nil)
	_ fyne.Draggable      = (*Grid)(nil)
	_ fyne.DoubleTappable = (*Grid)(nil)
	_ fyne.Accessible     = (*Grid)(nil)
	_ desktop.Keyable     = (*Grid)(nil)
	_ desktop.Mouseable   = (*Grid)(nil)
	_ desktop.Hoverable   = (*Grid)(nil)
)

// Grid is the widget. Set the callbacks before it is shown; like every widget
// it belongs to Fyne's one goroutine.
type Grid struct {
	widget.BaseWidget

	// OnSelected is called after the selection has changed.
	OnSelected func(Range)
	// OnEditFailed is called when Source.Edit refused a step, with the step's
	// first edit, and with ErrReadOnly when a cell cannot be typed into.
	OnEditFailed func(Edit, error)
	// WhyFailed gives the note of a cell that shows a refused text.
	WhyFailed func(Edit, error) string
	// OnPasteOverflow is called after a paste that ran past the grid: how many
	// rows and columns too many, and the texts that found no cell.
	OnPasteOverflow func(rows, cols int, texts [][]string)
	// OnKey gets keys that the grid has no use for; see Modifiers for Shift.
	OnKey func(*fyne.KeyEvent) bool
	// OnShortcut gets shortcuts that the grid has no use for. An editor may be
	// open: call FinishEdit before leaving the screen.
	OnShortcut func(fyne.Shortcut) bool
	// Before is offered every key before the grid uses it, and says whether it has used it.
	Before func(*fyne.KeyEvent) bool
	// OnClick is called after a click with the left button; see Click.
	OnClick func(Click)
	// OnColumnWidth is called after the user has given a column another width,
	// 0 for none of its own; see SetColumnWidths.
	OnColumnWidth func(key string, width float32)
	// OnHeaderMenu is called for a click with the right button on a header.
	OnHeaderMenu func(HeaderMenu)
	// OnView is called after the order, the filters or the hidden columns have changed.
	OnView func(View)
	// Words are the words of the sort and filter menus; without them there are none.
	Words *Words
	// Collate compares two texts that are no numbers, for sorting; nil compares them by code point.
	Collate func(a, b string) int
	// NoteDelay is how long the pointer rests on a cell until its note shows; 0 is 0.6 s, less than 0 never.
	NoteDelay time.Duration
	// EnterMovesRight makes Enter go right instead of down.
	EnterMovesRight bool
	// TabLeaves lets Tab lead on to the next widget, where there is nothing to type.
	TabLeaves bool
	// TabSkipsReadOnly makes Tab pass over read-only columns.
	TabSkipsReadOnly bool

	source  Source
	all     []Column // the source's, with the widths that the user gave them
	columns []Column // those that show
	frozen  []Column

	view   view
	held   int // the source's rows when view was made
	order  order
	widths map[string]float32
	hidden map[string]bool
	failed map[place]Failed // by place in the source

	geo    geometry
	theme  fyne.Theme
	look   palette
	lookNo int // counts palettes
	typist *typist
	scroll fyne.Position
	// awaited is the cell to bring into view once the grid has a size.
	awaited *place

	sel     selection
	run     tabRun
	edit    *editState
	editor  *editor
	focused bool
	// inward is set while the pointer works in the editor, whose own call for
	// focus must not count as the grid losing it.
	inward bool
	mods   fyne.KeyModifier
	drag   dragState
	hover  hit
	choice choiceState
	note   noteState
	menu   *columnMenu // that is open, or was
	eaten  rune        // the next typed rune to be left out, as its key had a meaning

	paint *renderer
}

// tabRun remembers the column where a run of Tabs began.
type tabRun struct {
	on  bool
	col int
}

// New makes a grid over source, with the first cell selected.
func New(source Source) *Grid {
	g := &Grid{source: source}
	g.ExtendBaseWidget(g)
	g.measure()
	g.editor = newEditor(g)
	return g
}

// SetSource shows another source, keeping the selection where it fits. An open
// editor is committed to the old source first; when that fails nothing changes
// and SetSource returns false.
func (g *Grid) SetSource(source Source) bool {
	if !g.FinishEdit() {
		return false
	}
	g.source = source
	g.run, g.held = tabRun{}, -1
	g.Refresh()
	return true
}

// Refresh takes in new columns, rows, theme and cell contents.
func (g *Grid) Refresh() {
	look, typist := g.lookNo, g.typist
	g.measure()
	if look != g.lookNo || typist != g.typist {
		g.editor.frame.Refresh()
	}
	g.BaseWidget.Refresh()
}

// RefreshCells reads the visible cells anew; enough when only contents changed.
func (g *Grid) RefreshCells() {
	if g.source.Rows() != g.held {
		g.Refresh()
		return
	}
	if g.paint != nil {
		g.paint.cells(true)
	}
}

// Select makes one cell of the source the selection and brings it into view,
// be it hidden: its column is shown then, and filters that hide it are lifted.
// A position outside the grid is moved to the nearest cell.
func (g *Grid) Select(row, col int) {
	g.run = tabRun{}
	g.choose(at(g.unhide(place{row, col})))
	g.reveal(g.sel.extent)
}

// Selection is the selected range, in rows and columns as they stand on the
// screen: the source's own as long as nothing is sorted, filtered or hidden;
// else see EachSelected. In a grid without cells it has none.
func (g *Grid) Selection() Range {
	if !g.hasCells() {
		return Range{Bottom: -1, Right: -1}
	}
	return g.area()
}

// Cursor is the active cell in the source: the one that typing goes to.
func (g *Grid) Cursor() (row, col int) {
	p := g.view.place(g.sel.anchor)
	return p.row, p.col
}

func (g *Grid) area() Range { return g.sel.within(g.geo.rows, g.geo.cols()) }

// WidthFor is how wide the grid has to be to show all columns of another source.
func (g *Grid) WidthFor(s Source) float32 {
	return last(g.borders(s.HeaderColumns())) + last(g.borders(s.Columns())) + barBand
}

// ScrollTo brings a cell of the source into view without selecting it.
func (g *Grid) ScrollTo(row, col int) { g.reveal(g.view.nearest(place{row, col})) }

func (g *Grid) hasCells() bool { return g.geo.rows > 0 && g.geo.cols() > 0 }

// choose sets the selection, paints it and tells the host of a change.
func (g *Grid) choose(sel selection) {
	sel = sel.clamp(g.geo.rows, g.geo.cols())
	if sel == g.sel {
		return
	}
	g.sel = sel
	if g.paint != nil {
		g.paint.selection()
	}
	if g.OnSelected != nil {
		g.OnSelected(g.Selection())
	}
}
