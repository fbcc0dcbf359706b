package notices

import "yueping/app"

// nobody says why the filters leave nobody.
func (s *Screen) nobody() string {
	at := app.MonthWords(s.kit.Text, s.data.place.Month)
	if f := s.filter; f.list != "" || f.county != "" || f.stage != "" {
		return s.kit.T("board.nobody_filtered")
	}
	return s.kit.T("board.nobody."+s.filter.show, "month", at)
}

// nothing shows a sentence instead of the board.
func (s *Screen) nothing(sentence, screen string) {
	s.details.hide()
	s.uncover()
	// The table stays, without columns: it has the keyboard while a month is calculated.
	s.table.SetColumns()
	s.keys = nil
	s.body.Hide()
	s.empty.Show(sentence, screen)
	s.content.Refresh()
}

// sortBy sorts by the column whose label was clicked.
func (s *Screen) sortBy(column int) {
	if column < len(s.keys) {
		s.order = s.order.turn(s.keys[column])
		s.show()
	}
}

// reach chooses the unit that was asked for, once the month is there.
func (s *Screen) reach() {
	if s.wanted == "" || s.data.board == nil || s.data.place != s.place {
		return
	}
	unit := s.wanted
	l := s.data.find(unit)
	s.wanted = ""
	if l == nil {
		s.kit.Say(s.kit.T("board.not_here"))
		return
	}
	if !s.filter.keeps(&s.data, l) {
		s.filter = filter{show: showAll}
		if len(l.risk) > 0 {
			s.filter.show = showRisk
		}
		s.show()
	}
	s.table.Select(unit)
}
