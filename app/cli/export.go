package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"yueping/app"
	"yueping/models/fault"
)

type exportCommand struct {
	target
	Output string `short:"o" required:"" help:"help.output" placeholder:"FILE.xlsx"`
	Format string `help:"help.export_format" enum:",xlsx,csv,tsv" default:"" placeholder:"xlsx|csv|tsv"`
	Days   bool   `help:"help.export_days"`
}

func (e exportCommand) Run(s *session) error {
	if e.Output == "" {
		return misuse{s.Text.T("usage.output_needed", "format", "xlsx")}
	}
	at, err := e.month()
	if err != nil {
		return err
	}
	format := e.format()
	if e.Days && format == "xlsx" {
		return fault.New("export.days_alone")
	}
	return s.with(func(w *app.Workspace) error {
		var err error
		if format == "xlsx" {
			err = w.WriteExport(s.ctx, e.Program, at, e.Output)
		} else {
			err = w.WriteTextExport(s.ctx, app.TextExport{Program: e.Program, Month: at, Format: format, Days: e.Days, Path: e.Output})
		}
		if err != nil {
			return err
		}
		s.say("cli.written", "path", e.Output)
		return nil
	})
}

// format is the one asked for, or that of the file's name; a workbook for any other name.
func (e exportCommand) format() string {
	if e.Format != "" {
		return e.Format
	}
	if ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(e.Output)), "."); slices.Contains([]string{"csv", "tsv"}, ending) {
		return ending
	}
	return "xlsx"
}
