package cli

import (
	"fmt"

	"yueping/app"
	"yueping/models/fault"
)

type formatCommand struct {
	List   formatList   `cmd:"" help:"help.format_list"`
	Show   formatShow   `cmd:"" help:"help.format_show"`
	Save   formatSave   `cmd:"" help:"help.format_save"`
	Export formatExport `cmd:"" help:"help.format_export"`
	Delete formatDelete `cmd:"" help:"help.format_delete"`
}

// formatOf is the program whose formats a command is about.
type formatOf struct {
	Program string `required:"" help:"help.program" placeholder:"KEY"`
}

type formatList struct{ formatOf }

func (c formatList) Run(s *session) error {
	return s.with(func(w *app.Workspace) error {
		formats, err := w.Formats(s.ctx, c.Program)
		if err != nil {
			return err
		}
		rows := make([][]string, len(formats))
		for i, f := range formats {
			kind := "cli.format_own"
			if app.Shipped(f.Key) {
				kind = "cli.format_shipped"
			}
			rows[i] = []string{f.Key, s.Text.T(kind), f.Name}
		}
		header := []string{s.Text.T("column.format_key"), s.Text.T("column.format_kind"), s.Text.T("column.unit_name")}
		return printTable(s.Stdout, header, rows, func(int) bool { return false })
	})
}

type formatShow struct {
	formatOf
	Key string `arg:"" help:"help.format_key"`
}

func (c formatShow) Run(s *session) error {
	return s.with(func(w *app.Workspace) error {
		f, err := w.Format(s.ctx, c.Program, c.Key)
		if err != nil {
			return err
		}
		fmt.Fprintln(s.Stdout, f.Name)
		return writeJSON(s.Stdout, f.Terms)
	})
}

type formatSave struct {
	formatOf
	File    string `arg:"" help:"help.format_file"`
	Replace bool   `help:"help.format_replace"`
	by
}

func (c formatSave) Run(s *session) error {
	return s.with(func(w *app.Workspace) error {
		f, err := w.ReadFormat(s.ctx, c.Program, c.File)
		if err != nil {
			return err
		}
		if c.Replace {
			switch same, err := w.Format(s.ctx, c.Program, f.Name); {
			case err == nil:
				f.Key = same.Key
			case fault.CodeOf(err) != "format.unknown":
				return err
			}
		}
		if f, err = w.SaveFormat(s.ctx, f, c.change()); err != nil {
			return err
		}
		s.say("cli.format_saved", "name", f.Name, "key", f.Key)
		return nil
	})
}

type formatExport struct {
	formatOf
	Key    string `arg:"" help:"help.format_key"`
	Output string `short:"o" required:"" help:"help.output" placeholder:"FILE"`
}

func (c formatExport) Run(s *session) error {
	return s.with(func(w *app.Workspace) error {
		f, err := w.Format(s.ctx, c.Program, c.Key)
		if err != nil {
			return err
		}
		if err := w.WriteFormat(s.ctx, c.Program, f.Key, c.Output); err != nil {
			return err
		}
		s.say("cli.format_exported", "name", f.Name, "path", c.Output)
		return nil
	})
}

type formatDelete struct {
	formatOf
	Key string `arg:"" help:"help.format_key"`
	by
}

func (c formatDelete) Run(s *session) error {
	return s.with(func(w *app.Workspace) error {
		f, err := w.Format(s.ctx, c.Program, c.Key)
		if err != nil {
			return err
		}
		if err := w.DeleteFormat(s.ctx, c.Program, f.Key, c.change()); err != nil {
			return err
		}
		s.say("cli.format_deleted", "name", f.Name)
		return nil
	})
}

// by says who changes something that holds in every month, and why.
type by struct {
	Actor  string `help:"help.actor" placeholder:"NAME"`
	Reason string `help:"help.reason" placeholder:"TEXT"`
}

func (b by) change() app.UnitChange { return app.UnitChange{Actor: b.Actor, Reason: b.Reason} }
