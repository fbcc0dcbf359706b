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
	Landscape bool
	Frozen    int  // columns at the left that stay in sight
	Form      bool // to be filled in: all but the open cells is locked
}

// Column is a column's header and how its numbers are shown.
type Column struct {
	Title    string
	Width    float64 // 0 to fit the content
	Percent  bool
	Decimals int
	Text     bool // left aligned
	Centred  bool
	Hidden   bool
	Entry    *Entry // what its open cells take, nil for anything
}

// Cell is a number, or a text where Number is nil; both empty is a blank cell.
type Cell struct {
	Text   string
	Number *number.Number
	Strong bool
	Open   bool // of a form: takes input
	Faint  bool // of a form: for comparison, or out of use
}

// Words gives a text cell.
func Words(s string) Cell { return Cell{Text: s} }

// Figure gives a number cell.
func Figure(n number.Number) Cell { return Cell{Number: &n} }
