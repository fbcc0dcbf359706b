package sheet

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"yueping/app/sheet/pagetest"
	"yueping/models/fault"
)

func scrolled(t testing.TB, doc Document, width float64) Page {
	t.Helper()
	page, err := LayoutScroll(doc, width, testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// barsOf draws the first figures of the ranking sheet, a few of them below 0.
func barsOf(t testing.TB) Document {
	doc := rankingSheet(t)
	rows := doc.Sections[0].Table.Rows[:12]
	var bars Bars
	for i, row := range rows {
		value := float64(i*i) - 9
		bars.Rows = append(bars.Rows, Bar{Name: row.Cells[2], Value: value, Text: fmt.Sprintf("%.0f%%", value), Strong: i > 9})
	}
	bars.Rows[3].Name = strings.Repeat(bars.Rows[3].Name, 4)
	bars.Suffix = "%"
	doc.Sections = []Section{{Heading: "一、甲组", Bars: bars}}
	return doc
}

func TestScrollHoldsEverything(t *testing.T) {
	doc := rankingSheet(t)
	page := scrolled(t, doc, 120)
	frame := Frame{Width: 120, Height: page.Height, Left: scrollMargin, Top: 1, TextWidth: 120 - 2*scrollMargin, TextHeight: page.Height - 2}
	checkInside(t, frame, []Page{page})
	var said []string
	for _, text := range textsOf(page) {
		said = append(said, text.Text)
	}
	all := strings.Join(said, "")
	for i, row := range doc.Sections[0].Table.Rows {
		if !strings.Contains(all, strings.Join(row.Cells, "")) {
			t.Fatalf("row %d is not there: %v", i+1, row.Cells)
		}
	}
	for _, want := range append([]string{doc.Footer, doc.Annex}, doc.Subtitle...) {
		if !strings.Contains(strings.ReplaceAll(all, "　", ""), strings.ReplaceAll(want, "　", "")) {
			t.Errorf("%q is not there", want)
		}
	}
	if strings.Contains(all, "— 1 —") || strings.Count(all, "名次") != 2 { // the header's, and a note's
		t.Error("a page number, or a header in the middle")
	}
	across := 0
	for _, mark := range page.Marks {
		if text, ok := mark.(Text); ok && text.Angle != 0 {
			across++
		}
	}
	if across != 4 {
		t.Errorf("the mark stands %d times across %g mm", across, page.Height)
	}
}

func TestScrollKeepsNumbersWhole(t *testing.T) {
	doc := oneCell("1234567890123456789012345678901234567890")
	doc.Whole = true
	if _, err := LayoutScroll(doc, 60, testFonts(t)); fault.CodeOf(err) != "sheet.too_many_columns" {
		t.Error(err)
	}
	scrolled(t, doc, 120)
}

func TestBarsHaveTheirLength(t *testing.T) {
	doc := barsOf(t)
	rows := doc.Sections[0].Bars.Rows
	var bars []Rect
	page := scrolled(t, doc, 120)
	for _, mark := range page.Marks {
		if r, ok := mark.(Rect); ok && (r.Gray == barGray || r.Gray == strongGray) {
			bars = append(bars, r)
		}
	}
	if len(bars) != len(rows) {
		t.Fatalf("%d bars of %d", len(bars), len(rows))
	}
	zero := bars[len(bars)-1].X
	perUnit := bars[len(bars)-1].W / rows[len(rows)-1].Value
	for i, r := range bars {
		end := r.X + r.W
		if rows[i].Value < 0 {
			end = r.X
		}
		if !near(end-zero, rows[i].Value*perUnit) || !near(r.W, math.Abs(rows[i].Value*perUnit)) || (r.Gray == strongGray) != rows[i].Strong {
			t.Errorf("bar %d of %g: %+v from %g", i+1, rows[i].Value, r, zero)
		}
		if i > 0 && r.Y < bars[i-1].Y+bars[i-1].H {
			t.Errorf("bar %d lies on the one above", i+1)
		}
		if rows[i].Value == 0 {
			continue // its text is that of the axis too
		}
		name := mustFind(t, page, rows[i].Text)
		if rows[i].Value >= 0 && name.Left() < end || rows[i].Value < 0 && name.Left()+name.Width > r.X {
			t.Errorf("value %d lies on its bar", i+1)
		}
	}
	for _, tick := range []string{"0%", "50%", "100%"} {
		mustFind(t, page, tick)
	}
	checkInside(t, Frame{Width: 120, Height: page.Height, Left: scrollMargin, Top: 1, TextWidth: 110, TextHeight: page.Height - 2}, []Page{page})
}

func TestBarsWithoutASpread(t *testing.T) {
	for _, value := range []float64{0, 7, -7, 1e-9, 1e15} {
		page := scrolled(t, Document{Sections: []Section{{Bars: Bars{Rows: slices.Repeat([]Bar{{Name: "甲", Value: value, Text: "x"}}, 3)}}}}, 120)
		for _, mark := range page.Marks {
			if r, ok := mark.(Rect); ok && !(r.X >= 0 && r.X+r.W <= 120) {
				t.Errorf("%g: %+v", value, r)
			}
		}
	}
}

func TestBarsGoOnOverPages(t *testing.T) {
	doc := barsOf(t)
	bars := &doc.Sections[0].Bars
	bars.Rows = slices.Repeat(bars.Rows, 8)
	pages := layoutOf(t, doc)
	checkInside(t, doc.Paper.Frame(), pages)
	seen := 0
	for _, page := range pages {
		mustFind(t, page, "50%")
		for _, mark := range page.Marks {
			if r, ok := mark.(Rect); ok && (r.Gray == barGray || r.Gray == strongGray) {
				seen++
			}
		}
	}
	if len(pages) < 2 || seen != len(bars.Rows) {
		t.Errorf("%d bars on %d pages", seen, len(pages))
	}
}

func TestScrollPictures(t *testing.T) {
	short := rankingSheet(t)
	short.Sections[0].Table.Rows = short.Sections[0].Table.Rows[90:]
	for name, doc := range map[string]Document{"scroll": short, "bars": barsOf(t)} {
		t.Run(name, func(t *testing.T) {
			page := scrolled(t, doc, 120)
			pagetest.Golden(t, "testdata/pages/"+name+".png", Draw(page, testFonts(t), 100))
			compare(t, fileWith(t, []Page{page}, testFonts(t)), []Page{page}, testFonts(t))
		})
	}
}
