package cli

import (
	"fmt"

	"yueping/app"
)

type monthCommand struct {
	target
	Verify bool   `help:"help.verify" xor:"what" required:""`
	Reopen bool   `help:"help.reopen" xor:"what" required:""`
	Status bool   `help:"help.status" xor:"what" required:""`
	Reason string `help:"help.reason" placeholder:"TEXT"`
	Actor  string `help:"help.actor" placeholder:"NAME"`
}

func (c monthCommand) Run(s *session) error {
	if c.Reopen && c.Reason == "" {
		return misuse{s.Text.T("usage.reason_needed")}
	}
	at, err := c.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		switch {
		case c.Verify:
			if err := w.Verify(s.ctx, c.Program, at, c.Actor); err != nil {
				return err
			}
		case c.Reopen:
			if err := w.Reopen(s.ctx, c.Program, at, c.Actor, c.Reason); err != nil {
				return err
			}
		}
		m, err := w.Month(s.ctx, c.Program, at)
		if err != nil {
			return err
		}
		return s.printStatus(w, m)
	})
}

// printStatus says how far a month has come, what is missing and what does not fit.
func (s *session) printStatus(w *app.Workspace, m *app.Month) error {
	s.say("cli.status", "program", m.Program.Name, "month", app.MonthWords(s.Text, m.At), "status", s.Text.T("status."+string(m.Record.Status)))
	if mark := m.Mark(s.Text); mark != "" {
		s.say("mark.line", "mark", mark)
	}
	for _, c := range m.Completeness() {
		name := c.Group.Name
		if name == "" {
			name = m.City()
		}
		s.say("cli.completeness", "group", name, "units", c.Units, "reported", c.Reported, "cells", c.Cells, "filled", c.Filled)
		var missing []string
		for _, u := range c.Missing {
			missing = append(missing, app.FullName(m.Table.Roster.Name(u.Key), m.Table.Roster.County(u.Key)))
		}
		if n := len(missing); n > 0 {
			if n > 10 {
				missing = append(missing[:10], "…")
			}
			s.say("cli.missing", "units", joined(missing), "count", n)
		}
	}
	if len(m.Drafts) > 0 {
		s.say("cli.drafts", "count", len(m.Drafts))
	}
	findings, err := m.Table.Findings()
	if err != nil {
		return err
	}
	for _, f := range findings {
		level := "finding.error"
		if f.Check.Warning {
			level = "finding.warning"
		}
		s.say("cli.finding", "level", s.Text.T(level), "unit", f.Name, "message", f.Check.Message)
	}
	history, err := w.MonthHistory(s.ctx, m)
	if err != nil {
		return err
	}
	for _, c := range history {
		fmt.Fprintln(s.Stdout, s.Text.T("cli.month_change", "time", c.At.Local().Format("2006-01-02 15:04"), "actor", c.Actor,
			"old", s.Text.T("status."+c.OldValue), "new", s.Text.T("status."+c.NewValue), "reason", c.Reason))
	}
	return nil
}
