package cli

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"yueping/app"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

type undoCommand struct {
	Program string `required:"" help:"help.program" placeholder:"KEY"`
	Import  int64  `help:"help.undo_import" placeholder:"N" xor:"which"`
	List    bool   `help:"help.undo_list" xor:"which"`
	Format  string `help:"help.format" enum:"text,json" default:"text"`
}

// importStep is an entry of the JSON of undo --list.
type importStep struct {
	Import int64    `json:"import"`
	At     string   `json:"at"` // RFC 3339
	Actor  string   `json:"actor"`
	File   string   `json:"file"`
	Months []string `json:"months"`
	Values int      `json:"values"`
	Undone bool     `json:"undone"`
}

// undone is the JSON of undo.
type undone struct {
	Step    int64          `json:"step"` // that was taken back
	Source  string         `json:"source"`
	File    string         `json:"file,omitempty"`
	Values  *int           `json:"values,omitempty"` // put back, of an import
	Kept    []keptValue    `json:"kept,omitempty"`
	Aliases []keptSpelling `json:"aliases,omitempty"`
}

type keptValue struct {
	Unit      string `json:"unit"`
	County    string `json:"county"`
	Indicator string `json:"indicator"`
	Month     string `json:"month"`
	Day       int    `json:"day,omitempty"`
	Value     string `json:"value"`
	State     string `json:"state"`
	Draft     string `json:"draft,omitempty"`
	Actor     string `json:"actor"`
	At        string `json:"at"`
}

type keptSpelling struct {
	Unit  string `json:"unit"`
	Alias string `json:"alias"`
}

func (c undoCommand) Run(s *session) error {
	return s.with(func(w *app.Workspace) error {
		switch {
		case c.List:
			return c.list(s, w)
		case c.Import != 0:
			return c.undoImport(s, w)
		}
		step, err := w.Undo(s.ctx, c.Program)
		if err != nil {
			return err
		}
		if c.Format == "json" {
			return writeJSON(s.Stdout, undone{Step: step.ID, Source: string(step.Source), File: step.File})
		}
		s.say("cli.undone", "step", step.ID, "source", s.Text.T("source."+string(step.Source)), "file", step.File, "actor", step.Actor, "at", s.clock(step.At))
		return nil
	})
}

// clock is a moment as it is read at a desk.
func (s *session) clock(at time.Time) string { return at.Local().Format("2006-01-02 15:04") }

func (c undoCommand) list(s *session, w *app.Workspace) error {
	steps, err := w.Imports(s.ctx, c.Program)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		result := []importStep{}
		for _, i := range steps {
			result = append(result, importStep{i.ID, i.At.Format(time.RFC3339), i.Actor, i.File, monthKeys(i.Months), i.Cells, i.Undone})
		}
		return writeJSON(s.Stdout, result)
	}
	if len(steps) == 0 {
		s.say("cli.imports_none")
		return nil
	}
	var header []string
	for _, key := range []string{"import", "time", "actor", "file", "month", "values", "undone"} {
		header = append(header, s.Text.T("column.imports_"+key))
	}
	var rows [][]string
	for _, i := range steps {
		mark := ""
		if i.Undone {
			mark = s.Text.T("imports.undone")
		}
		rows = append(rows, []string{strconv.FormatInt(i.ID, 10), s.clock(i.At), i.Actor, i.File, strings.Join(monthKeys(i.Months), "、"), strconv.Itoa(i.Cells), mark})
	}
	return printTable(s.Stdout, header, rows, func(column int) bool { return column == 0 || column == 5 })
}

func monthKeys(months []month.Month) []string {
	keys := make([]string, len(months))
	for i, m := range months {
		keys[i] = m.String()
	}
	return keys
}

func (c undoCommand) undoImport(s *session, w *app.Workspace) error {
	steps, err := w.Imports(s.ctx, c.Program)
	if err != nil {
		return err
	}
	own := false
	for _, i := range steps {
		own = own || i.ID == c.Import
	}
	if !own {
		return fault.New("undo.no_import", "import", c.Import)
	}
	result, err := w.UndoImport(s.ctx, c.Import)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		err = writeJSON(s.Stdout, undoneJSON(result))
	} else {
		s.printUndone(result)
	}
	if result.Batch == 0 {
		return errors.Join(err, fault.New("undo.all_changed", "file", result.Import.File))
	}
	return err
}

func undoneJSON(u app.ImportUndone) undone {
	result := undone{Step: u.Import.ID, Source: string(u.Import.Source), File: u.Import.File, Values: &u.Back}
	for _, k := range u.Kept {
		value := ""
		if k.Cell.State == models.IsNumber {
			value = k.Cell.Value.String()
		}
		result.Kept = append(result.Kept, keptValue{k.Unit, k.County, k.Place.Indicator, k.Place.Period.Month.String(), k.Place.Period.Day, value, string(k.Cell.State), k.Draft,
			k.Actor, k.At.Format(time.RFC3339)})
	}
	for _, a := range u.Aliases {
		result.Aliases = append(result.Aliases, keptSpelling{a.Unit.Names.Last(), a.Alias})
	}
	return result
}

func (s *session) printUndone(u app.ImportUndone) {
	for _, k := range u.Kept {
		now := s.shown(k.Indicator, k.Cell)
		if k.Draft != "" {
			now = k.Draft
		}
		s.say("cli.undo_kept", "unit", app.FullName(k.Unit, k.County), "indicator", k.Indicator.Name, "period", k.Place.Period.String(), "now", now,
			"actor", k.Actor, "at", s.clock(k.At))
	}
	for _, a := range u.Aliases {
		s.say("cli.undo_alias", "unit", a.Unit.Names.Last(), "alias", a.Alias)
	}
	if u.Batch != 0 {
		s.say("cli.undone_import", "import", u.Import.ID, "file", u.Import.File, "values", u.Back, "kept", len(u.Kept))
	}
}
