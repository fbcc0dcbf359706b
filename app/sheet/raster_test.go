package sheet

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	_ "image/png"

	"yueping/app/sheet/pagetest"
)

// fileWith writes pages with fonts of their own.
func fileWith(t testing.TB, pages []Page, fonts *Fonts) string {
	t.Helper()
	var b bytes.Buffer
	if err := WritePDF(&b, pages, fonts, sampleMeta); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "pages.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// printed draws the pages of a PDF with poppler.
func printed(t testing.TB, path string, dpi int) []*image.Gray {
	t.Helper()
	folder := t.TempDir()
	tool(t, "pdftoppm", "-png", "-r", fmt.Sprint(dpi), path, filepath.Join(folder, "page"))
	files, err := filepath.Glob(filepath.Join(folder, "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	var pictures []*image.Gray
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		picture, _, err := image.Decode(file)
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		pictures = append(pictures, pagetest.Gray(picture))
	}
	return pictures
}

// region is where the letters of an upright text may leave ink, in dots.
func region(text Text, dpi float64) image.Rectangle {
	dots := func(mm float64) int { return int(math.Round(mm * dpi / 25.4)) }
	em := mm(1, text.Size)
	return image.Rect(dots(text.Left()), dots(text.Y-ascent*em), dots(text.Left()+text.Width), dots(text.Y+(1-ascent)*em))
}

// inkOf gives how much there is within an area, and where its middle is, in dots.
func inkOf(picture *image.Gray, area image.Rectangle) (amount, x, y float64) {
	for py := area.Min.Y; py < area.Max.Y; py++ {
		for px := area.Min.X; px < area.Max.X; px++ {
			dark := 1 - float64(picture.GrayAt(px, py).Y)/255
			amount += dark
			x += dark * float64(px)
			y += dark * float64(py)
		}
	}
	return amount, x / amount, y / amount
}

const compareDPI = 110

// compare holds the drawn pages against the PDF as another program shows it: as a whole, and line by line.
func compare(t testing.TB, path string, pages []Page, fonts *Fonts) {
	t.Helper()
	shown := printed(t, path, compareDPI)
	if len(shown) != len(pages) {
		t.Fatalf("%d pages, printed %d", len(pages), len(shown))
	}
	for i, page := range pages {
		drawn := pagetest.Gray(Draw(page, fonts, compareDPI))
		if drawn.Rect != shown[i].Rect {
			t.Fatalf("page %d is drawn %v, printed %v", i+1, drawn.Rect, shown[i].Rect)
		}
		if mean, _ := pagetest.Difference(drawn, shown[i]); mean > 7 {
			t.Errorf("page %d differs by %.2f of 255 in the mean", i+1, mean)
		}
		for _, text := range textsOf(page) {
			if text.Angle != 0 || text.Gray > 0.2 || strings.TrimSpace(text.Text) == "" {
				continue
			}
			box := region(text, compareDPI).Inset(-1)
			amount, x, y := inkOf(drawn, box)
			wanted, atX, atY := inkOf(shown[i], box)
			// Poppler sets letters on the next whole dot above their baseline.
			if down := y - atY; !(math.Abs(x-atX) < 0.5) || down < -0.4 || down > 1.2 || math.Abs(amount/wanted-1) > 0.1 {
				t.Errorf("page %d: %q is drawn %.0f at %.2f, %.2f, printed %.0f at %.2f, %.2f", i+1, text.Text, amount, x, y, wanted, atX, atY)
			}
		}
	}
}

// proofs are one of each kind of paper.
func proofs(t testing.TB) map[string][]Page {
	t.Helper()
	ranking := rankingSheet(t)
	ranking.PageNumber = NumberOfTotal
	compared := comparedSheet(t)
	large := ranking
	large.Paper, large.BodySize = Paper{Format: A3}, 14
	return map[string][]Page{
		"ranking": layoutOf(t, ranking), "comparison": layoutOf(t, compared), "a3": layoutOf(t, large),
		"letter": lettered(t, summons()), "letter_table": lettered(t, reminder()), "form": formed(t, talk(longTalk)),
	}
}

// comparedSheet is a ranking on its side, against two earlier months.
func comparedSheet(t testing.TB) Document {
	t.Helper()
	doc := rankingSheet(t)
	doc.Paper, doc.PageNumber, doc.Annex = Paper{Landscape: true}, NumberOfTotal, ""
	table := &doc.Sections[0].Table
	table.Columns = append(slices.Clone(table.Columns), Column{Title: "较上月", Min: 37}, Column{Title: "较上年同月", Min: 37})
	table.Rows = slices.Clone(table.Rows[:40])
	for i := range table.Rows {
		table.Rows[i].Cells = append(slices.Clone(table.Rows[i].Cells), fmt.Sprintf("升%d位（+%d）", i%7+1, i%5), fmt.Sprintf("降%d位（-%d）", i%4+1, i%9))
	}
	return doc
}

func TestDrawnIsPrinted(t *testing.T) {
	for name, pages := range proofs(t) {
		t.Run(name, func(t *testing.T) {
			compare(t, fileWith(t, pages, testFonts(t)), pages, testFonts(t))
		})
	}
}

func TestPictures(t *testing.T) {
	for name, pages := range proofs(t) {
		for i, page := range pages {
			t.Run(fmt.Sprintf("%s_%d", name, i+1), func(t *testing.T) {
				pagetest.Golden(t, fmt.Sprintf("testdata/pages/%s_%d.png", name, i+1), Draw(page, testFonts(t), 60))
			})
		}
	}
}

func TestDrawIsSafeAndExact(t *testing.T) {
	page := layoutOf(t, rankingSheet(t))[0]
	first := Draw(page, testFonts(t), 60)
	same := make(chan bool)
	for range 4 {
		go func() { same <- bytes.Equal(Draw(page, testFonts(t), 60).Pix, first.Pix) }()
	}
	for range 4 {
		if !<-same {
			t.Error("one page was drawn in two ways")
		}
	}
	if size := Draw(Page{Width: 120, Height: 30}, testFonts(t), 1080/120*25.4).Rect.Size(); size != (image.Point{X: 1080, Y: 270}) {
		t.Errorf("size %v", size)
	}
}
