package store

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"yueping/models"
)

// listener keeps the statements that gorm runs.
type listener struct {
	logger.Interface
	said []string
}

func (l *listener) LogMode(logger.LogLevel) logger.Interface { return l }

func (l *listener) Trace(_ context.Context, _ time.Time, statement func() (string, int64), _ error) {
	sql, _ := statement()
	l.said = append(l.said, sql)
}

// whole is a table read from one end to the other in a plan of SQLite's.
var whole = regexp.MustCompile(`SCAN (\w+)`)

// unbound is the place of a value in a statement that was prepared for many.
var unbound = regexp.MustCompile(`\?\d*`)

// What is asked for at each commit, at each look at a month and for the names of the next steps goes by a key: it
// takes no longer with years of history than on the first day. Only a batch's own lines are gone through.
func TestCommitsReadNoWholeTable(t *testing.T) {
	s := opened(t, file(t))
	heard := &listener{Interface: logger.Discard}
	s.db = s.db.Session(&gorm.Session{Logger: heard})
	place := at("a", "u1", october.Whole())
	ctx := t.Context()
	err := s.Write(ctx, func(tx *Tx) error {
		batch := models.Batch{Program: "p", Source: models.SourceTyped}
		_, err1 := tx.Month(ctx, "p", october)
		_, err2 := tx.Observation(ctx, place)
		_, err3 := tx.Draft(ctx, place)
		_, err4 := tx.Annotation(ctx, place)
		_, err5 := tx.Observations(ctx, "p", place.Period)
		_, err6 := tx.Drafts(ctx, "p", place.Period)
		for _, err := range []error{err1, err2, err3, err4, err5, err6,
			tx.PutObservations(ctx, rowsOf("a", "u1")), tx.PutDraft(ctx, models.Draft{Place: place, Text: "x"}), tx.DeleteDraft(ctx, place),
			tx.PutAnnotations(ctx, []models.Annotation{{Place: place, Note: "x"}}), tx.PutAnnotations(ctx, []models.Annotation{{Place: place}}),
			tx.AddBatch(ctx, &batch), tx.AddChanges(ctx, []models.Change{{BatchID: batch.ID, Subject: models.SubjectCell, Program: "p"}}),
			tx.DeleteObservations(ctx, []models.Place{place}), tx.MarkUndone(ctx, 1, true)} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err1 := s.LastStep(ctx, "p", false)
	_, err2 := s.LastStep(ctx, "p", true)
	_, err3 := s.StepSize(ctx, 1)
	_, err4 := s.CellChanges(ctx, place, 9)
	_, err5 := s.CellStory(ctx, place, 9)
	_, err6 := s.MonthAnnotations(ctx, "p", october)
	_, err7 := s.MonthDrafts(ctx, "p", october)
	_, err8 := s.ControlTotals(ctx, "p", october)
	_, err9 := s.Changes(ctx, 1)
	_, err10 := s.Imports(ctx, "p")
	_, err11 := s.LaterChanges(ctx, 1)
	_, err12 := s.UndoneBy(ctx, 1)
	_, err13 := s.Unit(ctx, "u1")
	for _, err := range []error{err1, err2, err3, err4, err5, err6, err7, err8, err9, err10, err11, err12, err13} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(heard.said) < 25 {
		t.Fatalf("only %d statements were heard", len(heard.said))
	}
	pool, err := s.db.DB()
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range heard.said {
		rows, err := pool.QueryContext(ctx, "EXPLAIN QUERY PLAN "+unbound.ReplaceAllString(statement, "'x'"))
		if err != nil {
			t.Fatal(statement, err)
		}
		var plan []string
		for rows.Next() {
			var id, parent, unused int
			var detail string
			if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
				t.Fatal(err)
			}
			plan = append(plan, detail)
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
		for _, found := range whole.FindAllStringSubmatch(strings.Join(plan, "\n"), -1) {
			// The lines of one step, grouped, are no table.
			if found[1] != "cells" && found[1] != "CONSTANT" {
				t.Errorf("%s\nreads %s: %q", statement, found[1], plan)
			}
		}
		t.Logf("%.100s: %q", statement, plan)
	}
}
