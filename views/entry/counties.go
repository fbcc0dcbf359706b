package entry

import (
	"strings"

	"yueping/app"
	"yueping/models"
)

// county is a county-level unit that rows can be filtered by.
type county struct{ key, name string }

// counties are those with units below them, in the order of the rows; none where there is only one, or
// where all rows are counties themselves.
func (p people) counties() []county {
	var found []county
	seen := map[string]bool{}
	for _, u := range p.units {
		above := p.month.Table.Roster.Register().County(u, p.month.At)
		if above != nil && above != u && !seen[above.Key] {
			seen[above.Key] = true
			found = append(found, county{above.Key, p.name(above)})
		}
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

// inFilter reports whether a filter keeps a unit: "" all, a group its members, a county itself and what
// is below it.
func inFilter(m *app.Month, filter string, u *models.Unit) bool {
	roster := m.Table.Roster
	if filter == "" {
		return true
	}
	if key, isCounty := strings.CutPrefix(filter, countyFilter); isCounty {
		above := roster.Register().County(u, m.At)
		return u.Key == key || (above != nil && above.Key == key)
	}
	return roster.Group(u.Key) == filter
}
