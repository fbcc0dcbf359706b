package grid

import (
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// With -grid.rewrite the pictures in testdata are made anew; look at them.
var rewrite = flag.Bool("grid.rewrite", false, "write testdata/*.png anew")

// scene is a grid that has a bit of everything.
func scene() *table {
	src := newTable(40, 7).fill(
		[]string{"98.43", "12", "七十", "103", "良", "河街乡", "1,204"},
		[]string{"97.10", "8", "66.5", "", "优", "椹涧乡", "988"},
		[]string{"", "15", "70.12", "99", "轻度污染", "长村张乡", "1,110"})
	captions := []string{"录入指标/空气", "录入指标/空气", "录入指标/水", "录入指标/水", "", "", "计算"}
	for i, c := range captions {
		src.columns[i].Caption = c
	}
	src.columns[4].Swatches, src.columns[4].Align, src.columns[5].Align = true, fyne.TextAlignLeading, fyne.TextAlignLeading
	src.columns[0].Kind, src.columns[5].Kind = &Number{Decimals: 2}, towns
	src.columns[6].ReadOnly = true
	src.columns[0].Title = "优良天数比例\n（%）"
	for i, m := range []Mark{MarkNone, MarkError, MarkDraft, MarkWarning, MarkNone, MarkNote} {
		src.cells[0][i].Mark = m
	}
	src.cells[1][0].Mark, src.cells[1][1].Mark, src.cells[0][5].Note = MarkChanged, MarkVerified, "来文更正，2019年11月3日\n原值：椹涧乡"
	for i := range 3 {
		src.cells[i][6].Dim = true
		src.cells[i][4].Swatch = []color.NRGBA{{255, 255, 0, 255}, {0, 228, 0, 255}, {255, 126, 0, 255}}[i]
	}
	return src
}

var pictures = map[string]func(b *bench){
	"cells": func(b *bench) { b.choose(span(place{1, 1}, place{3, 3})) },
	"sorted": func(b *bench) {
		b.Words = menuWords
		b.SortBy("c1", true)
		b.FilterBy("c1", Filter{Contains: "1"})
		b.HideColumns("c2")
	},
	"typing": func(b *bench) { b.Select(2, 0); b.typing("98.x") },
	"choice": func(b *bench) { b.Select(3, 5); b.typing("乡") },
	"note":   func(b *bench) { b.Select(0, 5); b.press(fyne.KeyF2, shift) },
	"filling": func(b *bench) {
		b.choose(span(place{0, 1}, place{1, 1}))
		b.down(b.handlePos(), 0)
		b.dragTo(b.pos(5, 1))
	},
	"menu":    func(b *bench) { b.Words = menuWords; b.Refresh(); b.openMenu(hit{zone: zoneSign, col: 5}) },
	"columns": func(b *bench) { b.Select(2, 2); b.press(fyne.KeySpace, ctrl) },
}

func TestPictures(t *testing.T) {
	if testFont == nil {
		t.Fatal("the pictures are made with the font of the project")
	}
	for name, prepare := range pictures {
		for look, th := range map[string]fyne.Theme{"light": lightTheme{}, "dark": darkTheme{}, "200": lightTheme{}} {
			if look != "light" && name != "cells" && name != "choice" && name != "sorted" {
				continue // the marks, the list and the header's signs are what looks could spoil
			}
			t.Run(name+"_"+look, func(t *testing.T) {
				test.NewTempApp(t).Settings().SetTheme(th)
				b := onBench(t, scene())
				b.NoteDelay = -1
				if look == "200" {
					b.win.Canvas().(software.WindowlessCanvas).SetScale(2)
				}
				b.win.Resize(fyne.NewSize(760, 400))
				prepare(b)
				compare(t, filepath.Join("testdata", name+"_"+look+".png"), b.win.Canvas().Capture())
			})
		}
	}
}

// compare allows for what another processor makes of rounding: some pixels in
// ten thousand may be of another colour.
func compare(t *testing.T, file string, got image.Image) {
	t.Helper()
	if *rewrite {
		writePicture(t, file, got)
		return
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if got.Bounds() != want.Bounds() {
		t.Fatalf("%v large, want %v", got.Bounds(), want.Bounds())
	}
	other := 0
	size := got.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			if !near(got.At(x, y), want.At(x, y)) {
				other++
			}
		}
	}
	if other > size.X*size.Y/2000 {
		failed := filepath.Join(os.TempDir(), "failed_"+filepath.Base(file))
		writePicture(t, failed, got)
		t.Errorf("%d pixels differ from %s; see %s, and -grid.rewrite", other, file, failed)
	}
}

func near(a, b color.Color) bool {
	const most = 24 << 8
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	off := func(x, y uint32) bool { return max(x, y)-min(x, y) > most }
	return !off(r1, r2) && !off(g1, g2) && !off(b1, b2)
}

func writePicture(t *testing.T, file string, picture image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, picture); err != nil {
		t.Fatal(err)
	}
}
