package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"yueping/app"
	"yueping/models/fault"
)

type cityCommand struct {
	Check  cityCheck  `cmd:"" help:"help.city_check"`
	Load   cityLoad   `cmd:"" help:"help.city_load"`
	Export cityExport `cmd:"" help:"help.city_export"`
}

func cityOnDisk(path string) (fs.FS, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return nil, fault.Wrap(err, "city.no_folder", "path", path)
	}
	return os.DirFS(path), nil
}

type cityCheck struct {
	Dir string `arg:"" help:"help.city_dir"`
}

func (c cityCheck) Run(s *session) (err error) {
	folder, err := cityOnDisk(c.Dir)
	if err != nil {
		return err
	}
	passing, err := os.MkdirTemp("", "yueping-check-")
	if err != nil {
		return fault.Wrap(err, "file.failed", "path", os.TempDir(), "detail", err.Error())
	}
	defer func() { err = errors.Join(err, os.RemoveAll(passing)) }()
	p := s.params()
	p.Folder = passing
	units, programs, err := app.CheckCity(s.ctx, p, folder)
	if err != nil {
		return err
	}
	s.say("cli.city_checked", "path", c.Dir, "units", units, "programs", programs)
	return nil
}

type cityLoad struct {
	Dir    string `arg:"" help:"help.city_dir"`
	DryRun bool   `help:"help.dry_run"`
	Actor  string `help:"help.actor" placeholder:"NAME"`
	Reason string `help:"help.reason" placeholder:"TEXT"`
}

func (c cityLoad) Run(s *session) error {
	folder, err := cityOnDisk(c.Dir)
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		load, err := w.LoadCity(s.ctx, folder, c.DryRun, app.UnitChange{Actor: c.Actor, Reason: c.Reason})
		if err != nil {
			return err
		}
		for _, change := range load.Changes {
			key := "cli.city_change"
			switch {
			case change.Field == "" && change.Old == "":
				key = "cli.city_new"
			case change.Field == "":
				key = "cli.city_gone"
			}
			s.say(key, "program", change.Program, "kind", s.Text.T("entity."+change.Kind), "key", change.Key, "field", change.Field, "old", change.Old, "new", change.New)
		}
		programs, err := w.Programs(s.ctx)
		if err != nil {
			return err
		}
		for _, p := range programs {
			if months := load.Finished[p.Key]; len(months) > 0 {
				s.say("cli.city_finished", "program", p.Name, "months", app.MonthsWords(s.Text, months))
			}
		}
		if len(load.Kept) > 0 {
			s.say("cli.city_kept", "names", joined(load.Kept))
		}
		key := "cli.city_loaded"
		switch {
		case len(load.Changes) == 0:
			key = "cli.city_same"
		case c.DryRun:
			key = "cli.city_preview"
		}
		s.say(key, "count", len(load.Changes))
		return nil
	})
}

type cityExport struct {
	Dir string `arg:"" help:"help.city_dir"`
}

func (c cityExport) Run(s *session) error {
	if err := os.MkdirAll(c.Dir, 0o755); err != nil {
		return fault.Wrap(err, "file.failed", "path", c.Dir, "detail", err.Error())
	}
	return s.with(func(w *app.Workspace) error {
		err := w.ExportCity(s.ctx, c.Dir, func(path string, content []byte) error {
			return app.WriteFile(path, func(out io.Writer) error {
				_, err := out.Write(content)
				return err
			})
		})
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(s.Stdout, s.Text.T("cli.city_exported", "path", c.Dir))
		return err
	})
}
