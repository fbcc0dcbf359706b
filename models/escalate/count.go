package escalate

import (
	"slices"

	"yueping/models/month"
)

// from is the first month that a rule counts in the month at, begin being that after a restart.
func (h *record) from(r *Rule, at, begin month.Month) month.Month {
	begin = max(begin, h.first)
	switch r.Within {
	case Year:
		return max(begin, month.Of(at.Year(), 1))
	case Window:
		return max(begin, at-month.Month(r.Window)+1)
	}
	return begin
}

// times is how many months a rule counts back from the month at; enough of them stop the counting.
func (h *record) times(r *Rule, at, begin month.Month, enough int) int {
	n := 0
	begin = h.from(r, at, begin)
	for m := at; m >= begin && n < enough; m-- {
		switch mark := h.mark(r, m); {
		case mark == InList:
			n++
		case r.Within == Running && (mark == NotInList || r.Gap == Breaks):
			return n
		}
	}
	return n
}

// met reports whether a rule is met in a month: the unit is in the list then, and often enough.
func (h *record) met(r *Rule, at, begin month.Month) bool {
	return r.Months >= 1 && h.mark(r, at) == InList && (r.Months == 1 || h.times(r, at, begin, r.Months) == r.Months)
}

// counted gives the months that a rule counts in the month at, oldest first, whether they are enough
// or not.
func (h *record) counted(r *Rule, at, begin month.Month) []month.Month {
	if r.Months <= 1 {
		if h.mark(r, at) == InList {
			return []month.Month{at}
		}
		return nil
	}
	n := h.times(r, at, begin, 1<<30)
	if n == 0 {
		return nil
	}
	hits := make([]month.Month, 0, n)
	for m := at; len(hits) < n; m-- {
		if h.mark(r, m) == InList {
			hits = append(hits, m)
		}
	}
	slices.Reverse(hits)
	return hits
}
