package sheet

import (
	"fmt"
	"strings"
	"testing"
)

// tables makes one section for each count of rows; row j of section i is called "i.j乡".
func tables(counts ...int) Document {
	var doc Document
	for i, count := range counts {
		table := Table{Columns: []Column{{Title: "单位", Align: AlignCentre}}}
		for j := range count {
			table.Rows = append(table.Rows, Row{Cells: []string{fmt.Sprintf("%d.%d乡", i, j)}})
		}
		doc.Sections = append(doc.Sections, Section{Heading: fmt.Sprintf("第%d组", i), Table: table})
	}
	return doc
}

func pageOf(pages []Page, what string) int {
	for i, page := range pages {
		if _, ok := find(page, what); ok {
			return i
		}
	}
	return -1
}

func TestHeadingsStayWithTwoRows(t *testing.T) {
	for first := range 40 {
		pages := layoutOf(t, tables(first, 12, 1, 3, 40, 2))
		for i := range 6 {
			heading := pageOf(pages, fmt.Sprintf("第%d组", i))
			if heading < 0 {
				t.Fatalf("%d: heading %d is lost", first, i)
			}
			for j := range 2 {
				row := pageOf(pages, fmt.Sprintf("%d.%d乡", i, j))
				if row >= 0 && row != heading {
					t.Errorf("%d: heading %d is on page %d, its row %d on page %d", first, i, heading+1, j, row+1)
				}
			}
		}
	}
}

func TestLastRowsStayWithNotes(t *testing.T) {
	for count := 1; count < 80; count++ {
		doc := tables(count)
		doc.Sections[0].Notes = []string{"本组注"}
		doc.Notes = []string{"全表注"}
		pages := layoutOf(t, doc)
		last := len(pages) - 1
		for _, what := range []string{"本组注", "全表注", fmt.Sprintf("0.%d乡", count-1)} {
			if got := pageOf(pages, what); got != last {
				t.Errorf("%d rows: %s is on page %d of %d", count, what, got+1, last+1)
			}
		}
		if count > 1 && pageOf(pages, fmt.Sprintf("0.%d乡", count-2)) != last {
			t.Errorf("%d rows: the last stands alone on page %d", count, last+1)
		}
	}
}

func TestLongNotesFlowOverPages(t *testing.T) {
	doc := tables(5)
	doc.Notes = []string{strings.Repeat("有效日均值不足二十七天的乡镇不参与排名。", 300)}
	pages := layoutOf(t, doc)
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	if pageOf(pages, "0.4乡") != 0 {
		t.Error("a table was moved for notes that fit on no page")
	}
	checkInside(t, doc.Paper.Frame(), pages)
	for i, page := range pages {
		for _, text := range textsOf(page) {
			if text.Size == noteSize && (text.Y > 262 || strings.HasPrefix(text.Text, "。")) {
				t.Errorf("page %d: %+v", i+1, text)
			}
		}
	}
}

func TestSectionsWithoutTablesOrRows(t *testing.T) {
	doc := Document{Sections: []Section{
		{Heading: "只有标题", Notes: []string{"只有注"}},
		{Table: Table{Columns: []Column{{Title: "只有表头"}}}},
		{},
	}}
	pages := layoutOf(t, doc)
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	for _, what := range []string{"只有标题", "只有注", "只有表头"} {
		mustFind(t, pages[0], what)
	}
	if pages := layoutOf(t, Document{PageNumber: NumberNone}); len(pages) != 1 || len(pages[0].Marks) != 0 {
		t.Errorf("an empty document gives %+v", pages)
	}
}

func TestLongHeadingShrinksThenBreaks(t *testing.T) {
	doc := tables(3)
	doc.Sections[0].Heading = strings.Repeat("市直及企事业单位组", 4)
	heading := mustFind(t, layoutOf(t, doc)[0], doc.Sections[0].Heading)
	if heading.Size >= headingSize || heading.Size < bodySize {
		t.Errorf("size %g", heading.Size)
	}
	doc.Sections[0].Heading = strings.Repeat("市直及企事业单位组", 8)
	checkInside(t, doc.Paper.Frame(), layoutOf(t, doc))
}
