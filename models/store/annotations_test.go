package store

import (
	"context"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

func TestAnnotationsSurvive(t *testing.T) {
	path := file(t)
	s := opened(t, path)
	note := func(unit string, period month.Period, source, text string) models.Annotation {
		return models.Annotation{Place: at("a", unit, period), Source: source, Note: text}
	}
	rows := []models.Annotation{note("u1", october.Whole(), "平台", ""), note("u2", october.Day(31), "", "行一\n行二"), note("u3", (october + 1).Whole(), "来文", "x")}
	write(t, s, func(ctx context.Context, tx *Tx) error { return tx.PutAnnotations(ctx, rows) })
	again := opened(t, path)
	got, err := again.MonthAnnotations(t.Context(), "p", october)
	if err != nil || len(got) != 2 || got[0] != rows[0] || got[1] != rows[1] {
		t.Errorf("%+v, %v", got, err)
	}
	write(t, s, func(ctx context.Context, tx *Tx) error {
		return tx.PutAnnotations(ctx, []models.Annotation{note("u1", october.Whole(), "", ""), note("u2", october.Day(31), "电话", "")})
	})
	if one, err := s.Annotation(t.Context(), rows[0].Place); err != nil || one != nil {
		t.Errorf("a blank one stays: %+v, %v", one, err)
	}
	if one, err := s.Annotation(t.Context(), rows[1].Place); err != nil || one == nil || one.Source != "电话" || one.Note != "" {
		t.Errorf("%+v, %v", one, err)
	}
	for indicator, want := range map[string]bool{"a": true, "b": false} {
		if has, err := s.HasAnnotations(t.Context(), "p", indicator); err != nil || has != want {
			t.Errorf("%s: %v, %v", indicator, has, err)
		}
	}
	refused(t, s.Write(t.Context(), func(tx *Tx) error {
		return tx.PutAnnotations(t.Context(), []models.Annotation{note("nobody", october.Whole(), "平台", "")})
	}), "store.failed")
	sane(t, s)
}

func TestControlTotalsSurvive(t *testing.T) {
	path := file(t)
	s := opened(t, path)
	exact := number.MustParse("1234567890123.456789")
	set := func(group string, value *number.Number) {
		write(t, s, func(ctx context.Context, tx *Tx) error {
			return tx.PutControlTotal(ctx, models.ControlTotal{Program: "p", Month: october, Indicator: "a", Group: group, Value: value})
		})
	}
	set("", &exact)
	set("g", new(number.Number))
	got, err := opened(t, path).ControlTotals(t.Context(), "p", october)
	if err != nil || len(got) != 2 || got[0].Value.Cmp(exact) != 0 || got[1].Group != "g" || got[1].Value.Sign() != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	set("", nil)
	if got, err := s.ControlTotals(t.Context(), "p", october); err != nil || len(got) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}

// What a failing disk reports while the file is open.
func TestFaultsOfTheSystem(t *testing.T) {
	for errno, want := range map[syscall.Errno]string{syscall.ENOSPC: "store.full", syscall.EROFS: "store.read_only", syscall.EPERM: "store.read_only", syscall.EIO: "store.failed"} {
		err := translate(sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: errno}, "db")
		if got := fault.CodeOf(err); got != want {
			t.Errorf("%v is %s, want %s", errno, got, want)
		}
	}
}
