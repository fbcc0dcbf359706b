package sheet

// setLine is a line as it stands in running text: indent and the space between its letters in em.
type setLine struct {
	textLine
	indent, spacing float64
}

// measureOf is how running text is set, in em: width is that of its lines, first and rest the indents of the
// first line and of the others, tight what stands between letters.
type measureOf struct {
	width, first, rest, tight float64
	justify                   bool
}

// loosest is how far (em) letters are drawn apart to fill a line. Further, and a reader of the PDF
// would take the gaps for blanks.
const loosest = 0.09

// prose breaks a shaped paragraph into lines. Where m justifies, those that go on end at the right edge.
func prose(glyphs []glyph, m measureOf) []setLine {
	tightened := make([]glyph, len(glyphs))
	for i, g := range glyphs {
		tightened[i] = g
		if g.r != '\n' {
			tightened[i].w += m.tight
		}
	}
	// The space after a line's last letter needs no room.
	spans := breakAfter(tightened, m.first-m.rest, m.width-m.rest+m.tight)
	set := make([]setLine, 0, len(spans))
	for i, s := range spans {
		line := glyphs[s.from:s.to]
		indent, spacing := m.rest, m.tight
		if i == 0 {
			indent = m.first
		}
		goesOn := i < len(spans)-1 && glyphs[spans[i+1].from-1].r != '\n'
		if m.justify && goesOn && len(line) > 1 {
			free := m.width - indent
			for _, g := range line {
				free -= g.w
			}
			if fill := free / float64(len(line)-1); fill <= loosest {
				spacing = fill
			}
		}
		set = append(set, setLine{spaced(line, spacing), indent, spacing})
	}
	return set
}

// spaced makes a line whose letters stand spacing em apart.
func spaced(line []glyph, spacing float64) textLine {
	apart := make([]glyph, len(line))
	for i, g := range line {
		if i < len(line)-1 {
			g.w += spacing
		}
		apart[i] = g
	}
	return runsOf(apart)
}

// widest is the width in em of the widest of some lines.
func widest(set []textLine) float64 {
	width := 0.0
	for _, line := range set {
		width = max(width, line.width)
	}
	return width
}
