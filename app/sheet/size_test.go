package sheet

import (
	"slices"
	"strings"
	"testing"
)

func TestWholeCountry(t *testing.T) {
	doc := rankingSheet(t)
	rows := &doc.Sections[0].Table.Rows
	*rows = slices.Repeat(*rows, 40_000/len(*rows)+1)[:40_000]
	pages := layoutOf(t, doc)
	cells := 0
	for i, page := range pages {
		mustFind(t, page, "名次")
		inside := slices.DeleteFunc(textsOf(page), func(text Text) bool {
			return text.Y > 262 || text.Y < 37 || text.Face == HeadingFace && !isNumber(text.Text)
		})
		if len(inside) < 10 {
			t.Errorf("page %d of %d has %d texts", i+1, len(pages), len(inside))
		}
		for _, text := range inside {
			if text.Size != noteSize && text.Size != titleSize && !strings.Contains(text.Text, "综合指数") {
				cells++
			}
		}
	}
	if cells != 5*40_000 {
		t.Errorf("%d cells", cells)
	}
	checkInside(t, doc.Paper.Frame(), pages)
}

func TestHostileCells(t *testing.T) {
	tests := map[string]string{
		"blanks":          strings.Repeat(" ", 10_000),
		"blanks between":  "甲" + strings.Repeat(" ", 10_000) + "乙",
		"one long word":   strings.Repeat("x", 600),
		"only commas":     strings.Repeat("，", 1_000),
		"opening to none": strings.Repeat("（", 1_000),
		"many digits":     strings.Repeat("9", 1_000),
	}
	for name, cell := range tests {
		t.Run(name, func(t *testing.T) {
			table := Table{
				Columns: []Column{{Title: "单位"}, {Title: "说明", Align: AlignPoint}, {Title: cell[:len(cell)/10/3*3]}},
				Rows:    []Row{{Cells: []string{"许昌市", cell, "61.5"}}, {Cells: []string{"", "", cell}}},
			}
			doc := Document{Sections: []Section{{Table: table}}}
			checkInside(t, doc.Paper.Frame(), layoutOf(t, doc))
		})
	}
}
