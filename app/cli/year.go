package cli

import (
	"yueping/app"
)

type yearCommand struct {
	Program string `required:"" help:"help.program" placeholder:"KEY"`
	Year    int    `required:"" help:"help.year_flag" placeholder:"2019"`
	Scheme  string `help:"help.scheme" placeholder:"KEY"`
	Output  string `short:"o" required:"" help:"help.output" placeholder:"FILE.xlsx"`
}

func (c yearCommand) Run(s *session) error {
	if c.Output == "" {
		return misuse{s.Text.T("usage.output_needed", "format", "xlsx")}
	}
	return s.with(func(w *app.Workspace) error {
		return w.WriteYear(s.ctx, app.YearRequest{Program: c.Program, Year: c.Year, Scheme: c.Scheme, Path: c.Output})
	})
}
