package entry

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/views/grid"
	"yueping/views/kit"
)

// people are the units of a sheet, and its rows where each has one.
type people struct {
	kit   *kit.Kit
	month *app.Month
	units []*models.Unit
}

// unitsOf gives the units of a group ("" for all) that have any cell, the city last.
func unitsOf(m *app.Month, group string) []*models.Unit {
	var units []*models.Unit
	roster := m.Table.Roster
	city := roster.Register().City()
	for _, u := range m.Table.Units {
		if u != city && inFilter(m, group, u) && covered(m, u.Key) {
			units = append(units, u)
		}
	}
	if city != nil && (group == "" || group == cityGroup) && covered(m, city.Key) {
		units = append(units, city)
	}
	return units
}

// covering leaves the units for which one of some indicators is kept.
func (p people) covering(indicators ...*models.Indicator) people {
	var kept []*models.Unit
	for _, u := range p.units {
		for _, i := range indicators {
			if p.month.Table.Roster.Covers(i, u.Key) {
				kept = append(kept, u)
				break
			}
		}
	}
	p.units = kept
	return p
}

func (p people) all() []*models.Unit { return p.units }

// Rows is the number of units.
func (p people) Rows() int { return len(p.units) }

func (p people) unit(row int) *models.Unit { return p.units[row] }

// keys names the units.
func (p people) keys() string {
	var b strings.Builder
	for _, u := range p.units {
		b.WriteString(u.Key)
		b.WriteByte(' ')
	}
	return b.String()
}

// HeaderColumns are number, name and county.
func (p people) HeaderColumns() []grid.Column {
	return []grid.Column{
		{Key: "number", Title: p.kit.T("entry.number"), Align: fyne.TextAlignTrailing, Sample: "000"},
		{Key: "unit", Title: p.kit.T("entry.unit"), Sample: p.longest(p.name)},
		{Key: "county", Title: p.kit.T("entry.county"), Sample: p.longest(p.county)},
	}
}

// RowHeader gives a unit's number, name and county.
func (p people) RowHeader(row int) []string {
	u := p.units[row]
	return []string{strconv.Itoa(row + 1), p.name(u), p.county(u)}
}

func (p people) longest(text func(*models.Unit) string) string {
	best := ""
	for _, u := range p.units {
		if t := text(u); len(t) > len(best) {
			best = t
		}
	}
	if r := []rune(best); len(r) > 14 {
		best = string(r[:14])
	}
	return best
}

func (p people) name(u *models.Unit) string {
	if u.Short != "" {
		return u.Short
	}
	return p.month.Table.Roster.Name(u.Key)
}

// county is the short name of the county-level unit above a unit, "" for none.
func (p people) county(u *models.Unit) string {
	above := p.month.Table.Roster.Register().County(u, p.month.At)
	if above == nil {
		return ""
	}
	return p.name(above)
}
