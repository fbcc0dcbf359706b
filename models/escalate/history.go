package escalate

import "yueping/models/month"

// Mark is how a unit stood to a list in a month.
type Mark int

const (
	NoData    Mark = iota // the unit was not ranked, or nothing was
	NotInList             // it was ranked, and not in the list
	InList
)

// History holds the marks of one unit by list and month; a month that is not in it is NoData. It is
// made anew from the rankings each time, so that a corrected month corrects the notices after it.
type History map[List]map[month.Month]Mark

// Put stores the mark of a list and a month.
func (h History) Put(list List, m month.Month, mark Mark) {
	if h[list] == nil {
		h[list] = map[month.Month]Mark{}
	}
	h[list][m] = mark
}

// record is what the rules read: a history, with all marks of one month replaced for NextRisk.
type record struct {
	history History
	first   month.Month // no month before it has a mark
	all     month.Month // this month is InList everywhere; 0 for none
}

func newRecord(h History, at month.Month) record {
	first := at
	for _, marks := range h {
		for m := range marks {
			first = min(first, m)
		}
	}
	return record{history: h, first: first}
}

// mark gives a rule's mark: in the list only where it is in each of the rule's lists, out of it where
// it is known to be out of one.
func (h record) mark(r Rule, m month.Month) Mark {
	if m == h.all && m != 0 {
		return InList
	}
	mark := h.history[List{r.Scheme, r.List}][m]
	if !r.both() || mark == NotInList {
		return mark
	}
	also := h.history[List{r.AlsoScheme, r.AlsoList}][m]
	if mark == NoData && also == InList {
		return NoData
	}
	return also
}
