package cli

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"yueping/app"
	"yueping/models"
	"yueping/models/fault"
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
		u, err := models.NewMatcher(roster.Register(), roster).Find(c.Unit, c.County)
		if err != nil {
			return err
		}
		ind, err := m.Indicator(c.Indicator)
		if err != nil {
			return err
		}
		edit := app.Edit{Indicator: ind.Key, Unit: u.Key, Period: at.Whole()}
		if !c.Clear {
			if refused := app.Kept(roster, ind, u.Key); refused != nil {
				return refused
			}
			cell, bad := readValue(ind, c.Value)
			if bad != nil {
				return bad.With("unit", roster.Name(u.Key))
			}
			if cell.State == models.NotReported {
				return misuse{s.Text.T("usage.value_or_clear")}
			}
			edit.Cell = cell
		}
		old := m.Table.Value(ind.Key, u.Key)
		result, err := w.Apply(s.ctx, app.Batch{Program: m.Program.Key, Source: models.SourceCommand, Actor: c.Actor, Reason: c.Reason, Edits: []app.Edit{edit}})
		if err != nil {
			return err
		}
		key := "cli.set"
		if result.Batch == 0 {
			key = "cli.set_unchanged"
		}
		s.say(key, "unit", app.FullName(roster.Name(u.Key), roster.County(u.Key)), "indicator", ind.Name, "month", app.MonthWords(s.Text, at),
			"old", s.shown(ind, models.Cell{State: old.State, Value: old.Number}), "new", s.shown(ind, edit.Cell))
		return nil
	})
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

type exportCommand struct {
	target
	Output string `short:"o" required:"" help:"help.output" placeholder:"FILE.xlsx"`
}

func (e exportCommand) Run(s *session) error {
	if e.Output == "" {
		return misuse{s.Text.T("usage.output_needed", "format", "xlsx")}
	}
	at, err := e.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		if err := w.WriteExport(s.ctx, e.Program, at, e.Output); err != nil {
			return err
		}
		s.say("cli.written", "path", e.Output)
		return nil
	})
}

type importCommand struct {
	File    string `arg:"" help:"help.import_file"`
	Program string `required:"" help:"help.program" placeholder:"KEY"`
	Month   string `help:"help.import_month" placeholder:"2019-10"`
	DryRun  bool   `help:"help.dry_run"`
	Format  string `help:"help.format" enum:"text,json" default:"text"`
	Actor   string `help:"help.actor" placeholder:"NAME"`
	Reason  string `help:"help.reason" placeholder:"TEXT"`
}

// imported is the JSON of import.
type imported struct {
	Month     string          `json:"month"`
	Values    []importedValue `json:"values"`
	Refused   []refusedValue  `json:"refused"`
	New       int             `json:"new"`
	Changed   int             `json:"changed"`
	Unchanged int             `json:"unchanged"`
	Blank     int             `json:"blank"`
	Stored    bool            `json:"stored"`
}

type importedValue struct {
	Unit      string `json:"unit"`
	County    string `json:"county"`
	Indicator string `json:"indicator"`
	Value     string `json:"value"`
	State     string `json:"state"`
	Sheet     string `json:"sheet"`
	Cell      string `json:"cell"`
}

type refusedValue struct {
	Sheet  string `json:"sheet"`
	Cell   string `json:"cell"`
	Found  string `json:"found"`
	Reason string `json:"reason"`
}

func (c importCommand) Run(s *session) error {
	at, err := monthOr(c.Month, 0)
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		read, err := w.ReadImport(s.ctx, c.Program, at, c.File)
		if err != nil {
			return err
		}
		var refused error
		stored := false
		if !c.DryRun {
			if _, refused = w.StoreImport(s.ctx, read, c.Actor, c.Reason); refused == nil {
				stored = true
			}
		}
		if c.Format == "json" {
			if err := writeJSON(s.Stdout, s.importJSON(read, stored)); err != nil {
				return err
			}
		} else if err := s.printImport(read, stored); err != nil {
			return err
		}
		return refused
	})
}

func (s *session) importJSON(i *app.Import, stored bool) imported {
	result := imported{Month: i.Month.String(), Values: []importedValue{}, Refused: []refusedValue{}, New: i.New, Changed: i.Changed, Unchanged: i.Unchanged, Blank: i.Blank, Stored: stored}
	for _, v := range i.Values {
		value := ""
		if v.Cell.State == models.IsNumber {
			value = v.Cell.Value.String()
		}
		result.Values = append(result.Values, importedValue{v.Name, v.County, v.Indicator.Key, value, string(v.Cell.State), v.Sheet, v.At})
	}
	for _, r := range i.Refused {
		result.Refused = append(result.Refused, refusedValue{r.Sheet, r.At, r.Found, s.Text.Error(r.Reason)})
	}
	return result
}

func (s *session) printImport(i *app.Import, stored bool) error {
	for _, r := range i.Refused {
		s.say("cli.import_refused", "sheet", r.Sheet, "cell", r.At, "found", r.Found, "reason", s.Text.Error(r.Reason))
	}
	key := "cli.import_preview"
	if stored {
		key = "cli.imported"
	}
	_, err := fmt.Fprintln(s.Stdout, s.Text.T(key, "program", i.Program.Name, "month", app.MonthWords(s.Text, i.Month), "file", i.File,
		"new", i.New, "changed", i.Changed, "unchanged", i.Unchanged, "blank", i.Blank, "refused", len(i.Refused)))
	return err
}
