package cli

import (
	"yueping/app"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/fault"
)

type daysCommand struct {
	target
	Unit   string `required:"" help:"help.unit_flag" placeholder:"NAME"`
	County string `help:"help.county" placeholder:"NAME"`
	Format string `help:"help.format" enum:"text,json" default:"text"`
}

// unitDays is the JSON of days.
type unitDays struct {
	Program    string           `json:"program"`
	Month      string           `json:"month"`
	Unit       string           `json:"unit"`
	County     string           `json:"county"`
	Days       []dayJSON        `json:"days"`
	ValidDays  int              `json:"valid_days"`
	NeededDays int              `json:"needed_days"`
	Indexed    int              `json:"indexed_days"`
	Good       int              `json:"good_days"`
	Statistics []monthStatistic `json:"statistics"`
}

type dayJSON struct {
	Day      int          `json:"day"`
	Values   []dayValue   `json:"values"`
	AQI      *int         `json:"aqi"` // null where the day has none
	NA       bool         `json:"na"`
	Level    string       `json:"level"`
	Word     string       `json:"level_word"`
	Primary  []string     `json:"primary"`
	Missing  []string     `json:"missing"`
	Findings []dayFinding `json:"findings"`
	index    air.Day
}

type dayValue struct {
	Indicator string `json:"indicator"`
	State     string `json:"state"`
	Value     string `json:"value"`
	IAQI      *int   `json:"iaqi"`
	cell      models.Cell
}

type dayFinding struct {
	Level   string `json:"level"` // error or warning
	Message string `json:"message"`
}

// monthStatistic is what the days give for a value of the month, beside what is stored.
type monthStatistic struct {
	Indicator   string `json:"indicator"`
	State       string `json:"state"`
	Value       string `json:"value"`
	Days        int    `json:"days"`
	StoredState string `json:"stored_state"`
	Stored      string `json:"stored"`
	Same        bool   `json:"same"`
	indicator   *models.Indicator
	cell, old   models.Cell
}

func (c daysCommand) Run(s *session) error {
	at, err := c.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		m, err := w.Month(s.ctx, c.Program, at)
		if err != nil {
			return err
		}
		u, err := m.FindUnit(c.Unit, c.County)
		if err != nil {
			return err
		}
		table, err := w.Days(s.ctx, m)
		if err != nil {
			return err
		}
		if len(table.Indicators) == 0 {
			return fault.New("days.none", "program", m.Program.Name)
		}
		days, err := s.unitDays(m, table, u)
		if err != nil {
			return err
		}
		if c.Format == "json" {
			return writeJSON(s.Stdout, days)
		}
		return s.printDays(m, table, days)
	})
}

func (s *session) unitDays(m *app.Month, table *appraise.DayTable, u *models.Unit) (unitDays, error) {
	result := unitDays{Program: m.Program.Key, Month: m.At.String(), Unit: table.Roster.Name(u.Key), County: table.Roster.County(u.Key),
		ValidDays: table.ValidDays(u.Key), NeededDays: air.DaysNeeded(m.At), Statistics: []monthStatistic{}}
	findings, err := table.Findings(u.Key)
	if err != nil {
		return result, err
	}
	counts, err := table.Counts(u.Key)
	if err != nil {
		return result, err
	}
	result.Indexed, result.Good = counts.Indexed, counts.Good
	for day := 1; day <= m.At.Days(); day++ {
		d, err := s.dayOf(table, u, day)
		if err != nil {
			return result, err
		}
		for _, f := range findings {
			if f.Day == day {
				level := "error"
				if f.Check.Warning {
					level = "warning"
				}
				d.Findings = append(d.Findings, dayFinding{level, f.Check.Message})
			}
		}
		result.Days = append(result.Days, d)
	}
	for i := range m.Program.Indicators {
		ind := &m.Program.Indicators[i]
		if ind.FromDays == "" || !table.Roster.Covers(ind, u.Key) {
			continue
		}
		v, err := table.MonthValue(ind, u.Key)
		if err != nil {
			return result, err
		}
		stored := m.Table.Value(ind.Key, u.Key)
		old := models.Cell{State: stored.State, Value: stored.Number}
		result.Statistics = append(result.Statistics, monthStatistic{ind.Key, string(v.Cell.State), digits(v.Cell), v.Days,
			string(old.State), digits(old), old.Equal(v.Cell), ind, v.Cell, old})
	}
	return result, nil
}

func (s *session) dayOf(table *appraise.DayTable, u *models.Unit, day int) (dayJSON, error) {
	d := dayJSON{Day: day, Values: []dayValue{}, Primary: []string{}, Missing: []string{}, Findings: []dayFinding{}}
	index, measured, err := table.Day(day, u.Key)
	if err != nil {
		return d, err
	}
	iaqi := map[string]*int{}
	if measured {
		d.index, d.NA, d.Level, d.Word = index, index.NA, index.Level.Key, app.LevelWord(s.Text, index.Level)
		if !index.NA {
			d.AQI = &index.AQI
		}
		for _, p := range index.Parts {
			iaqi[string(p.Pollutant)] = &p.IAQI
		}
		for _, p := range index.Primary {
			d.Primary = append(d.Primary, string(p))
		}
		for _, p := range index.Missing {
			d.Missing = append(d.Missing, string(p))
		}
	}
	for _, ind := range table.Indicators {
		if table.Roster.Covers(ind, u.Key) {
			cell := table.Value(day, ind.Key, u.Key)
			d.Values = append(d.Values, dayValue{ind.Key, string(cell.State), digits(cell), iaqi[ind.Key], cell})
		}
	}
	return d, nil
}
