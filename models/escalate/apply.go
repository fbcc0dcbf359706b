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

// Apply gives the notices that a unit receives in a month: those of Judge.Earned that no higher step
// supersedes.
func Apply(rules []Rule, history History, at month.Month) []Notice {
	return NewJudge(rules).Apply(history, at)
}

// Apply gives what Earned gives without what a higher step supersedes.
func (j *Judge) Apply(history History, at month.Month) []Notice {
	return slices.DeleteFunc(j.Earned(history, at), func(n Notice) bool { return n.Superseded })
}

// Earned is Judge.Earned for one unit.
func Earned(rules []Rule, history History, at month.Month) []Notice {
	return NewJudge(rules).Earned(history, at)
}

// NextRisk is Judge.NextRisk for one unit that every rule concerns.
func NextRisk(rules []Rule, history History, at month.Month) []Notice {
	return NewJudge(rules).NextRisk(history, at, nil)
}
