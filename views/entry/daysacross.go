package entry

import (
	"strconv"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/number"
	"yueping/views/grid"
)

// daysAcross is the month of one indicator: a row a unit, a column a day, and what the days come to.
type daysAcross struct {
	people
	days    *appraise.DayTable
	of      *models.Indicator // of the month
	written *models.Indicator // as values of a day are written
}

func newDaysAcross(p people, days *appraise.DayTable, indicator string) *daysAcross {
	of := days.Indicators[0]
	for _, i := range days.Indicators {
		if i.Key == indicator {
			of = i
		}
	}
	return &daysAcross{people: p.covering(of), days: days, of: of, written: of.At(days.At.Day(1))}
}

func (s *daysAcross) key() string { return "across " + s.of.Key + " " + s.keys() }

// HeaderColumns have what is shown above them: a title over the days would be out of sight most of the time.
func (s *daysAcross) HeaderColumns() []grid.Column {
	columns := s.people.HeaderColumns()
	for i := range columns {
		columns[i].Caption = app.Heading(s.of)
	}
	return columns
}

func (s *daysAcross) columns() []grid.Column {
	columns := make([]grid.Column, s.days.At.Days(), s.days.At.Days()+2)
	for n := range columns {
		title := strconv.Itoa(n + 1)
		if sign := weekend(s.kit, s.days.At.Day(n+1)); sign != "" {
			title += "\n" + sign
		}
		columns[n] = grid.Column{Key: strconv.Itoa(n + 1), Title: title, Align: fyne.TextAlignTrailing, Kind: numbers(s.written), Sample: sample(s.written)}
	}
	month := s.kit.T("days.month")
	return append(columns,
		grid.Column{Key: "statistic", Title: s.statistic(), Caption: month, ReadOnly: true, Align: fyne.TextAlignTrailing, Sample: "8888.8"},
		grid.Column{Key: "valid", Title: s.kit.T("days.valid"), Caption: month, ReadOnly: true, Align: fyne.TextAlignTrailing,
			Sample: s.kit.T("days.few", "days", 28)})
}

// statistic is how the month's value comes from its days.
func (s *daysAcross) statistic() string { return s.kit.T("days." + s.of.FromDays) }

func (s *daysAcross) spot(row, col int) (spot, bool) {
	if col >= s.days.At.Days() {
		return spot{}, false
	}
	return spot{s.units[row], s.written, s.days.At.Day(col + 1)}, true
}

func (s *daysAcross) figure(row, col int) figure {
	u := s.units[row]
	v, err := s.days.MonthValue(s.of, u.Key)
	f := figure{title: s.statistic(), places: s.of.Decimals, cell: grid.Cell{ReadOnly: true, Dim: true}}
	few := !air.Enough(s.days.At, v.Days)
	switch {
	case err != nil:
		f.cell.Note = s.kit.Text.Error(err)
	case col > s.days.At.Days():
		f.title, f.places = s.kit.T("days.valid"), 0
		f.value, f.number = number.FromInt(int64(v.Days)), true
		f.cell.Text = strconv.Itoa(v.Days)
		if few {
			f.cell.Text = s.kit.T("days.few", "days", v.Days)
			f.cell.Note = s.kit.T("days.too_few", "days", v.Days, "needed", air.DaysNeeded(s.days.At))
		}
	case v.Cell.State == models.IsNumber:
		f.value, f.number = v.Cell.Value, !s.of.Percent
		f.cell.Text = app.Fixed(s.of, v.Cell.Value)
		if stored := s.month.Table.Value(s.of.Key, u.Key); differs(stored, v) {
			f.cell.Mark = grid.MarkChanged
			f.cell.Note = s.kit.T("days.differs", "stored", app.Fixed(s.of, stored.Number), "days", f.cell.Text)
		}
	}
	return f
}

// differs reports whether a number is stored for the month that is not the one its days give.
func differs(stored appraise.Value, v appraise.MonthValue) bool {
	return stored.State == models.IsNumber && v.Cell.State == models.IsNumber && stored.Number.Cmp(v.Cell.Value) != 0
}
