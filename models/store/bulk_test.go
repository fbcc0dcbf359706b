package store

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

// drawn is a made-up observation of the small city.
func drawn(r *rapid.T) models.Observation {
	period := month.Period{Month: october + month.Month(rapid.IntRange(0, 1).Draw(r, "month")), Day: rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(r, "day")}
	content := rapid.SampledFrom([]string{"0", "1", "61.5", "no_data", "not_assessed"}).Draw(r, "content")
	o := observation(at(rapid.SampledFrom([]string{"a", "b"}).Draw(r, "indicator"), rapid.SampledFrom([]string{"u1", "u2", "u3"}).Draw(r, "unit"), period), content)
	o.Version = rapid.IntRange(1, 3).Draw(r, "version")
	return o
}

// Whatever is the same in many rows, each is stored as it is; of two for a place the last stands.
func TestManyObservations(t *testing.T) {
	s := opened(t, file(t))
	rapid.Check(t, func(r *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(drawn), 0, 3*rowsAtOnce).Draw(r, "rows")
		want := map[models.Place]models.Observation{}
		for _, o := range rows {
			want[o.Place] = o
		}
		var places []models.Place
		err := s.Write(context.Background(), func(tx *Tx) error { return tx.PutObservations(context.Background(), rows) })
		if err != nil {
			r.Fatal(err)
		}
		got := map[models.Place]models.Observation{}
		for _, m := range []month.Month{october, october + 1} {
			for day := range 3 {
				stored, err := s.Observations(context.Background(), "p", m.Day(day))
				if err != nil {
					r.Fatal(err)
				}
				for _, o := range stored {
					got[o.Place] = o
					places = append(places, o.Place)
				}
			}
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b number.Number) bool { return a.Cmp(b) == 0 })); diff != "" {
			r.Fatal(diff)
		}
		if err := s.Write(context.Background(), func(tx *Tx) error { return tx.DeleteObservations(context.Background(), places) }); err != nil {
			r.Fatal(err)
		}
		if left := texts(t, s, "SELECT unit FROM observations UNION ALL SELECT unit FROM daily_observations"); len(left) > 0 {
			r.Fatal(left)
		}
	})
}

// Lines of the history come back as they were written, in their order, around the sizes of a statement.
func TestManyChanges(t *testing.T) {
	for _, count := range []int{0, 1, 2, rowsAtOnce - 1, rowsAtOnce, rowsAtOnce + 1, 2*rowsAtOnce + 7} {
		t.Run(fmt.Sprint(count), func(t *testing.T) {
			s := opened(t, file(t))
			batch := models.Batch{At: time.Date(2019, 11, 1, 8, 0, 0, 0, time.UTC), Program: "p"}
			var lines []models.Change
			write(t, s, func(ctx context.Context, tx *Tx) error {
				if err := tx.AddBatch(ctx, &batch); err != nil {
					return err
				}
				for i := range count {
					lines = append(lines, models.Change{BatchID: batch.ID, At: batch.At, Actor: "张三", Source: models.SourceImported, Reason: fmt.Sprint(i % 3), Subject: models.SubjectCell, Program: "p",
						Indicator: "a", Unit: fmt.Sprint("u", i), Period: october.Day(i % 2), OldState: models.NoData, OldDraft: "x", NewState: models.IsNumber, NewValue: fmt.Sprint(i), NewDraft: fmt.Sprint(i / 2)})
				}
				return tx.AddChanges(ctx, lines)
			})
			got, err := s.Changes(t.Context(), batch.ID)
			if err != nil {
				t.Fatal(err)
			}
			for i := range got {
				got[i].ID = 0
			}
			if !slices.Equal(got, lines) {
				t.Error(cmp.Diff(lines, got))
			}
		})
	}
}

// A row that the rules of the tables refuse takes the whole statement with it, and is named as a fault.
func TestManyRowsOrNone(t *testing.T) {
	s := opened(t, file(t))
	rows := append(rowsOf("a", "u1"), observation(at("a", "nobody", october.Whole()), "1"))
	err := s.Write(t.Context(), func(tx *Tx) error { return tx.PutObservations(t.Context(), rows) })
	refused(t, err, "store.failed")
	if left := texts(t, s, "SELECT unit FROM observations"); len(left) > 0 {
		t.Error(left)
	}
}
