package entry

import (
	"context"
	"strings"

	"yueping/views/kit"
)

// view is what of a program's month is shown, and how: the month's values or those of its days, a day
// a row or a day a column. Each program has its own.
type view struct {
	days      bool
	across    bool   // a day a column
	unit      string // whose days are shown, where a day is a row
	indicator string // of which the days are shown, where a day is a column
	parts     bool   // the IAQI are shown, too
	rank      bool   // the ranks are shown beside the values of the month
	asked     bool   // whether they are was chosen, and does not depend on the room there is
}

// remembers is the key under which a program's view is kept.
func remembers(program string) string { return "window.entry." + program }

// The words of a kept view; the keys of units and indicators have no blanks.
const (
	wordDays   = "days"
	wordAcross = "across"
	wordParts  = "parts"
	wordRank   = "rank"
	wordNone   = "none"
)

func (v view) String() string {
	words := []string{wordNone, wordNone, wordNone, v.unit, v.indicator, word(v.rank, wordRank)}
	if v.days {
		words[0] = wordDays
	}
	if v.across {
		words[1] = wordAcross
	}
	if v.asked {
		words[2] = "hidden"
		if v.parts {
			words[2] = wordParts
		}
	}
	return strings.Join(words, " ")
}

// parseView reads what String gives; anything else is the month's values.
func parseView(s string) view {
	words := strings.Split(s, " ")
	if len(words) == 5 { // before there were ranks
		words = append(words, wordNone)
	}
	if len(words) != 6 {
		return view{parts: true}
	}
	return view{rank: words[5] == wordRank, days: words[0] == wordDays, across: words[1] == wordAcross, asked: words[2] != wordNone,
		parts: words[2] == wordParts || words[2] == wordNone, unit: words[3], indicator: words[4]}
}

// leftView is how a program was left.
func leftView(ctx context.Context, k *kit.Kit, program string) (view, error) {
	kept, err := k.Workspace.Setting(ctx, remembers(program))
	return parseView(kept), err
}

// look shows another view and keeps it for the next time.
func (s *Screen) look(v view) {
	if v == s.view || s.place.Program == nil {
		return
	}
	read := v.days != s.view.days || v.rank != s.view.rank
	s.view = v
	s.kit.Remember(remembers(s.place.Program.Key), v.String())
	if read {
		s.Load(s.place)
		return
	}
	s.refill(false)
}

// daily reports whether the program takes values by day in the month that is shown.
func (s *Screen) daily() bool {
	return s.loaded.month != nil && len(s.loaded.month.Program.DailyIndicators(s.loaded.month.At)) > 0
}

// SwitchDays goes from the month's values to those of its days, and back, to the same unit.
func (s *Screen) SwitchDays() {
	if !s.daily() {
		s.kit.Say(s.kit.T("days.none"))
		return
	}
	if s.Leave() {
		v := s.view
		v.days = !v.days
		s.stay(&v)
	}
}

// ShowDays goes to the values of the days, where they are not shown already.
func (s *Screen) ShowDays() {
	if v := s.view; !v.days && s.place.Program != nil {
		v.days = true
		s.look(v)
	}
}

// SwitchLayout goes from a day a row to a day a column, and back, to the same value.
func (s *Screen) SwitchLayout() {
	if !s.view.days {
		s.SwitchDays()
		return
	}
	if s.Leave() {
		v := s.view
		v.across = !v.across
		s.stay(&v)
	}
}

// stay shows a view, with the cursor on the value where it was.
func (s *Screen) stay(v *view) {
	if p, ok := s.cursor(); ok {
		v.unit = p.unit.Key
		if p.indicator.Daily() {
			v.indicator = p.indicator.Key
		}
		s.goal = &goal{unit: p.unit.Key, indicator: p.indicator.Key, period: p.period}
	}
	s.look(*v)
	s.toGrid()
}

// cursor is the value under the cursor, or the first one of its row; false in an empty grid.
func (s *Screen) cursor() (spot, bool) {
	if s.grid == nil || s.source.Rows() == 0 || len(s.source.columns()) == 0 {
		return spot{}, false
	}
	row, col := s.grid.Cursor()
	if row >= s.source.Rows() {
		return spot{}, false
	}
	if p, ok := s.source.spot(row, col); ok {
		return p, true
	}
	return s.source.spot(row, 0)
}
