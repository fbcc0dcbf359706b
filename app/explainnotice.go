package app

import (
	"strings"

	"yueping/models/appraise"
	"yueping/models/escalate"
)

// notices writes what each escalation rule counts and what came of it.
func (w *explaining) notices(level int, n *appraise.NoticesExplanation) {
	w.say(level, "explain.notices")
	for i := range n.Rules {
		w.rule(level+1, n, &n.Rules[i])
	}
	if len(n.Next) == 0 {
		w.say(level+1, "explain.next_none")
		return
	}
	next := make([]string, len(n.Next))
	for i, v := range n.Next {
		next[i] = NoticeWords(w.t, v)
	}
	w.say(level+1, "explain.next", "notices", strings.Join(next, "；"))
}

func (w *explaining) rule(level int, n *appraise.NoticesExplanation, r *appraise.RuleExplanation) {
	lists := make([]string, len(r.Lists))
	for i, l := range r.Lists {
		scheme := l.List.Scheme
		if l.Scheme != nil {
			scheme = l.Scheme.Name
		}
		lists[i] = w.word("explain.rule_list", "scheme", scheme, "list", l.Name)
	}
	w.say(level, "explain.rule", "action", r.Rule.Action, "addressee", r.Rule.Addressee, "rule", r.Rule.Key, "since", w.since(r.Since),
		"lists", strings.Join(lists, w.word("explain.and_list")), "terms", w.terms(r))
	for _, m := range r.Months {
		w.monthStanding(level+1, r, m)
	}
	if r.Begin != 0 {
		w.say(level+1, "explain.restarted", "month", w.month(r.Begin), "rule", w.action(n, r.RestartedBy))
	}
	needed := max(r.Rule.Months, 1)
	key := "explain.not_earned"
	switch {
	case r.By != "":
		key = "explain.superseded"
	case r.Earned:
		key = "explain.earned"
	case len(r.Counted) >= needed:
		key = "explain.not_this_month"
	}
	w.say(level+1, key, "count", len(r.Counted), "needed", needed, "rule", w.action(n, r.By), "notice", r.Rule.Action+r.Rule.Addressee)
}

// action names a rule by what it brings.
func (w *explaining) action(n *appraise.NoticesExplanation, key string) string {
	for _, r := range n.Rules {
		if r.Rule.Key == key {
			return r.Rule.Action + r.Rule.Addressee
		}
	}
	return key
}

// terms says what a rule counts.
func (w *explaining) terms(r *appraise.RuleExplanation) string {
	key := "explain.within.running"
	switch {
	case r.Rule.Months <= 1:
		key = "explain.within.once"
	case r.Rule.Within == escalate.Year:
		key = "explain.within.year"
	case r.Rule.Within == escalate.Window:
		key = "explain.within.window"
	}
	words := []string{w.word(key, "months", r.Rule.Months, "window", r.Rule.Window)}
	if r.Rule.Months > 1 && r.Rule.Within == escalate.Running {
		gap := "explain.gap.breaks"
		if r.Rule.Gap == escalate.Bridges {
			gap = "explain.gap.bridges"
		}
		words = append(words, w.word(gap))
	}
	if r.Rule.Restart {
		words = append(words, w.word("explain.restarts"))
	}
	if r.Rule.Inherit {
		words = append(words, w.word("explain.inherits"))
	}
	return strings.Join(words, "，")
}

func (w *explaining) monthStanding(level int, r *appraise.RuleExplanation, m appraise.MonthStanding) {
	places := make([]string, len(m.Standings))
	for i, s := range m.Standings {
		key := map[escalate.Mark]string{escalate.NoData: "explain.mark.none", escalate.NotInList: "explain.mark.out", escalate.InList: "explain.mark.in"}[s.Mark]
		name := ""
		if len(m.Standings) > 1 {
			name = r.Lists[i].Name
		}
		places[i] = w.word(key, "list", name, "rank", s.Rank, "of", s.Of, "from", s.From)
	}
	counted := "explain.not_counted"
	switch {
	case m.Counted:
		counted = "explain.is_counted"
	case m.Before:
		counted = "explain.before_restart"
	}
	w.say(level, "explain.mark", "month", w.month(m.Month), "places", strings.Join(places, "；"), "counted", w.word(counted))
	w.row(ExplainMonths, w.month(m.Month), strings.Join(places, "；"), w.word(counted))
}
