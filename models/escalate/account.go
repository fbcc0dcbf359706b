package escalate

import (
	"slices"

	"yueping/models/month"
)

// Account is how one rule in force stands for a unit in a month: what it counts and what comes of it.
type Account struct {
	Rule Rule
	// Begin is the month from which the count runs anew after a restart, 0 where it never did.
	// RestartedBy is the rule that was met in the month before it.
	Begin       month.Month
	RestartedBy string
	// Marks are the months that the rule looks at, oldest first, the month of the account last; of a
	// running count the streak and the month that ended it.
	Marks   []MarkAt
	Counted []month.Month // oldest first
	// Earned is true where the rule is met; By names the higher step that supersedes it, if one does.
	Earned bool
	By     string
}

// MarkAt is a month as a rule reads it.
type MarkAt struct {
	Month   month.Month
	Mark    Mark   // of all the rule's lists together
	Lists   []Mark // of each
	Handed  []bool // whether the mark is one of the units that this one carries on
	Counted bool
	Before  bool // it lies before the restart
}

// Accounts gives an account of each rule in force in a month. What it says is earned is what Earned
// gives.
func Accounts(rules []Rule, history History, at month.Month) []Account {
	j, h := NewJudge(rules), newRecord(history, at)
	begins := j.begins(&h)
	notices := j.Earned(history, at)
	var accounts []Account
	for _, r := range j.inForce(at) {
		a := Account{Rule: *r.Rule, Begin: begins[r.key]}
		if a.Begin != 0 {
			a.RestartedBy = j.restartedBy(history, r, a.Begin-1, at)
		}
		a.Counted = h.counted(r.Rule, at, a.Begin)
		for m := h.looksBack(r.Rule, at, a); m <= at; m++ {
			a.Marks = append(a.Marks, h.markAt(r.Rule, m, a))
		}
		for _, n := range notices {
			if n.Rule == r.Key {
				a.Earned = true
				if n.Superseded {
					a.By = j.highest(notices, r, at)
				}
			}
		}
		accounts = append(accounts, a)
	}
	return accounts
}

// looksBack is the first month that says anything about a rule's count.
func (h *record) looksBack(r *Rule, at month.Month, a Account) month.Month {
	switch {
	case r.Months <= 1:
		return at
	case r.Within == Year:
		return month.Of(at.Year(), 1)
	case r.Within == Window:
		return at - month.Month(r.Window) + 1
	}
	first := at
	if len(a.Counted) > 0 {
		first = a.Counted[0]
	}
	return max(min(first, at-month.Month(r.Months)+2)-1, min(h.first, at))
}

func (h *record) markAt(r *Rule, m month.Month, a Account) MarkAt {
	result := MarkAt{Month: m, Mark: h.mark(r, m), Counted: slices.Contains(a.Counted, m), Before: m < a.Begin}
	for _, l := range r.Lists() {
		mark := h.of(r, l, m)
		result.Lists = append(result.Lists, mark)
		result.Handed = append(result.Handed, mark != NoData && h.history.Mark(l, m) == NoData)
	}
	return result
}

// restartedBy gives the rule that was met in a month and lets another begin anew after it: the rule
// itself, or a higher step of its ladder. at is the month that is judged.
func (j *Judge) restartedBy(history History, r held, m, at month.Month) string {
	before := newRecord(history, at)
	before.at = m
	begins := j.begins(&before)
	before.at = at
	by := ""
	for _, met := range j.restarted(&before, m, begins) {
		then := func(v held) bool { return v.key == r.key && (met.key == r.key || met.above(v)) } // by the terms of that month
		if slices.ContainsFunc(j.inForce(m), then) {
			by = met.Key
		}
	}
	return by
}

// highest gives the rule that supersedes another in a month.
func (j *Judge) highest(notices []Notice, r held, at month.Month) string {
	best := r
	for _, o := range j.inForce(at) {
		met := slices.ContainsFunc(notices, func(n Notice) bool { return n.Rule == o.Key })
		if met && o.above(best) {
			best = o
		}
	}
	return best.Key
}
