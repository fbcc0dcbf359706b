package explain

import (
	"context"
	"sync"

	"yueping/app"
)

// Subject is whose calculation is looked at: Unit, one of Units, which the arrow keys go through.
type Subject struct {
	Month  *app.Month
	Scheme string // the ranking, "" for all that has the unit
	Units  []string
	Unit   string
}

// reader explains units of a month, its rankings calculated once.
type reader struct {
	mu        sync.Mutex // an explainer is one goroutine's at a time
	workspace *app.Workspace
	month     *app.Month
	scheme    string
	explainer *app.MonthExplainer
}

func newReader(w *app.Workspace, s Subject) *reader {
	return &reader{workspace: w, month: s.Month, scheme: s.Scheme}
}

func (r *reader) read(ctx context.Context, unit string) (*app.Explained, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.explainer == nil {
		x, err := r.workspace.Explainer(ctx, r.month, r.scheme)
		if err != nil {
			return nil, err
		}
		r.explainer = x
	}
	return r.explainer.Unit(ctx, unit)
}
