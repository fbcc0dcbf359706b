package cli

import (
	"yueping/app"
)

type papersCommand struct {
	target
	Paper     string   `help:"help.paper" placeholder:"KEY"`
	Unit      []string `help:"help.units_flag" sep:"none" placeholder:"NAME"`
	County    string   `help:"help.county" placeholder:"NAME"`
	Rule      string   `help:"help.rule_filter" placeholder:"KEY"`
	BothSides bool     `help:"help.both_sides"`
	Output    string   `short:"o" required:"" help:"help.output" placeholder:"FILE.pdf"`
}

func (c papersCommand) Run(s *session) error {
	if c.Output == "" {
		return misuse{s.Text.T("usage.output_needed", "format", "pdf")}
	}
	at, err := c.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		b, err := w.Board(s.ctx, c.Program, at)
		if err != nil {
			return err
		}
		request := app.PapersRequest{Program: b.Month.Program.Key, Month: at, Paper: c.Paper, Rule: c.Rule, Path: c.Output, BothSides: c.BothSides}
		if request.Units, err = findUnits(b.Month, c.Unit, c.County); err != nil {
			return err
		}
		due, err := b.DuePapers(request)
		if err != nil {
			return err
		}
		if err := w.WritePapers(s.ctx, request); err != nil {
			return err
		}
		s.say("cli.papers_written", "path", c.Output, "count", len(due))
		return nil
	})
}
