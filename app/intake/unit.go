package intake

import (
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
)

// written is a name as it stands in a workbook, beside its county.
type written struct{ name, county string }

// found is what a name was found to mean.
type found struct {
	unit   *models.Unit
	bad    *fault.Fault
	left   bool // a clerk said that its rows are left out
	ask    bool // a clerk can say what is meant
	answer bool // and did
}

// look finds the unit of a name, once for each.
func (r *sheetReader) look(name, county string) found {
	key := written{name, county}
	known, ok := r.units[key]
	if !ok {
		known = r.lookup(name, county)
		r.units[key] = known
	}
	return known
}

func (r *sheetReader) lookup(name, county string) found {
	layout := &r.result.Layout
	answer, answered := layout.Units[QuestionKey(county, name)]
	if answered && layout.From == Template {
		return r.answered(name, answer)
	}
	u, err := r.Matcher.Find(name, county)
	if err == nil {
		return found{unit: u}
	}
	if u := r.countyItself(name, county); u != nil {
		return found{unit: u}
	}
	if answered {
		return r.answered(name, answer)
	}
	bad := fault.All(err)[0]
	return found{bad: bad, ask: strings.HasPrefix(bad.Code, "unit.unknown") || bad.Code == "unit.ambiguous"}
}

// countyItself is the county of a row that names it as its unit and as its county, too; nil for another row.
func (r *sheetReader) countyItself(name, county string) *models.Unit {
	if strings.TrimSpace(county) == "" {
		return nil
	}
	u, bad := r.Matcher.Find(name, "")
	above, worse := r.Matcher.Find(county, "")
	if bad != nil || worse != nil || u != above || u.Kind != models.KindCounty {
		return nil
	}
	return u
}

// answered takes what a clerk said that a name means.
func (r *sheetReader) answered(name, key string) found {
	if key == "" {
		return found{left: true}
	}
	u := r.Roster.Register().Unit(key)
	switch {
	case u == nil:
		return found{bad: fault.New("import.layout_unit", "name", name, "found", key)}
	case !r.Roster.Has(key):
		return found{bad: fault.New("unit.not_in_program", "name", r.Roster.Name(key), "program", r.Program.Name)}
	}
	return found{unit: u, answer: true}
}

// find is look for who only wants the unit.
func (r *sheetReader) find(name, county string) (*models.Unit, *fault.Fault) {
	f := r.look(name, county)
	return f.unit, f.bad
}

// ask counts a row of a name that someone has to explain.
func (r *sheetReader) ask(t *table, cell *workbook.ReadCell, name, county string) {
	key := QuestionKey(county, name)
	if n, known := r.asked[key]; known {
		r.result.Questions[n].Count++
		return
	}
	r.asked[key] = len(r.result.Questions)
	r.result.Questions = append(r.result.Questions, Question{Key: key, Name: strings.TrimSpace(name), County: strings.TrimSpace(county),
		Sheet: t.page.Name, At: cell.Name(), Count: 1, Candidates: r.Matcher.Candidates(name, county)})
}

// see keeps the county of a block of rows: it may stand in the first alone.
func (b *part) see(county *workbook.ReadCell) {
	if !county.Blank() && county.Shown() != b.above {
		b.above = county.Shown()
		clear(b.under)
	}
}

// rowUnit finds a row's unit; false where there is none to go on with.
func (r *sheetReader) rowUnit(t *table, w *whole, b *part, cells []workbook.ReadCell) (*models.Unit, bool) {
	if b.unit < 0 {
		return w.unit, true
	}
	name, county := spanned(cells, b.unit), spanned(cells, b.county)
	b.see(&county)
	if name.Blank() {
		if t.across() || len(w.units) > 0 && len(w.units) == len(b.values) {
			return nil, true
		}
		if isTotal(county.Shown()) {
			r.leave(t, &county, fault.New("import.left_total"))
			return nil, false
		}
		r.refuse(t, orFirst(name, cells), nil, fault.New("import.no_unit"))
		return nil, false
	}
	shown := name.Shown()
	f := r.look(shown, county.Shown())
	if f.bad != nil && f.ask && county.Blank() && b.above != "" {
		if inside := r.look(shown, b.above); inside.unit != nil && !b.under[b.row(t, shown, cells)] {
			f = inside
		}
	}
	b.under[b.row(t, shown, cells)] = true
	switch {
	case f.unit != nil:
		return f.unit, true
	case f.left:
		r.leave(t, &name, fault.New("import.left_answer"))
	case isTotal(shown):
		b.above = ""
		r.leave(t, &name, fault.New("import.left_total"))
	case isNote(shown):
		r.leave(t, &name, fault.New("import.left_note"))
	default:
		r.refuse(t, &name, nil, f.bad)
		if f.ask {
			r.ask(t, &name, shown, county.Shown())
		}
	}
	return nil, false
}

// row tells the rows of one name in a block of a county apart.
func (b *part) row(t *table, name string, cells []workbook.ReadCell) string {
	if t.date < 0 && t.list < 0 {
		return name
	}
	date, listed := cellAt(cells, t.date), cellAt(cells, t.list)
	return name + "\x00" + date.Shown() + "\x00" + listed.Shown()
}

// columnUnits finds the units that headers or the captions over them name. One that cannot be found
// refuses its header, where there is anything beneath it.
func (r *sheetReader) columnUnits(t *table, s *SheetLayout) map[int]*models.Unit {
	units := map[int]*models.Unit{}
	for i := range t.columns {
		c := &t.columns[i]
		name, key, county := c.layout.Under, "", ""
		if c.layout.Role == OfUnit {
			name, key = c.cell.Shown(), c.layout.Key
		} else if c.layout.Role != OfIndicator || name == "" {
			continue
		}
		if t.firstIn(i) == nil {
			units[i] = nil
			continue
		}
		f := found{}
		if key != "" {
			f = r.answered(name, key)
		} else if f = r.look(name, ""); f.bad != nil && len(c.over) > 0 && c.layout.Role == OfUnit {
			county = c.over[len(c.over)-1].cell.Shown()
			if inside := r.look(name, county); inside.unit != nil {
				f = inside
			}
		}
		units[i] = f.unit
		switch {
		case f.left:
			r.result.Left = append(r.result.Left, Refusal{Sheet: t.page.Name, At: c.cell.Name(), Found: c.cell.Shown(), Reason: fault.New("import.left_answer")})
		case f.bad != nil:
			r.result.Refused = append(r.result.Refused, Refusal{Sheet: t.page.Name, At: c.cell.Name(), Found: c.cell.Shown(), Reason: f.bad})
			if f.ask {
				r.ask(t, c.cell, name, "")
			}
		case c.layout.Role == OfUnit && f.unit != nil:
			if l := s.Column(i + 1); l != nil {
				l.Key = f.unit.Key
			}
		}
	}
	return units
}
