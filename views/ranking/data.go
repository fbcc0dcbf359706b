package ranking

import (
	"context"

	"yueping/app"
	"yueping/models/appraise"
	"yueping/views/kit"
)

// data is what the screen shows of a month.
type data struct {
	place   kit.Place
	month   *app.Month
	ranking *appraise.Ranking
	earlier *appraise.Ranking // the month before, nil where it has no ranking
}

// load calculates a month's ranking by a scheme and the one of the month before.
func load(ctx context.Context, w *app.Workspace, p kit.Place, scheme string) (data, error) {
	m, err := w.Month(ctx, p.Program.Key, p.Month)
	if err != nil {
		return data{}, err
	}
	d := data{place: p, month: m}
	if d.ranking, err = m.Table.Rank(scheme); err != nil {
		return d, err
	}
	before, err := w.Month(ctx, p.Program.Key, p.Month-1)
	if err != nil {
		return d, err
	}
	// A scheme that did not hold yet, or a month in which nobody was ranked, leaves nothing to compare with.
	if r, err := before.Table.Rank(scheme); err == nil && ranked(r) {
		d.earlier = r
	}
	return d, nil
}

// ranked reports whether any unit has a rank.
func ranked(r *appraise.Ranking) bool {
	for _, g := range r.Groups {
		if len(g.Rows) > 0 {
			return true
		}
	}
	return false
}
