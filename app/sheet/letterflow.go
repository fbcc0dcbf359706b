package sheet

import "math"

// tableWhite is the least white above and below a table in a letter, in mm.
const tableWhite = 2.0

// flow sets the queue on pages.
func (s *scribe) flow() error {
	for i := 0; i < len(s.queue); {
		end, height := s.chain(i)
		atTop := s.y <= s.frame.Top+slack
		if !atTop && !s.fits(height) && height <= s.frame.TextHeight+slack {
			s.pushed = s.pushed || s.final >= 0 && end > s.final && s.fits(s.queue[i].height)
			s.newPage()
		}
		for ; i < end; i++ {
			if err := s.place(i); err != nil {
				return err
			}
		}
	}
	return nil
}

// chain gives the end of the items that stay together from i on, and their height in mm.
func (s *scribe) chain(i int) (end int, height float64) {
	for end = i; end < len(s.queue); end++ {
		height += s.queue[end].height
		if !s.queue[end].keep {
			return end + 1, height
		}
	}
	return end, height
}

// place sets one item. A blank line at the head of a page is left out.
func (s *scribe) place(i int) error {
	it := s.queue[i]
	if it.table > 0 {
		return s.placeTable(it.table-1, i)
	}
	if len(it.marks) == 0 {
		s.space(s.pitch)
		return nil
	}
	s.need(it.height)
	page := s.pageNow()
	for _, mark := range it.marks {
		mark.Y = s.y + baseline(mark.Size, s.pitch)
		page.texts = append(page.texts, mark)
	}
	s.y += it.height
	return nil
}

// placeTable sets a table; what follows stands on the lines of the page again. The last rows of a
// table that ends the body stay with signature and date.
func (s *scribe) placeTable(table, i int) error {
	tail := 0.0
	if i+1 == s.final {
		_, tail = s.chain(i + 1)
		tail += tableWhite + s.pitch
	}
	s.space(tableWhite)
	if err := s.table(table, paragraph{}, tail); err != nil {
		return err
	}
	lines := math.Ceil((s.y + tableWhite - s.frame.Top) / s.pitch)
	s.y = min(s.frame.Top+lines*s.pitch, s.frame.Bottom())
	return nil
}
