package app

import (
	"context"
	"slices"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

// ExplainRequest asks how a unit came to where it is. Unit and County are names as a clerk writes them;
// Scheme "" stands for every ranking that has the unit.
type ExplainRequest struct {
	Program string
	Month   month.Month
	Unit    string
	County  string
	Scheme  string
}

// Explained (计算过程) is how every figure, rank, list, grade and notice of a unit came about, with who
// entered what.
type Explained struct {
	Month  *Month
	Unit   *models.Unit
	Name   string
	County string

	Schemes []*appraise.Explanation
	// Others are the figures that none of the rankings looks at; nil where one ranking was asked for.
	Others  *appraise.Figures
	Notices *appraise.NoticesExplanation // nil without a rule that concerns the unit

	Origins map[models.Place]Origin // of the entered values, where the history knows
	Records map[month.Month]models.MonthRecord
}

// MonthExplainer explains the units of a loaded month, each ranking calculated once.
type MonthExplainer struct {
	workspace *Workspace
	month     *Month
	scheme    string // the one asked for, "" for all
	schemes   []*appraise.Explainer
	notices   *appraise.NoticeExplainer // nil without rules
	records   map[month.Month]models.MonthRecord
}

// Explain explains a unit of a month. The unit is found as everywhere (unit.unknown, unit.ambiguous …);
// faults of the scheme are those of Ranking, and explain.not_in_scheme where it does not rank the unit.
func (w *Workspace) Explain(ctx context.Context, r ExplainRequest) (*Explained, error) {
	m, err := w.Month(ctx, r.Program, r.Month)
	if err != nil {
		return nil, err
	}
	u, err := m.FindUnit(r.Unit, r.County)
	if err != nil {
		return nil, err
	}
	x, err := w.Explainer(ctx, m, r.Scheme)
	if err != nil {
		return nil, err
	}
	return x.Unit(ctx, u.Key)
}

// Explainer prepares a loaded month to explain its units; scheme "" for every ranking there is.
func (w *Workspace) Explainer(ctx context.Context, m *Month, scheme string) (*MonthExplainer, error) {
	x := &MonthExplainer{workspace: w, month: m, scheme: scheme, records: map[month.Month]models.MonthRecord{m.At: m.Record}}
	if err := x.rank(); err != nil {
		return nil, err
	}
	if len(m.Program.Rules) == 0 {
		return x, nil
	}
	months, err := w.store.MonthsWithData(ctx, m.Program.Key)
	if err != nil {
		return nil, err
	}
	x.notices, err = m.context.NoticeExplainer(m.At, months)
	return x, err
}

func (x *MonthExplainer) rank() error {
	if x.scheme != "" {
		e, err := x.month.Table.Explainer(x.scheme)
		if err != nil {
			return err
		}
		x.schemes = append(x.schemes, e)
		return nil
	}
	for i := range x.month.Program.Schemes {
		e, err := x.month.Table.Explainer(x.month.Program.Schemes[i].Key)
		switch {
		case fault.CodeOf(err) == "scheme.not_yet": // it, or one that it adds up, does not hold
		case err != nil:
			return err
		default:
			x.schemes = append(x.schemes, e)
		}
	}
	return nil
}

// Unit explains a unit by its key.
func (x *MonthExplainer) Unit(ctx context.Context, key string) (*Explained, error) {
	m := x.month
	u := m.Table.Roster.Register().Unit(key)
	if u == nil || !m.Table.Roster.Has(key) {
		return nil, fault.New("explain.no_unit", "unit", key, "program", m.Program.Name, "month", m.At.String())
	}
	e := &Explained{Month: m, Unit: u, Name: m.Table.Roster.Name(key), County: m.Table.Roster.County(key),
		Origins: map[models.Place]Origin{}, Records: map[month.Month]models.MonthRecord{m.At: m.Record}}
	for _, s := range x.schemes {
		if !s.Has(key) && x.scheme == "" {
			continue
		}
		one, err := s.Unit(key)
		if err != nil {
			return nil, err
		}
		e.Schemes = append(e.Schemes, one)
	}
	if x.scheme == "" {
		others, err := m.Table.FiguresOf(key)
		if err != nil {
			return nil, err
		}
		e.Others = others.Without(e.figures()...)
	}
	if x.notices != nil {
		notices, err := x.notices.Unit(key)
		if err != nil {
			return nil, err
		}
		if notices = x.concerned(notices); len(notices.Rules) > 0 {
			e.Notices = notices
		}
	}
	return e, x.trace(ctx, e)
}

// concerned leaves out the rules that do not look at the ranking that was asked for.
func (x *MonthExplainer) concerned(n *appraise.NoticesExplanation) *appraise.NoticesExplanation {
	if x.scheme == "" {
		return n
	}
	n.Rules = slices.DeleteFunc(n.Rules, func(r appraise.RuleExplanation) bool {
		return r.Rule.Scheme != x.scheme && r.Rule.AlsoScheme != x.scheme
	})
	n.Next = slices.DeleteFunc(n.Next, func(v appraise.Notice) bool {
		for _, r := range x.month.Program.Rules {
			if r.Key == v.Rule {
				terms := r.Versions.Get(x.month.At + 1)
				return terms.Scheme != x.scheme && terms.AlsoScheme != x.scheme
			}
		}
		return true
	})
	return n
}

// figures are those of all rankings, also of those whose ranks another adds up.
func (e *Explained) figures() []*appraise.Figures {
	var all []*appraise.Figures
	var walk func(list []*appraise.Explanation)
	walk = func(list []*appraise.Explanation) {
		for _, x := range list {
			all = append(all, &x.Figures)
			walk(x.Parts)
		}
	}
	walk(e.Schemes)
	return all
}
