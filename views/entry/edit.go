package entry

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/views/grid"
)

// kinds are the sources of the history for the ways in which the grid is worked on.
var kinds = map[grid.EditKind]models.Source{
	grid.Typed: models.SourceTyped, grid.Pasted: models.SourcePasted, grid.Filled: models.SourceFilled, grid.Cleared: models.SourceTyped,
}

// Edit stores all edits as one step of the history, or none of them. Cells that take no edit are left
// out of a block; the signal of the workspace then brings the month anew.
func (s *source) Edit(kind grid.EditKind, edits []grid.Edit) error {
	batch := app.Batch{Program: s.month.Program.Key, Source: kinds[kind]}
	skipped := 0
	for _, e := range edits {
		u, ind := s.units[e.Row], s.columns[e.Col].indicator
		if ind.Derived() || !s.month.Table.Roster.Covers(ind, u.Key) {
			skipped++
			continue
		}
		if kind == grid.Typed && e.Text != "" && strings.TrimSpace(e.Text) == "" {
			// The space that pressed a dialog's button arrives here, too. Clearing takes Delete, or an emptied cell.
			continue
		}
		edit := app.TypedEdit(ind, app.Edit{Indicator: ind.Key, Unit: u.Key, Period: s.month.At.Whole()}, e.Text)
		batch.Edits = append(batch.Edits, edit)
	}
	if len(batch.Edits) > 0 {
		// A single cell is stored in milliseconds; the grid needs the answer before it goes on.
		if _, err := s.kit.Workspace.Apply(context.Background(), batch); err != nil {
			return err
		}
		for _, e := range batch.Edits {
			s.typed[s.month.Place(e.Indicator, e.Unit)] = e
		}
	}
	if skipped > 0 {
		// After the window has heard of the change, and said that it is stored.
		fyne.Do(func() { s.kit.Say(s.kit.T("entry.skipped", "count", skipped)) })
	}
	return nil
}
