package entry

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"yueping/views/grid"
	"yueping/views/kit"
)

// kept is how a program's columns were left, by the kind of sheet.
type kept map[string]*keptColumns

// keptColumns are the widths that somebody gave columns, and the columns that are hidden, by key.
type keptColumns struct {
	Widths map[string]float32 `json:"widths,omitempty"`
	Hidden []string           `json:"hidden,omitempty"`
}

func rememberColumns(program string) string { return "window.entry.columns." + program }

// of gives those of a kind of sheet, which may be filled in.
func (k kept) of(kind string) *keptColumns {
	if k[kind] == nil {
		k[kind] = &keptColumns{Widths: map[string]float32{}}
	}
	if k[kind].Widths == nil {
		k[kind].Widths = map[string]float32{}
	}
	return k[kind]
}

// keptOf reads them; what cannot be read is as good as nothing.
func keptOf(ctx context.Context, k *kit.Kit, program string) (kept, error) {
	text, err := k.Workspace.Setting(ctx, rememberColumns(program))
	all := kept{}
	if text != "" && json.Unmarshal([]byte(text), &all) != nil {
		all = kept{}
	}
	return all, err
}

// kind names the sort of a sheet: each has columns of its own.
func (s *source) kind() string {
	switch s.sheet.(type) {
	case *daysDown:
		return "down"
	case *daysAcross:
		return "across"
	}
	return "month"
}

func (s *Screen) columnsKept() *keptColumns { return s.columns.of(s.source.kind()) }

// arrange gives the grid the columns as its sheet was left, when that is another one than before.
func (s *Screen) arrange() {
	sheet := s.source.month.Program.Key + " " + s.source.kind()
	if sheet == s.arranged {
		return
	}
	s.arranged = ""
	c := s.columnsKept()
	s.grid.ClearFilters()
	s.grid.SortBy("", false)
	s.grid.SetColumnWidths(c.Widths)
	s.grid.ShowColumns()
	s.grid.HideColumns(c.Hidden...)
	s.arranged = sheet
}

// widened keeps the width that somebody gave a column.
func (s *Screen) widened(key string, width float32) {
	c := s.columnsKept()
	if width > 0 {
		c.Widths[key] = width
	} else {
		delete(c.Widths, key)
	}
	s.keepColumns()
}

// viewed keeps which columns are hidden, and shows what is kept from sight.
func (s *Screen) viewed(v grid.View) {
	if s.arranged == "" {
		return
	}
	if c := s.columnsKept(); !slices.Equal(c.Hidden, v.HiddenColumns) {
		c.Hidden = v.HiddenColumns
		s.keepColumns()
	}
	s.bar.sifted.show()
}

func (s *Screen) keepColumns() {
	if text, err := json.Marshal(s.columns); err == nil {
		s.kit.Remember(rememberColumns(s.source.month.Program.Key), string(text))
	}
}

// spotLeft is where a program was left: what was filtered, the cell of the cursor, and the one to which
// the selection reached from it.
type spotLeft struct {
	filter   string
	cell, to cellLeft
}

// cellLeft is a cell by what it is of; day 0 for a value of the month.
type cellLeft struct {
	unit, indicator string
	day             int
}

func rememberSpot(program string) string { return "window.entry.place." + program }

func (l spotLeft) String() string {
	words := []string{l.filter}
	for _, c := range []cellLeft{l.cell, l.to} {
		words = append(words, c.unit, c.indicator, strconv.Itoa(c.day))
	}
	return strings.Join(words, "\t")
}

// parseSpot reads what String gives; without a second cell the selection is the first, and anything
// else is the beginning.
func parseSpot(text string) spotLeft {
	words := strings.Split(text, "\t")
	if len(words) == 4 {
		words = append(words, words[1:]...)
	}
	if len(words) != 7 {
		return spotLeft{}
	}
	return spotLeft{words[0], parseCell(words[1:4]), parseCell(words[4:7])}
}

func parseCell(words []string) cellLeft {
	day, _ := strconv.Atoi(words[2])
	return cellLeft{words[0], words[1], day}
}

// keepSpot remembers where the program is left. It is done at once: the window may be closing.
func (s *Screen) keepSpot() {
	p, ok := s.cursor()
	if !ok || s.loaded.month == nil {
		return
	}
	program := s.loaded.month.Program.Key
	if s.place.Program == nil || s.place.Program.Key != program {
		return // another one is being read, and the filter is its own
	}
	now := spotLeft{s.filter, p.left(), p.left()}
	if to, ok := s.source.spot(s.grid.Extent()); ok {
		now.to = to.left()
	}
	if now == s.left[program] {
		return
	}
	s.left[program] = now
	if err := s.kit.Workspace.SetSetting(context.Background(), rememberSpot(program), now.String()); err != nil {
		s.kit.Log.Warn("not remembered", "key", rememberSpot(program), "error", err)
	}
}

func (p spot) left() cellLeft { return cellLeft{p.unit.Key, p.indicator.Key, p.period.Day} }

// goBack selects what was selected when a program was left, as far as it is still there.
func (s *Screen) goBack(l spotLeft) {
	for _, c := range []cellLeft{l.cell, l.to} {
		if c.unit == "" || !s.source.leadsTo(c.unit) || s.source.Rows() == 0 {
			return
		}
	}
	row, col := s.source.nearest(s.goalOf(l.cell))
	if l.to == l.cell {
		s.grid.Select(row, col)
		return
	}
	toRow, toCol := s.source.nearest(s.goalOf(l.to))
	s.grid.SelectRange(row, col, toRow, toCol)
}

// goalOf is a cell that was left as one to go to in the month that is shown.
func (s *Screen) goalOf(c cellLeft) goal {
	at := s.loaded.month.At
	g := goal{unit: c.unit, indicator: c.indicator, period: at.Whole()}
	if c.day > 0 && c.day <= at.Days() {
		g.period = at.Day(c.day)
	}
	return g
}
