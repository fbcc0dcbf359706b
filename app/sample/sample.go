// Package sample makes up the observations of a sample city's months, so that a program can be shown
// whose real values were never published. The same seed always makes the same values.
package sample

import (
	"fmt"
	"math/rand/v2"
	"path"
	"slices"

	"yueping/app/city"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/number"
)

// File is an observation file that was made.
type File struct {
	Name    string // below the city's folder
	Content []byte
}

// Make gives the observation files of all made-up months of a city. A target that cannot be met is
// the fault sample.impossible with program, month and list.
func Make(c *city.City, standards *air.Standards) ([]File, error) {
	register := models.NewRegister(c.Units)
	var files []File
	for _, t := range c.MadeUp {
		for i := range c.Programs {
			if c.Programs[i].Key != t.Program {
				continue
			}
			context := &appraise.Context{Register: register, Program: &c.Programs[i], Standards: standards}
			m := maker{target: t, context: context, random: rand.New(rand.NewPCG(c.Seed, uint64(t.Month))),
				apart: rand.New(rand.NewPCG(c.Seed, uint64(t.Month)<<32))}
			made, err := m.month()
			if err != nil {
				return nil, err
			}
			files = append(files, made...)
		}
	}
	return files, nil
}

type maker struct {
	target  city.Target
	context *appraise.Context
	random  *rand.Rand
	// apart draws what is about days, so that with and without it the other values are the same.
	apart *rand.Rand
}

// draw is one unit's made-up values by indicator.
type draw map[string]number.Number

// tries bounds how often ties in a list are drawn anew.
const tries = 1000

func (m *maker) month() ([]File, error) {
	t := m.context.NewTable(m.target.Month)
	values := map[string]draw{}
	for _, u := range t.Units {
		if d := m.draw(t, u); len(d) > 0 {
			values[u.Key] = d
		}
	}
	for _, list := range m.target.Lists {
		if err := m.meet(list, values); err != nil {
			return nil, err
		}
	}
	days, err := m.days(values)
	if err != nil {
		return nil, err
	}
	content, err := m.write(t, values)
	if err != nil {
		return nil, err
	}
	name := path.Join("observations", fmt.Sprintf("%s-%s", m.target.Program, m.target.Month))
	files := []File{{name + ".csv", content}}
	if days != nil {
		content, err := m.writeDays(days)
		if err != nil {
			return nil, err
		}
		files = append(files, File{name + city.DaysSuffix + ".csv", content})
	}
	return files, nil
}

// draw makes up a unit's values: each lies in its indicator's range, both ends included.
func (m *maker) draw(t *appraise.Table, u *models.Unit) draw {
	d := draw{}
	for _, r := range m.target.Ranges {
		ind := m.context.Program.Indicator(r.Indicator)
		if ind == nil || !t.Roster.Covers(ind, u.Key) || !models.In(r.Groups, t.Roster.Group(u.Key)) {
			continue
		}
		if n, ok := m.value(r, ind, d); ok {
			d[ind.Key] = n
		}
	}
	return d
}

// value draws one value; false where it is a share of something that was not drawn.
func (m *maker) value(r city.Range, ind *models.Indicator, d draw) (number.Number, bool) {
	places := ind.Places()
	if r.ShareOf != "" {
		places = shareDecimals
	}
	least, _ := r.Min.Scaled(places)
	most, _ := r.Max.Scaled(places)
	random := m.random
	if ind.CountsDays() {
		random = m.apart
	}
	drawn, err := number.FromInt(least + random.Int64N(most-least+1)).Shift(-places)
	if err != nil || r.ShareOf == "" {
		return drawn, err == nil
	}
	whole, known := d[r.ShareOf]
	if !known {
		return number.Number{}, false
	}
	share, err := number.Of(whole).Mul(number.Of(drawn)).Round(ind.Places())
	return share, err == nil
}

// shareDecimals is how finely shares are drawn.
const shareDecimals = 3

// meet deals the drawn values out anew among the units of the list's group, so that the list holds
// just the wanted units in the wanted order. Draws that tie inside the list, or with the first unit
// outside it, are made anew.
func (m *maker) meet(list city.TargetList, values map[string]draw) error {
	impossible := fault.New("sample.impossible", "program", m.target.Program, "month", m.target.Month.String(), "list", list.List)
	for range tries {
		ranking, err := m.rank(list.Scheme, values)
		if err != nil {
			return err
		}
		group, places := m.list(ranking, list)
		if group == nil || len(group.Rows) < len(list.Units) {
			return impossible
		}
		if tied := m.tied(group, places, len(list.Units)); tied != "" {
			t := m.context.NewTable(m.target.Month)
			values[tied] = m.draw(t, m.context.Register.Unit(tied))
			continue
		}
		return m.deal(group, places, list.Units, values, impossible)
	}
	return impossible
}

func (m *maker) rank(scheme string, values map[string]draw) (*appraise.Ranking, error) {
	t := m.context.NewTable(m.target.Month)
	for unit, d := range values {
		for indicator, n := range d {
			t.Set(indicator, unit, models.Of(n))
		}
	}
	if err := t.Calculate(); err != nil {
		return nil, err
	}
	return t.Rank(scheme)
}

// list finds the ranked group that has the list and holds its units.
func (m *maker) list(r *appraise.Ranking, list city.TargetList) (*appraise.RankedGroup, []int) {
	for i := range r.Groups {
		g := &r.Groups[i]
		for _, l := range g.Lists {
			if l.List.Key == list.List && slices.ContainsFunc(g.Rows, func(row appraise.Row) bool { return row.Unit.Key == list.Units[0] }) {
				return g, l.Rows
			}
		}
	}
	return nil, nil
}

// tied gives a unit whose draw must change: one of two of equal rank of which at least one is in the
// list, or one too many in it.
func (m *maker) tied(g *appraise.RankedGroup, places []int, wanted int) string {
	for _, i := range places {
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < len(g.Rows) && g.Rows[i].Rank == g.Rows[j].Rank {
				return g.Rows[i].Unit.Key
			}
		}
	}
	if len(places) != wanted {
		return g.Rows[0].Unit.Key
	}
	return ""
}

func (m *maker) deal(g *appraise.RankedGroup, places []int, wanted []string, values map[string]draw, impossible error) error {
	var inside, outside []draw
	var others []string
	for i, row := range g.Rows {
		if slices.Contains(places, i) {
			inside = append(inside, values[row.Unit.Key])
		} else {
			outside = append(outside, values[row.Unit.Key])
		}
		if !slices.Contains(wanted, row.Unit.Key) {
			others = append(others, row.Unit.Key)
		}
	}
	if len(others) != len(outside) {
		return impossible
	}
	m.random.Shuffle(len(outside), func(i, j int) { outside[i], outside[j] = outside[j], outside[i] })
	for i, key := range wanted {
		values[key] = inside[i]
	}
	for i, key := range others {
		values[key] = outside[i]
	}
	return nil
}
