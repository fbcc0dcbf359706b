package sheet

import (
	"image"
	paint "image/draw"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"yueping/models/benchtest"
)

func BenchmarkNewFonts(b *testing.B) {
	var files [4][]byte
	for i, name := range []string{"NotoSerifSC-Bold", "NotoSerifSC-Regular", "NotoSansSC-Bold", "NotoSansSC-Regular"} {
		data, err := os.ReadFile(filepath.Join(fontDir, name+".ttf"))
		if err != nil {
			b.Fatal(err)
		}
		files[i] = data
	}
	for b.Loop() {
		if _, err := NewFonts(FontFiles{files[0], files[1], files[2], files[3]}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmark(b *testing.B, doc Document) {
	fonts := testFonts(b)
	b.ReportAllocs()
	for b.Loop() {
		pages, err := Layout(doc, fonts)
		if err != nil {
			b.Fatal(err)
		}
		if err := WritePDF(io.Discard, pages, fonts, sampleMeta); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRankingSheet(b *testing.B) { benchmark(b, rankingSheet(b)) }

// BenchmarkWholeCountry is a sheet of 40,000 rows.
func BenchmarkWholeCountry(b *testing.B) {
	doc := rankingSheet(b)
	rows := &doc.Sections[0].Table.Rows
	*rows = slices.Repeat(*rows, 40_000/len(*rows)+1)[:40_000]
	benchmark(b, doc)
}

// BenchmarkPreview draws a full page as a window shows it, against filling as many dots.
func BenchmarkPreview(b *testing.B) {
	fonts := testFonts(b)
	page := layoutOf(b, rankingSheet(b))[1]
	size := Draw(page, fonts, 96).Rect
	benchtest.Ratio(b, func() { paint.Draw(image.NewRGBA(size), size, image.White, image.Point{}, paint.Src) }, func() { Draw(page, fonts, 96) })
}
