package app

import (
	"slices"
	"strconv"

	"yueping/models"
	"yueping/models/fault"
)

// The most that a rule counts, and the highest step of a ladder, as in a city's files.
const (
	mostMonths = 120
	mostSteps  = 100
	yearMonths = 12
)

// checkRule refuses terms that cannot be judged by, and those that a city's file could not hold.
func checkRule(p *models.Program, e RuleEdit) error {
	var bad fault.List
	refuse := func(code string, pairs ...any) { bad = append(bad, fault.New(code, pairs...)) }
	if blank(e.Key) {
		refuse("rule.key_needed")
	}
	t := e.Terms
	if t.Ended {
		if p.Rule(e.Key) == nil {
			refuse("rule.unknown", "rule", e.Key, "program", p.Name)
		}
		return bad.Err()
	}
	if blank(t.Action) {
		refuse("rule.action_needed")
	}
	if !listThere(p, t.Scheme, t.List) {
		refuse("rule.unknown_list", "scheme", t.Scheme, "list", t.List)
	}
	if (t.AlsoScheme != "" || t.AlsoList != "") && !listThere(p, t.AlsoScheme, t.AlsoList) {
		refuse("rule.unknown_list", "scheme", t.AlsoScheme, "list", t.AlsoList)
	}
	if t.AlsoScheme == t.Scheme && t.AlsoList == t.List && t.List != "" {
		refuse("rule.same_list")
	}
	most := mostMonths
	switch t.Within {
	case models.WithinRunning:
	case models.WithinYear:
		most = yearMonths
	default:
		n, err := strconv.Atoi(t.Within)
		if err != nil || n < 1 || n > mostMonths {
			refuse("rule.window", "text", t.Within, "most", mostMonths)
		} else {
			most = n
		}
	}
	if t.Months < 1 || t.Months > most {
		refuse("rule.months", "count", t.Months, "most", most)
	}
	if t.Ladder != "" && (t.Step < 1 || t.Step > mostSteps) {
		refuse("rule.step", "ladder", t.Ladder, "most", mostSteps)
	}
	return bad.Err()
}

// listThere reports whether a scheme has, had or is to have a list of a key.
func listThere(p *models.Program, scheme, list string) bool {
	s := p.Scheme(scheme)
	if s == nil {
		return false
	}
	for _, v := range s.Versions {
		if slices.ContainsFunc(v.Value.Lists, func(l models.List) bool { return l.Key == list }) {
			return true
		}
	}
	return false
}
