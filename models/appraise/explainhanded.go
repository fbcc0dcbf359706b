package appraise

import (
	"yueping/models"
	"yueping/models/escalate"
	"yueping/models/month"
)

// standing gives the place behind a mark: the unit's own, or that of one which it carries on.
func (e *NoticeExplainer) standing(l escalate.List, m month.Month, unit *models.Unit, mark escalate.Mark, handed bool) HandedStanding {
	if !handed {
		s := e.seen[seenAt{l, m, unit}]
		s.Mark = mark
		return HandedStanding{Standing: s}
	}
	for _, u := range e.context.Register.Units() {
		s, seen := e.seen[seenAt{l, m, u}]
		if seen && s.Mark == mark && u != unit && e.carriedOn(u, unit) {
			return HandedStanding{Standing: s, From: u.Name(m)}
		}
	}
	return HandedStanding{Standing: Standing{Mark: mark}}
}

// carriedOn reports whether a unit is carried on by another, however many steps later.
func (e *NoticeExplainer) carriedOn(u *models.Unit, by *models.Unit) bool {
	const steps = 16
	for n := 0; u != nil && n < steps; n++ {
		if u.Successor == by.Key {
			return true
		}
		u = e.context.Register.Unit(u.Successor)
	}
	return false
}
