package app

import (
	"context"
	"testing"

	"yueping/models/benchtest"
	"yueping/models/month"
)

// BenchmarkSampleBoard makes the sample city's board from the database, against a bare scan of the rows
// of its months.
func BenchmarkSampleBoard(b *testing.B) {
	w := sampleCity(b)
	at := month.MustParse("2019-08")
	floor := scanRows(b, w.Path(), "SELECT indicator, unit, state, value FROM observations WHERE program = ?", "township-air")
	benchtest.Ratio(b, floor, func() {
		board, err := w.Board(context.Background(), "township-air", at)
		if err != nil || len(board.Rows) != 113 {
			b.Fatal(err, len(board.Rows))
		}
	})
}
