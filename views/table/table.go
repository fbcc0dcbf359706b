// Package table shows rows to read: prepared strings under declared columns, with headings between
// them, signs, bars and ribbons. It knows nothing of units or months.
package table

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Column declares a column. Widths are in pixels at the text size of 14 and grow with it.
type Column struct {
	Label  string
	Width  float32
	Grow   float32 // the column's share of the room that is left over
	Align  fyne.TextAlign
	Sorted Sign   // stands behind the label of the column by which the rows are sorted
	Scale  *Scale // of a column of ribbons; RibbonWidth is how wide it is
}

// Row is a prepared line: a heading over all columns, or a cell a column.
type Row struct {
	Key     string // the same for the same thing whenever rows are set anew; "" for a row not to be chosen
	Heading string
	Cells   []Cell
	Fill    Tone
}

// Cell is the content of a row in a column.
type Cell struct {
	Text   string
	Tone   Tone
	Bold   bool
	Sign   Sign    // stands before the text
	Bar    float32 // a bar from the column's left edge, 1 for its whole width
	Stack  []Part  // a bar of parts side by side, in place of Bar
	Ribbon []Tile
	Span   bool // the text may use the columns to the right, whose cells are empty
}

// Part is a part of a stacked bar: the entry of the legend that it belongs to, and its share of the column's
// whole width.
type Part struct {
	Key   int
	Share float32
}

// Tone is what a colour says; text or a shape always says it too.
type Tone int

// The tones of texts, signs and fills.
const (
	Plain Tone = iota
	Dim
	Good
	Bad
)

// Sign is a drawn shape.
type Sign int

// The signs.
const (
	NoSign Sign = iota
	Up
	Down
)

// Table is the widget.
type Table struct {
	widget.BaseWidget

	// OnSelected is called with the key of a row that was chosen.
	OnSelected func(key string)
	// OnActivated is called on Enter and on a double click.
	OnActivated func(key string)
	// OnHeader is called with the index of a column whose label was clicked.
	OnHeader func(column int)
	// OnKey is offered the keys that the table does not use itself.
	OnKey func(*fyne.KeyEvent) bool
	// OnShortcut is offered the shortcuts that the table does not use itself.
	OnShortcut func(fyne.Shortcut) bool
	// Fill gives the colour of a part of a stacked bar, of the theme of now, by its entry of the legend.
	Fill func(key int) color.Color

	columns []Column
	rows    []Row
	header  *rowView
	list    *list
	content *fyne.Container
}

// New makes a table with its columns.
func New(columns ...Column) *Table {
	t := &Table{}
	t.header = newRowView(t)
	t.list = newList(t)
	t.content = container.New(frame{t}, t.header, t.list)
	t.ExtendBaseWidget(t)
	t.SetColumns(columns...)
	return t
}

// CreateRenderer shows the rows under their header, sideways in a scroller where they are too wide.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewHScroll(t.content))
}

// SetColumns declares other columns; the rows go. Without columns there is no header either.
func (t *Table) SetColumns(columns ...Column) {
	t.rows = nil
	t.head(columns)
	t.list.UnselectAll()
	t.content.Refresh()
}

// Retitle changes labels and signs of the columns; the rows and the chosen one stay.
func (t *Table) Retitle(columns ...Column) {
	t.head(columns)
	t.content.Refresh()
}

func (t *Table) head(columns []Column) {
	t.columns = columns
	labels := Row{Cells: make([]Cell, len(columns))}
	for i, c := range columns {
		labels.Cells[i] = Cell{Text: c.Label, Bold: true}
	}
	t.header.set(&labels)
	t.header.Hidden = len(columns) == 0
}

// SetRows shows other rows; the chosen one stays chosen where its key is still there.
func (t *Table) SetRows(rows []Row) {
	chosen := t.Selected()
	t.rows = rows
	t.list.UnselectAll()
	t.list.Refresh()
	if i := t.index(chosen); i >= 0 {
		t.list.choose(i, false)
	} else {
		t.list.ScrollToOffset(0)
	}
}

// Rows gives what is shown.
func (t *Table) Rows() []Row { return t.rows }

// Selected is the key of the chosen row, "" for none.
func (t *Table) Selected() string { return t.list.selectedKey() }

// Select chooses the row of a key and brings it into sight.
func (t *Table) Select(key string) {
	if i := t.index(key); i >= 0 {
		t.list.choose(i, true)
	}
}

// SelectFirst chooses the first row that can be chosen.
func (t *Table) SelectFirst() { t.list.step(-1, 1) }

// Focusable is what takes the keyboard.
func (t *Table) Focusable() fyne.Focusable { return t.list }

// TypedKey lets another widget, such as a search entry above, move in the table.
func (t *Table) TypedKey(e *fyne.KeyEvent) { t.list.TypedKey(e) }

func (t *Table) index(key string) int {
	if key == "" {
		return -1
	}
	for i := range t.rows {
		if t.rows[i].Key == key {
			return i
		}
	}
	return -1
}
