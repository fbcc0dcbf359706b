package entry

import (
	"strings"

	"yueping/views/grid"
)

// sign is the mark of a value and its note: what a check finds goes before what a clerk has noted, and
// that before the tick of a verified month.
func (s *source) sign(p spot, filled bool) (grid.Mark, string) {
	mark, about := grid.MarkNone, s.aboutWords(p)
	switch check := s.findings[s.place(p)]; {
	case check != nil && check.Warning:
		mark = grid.MarkWarning
	case check != nil:
		mark = grid.MarkError
	case s.month.Annotations[s.place(p)].Note != "":
		mark = grid.MarkNote
	case s.month.Locked() && filled && !p.indicator.Derived():
		mark = grid.MarkVerified
	}
	return mark, joined(s.checkWords(p), about)
}

// checkWords says what a check finds, "" for nothing.
func (s *source) checkWords(p spot) string {
	check := s.findings[s.place(p)]
	switch {
	case check == nil:
		return ""
	case check.Warning:
		return s.kit.T("entry.warning", "message", check.Message)
	}
	return s.kit.T("entry.error", "message", check.Message)
}

// aboutWords says where a value comes from, and what is noted of it.
func (s *source) aboutWords(p spot) string {
	a := s.month.Annotations[s.place(p)]
	var lines []string
	if a.Source != "" {
		lines = append(lines, s.kit.T("entry.cell_source", "source", a.Source))
	}
	if a.Note != "" {
		lines = append(lines, s.kit.T("entry.cell_note", "note", a.Note))
	}
	return strings.Join(lines, "\n")
}

// warning is what is to be seen to in a cell.
func (s *source) warning(row, col int) string {
	p, isSpot := s.spot(row, col)
	if !isSpot {
		return s.figure(row, col).cell.Note
	}
	if !s.kept(p) {
		return ""
	}
	if _, draft := s.content(p); draft != "" {
		return s.draftWords(p.indicator, draft)
	}
	return s.checkWords(p)
}

func joined(lines ...string) string {
	var kept []string
	for _, l := range lines {
		if l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n")
}
