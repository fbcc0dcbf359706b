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
	ranks      map[string]int // by unit, nil where they are not shown
}

func newMonthSheet(p people, ranks map[string]int) *monthSheet {
	s := &monthSheet{people: p, ranks: ranks}
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
	if s.ranks != nil {
		words += "," + rankKey
	}
	return words
}

func (s *monthSheet) spot(row, col int) (spot, bool) {
	if col >= len(s.indicators) {
		return spot{}, false
	}
	return spot{s.units[row], s.indicators[col], s.month.At.Whole()}, true
}

func (s *monthSheet) columns() []grid.Column {
	columns := make([]grid.Column, len(s.indicators))
	for n, i := range s.indicators {
		columns[n] = grid.Column{Key: i.Key, Title: title(i), Caption: s.kit.T("entry.entered"),
			Align: fyne.TextAlignTrailing, ReadOnly: i.Derived(), Kind: numbers(i), Sample: "100000.00"}
		if i.Derived() {
			columns[n].Caption = s.kit.T("entry.derived")
		}
	}
	if s.ranks != nil {
		columns = append(columns, s.rankColumn())
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
