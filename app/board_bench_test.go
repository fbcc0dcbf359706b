package app

import (
	"context"
	"io/fs"
	"testing"

	"yueping/assets"
	"yueping/models/benchtest"
	"yueping/models/month"
)

// BenchmarkSampleBoard makes the sample city's board from the database, against a bare scan of the rows
// of its months.
func BenchmarkSampleBoard(b *testing.B) {
	folder, err := fs.Sub(assets.Files, "cities/xuchang")
	if err != nil {
		b.Fatal(err)
	}
	w, err := Create(context.Background(), benchParams(b), folder)
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	at := month.MustParse("2019-08")
	floor := scanRows(b, w.Path(), "SELECT indicator, unit, state, value FROM observations WHERE program = ?", "township-air")
	benchtest.Ratio(b, floor, func() {
		board, err := w.Board(context.Background(), "township-air", at)
		if err != nil || len(board.Rows) != 113 {
			b.Fatal(err, len(board.Rows))
		}
	})
}
