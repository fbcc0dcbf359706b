package units

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"yueping/app"
	"yueping/app/text"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/kit"
	"yueping/views/pinyin"
	"yueping/views/table"
)

// data is the register as it stands in the month of the screen, in the order of precedence.
type data struct {
	place    kit.Place
	register *models.Register
	roster   *models.Roster
	units    []prepared
}

// prepared is a unit with its row and what it is found by.
type prepared struct {
	unit  *models.Unit
	name  string
	row   table.Row
	names []pinyin.Name
	code  string
}

// load reads the register and the program anew: a change of either makes the place's own one old.
func load(ctx context.Context, w *app.Workspace, t *text.Book, p kit.Place) (data, error) {
	register, err := w.Register(ctx)
	if err != nil {
		return data{}, err
	}
	if p.Program, err = w.Program(ctx, p.Program.Key); err != nil {
		return data{}, err
	}
	d := data{place: p, register: register, roster: models.NewRoster(register, p.Program, p.Month)}
	for i, u := range register.Units() {
		d.units = append(d.units, d.prepare(t, i, u))
	}
	return d, nil
}

func (d *data) prepare(t *text.Book, i int, u *models.Unit) prepared {
	at := d.place.Month
	p := prepared{unit: u, name: u.Name(at), code: u.Code}
	county := d.name(d.register.County(u, at))
	for _, s := range append(u.Spellings(), d.roster.Name(u.Key)) {
		p.names = append(p.names, pinyin.New(county+s))
	}
	tone := table.Plain
	if !u.Exists(at) {
		tone = table.Dim
	}
	cells := []string{strconv.Itoa(i + 1), p.name, t.T("kind." + string(u.Kind)), d.name(d.register.Unit(u.Parents.Get(at))),
		d.name(d.register.Unit(u.Caretakers.Get(at))), d.group(t, u), strings.Join(others(u, p.name), "、"), u.Code, d.span(t, u)}
	p.row = table.Row{Key: u.Key, Cells: make([]table.Cell, len(cells))}
	for n, c := range cells {
		p.row.Cells[n] = table.Cell{Text: c, Tone: tone}
	}
	p.row.Cells[0].Tone = table.Dim
	return p
}

func (d *data) name(u *models.Unit) string {
	if u == nil {
		return ""
	}
	return u.Name(d.place.Month)
}

// group is the unit's group in the program, "" where it takes no part.
func (d *data) group(t *text.Book, u *models.Unit) string {
	if u == d.register.City() || !d.roster.Has(u.Key) {
		return ""
	}
	if g := d.place.Program.Group(d.roster.Group(u.Key)); g != nil {
		return g.Name
	}
	return t.T("units.no_group")
}

// others are a unit's spellings beside its name.
func others(u *models.Unit, name string) []string {
	return slices.DeleteFunc(u.Spellings(), func(s string) bool { return s == name })
}

// span writes from when to when a unit is there; "" where it always has been.
func (d *data) span(t *text.Book, u *models.Unit) string {
	since, last := u.Since.String(), lastMonth(u).String()
	span := ""
	switch {
	case u.Since != 0 && u.Until != 0:
		span = t.T("units.from_to", "since", since, "until", last)
	case u.Since != 0:
		span = t.T("units.since", "since", since)
	case u.Until != 0:
		span = t.T("units.until", "until", last)
	}
	if s := d.register.Unit(u.Successor); s != nil {
		return t.T("units.successor", "span", span, "name", s.Name(u.Until))
	}
	return span
}

// detail says what is known of a unit: each name with the month from which it holds, its other
// spellings, and its span.
func (d *data) detail(t *text.Book, p *prepared) string {
	var names []string
	for _, n := range p.unit.Names {
		if n.From == 0 {
			names = append(names, n.Value)
		} else {
			names = append(names, t.T("units.name_since", "name", n.Value, "since", n.From.String()))
		}
	}
	parts := []string{strings.Join(names, " → ")}
	for _, part := range []struct{ key, text string }{
		{"units.above", d.name(d.register.Unit(p.unit.Parents.Get(d.place.Month)))},
		{"units.care", d.name(d.register.Unit(p.unit.Caretakers.Get(d.place.Month)))},
		{"column.group", d.group(t, p.unit)},
		{"column.aliases", strings.Join(others(p.unit, p.name), "、")},
		{"units.span", d.span(t, p.unit)},
	} {
		if part.text != "" {
			parts = append(parts, t.T("units.part", "label", t.T(part.key), "text", part.text))
		}
	}
	return strings.Join(parts, t.T("units.part_gap"))
}

// lastMonth is the last month in which a unit is there; 0 for open.
func lastMonth(u *models.Unit) month.Month { return max(u.Until-1, 0) }

// find gives the units that a text means, all for a blank one.
func (d *data) find(text string) []prepared {
	text = strings.TrimSpace(text)
	var found []prepared
	for _, p := range d.units {
		if text == "" || pinyin.Any(p.names, text) || strings.HasPrefix(p.code, text) {
			found = append(found, p)
		}
	}
	return found
}

// unit gives a unit by key, nil where there is none.
func (d *data) unit(key string) *prepared {
	for i := range d.units {
		if d.units[i].unit.Key == key {
			return &d.units[i]
		}
	}
	return nil
}
