// Package schemes is the forms in which 排名口径 are made, copied and changed from a month on, each
// with the ranking that it would bring beside it.
package schemes

import (
	"strconv"
	"strings"

	"yueping/models"
	"yueping/models/number"
)

// content is a scheme's terms as the form holds them: numbers and notes are still the texts that were
// typed, and what is not used at the moment is kept, so that a choice can be taken back.
type content struct {
	groups     choice
	within     string
	sum        bool // ranked by the sum of ranks
	keys       []*keyLine
	sumOf      choice
	ties       string
	tieKeys    int // how many leading keys make a tie, 0 for all
	period     string
	accumulate string
	exclude    []*exclusion
	lists      []*listLine
	grades     []*scale
	notes      string // a note a line
}

// choice is keys with a tick.
type choice map[string]bool

type keyLine struct {
	indicator  string
	descending bool
}

// exclusion is a unit that is left out; name is what the form calls it.
type exclusion struct{ unit, name, reason string }

// listLine is a list; size is what its kind counts in: a number of units or of values, a limit, a share.
type listLine struct {
	key, name, by, size string
	groups              choice
	worst, below, split bool
}

// scale is the grades of some groups.
type scale struct {
	groups choice
	bands  []*band
}

type band struct{ min, grade string }

// The kinds of a list.
const (
	byRows      = "rows"
	byLevels    = "levels"
	byThreshold = "threshold"
	byPercent   = "percent"
)

// shareFormat reads the share of a list by per cent.
var shareFormat = number.Format{Percent: true, Decimals: 4}

// countFormat reads a number of units.
var countFormat = number.Format{}

// fill takes a program's terms into a form.
func fill(p *models.Program, t models.SchemeTerms) *content {
	c := &content{groups: chosen(p, t.Groups), within: t.Within, sum: len(t.SumOf) > 0, sumOf: choice{}, ties: t.Ties,
		tieKeys: t.TieKeys, period: t.Period, accumulate: t.Accumulate, notes: strings.Join(t.Notes, "\n")}
	if c.within == "" {
		c.within = models.WithinGroup
	}
	if c.period == "" {
		c.period = models.PeriodMonth
	}
	if c.ties == "" {
		c.ties = "competition"
	}
	for _, k := range t.Keys {
		c.keys = append(c.keys, &keyLine{k.Indicator, k.Descending})
	}
	for _, key := range t.SumOf {
		c.sumOf[key] = true
	}
	for _, e := range t.Exclude {
		c.exclude = append(c.exclude, &exclusion{e.Unit, e.Unit, e.Reason})
	}
	for _, l := range t.Lists {
		c.lists = append(c.lists, fillList(p, t, l))
	}
	for _, g := range t.Grades {
		s := &scale{groups: chosen(p, g.Groups)}
		for _, b := range g.Bands {
			s.bands = append(s.bands, &band{shown(p, t, b.Min), b.Grade})
		}
		c.grades = append(c.grades, s)
	}
	return c
}

func fillList(p *models.Program, t models.SchemeTerms, l models.List) *listLine {
	line := &listLine{key: l.Key, name: l.Name, by: l.By, groups: chosen(p, l.Groups), worst: l.Worst, below: l.Below, split: l.Split}
	if line.by == "" {
		line.by = byRows
	}
	switch {
	case line.by == byThreshold && l.Threshold != nil:
		line.size = shown(p, t, *l.Threshold)
	case line.by == byPercent && l.Threshold != nil:
		if share, err := l.Threshold.Shift(2); err == nil {
			line.size = share.String()
		}
	case l.Count > 0:
		line.size = strconv.Itoa(l.Count)
	}
	return line
}

// chosen ticks groups; none named stand for all of them.
func chosen(p *models.Program, groups []string) choice {
	c := choice{}
	for _, g := range p.Groups {
		if models.In(groups, g.Key) {
			c[g.Key] = true
		}
	}
	return c
}

// shown writes a value as the first key is written.
func shown(p *models.Program, t models.SchemeTerms, n number.Number) string {
	if len(t.SumOf) == 0 && len(t.Keys) > 0 {
		if ind := p.Indicator(t.Keys[0].Indicator); ind != nil {
			return ind.Shown(n)
		}
	}
	return n.String()
}
