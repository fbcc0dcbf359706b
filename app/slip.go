package app

import (
	"context"
	"slices"

	"yueping/app/sheet"
	"yueping/models/fault"
	"yueping/models/month"
)

// SlipRequest asks for the 反馈单 of a month: what each unit is to confirm before the month is signed off.
type SlipRequest struct {
	Program string
	Month   month.Month
	Units   []string // keys, empty for all that are in a group
	Path    string
	// BothSides begins each slip on a sheet of its own where both sides are printed.
	BothSides bool
}

// WriteSlips writes the slips of a month into one PDF. Faults are those of SlipPages and WriteFile.
func (w *Workspace) WriteSlips(ctx context.Context, r SlipRequest) error {
	pages, err := w.SlipPages(ctx, r)
	if err != nil {
		return err
	}
	return pages.Save(r.Path)
}

// SlipPages lays out a slip a unit, one page each, in the order of the groups and of precedence. Faults are
// those of Month, explain.no_unit, slip.nobody, slip.too_many, and slip.cannot for each that cannot be set.
func (w *Workspace) SlipPages(ctx context.Context, r SlipRequest) (*Printable, error) {
	m, err := w.Month(ctx, r.Program, r.Month)
	if err != nil {
		return nil, err
	}
	units, err := m.slipUnits(r.Units)
	if err != nil {
		return nil, err
	}
	fonts, err := sheet.Embedded()
	if err != nil {
		return nil, err
	}
	s, err := w.slips(ctx, m)
	if err != nil {
		return nil, err
	}
	papers := make([][]sheet.Page, len(units))
	var failed fault.List // with all who are to blame, or the batch would be refused once for each
	for i, unit := range units {
		papers[i], err = s.pages(ctx, unit, fonts)
		switch {
		case fault.CodeOf(err) == "slip.cannot":
			failed = append(failed, fault.All(err)...)
		case err != nil:
			return nil, err
		}
	}
	if err := failed.Err(); err != nil {
		return nil, err
	}
	title := w.text.T("slip.file", "program", m.Program.Name, "month", MonthWords(w.text, m.At))
	return w.printable(title, sheet.Join(r.BothSides, papers...), fonts), nil
}

// slipUnits are the keys of the units asked for, or of all that are in a group, in the order of the groups
// and of precedence.
func (m *Month) slipUnits(wanted []string) ([]string, error) {
	var units []string
	for _, u := range m.Table.Units {
		if slices.Contains(wanted, u.Key) || (len(wanted) == 0 && m.Table.Roster.Group(u.Key) != "") {
			units = append(units, u.Key)
		}
	}
	for _, key := range wanted {
		if !slices.Contains(units, key) {
			return nil, fault.New("explain.no_unit", "unit", m.unitName(key), "program", m.Program.Name, "month", m.At.String())
		}
	}
	switch {
	case len(units) == 0:
		return nil, fault.New("slip.nobody", "program", m.Program.Name, "month", m.At.String())
	case len(units) > mostExplained:
		return nil, fault.New("slip.too_many", "count", len(units), "most", mostExplained)
	}
	return units, nil
}
