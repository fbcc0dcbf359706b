package views

import (
	"context"

	"yueping/app"
	"yueping/models/month"
	"yueping/views/kit"
)

// head is what the frame says about a place.
type head struct {
	place   kit.Place
	month   *app.Month
	months  []month.Month // with data
	due     int           // 应报
	there   int           // 已报
	missing int           // 缺
	steps   steps         // that can be taken back or brought again
}

// header brings the pickers, the status chip and the counts up to date.
func (s *shell) header() {
	place := s.place
	s.bar.show(place, s.programs)
	if place.Program == nil {
		s.status.empty()
		s.named(steps{})
		return
	}
	kit.Background(s.kit, func(ctx context.Context) (head, error) { return readHead(ctx, s.kit, place) }, func(h head) {
		if h.place != s.place {
			return // the user has gone on
		}
		s.bar.state(h)
		s.status.counts(h)
		s.named(h.steps)
	})
}

func readHead(ctx context.Context, k *kit.Kit, p kit.Place) (head, error) {
	m, err := k.Workspace.Month(ctx, p.Program.Key, p.Month)
	if err != nil {
		return head{}, err
	}
	h := head{place: p, month: m}
	if h.months, err = k.Workspace.MonthsWithData(ctx, p.Program.Key); err != nil {
		return head{}, err
	}
	for _, c := range m.Completeness() {
		h.due += c.Units
		h.there += c.Reported
	}
	h.missing = h.due - h.there
	h.steps, err = readSteps(ctx, k, p.Program.Key)
	return h, err
}
