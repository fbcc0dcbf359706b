package app

import (
	"context"
	"image"
	"image/draw"
	"testing"

	"yueping/models/benchtest"
	"yueping/models/month"
)

// A page as wide as a window shows it, against a white one of that size: at most 50 ms.
func BenchmarkPreviewPage(b *testing.B) {
	w := sampleCity(b)
	pages, err := w.RankingPages(context.Background(), Handout{Program: "township-air", Month: month.MustParse("2019-08"), Scheme: "townships"})
	if err != nil {
		b.Fatal(err)
	}
	const dpi = 119
	sight := image.Rect(0, 0, 984, 660)
	benchtest.Ratio(b, func() { draw.Draw(image.NewRGBA(sight), sight, image.White, image.Point{}, draw.Src) }, func() { pages.DrawPart(0, dpi, sight) })
}
