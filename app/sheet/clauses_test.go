package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// reasoning is a document of sections with a heading, a clause that leads to a table, and clauses after it.
func reasoning(lead int) Document {
	var doc Document
	for range lead {
		doc.Sections = append(doc.Sections, Section{Clauses: []Clause{{Level: 1, Text: "垫一行"}}, Follows: true})
	}
	for i := range 12 {
		table := tables(5).Sections[0].Table
		for j := range table.Rows {
			table.Rows[j].Cells[0] = fmt.Sprintf("%d.%d乡", i, j)
		}
		doc.Sections = append(doc.Sections,
			Section{Heading: fmt.Sprintf("第%d节", i), Clauses: []Clause{{Level: 0, Strong: true, Text: fmt.Sprintf("步骤%d甲", i)}, {Level: 1, Strong: true, Text: fmt.Sprintf("步骤%d乙", i)}}, Table: table},
			Section{Clauses: []Clause{{Level: 3, Text: fmt.Sprintf("步骤%d丙", i) + strings.Repeat("0.942857…四舍六入五成双", 20)}}, Follows: true})
	}
	return doc
}

// What leads to a table stays with its first rows, wherever the page ends; all is printed, within the text area.
func TestClausesStayWithWhatTheyLeadTo(t *testing.T) {
	for lead := range 30 {
		doc := reasoning(lead)
		pages := layoutOf(t, doc)
		checkInside(t, doc.Paper.Frame(), pages)
		for i := range 12 {
			first := pageOf(pages, fmt.Sprintf("第%d节", i))
			for _, what := range []string{fmt.Sprintf("步骤%d甲", i), fmt.Sprintf("步骤%d乙", i), fmt.Sprintf("%d.0乡", i), fmt.Sprintf("%d.1乡", i)} {
				if at := pageOf(pages, what); at != first || first < 0 {
					t.Errorf("%d: %s is on page %d, its heading on %d", lead, what, at+1, first+1)
				}
			}
		}
		var all strings.Builder
		for _, p := range pages {
			for _, mark := range textsOf(p) {
				all.WriteString(mark.Text)
			}
		}
		if got := strings.Count(all.String(), "0.942857…"); got != 12*20 {
			t.Errorf("%d: %d of %d figures are whole", lead, got, 12*20)
		}
	}
}

// Further lines of a clause hang behind its first.
func TestClausesHang(t *testing.T) {
	doc := Document{Sections: []Section{{Clauses: []Clause{{Level: 2, Text: strings.Repeat("计算过程", 40)}}}}}
	marks := textsOf(layoutOf(t, doc)[0])
	step := mm(clauseStep, clauseSize)
	if first := marks[0].X - doc.Paper.Frame().Left; first < 2*step-slack || first > 2*step+slack {
		t.Errorf("set in %v", first)
	}
	if hung := marks[1].X - marks[0].X; hung <= 0 {
		t.Errorf("hangs %v", hung)
	}
	doc.Sections[0].Clauses[0].Text = "𠮷"
	if _, err := Layout(doc, testFonts(t)); err == nil {
		t.Error("a rare character is dropped")
	}
}

func TestWritePapers(t *testing.T) {
	fonts := testFonts(t)
	pages := layoutOf(t, reasoning(0))
	papers := func(count int, failed error) func(func([]Page, error) bool) {
		return func(yield func([]Page, error) bool) {
			for range count {
				if !yield(pages, nil) {
					return
				}
			}
			if failed != nil {
				yield(nil, failed)
			}
		}
	}
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := WritePapers(out, papers(3, nil), fonts, Meta{}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same papers give other bytes")
	}
	if got := bytes.Count(first.Bytes(), []byte("/Type /Page\n")); got != 3*len(pages) {
		t.Errorf("%d pages of %d", got, 3*len(pages))
	}
	broken := errors.New("broken")
	var out bytes.Buffer
	if err := WritePapers(&out, papers(1, broken), fonts, Meta{}); !errors.Is(err, broken) || out.Len() > 0 {
		t.Error(err)
	}
	if err := WritePapers(&out, papers(0, nil), fonts, Meta{}); err == nil {
		t.Error("no pages")
	}
}
