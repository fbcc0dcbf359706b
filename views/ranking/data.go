package ranking

import (
	"context"
	"sync"

	"yueping/app"
	"yueping/models/appraise"
	"yueping/views/kit"
)

// data is what the screen shows of a month.
type data struct {
	place kit.Place
	*app.Compared
	index *app.Index // nil for a ranking by something else
	days  *days
}

// load calculates a month's ranking by a scheme, and how it stands against the month before and the same
// month of last year.
func load(ctx context.Context, w *app.Workspace, p kit.Place, scheme string) (data, error) {
	c, err := w.CompareRanking(ctx, p.Program.Key, p.Month, scheme)
	if err != nil {
		return data{}, err
	}
	return data{place: p, Compared: c, index: c.Index(), days: &days{}}, nil
}

// days reads the values of the month's days when the first unit is looked at, once.
type days struct {
	mu    sync.Mutex
	table *appraise.DayTable
}

func (d *days) load(ctx context.Context, w *app.Workspace, m *app.Month) (*appraise.DayTable, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.table != nil {
		return d.table, nil
	}
	t, err := w.Days(ctx, m)
	if err == nil {
		d.table = t
	}
	return t, err
}
