package sheet

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var cellTexts = rapid.OneOf(
	rapid.StringOfN(rapid.RuneFrom([]rune("许昌市乡镇街道办事处（）、，")), 0, 30, -1),
	rapid.StringMatching(`-?[0-9]{1,6}(\.[0-9]{1,3})?`),
	rapid.StringMatching(`[a-zA-Z0-9.-]{1,40}`),
	rapid.Just(""), rapid.Just("无数据"), rapid.Just("一行\n二行"),
)

func drawDocument(t *rapid.T) Document {
	var doc Document
	doc.Paper.Landscape = rapid.Bool().Draw(t, "landscape")
	doc.BodySize = rapid.SampledFrom([]float64{0, 5, 10.5, 16}).Draw(t, "size")
	doc.Title = rapid.SampledFrom([]string{"", "甲乙", strings.Repeat("甲乙丙丁", 12)}).Draw(t, "title")
	doc.Mark = rapid.SampledFrom([]string{"", "示例数据"}).Draw(t, "mark")
	for range rapid.IntRange(1, 3).Draw(t, "sections") {
		section := Section{Heading: rapid.SampledFrom([]string{"", "甲乙"}).Draw(t, "heading")}
		columns := rapid.IntRange(1, 8).Draw(t, "columns")
		for range columns {
			section.Table.Columns = append(section.Table.Columns, Column{
				Title:  rapid.SampledFrom([]string{"", "甲乙", "甲乙丙丁戊己"}).Draw(t, "column"),
				Align:  Align(rapid.IntRange(0, 3).Draw(t, "align")),
				Min:    rapid.SampledFrom([]float64{0, 12}).Draw(t, "min"),
				Weight: rapid.SampledFrom([]float64{0, 1, 2.5}).Draw(t, "weight"),
			})
		}
		for range rapid.IntRange(0, 60).Draw(t, "rows") {
			section.Table.Rows = append(section.Table.Rows, Row{
				Cells:    rapid.SliceOfN(cellTexts, 0, columns).Draw(t, "cells"),
				Emphasis: Emphasis(rapid.IntRange(0, 3).Draw(t, "emphasis")),
			})
		}
		doc.Sections = append(doc.Sections, section)
	}
	return doc
}

// furniture are the characters of titles and headings; no cell has them.
const furniture = "甲乙丙丁戊己"

func TestEveryCellAppearsExactlyOnce(t *testing.T) {
	fonts := testFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		doc := drawDocument(t)
		var want, got strings.Builder
		for _, section := range doc.Sections {
			for _, row := range section.Table.Rows {
				want.WriteString(strings.ReplaceAll(strings.Join(row.Cells, ""), "\n", ""))
			}
		}
		pages, err := Layout(doc, fonts)
		if err != nil {
			t.Fatal(err)
		}
		checkInside(t, doc.Paper.Frame(), pages)
		for i, page := range pages {
			if len(page.Marks) < 2 {
				t.Fatalf("page %d is blank", i+1)
			}
			for _, text := range textsOf(page) {
				inside := text.Y < doc.Paper.Frame().Bottom() && text.Y > doc.Paper.Frame().Top
				if inside && !strings.ContainsAny(text.Text, furniture) {
					got.WriteString(text.Text)
				}
			}
		}
		if got.String() != want.String() {
			t.Fatalf("set:\n%s\nwant:\n%s", got.String(), want.String())
		}
	})
}

func TestFittedColumnsFillTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var demands []demand
		for range rapid.IntRange(1, 12).Draw(t, "columns") {
			body := rapid.Float64Range(0, 40).Draw(t, "body")
			title := rapid.Float64Range(0, 12).Draw(t, "title")
			demands = append(demands, demand{
				body: body, piece: rapid.Float64Range(0, body).Draw(t, "piece"),
				title: [headerLines]float64{title, title / 2, title / 3}, weight: rapid.Float64Range(0, 2).Draw(t, "weight"),
			})
		}
		size, widths, err := fitColumns(demands, 156, 12, false)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for i, width := range widths {
			sum += width
			if width < oneCharacter(demands[i])-0.001 && width < demands[i].width(size, headerLines)-0.001 {
				t.Fatalf("column %d is %g mm wide, of no use to %+v", i, width, demands[i])
			}
		}
		if !near(sum, 156) || size < smallestSize || size > 12 {
			t.Fatalf("%g mm at %g pt", sum, size)
		}
	})
}

func TestColumnsShrinkBeforeCellsBreak(t *testing.T) {
	tests := []struct {
		name   string
		column int
		digits int
		size   float64
		lines  int
	}{
		{"roomy", 4, 5, 12, 1},
		{"a little tight", 5, 12, 11.5, 1},
		{"too much", 5, 18, 9, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var table Table
			var cells []string
			for i := range test.column {
				table.Columns = append(table.Columns, Column{Title: strconv.Itoa(i)})
				cells = append(cells, strings.Repeat(strconv.Itoa(i), test.digits))
			}
			table.Rows = []Row{{Cells: cells}}
			c := &composer{doc: Document{Sections: []Section{{Table: table}}}, fonts: testFonts(t), frame: Paper{}.Frame()}
			if err := c.survey(); err != nil {
				t.Fatal(err)
			}
			g, err := c.measure(0)
			if err != nil {
				t.Fatal(err)
			}
			row, err := g.row(0)
			if err != nil {
				t.Fatal(err)
			}
			if g.size != test.size || len(row.cells[0].lines) != test.lines {
				t.Errorf("%g pt, %d lines; want %g pt, %d lines", g.size, len(row.cells[0].lines), test.size, test.lines)
			}
		})
	}
}
