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

// spotLeft is where a program was left: what was filtered, and the cell of the cursor.
type spotLeft struct {
	filter, unit, indicator string
	day                     int
}

func rememberSpot(program string) string { return "window.entry.place." + program }

func (l spotLeft) String() string {
	return strings.Join([]string{l.filter, l.unit, l.indicator, strconv.Itoa(l.day)}, "\t")
}

// parseSpot reads what String gives; anything else is the beginning.
func parseSpot(text string) spotLeft {
	words := strings.Split(text, "\t")
	if len(words) != 4 {
		return spotLeft{}
	}
	day, _ := strconv.Atoi(words[3])
	return spotLeft{words[0], words[1], words[2], day}
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
	now := spotLeft{s.filter, p.unit.Key, p.indicator.Key, p.period.Day}
	if now == s.left[program] {
		return
	}
	s.left[program] = now
	if err := s.kit.Workspace.SetSetting(context.Background(), rememberSpot(program), now.String()); err != nil {
		s.kit.Log.Warn("not remembered", "key", rememberSpot(program), "error", err)
	}
}

// goBack shows the cell where a program was left, as far as it is still there.
func (s *Screen) goBack(l spotLeft) {
	if l.unit == "" || !s.source.leadsTo(l.unit) || s.source.Rows() == 0 {
		return
	}
	at := s.loaded.month.At
	g := goal{unit: l.unit, indicator: l.indicator, period: at.Whole()}
	if l.day > 0 && l.day <= at.Days() {
		g.period = at.Day(l.day)
	}
	s.grid.Select(s.source.nearest(g))
}
