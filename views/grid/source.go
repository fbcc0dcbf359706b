// Package grid is a spreadsheet grid for Fyne: frozen headers, one floating
// editor, block copy and paste, and the keys a clerk knows from Excel and WPS.
//
// It knows nothing about what it shows. Rows, columns, cells and every word
// come from a Source, and every change goes to Source.Edit as one step.
package grid

import (
	"errors"
	"image/color"

	"fyne.io/fyne/v2"
)

// Column is one column of cells, or one frozen column of row headers.
type Column struct {
	// Key names the column for the host, and keeps its width, order and filter
	// when the source changes; without one the title does.
	Key string
	// Kind is what the cells hold; nil for any text.
	Kind Kind
	// Title is the header text; it is broken over at most two lines.
	Title string
	// Caption is a group title above Title, or a path of them from the top down,
	// such as "录入指标/空气". Equal neighbours are merged.
	Caption string
	// Width in device independent pixels; 0 fits Sample and Title.
	Width float32
	// Align places cell texts and the title.
	Align fyne.TextAlign
	// ReadOnly columns cannot be typed into and stand on a grey ground.
	ReadOnly bool
	// Accented columns stand on a ground of the accent colour.
	Accented bool
	// Sample is the widest text expected, used when Width is 0.
	Sample string
	// Swatches keeps room for a swatch before the texts.
	Swatches bool
}

// Mark is a sign in a cell's corner, drawn as a shape of its own colour.
type Mark int

// The marks and their shapes.
const (
	MarkNone     Mark = iota
	MarkError         // a cross
	MarkWarning       // an upright triangle
	MarkDraft         // a diamond
	MarkChanged       // a dot
	MarkVerified      // a tick
	MarkNote          // a folded corner
)

// Cell is what one cell shows and what an editor of it starts with.
type Cell struct {
	// Text is shown.
	Text string
	// EditText is the value: what F2 starts with and what copy and fill take.
	// A read-only cell without one gives its Text.
	EditText string
	Mark     Mark
	// Note is read out by AccessibleText, and shows while the pointer rests on the
	// cell and on Shift+F2.
	Note string
	// Swatch is a small square of a colour before the text; transparent for none. Its edge is drawn, so
	// that a pale one shows; the text has to say what it says.
	Swatch color.NRGBA
	// Dim greys a derived or not applicable value.
	Dim      bool
	ReadOnly bool
}

// EditKind says how a step came about.
type EditKind int

// The kinds of step.
const (
	Typed EditKind = iota
	Pasted
	Filled
	Cleared
)

// Edit is the new text of one cell.
type Edit struct {
	Row, Col int
	Text     string
}

// Source is what the grid shows.
type Source interface {
	Rows() int
	Columns() []Column
	// HeaderColumns are the frozen columns on the left.
	HeaderColumns() []Column
	// RowHeader gives the texts of the frozen columns in one row.
	RowHeader(row int) []string
	Cell(row, col int) Cell
	// Edit applies all edits as one step; an error leaves everything as it was.
	// Blocks may hold read-only cells: the source decides about them.
	Edit(kind EditKind, edits []Edit) error
}

// ErrReadOnly is handed to OnEditFailed when a key would open an editor on a
// read-only cell. It is a sign for the host, not a sentence for the user.
var ErrReadOnly = errors.New("grid: read-only cell")

// value is the text that copy, fill and F2 work on.
func (c Cell) value(readOnly bool) string {
	if readOnly && c.EditText == "" {
		return c.Text
	}
	return c.EditText
}
