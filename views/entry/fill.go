package entry

import (
	"context"

	"yueping/app"
	"yueping/models"
	"yueping/views/kit"
)

// proposal is what taking the month's values from its days would do to one of them.
type proposal struct {
	app.Filled
	effect effect
	by     string // who entered the value that stands there, "" where nobody did by hand
	take   bool
}

// effect is how a value would change; the most serious first.
type effect int

const (
	effectTyped   effect = iota // what somebody entered by hand would change
	effectChanged               // a value would change
	effectNew                   // there is none yet
	effectSame
)

// FillFromDays takes the month's values from its days, after showing what would change.
func (s *Screen) FillFromDays() {
	switch {
	case s.loaded.month == nil || !s.Leave():
		return
	case !s.daily():
		s.kit.Say(s.kit.T("days.none"))
		return
	case s.loaded.month.Locked():
		s.kit.Tell(s.kit.T("fill.title"), s.kit.T("entry.locked"))
		return
	}
	place := s.place
	kit.Background(s.kit, func(ctx context.Context) (*filling, error) {
		m, err := s.kit.Workspace.Month(ctx, place.Program.Key, place.Month)
		if err != nil {
			return nil, err
		}
		return s.plan(ctx, m)
	}, func(f *filling) {
		if len(f.proposals) == 0 {
			s.kit.Tell(s.kit.T("fill.title"), s.kit.T("fill.no_days"))
			return
		}
		newFillDialog(s, f).show()
	})
}

// filling is a plan with what a clerk has to know of each value.
type filling struct {
	*app.Filling
	proposals []proposal
}

func (s *Screen) plan(ctx context.Context, m *app.Month) (*filling, error) {
	plan, err := s.kit.Workspace.PlanFilling(ctx, m)
	if err != nil {
		return nil, err
	}
	f := &filling{Filling: plan}
	for _, v := range plan.Values {
		p := proposal{Filled: v, take: true}
		switch {
		case v.OldDraft != "":
			p.effect = effectTyped
		case v.Old.Equal(v.Cell):
			p.effect = effectSame
		case v.Old.State == models.NotReported:
			p.effect = effectNew
		default:
			p.effect = effectChanged
		}
		if p.effect < effectNew {
			if err := s.ask(ctx, m, &p); err != nil {
				return nil, err
			}
		}
		f.proposals = append(f.proposals, p)
	}
	return f, nil
}

// ask looks up how the value came about that would change. What a person entered stays unless somebody
// says that it may go.
func (s *Screen) ask(ctx context.Context, m *app.Month, p *proposal) error {
	changes, err := s.kit.Workspace.CellHistory(ctx, m.Place(p.Indicator.Key, p.Unit.Key), 1)
	if err != nil || len(changes) == 0 {
		return err
	}
	last := changes[0]
	filled := last.Source == models.SourceFilled && last.Reason == s.kit.T("fill.reason")
	if !filled && last.Source != models.SourceSample {
		p.effect, p.take = effectTyped, false
		p.by = s.kit.T("fill.by", "actor", last.Actor, "source", s.kit.T("source."+string(last.Source)), "time", last.At.Local().Format("01-02 15:04"))
	}
	return nil
}

// counts are how many values would be new and changed as things are chosen, and how many are left as
// they are although their days say otherwise.
func (f *filling) counts() (fresh, changed, left int) {
	for _, p := range f.proposals {
		switch {
		case p.effect == effectSame:
		case !p.take:
			left++
		case p.effect == effectNew:
			fresh++
		default:
			changed++
		}
	}
	return fresh, changed, left
}

// chosen is the filling with the values that are to be stored.
func (f *filling) chosen() *app.Filling {
	taken := *f.Filling
	taken.Values = nil
	for _, p := range f.proposals {
		if p.take && p.effect != effectSame {
			taken.Values = append(taken.Values, p.Filled)
		}
	}
	return &taken
}

// storeFilling stores what was chosen as one step, and says what it did.
func (s *Screen) storeFilling(f *filling) {
	_, _, left := f.counts()
	reason := s.kit.T("fill.reason")
	kit.Background(s.kit, func(ctx context.Context) (app.Result, error) {
		return s.kit.Workspace.StoreFilling(ctx, f.chosen(), "", reason)
	}, func(r app.Result) {
		words := s.kit.T("fill.done", "new", r.New, "changed", r.Changed)
		if left > 0 {
			words += s.kit.T("fill.left", "count", left)
		}
		s.kit.Say(words)
		s.toGrid()
	})
}
