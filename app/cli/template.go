package cli

import (
	"yueping/app"
)

type templateCommand struct {
	target
	Group  []string `help:"help.template_group" sep:"none" placeholder:"KEY"`
	Unit   []string `help:"help.units_flag" sep:"none" placeholder:"NAME"`
	County string   `help:"help.county" placeholder:"NAME"`
	Each   string   `help:"help.template_each" enum:"all,group,unit" default:"all"`
	Force  bool     `help:"help.template_force"`
	Output string   `short:"o" required:"" help:"help.template_output" placeholder:"PATH"`
}

func (c templateCommand) Run(s *session) error {
	if c.Output == "" {
		return misuse{s.Text.T("usage.output_needed", "format", "xlsx")}
	}
	return s.withUnits(c.target, c.Unit, c.County, func(w *app.Workspace, m *app.Month, units []string) error {
		request := app.TemplateRequest{Program: c.Program, Month: m.At, Groups: c.Group, Units: units, Each: app.TemplateEach(c.Each), Path: c.Output, Replace: c.Force}
		written, err := w.WriteTemplates(s.ctx, request)
		if err != nil {
			return err
		}
		for _, path := range written.Files {
			s.say("cli.written", "path", path)
		}
		s.say("cli.templates_written", "files", len(written.Files), "units", written.Units)
		return nil
	})
}
