package entry

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/views/grid"
	"yueping/views/kit"
)

// source shows an app.Month as the grid wants it: the one place where the two meet.
type source struct {
	kit      *kit.Kit
	month    *app.Month
	units    []*models.Unit
	columns  []column
	findings map[models.Place]appraise.Finding
	// typed holds what was just put into cells, until the month is read again.
	typed map[models.Place]app.Edit
}

// column is an indicator of the month.
type column struct {
	indicator *models.Indicator
	grid      grid.Column
}

// newSource prepares the rows of a group ("" for all) and the columns that anyone in it has.
func newSource(k *kit.Kit, m *app.Month, group string, found []appraise.Finding) *source {
	s := &source{kit: k, month: m, findings: map[models.Place]appraise.Finding{}, typed: map[models.Place]app.Edit{}}
	roster := m.Table.Roster
	city := roster.Register().City()
	for _, u := range m.Table.Units {
		if u != city && (group == "" || roster.Group(u.Key) == group) && s.any(u) {
			s.units = append(s.units, u)
		}
	}
	if city != nil && (group == "" || group == cityGroup) && s.any(city) {
		s.units = append(s.units, city)
	}
	for _, derived := range []bool{false, true} {
		for i := range m.Program.Indicators {
			ind := &m.Program.Indicators[i]
			if ind.Derived() == derived && s.anyone(ind) {
				s.columns = append(s.columns, column{ind, s.gridColumn(ind)})
			}
		}
	}
	for _, f := range found {
		for _, in := range f.Inputs {
			place := m.Place(in.Indicator.Key, f.Unit.Key)
			if old, twice := s.findings[place]; !twice || old.Check.Warning {
				s.findings[place] = f
			}
		}
	}
	return s
}

// alike reports whether another source has the cells of this one, be it with other contents.
func (s *source) alike(other *source) bool {
	return s.month.Program.Key == other.month.Program.Key && s.month.At == other.month.At &&
		slices.EqualFunc(s.units, other.units, func(a, b *models.Unit) bool { return a.Key == b.Key }) &&
		slices.EqualFunc(s.columns, other.columns, func(a, b column) bool { return a.indicator.Key == b.indicator.Key })
}

// any reports whether a unit has any cell, anyone whether an indicator has.
func (s *source) any(u *models.Unit) bool {
	return covered(s.month, u.Key)
}

func (s *source) anyone(i *models.Indicator) bool {
	for _, u := range s.units {
		if s.month.Table.Roster.Covers(i, u.Key) {
			return true
		}
	}
	return false
}

func (s *source) gridColumn(i *models.Indicator) grid.Column {
	c := grid.Column{Key: i.Key, Title: title(i), Align: fyne.TextAlignTrailing, ReadOnly: i.Derived(), Sample: "100000.00"}
	if i.Derived() {
		c.Caption = s.kit.T("entry.derived")
	} else {
		c.Caption = s.kit.T("entry.entered")
	}
	return c
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

// Rows is the number of units.
func (s *source) Rows() int { return len(s.units) }

// Columns are the indicators.
func (s *source) Columns() []grid.Column {
	result := make([]grid.Column, len(s.columns))
	for i, c := range s.columns {
		result[i] = c.grid
	}
	return result
}

// HeaderColumns are number, name and county.
func (s *source) HeaderColumns() []grid.Column {
	return []grid.Column{
		{Key: "number", Title: s.kit.T("entry.number"), Align: fyne.TextAlignTrailing, Sample: "000"},
		{Key: "unit", Title: s.kit.T("entry.unit"), Sample: s.longest(s.name)},
		{Key: "county", Title: s.kit.T("entry.county"), Sample: s.longest(s.county)},
	}
}

func (s *source) longest(text func(*models.Unit) string) string {
	best := ""
	for _, u := range s.units {
		if t := text(u); len(t) > len(best) {
			best = t
		}
	}
	if r := []rune(best); len(r) > 14 {
		best = string(r[:14])
	}
	return best
}

func (s *source) name(u *models.Unit) string {
	if u.Short != "" {
		return u.Short
	}
	return s.month.Table.Roster.Name(u.Key)
}

// county is the short name of the county-level unit above a unit, "" for none.
func (s *source) county(u *models.Unit) string {
	above := s.month.Table.Roster.Register().County(u, s.month.At)
	if above == nil {
		return ""
	}
	return s.name(above)
}

// RowHeader gives a unit's number, name and county.
func (s *source) RowHeader(row int) []string {
	u := s.units[row]
	return []string{strconv.Itoa(row + 1), s.name(u), s.county(u)}
}
