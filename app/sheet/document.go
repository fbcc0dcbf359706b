// Package sheet is a printable page as data, and its PDF: Layout turns a Document into pages of
// placed marks, WritePDF writes such pages. The layout follows GB/T 9704; lengths are millimetres
// from the top left corner of the page, sizes of letters are points.
package sheet

// Document is what one sheet says. Every word on paper comes from here: the package adds none.
type Document struct {
	Paper      Paper
	Annex      string   // the annex's label, top left on the first page; "" for none
	Mark       string   // a word on every page, boxed and as a watermark; "" for none
	Title      string   // 22 pt, centred; lines of even length, or as its line feeds say
	Subtitle   []string // centred under the title: period, group, units
	Sections   []Section
	Notes      []string // under the last table: formula, excluded units, tie rule
	Footer     string   // under the text area of every page: revision, rule date, print time
	Whole      bool     // sheet.too_many_columns rather than words and numbers of a table broken
	BodySize   float64  // letters of the tables in pt; 0 is 12, less than 9 is 9
	PageNumber PageNumber
	Words      Words
}

// Section is one table, or a chart in its place, with its heading, the clauses above it and its own notes;
// each may be empty. A section that Follows belongs to the one before, and stands nearer to it.
type Section struct {
	Heading string
	Clauses []Clause
	Table   Table
	Bars    Bars
	Notes   []string
	Follows bool
}

// Clause is one line of reasoning, which may run on over several lines of paper. Level says how far it is
// set in; the first of those that lead to deeper ones is never parted from them. A Strong one is in bold.
type Clause struct {
	Level  int
	Strong bool
	Text   string
}

// Table is rows of cells under titled columns. A table without columns is not drawn; one without
// rows shows its header alone. Tables of equal columns stand in line with each other.
type Table struct {
	Columns []Column
	Rows    []Row
}

// Column is one column of a table. Min is its least width in mm. Weight is its share of the width
// that the texts leave over; where all weights are 0, the columns share it by their widths.
type Column struct {
	Title  string
	Align  Align
	Min    float64
	Weight float64
}

// Row is one line of a table: at most as many cells as there are columns, missing ones stay blank.
type Row struct {
	Cells    []string
	Emphasis Emphasis
}

// Emphasis is how a row stands out, as the members of a list do.
type Emphasis uint8

// The ways to stand out; they add up.
const (
	Bold Emphasis = 1 << iota
	Shaded
)

// Align is how a column's texts stand. Numbers that hang by their right end or their decimal point
// (61.5 under 99.42) stand in line with each other and, as a block, in the middle of their column,
// as do the words (无数据) among them.
type Align uint8

// The alignments. A Text mark is never AlignPoint.
const (
	AlignLeft Align = iota
	AlignCentre
	AlignRight
	AlignPoint
)

// PageNumber is the form of the page numbers.
type PageNumber uint8

// The forms. NumberDash is that of GB/T 9704 7.5: between dashes, 7 mm below the text area, one
// character in from the right on odd pages and from the left on even ones. NumberOfTotal stands in
// the middle, in the words of Words.PageOf.
const (
	NumberDash PageNumber = iota
	NumberOfTotal
	NumberNone
)

// Words makes the texts that depend on where a page breaks.
type Words struct {
	PageOf    func(page, pages int) string // the number of a page among all; for NumberOfTotal, which else has dashes
	Continued func(heading string) string  // above a table that goes on; nil or "" prints nothing
}
