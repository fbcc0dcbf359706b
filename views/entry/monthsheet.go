package entry

import (
	"strings"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/views/grid"
)

// monthSheet is the month's values: units by indicators, those that are calculated on the right.
type monthSheet struct {
	people
	indicators []*models.Indicator
}

func newMonthSheet(p people) *monthSheet {
	s := &monthSheet{people: p}
	for _, derived := range []bool{false, true} {
		for i := range p.month.Program.Indicators {
			ind := &p.month.Program.Indicators[i]
			if ind.Derived() == derived && len(p.covering(ind).units) > 0 {
				s.indicators = append(s.indicators, ind)
			}
		}
	}
	return s
}

func (s *monthSheet) key() string {
	words := "month " + s.keys()
	for _, i := range s.indicators {
		words += "," + i.Key
	}
	return words
}

func (s *monthSheet) spot(row, col int) (spot, bool) {
	return spot{s.units[row], s.indicators[col], s.month.At.Whole()}, true
}

func (s *monthSheet) figure(int, int) figure { return figure{} }

func (s *monthSheet) columns() []grid.Column {
	columns := make([]grid.Column, len(s.indicators))
	for n, i := range s.indicators {
		columns[n] = grid.Column{Key: i.Key, Title: title(i), Caption: s.kit.T("entry.entered"),
			Align: fyne.TextAlignTrailing, ReadOnly: i.Derived(), Sample: "100000.00"}
		if i.Derived() {
			columns[n].Caption = s.kit.T("entry.derived")
		}
	}
	return columns
}

// oneLine is how long a name may be to stand above its unit of measure; the grid breaks longer titles.
const oneLine = 6

// title puts the unit of measure on a line of its own.
func title(i *models.Indicator) string {
	words := app.Heading(i)
	if name, measure, found := strings.Cut(words, "（"+i.Measure+"）"); found && measure == "" && len([]rune(name)) <= oneLine {
		return name + "\n（" + i.Measure + "）"
	}
	return words
}
