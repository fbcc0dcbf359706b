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
	return s.withUnits(c.target, c.Unit, c.County, func(w *app.Workspace, m *app.Month, units []string) error {
		return w.WriteSlips(s.ctx, app.SlipRequest{Program: m.Program.Key, Month: m.At, Units: units, Path: c.Output, BothSides: c.BothSides})
	})
}
