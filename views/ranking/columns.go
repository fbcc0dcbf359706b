package ranking

import (
	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/views/table"
)

// broken marks the head of a column whose two months cannot be compared as they are; the words above the
// table say why.
const broken = " ※"

// declare chooses the columns: those that no row fills are left out.
func (s *sheet) declare() {
	add := func(label string, width, grow float32, align fyne.TextAlign) {
		s.columns = append(s.columns, table.Column{Label: label, Width: width, Grow: grow, Align: align})
	}
	t := s.text.T
	add(t("column.rank"), 44, 0, fyne.TextAlignTrailing)
	add("", 32, 0, fyne.TextAlignLeading)
	// A column is as wide as its words ask for, so that a window of 1024 shows all columns where it can.
	add(t("column.unit"), wide(s.name, 110, 216), 0.5, fyne.TextAlignLeading)
	if s.counties {
		add(t("column.county"), 104, 0.6, fyne.TextAlignLeading)
	}
	for _, k := range s.data.Ranking.Keys {
		add(app.Heading(k), max(72, broad(app.Heading(k))), 0, fyne.TextAlignTrailing)
	}
	if s.data.index.Mixed() {
		add(t("column.primary"), 92, 0, fyne.TextAlignLeading)
		add(t("ranking.parts"), 90, 1.2, fyne.TextAlignLeading)
	} else {
		add("", 90, 1.2, fyne.TextAlignLeading)
	}
	if s.grades {
		add(t("column.grade"), 52, 0, fyne.TextAlignLeading)
	}
	if s.lists {
		add(t("column.lists"), wide(s.list+2, 70, 200), 0.2, fyne.TextAlignLeading)
	}
	for _, c := range s.comparisons {
		add(c.title, max(c.width, broad(c.title)), 0, fyne.TextAlignLeading)
	}
}

func wide(characters int, least, most float32) float32 {
	return max(least, min(float32(15*characters), most))
}

// broad is how wide a heading is at most; Latin letters take little more than half of what a character does.
func broad(words string) float32 {
	var w float32
	for _, r := range words {
		if r < 0x2000 {
			w += 9.5
		} else {
			w += 15
		}
	}
	return w
}
