package app

import (
	"context"
	"slices"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/fault"
)

func TestApplyRecordsEachEdit(t *testing.T) {
	w, _ := tiny(t)
	b := batch("due jia 5", "due yi no_data")
	b.Actor, b.Source, b.Reason = "李四", models.SourcePasted, "补报"
	first := applied(t, w, b)
	if first.New != 2 || first.Batch == 0 {
		t.Errorf("%+v", first)
	}
	r := applied(t, w, batch("due jia 0", "due yi", "closed jia 0"))
	if r.New != 1 || r.Changed != 1 || r.Cleared != 1 {
		t.Errorf("%+v", r)
	}
	history, err := w.CellHistory(context.Background(), loaded(t, w, "count", october).Place("due", "jia"), 9)
	if err != nil || len(history) != 2 {
		t.Fatal(history, err)
	}
	now, then := history[0], history[1]
	if then.Actor != "李四" || then.Source != models.SourcePasted || then.Reason != "补报" || !then.At.Equal(noon) || then.Subject != models.SubjectCell ||
		then.OldState != models.NotReported || then.NewState != models.IsNumber || then.NewValue != "5" || then.BatchID != first.Batch {
		t.Errorf("%+v", then)
	}
	if now.Actor != "张三" || now.OldValue != "5" || now.NewValue != "0" || now.OldState != models.IsNumber || now.NewState != models.IsNumber {
		t.Errorf("%+v", now)
	}
}

// 0, no data, not assessed and not reported are four things.
func TestFourStatesSurvive(t *testing.T) {
	w, p := tiny(t)
	applied(t, w, batch("due jia 0", "due yi no_data", "due bing not_assessed", "due xi 5", "level jia 1234567.123456789012"))
	applied(t, w, batch("due xi"))
	for _, v := range []*Workspace{w, again(t, p)} {
		got := []string{at(t, v, "due", "jia"), at(t, v, "due", "yi"), at(t, v, "due", "bing"), at(t, v, "due", "xi"), at(t, v, "level", "jia")}
		if want := []string{"0", "no_data", "not_assessed", "", "1234567.123456789012"}; !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	}
}

func TestUnchangedLeavesNoTrace(t *testing.T) {
	w, _ := tiny(t)
	applied(t, w, batch("due jia 61.0", "due yi no_data"))
	before := everything(t, w)
	r := applied(t, w, batch("due jia 61", "due yi no_data", "closed bing"))
	if r != (Result{Unchanged: 3}) || everything(t, w) != before {
		t.Errorf("%+v", r)
	}
}

func TestCellEditedTwiceInABatch(t *testing.T) {
	for _, c := range []struct {
		name, want string
		lines      []string
		changes    int
	}{
		{"two numbers", "7", []string{"due jia 5", "due jia 7"}, 2},
		{"cleared at last", "", []string{"due jia 5", "due jia"}, 2},
		{"once is enough", "5", []string{"due jia 5", "due jia 5"}, 1},
		{"among many", "2", []string{"due yi 1", "due jia 1", "due bing 1", "due xi 1", "closed jia 1", "closed yi 1", "closed bing 1", "due shi 1", "due jia 2"}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := tiny(t)
			applied(t, w, batch(c.lines...))
			if got := at(t, w, "due", "jia"); got != c.want {
				t.Errorf("%q", got)
			}
			history, err := w.CellHistory(context.Background(), loaded(t, w, "count", october).Place("due", "jia"), 9)
			if err != nil || len(history) != c.changes {
				t.Errorf("%d changes, %v", len(history), err)
			}
			if _, err := w.Undo(context.Background(), "count"); err != nil {
				t.Fatal(err)
			}
			if got := at(t, w, "due", "jia"); got != "" {
				t.Errorf("%q after undoing", got)
			}
		})
	}
}

// A refused batch names every bad cell and leaves nothing behind, its good cells included.
func TestRefusedBatchLeavesNothing(t *testing.T) {
	w, _ := tiny(t)
	applied(t, w, batch("due jia 5"))
	fired := 0
	w.Changed.Listen(func(MonthChanged) { fired++ })
	before := everything(t, w)
	draft := put("due yi")
	draft.Draft = "abc"
	for _, c := range []struct {
		name  string
		edits []Edit
		want  []string
	}{
		{"below", []Edit{put("due jia 7"), put("due yi -1"), draft}, []string{"value.below 乙镇"}},
		{"several", []Edit{put("due yi -1"), put("due bing 1.5"), put("closed yi 1000001"), put("rate yi 1.5")},
			[]string{"value.below 乙镇", "number.too_many_decimals 甲镇", "value.above 乙镇", "value.above 乙镇"}},
		{"derived", []Edit{put("due jia 7"), put("closing_rate jia 1")}, []string{"indicator.derived 结案率"}},
		{"not kept", []Edit{put("closed xi 1"), put("due dong 1")}, []string{"indicator.not_kept 西县", "indicator.not_kept 东县"}},
		{"unknown", []Edit{put("dues jia 1"), put("due nan 1")}, []string{"indicator.unknown dues", "indicator.not_kept nan"}},
		{"a draft of a derived figure", []Edit{{Indicator: "closing_rate", Unit: "jia", Period: october.Whole(), Draft: "x"}}, []string{"indicator.derived 结案率"}},
		{"a bad value behind a draft", []Edit{{Indicator: "due", Unit: "jia", Period: october.Whole(), Draft: "x", Keep: true, Cell: content("-1")}}, []string{"value.below 甲镇"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := w.Apply(context.Background(), Batch{Program: "count", Source: models.SourceTyped, Edits: c.edits})
			faults := fault.All(err)
			if len(faults) != len(c.want) || r != (Result{}) {
				t.Fatalf("%+v, %v", r, err)
			}
			for i, f := range faults {
				code, name, _ := strings.Cut(c.want[i], " ")
				if f.Code != code || !strings.Contains(f.Error(), name) {
					t.Errorf("%v, want %s", f, c.want[i])
				}
			}
			if got := everything(t, w); got != before {
				t.Errorf("%s\nbefore:\n%s", got, before)
			}
		})
	}
	if fired > 0 {
		t.Error("a refused batch fired")
	}
}

func TestUnknownProgram(t *testing.T) {
	w, _ := tiny(t)
	_, err := w.Apply(context.Background(), Batch{Program: "none", Edits: []Edit{put("due jia 1")}})
	refused(t, err, "program.unknown")
}

// Listeners hear of a change when it can be read, and once a month.
func TestSignalsFireAfterTheCommit(t *testing.T) {
	w, p := tiny(t)
	other := again(t, p)
	var heard []MonthChanged
	w.Changed.Listen(func(c MonthChanged) {
		heard = append(heard, c)
		if got := at(t, other, "due", "jia"); got != "5" {
			t.Errorf("another reader sees %q", got)
		}
		if c.Month == october {
			// A listener may write in turn.
			if err := w.SetSetting(context.Background(), "seen", "1"); err != nil {
				t.Error(err)
			}
		}
	})
	b := batch("due jia 5", "due yi 6")
	e := put("due jia 7")
	e.Period = september.Whole()
	b.Edits = append(b.Edits, e)
	applied(t, w, b)
	if want := []MonthChanged{{"count", october}, {"count", september}}; !slices.Equal(heard, want) {
		t.Errorf("%v", heard)
	}
}

func TestBlankActorChangesNothing(t *testing.T) {
	w, _ := tiny(t)
	w.SetActor("  ")
	w.SetActor(" 王五 ")
	w.SetActor("")
	if w.Actor() != "王五" {
		t.Error(w.Actor())
	}
}
