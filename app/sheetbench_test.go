package app

import (
	"bytes"
	"context"
	"io/fs"
	"testing"

	"yueping/assets"
	"yueping/models/benchtest"
	"yueping/models/month"
)

// BenchmarkRankingPDF makes the PDF of a ranking from an open database, against ranking the month alone.
func BenchmarkRankingPDF(b *testing.B) {
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
