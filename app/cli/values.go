package cli

import (
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"yueping/app"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

type initCommand struct {
	Sample string `help:"help.sample" placeholder:"xuchang" xor:"city"`
	City   string `help:"help.city" placeholder:"DIR" xor:"city"`
}

func (i initCommand) Run(s *session) error {
	folder, err := s.cityFolder(i.Sample, i.City)
	if err != nil {
		return err
	}
	w, err := app.Create(s.ctx, s.params(), folder)
	if err != nil {
		return err
	}
	s.say("cli.created", "path", w.Path())
	return w.Close()
}

// cityFolder gives a built-in sample, a folder on disk, or nil for an empty database.
func (s *session) cityFolder(sample, folder string) (fs.FS, error) {
	switch {
	case sample != "":
		found, err := fs.Sub(s.Files, path.Join("cities", sample))
		if err == nil {
			_, err = fs.Stat(found, "units.yaml")
		}
		if err != nil {
			return nil, fault.New("city.unknown_sample", "sample", sample, "allowed", joined(s.samples()))
		}
		return found, nil
	case folder != "":
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			return nil, fault.Wrap(err, "city.no_folder", "path", folder)
		}
		return os.DirFS(folder), nil
	}
	return nil, nil
}

func (s *session) samples() []string {
	var names []string
	entries, err := fs.ReadDir(s.Files, "cities")
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if _, err := fs.Stat(s.Files, path.Join("cities", e.Name(), "units.yaml")); err == nil {
			names = append(names, e.Name())
		}
	}
	return names
}

type setCommand struct {
	target
	Unit      string `required:"" help:"help.unit_flag" placeholder:"NAME"`
	County    string `help:"help.county" placeholder:"NAME"`
	Indicator string `required:"" help:"help.indicator" placeholder:"KEY"`
	Day       *int   `help:"help.day" placeholder:"1-31"`
	Value     string `arg:"" optional:"" help:"help.value"`
	Clear     bool   `help:"help.clear"`
	Actor     string `help:"help.actor" placeholder:"NAME"`
	Reason    string `help:"help.reason" placeholder:"TEXT"`
}

func (c setCommand) Run(s *session) error {
	if c.Clear == (c.Value != "") {
		return misuse{s.Text.T("usage.value_or_clear")}
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
		roster := m.Table.Roster
		u, err := m.FindUnit(c.Unit, c.County)
		if err != nil {
			return err
		}
		ind, err := m.Indicator(c.Indicator)
		if err != nil {
			return err
		}
		period, err := c.period(at)
		if err != nil {
			return err
		}
		edit := app.Edit{Indicator: ind.Key, Unit: u.Key, Period: period}
		if !c.Clear {
			if refused := app.KeptIn(roster, ind, u.Key, period); refused != nil {
				return refused
			}
			cell, bad := readValue(ind.At(period), c.Value)
			if bad != nil {
				return bad.With("unit", roster.Name(u.Key))
			}
			if cell.State == models.NotReported {
				return misuse{s.Text.T("usage.value_or_clear")}
			}
			edit.Cell = cell
		}
		old, err := s.standing(w, m, edit)
		if err != nil {
			return err
		}
		corrected := s.corrected(w, m.Program, []app.Edit{edit})
		result, err := w.Apply(s.ctx, app.Batch{Program: m.Program.Key, Source: models.SourceCommand, Actor: c.Actor, Reason: c.Reason, Edits: []app.Edit{edit}})
		if err != nil {
			return err
		}
		key := "cli.set"
		if result.Batch == 0 {
			key = "cli.set_unchanged"
		}
		s.say(key, "unit", app.FullName(roster.Name(u.Key), roster.County(u.Key)), "indicator", ind.Name, "month", app.PeriodWords(s.Text, period),
			"old", s.shown(ind, old), "new", s.shown(ind, edit.Cell))
		s.printCorrection(corrected)
		return nil
	})
}

// period is the month, or its day where one is named.
func (c setCommand) period(at month.Month) (month.Period, error) {
	switch {
	case c.Day == nil:
		return at.Whole(), nil
	case *c.Day < 1 || *c.Day > at.Days():
		return month.Period{}, fault.New("month.no_day", "month", at.String(), "day", *c.Day)
	}
	return at.Day(*c.Day), nil
}

// standing is what stands where an edit is to go.
func (s *session) standing(w *app.Workspace, m *app.Month, e app.Edit) (models.Cell, error) {
	if e.Period.Day == 0 {
		v := m.Table.Value(e.Indicator, e.Unit)
		return models.Cell{State: v.State, Value: v.Number}, nil
	}
	days, err := w.Days(s.ctx, m)
	if err != nil {
		return models.Cell{}, err
	}
	return days.Value(e.Period.Day, e.Indicator, e.Unit), nil
}

// readValue reads a value of the command line: a state only by its whole word, because one letter of
// a script is more likely a slip.
func readValue(ind *models.Indicator, text string) (models.Cell, *fault.Fault) {
	cell, bad := app.ReadCell(ind, text)
	if bad == nil && cell.State != models.IsNumber && len([]rune(strings.TrimSpace(text))) == 1 {
		return models.Cell{}, fault.New("number.not_a_number", "text", text, "indicator", ind.Name)
	}
	return cell, bad
}

// shown writes a cell for people: a number, 无数据, 不参评 or 未报.
func (s *session) shown(ind *models.Indicator, c models.Cell) string {
	if c.State == models.IsNumber {
		return ind.Shown(c.Value)
	}
	return app.StateWord(s.Text, c.State)
}

type bulletinCommand struct {
	target
	Output string `short:"o" help:"help.output" placeholder:"FILE"`
}

func (b bulletinCommand) Run(s *session) error {
	at, err := b.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		content, err := w.Bulletin(s.ctx, b.Program, at)
		if err != nil {
			return err
		}
		return s.out(b.Output, func(out io.Writer) error {
			_, err := io.WriteString(out, content)
			return err
		})
	})
}
