package appraise

import (
	"yueping/models"
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// DayTable is the values of a month's days: for each unit a row a day, a column an indicator that
// takes values by day.
type DayTable struct {
	At         month.Month
	Roster     *models.Roster
	Units      []*models.Unit
	Indicators []*models.Indicator

	context    *Context
	rows       map[string]int
	columns    map[string]int
	pollutants []air.Pollutant // of each column, "" for none
	covered    []bool          // by unit, then indicator: whether it is kept for the unit
	cells      []models.Cell   // by unit, then day, then indicator
	scale      *air.Scale      // nil for a month before the first edition
}

// NewDayTable makes the empty table of a month's days.
func (c *Context) NewDayTable(at month.Month) *DayTable {
	roster := models.NewRoster(c.Register, c.Program, at)
	t := &DayTable{At: at, Roster: roster, Units: roster.Units(), Indicators: c.Program.DailyIndicators(at),
		context: c, rows: map[string]int{}, columns: map[string]int{}}
	t.pollutants = make([]air.Pollutant, len(t.Indicators))
	for i, ind := range t.Indicators {
		t.columns[ind.Key] = i
		if p := air.Pollutant(ind.Key); p.Known() {
			t.pollutants[i] = p
		}
	}
	t.covered = make([]bool, 0, len(t.Units)*len(t.Indicators))
	for i, u := range t.Units {
		t.rows[u.Key] = i
		for _, ind := range t.Indicators {
			t.covered = append(t.covered, roster.Covers(ind, u.Key))
		}
	}
	t.cells = make([]models.Cell, len(t.Units)*at.Days()*len(t.Indicators))
	if c.Standards != nil {
		if scale, known := c.Standards.Scales.At(at); known {
			t.scale = &scale
		}
	}
	return t
}

// position is where a cell stands; false for what has no place in the table.
func (t *DayTable) position(day int, indicator, unit string) (int, bool) {
	row, isUnit := t.rows[unit]
	column, isDaily := t.columns[indicator]
	if !isUnit || !isDaily || day < 1 || day > t.At.Days() || !t.covered[row*len(t.Indicators)+column] {
		return 0, false
	}
	return t.first(row, day) + column, true
}

// first is where the cells of a unit's day begin.
func (t *DayTable) first(row, day int) int { return (row*t.At.Days() + day - 1) * len(t.Indicators) }

// Set puts a value into the table; one that has no place there stays out of it.
func (t *DayTable) Set(day int, indicator, unit string, cell models.Cell) {
	if at, ok := t.position(day, indicator, unit); ok {
		t.cells[at] = cell
	}
}

// Value gives a cell; the zero value (not reported) where there is none.
func (t *DayTable) Value(day int, indicator, unit string) models.Cell {
	if at, ok := t.position(day, indicator, unit); ok {
		return t.cells[at]
	}
	return models.Cell{}
}

// Has reports whether anything is reported of a unit by day.
func (t *DayTable) Has(unit string) bool {
	row, known := t.rows[unit]
	if !known {
		return false
	}
	for _, cell := range t.cells[t.first(row, 1):t.first(row+1, 1)] {
		if cell.State != models.NotReported {
			return true
		}
	}
	return false
}

// Day gives the daily index (HJ 633) of a unit's day; false where no pollutant has a number.
func (t *DayTable) Day(day int, unit string) (air.Day, bool, error) {
	row, known := t.rows[unit]
	if t.scale == nil || !known || day < 1 || day > t.At.Days() {
		return air.Day{}, false, nil
	}
	concentrations := make([]air.Concentration, 0, 8)
	at := t.first(row, day)
	for i, p := range t.pollutants {
		if cell := &t.cells[at+i]; p != "" && cell.State == models.IsNumber {
			concentrations = append(concentrations, air.Concentration{Pollutant: p, Value: cell.Value})
		}
	}
	if len(concentrations) == 0 {
		return air.Day{}, false, nil
	}
	result, err := t.scale.Daily(concentrations)
	if fault.CodeOf(err) == "air.nothing" {
		return air.Day{}, false, nil
	}
	return result, err == nil, err
}

// MonthValue is what a month's value comes to from its days.
type MonthValue struct {
	Cell  models.Cell  // rounded to the indicator's decimals; not reported where no day has a number
	Exact number.Ratio // before that rounding
	Days  int          // with a number
}

// MonthValue gives the value of a month that an indicator with FromDays has from its days.
func (t *DayTable) MonthValue(ind *models.Indicator, unit string) (MonthValue, error) {
	return t.monthValue(ind, unit, &tally{})
}

// EachMonthValue calls visit with what MonthValue gives for each indicator of the program that has
// FromDays, counting the days of the unit once for all of them. It stops at the first fault.
func (t *DayTable) EachMonthValue(unit string, visit func(*models.Indicator, MonthValue, error) error) error {
	var counted tally
	for i := range t.context.Program.Indicators {
		ind := &t.context.Program.Indicators[i]
		if ind.FromDays == "" {
			continue
		}
		v, err := t.monthValue(ind, unit, &counted)
		if err := visit(ind, v, err); err != nil {
			return err
		}
	}
	return nil
}

func (t *DayTable) monthValue(ind *models.Indicator, unit string, counted *tally) (MonthValue, error) {
	if !t.Roster.Covers(ind, unit) {
		return MonthValue{}, nil
	}
	if ind.CountsDays() {
		return t.counted(ind, unit, counted)
	}
	values := t.numbers(ind.Key, unit)
	if len(values) == 0 {
		return MonthValue{}, nil
	}
	exact, err := air.Statistic(ind.FromDays, values, t.context.Program.Air.NearestRank)
	if err != nil {
		return MonthValue{}, err
	}
	return rounded(ind, exact, len(values))
}

func rounded(ind *models.Indicator, exact number.Ratio, days int) (MonthValue, error) {
	n, err := exact.Round(ind.Places())
	return MonthValue{models.Of(n), exact, days}, err
}

// numbers are the values of a unit's days that are numbers.
func (t *DayTable) numbers(indicator, unit string) []number.Number {
	at, ok := t.position(1, indicator, unit)
	if !ok {
		return nil
	}
	values := make([]number.Number, 0, t.At.Days())
	for range t.At.Days() {
		if t.cells[at].State == models.IsNumber {
			values = append(values, t.cells[at].Value)
		}
		at += len(t.Indicators)
	}
	return values
}
