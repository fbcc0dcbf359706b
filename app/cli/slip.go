package cli

import (
	"yueping/app"
)

type slipCommand struct {
	target
	Unit      []string `help:"help.units_flag" sep:"none" placeholder:"NAME"`
	County    string   `help:"help.county" placeholder:"NAME"`
	BothSides bool     `help:"help.both_sides"`
	Output    string   `short:"o" required:"" help:"help.output" placeholder:"FILE.pdf"`
}

func (c slipCommand) Run(s *session) error {
	if c.Output == "" {
		return misuse{s.Text.T("usage.output_needed", "format", "pdf")}
	}
	at, err := c.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		m, err := w.Month(s.ctx, c.Program, at)
		if err != nil {
			return err
		}
		units, err := findUnits(m, c.Unit, c.County)
		if err != nil {
			return err
		}
		return w.WriteSlips(s.ctx, app.SlipRequest{Program: m.Program.Key, Month: at, Units: units, Path: c.Output, BothSides: c.BothSides})
	})
}
