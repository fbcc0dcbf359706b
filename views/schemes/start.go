package schemes

import (
	"context"
	"slices"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/find"
	"yueping/views/kit"
)

// start is what a form begins with.
type start struct {
	program  *models.Program
	roster   *models.Roster
	units    *find.Index
	months   []month.Month // those with data and the shown one, oldest first
	tried    month.Month   // the newest with data
	from     month.Month   // the shown month, or the first after the last verified one
	verified month.Month   // the last verified month, 0 for none
}

func begin(ctx context.Context, w *app.Workspace, p kit.Place) (start, error) {
	s := start{tried: p.Month}
	var err error
	if s.program, err = w.Program(ctx, p.Program.Key); err != nil {
		return s, err
	}
	if s.roster, err = w.Roster(ctx, s.program.Key, p.Month); err != nil {
		return s, err
	}
	s.units = find.NewIndex(s.roster)
	if s.months, err = w.MonthsWithData(ctx, s.program.Key); err != nil {
		return s, err
	}
	for _, at := range slices.Backward(s.months) {
		m, err := w.Month(ctx, s.program.Key, at)
		if err != nil {
			return s, err
		}
		if m.Locked() {
			s.verified = at
			break
		}
	}
	s.from = p.Month
	if s.verified != 0 {
		s.from = max(s.from, s.verified+1)
	}
	if n := len(s.months); n > 0 {
		s.tried = s.months[n-1]
	}
	s.months = slices.Clone(s.months)
	if !slices.Contains(s.months, p.Month) {
		s.months = append(s.months, p.Month)
		slices.Sort(s.months)
	}
	return s, nil
}

// termsOf are the terms that a form about a scheme begins with: those of a month, else the newest that
// rank anything.
func termsOf(s *models.Scheme, at month.Month) models.SchemeTerms {
	if terms, holds := s.At(at); holds {
		return terms
	}
	for _, v := range slices.Backward(s.Versions) {
		if !v.Value.Ended {
			return v.Value
		}
	}
	return models.SchemeTerms{}
}

// next is the month from which another version holds after a month, 0 for none.
func next(s *models.Scheme, from month.Month) month.Month {
	if s != nil {
		for _, v := range s.Versions {
			if v.From > from {
				return v.From
			}
		}
	}
	return 0
}

// warned are the names of the lists of a scheme, as they stand in a month, that escalation rules name.
func warned(p *models.Program, s *models.Scheme, at month.Month) map[string]string {
	result := map[string]string{}
	if s == nil {
		return result
	}
	for _, l := range termsOf(s, at).Lists {
		for i := range p.Rules {
			r, holds := p.Rules[i].Versions.At(at)
			if holds && !r.Ended && ((r.Scheme == s.Key && r.List == l.Key) || (r.AlsoScheme == s.Key && r.AlsoList == l.Key)) {
				result[l.Key] = l.Name
			}
		}
	}
	return result
}
