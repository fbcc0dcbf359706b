package entry

import (
	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
	"yueping/views/grid"
)

// sheet says what stands in the rows and columns of a grid: units and the month's indicators, the
// days of a unit and its pollutants, or units and the days of a pollutant.
type sheet interface {
	Rows() int
	HeaderColumns() []grid.Column
	RowHeader(row int) []string
	columns() []grid.Column
	// unit is whose values stand in a row.
	unit(row int) *models.Unit
	// all gives the units that the sheet shows, or leads to.
	all() []*models.Unit
	// spot is which value stands in a cell; false where a figure does.
	spot(row, col int) (spot, bool)
	figure(row, col int) figure
	// key is the same for sheets with the same cells, be it with other contents.
	key() string
}

// spot is where a value stands: an indicator of a unit, in a month or on a day of it.
type spot struct {
	unit      *models.Unit
	indicator *models.Indicator // as values of the period are written
	period    month.Period
}

// figure is what is calculated from the values of days, and is stored nowhere.
type figure struct {
	cell   grid.Cell
	title  string
	value  number.Number
	number bool // value is one
	places int  // its decimals
}
