// Package intake understands the workbooks that offices send: which sheet is a table, where its header,
// its units and its indicators stand, and what a cell of it says. It knows no database.
package intake

import (
	"yueping/models/fault"
)

// Shape is how a sheet's values lie.
type Shape string

// The shapes of a sheet.
const (
	RowIsUnit    Shape = "row_unit"    // a row a unit, a column an indicator
	ColumnIsUnit Shape = "column_unit" // a row an indicator, a column a unit
	RowIsValue   Shape = "row_value"   // a row a value: unit, indicator, value
	RowIsDay     Shape = "row_day"     // a row a day (of a unit, or with a column a unit)
	ColumnIsDay  Shape = "column_day"  // a row a unit (and indicator), a column a day
)

// Role is what a column holds.
type Role string

// The roles of a column.
const (
	Ignored       Role = "ignored"
	Unclear       Role = "unclear" // values of nobody knows what: refused at their header until they get another role
	UnitNames     Role = "unit"    // names or codes of units
	Counties      Role = "county"
	Dates         Role = "date"
	Months        Role = "month"
	IndicatorList Role = "indicators" // names of indicators, of RowIsValue, ColumnIsUnit and ColumnIsDay
	ValueList     Role = "values"     // the values of RowIsValue
	OfIndicator   Role = "indicator"  // the values of Column.Key
	OfUnit        Role = "of_unit"    // the values of one unit: of Key or, without, of the one its header names
	OfDay         Role = "of_day"     // the values of one day, which its header names
)

// Dash is what a dash, a stroke or another sign for "nothing" means in a workbook. Nobody can tell from
// the file, so its layout says it once.
type Dash string

// The meanings of a dash.
const (
	DashUnclear     Dash = "" // its cells are refused (import.dash_unclear)
	DashNoData      Dash = "no_data"
	DashNotAssessed Dash = "not_assessed"
	DashNotReported Dash = "not_reported" // as a blank cell
)

// Dashes are the meanings that can be said, in the order in which they are offered.
var Dashes = []Dash{DashNoData, DashNotAssessed, DashNotReported}

// Layout says what stands where in a workbook: guessed, remembered, or corrected by a clerk.
type Layout struct {
	Sheets []SheetLayout `json:"sheets"`
	Dash   Dash          `json:"dash,omitempty"`
	// Units are the answers to questions about names: what was written (with its county, as Question.Key
	// gives it) and the key of the unit that was meant; "" leaves the row out.
	Units map[string]string `json:"units,omitempty"`
	// Thousandths are the indicators that the file has in a unit a thousand times smaller.
	Thousandths []string `json:"thousandths,omitempty"`
	// From is where the layout comes from.
	From Origin `json:"from"`
	// Confidence is that of the least certain sheet that is read, 0 to 100.
	Confidence int `json:"confidence"`
}

// Origin is where a layout comes from.
type Origin string

// The origins of a layout.
const (
	Guessed    Origin = "guessed"
	Remembered Origin = "remembered" // confirmed in an earlier month
	Given      Origin = "given"      // by a clerk, now
	Template   Origin = "template"   // by the keys of our own template or export
)

// SheetLayout is one sheet's. Rows and columns count from 1; 0 is none.
type SheetLayout struct {
	Sheet       string         `json:"sheet"`
	Off         bool           `json:"off,omitempty"` // not read: another month's, a cover, a chart
	Shape       Shape          `json:"shape,omitempty"`
	Header      int            `json:"header,omitempty"`      // the first row of the header
	First       int            `json:"first,omitempty"`       // the first row of values
	Last        int            `json:"last,omitempty"`        // the last one
	Month       string         `json:"month,omitempty"`       // 2019-10, "" where nothing in the sheet says it
	MonthAt     string         `json:"month_at,omitempty"`    // where it says so: a cell, or "sheet", "file"
	Unit        string         `json:"unit,omitempty"`        // the key of the one unit of the sheet, from its title
	Indicator   string         `json:"indicator,omitempty"`   // the one indicator of the sheet, from its title
	Columns     []ColumnLayout `json:"columns,omitempty"`     // those with content
	Confidence  int            `json:"confidence"`            // 0 to 100
	Doubts      []*fault.Fault `json:"-"`                     // what keeps it from 100, the gravest first
	Fingerprint string         `json:"fingerprint,omitempty"` // of the header's content
}

// ColumnLayout is one column's.
type ColumnLayout struct {
	Column     int    `json:"column"`
	Header     string `json:"header,omitempty"` // as it stands there, joined where it takes several rows
	Role       Role   `json:"role"`
	Key        string `json:"key,omitempty"`   // of OfIndicator and OfUnit
	Under      string `json:"under,omitempty"` // what a caption over the header adds: the unit of OfIndicator as it is written, the key of the indicator of OfUnit and OfDay
	Day        int    `json:"day,omitempty"`   // of OfDay
	Small      bool   `json:"small,omitempty"` // the header gives a thousandth of the indicator's unit of measure
	Confidence int    `json:"confidence"`      // 0 to 100
}

// Column gives the layout of a column, nil where it has none.
func (s *SheetLayout) Column(number int) *ColumnLayout {
	for i := range s.Columns {
		if s.Columns[i].Column == number {
			return &s.Columns[i]
		}
	}
	return nil
}

// Sheet gives the layout of a sheet, nil where it has none.
func (l *Layout) Sheet(name string) *SheetLayout {
	for i := range l.Sheets {
		if l.Sheets[i].Sheet == name {
			return &l.Sheets[i]
		}
	}
	return nil
}
