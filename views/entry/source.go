package entry

import (
	"yueping/app"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/views/grid"
	"yueping/views/kit"
)

// source shows an app.Month as the grid wants it: the one place where the two meet. What stands in
// which row and column is its sheet's.
type source struct {
	sheet
	kit      *kit.Kit
	month    *app.Month
	days     *appraise.DayTable // nil while the values of the month are shown
	findings map[models.Place]*models.Check
	// typed holds what was just put into cells, until the month is read again.
	typed map[models.Place]app.Edit
	// prose takes a paste that is no table; nil takes none.
	prose func([]grid.Edit) bool
}

// newSource prepares what a view shows of a loaded month, of a group ("" for all).
func newSource(k *kit.Kit, d data, group string, v view) *source {
	s := &source{kit: k, month: d.month, findings: d.marked, typed: map[models.Place]app.Edit{}}
	base := people{kit: k, month: d.month, units: unitsOf(d.month, group)}
	if d.days == nil {
		s.sheet = newMonthSheet(base, d.ranks)
		return s
	}
	s.days = d.days
	if v.across {
		s.sheet = newDaysAcross(base, d.days, v.indicator)
	} else {
		s.sheet = newDaysDown(base, d.days, v)
	}
	return s
}

// alike reports whether another source has the cells of this one, be it with other contents.
func (s *source) alike(other *source) bool {
	return s.month.Program.Key == other.month.Program.Key && s.month.At == other.month.At && s.key() == other.key()
}

// same reports whether another source has the cells of this one in another month.
func (s *source) same(other *source) bool {
	return s.month.Program.Key == other.month.Program.Key && s.key() == other.key()
}

// replace takes in another source's content without becoming another source.
func (s *source) replace(next *source) { *s = *next }

// Columns are those of the sheet.
func (s *source) Columns() []grid.Column { return s.sheet.columns() }

// place is where a spot's value is stored.
func (s *source) place(p spot) models.Place {
	return models.Place{Program: s.month.Program.Key, Indicator: p.indicator.Key, Period: p.period, Unit: p.unit.Key}
}

// stored is the value that stands in a spot.
func (s *source) stored(p spot) models.Cell {
	if p.period.Day != 0 {
		return s.days.Value(p.period.Day, p.indicator.Key, p.unit.Key)
	}
	v := s.month.Table.Value(p.indicator.Key, p.unit.Key)
	return models.Cell{State: v.State, Value: v.Number}
}

// content is what a spot holds now: its value, and the draft that stands before it ("" for none).
func (s *source) content(p spot) (cell models.Cell, draft string) {
	place := s.place(p)
	if e, just := s.typed[place]; just {
		if e.Draft != "" {
			return s.stored(p), e.Draft
		}
		return e.Cell, ""
	}
	return s.stored(p), s.month.Drafts[place].Text
}

// kept reports whether the spot's indicator is kept for its unit.
func (s *source) kept(p spot) bool { return s.month.Table.Roster.Covers(p.indicator, p.unit.Key) }
