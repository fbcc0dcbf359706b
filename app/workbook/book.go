// Package workbook writes and reads xlsx files. It knows cells, not units or indicators.
package workbook

import "yueping/models/number"

// Book is a workbook to be written.
type Book struct {
	Title   string
	Subject string // what the program reads back of its own files
	Creator string
	Sheets  []Sheet
	Keys    *Keys // nil for none

	// Watermark is a PNG of a whole page, A4 upright, that prints behind sheets with a mark; nil for none.
	Watermark []byte
}

// Sheet is one printable sheet: a title over the table's width, a header row that repeats on every
// page, rows, and notes under them. Widths are in characters of the default font.
type Sheet struct {
	Name      string
	Title     string
	Mark      string // 示例数据 and the like: stands beside the title, in the page header and the footer
	Columns   []Column
	Rows      [][]Cell
	Notes     []string
	Footer    string // left of the page footer; the page number stands in its middle
	PageWords string // the middle of the footer, with &P and &N for page and pages
	Paper     string // "A3", or "" for A4
	Landscape bool
	Letters   float64 // of the table in points, what is around it in proportion; 0 for 11
	OnePage   bool    // shrunk until it prints on one page
	Charts    []Chart
	Frozen    int  // columns at the left that stay in sight
	Form      bool // to be filled in: all but the open cells is locked
}

// Column is a column's header and how its numbers are shown.
type Column struct {
	Title    string
	Group    string  // caption over neighbours of the same group, "" for none
	Width    float64 // 0 to fit the content
	Percent  bool
	Decimals int
	Text     bool // left aligned
	Centred  bool
	Bars     bool // a bar from 0 behind each number
	Hidden   bool
	Entry    *Entry // what its open cells take, nil for anything
}

// Cell is a number, or a text where Number is nil; both empty is a blank cell.
type Cell struct {
	Text   string
	Number *number.Number
	Strong bool
	Mark   CellMark
	Open   bool // of a form: takes input
	Faint  bool // of a form: for comparison, or out of use
}

// CellMark tells a cell from its neighbours by its fill and bold letters. What it means is for a note to say.
type CellMark uint8

// The marks.
const (
	MarkNone CellMark = iota
	MarkBest
	MarkWorst
)

// ChartKind is how a chart draws its numbers.
type ChartKind uint8

// The kinds of charts.
const (
	ChartBars  ChartKind = iota // a bar a row, the first at the top
	ChartLines                  // a line a column, the rows from left to right
)

// Chart draws columns of its sheet. It stands to the right of the table and prints on a page of its own;
// on a sheet of one page it stands under the notes. Its axis begins at 0 unless a number is negative.
type Chart struct {
	Kind     ChartKind
	Title    string
	Labels   int   // the column that names the rows
	Series   []int // columns of numbers
	From, To int   // rows from 0, To exclusive

	Width, Height int // pixels (96 an inch); 0 for what fits
}

// Words gives a text cell.
func Words(s string) Cell { return Cell{Text: s} }

// Figure gives a number cell.
func Figure(n number.Number) Cell { return Cell{Number: &n} }
