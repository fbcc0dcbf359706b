package schemes

import (
	"slices"
	"strings"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/month"
)

// ruleWords says in a line what a rule brings: 连续2个月列入后10名 → 约谈 政府主要负责同志.
func ruleWords(t *text.Book, p *models.Program, terms models.RuleTerms, at month.Month) string {
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
	name := listName(p, scheme, list, at)
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

// ladders are the program's ladders in a month with the rules that stand on each, lowest first; one
// rule is left out.
func ladders(p *models.Program, at month.Month, except string) (keys []string, steps map[string][]models.RuleTerms) {
	steps = map[string][]models.RuleTerms{}
	for i := range p.Rules {
		terms, holds := p.Rules[i].At(at)
		if !holds || terms.Ladder == "" || p.Rules[i].Key == except {
			continue
		}
		keys = appendNew(keys, terms.Ladder)
		steps[terms.Ladder] = append(steps[terms.Ladder], terms)
	}
	for _, list := range steps {
		slices.SortStableFunc(list, func(a, b models.RuleTerms) int { return a.Step - b.Step })
	}
	return keys, steps
}
