package models

import (
	"regexp"
	"slices"
	"strings"
)

// byRule gives the units that a name means by the first rule that fits any: a division code, a writing of
// a spelling, or a name that is alike; of these, units that take no part count, too. A name that only lacks
// what kind of place it is, 董村 for 董村镇, is left to be asked about: there may be a 董村乡.
func (m *Matcher) byRule(name string, at scope) []*Unit {
	l := m.loosely()
	if code := shortCode(fold(name)); code != "" {
		return m.within(at, l.codes[code])
	}
	written := m.writings(name, at)
	for _, rule := range []func(writing) []*Unit{
		func(w writing) []*Unit { return m.spelled(w.name, w.at) },
		m.alike,
	} {
		var found []*Unit
		for _, w := range written {
			for _, u := range rule(w) {
				if !slices.Contains(found, u) {
					found = append(found, u)
				}
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// alike gives the units whose name is written in another of its ways, or with or without the city's name.
func (m *Matcher) alike(w writing) []*Unit {
	l := m.loosely()
	found := m.within(w.at, l.alike[w.name])
	if township := looseName(w.name, KindTownship); township != w.name {
		for _, u := range m.within(w.at, l.alike[township]) {
			if u.Kind == KindTownship && !slices.Contains(found, u) {
				found = append(found, u)
			}
		}
	}
	return found
}

func (m *Matcher) within(at scope, units []*Unit) []*Unit {
	var result []*Unit
	for _, u := range units {
		if m.inside(at, u) {
			result = append(result, u)
		}
	}
	return result
}

// writing is a name as it might have been meant, folded, and where.
type writing struct {
	name string
	at   scope
}

const mostWritings = 24

var (
	sequence   = regexp.MustCompile(`^(?:\d{1,3}[.、):_-]|\(\d{1,3}\)|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|[①-⑳⑴-⒇⒈-⒛㈠-㈩])`)
	numbered   = regexp.MustCompile(`^\s*\d{1,3}\s+`)
	marked     = regexp.MustCompile(`^[*#※☆★△▲○●◎①-⑳†‡]+|[*#※☆★△▲○●◎①-⑳†‡]+$`)
	remark     = regexp.MustCompile(`^(.+?)[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]$`)
	government = regexp.MustCompile(`^(.+[乡镇])(?:人民)?政府$`)
	between    = "/\\-—–_·•,，、:：>|"
)

// writings are the names that a text may stand for when what offices put round a name is taken off: a
// number before it, marks and remarks behind it, 人民政府 of a township, the county before or behind it. A
// county that is named is never dropped.
func (m *Matcher) writings(name string, at scope) []writing {
	all := []writing{{fold(name), at}}
	if len(name) > 200 {
		return all
	}
	add := func(name string, at scope) {
		w := writing{name, at}
		if longEnough(name) && len(all) < mostWritings && !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	if rest := numbered.ReplaceAllString(name, ""); rest != name {
		add(fold(rest), at)
	}
	for i := 0; i < len(all); i++ {
		w := all[i]
		add(sequence.ReplaceAllString(w.name, ""), w.at)
		add(marked.ReplaceAllString(w.name, ""), w.at)
		if parts := government.FindStringSubmatch(w.name); parts != nil {
			add(parts[1], w.at)
		}
		if rest := m.withoutCity(w.name); rest != w.name {
			add(strings.TrimLeft(rest, between), w.at)
		}
		m.remarked(w, add)
		m.underCounty(w, add)
	}
	return all
}

// remarked takes a bracket off the end: the county, to which the name is then kept, or a remark that is no
// place, where no name has such a bracket.
func (m *Matcher) remarked(w writing, add func(string, scope)) {
	parts := remark.FindStringSubmatch(w.name)
	if parts == nil {
		return
	}
	outer, inner := parts[1], parts[2]
	if m.isCity(inner) {
		add(outer, w.at)
		return
	}
	if county := m.county(inner); county != nil {
		if at, fits := w.at.narrowed(county); fits {
			add(outer, at)
		}
		return
	}
	if !ending.MatchString(inner) && !m.loosely().bracket[outer] {
		add(outer, w.at)
	}
}

// underCounty takes the county's name off the beginning, with or without a sign behind it.
func (m *Matcher) underCounty(w writing, add func(string, scope)) {
	for i := range w.name {
		if i == 0 {
			continue
		}
		county := m.county(w.name[:i])
		if county == nil {
			continue
		}
		if at, fits := w.at.narrowed(county); fits {
			add(strings.TrimLeft(w.name[i:], between), at)
		}
	}
}

// narrowed is a scope inside a county; false where another is given.
func (s scope) narrowed(county *Unit) (scope, bool) {
	if s.city || (s.county != nil && s.county != county) {
		return s, false
	}
	return scope{county: county}, true
}

// county is the one county-level unit that a text names, by a spelling, its code or its stem; nil for none.
func (m *Matcher) county(name string) *Unit {
	folded := fold(name)
	found := m.counties[folded]
	if len(found) == 0 {
		found = m.loosely().counties[folded]
	}
	if len(found) == 0 {
		found = m.loosely().codes[shortCode(folded)]
	}
	if len(found) == 1 && found[0].Kind == KindCounty {
		return found[0]
	}
	return nil
}
