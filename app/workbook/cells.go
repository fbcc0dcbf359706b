package workbook

import (
	"slices"
	"strings"

	"yueping/models/fault"
	"yueping/models/number"
)

// Kind is what a file turned out to be, whatever its name says.
type Kind string

// The kinds of file that are read.
const (
	KindXLSX Kind = "xlsx" // and xlsm
	KindXLS  Kind = "xls"  // BIFF8, also named .et
	KindHTML Kind = "html" // often named .xls
	KindXML  Kind = "xml"  // Excel 2003's XML spreadsheet, often named .xls
	KindText Kind = "text" // CSV and TSV, and what was pasted
)

// Read is a workbook that was read.
type Read struct {
	Kind    Kind
	Subject string
	Sheets  []ReadSheet // those that one sees
	Hidden  []ReadSheet
	Notes   []*fault.Fault // what the file carries beside values and what became of it: macros, links to others
}

// Blank reports whether nothing stands in it, be it hidden or not.
func (r *Read) Blank() bool {
	for _, sheets := range [][]ReadSheet{r.Sheets, r.Hidden} {
		for _, s := range sheets {
			for _, row := range s.Rows {
				if slices.ContainsFunc(row, func(c ReadCell) bool { return strings.TrimSpace(c.Shown()) != "" || c.Fault != nil }) {
					return false
				}
			}
		}
	}
	return true
}

// ReadSheet is one sheet's cells, a slice a row from row 1 on; missing cells at a row's end are left out.
type ReadSheet struct {
	Name          string
	Rows          [][]ReadCell
	Merges        []Area
	HiddenRows    map[int]bool // by number, from 1; filtered out or hidden by hand
	HiddenColumns map[int]bool
}

// Area is a rectangle of cells, its edges included, counted from 1.
type Area struct{ Left, Top, Right, Bottom int }

// ReadCell is what stands in a cell. At most one of Text and Number is there, neither in a blank cell.
type ReadCell struct {
	Column, Row int32 // from 1; 0 for a cell that is in no file
	Percent     bool  // the number format shows per cent
	Date        bool  // Text is a date cell's, as 2019-10-01
	Shortened   bool  // the file has more than the 15 digits that are read
	Computed    bool  // a formula without a stored result, calculated here
	Text        string
	Number      *number.Number // the decimal that the double means
	Fault       *fault.Fault   // an error value, or a formula that nothing can calculate
	Dress       *Dress         // what the number format shows beside the number, nil for nothing
	Merged      *ReadCell      // the top of the rows that are merged into one cell, where this is not their first
}

// Name is the cell's place in its sheet, C5; "" for a cell that is in no file.
func (c ReadCell) Name() string {
	if c.Column < 1 || c.Row < 1 {
		return ""
	}
	return cellName(int(c.Column), int(c.Row))
}

// Blank reports whether nothing stands in the cell.
func (c ReadCell) Blank() bool {
	return c.Number == nil && c.Fault == nil && strings.TrimSpace(c.Text) == ""
}

// Shown is the content as one sees it.
func (c ReadCell) Shown() string {
	if c.Number == nil {
		return c.Text
	}
	n, sign := *c.Number, ""
	if c.Percent {
		if hundredfold, err := n.Shift(2); err == nil {
			n, sign = hundredfold, "%"
		}
	}
	if c.Dress != nil {
		return c.Dress.shows(n, sign)
	}
	return n.String() + sign
}
