package app

import (
	"strings"

	"yueping/models"
)

// notes stand under a table: what is not in it and why, what the columns need to be understood by, and the
// format's own.
func (f *formatter) notes(g *formatGroup, rest string) []string {
	t := f.text
	var notes []string
	add := func(note string) {
		if note != "" {
			notes = append(notes, note)
		}
	}
	if len(g.unjudged) > 0 {
		add(t.T("format.unjudged", "units", strings.Join(g.unjudged, "、")))
	}
	if f.terms.Plain {
		return append(notes, f.terms.Words...)
	}
	add(rest)
	notes = append(notes, rankingNotes(t, f.c.Ranking, g.excluded)...)
	add(InsideWords(t, f.c))
	if f.terms.Has(models.ContentLastMonth) || f.terms.Has(models.ContentMoved) {
		add(BreakWords(t, f.c, f.c.LastMonth))
	}
	if f.terms.Has(models.ContentLastYear) {
		add(BreakWords(t, f.c, f.c.LastYear))
	}
	if figures := f.figures(); len(figures) > 3 {
		add(measureNote(t, figures))
	}
	return append(notes, f.terms.Words...)
}

// restNote counts the ranked units that no table shows, "" where all are there.
func (f *formatter) restNote(groups []formatGroup) string {
	var parts []string
	for _, g := range groups {
		if rest := g.ranked - len(g.rows); rest > 0 {
			parts = append(parts, f.text.T("format.rest", "group", g.group.Group.Name, "ranked", g.ranked, "shown", len(g.rows), "rest", rest))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return f.text.T("format.rests", "parts", strings.Join(parts, "；"))
}
