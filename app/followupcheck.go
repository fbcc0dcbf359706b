package app

import (
	"yueping/models/fault"
	"yueping/models/month"
)

// check refuses dates that are none and dates in an order that cannot be.
func (c FollowUpChange) check() error {
	none := month.Period{}
	var faults fault.List
	for _, d := range []struct {
		what string
		date month.Period
	}{{"held", c.Held}, {"deadline", c.Deadline}, {"followed", c.Followed}, {"closed", c.Closed}} {
		switch {
		case d.date == none:
			continue
		case d.date.Day < 1 || d.date.Day > d.date.Month.Days():
			faults = append(faults, fault.New("followup.no_day", "what", d.what, "date", d.date.String()))
		case d.date.Month < c.Month:
			// Mostly a slip in the year: nobody is summoned for a month that has not begun.
			faults = append(faults, fault.New("followup.before_month", "what", d.what, "date", d.date.String(), "month", c.Month.String()))
		case d.what != "held" && c.Held != none && d.date.Before(c.Held):
			faults = append(faults, fault.New("followup.order", "what", d.what, "date", d.date.String(), "held", c.Held.String()))
		case c.Held == none && (d.what == "followed" || d.what == "closed"):
			// A deadline may be set in the paper before it is delivered; nothing ends that never began.
			faults = append(faults, fault.New("followup.not_held", "what", d.what, "date", d.date.String()))
		}
	}
	if len(faults) == 0 {
		return nil
	}
	return faults
}

// unitName is a unit's full name in the month, its key where the register does not know it.
func (m *Month) unitName(key string) string {
	roster := m.Table.Roster
	if roster.Register().Unit(key) == nil {
		return key
	}
	return FullName(roster.Name(key), roster.County(key))
}
