package cli

import (
	"fmt"
	"strconv"
	"strings"

	"yueping/app"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
)

// printDays writes a unit's days as a table, a day a row, and the month's statistics beneath.
func (s *session) printDays(m *app.Month, table *appraise.DayTable, days unitDays) error {
	t := s.Text
	s.say("cli.days_title", "unit", app.FullName(days.Unit, days.County), "program", m.Program.Name, "month", app.MonthWords(t, m.At))
	if mark := m.Mark(t); mark != "" {
		s.say("mark.line", "mark", mark)
	}
	header := []string{t.T("daily.date")}
	if len(days.Days) > 0 {
		for _, v := range days.Days[0].Values {
			name := m.Program.Indicator(v.Indicator).Name
			if air.Pollutant(v.Indicator).Known() {
				name += " (IAQI)"
			}
			header = append(header, name)
		}
	}
	texts := len(header)
	header = append(header, t.T("daily.aqi"), t.T("daily.primary"), t.T("daily.level"), t.T("daily.findings"))
	var rows [][]string
	for _, d := range days.Days {
		rows = append(rows, s.dayLine(m, d))
	}
	if err := printTable(s.Stdout, header, rows, func(i int) bool { return i <= texts }); err != nil {
		return err
	}
	s.say("cli.days_valid", "days", days.ValidDays, "needed", days.NeededDays, "short", !air.Enough(m.At, days.ValidDays), "indexed", days.Indexed, "good", days.Good)
	return s.printStatistics(days)
}

func (s *session) dayLine(m *app.Month, d dayJSON) []string {
	row := []string{strconv.Itoa(d.Day)}
	for _, v := range d.Values {
		text := ""
		if v.cell.State != models.NotReported {
			text = s.aligned(m.Program.Indicator(v.Indicator).At(m.At.Day(d.Day)), v.cell)
		}
		if v.IAQI != nil {
			text += fmt.Sprintf(" (%d)", *v.IAQI)
		}
		row = append(row, text)
	}
	aqi := ""
	switch {
	case d.NA:
		aqi = s.Text.T("level.na")
	case d.AQI != nil:
		aqi = strconv.Itoa(*d.AQI)
	}
	var findings []string
	for _, f := range d.Findings {
		findings = append(findings, s.Text.T("daily.finding", "level", s.Text.T("finding."+f.Level), "message", f.Message))
	}
	return append(row, aqi, app.PollutantWords(s.Text, d.index.Primary), d.Word, strings.Join(findings, "；"))
}

// printStatistics writes what the days give for the month beside what stands there.
func (s *session) printStatistics(days unitDays) error {
	if len(days.Statistics) == 0 {
		return nil
	}
	t := s.Text
	var rows [][]string
	for _, v := range days.Statistics {
		note := t.T("daily.same")
		switch {
		case v.cell.State == models.NotReported:
			note = ""
		case v.old.State == models.NotReported:
			note = t.T("daily.not_filled")
		case !v.Same:
			note = t.T("daily.differs")
		}
		given := ""
		if v.cell.State != models.NotReported {
			given = s.aligned(v.indicator, v.cell)
		}
		rows = append(rows, []string{v.indicator.Name, given, s.aligned(v.indicator, v.old), strconv.Itoa(v.Days), note})
	}
	fmt.Fprintln(s.Stdout)
	return printTable(s.Stdout, []string{t.T("daily.indicator"), t.T("daily.from_days"), t.T("daily.stored"), t.T("daily.days"), ""}, rows,
		func(i int) bool { return i > 0 && i < 4 })
}

// aligned writes a cell with all decimals of its indicator, as the columns of a sheet have them: 1.0 beside 1.1.
func (s *session) aligned(ind *models.Indicator, c models.Cell) string {
	if c.State == models.IsNumber {
		return app.Fixed(ind, c.Value)
	}
	return app.StateWord(s.Text, c.State)
}
