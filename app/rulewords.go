package app

import (
	"slices"
	"strings"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/month"
)

// RuleWords says in a line what a rule brings: 连续2个月列入后10名 → 约谈 政府主要负责同志.
func RuleWords(t *text.Book, p *models.Program, terms models.RuleTerms, at month.Month) string {
	if terms.Ended {
		return t.T("schemes.words.ended")
	}
	lists := ruleList(t, p, terms.Scheme, terms.List, at)
	if terms.AlsoScheme != "" {
		lists = t.T("rules.words.both", "list", lists, "also", ruleList(t, p, terms.AlsoScheme, terms.AlsoList, at))
	}
	key := "rules.words.window"
	switch {
	case terms.Months == 1:
		key = "rules.words.once"
	case terms.Within == models.WithinRunning:
		key = "rules.words.running"
	case terms.Within == models.WithinYear:
		key = "rules.words.year"
	}
	words := t.T(key, "lists", lists, "count", terms.Months, "window", terms.Within)
	result := t.T("rules.words.brings", "when", words, "action", strings.TrimSpace(terms.Action+" "+terms.Addressee))
	if more := ruleSettings(t, terms); len(more) > 0 {
		result += t.T("rules.words.settings", "settings", strings.Join(more, t.T("schemes.words.semicolon")))
	}
	return result
}

// ruleSettings are what else holds, where it is not what is usual.
func ruleSettings(t *text.Book, terms models.RuleTerms) []string {
	var words []string
	for _, s := range []struct {
		on  bool
		key string
	}{{terms.Honour, "rules.words.honour"}, {terms.Ladder != "", "rules.words.step"}, {terms.Restart, "rules.words.restart"},
		{terms.Bridge, "rules.words.bridge"}, {terms.Inherit, "rules.words.inherit"}} {
		if s.on {
			words = append(words, t.T(s.key, "step", terms.Step))
		}
	}
	return words
}

// ruleList names a list, with its scheme where another scheme has one of the same name.
func ruleList(t *text.Book, p *models.Program, scheme, list string, at month.Month) string {
	name := RuleListName(p, scheme, list, at)
	for i := range p.Schemes {
		s := &p.Schemes[i]
		terms, _ := s.At(at)
		same := slices.ContainsFunc(terms.Lists, func(l models.List) bool { return l.Name == name })
		if own := p.Scheme(scheme); s.Key != scheme && same && own != nil {
			return t.T("rules.words.of", "scheme", own.Name, "list", name)
		}
	}
	return name
}

// RuleListName is what a list is called in a month, else as last; lists of several groups share a key and
// may have a name each.
func RuleListName(p *models.Program, scheme, list string, at month.Month) string {
	s := p.Scheme(scheme)
	if s == nil {
		return list
	}
	named := func(t models.SchemeTerms) string {
		var names []string
		for _, l := range t.Lists {
			if l.Key == list {
				names = append(names, l.Name)
			}
		}
		return strings.Join(merged(names), "、")
	}
	terms, _ := s.At(at)
	if name := named(terms); name != "" {
		return name
	}
	for _, v := range slices.Backward(s.Versions) {
		if name := named(v.Value); name != "" {
			return name
		}
	}
	return list
}
