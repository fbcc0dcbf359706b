package schemes

import (
	"cmp"
	"strings"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/month"
)

// summary says in a line what terms do: 按得分由高到低，组内排名，并列同名次；名单：后10名.
func summary(t *text.Book, p *models.Program, terms models.SchemeTerms) string {
	if terms.Ended {
		return t.T("schemes.words.ended")
	}
	parts := []string{basis(t, p, terms)}
	if terms.Period != "" && terms.Period != models.PeriodMonth && len(terms.SumOf) == 0 {
		parts = append(parts, t.T("schemes.words.period", "period", t.T("schemes.period."+terms.Period), "how", t.T("schemes.accumulate."+terms.Accumulate)))
	}
	parts = append(parts, t.T("schemes.words.within."+cmp.Or(terms.Within, models.WithinGroup)),
		t.T("schemes.words.ties."+cmp.Or(terms.Ties, "competition")))
	if len(terms.Groups) > 0 {
		parts = append(parts, t.T("schemes.words.groups", "groups", joined(t, groupNames(p, terms.Groups))))
	}
	if n := len(terms.Exclude); n > 0 {
		parts = append(parts, t.T("schemes.words.exclude", "count", n))
	}
	clauses := []string{strings.Join(parts, t.T("schemes.words.comma"))}
	var lists, grades []string
	for _, l := range terms.Lists {
		lists = appendNew(lists, l.Name)
	}
	for _, g := range terms.Grades {
		for _, b := range g.Bands {
			grades = appendNew(grades, b.Grade)
		}
	}
	if len(lists) > 0 {
		clauses = append(clauses, t.T("schemes.words.lists", "lists", joined(t, lists)))
	}
	if len(grades) > 0 {
		clauses = append(clauses, t.T("schemes.words.grades", "grades", joined(t, grades)))
	}
	return strings.Join(clauses, t.T("schemes.words.semicolon"))
}

// basis says what is ranked by.
func basis(t *text.Book, p *models.Program, terms models.SchemeTerms) string {
	var names []string
	for _, key := range terms.SumOf {
		name := key
		if s := p.Scheme(key); s != nil {
			name = s.Name
		}
		names = append(names, t.T("schemes.words.quoted", "name", name))
	}
	if len(names) > 0 {
		return t.T("schemes.words.sum", "schemes", joined(t, names))
	}
	for _, k := range terms.Keys {
		name := k.Indicator
		if ind := p.Indicator(k.Indicator); ind != nil {
			name = ind.Name
		}
		names = append(names, t.T("schemes.words.key", "indicator", name, "order", t.T(order(k.Descending))))
	}
	return t.T("schemes.words.by", "keys", strings.Join(names, t.T("schemes.words.then")))
}

// order is the message of a direction.
func order(descending bool) string {
	if descending {
		return "schemes.descending"
	}
	return "schemes.ascending"
}

func groupNames(p *models.Program, keys []string) []string {
	var names []string
	for _, g := range p.Groups {
		if models.In(keys, g.Key) {
			names = append(names, g.Name)
		}
	}
	return names
}

func joined(t *text.Book, names []string) string {
	return strings.Join(names, t.T("schemes.words.and"))
}

func appendNew(names []string, name string) []string {
	for _, n := range names {
		if n == name {
			return names
		}
	}
	return append(names, name)
}

// since says from when a version holds.
func since(t *text.Book, from month.Month) string {
	if from == 0 {
		return t.T("schemes.always")
	}
	return t.T("schemes.since", "month", from.String())
}

// few joins names, and counts them where they are many.
func few(t *text.Book, names []string) string {
	const most = 12
	if len(names) <= most {
		return joined(t, names)
	}
	return t.T("schemes.words.few", "names", joined(t, names[:most]), "count", len(names))
}
