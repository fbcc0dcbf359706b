package app

import (
	"bytes"
	"context"
	"testing"

	"yueping/models/benchtest"
	"yueping/models/month"
)

// BenchmarkRankingPDF makes the PDF of a ranking from an open database, against ranking the month alone.
func BenchmarkRankingPDF(b *testing.B) {
	w := sampleCity(b)
	at := month.MustParse("2019-08")
	floor := func() {
		if c, err := w.RankMonth(context.Background(), "township-air", at, ""); err != nil || len(c.Ranking.Groups[0].Rows) != 104 {
			b.Fatal(err)
		}
	}
	benchtest.Ratio(b, floor, func() {
		pages, err := w.RankingPages(context.Background(), Handout{Program: "township-air", Month: at})
		if err != nil {
			b.Fatal(err)
		}
		var out bytes.Buffer
		if err := pages.Write(&out); err != nil || out.Len() < 10_000 {
			b.Fatal(err, out.Len())
		}
	})
}
