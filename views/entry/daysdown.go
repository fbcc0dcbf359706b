package entry

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/views/grid"
)

// daysDown is the month of one unit: a row a day, its values and what they make of the day.
type daysDown struct {
	people
	days       *appraise.DayTable
	of         *models.Unit
	indicators []*models.Indicator // as values of a day are written
	figures    []dayFigure
}

func newDaysDown(p people, days *appraise.DayTable, v view) *daysDown {
	s := &daysDown{people: p.covering(days.Indicators...), days: days}
	if len(s.units) == 0 {
		return s
	}
	s.of = s.units[max(0, slices.IndexFunc(s.units, func(u *models.Unit) bool { return u.Key == v.unit }))]
	for _, i := range days.Indicators {
		if days.Roster.Covers(i, s.of.Key) {
			s.indicators = append(s.indicators, i.At(days.At.Day(1)))
		}
	}
	s.figures = dayFigures(s.indicators, v.parts)
	return s
}

func (s *daysDown) key() string {
	if s.of == nil {
		return "none"
	}
	words := "down " + s.of.Key
	for _, i := range s.indicators {
		words += "," + i.Key
	}
	return words + strconv.Itoa(len(s.figures))
}

// Rows is the number of days.
func (s *daysDown) Rows() int {
	if s.of == nil {
		return 0
	}
	return s.days.At.Days()
}

func (s *daysDown) unit(int) *models.Unit { return s.of }

// HeaderColumns are the day, and a sign for a weekend.
func (s *daysDown) HeaderColumns() []grid.Column {
	return []grid.Column{
		{Key: "day", Title: s.kit.T("days.day"), Align: fyne.TextAlignTrailing, Sample: "00"},
		{Key: "weekend", Sample: s.kit.T("days.saturday")},
	}
}

// RowHeader gives the day, and which day of a weekend it is.
func (s *daysDown) RowHeader(row int) []string {
	return []string{strconv.Itoa(row + 1), weekend(s.kit, s.days.At.Day(row+1))}
}

func (s *daysDown) columns() []grid.Column {
	var columns []grid.Column
	caption := measures(s.kit, s.indicators)
	for _, i := range s.indicators {
		columns = append(columns, grid.Column{Key: i.Key, Title: i.Name, Caption: caption, Align: fyne.TextAlignTrailing,
			Kind: numbers(i), Sample: longer(sample(i), i.Name)})
	}
	for _, f := range s.figures {
		columns = append(columns, f.column(s.kit))
	}
	return columns
}

// sample is as wide as the values of most days are; a wider one is still shown whole while it is edited.
func sample(i *models.Indicator) string {
	if i.Decimals == 0 {
		return "888"
	}
	return "88." + strings.Repeat("8", i.Decimals)
}

// longer keeps a short name on one line; a longer one may break.
func longer(sample, name string) string {
	if len(name) > len(sample) && len([]rune(name)) <= oneLine {
		return name
	}
	return sample
}

func (s *daysDown) spot(row, col int) (spot, bool) {
	if col >= len(s.indicators) {
		return spot{}, false
	}
	return spot{s.of, s.indicators[col], s.days.At.Day(row + 1)}, true
}

func (s *daysDown) figure(row, col int) figure {
	day, measured, err := s.days.Day(row+1, s.of.Key)
	f := s.figures[col-len(s.indicators)].of(s.kit, day, measured, err)
	f.cell.ReadOnly, f.cell.Dim = true, true
	return f
}

// hasParts reports whether the IAQI are shown.
func (s *daysDown) hasParts() bool {
	return slices.ContainsFunc(s.figures, func(f dayFigure) bool { return f.kind == figurePart })
}

// pollutants are the indicators that make the daily index.
func pollutants(indicators []*models.Indicator) []air.Pollutant {
	var result []air.Pollutant
	for _, i := range indicators {
		if p := air.Pollutant(i.Key); p.Known() {
			result = append(result, p)
		}
	}
	return result
}
