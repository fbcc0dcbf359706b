package escalate

import "yueping/models/month"

// Mark is how a unit stood to a list in a month.
type Mark int8

const (
	NoData    Mark = iota // the unit was not ranked, or nothing was, or there was no such list
	NotInList             // it was ranked, and not in the list
	InList
)

// History holds the marks of one unit, list by list; a month that is not in it is NoData. It is made
// anew from the rankings each time, so that a corrected month corrects the notices after it.
type History []Marks

// Marks are those of one list, a mark a month from First on: many thousand units have a dozen each, and
// a map for every one of them would cost more than ranking them.
type Marks struct {
	List  List
	First month.Month
	Marks []Mark
}

// Mark gives the mark of a list and a month.
func (h History) Mark(l List, m month.Month) Mark {
	for i := range h {
		if h[i].List == l {
			return h[i].at(m)
		}
	}
	return NoData
}

func (s *Marks) at(m month.Month) Mark {
	if i := int(m - s.First); i >= 0 && i < len(s.Marks) {
		return s.Marks[i]
	}
	return NoData
}

// Put stores the mark of a list and a month.
func (h *History) Put(l List, m month.Month, mark Mark) {
	for i := range *h {
		if s := &(*h)[i]; s.List == l {
			s.put(m, mark)
			return
		}
	}
	*h = append(*h, Marks{l, m, []Mark{mark}})
}

func (s *Marks) put(m month.Month, mark Mark) {
	if before := int(s.First - m); before > 0 {
		s.First, s.Marks = m, append(make([]Mark, before), s.Marks...)
	}
	for int(m-s.First) >= len(s.Marks) {
		s.Marks = append(s.Marks, NoData)
	}
	s.Marks[m-s.First] = mark
}

// record is what the rules read: a history up to the month that is judged, with all marks of it
// replaced for NextRisk.
type record struct {
	history History
	at      month.Month // the month that is judged
	first   month.Month // no month before it has a mark
	all     bool        // the month that is judged is InList everywhere
}

func newRecord(h History, at month.Month) record {
	first := at
	for i := range h {
		first = min(first, h[i].First)
	}
	return record{history: h, at: at, first: first}
}

// mark gives a rule's mark: in the list only where it is in each of the rule's lists, out of it where
// it is known to be out of one.
func (h *record) mark(r *Rule, m month.Month) Mark {
	if h.all && m == h.at {
		return InList
	}
	mark := h.of(r, List{Scheme: r.Scheme, List: r.List}, m)
	if !r.both() || mark == NotInList {
		return mark
	}
	also := h.of(r, List{Scheme: r.AlsoScheme, List: r.AlsoList}, m)
	if mark == NoData && also == InList {
		return NoData
	}
	return also
}

// of gives the mark of a list: the unit's own, or of those it carries on where the rule lets it take
// over theirs. The month that is judged is always its own: nobody is summoned for another's month alone.
func (h *record) of(r *Rule, l List, m month.Month) Mark {
	mark := h.history.Mark(l, m)
	if mark == NoData && r.Inherit && m < h.at {
		l.Before = true
		mark = h.history.Mark(l, m)
	}
	return mark
}
