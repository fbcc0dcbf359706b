package models

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
	Sort      []FormatSort   `json:"sort,omitempty"`      // by rank where empty
	Filter    string         `json:"filter,omitempty"`    // a condition in the language of formulas, "" for every row
	Rows      FormatRows     `json:"rows,omitempty"`      // which rows of the ranking
	Count     int            `json:"count,omitempty"`     // of RowsFirst and RowsLast
	Paper     string         `json:"paper,omitempty"`     // A4 (also ""), A3
	Landscape bool           `json:"landscape,omitempty"` //
	Letters   float64        `json:"letters,omitempty"`   // size of the tables' letters in pt, 0 for 12
	OnePage   bool           `json:"one_page,omitempty"`  // letters shrink until it fits on one page, to 9 pt
	Plain     bool           `json:"plain,omitempty"`     // without notes and footers, as a newspaper takes it
	Words     []string       `json:"words,omitempty"`     // notes of its own under the tables
}

// FormatRows says which rows of a ranking a format shows.
type FormatRows string

// The rows of a format.
const (
	RowsAll    FormatRows = ""
	RowsListed FormatRows = "listed" // those in a list of the scheme
	RowsFirst  FormatRows = "first"  // the best Count rows of each group, ties kept whole
	RowsLast   FormatRows = "last"   // the last Count rows
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
	ContentGrade     FormatContent = "grade"
	ContentLists     FormatContent = "lists"
	ContentPrimary   FormatContent = "primary" // 首要污染物
	ContentLastMonth FormatContent = "last_month"
	ContentLastYear  FormatContent = "last_year"
	ContentNotices   FormatContent = "notices" // what the month earned
	ContentNote      FormatContent = "note"    // 备注: the notes beside the values
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
}

// FormatSort orders rows by a column, counted from 0.
type FormatSort struct {
	Column     int  `json:"column"`
	Descending bool `json:"descending,omitempty"`
}
