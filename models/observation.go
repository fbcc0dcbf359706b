package models

import (
	"yueping/models/month"
	"yueping/models/number"
)

// State says what is known of a cell. 0 is a number and none of the others.
type State string

// The four states. NotReported is never stored: it is the absence of an observation.
const (
	NotReported State = ""
	IsNumber    State = "number"
	NoData      State = "no_data"      // 无数据
	NotAssessed State = "not_assessed" // 不参评
)

// Cell is what stands in one place of a month's table.
type Cell struct {
	State State
	Value number.Number // where State is IsNumber
}

// Of gives the cell of a number.
func Of(n number.Number) Cell { return Cell{State: IsNumber, Value: n} }

// Equal compares state and value.
func (c Cell) Equal(o Cell) bool {
	return c.State == o.State && (c.State != IsNumber || c.Value.Cmp(o.Value) == 0)
}

// Place is where a value belongs: (program, indicator, unit, period).
type Place struct {
	Program   string       `gorm:"primaryKey"`
	Indicator string       `gorm:"primaryKey"`
	Period    month.Period `gorm:"primaryKey;type:text"`
	Unit      string       `gorm:"primaryKey"`
}

// Observation (数据) is a stored cell.
type Observation struct {
	Place   `gorm:"embedded"`
	State   State
	Value   *number.Number `gorm:"type:text"`
	Version int            // counts the writes to the place
}

// The tables of observations: of months, and of single days.
const (
	ObservationTable      = "observations"
	DailyObservationTable = "daily_observations"
)

// Table is the table in which the values of a place stand.
func (p Place) Table() string {
	if p.Period.Day != 0 {
		return DailyObservationTable
	}
	return ObservationTable
}

// Cell gives the observation's content.
func (o *Observation) Cell() Cell {
	if o.State != IsNumber || o.Value == nil {
		return Cell{State: o.State}
	}
	return Of(*o.Value)
}

// Draft is a typed text that is no value yet: kept, shown, and in no calculation.
type Draft struct {
	Place `gorm:"embedded"`
	Text  string
	Fault string // the code of the fault that its reading gave
}
