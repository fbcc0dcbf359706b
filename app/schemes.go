package app

import (
	"context"
	"slices"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/rank"
	"yueping/models/store"
)

// SchemeEdit is a ranking scheme as a form gives it: new where the program has no scheme of the key.
// The terms hold from From on; 0 for always.
type SchemeEdit struct {
	Program string
	Key     string
	Name    string
	From    month.Month
	Terms   models.SchemeTerms
	By      UnitChange
}

// TryScheme ranks a month under terms that are not stored.
func (w *Workspace) TryScheme(ctx context.Context, e SchemeEdit, at month.Month) (*Month, *appraise.Ranking, error) {
	m, err := w.Month(ctx, e.Program, at)
	if err != nil {
		return nil, nil, err
	}
	if err := checkTerms(m.Program, e); err != nil {
		return nil, nil, err
	}
	r, err := m.Table.RankBy(&models.Scheme{Program: m.Program.Key, Key: e.Key, Name: e.Name}, e.Terms)
	return m, r, err
}

// SaveScheme stores a scheme's terms from a month on. It refuses what TryScheme refuses, and a month
// at or before the last verified one (scheme.finished), whose ranking must stay as it is.
func (w *Workspace) SaveScheme(ctx context.Context, e SchemeEdit) error {
	p, err := w.Program(ctx, e.Program)
	if err != nil {
		return err
	}
	if err := checkTerms(p, e); err != nil {
		return err
	}
	if err := w.unfinished(ctx, p.Key, e.From, "scheme.finished", "scheme", e.Name); err != nil {
		return err
	}
	scheme := models.Scheme{Program: p.Key, Key: e.Key, Name: e.Name, Sort: len(p.Schemes) + 1}
	old := p.Scheme(e.Key)
	if old != nil {
		scheme = *old
		scheme.Name = e.Name
	}
	scheme.Versions = scheme.Versions.Put(e.From, e.Terms)
	program := *p
	if program.DefaultScheme == "" {
		program.DefaultScheme = e.Key
	}
	return w.storeRule(ctx, p.Key, e.From, e.By, jsonOf(old), asJSON(scheme), func(tx *store.Tx) error { return tx.PutScheme(ctx, &program, scheme) })
}

// checkTerms refuses terms that no ranking can follow: what they name must be there, and counts and
// shares must make sense.
func checkTerms(p *models.Program, e SchemeEdit) error {
	var bad fault.List
	refuse := func(code string, pairs ...any) {
		bad = append(bad, fault.New(code, append(pairs, "scheme", e.Name)...))
	}
	t := e.Terms
	if blank(e.Key) || blank(e.Name) {
		refuse("scheme.name_needed")
	}
	if t.Ended {
		return bad.Err()
	}
	for _, k := range t.Keys {
		if p.Indicator(k.Indicator) == nil {
			refuse("scheme.unknown_indicator", "indicator", k.Indicator)
		}
	}
	if len(t.Keys) == 0 && len(t.SumOf) == 0 {
		refuse("scheme.no_keys")
	}
	for _, key := range t.SumOf {
		if other := p.Scheme(key); other == nil || key == e.Key || len(other.Versions.Last().SumOf) > 0 {
			refuse("scheme.sum_of", "other", key)
		}
	}
	if t.Period != "" && t.Period != models.PeriodMonth && t.Accumulate == "" {
		refuse("scheme.accumulate_needed")
	}
	for _, g := range t.Groups {
		if p.Group(g) == nil {
			refuse("scheme.unknown_group", "group", g)
		}
	}
	for i, l := range t.Lists {
		bad = append(bad, checkList(p, e, l, t.Lists[:i])...)
	}
	for _, g := range t.Grades {
		falling := slices.IsSortedFunc(g.Bands, func(a, b models.GradeBand) int { return b.Min.Cmp(a.Min) })
		if len(g.Bands) == 0 || !falling {
			refuse("scheme.bands")
		}
	}
	return bad.Err()
}

func checkList(p *models.Program, e SchemeEdit, l models.List, before []models.List) fault.List {
	var bad fault.List
	refuse := func(code string, pairs ...any) {
		bad = append(bad, fault.New(code, append(pairs, "scheme", e.Name, "list", l.Name)...))
	}
	if blank(l.Key) || blank(l.Name) {
		refuse("scheme.list_name_needed")
	}
	for _, other := range before {
		if other.Key == l.Key && (len(other.Groups) == 0 || len(l.Groups) == 0 || slices.ContainsFunc(l.Groups, func(g string) bool { return slices.Contains(other.Groups, g) })) {
			refuse("scheme.list_twice")
		}
	}
	for _, g := range l.Groups {
		if p.Group(g) == nil {
			refuse("scheme.unknown_group", "group", g)
		}
	}
	c := appraise.Cut(l)
	if err := c.Check(); err != nil || (c.By == rank.Threshold && l.Threshold == nil) {
		refuse("scheme.list_size")
	}
	return bad
}
