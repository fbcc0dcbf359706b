package imports

import (
	"cmp"
	"fmt"
	"slices"

	"yueping/app"
	"yueping/models"
)

// line is what a file brings for a unit, or for a day of one; or a row that is of no known unit.
type line struct {
	key          string
	unit, county string
	day          int
	sheet        string
	row          int                           // the first that says something of it
	values       map[string]*app.ImportValue   // by indicator
	refused      []*app.ImportRefusal          // what keeps it out
	cells        map[string]*app.ImportRefusal // those of refused that are an indicator's
	has          map[string]bool               // the filters that it is under
}

// The filters, which are also what a line is called.
const (
	filterAll       = "all"
	filterNew       = "new"
	filterChanged   = "changed"
	filterConflict  = "conflict"
	filterRefused   = "refused"
	filterUnchanged = "unchanged"
)

// filters are in the order in which they are offered.
var filters = []string{filterAll, filterNew, filterChanged, filterConflict, filterRefused}

// linesOf puts the values and the refused cells of each unit and day together, in the order of the file.
// Refusals of a column or a sheet as a whole are of no line.
func linesOf(i *app.Import, roster *models.Roster) []*line {
	at := map[string]*line{}
	var lines []*line
	get := func(key, sheet string, row int) *line {
		l := at[key]
		if l == nil {
			l = &line{key: key, sheet: sheet, row: row, values: map[string]*app.ImportValue{}, cells: map[string]*app.ImportRefusal{}, has: map[string]bool{filterAll: true}}
			at[key] = l
			lines = append(lines, l)
		}
		return l
	}
	for n := range i.Values {
		v := &i.Values[n]
		l := get(unitKey(v.Unit, v.Day), v.Sheet, v.Row)
		l.unit, l.county, l.day = v.Name, v.County, v.Day
		l.values[v.Indicator.Key] = v
		l.has[string(v.Change)] = true
		if conflicts(v) {
			l.has[filterConflict] = true
		}
	}
	for n := range i.Refused {
		if r := &i.Refused[n]; r.Row > 0 {
			get(lineKey(r), r.Sheet, r.Row).refuse(r, roster)
		}
	}
	sheets := map[string]int{}
	if i.Book != nil {
		for n, s := range i.Book.Sheets {
			sheets[s.Name] = n
		}
	}
	slices.SortStableFunc(lines, func(a, b *line) int {
		return cmp.Or(cmp.Compare(sheets[a.sheet], sheets[b.sheet]), cmp.Compare(a.row, b.row), cmp.Compare(a.day, b.day))
	})
	return lines
}

// refuse puts a refused cell on the line.
func (l *line) refuse(r *app.ImportRefusal, roster *models.Roster) {
	l.refused = append(l.refused, r)
	l.has[filterRefused] = true
	if r.Indicator != nil && l.cells[r.Indicator.Key] == nil {
		l.cells[r.Indicator.Key] = r
	}
	switch {
	case l.unit != "":
	case r.Unit == nil:
		l.unit = r.Found
	default:
		l.unit, l.county, l.day = roster.Name(r.Unit.Key), roster.County(r.Unit.Key), r.Day
	}
}

// lineKey is the line of a refused cell: its unit's, or where that is not known its row's.
func lineKey(r *app.ImportRefusal) string {
	if r.Unit != nil {
		return unitKey(r.Unit, r.Day)
	}
	return fmt.Sprintf("row %d of %s", r.Row, r.Sheet)
}

func unitKey(u *models.Unit, day int) string { return fmt.Sprintf("unit %s %d", u.Key, day) }

// conflicts reports whether a value would take the place of another one that somebody entered.
func conflicts(v *app.ImportValue) bool {
	return v.Change == app.ImportChanged && (v.Typed || v.Draft != "")
}

// is reports whether a line is under a filter.
func (l *line) is(filter string) bool { return l.has[filter] }

// word is what a line is called by: the gravest that holds for it.
func (l *line) word() string {
	for _, w := range []string{filterRefused, filterConflict, filterChanged, filterNew} {
		if l.is(w) {
			return w
		}
	}
	return filterUnchanged
}

// brings reports whether a line would change what is stored.
func (l *line) brings() bool { return l.is(filterNew) || l.is(filterChanged) }

// on reports whether a line is taken in: one with a refused cell never is, because half a row is worse
// than none.
func (p *page) on(l *line) bool { return !l.is(filterRefused) && !p.switched[l.key] }

// counts are how many lines would be stored and how many of those with something to say are left out.
func (p *page) counts() (taken, left int) {
	for _, l := range p.lines {
		switch {
		case !p.on(l):
			left++
		case l.brings():
			taken++
		}
	}
	return taken, left
}

// indicators are those that the lines are about, in the order of the program.
func indicatorsOf(p *models.Program, lines []*line) []*models.Indicator {
	seen := map[string]bool{}
	for _, l := range lines {
		for key := range l.values {
			seen[key] = true
		}
		for key := range l.cells {
			seen[key] = true
		}
	}
	var result []*models.Indicator
	for i := range p.Indicators {
		if seen[p.Indicators[i].Key] {
			result = append(result, &p.Indicators[i])
		}
	}
	return result
}

// takenOf is an import without the lines that are left out.
func (p *page) takenOf(i *app.Import) *app.Import {
	taken := *i
	taken.Values, taken.Refused = nil, nil
	off := map[string]bool{}
	for _, l := range p.lines {
		off[l.key] = !p.on(l)
	}
	for _, v := range i.Values {
		if !off[unitKey(v.Unit, v.Day)] {
			taken.Values = append(taken.Values, v)
		}
	}
	for _, r := range i.Refused {
		if r.Row == 0 && !p.skipped[wholeKey(r)] || r.Row > 0 && !off[lineKey(&r)] {
			taken.Refused = append(taken.Refused, r)
		}
	}
	return &taken
}

// wholeKey names a refusal of a column or a sheet as a whole.
func wholeKey(r app.ImportRefusal) string { return r.Sheet + "!" + r.At }
