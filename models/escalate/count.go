package escalate

import (
	"slices"

	"yueping/models/month"
)

// months gives the months by which a rule is met in the month at, oldest first, counting from begin
// on; nil where it is not met.
func (h record) months(r Rule, at, begin month.Month) []month.Month {
	if r.Months < 1 || h.mark(r, at) != InList {
		return nil
	}
	if r.Months == 1 {
		return []month.Month{at}
	}
	begin = max(begin, h.first)
	var hits []month.Month
	switch r.Within {
	case Year:
		hits = h.hits(r, at, max(begin, month.Of(at.Year(), 1)))
	case Window:
		hits = h.hits(r, at, max(begin, at-month.Month(r.Window)+1))
	default:
		hits = h.streak(r, at, begin)
	}
	if len(hits) < r.Months {
		return nil
	}
	slices.Reverse(hits)
	return hits
}

// hits gives the months in the list from begin to at, newest first.
func (h record) hits(r Rule, at, begin month.Month) []month.Month {
	var hits []month.Month
	for m := at; m >= begin; m-- {
		if h.mark(r, m) == InList {
			hits = append(hits, m)
		}
	}
	return hits
}

// streak gives the unbroken months in the list back from at, newest first.
func (h record) streak(r Rule, at, begin month.Month) []month.Month {
	var hits []month.Month
	for m := at; m >= begin; m-- {
		mark := h.mark(r, m)
		switch {
		case mark == InList:
			hits = append(hits, m)
		case mark == NotInList || r.Gap == Breaks:
			return hits
		}
	}
	return hits
}
