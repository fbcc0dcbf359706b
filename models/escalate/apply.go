package escalate

import (
	"slices"

	"yueping/models/month"
)

// Notice is what a rule brings a unit in a month.
type Notice struct {
	Rule              string // its key
	Action, Addressee string
	// Months are those that earned it, oldest first, the month of the notice last: for a rule of one
	// month only this one, for a running count the whole unbroken streak, elsewhere the months in the
	// list within the year or window.
	Months []month.Month
	// Superseded is true where a higher step of the same ladder is earned in the same month.
	Superseded bool
}

// Apply gives the notices that a unit receives in a month, in the order of the rules. A notice is
// earned only by a unit that is in the list in that month. Months before a rule's From count, where
// the unit was in its list then; each month is judged by the rules of its own time.
func Apply(rules []Rule, history History, at month.Month) []Notice {
	return slices.DeleteFunc(Earned(rules, history, at), func(n Notice) bool { return n.Superseded })
}

// Earned gives what Apply gives, and beside it the notices that a higher step supersedes.
func Earned(rules []Rule, history History, at month.Month) []Notice {
	return earned(rules, newRecord(history, at), at)
}

// NextRisk gives the notices that the unit would receive in the month after at if it were then in
// every list. Honours are left out: their lists are no risk.
func NextRisk(rules []Rule, history History, at month.Month) []Notice {
	next := at + 1
	risks := slices.DeleteFunc(slices.Clone(rules), func(r Rule) bool { return r.Honour })
	h := newRecord(history, next)
	h.all = next
	return slices.DeleteFunc(earned(risks, h, next), func(n Notice) bool { return n.Superseded })
}

func earned(rules []Rule, h record, at month.Month) []Notice {
	held := InForce(rules, at)
	begins := restarts(rules, h, at)
	var notices []Notice
	highest := map[string]int{}
	var met []Rule
	for _, r := range held {
		months := h.months(r, at, begins[r.Key])
		if months == nil {
			continue
		}
		if top, ok := highest[r.Ladder]; !ok || r.Step > top {
			highest[r.Ladder] = r.Step
		}
		met = append(met, r)
		notices = append(notices, Notice{Rule: r.Key, Action: r.Action, Addressee: r.Addressee, Months: months})
	}
	for i, r := range met {
		notices[i].Superseded = r.Ladder != "" && r.Step < highest[r.Ladder]
	}
	return notices
}

// restarts gives, by rule, the month from which its count runs in the month at, after every restart
// before. A rule that is not in the result counts from the beginning.
func restarts(rules []Rule, h record, at month.Month) map[string]month.Month {
	begins := map[string]month.Month{}
	if !slices.ContainsFunc(rules, func(r Rule) bool { return r.Restart }) {
		return begins
	}
	for m := h.first; m < at; m++ {
		held := InForce(rules, m)
		var met []Rule
		for _, r := range held {
			if r.Restart && h.months(r, m, begins[r.Key]) != nil {
				met = append(met, r)
			}
		}
		for _, r := range met {
			begins[r.Key] = m + 1
			for _, lower := range held {
				if r.Ladder != "" && lower.Ladder == r.Ladder && lower.Step < r.Step {
					begins[lower.Key] = m + 1
				}
			}
		}
	}
	return begins
}
