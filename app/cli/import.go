package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"yueping/app"
	"yueping/app/intake"
	"yueping/models/fault"
	"yueping/models/month"
)

type importCommand struct {
	File       string   `arg:"" help:"help.import_file"`
	Program    string   `required:"" help:"help.program" placeholder:"KEY"`
	Month      string   `help:"help.import_month" placeholder:"2019-10"`
	Layout     string   `help:"help.import_layout" placeholder:"FILE.json"`
	Dash       string   `help:"help.import_dash" enum:",no_data,not_assessed,not_reported" default:"" placeholder:"no_data|not_assessed|not_reported"`
	Unit       []string `help:"help.import_unit" sep:"none" placeholder:"NAME=UNIT"`
	Thousandth []string `help:"help.thousandth" placeholder:"KEY"`
	SkipBad    bool     `help:"help.import_skip"`
	Bad        string   `help:"help.import_bad" placeholder:"FILE.xlsx"`
	DryRun     bool     `help:"help.dry_run"`
	Format     string   `help:"help.format" enum:"text,json" default:"text"`
	Actor      string   `help:"help.actor" placeholder:"NAME"`
	Reason     string   `help:"help.reason" placeholder:"TEXT"`
}

func (c importCommand) Run(s *session) error {
	at, err := monthOr(c.Month, 0)
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		read, err := c.read(s, w, app.ImportRequest{Program: c.Program, Month: at, Path: c.File, Thousandths: c.Thousandth})
		if err != nil {
			return err
		}
		if c.Bad != "" && len(read.Refused) > 0 {
			if err := w.WriteRefused(s.ctx, read, c.Bad); err != nil {
				return err
			}
		}
		choice := app.ImportChoice{Actor: c.Actor, Reason: c.Reason}
		if c.SkipBad {
			choice.Off = read.RefusedRows()
		}
		var corrected correction
		if len(read.Refused) == 0 || c.SkipBad {
			corrected = s.corrected(w, read.Program, read.Edits())
		}
		stored := false
		var refused error
		if !c.DryRun {
			_, refused = w.StoreImport(s.ctx, read, choice)
			stored = refused == nil
		}
		if err := c.print(s, w, read, stored, corrected); err != nil {
			return err
		}
		return refused
	})
}

// read reads a file or a folder with what the flags say of it.
func (c importCommand) read(s *session, w *app.Workspace, request app.ImportRequest) (*app.Import, error) {
	layout, err := c.layout(s, w, request.Month)
	if err != nil {
		return nil, err
	}
	request.Layout = layout
	if info, err := os.Stat(c.File); err != nil || !info.IsDir() {
		return w.ReadImport(s.ctx, request)
	}
	return w.ReadImportFolder(s.ctx, request, func(done, total int, file string) {
		fmt.Fprintln(s.Stderr, s.Text.T("cli.import_file", "done", done+1, "total", total, "file", file))
	})
}

// layout is what the flags say, nil for nothing.
func (c importCommand) layout(s *session, w *app.Workspace, at month.Month) (*intake.Layout, error) {
	if c.Layout == "" && c.Dash == "" && len(c.Unit) == 0 {
		return nil, nil
	}
	l := &intake.Layout{Units: map[string]string{}}
	if c.Layout != "" {
		if err := readJSON(c.Layout, l); err != nil {
			return nil, err
		}
	}
	if c.Dash != "" {
		l.Dash = intake.Dash(c.Dash)
	}
	for _, answer := range c.Unit {
		name, unit, said := strings.Cut(answer, "=")
		if !said {
			return nil, misuse{s.Text.T("usage.import_unit", "text", answer)}
		}
		if l.Units == nil {
			l.Units = map[string]string{}
		}
		l.Units[name] = ""
		if unit != "" {
			u, err := w.FindUnit(s.ctx, unit, "", at)
			if err != nil {
				return nil, err
			}
			l.Units[name] = u.Key
		}
	}
	return l, nil
}

// mostLayout bounds a layout's file in bytes.
const mostLayout = 4 << 20

// readJSON reads a file of a layout, or the whole answer of --dry-run --format json that holds one.
func readJSON(path string, into *intake.Layout) error {
	file, err := os.Open(path)
	if err != nil {
		return fault.Wrap(err, "import.layout_unreadable", "path", path)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, mostLayout))
	if err != nil {
		return fault.Wrap(err, "import.layout_unreadable", "path", path)
	}
	var answer struct{ Layout *intake.Layout }
	if err := json.Unmarshal(data, &answer); err == nil && answer.Layout != nil {
		*into = *answer.Layout
		return nil
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fault.Wrap(err, "import.layout_unreadable", "path", path)
	}
	return nil
}

func (c importCommand) print(s *session, w *app.Workspace, read *app.Import, stored bool, corrected correction) error {
	if c.Format == "json" {
		register, err := w.Register(s.ctx)
		if err != nil {
			return err
		}
		result := s.importJSON(read, register, stored)
		result.NoticeChanges = noticeChangesJSON(corrected.changes)
		return writeJSON(s.Stdout, result)
	}
	if err := s.printImport(read, stored); err != nil {
		return err
	}
	s.printCorrection(corrected)
	return nil
}

// roundedShown is how many rounded values are printed one by one.
const roundedShown = 10

func (s *session) printImport(i *app.Import, stored bool) error {
	for _, r := range i.Refused {
		s.say("cli.import_refused", "sheet", r.Sheet, "cell", r.At, "found", r.Found, "reason", s.Text.Error(r.Reason))
	}
	for _, l := range i.Left {
		s.say("cli.import_left", "sheet", l.Sheet, "cell", l.At, "found", l.Found, "reason", s.Text.Error(l.Reason))
	}
	for _, t := range i.Thousandfold {
		s.say("cli.import_thousandfold", "indicator", t.Indicator.Name, "count", t.Count, "sheet", t.Example.Sheet, "cell", t.Example.At, "found", t.Example.Found, "key", t.Indicator.Key)
	}
	for n, r := range i.Rounded {
		if n == roundedShown {
			break
		}
		s.say("cli.import_rounded", "sheet", r.Sheet, "cell", r.At, "unit", app.FullName(r.Name, r.County), "indicator", r.Indicator.Name, "old", r.Found, "new", s.shown(r.Indicator, r.Cell))
	}
	if i.Divided > 0 {
		s.say("cli.import_divided", "count", i.Divided, "rounded", len(i.Rounded))
	}
	if days := i.Days(); days > 0 {
		s.say("cli.import_days", "days", days, "months", len(i.Values)-days)
	}
	if counts := i.RemarkCounts(); len(i.Remarks) > 0 {
		s.say("cli.import_remarks", "new", counts[app.ImportNew], "changed", counts[app.ImportChanged], "unchanged", counts[app.ImportUnchanged])
	}
	key := "cli.import_preview"
	if stored {
		key = "cli.imported"
	}
	_, err := fmt.Fprintln(s.Stdout, s.Text.T(key, "program", i.Program.Name, "month", app.MonthWords(s.Text, i.Month), "file", i.File,
		"new", i.New, "changed", i.Changed, "unchanged", i.Unchanged, "blank", i.Blank, "refused", len(i.Refused)))
	return err
}
