package sheet

// How clauses are set: letters in pt, indents in em of them.
const (
	clauseSize  = noteSize
	clauseStep  = 1.5 // of a level
	clauseHang  = 1.0 // of the further lines of a clause
	clauseLines = 3   // of a clause that is never parted by a page's end
)

// clauses sets the heading and the clauses of section i.
func (c *composer) clauses(i int, heading paragraph) error {
	section := c.doc.Sections[i]
	set := make([][]setLine, len(section.Clauses))
	for j, clause := range section.Clauses {
		face := BodyFace
		if clause.Strong {
			face = HeadingFace
		}
		glyphs, err := c.fonts.shape(nil, clause.Text, face)
		if err != nil {
			return err
		}
		in := clauseStep * float64(clause.Level)
		set[j] = prose(glyphs, measureOf{width: c.frame.TextWidth / mm(1, clauseSize), first: in, rest: in + clauseHang})
	}
	for j := range set {
		ask, err := c.chain(i, set, j)
		if err != nil {
			return err
		}
		if j > 0 && section.Clauses[j].Strong && section.Clauses[j].Level == 0 {
			c.space(afterHeading)
		}
		if j == 0 && len(heading.lines) > 0 {
			c.need(heading.height() + afterHeading + ask)
			c.set(heading)
			c.y += afterHeading
		} else {
			c.need(ask)
		}
		c.clause(set[j])
	}
	return nil
}

// chain is the height (mm) of what must begin on the page of clause j: those that it leads to, down to the
// first that leads nowhere, or to the table.
func (c *composer) chain(i int, set [][]setLine, j int) (float64, error) {
	section, height := c.doc.Sections[i], 0.0
	for {
		height += pitchOf(clauseSize) * float64(min(len(set[j]), clauseLines))
		last := j == len(set)-1
		switch {
		case last && section.Clauses[j].Strong && len(section.Table.Columns) > 0:
			g, err := c.measure(i)
			if err != nil {
				return 0, err
			}
			lead, err := g.lead(0)
			return height + afterHeading + lead, err
		case last || section.Clauses[j+1].Level <= section.Clauses[j].Level:
			return height, nil
		}
		j++
	}
}

// clause sets the lines of a clause, going on to further pages.
func (c *composer) clause(set []setLine) {
	pitch := pitchOf(clauseSize)
	for n, line := range set {
		if n >= clauseLines {
			c.need(pitch)
		}
		at := Text{X: c.frame.Left + mm(line.indent, clauseSize), Y: c.y + baseline(clauseSize, pitch), Size: clauseSize}
		for _, mark := range lineTexts(line.textLine, at) {
			c.pageNow().texts = append(c.pageNow().texts, mark)
		}
		c.y += pitch
	}
}
