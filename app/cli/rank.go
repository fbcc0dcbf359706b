package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"yueping/app"
)

type rankCommand struct {
	target
	Scheme  string `help:"help.scheme" placeholder:"KEY"`
	Format  string `help:"help.format" enum:"text,json,xlsx,pdf" default:"text"`
	Output  string `short:"o" help:"help.output" placeholder:"FILE"`
	Compare bool   `help:"help.compare" xor:"columns"`
	Layout  string `help:"help.layout" placeholder:"KEY" xor:"columns"`
}

// format is what is written: what the file's name says where nothing else was asked for.
func (r rankCommand) format() string {
	if ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(r.Output), ".")); r.Format == "text" && (ending == "xlsx" || ending == "pdf") {
		return ending
	}
	return r.Format
}

func (r rankCommand) Run(s *session) error {
	format := r.format()
	if r.Output == "" && (format == "xlsx" || format == "pdf") {
		return misuse{s.Text.T("usage.output_needed", "format", format)}
	}
	if r.Layout != "" && format == "json" {
		return misuse{s.Text.T("usage.not_together", "what", "--layout、--format json")}
	}
	at, err := r.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		h := app.Handout{Program: r.Program, Month: at, Scheme: r.Scheme, Format: format, Path: r.Output, Compare: r.Compare, Layout: r.Layout}
		if format == "xlsx" || format == "pdf" {
			return w.WriteRanking(s.ctx, h)
		}
		if r.Layout != "" {
			f, err := w.FormatTables(s.ctx, h)
			if err != nil {
				return err
			}
			return s.out(r.Output, func(out io.Writer) error { return s.printLineups(out, f.Ranked, f.Lineups) })
		}
		rank := w.RankMonth
		if r.Compare {
			rank = w.CompareRanking
		}
		result, err := rank(s.ctx, r.Program, at, r.Scheme)
		if err != nil {
			return err
		}
		return s.out(r.Output, func(out io.Writer) error {
			if format == "json" {
				return writeJSON(out, s.rankJSON(result))
			}
			return s.printRanking(out, result)
		})
	})
}

func (s *session) printRanking(out io.Writer, c *app.Compared) error {
	return s.printLineups(out, c, app.CompareLineups(s.Text, c))
}

// printLineups writes the tables of a ranking with their notes.
func (s *session) printLineups(out io.Writer, c *app.Compared, lineups []app.Lineup) error {
	m, r := c.Month, c.Ranking
	fmt.Fprintln(out, s.Text.T("cli.rank_title", "program", m.Program.Name, "month", app.MonthWords(s.Text, m.At), "scheme", r.Scheme.Name))
	if mark := m.Mark(s.Text); mark != "" {
		fmt.Fprintln(out, s.Text.T("mark.line", "mark", mark))
	}
	for i, l := range lineups {
		if err := printLineup(out, l); err != nil {
			return err
		}
		for _, note := range l.Notes {
			if i < len(lineups)-1 && slices.Contains(lineups[i+1].Notes, note) {
				continue
			}
			fmt.Fprintln(out, note)
		}
	}
	return nil
}

func writeJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// out writes to a file, or to standard output where none is named.
func (s *session) out(path string, write func(io.Writer) error) error {
	if path == "" {
		return write(s.Stdout)
	}
	return app.WriteFile(path, write)
}
