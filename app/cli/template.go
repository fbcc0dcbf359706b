package cli

import (
	"yueping/app"
)

type templateCommand struct {
	target
	Group  []string `help:"help.template_group" sep:"none" placeholder:"KEY"`
	Unit   []string `help:"help.template_unit" sep:"none" placeholder:"NAME"`
	County string   `help:"help.county" placeholder:"NAME"`
	Each   string   `help:"help.template_each" enum:"all,group,unit" default:"all"`
	Force  bool     `help:"help.template_force"`
	Output string   `short:"o" required:"" help:"help.template_output" placeholder:"PATH"`
}

func (c templateCommand) Run(s *session) error {
	if c.Output == "" {
		return misuse{s.Text.T("usage.output_needed", "format", "xlsx")}
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
		request := app.TemplateRequest{Program: c.Program, Month: at, Groups: c.Group, Each: app.TemplateEach(c.Each), Path: c.Output, Replace: c.Force}
		if request.Units, err = findUnits(m, c.Unit, c.County); err != nil {
			return err
		}
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
