package cli

import (
	"fmt"
	"io"
	"strings"

	"yueping/app"
)

type explainCommand struct {
	target
	Unit   []string `required:"" xor:"who" sep:"none" help:"help.explain_unit" placeholder:"NAME"`
	All    bool     `required:"" xor:"who" help:"help.explain_all"`
	County string   `help:"help.county" placeholder:"NAME"`
	Scheme string   `help:"help.explain_scheme" placeholder:"KEY"`
	Format string   `help:"help.format" enum:"text,json,pdf" default:"text"`
	Output string   `short:"o" help:"help.output" placeholder:"FILE"`
}

func (c explainCommand) Run(s *session) error {
	switch {
	case c.Output == "" && c.Format == "pdf":
		return misuse{s.Text.T("usage.output_needed", "format", c.Format)}
	case c.All && c.County != "":
		return misuse{s.Text.T("usage.not_together", "what", "--all、--county")}
	}
	return s.withUnits(c.target, c.Unit, c.County, func(w *app.Workspace, m *app.Month, units []string) error {
		if c.Format == "pdf" {
			return w.WriteExplanation(s.ctx, app.ExplanationRequest{Program: c.Program, Month: m.At, Scheme: c.Scheme, Units: units, Path: c.Output})
		}
		x, err := w.Explainer(s.ctx, m, c.Scheme)
		if err != nil {
			return err
		}
		if units, err = x.Chosen(units); err != nil {
			return err
		}
		return s.out(c.Output, func(out io.Writer) error {
			if c.Format == "json" {
				return s.explainJSON(out, x, units, len(c.Unit) == 1)
			}
			return s.explainText(out, x, units)
		})
	})
}

// explainText prints unit after unit, an empty line between them.
func (s *session) explainText(out io.Writer, x *app.MonthExplainer, units []string) error {
	for i, unit := range units {
		e, err := x.Unit(s.ctx, unit)
		if err != nil {
			return err
		}
		if i > 0 {
			if _, err := fmt.Fprintln(out); err != nil {
				return err
			}
		}
		if err := printExplained(out, app.ExplainLines(s.Text, e)); err != nil {
			return err
		}
	}
	return nil
}

// explainJSON prints the one unit that was asked for, or a list of units.
func (s *session) explainJSON(out io.Writer, x *app.MonthExplainer, units []string, one bool) error {
	list := make([]explained, 0, len(units))
	for _, unit := range units {
		e, err := x.Unit(s.ctx, unit)
		if err != nil {
			return err
		}
		list = append(list, explainedJSON(s.Text, e))
	}
	if one {
		return writeJSON(out, list[0])
	}
	return writeJSON(out, list)
}

// printExplained writes the lines, two columns an indent.
func printExplained(out io.Writer, lines []app.ExplainLine) error {
	for _, l := range lines {
		if _, err := fmt.Fprintln(out, strings.Repeat("  ", l.Level)+l.Text); err != nil {
			return err
		}
	}
	return nil
}
