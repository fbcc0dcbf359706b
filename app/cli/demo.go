package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"yueping/app"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

type demoCommand struct {
	Output string `short:"o" help:"help.demo_output" placeholder:"DIR" default:"yueping-demo"`
}

// Run shows a whole month of every program of the first sample city: rankings and notices on the
// terminal, workbooks, sheets and bulletins in a folder. Without --data the database is a passing one.
func (d demoCommand) Run(s *session) (err error) {
	if !s.given {
		folder, err := os.MkdirTemp("", "yueping-demo-")
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
		s.folder = folder
	}
	if err := os.MkdirAll(d.Output, 0o755); err != nil {
		return fault.Wrap(err, "file.failed", "path", d.Output, "detail", err.Error())
	}
	w, err := s.open()
	if fault.CodeOf(err) == "store.missing" {
		folder, problem := s.cityFolder(s.samples()[0], "")
		if problem != nil {
			return problem
		}
		w, err = app.Create(s.ctx, s.params(), folder)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	programs, err := w.Programs(s.ctx)
	if err != nil {
		return err
	}
	for _, p := range programs {
		if err := d.program(s, w, p); err != nil {
			return err
		}
	}
	s.say("cli.demo_done", "path", d.Output)
	return nil
}

// program shows the newest month of a program.
func (d demoCommand) program(s *session, w *app.Workspace, p *models.Program) error {
	months, err := w.MonthsWithData(s.ctx, p.Key)
	if err != nil || len(months) == 0 {
		return err
	}
	at := months[len(months)-1]
	m, err := w.Month(s.ctx, p.Key, at)
	if err != nil {
		return err
	}
	for i := range p.Schemes {
		if _, holds := p.Schemes[i].At(at); !holds {
			continue
		}
		if err := d.scheme(s, w, m, p.Schemes[i].Key); err != nil {
			return err
		}
	}
	if len(p.Rules) > 0 {
		notices, err := w.MonthNotices(s.ctx, m)
		if err != nil {
			return err
		}
		s.say("cli.blank")
		if err := s.printNotices(s.Stdout, m, notices); err != nil {
			return err
		}
	}
	if p.Wording.Bulletin != "" {
		content, err := w.Bulletin(s.ctx, p.Key, at)
		if err != nil {
			return err
		}
		if len(p.Schemes) == 0 {
			if _, err := io.WriteString(s.Stdout, "\n"+content); err != nil {
				return err
			}
		}
		if err := w.WriteBulletin(s.ctx, p.Key, at, d.path(p.Key, at, "-bulletin.txt")); err != nil {
			return err
		}
	}
	return w.WriteExport(s.ctx, p.Key, at, d.path(p.Key, at, ".xlsx"))
}

func (d demoCommand) scheme(s *session, w *app.Workspace, m *app.Month, scheme string) error {
	r, err := m.Table.Rank(scheme)
	if err != nil {
		return err
	}
	s.say("cli.blank")
	if err := s.printRanking(s.Stdout, &app.Compared{Month: m, Ranking: r}); err != nil {
		return err
	}
	for _, format := range []string{"pdf", "xlsx"} {
		h := app.Handout{Program: m.Program.Key, Month: m.At, Scheme: scheme, Format: format, Path: d.path(m.Program.Key, m.At, "-"+scheme+"."+format)}
		if err := w.WriteRanking(s.ctx, h); err != nil {
			return err
		}
	}
	return nil
}

func (d demoCommand) path(program string, at month.Month, suffix string) string {
	return filepath.Join(d.Output, program+"-"+at.String()+suffix)
}
