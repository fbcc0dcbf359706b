package store

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

func rowsOf(indicator, unit string) []models.Observation {
	return []models.Observation{observation(at(indicator, unit, october.Whole()), "1")}
}

func TestStatesSurvive(t *testing.T) {
	path := file(t)
	s := opened(t, path)
	contents := map[string]string{"u1": "0", "u2": "no_data", "u3": "not_assessed"}
	for unit, c := range contents {
		enter(t, s, observation(at("a", unit, october.Whole()), c))
	}
	enter(t, s, observation(at("b", "u1", october.Whole()), "-1234567890123.456789"))
	again := opened(t, path)
	for unit, c := range contents {
		o, err := again.Observation(t.Context(), at("a", unit, october.Whole()))
		if err != nil || o == nil {
			t.Fatalf("%v, %v", o, err)
		}
		want := observation(at("a", unit, october.Whole()), c)
		if !o.Cell().Equal(want.Cell()) || o.Place != want.Place || (o.Value == nil) != (want.Value == nil) {
			t.Errorf("%s came back as %+v", c, o)
		}
	}
	if o, err := again.Observation(t.Context(), at("b", "u3", october.Whole())); err != nil || o != nil {
		t.Errorf("what was not reported came back as %+v, %v", o, err)
	}
	seen := map[string]models.Cell{}
	err := again.EachObservation(t.Context(), "p", october.Whole(), func(indicator, unit string, cell models.Cell) { seen[indicator+unit] = cell })
	if err != nil || len(seen) != 4 || seen["au1"].State != models.IsNumber || seen["au2"].State != models.NoData ||
		seen["au3"].State != models.NotAssessed || seen["bu1"].Value.String() != "-1234567890123.456789" {
		t.Errorf("%v, %v", seen, err)
	}
}

// What the columns do not allow: a number without a value, a state with one, a state that is none.
func TestImpossibleCellsAreRefused(t *testing.T) {
	s := opened(t, file(t))
	n := number.FromInt(1)
	place := at("a", "u1", october.Whole())
	for name, o := range map[string]models.Observation{
		"a number without a value": {Place: place, State: models.IsNumber},
		"无数据 with a value":         {Place: place, State: models.NoData, Value: &n},
		"not reported":             {Place: place, State: models.NotReported},
		"another state":            {Place: place, State: "perhaps"},
	} {
		t.Run(name, func(t *testing.T) {
			err := s.Write(t.Context(), func(tx *Tx) error { return tx.PutObservations(t.Context(), []models.Observation{o}) })
			refused(t, err, "store.failed")
		})
	}
}

func TestCellIsReplaced(t *testing.T) {
	s := opened(t, file(t))
	place := at("a", "u1", october.Whole())
	for version, c := range []string{"5", "0", "no_data", "61.5", "not_assessed"} {
		o := observation(place, c)
		o.Version = version + 1
		enter(t, s, o)
		got, err := s.Observation(t.Context(), place)
		if err != nil || !got.Cell().Equal(o.Cell()) || got.Version != version+1 {
			t.Fatalf("%s: %+v, %v", c, got, err)
		}
	}
	write(t, s, func(ctx context.Context, tx *Tx) error { return tx.DeleteObservations(ctx, []models.Place{place}) })
	if got, err := s.Observation(t.Context(), place); got != nil || err != nil {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestNumbersSurvive(t *testing.T) {
	s := opened(t, file(t))
	place := at("a", "u1", october.Whole())
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringMatching(`-?[0-9]{1,10}(\.[0-9]{1,9})?`).Draw(rt, "number")
		o := observation(place, text)
		enter(t, s, o)
		got, err := s.Observation(t.Context(), place)
		if err != nil || got.Value.Cmp(*o.Value) != 0 {
			rt.Fatalf("%s came back as %+v, %v", text, got, err)
		}
	})
	if kinds := texts(t, s, "SELECT DISTINCT typeof(value) FROM observations"); !slices.Equal(kinds, []string{"text"}) {
		t.Errorf("stored as %v", kinds)
	}
}

