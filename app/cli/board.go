package cli

import (
	"fmt"
	"io"
	"strings"

	"yueping/app"
)

type boardCommand struct {
	target
	Unit   []string `help:"help.units_flag" sep:"none" placeholder:"NAME"`
	County string   `help:"help.county" placeholder:"NAME"`
	Earned bool     `help:"help.only_earned"`
	Risk   bool     `help:"help.only_risk"`
	Format string   `help:"help.format" enum:"text,json,pdf" default:"text"`
	Output string   `short:"o" help:"help.output" placeholder:"FILE"`
}

func (c boardCommand) Run(s *session) error {
	if c.Output == "" && c.Format == "pdf" {
		return misuse{s.Text.T("usage.output_needed", "format", c.Format)}
	}
	at, err := c.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		b, err := w.Board(s.ctx, c.Program, at)
		if err != nil {
			return err
		}
		filter := app.BoardFilter{Earned: c.Earned, Risk: c.Risk}
		if filter.Units, err = findUnits(b.Month, c.Unit, c.County); err != nil {
			return err
		}
		if len(c.Unit) == 0 {
			filter.County = c.County
		}
		if c.Format == "pdf" {
			return w.WriteBoard(s.ctx, c.Program, at, filter, c.Output)
		}
		return s.out(c.Output, func(out io.Writer) error {
			if c.Format == "json" {
				return writeJSON(out, boardJSONOf(b, filter))
			}
			return s.printBoard(out, w, b, filter)
		})
	})
}

func (s *session) printBoard(out io.Writer, w *app.Workspace, b *app.Board, filter app.BoardFilter) error {
	m := b.Month
	fmt.Fprintln(out, s.Text.T("cli.notices_title", "program", m.Program.Name, "month", app.MonthWords(s.Text, m.At)))
	if mark := m.Mark(s.Text); mark != "" {
		fmt.Fprintln(out, s.Text.T("mark.line", "mark", mark))
	}
	if len(m.Program.Rules) == 0 {
		fmt.Fprintln(out, s.Text.T("notice.no_rules", "program", m.Program.Name))
		return nil
	}
	fmt.Fprintln(out, w.BoardSpan(b))
	for _, section := range w.BoardLines(b, filter) {
		if section.Heading != "" {
			fmt.Fprintf(out, "\n%s\n", section.Heading)
		}
		words := map[int]bool{}
		for i, column := range section.Columns {
			words[i] = column.Words
		}
		if err := printTable(out, section.Titles(), section.Rows, func(i int) bool { return !words[i] }); err != nil {
			return err
		}
	}
	fmt.Fprintln(out, strings.Join(w.BoardNotes(b), "\n"))
	return nil
}
