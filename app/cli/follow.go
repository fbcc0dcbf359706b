package cli

import (
	"io"
	"strconv"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
)

type followCommand struct {
	target
	Unit     string  `required:"" help:"help.unit_flag" placeholder:"NAME"`
	County   string  `help:"help.county" placeholder:"NAME"`
	Rule     string  `required:"" help:"help.rule" placeholder:"KEY"`
	Held     *string `help:"help.held" placeholder:"2019-11-13"`
	Deadline *string `help:"help.deadline" placeholder:"2019-11-30"`
	Followed *string `help:"help.followed" placeholder:"2019-12-02"`
	Closed   *string `help:"help.closed" placeholder:"2019-12-05"`
	Note     *string `help:"help.note" placeholder:"TEXT"`
	Actor    string  `help:"help.actor" placeholder:"NAME"`
	Reason   string  `help:"help.reason" placeholder:"TEXT"`
}

func (c followCommand) Run(s *session) error {
	at, err := c.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		m, err := w.Month(s.ctx, c.Program, at)
		if err != nil {
			return err
		}
		units, err := findUnits(m, []string{c.Unit}, c.County)
		if err != nil {
			return err
		}
		f, err := w.FollowUp(s.ctx, m.Program.Key, at, c.Rule, units[0])
		if err != nil {
			return err
		}
		change := app.FollowUpChange{Program: m.Program.Key, Month: at, Rule: c.Rule, Unit: units[0], Held: f.Held, Deadline: f.Deadline,
			Followed: f.Followed, Closed: f.Closed, Note: f.Note, Actor: c.Actor, Reason: c.Reason}
		if err := c.change(s, &change); err != nil {
			return err
		}
		if err := w.SetFollowUp(s.ctx, change); err != nil {
			return err
		}
		return s.printFollowUp(w, m, change)
	})
}

// change puts the dates that were given in place of those that are recorded.
func (c followCommand) change(s *session, f *app.FollowUpChange) error {
	for _, d := range []struct {
		flag string
		text *string
		date *month.Period
	}{{"--held", c.Held, &f.Held}, {"--deadline", c.Deadline, &f.Deadline}, {"--followed", c.Followed, &f.Followed}, {"--closed", c.Closed, &f.Closed}} {
		if d.text == nil {
			continue
		}
		date, err := month.ParsePeriod(*d.text)
		if err != nil || (*d.text != "" && date.Day == 0) {
			return misuse{s.Text.T("usage.date", "what", d.flag, "text", *d.text)}
		}
		*d.date = date
	}
	if c.Note != nil {
		f.Note = *c.Note
	}
	return nil
}

func (s *session) printFollowUp(w *app.Workspace, m *app.Month, c app.FollowUpChange) error {
	followed, err := w.FollowUps(s.ctx, m.Program.Key)
	if err != nil {
		return err
	}
	words, notice, note := "", c.Rule, ""
	for _, f := range followed {
		if f.Month == c.Month && f.Rule == c.Rule && f.Unit == c.Unit {
			words, note = app.FollowUpWords(s.Text, f.FollowUp), f.Note
			if f.Notice != nil {
				notice = f.Notice.Action + f.Notice.Addressee
			}
		}
	}
	roster := m.Table.Roster
	s.say("cli.follow", "program", m.Program.Name, "month", app.MonthWords(s.Text, m.At), "unit", app.FullName(roster.Name(c.Unit), roster.County(c.Unit)),
		"notice", notice, "words", words, "note", note)
	return nil
}

// withUnits opens a month and finds the units that a command is for, by their names.
func (s *session) withUnits(t target, names []string, county string, work func(w *app.Workspace, m *app.Month, units []string) error) error {
	at, err := t.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		m, err := w.Month(s.ctx, t.Program, at)
		if err != nil {
			return err
		}
		units, err := findUnits(m, names, county)
		if err != nil {
			return err
		}
		return work(w, m, units)
	})
}

// findUnits gives the keys of units by their names.
func findUnits(m *app.Month, names []string, county string) ([]string, error) {
	matcher := models.NewMatcher(m.Table.Roster.Register(), m.Table.Roster)
	var keys []string
	for _, name := range names {
		u, err := matcher.Find(name, county)
		if err != nil {
			return nil, err
		}
		keys = append(keys, u.Key)
	}
	return keys, nil
}

type overdueCommand struct {
	Format string `help:"help.format" enum:"text,json" default:"text"`
}

// overdueNotice is an entry of the JSON of overdue.
type overdueNotice struct {
	Program   string `json:"program"`
	Month     string `json:"month"`
	Unit      string `json:"unit"`
	County    string `json:"county"`
	Rule      string `json:"rule"`
	Action    string `json:"action"`
	Addressee string `json:"addressee"`
	Held      string `json:"held"`
	Deadline  string `json:"deadline"`
	Days      int    `json:"days"`
}

func (c overdueCommand) Run(s *session) error {
	return s.with(func(w *app.Workspace) error {
		overdue, err := w.Overdue(s.ctx, w.Today())
		if err != nil {
			return err
		}
		if c.Format == "json" {
			result := []overdueNotice{}
			for _, o := range overdue {
				result = append(result, overdueNotice{o.Program.Key, o.Month.String(), o.Name, o.County, o.Rule, o.Notice.Action, o.Notice.Addressee,
					o.Held.String(), o.Deadline.String(), o.Days})
			}
			return writeJSON(s.Stdout, result)
		}
		if len(overdue) == 0 {
			s.say("cli.overdue_none")
			return nil
		}
		return s.printOverdue(s.Stdout, overdue)
	})
}

func (s *session) printOverdue(out io.Writer, overdue []app.Overdue) error {
	var header []string
	for _, key := range []string{"program", "month", "unit", "action", "deadline", "days_overdue"} {
		header = append(header, s.Text.T("column."+key))
	}
	var rows [][]string
	for _, o := range overdue {
		rows = append(rows, []string{o.Program.Name, app.MonthWords(s.Text, o.FollowUp.Month), app.FullName(o.Name, o.County), o.Notice.Action + o.Notice.Addressee,
			o.Deadline.String(), strconv.Itoa(o.Days)})
	}
	return printTable(out, header, rows, func(column int) bool { return column == len(header)-1 })
}
