package entry

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/views/grid"
	"yueping/views/kit"
)

// kinds are the sources of the history for the ways in which the grid is worked on.
var kinds = map[grid.EditKind]models.Source{
	grid.Typed: models.SourceTyped, grid.Pasted: models.SourcePasted, grid.Filled: models.SourceFilled, grid.Cleared: models.SourceTyped,
}

// Edit stores all edits as one step of the history, or none of them. Cells that take no edit are left
// out of a block; the signal of the workspace then brings the month anew.
func (s *source) Edit(kind grid.EditKind, edits []grid.Edit) error {
	if kind == grid.Pasted && s.prose != nil && len(edits) > 0 && s.prose(edits) {
		return nil
	}
	batch := app.Batch{Program: s.month.Program.Key, Source: kinds[kind]}
	skipped := 0
	for _, e := range edits {
		p, isSpot := s.spot(e.Row, e.Col)
		if !isSpot || p.indicator.Derived() || !s.kept(p) {
			skipped++
			continue
		}
		if kind == grid.Typed && e.Text != "" && strings.TrimSpace(e.Text) == "" {
			// The space that pressed a dialog's button arrives here, too. Clearing takes Delete, or an emptied cell.
			continue
		}
		edit := app.TypedEdit(p.indicator, app.Edit{Indicator: p.indicator.Key, Unit: p.unit.Key, Period: p.period}, e.Text)
		batch.Edits = append(batch.Edits, edit)
	}
	if len(batch.Edits) > 0 {
		// A single cell is stored in milliseconds; the grid needs the answer before it goes on.
		if _, err := s.kit.Workspace.Apply(context.Background(), batch); err != nil {
			return err
		}
		for _, e := range batch.Edits {
			s.took(e)
		}
	}
	if skipped > 0 {
		later(s.kit, s.kit.T("entry.skipped", "count", skipped))
	}
	return nil
}

// later says something after the window has heard of a change, and said that it is stored.
func later(k *kit.Kit, words string) { fyne.Do(func() { k.Say(words) }) }

// took shows at once what was stored. Figures of a day are calculated anew from it, without waiting for
// the month to be read again.
func (s *source) took(e app.Edit) {
	s.typed[models.Place{Program: s.month.Program.Key, Indicator: e.Indicator, Period: e.Period, Unit: e.Unit}] = e
	if e.Period.Day != 0 && e.Draft == "" {
		s.days.Set(e.Period.Day, e.Indicator, e.Unit, e.Cell)
	}
}
