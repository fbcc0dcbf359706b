package models

import "slices"

// SheetFormat (版式) is how a program's ranking goes onto a sheet: which columns in which order under which
// names, which rows, on what paper. A clerk makes, names and keeps it.
type SheetFormat struct {
	Program string `gorm:"primaryKey"`
	Key     string `gorm:"primaryKey"`
	Name    string
	Terms   FormatTerms `gorm:"serializer:json"`
}

// FormatTerms are what a format says.
type FormatTerms struct {
	Scheme    string         `json:"scheme,omitempty"`    // the ranking's key, "" for the one that is looked at
	Groups    []string       `json:"groups,omitempty"`    // keys, empty for all
	Together  bool           `json:"together,omitempty"`  // one table for all groups, with the group as a column
	Title     string         `json:"title,omitempty"`     // wording with the bulletin's placeholders, "" for the program's
	Columns   []FormatColumn `json:"columns"`             // in order
	Sort      []FormatSort   `json:"sort,omitempty"`      // by rank where empty; what ties stands in order of precedence
	Filter    string         `json:"filter,omitempty"`    // a condition in the language of formulas, "" for every row
	Rows      FormatRows     `json:"rows,omitempty"`      // which of the rows that the filter leaves
	Count     int            `json:"count,omitempty"`     // of RowsFirst, RowsLast and RowsEnds
	Paper     string         `json:"paper,omitempty"`     // A4 or A3; "" for A4, and A3 turned where the columns need it
	Landscape bool           `json:"landscape,omitempty"` //
	Letters   float64        `json:"letters,omitempty"`   // size of the tables' letters in pt, 0 for 12
	OnePage   bool           `json:"one_page,omitempty"`  // RowsEnds shows fewer rows, then letters shrink, to 9 pt
	Plain     bool           `json:"plain,omitempty"`     // as a newspaper takes it: its spelling, no closing zeros, notes and footers
	Words     []string       `json:"words,omitempty"`     // notes of its own under the tables
}

// Has reports whether a column is of a content.
func (t *FormatTerms) Has(content FormatContent) bool {
	return slices.ContainsFunc(t.Columns, func(c FormatColumn) bool { return c.Content == content })
}

// The papers that a format can name.
const (
	PaperA4 = "A4"
	PaperA3 = "A3"
)

// FormatRows says which rows of a ranking a format shows.
type FormatRows string

// The rows of a format.
const (
	RowsAll    FormatRows = ""
	RowsListed FormatRows = "listed" // those in a list of the scheme; the whole of a group that has no lists
	RowsFirst  FormatRows = "first"  // the best Count rows of each group, ties kept whole
	RowsLast   FormatRows = "last"   // the last Count rows
	RowsEnds   FormatRows = "ends"   // the best and the last Count rows
)

// FormatContent is what a column of a format holds.
type FormatContent string

// The contents of columns.
const (
	ContentRank      FormatContent = "rank"
	ContentOrder     FormatContent = "order" // 序号: 1, 2, 3 down the table
	ContentUnit      FormatContent = "unit"
	ContentCounty    FormatContent = "county"
	ContentGroup     FormatContent = "group"
	ContentIndicator FormatContent = "indicator" // of FormatColumn.Key
	ContentFormula   FormatContent = "formula"   // of FormatColumn.Formula
	ContentFigure    FormatContent = "figure"    // what the ranking ranks by first
	ContentFigures   FormatContent = "figures"   // all that it ranks by, and what that is derived from: several columns
	ContentGrade     FormatContent = "grade"
	ContentLists     FormatContent = "lists"
	ContentPrimary   FormatContent = "primary" // 首要污染物
	ContentMoved     FormatContent = "moved"   // ranks gained or lost since last month
	ContentLastMonth FormatContent = "last_month"
	ContentLastYear  FormatContent = "last_year"
	ContentOnBasis   FormatContent = "on_basis" // 同口径, of a figure that itself compares months
	ContentNotices   FormatContent = "notices"  // what the month earned
	ContentNote      FormatContent = "note"     // 备注: the notes beside the values
)

// FormatColumn is one column of a format.
type FormatColumn struct {
	Content  FormatContent `json:"content"`
	Key      string        `json:"key,omitempty"`      // of an indicator
	Formula  string        `json:"formula,omitempty"`  // over the month's indicators
	Title    string        `json:"title,omitempty"`    // "" for its usual one
	Decimals *int          `json:"decimals,omitempty"` // of a formula; of an indicator where other than its own
	Percent  bool          `json:"percent,omitempty"`  // of a formula
	Width    float64       `json:"width,omitempty"`    // least width in mm, 0 to fit
	Bars     bool          `json:"bars,omitempty"`     // data bars in the workbook
	Optional bool          `json:"optional,omitempty"` // left out where none of its cells holds anything
}

// Contents are all there are, in the order of a menu.
func Contents() []FormatContent {
	return []FormatContent{ContentRank, ContentOrder, ContentUnit, ContentCounty, ContentGroup, ContentFigure, ContentFigures, ContentIndicator,
		ContentFormula, ContentGrade, ContentLists, ContentPrimary, ContentMoved, ContentLastMonth, ContentLastYear, ContentOnBasis, ContentNotices, ContentNote}
}

// FormatSort orders rows by a column, counted from 0.
type FormatSort struct {
	Column     int  `json:"column"`
	Descending bool `json:"descending,omitempty"`
}
