package escalate

import (
	"slices"

	"yueping/models/month"
)

// Judge holds a set of rules ready for many units: which versions are in force is found once a month.
// It is not safe for several goroutines.
type Judge struct {
	rules    []Rule
	keys     []string // in the order in which they first occur
	restarts bool     // whether any rule lets a count begin anew
	held     map[month.Month][]held
}

// held is a rule in force with the number of its key.
type held struct {
	*Rule
	key int
}

// NewJudge makes a judge of all versions of the rules.
func NewJudge(rules []Rule) *Judge {
	j := &Judge{rules: rules, held: map[month.Month][]held{}}
	for i := range rules {
		if !slices.Contains(j.keys, rules[i].Key) {
			j.keys = append(j.keys, rules[i].Key)
		}
		j.restarts = j.restarts || rules[i].Restart
	}
	return j
}

// inForce gives the rules of a month.
func (j *Judge) inForce(at month.Month) []held {
	if list, known := j.held[at]; known {
		return list
	}
	rules := InForce(j.rules, at)
	list := make([]held, len(rules))
	for i := range rules {
		list[i] = held{&rules[i], slices.Index(j.keys, rules[i].Key)}
	}
	j.held[at] = list
	return list
}

// Earned gives the notices that a unit receives in a month, and beside them those that a higher step
// supersedes, in the order of the rules. A notice is earned only by a unit that is in the list in that
// month. Months before a rule's From count, where the unit was in its list then; each month is judged
// by the rules of its own time.
func (j *Judge) Earned(history History, at month.Month) []Notice {
	h := newRecord(history, at)
	return j.earned(&h, nil)
}

// NextRisk gives the notices that the unit would receive in the month after at if it were then in
// every list. Honours are left out, as their lists are no risk, and so are rules that do not concern
// the unit; nil for all.
func (j *Judge) NextRisk(history History, at month.Month, concerns func(Rule) bool) []Notice {
	h := newRecord(history, at+1)
	h.all = true
	risks := j.earned(&h, func(r Rule) bool { return !r.Honour && (concerns == nil || concerns(r)) })
	return slices.DeleteFunc(risks, func(n Notice) bool { return n.Superseded })
}

func (j *Judge) earned(h *record, wanted func(Rule) bool) []Notice {
	var begins []month.Month
	var met []held
	for _, r := range j.inForce(h.at) {
		if (wanted != nil && !wanted(*r.Rule)) || h.mark(r.Rule, h.at) != InList {
			continue
		}
		if begins == nil {
			begins = j.begins(h) // only where somebody may be met
		}
		if h.met(r.Rule, h.at, begins[r.key]) {
			met = append(met, r)
		}
	}
	if met == nil {
		return nil
	}
	notices := make([]Notice, len(met))
	for i, r := range met {
		notices[i] = Notice{Rule: r.Key, Action: r.Action, Addressee: r.Addressee, Months: h.counted(r.Rule, h.at, begins[r.key]),
			Superseded: slices.ContainsFunc(met, func(o held) bool { return o.above(r) })}
	}
	return notices
}

// above reports whether a rule is a higher step of another's ladder.
func (r held) above(o held) bool { return r.Ladder != "" && r.Ladder == o.Ladder && r.Step > o.Step }

// begins gives, by the number of a rule's key, the month from which its count runs in the month that
// is judged, after every restart before; 0 for a rule that counts from the beginning.
func (j *Judge) begins(h *record) []month.Month {
	begins := make([]month.Month, len(j.keys))
	if !j.restarts {
		return begins
	}
	for m := h.first; m < h.at; m++ {
		met := j.restarted(h, m, begins)
		for _, r := range met {
			begins[r.key] = m + 1
			for _, lower := range j.inForce(m) {
				if r.above(lower) {
					begins[lower.key] = m + 1
				}
			}
		}
	}
	return begins
}

// restarted gives the rules met in a month after which counts begin anew.
func (j *Judge) restarted(h *record, m month.Month, begins []month.Month) []held {
	var met []held
	for _, r := range j.inForce(m) {
		if r.Restart && h.met(r.Rule, m, begins[r.key]) {
			met = append(met, r)
		}
	}
	return met
}
