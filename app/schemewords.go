package app

import (
	"cmp"
	"strings"

	"yueping/app/text"
	"yueping/models"
)

// SchemeWords says in a line what terms do: 按得分由高到低，组内排名，并列同名次；名单：后10名.
func SchemeWords(t *text.Book, p *models.Program, terms models.SchemeTerms) string {
	if terms.Ended {
		return t.T("schemes.words.ended")
	}
	parts := []string{basisWords(t, p, terms)}
	if terms.Period != "" && terms.Period != models.PeriodMonth && len(terms.SumOf) == 0 {
		parts = append(parts, t.T("schemes.words.period", "period", t.T("schemes.period."+terms.Period), "how", t.T("schemes.accumulate."+terms.Accumulate)))
	}
	parts = append(parts, t.T("schemes.words.within."+cmp.Or(terms.Within, models.WithinGroup)),
		t.T("schemes.words.ties."+cmp.Or(terms.Ties, "competition")))
	if len(terms.Groups) > 0 {
		parts = append(parts, t.T("schemes.words.groups", "groups", joinedWords(t, groupNames(p, terms.Groups))))
	}
	if n := len(terms.Exclude); n > 0 {
		parts = append(parts, t.T("schemes.words.exclude", "count", n))
	}
	clauses := []string{strings.Join(parts, t.T("schemes.words.comma"))}
	var lists, grades []string
	for _, l := range terms.Lists {
		lists = append(lists, l.Name)
	}
	for _, g := range terms.Grades {
		for _, b := range g.Bands {
			grades = append(grades, b.Grade)
		}
	}
	if len(lists) > 0 {
		clauses = append(clauses, t.T("schemes.words.lists", "lists", joinedWords(t, merged(lists))))
	}
	if len(grades) > 0 {
		clauses = append(clauses, t.T("schemes.words.grades", "grades", joinedWords(t, merged(grades))))
	}
	return strings.Join(clauses, t.T("schemes.words.semicolon"))
}

// basisWords says what is ranked by.
func basisWords(t *text.Book, p *models.Program, terms models.SchemeTerms) string {
	var names []string
	for _, key := range terms.SumOf {
		name := key
		if s := p.Scheme(key); s != nil {
			name = s.Name
		}
		names = append(names, t.T("schemes.words.quoted", "name", name))
	}
	if len(names) > 0 {
		return t.T("schemes.words.sum", "schemes", joinedWords(t, names))
	}
	for _, k := range terms.Keys {
		name := k.Indicator
		if ind := p.Indicator(k.Indicator); ind != nil {
			name = ind.Name
		}
		names = append(names, t.T("schemes.words.key", "indicator", name, "order", t.T(directionKey(k.Descending))))
	}
	return t.T("schemes.words.by", "keys", strings.Join(names, t.T("schemes.words.then")))
}

// directionKey is the message of a direction.
func directionKey(descending bool) string {
	if descending {
		return "schemes.descending"
	}
	return "schemes.ascending"
}

// groupNames are the names of groups, of all where no keys are given.
func groupNames(p *models.Program, keys []string) []string {
	var names []string
	for _, g := range p.Groups {
		if models.In(keys, g.Key) {
			names = append(names, g.Name)
		}
	}
	return names
}

func joinedWords(t *text.Book, names []string) string {
	return strings.Join(names, t.T("schemes.words.and"))
}
