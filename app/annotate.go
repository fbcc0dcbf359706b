package app

import (
	"context"
	"strings"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// Annotations gives places a source, a note, or both, as one step. nil leaves the field as it is, a blank
// text clears it.
type Annotations struct {
	Program      string
	Places       []models.Place
	Source, Note *string
	Actor        string // "" for the workspace's
}

// remark puts texts beside a cell; nil leaves a field as it is.
type remark struct {
	place        models.Place
	source, note *string
}

// clears reports whether nothing but clearing is asked for.
func (r remark) clears() bool {
	return (r.source == nil || *r.source == "") && (r.note == nil || *r.note == "")
}

// Annotate notes where values come from and what else is to be known of them. It refuses what Apply refuses: a
// verified month, and places in which no value can stand. The result counts places.
func (w *Workspace) Annotate(ctx context.Context, a Annotations) (Result, error) {
	p, register, err := w.programAndRegister(ctx, a.Program)
	if err != nil {
		return Result{}, err
	}
	batch := Batch{Program: p.Key, Source: models.SourceTyped, Actor: a.Actor}
	for _, place := range a.Places {
		place.Program = p.Key
		batch.remarks = append(batch.remarks, remark{place, trimmed(a.Source), trimmed(a.Note)})
	}
	check := w.checker(p, register)
	if bad := check.remarks(batch); bad != nil {
		return Result{}, bad
	}
	return w.write(ctx, batch)
}

func trimmed(text *string) *string {
	if text == nil {
		return nil
	}
	s := strings.TrimSpace(*text)
	return &s
}

func (c *checker) remarks(b Batch) error {
	var bad fault.List
	for _, r := range b.remarks {
		i := c.program.Indicator(r.place.Indicator)
		if i == nil {
			bad = append(bad, unknownIndicator(c.program, r.place.Indicator))
			continue
		}
		// What was noted for a unit that has left can still be cleared, as its values can.
		if f := KeptIn(c.roster(r.place.Period.Month), i, r.place.Unit, r.place.Period); f != nil && (i.Derived() || !r.clears()) {
			bad = append(bad, f)
		}
	}
	return bad.Err()
}

// annotations puts the remarks of a batch beside the cells.
func (w *writer) annotations(ctx context.Context, remarks []remark) error {
	before, err := annotationsBefore(ctx, w.tx, remarks)
	if err != nil {
		return err
	}
	var places []models.Place // in the order of the first remark
	now := map[models.Place]models.Annotation{}
	for _, r := range remarks {
		a, again := now[r.place]
		if !again {
			a = before[r.place]
			a.Place = r.place
		}
		old := a
		if r.source != nil {
			a.Source = *r.source
		}
		if r.note != nil {
			a.Note = *r.note
		}
		if a == old {
			w.result.Unchanged++
			continue
		}
		w.result.Changed++
		if !again {
			places = append(places, r.place)
		}
		now[r.place] = a
		w.remarked(r.place, models.SubjectSource, old.Source, a.Source)
		w.remarked(r.place, models.SubjectNote, old.Note, a.Note)
	}
	rows := make([]models.Annotation, len(places))
	for i, place := range places {
		rows[i] = now[place]
	}
	return w.tx.PutAnnotations(ctx, rows)
}

// remarked appends the line of a field that changed.
func (w *writer) remarked(place models.Place, field models.Subject, old, now string) {
	if old == now {
		return
	}
	c := w.line(place, models.Cell{}, "", models.Cell{}, "")
	c.Subject, c.OldValue, c.NewValue = field, old, now
	w.changes = append(w.changes, c)
}

// annotationsBefore reads a place at a time for a few remarks, whole months for many.
func annotationsBefore(ctx context.Context, tx *store.Tx, remarks []remark) (map[models.Place]models.Annotation, error) {
	before := map[models.Place]models.Annotation{}
	seen := map[month.Month]bool{}
	for _, r := range remarks {
		if len(remarks) <= few {
			a, err := tx.Annotation(ctx, r.place)
			if err != nil {
				return nil, err
			}
			if a != nil {
				before[r.place] = *a
			}
			continue
		}
		if seen[r.place.Period.Month] {
			continue
		}
		seen[r.place.Period.Month] = true
		rows, err := tx.MonthAnnotations(ctx, r.place.Program, r.place.Period.Month)
		if err != nil {
			return nil, err
		}
		for _, a := range rows {
			before[a.Place] = a
		}
	}
	return before, nil
}
