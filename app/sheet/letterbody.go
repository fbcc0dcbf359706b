package sheet

import "fmt"

// indent is how many characters a paragraph's first line is set in (GB/T 9704 7.3.3).
const indent = 2

// head queues number, title and addressees.
func (s *scribe) head() error {
	if s.letter.Number != "" {
		// In a letter without the head of an office the number stands at the right edge, and the title
		// two lines below it (GB/T 9704 10.1).
		glyphs, err := s.glyphs(nil, s.letter.Number, BodyFace)
		if err != nil {
			return err
		}
		for _, line := range prose(glyphs, measureOf{width: s.width(), tight: s.tight}) {
			s.queue = append(s.queue, item{marks: s.marks(line, s.width()-line.width), height: s.pitch})
		}
		s.blank(2)
	}
	if s.letter.Title != "" {
		glyphs, err := s.glyphs(nil, s.letter.Title, TitleFace)
		if err != nil {
			return err
		}
		for _, line := range evenly(glyphs, s.frame.TextWidth/mm(1, titleSize)) {
			at := Text{X: s.frame.Left + s.frame.TextWidth/2, Size: titleSize, Align: AlignCentre}
			s.queue = append(s.queue, item{marks: lineTexts(line, at), height: s.pitch, keep: true})
		}
		s.blank(1) // the addressees stand one blank line below the title (7.3.2)
		s.queue[len(s.queue)-1].keep = true
	}
	// They stand flush left, on all their lines (7.3.2).
	return s.running(closed(s.letter.To), measureOf{width: s.width(), tight: s.tight, justify: true})
}

// running queues a text in the body's face.
func (s *scribe) running(text string, m measureOf) error {
	if text == "" {
		return nil
	}
	glyphs, err := s.glyphs(nil, text, BodyFace)
	if err != nil {
		return err
	}
	s.add(prose(glyphs, m), false)
	return nil
}

func (s *scribe) body() error {
	tables := 0
	for _, part := range s.letter.Body {
		if err := s.paragraphs(part); err != nil {
			return err
		}
		if len(part.Table.Columns) == 0 {
			continue
		}
		g, err := s.measure(tables)
		if err != nil {
			return err
		}
		lead, err := g.lead(0)
		if err != nil {
			return err
		}
		tables++
		s.queue = append(s.queue, item{table: tables, height: lead + 2*tableWhite})
	}
	return nil
}

// paragraphs queues a part's paragraphs; a heading stays with the line after it.
func (s *scribe) paragraphs(part Part) error {
	leads, texts := paragraphs(part.Lead), paragraphs(part.Text)
	for i := range max(len(leads), 1) + max(len(texts)-1, 0) {
		var glyphs []glyph
		var err error
		if i < len(leads) {
			if glyphs, err = s.glyphs(glyphs, leads[i], leadFace(part.Level)); err != nil {
				return err
			}
		}
		// The first paragraph of the text goes on where the last of the lead ends.
		if j := i - max(len(leads)-1, 0); j >= 0 && j < len(texts) {
			if glyphs, err = s.glyphs(glyphs, texts[j], BodyFace); err != nil {
				return err
			}
		}
		if len(glyphs) == 0 {
			continue
		}
		s.add(prose(glyphs, measureOf{width: s.width(), first: indent * s.cell, tight: s.tight, justify: true}), true)
	}
	if len(leads) > 0 && len(texts) == 0 {
		s.queue[len(s.queue)-1].keep = true
	}
	return nil
}

// leadFace is the face of a level of headings: 黑体 and 楷体 for the first two, the body's for the
// others (GB/T 9704 7.3.3). There is no 楷体 among the faces; the bold of the body stands for it.
func leadFace(level int) Face {
	switch level {
	case 1:
		return HeadingFace
	case 2:
		return TitleFace
	}
	return BodyFace
}

// annexes queues the list of annexes: one line below the body, two characters in, further lines of
// a title under its first letter (GB/T 9704 7.3.4).
func (s *scribe) annexes() error {
	a := s.letter.Annexes
	if len(a.Titles) == 0 {
		return nil
	}
	label, err := s.glyphs(nil, closed(a.Label), BodyFace)
	if err != nil {
		return err
	}
	s.blank(1)
	hang := indent*s.cell + s.extent(label)
	for i, title := range a.Titles {
		number := ""
		if len(a.Titles) > 1 {
			number = fmt.Sprintf("%d．", i+1)
		}
		counted, err := s.glyphs(nil, number, BodyFace)
		if err != nil {
			return err
		}
		m := measureOf{width: s.width(), first: hang, rest: hang + s.extent(counted), tight: s.tight}
		var line []glyph
		if i == 0 {
			m.first, line = indent*s.cell, append(line, label...)
		}
		if line, err = s.glyphs(append(line, counted...), title, BodyFace); err != nil {
			return err
		}
		// A label that leaves no room does not hang its titles.
		if m.rest > s.width()/2 {
			m.rest = indent * s.cell
		}
		m.first = min(m.first, s.width()/2)
		s.add(prose(line, m), false)
	}
	return nil
}

// extent is how far (em) a line has come behind some characters.
func (s *scribe) extent(glyphs []glyph) float64 {
	width := 0.0
	for _, g := range glyphs {
		width += g.w + s.tight
	}
	return width
}
