package sheet

// What stands about signature and date, in characters and lines. A seal of 42 mm over the two, its
// middle a little above their middle, begins within one line under the body (GB/T 9704 7.3.5.1) and
// needs a line below the date.
const (
	unsealedRight = 2 // characters right of the office
	sealedRight   = 4 // characters right of the date
	linesBefore   = 1
	sealedBefore  = 2
	sealedAfter   = 1
)

// closing queues signature and date and ties them to the body.
func (s *scribe) closing() error {
	bodyEnd := len(s.queue)
	office, err := s.closingLines(s.letter.Signature)
	if err != nil {
		return err
	}
	date, err := s.closingLines(s.letter.Date)
	if err != nil || len(office)+len(date) == 0 {
		return err
	}
	before, after, place := linesBefore, 0, s.unsealed
	if s.letter.Sealed {
		before, after, place = sealedBefore, sealedAfter, s.sealed
	}
	officeAt, dateAt := place(widest(office), widest(date))
	s.blank(before)
	s.closingAt(office, officeAt, widest(office))
	s.closingAt(date, dateAt, widest(date))
	s.blank(after)
	s.tie(bodyEnd)
	return nil
}

// closingLines breaks the office or the date, which is seldom needed, evenly.
func (s *scribe) closingLines(text string) ([]textLine, error) {
	if len(paragraphs(text)) == 0 {
		return nil, nil
	}
	glyphs, err := s.glyphs(nil, text, BodyFace)
	if err != nil {
		return nil, err
	}
	for i := range glyphs {
		if glyphs[i].r != '\n' {
			glyphs[i].w += s.tight
		}
	}
	broken := evenly(glyphs, s.width()-(unsealedRight+indent)*s.cell)
	for i := range broken {
		broken[i].width -= s.tight // none after the last letter
	}
	return broken, nil
}

// closingAt queues lines about the middle of a block at em from the left.
func (s *scribe) closingAt(block []textLine, at, width float64) {
	for _, line := range block {
		from := at
		if s.letter.Sealed {
			from += (width - line.width) / 2
		}
		s.queue = append(s.queue, item{marks: s.marks(setLine{textLine: line, spacing: s.tight}, from), height: s.pitch})
	}
}

// unsealed gives the left ends (em) of office and date where no seal is put: the office two
// characters in from the right, the date begins two characters right of it; a date longer than
// the office is itself two characters in, and the office further (GB/T 9704 7.3.5.2).
func (s *scribe) unsealed(office, date float64) (officeAt, dateAt float64) {
	right := s.width() - unsealedRight*s.cell
	if office == 0 {
		return 0, right - date
	}
	if date > office {
		return right - date - indent*s.cell, right - date
	}
	return right - office, right - office + indent*s.cell
}

// sealed gives the left ends (em) under a seal: the date four characters in from the right, the
// office over its middle (GB/T 9704 7.3.5.1). An office too long for that ends at the right edge, and
// the date stands under its middle.
func (s *scribe) sealed(office, date float64) (officeAt, dateAt float64) {
	dateAt = max(0, s.width()-sealedRight*s.cell-date)
	officeAt = dateAt + (date-office)/2
	if right := s.width() - office; officeAt > right {
		officeAt = right
		dateAt = officeAt + (office-date)/2
	}
	return officeAt, dateAt
}

// tie keeps signature and date, queued from bodyEnd on, with at least two lines of the body: a page
// must not hold them alone (GB/T 9704 7.3.5.5). Of a list of annexes too long for that, the last
// two lines stay with them.
func (s *scribe) tie(bodyEnd int) {
	last := len(s.queue) - 1
	s.final = s.bodyLines()
	if s.final < 0 || float64(last+1-s.final)*s.pitch > s.frame.TextHeight {
		s.final = max(0, bodyEnd-kept)
	}
	for i := s.final; i < last; i++ {
		s.queue[i].keep = true
	}
}

// bodyLines gives where the body's last two lines begin, or three, where two would leave a paragraph's
// first line alone; the line after a table where that ends the body; -1 where there is no body.
func (s *scribe) bodyLines() int {
	end := len(s.queue) - 1
	for end >= 0 && !s.queue[end].body && s.queue[end].table == 0 {
		end--
	}
	if end < 0 {
		return -1
	}
	if s.queue[end].table > 0 {
		return end + 1
	}
	begin := end
	for begin > 0 && end-begin < kept-1 && s.queue[begin-1].body {
		begin--
	}
	if before := begin - 1; !s.queue[begin].first && before >= 0 && s.queue[before].first {
		return before
	}
	return begin
}
