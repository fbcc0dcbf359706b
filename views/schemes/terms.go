package schemes

import (
	"slices"
	"strings"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/number"
)

// reading turns the form's texts into terms and collects what cannot be read.
type reading struct {
	program *models.Program
	content *content
	used    []string // the keys of lists that every version of the scheme has
	bad     fault.List
}

// terms reads the form. used are the keys that lists of the scheme have had: new lists get others, as
// escalation rules name lists by their keys.
func (c *content) terms(p *models.Program, used []string) (models.SchemeTerms, error) {
	r := &reading{program: p, content: c, used: slices.Clone(used)}
	for _, l := range c.lists {
		r.used = append(r.used, l.key)
	}
	t := models.SchemeTerms{Groups: r.groups(c.groups, "schemes.no_group"), Ties: c.ties}
	if c.within != models.WithinGroup {
		t.Within = c.within
	}
	if c.sum {
		t.SumOf = r.sumOf()
	} else {
		r.keys(&t)
	}
	for _, e := range c.exclude {
		reason := strings.TrimSpace(e.reason)
		if reason == "" {
			r.refuse("schemes.reason_needed", "unit", e.name)
		}
		t.Exclude = append(t.Exclude, models.Exclusion{Unit: e.unit, Reason: reason})
	}
	for _, l := range c.lists {
		t.Lists = append(t.Lists, r.list(l, t.Lists))
	}
	for _, s := range c.grades {
		t.Grades = append(t.Grades, r.scale(s))
	}
	for note := range strings.SplitSeq(c.notes, "\n") {
		if note = strings.TrimSpace(note); note != "" {
			t.Notes = append(t.Notes, note)
		}
	}
	return t, r.bad.Err()
}

func (r *reading) refuse(code string, pairs ...any) { r.bad = append(r.bad, fault.New(code, pairs...)) }

// keys reads what only a ranking by indicators has.
func (r *reading) keys(t *models.SchemeTerms) {
	c := r.content
	for i, k := range c.keys {
		if k.indicator == "" {
			r.refuse("schemes.indicator_needed", "number", i+1)
		}
		t.Keys = append(t.Keys, models.SchemeKey{Indicator: k.indicator, Descending: k.descending})
	}
	if len(c.keys) == 0 {
		r.refuse("schemes.keys_needed")
	}
	if c.tieKeys < len(c.keys) {
		t.TieKeys = c.tieKeys
	}
	if c.period != models.PeriodMonth {
		t.Period, t.Accumulate = c.period, c.accumulate
	}
}

func (r *reading) sumOf() []string {
	var keys []string
	for _, s := range r.program.Schemes {
		if r.content.sumOf[s.Key] {
			keys = append(keys, s.Key)
		}
	}
	if len(keys) == 0 {
		r.refuse("schemes.sum_needed")
	}
	return keys
}

// groups gives the ticked groups in their order, none for all. One of them at least must be ranked.
func (r *reading) groups(c choice, code string, pairs ...any) []string {
	var keys []string
	for _, g := range r.program.Groups {
		if c[g.Key] {
			keys = append(keys, g.Key)
		}
	}
	ranked := slices.ContainsFunc(keys, func(key string) bool { return r.content.groups[key] })
	switch {
	case len(keys) == len(r.program.Groups):
		return nil
	case !ranked:
		r.refuse(code, pairs...)
	}
	return keys
}

// format is how limits are typed: as the first key is.
func (r *reading) format() number.Format {
	if c := r.content; !c.sum && len(c.keys) > 0 {
		if ind := r.program.Indicator(c.keys[0].indicator); ind != nil {
			f := ind.Format()
			f.Decimals = max(f.Decimals, 6) // a limit may lie between two values
			return f
		}
	}
	return countFormat
}

func (r *reading) list(l *listLine, before []models.List) models.List {
	name := strings.TrimSpace(l.name)
	if name == "" {
		r.refuse("schemes.list_name_needed", "number", len(before)+1)
	}
	result := models.List{Key: l.key, Name: name, Worst: l.worst, By: l.by, Groups: r.groups(l.groups, "schemes.list_no_group", "list", name)}
	format := countFormat
	switch l.by {
	case byThreshold:
		format, result.Below = r.format(), l.below
	case byPercent:
		format = shareFormat
	}
	if l.by == byRows || l.by == byPercent {
		result.Split = l.split
	}
	n, err := number.Read(l.size, format)
	if err != nil {
		r.bad = append(r.bad, fault.Wrap(err, "schemes.list_size", "list", name, "text", l.size, "whole", format == countFormat))
		return result
	}
	if l.by == byThreshold || l.by == byPercent {
		result.Threshold = &n
	} else if count, whole := n.Scaled(0); whole {
		result.Count = int(min(count, 1<<20))
	}
	if r.taken(result, before) {
		result.Key = fresh("list-", r.used)
		r.used = append(r.used, result.Key)
		l.key = result.Key
	}
	return result
}

// taken reports whether a list needs a key: it has none, or one of the same key is for the same group.
func (r *reading) taken(l models.List, before []models.List) bool {
	return l.Key == "" || slices.ContainsFunc(before, func(o models.List) bool {
		shared := slices.ContainsFunc(l.Groups, func(g string) bool { return models.In(o.Groups, g) })
		return o.Key == l.Key && (len(l.Groups) == 0 || len(o.Groups) == 0 || shared)
	})
}

// scale reads grades; they are put in order, the best first.
func (r *reading) scale(s *scale) models.GradeScale {
	result := models.GradeScale{Groups: r.groups(s.groups, "schemes.grades_no_group")}
	for _, b := range s.bands {
		grade := strings.TrimSpace(b.grade)
		if grade == "" {
			r.refuse("schemes.grade_needed", "min", b.min)
		}
		n, err := number.Read(b.min, r.format())
		if err != nil {
			r.bad = append(r.bad, fault.Wrap(err, "schemes.grade_min", "grade", grade, "text", b.min))
		}
		result.Bands = append(result.Bands, models.GradeBand{Min: n, Grade: grade})
	}
	if len(s.bands) == 0 {
		r.refuse("schemes.bands_needed")
	}
	slices.SortStableFunc(result.Bands, func(a, b models.GradeBand) int { return b.Min.Cmp(a.Min) })
	return result
}