func TestManyCellsAtOnce(t *testing.T) {
	s := opened(t, file(t))
	var rows []models.Observation
	for day := 1; day <= 31; day++ {
		for m := range month.Month(20) {
			for _, unit := range []string{"u1", "u2", "u3"} {
				rows = append(rows, observation(at("a", unit, month.Period{Month: october + m, Day: day}), "1"))
			}
		}
	}
	enter(t, s, rows...)
	enter(t, s, rows...)
	enter(t, s, observation(at("a", "u1", october.Whole()), "2"))
	if n := texts(t, s, "SELECT (SELECT count(*) FROM daily_observations) || ' ' || (SELECT count(*) FROM observations)"); n[0] != "1860 1" {
		t.Errorf("%s rows", n)
	}
	days := map[int]int{}
	if err := s.EachDay(t.Context(), "p", october, func(day int, _, _ string, _ models.Cell) { days[day]++ }); err != nil {
		t.Fatal(err)
	}
	if len(days) != 31 || days[1] != 3 || days[31] != 3 {
		t.Errorf("%v", days)
	}
	if months, err := s.MonthsWithData(t.Context(), "p"); err != nil || len(months) != 20 {
		t.Errorf("%v, %v", months, err)
	}
	got, err := s.Observations(t.Context(), "p", month.Period{Month: october, Day: 5})
	if err != nil || len(got) != 3 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestProgramSurvives(t *testing.T) {
	s := opened(t, file(t))
	programs, err := s.Programs(t.Context())
	if err != nil || len(programs) != 1 {
		t.Fatalf("%v, %v", programs, err)
	}
	p := programs[0]
	p.Indicators[1].Min = new(number.Number)
	p.Indicators[1].Formulas = month.Dated[string]{{Value: "a"}, {From: october, Value: "a + 1"}}
	write(t, s, func(ctx context.Context, tx *Tx) error { return tx.PutProgram(ctx, p) })
	again, err := s.Programs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(p, again[0], cmp.Comparer(func(a, b number.Number) bool { return a.Cmp(b) == 0 })); diff != "" {
		t.Error(diff)
	}
	if min := again[0].Indicators[1].Min; min == nil || min.Sign() != 0 || again[0].Indicators[0].Min != nil {
		t.Error("a bound of 0 is a bound")
	}
}

func TestDraftsMonthsAndSettings(t *testing.T) {
	s := opened(t, file(t))
	place, day := at("a", "u1", october.Whole()), at("a", "u2", month.Period{Month: october + 1, Day: 3})
	write(t, s, func(ctx context.Context, tx *Tx) error {
		for _, d := range []models.Draft{{Place: place, Text: "61,5"}, {Place: place, Text: "六十"}, {Place: day, Text: "x"}} {
			if err := tx.PutDraft(ctx, d); err != nil {
				return err
			}
		}
		return tx.PutSetting(ctx, "actor", "李")
	})
	enter(t, s, observation(at("b", "u1", (october-1).Whole()), "1"))
	draft, err1 := s.Draft(t.Context(), place)
	drafts, err2 := s.Drafts(t.Context(), "p", october.Whole())
	if err1 != nil || err2 != nil || draft.Text != "六十" || len(drafts) != 1 {
		t.Errorf("%v %v, %v %v", draft, err1, drafts, err2)
	}
	months, err := s.MonthsWithData(t.Context(), "p")
	if err != nil || !slices.Equal(months, []month.Month{october - 1, october, october + 1}) {
		t.Errorf("%v, %v", months, err)
	}
	write(t, s, func(ctx context.Context, tx *Tx) error { return tx.DeleteDraft(ctx, place) })
	if draft, err := s.Draft(t.Context(), place); draft != nil || err != nil {
		t.Errorf("%v, %v", draft, err)
	}
	for key, want := range map[string]string{"actor": "李", "never set": ""} {
		if got, err := s.Setting(t.Context(), key); got != want || err != nil {
			t.Errorf("%s is %q, %v", key, got, err)
		}
	}
	record, err := s.Month(t.Context(), "p", october)
	if err != nil || record.Status != models.Entering {
		t.Errorf("%+v, %v", record, err)
	}
	record.Status, record.MadeUp = models.Verified, true
	write(t, s, func(ctx context.Context, tx *Tx) error { return tx.PutMonth(ctx, record) })
	if got, err := s.Month(t.Context(), "p", october); err != nil || got != record {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestHistory(t *testing.T) {
	s := opened(t, file(t))
	ctx := t.Context()
	place := at("a", "u1", october.Whole())
	step := func(source models.Source, subject models.Subject, undoes int64) int64 {
		b := models.Batch{At: time.Date(2019, 11, 1, 8, 0, 0, 0, time.UTC), Actor: "李", Source: source, Program: "p", Undoes: undoes}
		write(t, s, func(ctx context.Context, tx *Tx) error {
			if err := tx.AddBatch(ctx, &b); err != nil {
				return err
			}
			return tx.AddChanges(ctx, []models.Change{{BatchID: b.ID, At: b.At, Source: source, Subject: subject, Program: "p",
				Indicator: place.Indicator, Unit: place.Unit, Period: place.Period, NewState: models.IsNumber, NewValue: "1"}})
		})
		return b.ID
	}
	last := func(undone bool) int64 {
		b, err := s.LastStep(ctx, "p", undone)
		if err != nil {
			t.Fatal(err)
		}
		if b == nil {
			return 0
		}
		return b.ID
	}
	undo := func(id int64) {
		write(t, s, func(ctx context.Context, tx *Tx) error { return tx.MarkUndone(ctx, id, true) })
		step(models.SourceUndo, models.SubjectCell, id)
	}
	step(models.SourceSample, models.SubjectCell, 0)
	if last(false) != 0 || last(true) != 0 {
		t.Error("a sample is no step to take back")
	}
	first, second := step(models.SourceTyped, models.SubjectCell, 0), step(models.SourcePasted, models.SubjectCell, 0)
	step(models.SourceTyped, models.SubjectMonth, 0)
	if last(false) != second {
		t.Errorf("the last step is %d", last(false))
	}
	undo(second)
	undo(first)
	if last(false) != 0 || last(true) != first {
		t.Errorf("to take back %d, to bring back %d", last(false), last(true))
	}
	step(models.SourceTyped, models.SubjectCell, 0)
	if last(true) != 0 {
		t.Error("nothing can be brought back after a new step")
	}
	lines, err := s.CellChanges(ctx, place, 3)
	if err != nil || len(lines) != 3 || lines[0].ID < lines[1].ID || !lines[0].At.Equal(time.Date(2019, 11, 1, 8, 0, 0, 0, time.UTC)) {
		t.Errorf("%+v, %v", lines, err)
	}
	status, err := s.MonthChanges(ctx, "p", october)
	if err != nil || len(status) != 1 {
		t.Errorf("%+v, %v", status, err)
	}
	batch, err := s.Batch(ctx, first)
	if err != nil || batch.Actor != "李" || !batch.Undone {
		t.Errorf("%+v, %v", batch, err)
	}
	if none, err := s.Batch(ctx, 9999); none != nil || err != nil {
		t.Errorf("%+v, %v", none, err)
	}
	if rows, err := s.Changes(ctx, second); err != nil || len(rows) != 1 || rows[0].Period != place.Period {
		t.Errorf("%+v, %v", rows, err)
	}
}
