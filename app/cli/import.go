package cli

import (
	"fmt"

	"yueping/app"
	"yueping/models"
)

type importCommand struct {
	File       string   `arg:"" help:"help.import_file"`
	Program    string   `required:"" help:"help.program" placeholder:"KEY"`
	Month      string   `help:"help.import_month" placeholder:"2019-10"`
	Thousandth []string `help:"help.thousandth" placeholder:"KEY"`
	DryRun     bool     `help:"help.dry_run"`
	Format     string   `help:"help.format" enum:"text,json" default:"text"`
	Actor      string   `help:"help.actor" placeholder:"NAME"`
	Reason     string   `help:"help.reason" placeholder:"TEXT"`
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
	// The others are there where there is something to say.
	Left         []refusedValue      `json:"left,omitempty"`
	Thousandfold []thousandfoldValue `json:"thousandfold,omitempty"`
	Divided      int                 `json:"divided,omitempty"`
	Rounded      []roundedValue      `json:"rounded,omitempty"`
	// NoticeChanges are the notices that the values change, or would change, where they correct an earlier month.
	NoticeChanges []noticeChange `json:"notice_changes,omitempty"`
}

type importedValue struct {
	Unit      string `json:"unit"`
	County    string `json:"county"`
	Indicator string `json:"indicator"`
	Day       int    `json:"day,omitempty"`
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

// thousandfoldValue is an indicator whose values look given in a unit a thousand times smaller.
type thousandfoldValue struct {
	Indicator string       `json:"indicator"`
	Count     int          `json:"count"`
	Example   refusedValue `json:"example"`
}

// roundedValue is a value that was divided by 1000 and rounded because the clerk said so.
type roundedValue struct {
	importedValue
	Found string `json:"found"`
}

func (c importCommand) Run(s *session) error {
	at, err := monthOr(c.Month, 0)
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		read, err := w.ReadImport(s.ctx, app.ImportRequest{Program: c.Program, Month: at, Path: c.File, Thousandths: c.Thousandth})
		if err != nil {
			return err
		}
		var corrected correction
		if len(read.Refused) == 0 {
			corrected = s.corrected(w, read.Program, read.Edits())
		}
		var refused error
		stored := false
		if !c.DryRun {
			if _, refused = w.StoreImport(s.ctx, read, app.ImportChoice{Actor: c.Actor, Reason: c.Reason}); refused == nil {
				stored = true
			}
		}
		if c.Format == "json" {
			result := s.importJSON(read, stored)
			result.NoticeChanges = noticeChangesJSON(corrected.changes)
			if err := writeJSON(s.Stdout, result); err != nil {
				return err
			}
			return refused
		}
		if err := s.printImport(read, stored); err != nil {
			return err
		}
		if refused == nil {
			s.printCorrection(corrected)
		}
		return refused
	})
}

func (s *session) importJSON(i *app.Import, stored bool) imported {
	result := imported{Month: i.Month.String(), Values: []importedValue{}, Refused: []refusedValue{}, New: i.New, Changed: i.Changed, Unchanged: i.Unchanged, Blank: i.Blank, Stored: stored, Divided: i.Divided}
	for _, v := range i.Values {
		result.Values = append(result.Values, valueJSON(v))
	}
	for _, r := range i.Refused {
		result.Refused = append(result.Refused, s.refusalJSON(r))
	}
	for _, r := range i.Left {
		result.Left = append(result.Left, s.refusalJSON(r))
	}
	for _, t := range i.Thousandfold {
		result.Thousandfold = append(result.Thousandfold, thousandfoldValue{t.Indicator.Key, t.Count, s.refusalJSON(t.Example)})
	}
	for _, r := range i.Rounded {
		result.Rounded = append(result.Rounded, roundedValue{valueJSON(r.ImportValue), r.Found})
	}
	return result
}

func valueJSON(v app.ImportValue) importedValue {
	value := ""
	if v.Cell.State == models.IsNumber {
		value = v.Cell.Value.String()
	}
	return importedValue{v.Name, v.County, v.Indicator.Key, v.Day, value, string(v.Cell.State), v.Sheet, v.At}
}

func (s *session) refusalJSON(r app.ImportRefusal) refusedValue {
	return refusedValue{r.Sheet, r.At, r.Found, s.Text.Error(r.Reason)}
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
	key := "cli.import_preview"
	if stored {
		key = "cli.imported"
	}
	_, err := fmt.Fprintln(s.Stdout, s.Text.T(key, "program", i.Program.Name, "month", app.MonthWords(s.Text, i.Month), "file", i.File,
		"new", i.New, "changed", i.Changed, "unchanged", i.Unchanged, "blank", i.Blank, "refused", len(i.Refused)))
	return err
}
