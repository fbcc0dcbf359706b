package entry

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/grid"
	"yueping/views/kit"
)

// prose is a text such as 甲镇540件、乙镇168件 that was pasted for an indicator, and what it would put where.
type prose struct {
	indicator *models.Indicator
	period    month.Period
	lines     []proseLine
}

// proseLine is a piece of the text.
type proseLine struct {
	app.TextValue
	old   models.Cell
	draft string // that stands in the cell
	take  bool
}

// taken reports whether a piece is to be stored.
func (l *proseLine) taken() bool { return l.take && l.Fault == nil && !l.same() }

// same reports whether the value stands there already.
func (l *proseLine) same() bool { return l.Fault == nil && l.draft == "" && l.old.Equal(l.Cell) }

// tellProse takes a paste that is no table but a text which names units with values: it is shown before
// anything is stored. It reports whether it did; all else is pasted as it stands.
func (s *Screen) tellProse(edits []grid.Edit) bool {
	first, isSpot := s.source.spot(edits[0].Row, edits[0].Col)
	text := fyne.CurrentApp().Clipboard().Content()
	block := grid.ParseTSV(text)
	if !isSpot || first.indicator.Derived() || s.loaded.month.Locked() || s.verbatim ||
		len(block) == 0 || block[0][0] != edits[0].Text || !columnOfWords(block, first.indicator) {
		return false
	}
	p := s.readProse(first, text)
	if p == nil {
		return false
	}
	s.prosing = true
	newProseDialog(s, p, edits).show()
	return true
}

// columnOfWords reports whether a block is one column wide and not all of it are values.
func columnOfWords(block [][]string, i *models.Indicator) bool {
	words := false
	for _, row := range block {
		if len(row) != 1 {
			return false
		}
		if _, bad := app.ReadCell(i, row[0]); bad != nil {
			words = true
		}
	}
	return words
}

// readProse reads a text for the indicator and the period of a cell; nil where it names no unit.
func (s *Screen) readProse(at spot, text string) *prose {
	p := &prose{indicator: at.indicator, period: at.period}
	named := false
	for _, v := range s.loaded.month.ParseValues(at.indicator, at.period, text) {
		l := proseLine{TextValue: v, take: v.Fault == nil}
		if v.Unit != nil {
			named = true
			if to := (spot{v.Unit, at.indicator, at.period}); s.source.kept(to) {
				l.old, l.draft = s.source.content(to)
			}
		}
		p.lines = append(p.lines, l)
	}
	if !named {
		return nil
	}
	return p
}

// batch is what is to be stored, as one step. A value that somebody changed while it was looked at is
// not written over.
func (p *prose) batch(program string) app.Batch {
	b := app.Batch{Program: program, Source: models.SourcePasted}
	for i := range p.lines {
		if l := &p.lines[i]; l.taken() {
			old := l.old
			b.Edits = append(b.Edits, app.Edit{Indicator: p.indicator.Key, Unit: l.Unit.Key, Period: p.period, Cell: l.Cell, Was: &old})
		}
	}
	return b
}

// counts are how many pieces are units' values, are to be stored, would change a value, and were refused.
func (p *prose) counts() (read, take, changed, refused int) {
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case l.Fault != nil:
			refused++
			continue
		case l.taken():
			take++
			if l.old.State != models.NotReported || l.draft != "" {
				changed++
			}
		}
		read++
	}
	return read, take, changed, refused
}

// storeProse stores what was chosen, and says so.
func (s *Screen) storeProse(p *prose) {
	kit.Background(s.kit, func(ctx context.Context) (app.Result, error) {
		return s.kit.Workspace.Apply(ctx, p.batch(s.loaded.month.Program.Key))
	}, func(app.Result) {
		_, take, _, _ := p.counts()
		s.kit.Say(s.kit.T("prose.done", "indicator", p.indicator.Name, "count", take))
		s.toGrid()
	})
}

// pasteVerbatim pastes a text into its cells as it stands: it becomes a draft there.
func (s *Screen) pasteVerbatim(edits []grid.Edit) {
	s.verbatim = true
	defer func() { s.verbatim = false }()
	if err := s.source.Edit(grid.Pasted, edits); err != nil {
		s.kit.Fail(err)
	}
	s.grid.RefreshCells()
}

// inOneLine is a text of several lines on one.
func inOneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
