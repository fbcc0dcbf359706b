package store

import (
	"context"
	"testing"
	"time"

	"yueping/models"
)

func TestImportLayoutIsKeptByItsHeaders(t *testing.T) {
	s := opened(t, file(t))
	first := models.ImportLayout{Program: "p", Fingerprint: "f", Layout: "{}", Used: time.Date(2019, 11, 1, 8, 0, 0, 0, time.UTC)}
	second := first
	second.Layout, second.Used = `{"dash":"no_data"}`, first.Used.AddDate(0, 1, 0)
	for _, row := range []models.ImportLayout{first, second} {
		write(t, s, func(ctx context.Context, tx *Tx) error { return tx.PutImportLayout(ctx, row) })
		got, err := s.ImportLayout(t.Context(), "p", "f")
		if err != nil || got == nil || !got.Used.Equal(row.Used) || got.Layout != row.Layout {
			t.Errorf("%+v, %v, want %+v", got, err, row)
		}
	}
	if got, err := s.ImportLayout(t.Context(), "p", "g"); got != nil || err != nil {
		t.Error(got, err)
	}
}
