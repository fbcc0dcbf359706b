package app

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yueping/models"
	"yueping/models/month"
)

// spot is a cell of the made-up city.
type spot struct {
	indicator, unit string
	month           month.Month
}

// timeline is the model: what the cells held after each step that still stands, and those taken back.
type timeline struct {
	w      *Workspace
	p      Params
	cells  map[spot]string // with drafts behind ~
	past   []map[spot]string
	future []map[spot]string
}

var spots = []spot{{"due", "jia", october}, {"due", "yi", october}, {"closed", "jia", october}, {"due", "jia", september + 2}, {"due", "shi", october}}

// sources are the sources of cells, as if they were cells.
var sources = []spot{{"due#", "jia", october}, {"due#", "yi", october}, {"due#", "jia", september + 2}}

func (m *timeline) read(r *rapid.T, s spot) string {
	loaded, err := m.w.Month(context.Background(), "count", s.month)
	if err != nil {
		r.Fatal(err)
	}
	if indicator, source := strings.CutSuffix(s.indicator, "#"); source {
		return loaded.Annotations[loaded.Place(indicator, s.unit)].Source
	}
	v := loaded.Table.Value(s.indicator, s.unit)
	text := shown(models.Cell{State: v.State, Value: v.Number})
	if d, ok := loaded.Drafts[loaded.Place(s.indicator, s.unit)]; ok {
		text += "~" + d.Text
	}
	return text
}

func (m *timeline) apply(r *rapid.T) {
	b := Batch{Program: "count", Source: models.SourceTyped}
	next := maps.Clone(m.cells)
	changed := false
	for range rapid.SampledFrom([]int{1, 1, 2, 3, 10}).Draw(r, "edits") {
		s := rapid.SampledFrom(spots).Draw(r, "spot")
		e := Edit{Indicator: s.indicator, Unit: s.unit, Period: s.month.Whole()}
		text := rapid.SampledFrom([]string{"", "0", "1", "2", "no_data", "not_assessed", "~x", "~y"}).Draw(r, "content")
		plain, _, _ := cutDraft(next[s])
		if text[min(1, len(text)):] != "" && text[0] == '~' {
			e.Draft, text = text[1:], plain+text
		} else {
			e.Cell = content(text)
		}
		b.Edits = append(b.Edits, e)
		changed = changed || next[s] != text
		next[s] = text
	}
	result, err := m.w.Apply(context.Background(), b)
	if err != nil {
		r.Fatal(err)
	}
	if (result.Batch != 0) != changed {
		r.Fatalf("%+v", result)
	}
	if changed {
		m.past, m.future, m.cells = append(m.past, m.cells), nil, next
	}
}

// annotate gives some cells a source.
func (m *timeline) annotate(r *rapid.T) {
	next := maps.Clone(m.cells)
	text := rapid.SampledFrom([]string{"", "平台", "来文"}).Draw(r, "source")
	a := Annotations{Program: "count", Source: &text}
	for _, s := range sources[:rapid.IntRange(1, len(sources)).Draw(r, "places")] {
		a.Places = append(a.Places, models.Place{Indicator: strings.TrimSuffix(s.indicator, "#"), Unit: s.unit, Period: s.month.Whole()})
		next[s] = text
	}
	result, err := m.w.Annotate(context.Background(), a)
	if err != nil {
		r.Fatal(err)
	}
	changed := slices.ContainsFunc(sources, func(s spot) bool { return next[s] != m.cells[s] })
	if (result.Batch != 0) != changed {
		r.Fatalf("%+v", result)
	}
	if changed {
		m.past, m.future, m.cells = append(m.past, m.cells), nil, next
	}
}

func cutDraft(s string) (plain, draft string, has bool) {
	for i := range s {
		if s[i] == '~' {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

func (m *timeline) turn(r *rapid.T, from, to *[]map[spot]string, do func(context.Context, string) (models.Batch, error), next func(context.Context, string) (*Step, error), nothing string) {
	named, err := next(context.Background(), "count")
	if err != nil || (named == nil) != (len(*from) == 0) {
		r.Fatalf("%v names %+v, %v", nothing, named, err)
	}
	step, err := do(context.Background(), "count")
	if named != nil && named.Batch.ID != step.ID {
		r.Fatalf("%v took step %d, named was %d", nothing, step.ID, named.Batch.ID)
	}
	if len(*from) == 0 {
		if err == nil {
			r.Fatal("turned more steps than there are")
		}
		return
	}
	if err != nil {
		r.Fatal(nothing, err)
	}
	last := len(*from) - 1
	*to = append(*to, m.cells)
	m.cells, *from = (*from)[last], (*from)[:last]
}

func (m *timeline) check(r *rapid.T) {
	for _, s := range append(slices.Clone(spots), sources...) {
		if got := m.read(r, s); got != m.cells[s] {
			r.Fatalf("%v holds %q, want %q", s, got, m.cells[s])
		}
	}
}

// Steps, taking back and bringing again, in any order and over restarts, follow a stack.
func TestUndoFollowsAStack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		p := params(t)
		w, err := Create(context.Background(), p, tinyFiles(t))
		if err != nil {
			r.Fatal(err)
		}
		m := &timeline{w: w, p: p, cells: map[spot]string{}}
		defer func() {
			if err := m.w.Close(); err != nil {
				r.Fatal(err)
			}
		}()
		r.Repeat(map[string]func(*rapid.T){
			"":         m.check,
			"apply":    m.apply,
			"annotate": m.annotate,
			"undo":     func(r *rapid.T) { m.turn(r, &m.past, &m.future, m.w.Undo, m.w.NextUndo, "undo") },
			"redo":     func(r *rapid.T) { m.turn(r, &m.future, &m.past, m.w.Redo, m.w.NextRedo, "redo") },
			"restart": func(r *rapid.T) {
				if err := m.w.Close(); err != nil {
					r.Fatal(err)
				}
				w, err := Open(context.Background(), m.p)
				if err != nil {
					r.Fatal(err)
				}
				m.w = w
			},
		})
	})
}

func TestNothingToTurn(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	_, err := w.Undo(ctx, "count") // the sample's own values are not a clerk's step
	refused(t, err, "undo.nothing")
	_, err = w.Redo(ctx, "count")
	refused(t, err, "redo.nothing")
	applied(t, w, batch("due jia 1"))
	if _, err := w.Undo(ctx, "count"); err != nil {
		t.Fatal(err)
	}
	applied(t, w, batch("due jia 2"))
	_, err = w.Redo(ctx, "count")
	refused(t, err, "redo.nothing")
}

// Undo says who took back what, and can be read in the cell's history.
func TestUndoIsInTheHistory(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	first := applied(t, w, batch("due jia 1"))
	w.SetActor("李四")
	step, err := w.Undo(ctx, "count")
	if err != nil || step.ID != first.Batch {
		t.Fatal(step, err)
	}
	history, err := w.CellHistory(ctx, loaded(t, w, "count", october).Place("due", "jia"), 9)
	if err != nil || len(history) != 2 {
		t.Fatal(history, err)
	}
	if h := history[0]; h.Source != models.SourceUndo || h.Actor != "李四" || h.OldValue != "1" || h.NewState != models.NotReported {
		t.Errorf("%+v", h)
	}
	months, err := w.MonthsWithData(ctx, "count")
	if err != nil || !slices.Equal(months, []month.Month{september}) {
		t.Error(months, err)
	}
}
