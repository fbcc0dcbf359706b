package sheet

import (
	"math"
	"strings"
)

// scribe gathers the lines of a letter and then fills pages with them. Lengths are mm, but tight and
// cell, which are em of 3号 letters.
type scribe struct {
	*composer
	letter Letter
	pitch  float64 // of the lines
	tight  float64 // what is added between characters so that a line holds a whole number of them
	cell   float64 // from one character to the next
	queue  []item
	final  int  // where what must stay with signature and date begins, -1 for nothing
	pushed bool // that began a page although lines of it had room before
}

// item is a line of a letter, blank where it has no marks, or a table.
type item struct {
	marks  []Text
	body   bool
	first  bool // line of its paragraph
	keep   bool // on the page of the next item
	table  int  // 1 + its number among the letter's tables
	height float64
}

func newScribe(l Letter, fonts *Fonts, extra int) *scribe {
	doc := Document{Mark: l.Mark, Footer: l.Footer, PageNumber: l.PageNumber, Words: l.Words}
	for _, part := range l.Body {
		if len(part.Table.Columns) > 0 {
			doc.Sections = append(doc.Sections, Section{Table: part.Table})
		}
	}
	frame := l.Paper.Frame()
	s := &scribe{composer: &composer{doc: doc, fonts: fonts, frame: frame}, letter: l, final: -1}
	// 22 lines of 28 characters fill the text area (5.2.3). 28 characters of 16 pt are 2 mm wider than
	// its 156 mm, so that they stand a little nearer, as a word processor's character grid sets them.
	s.pitch = frame.TextHeight / (math.Round(frame.TextHeight/officialPitch) + float64(extra))
	width := s.width()
	characters := math.Round(width)
	s.tight = (width - characters) / (characters - 1)
	s.cell = 1 + s.tight
	return s
}

// width is that of the text area in em.
func (s *scribe) width() float64 { return s.frame.TextWidth / mm(1, headingSize) }

// glyphs shapes a text for the letter.
func (s *scribe) glyphs(buf []glyph, text string, face Face) ([]glyph, error) {
	return s.fonts.shape(buf, text, face)
}

// add queues set lines, hung up indent em from the left of the text area.
func (s *scribe) add(set []setLine, body bool) {
	for i, line := range set {
		s.queue = append(s.queue, item{marks: s.marks(line, 0), body: body, first: i == 0, height: s.pitch})
	}
}

// marks places a set line from em right of the left edge of the text area.
func (s *scribe) marks(line setLine, from float64) []Text {
	at := Text{X: s.frame.Left + mm(from+line.indent, headingSize), Size: headingSize, Spacing: mm(line.spacing, headingSize)}
	return lineTexts(line.textLine, at)
}

// blank queues empty lines.
func (s *scribe) blank(count int) {
	for range count {
		s.queue = append(s.queue, item{height: s.pitch})
	}
}

// lineTexts are the marks of a line.
func lineTexts(line textLine, at Text) []Text {
	marks := make([]Text, 0, len(line.runs))
	if len(line.runs) == 0 {
		return marks
	}
	for _, mark := range texts(line, at) {
		marks = append(marks, mark.(Text))
	}
	return marks
}

// paragraphs parts a text at its line feeds, without the blanks about each: indents are the
// layout's. Empty ones are left out.
func paragraphs(text string) []string {
	var result []string
	for _, line := range strings.Split(plain(text), "\n") {
		if line = strings.Trim(line, " \u3000"); line != "" {
			result = append(result, line)
		}
	}
	return result
}
