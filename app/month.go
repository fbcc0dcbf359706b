package app

import (
	"context"
	"maps"
	"slices"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// Month is a program's month: its calculated table, its drafts and its status.
type Month struct {
	Program *models.Program
	At      month.Month
	Record  models.MonthRecord
	Table   *appraise.Table
	Drafts  map[models.Place]models.Draft // of the month and of its days
	// Annotations are those of the month and of its days.
	Annotations map[models.Place]models.Annotation
	Totals      []models.ControlTotal // 核对合计, in no order

	context *appraise.Context
}

// Month loads and calculates a program's month.
func (w *Workspace) Month(ctx context.Context, program string, at month.Month) (*Month, error) {
	p, register, err := w.programAndRegister(ctx, program)
	if err != nil {
		return nil, err
	}
	return w.monthUnder(ctx, register, p, at)
}

// monthUnder is Month under a register and rules that need not be the stored ones.
func (w *Workspace) monthUnder(ctx context.Context, register *models.Register, p *models.Program, at month.Month) (*Month, error) {
	var err error
	m := &Month{Program: p, At: at, Drafts: map[models.Place]models.Draft{}, Annotations: map[models.Place]models.Annotation{}}
	m.context = &appraise.Context{Register: register, Program: p, Standards: w.standards}
	m.context.Load = func(other month.Month) (*appraise.Table, error) { return w.table(ctx, m.context, other) }
	if m.context.Earliest, err = w.store.FirstMonth(ctx, p.Key); err != nil {
		return nil, err
	}
	if m.Record, err = w.store.Month(ctx, p.Key, at); err != nil {
		return nil, err
	}
	if m.Table, err = m.context.Table(at); err != nil {
		return nil, err
	}
	return m, w.beside(ctx, m)
}

// beside loads what stands beside the values of a month.
func (w *Workspace) beside(ctx context.Context, m *Month) error {
	drafts, err := w.store.MonthDrafts(ctx, m.Program.Key, m.At)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		m.Drafts[d.Place] = d
	}
	annotations, err := w.store.MonthAnnotations(ctx, m.Program.Key, m.At)
	if err != nil {
		return err
	}
	for _, a := range annotations {
		m.Annotations[a.Place] = a
	}
	m.Totals, err = w.store.ControlTotals(ctx, m.Program.Key, m.At)
	return err
}

// table loads a month's observations and calculates what is derived from them.
func (w *Workspace) table(ctx context.Context, c *appraise.Context, at month.Month) (*appraise.Table, error) {
	t := c.NewTable(at)
	err := w.store.EachObservation(ctx, c.Program.Key, at.Whole(), t.Set)
	if err != nil {
		return nil, err
	}
	return t, t.Calculate()
}

// Place is where an indicator of a unit stands in this month.
func (m *Month) Place(indicator, unit string) models.Place {
	return models.Place{Program: m.Program.Key, Indicator: indicator, Period: m.At.Whole(), Unit: unit}
}

// Locked reports whether the month takes no edits.
func (m *Month) Locked() bool { return m.Record.Status != models.Entering }

// Completeness counts the cells that should have a value and those that have one or a state.
type Completeness struct {
	Group           models.Group // the zero group for units in none and the city
	Units, Reported int          // units with all their cells there
	Cells, Filled   int
	Missing         []*models.Unit
}

// Completeness gives the counts by group, in the order of the groups. Units in no group owe nothing:
// their values are welcome, their absence is no gap.
func (m *Month) Completeness() []Completeness {
	var result []Completeness
	index := map[string]int{}
	for _, g := range m.Program.Groups {
		index[g.Key] = len(result)
		result = append(result, Completeness{Group: g})
	}
	city := m.Table.Roster.Register().City()
	for _, u := range m.Table.Units {
		group := m.Table.Roster.Group(u.Key)
		if group == "" && u != city {
			continue
		}
		cells, filled := m.count(u)
		if cells == 0 {
			continue
		}
		if _, known := index[group]; !known {
			index[group] = len(result)
			result = append(result, Completeness{})
		}
		c := &result[index[group]]
		c.Units++
		c.Cells += cells
		c.Filled += filled
		if cells == filled {
			c.Reported++
		} else {
			c.Missing = append(c.Missing, u)
		}
	}
	return result
}

// count counts a unit's entered cells. An indicator kept for units in no group as well is a list of
// whoever has something to report, and nobody's duty; nor is one that counts days, which few enter.
func (m *Month) count(u *models.Unit) (cells, filled int) {
	city := m.Table.Roster.Register().City()
	for i := range m.Program.Indicators {
		ind := &m.Program.Indicators[i]
		if ind.Derived() || ind.CountsDays() || !m.Table.Roster.Covers(ind, u.Key) {
			continue
		}
		if u != city && models.In(ind.Scope, models.ScopeOthers) {
			continue
		}
		cells++
		if m.Table.Value(ind.Key, u.Key).State != models.NotReported {
			filled++
		}
	}
	return cells, filled
}

// MonthsWithData gives the months in which a program has values, oldest first.
func (w *Workspace) MonthsWithData(ctx context.Context, program string) ([]month.Month, error) {
	return w.store.MonthsWithData(ctx, program)
}

// Verify marks a month 已核对 and locks it. It refuses a month without any value (month.empty), with drafts (month.has_drafts),
// with errors among its findings (month.has_errors), and one that is verified already.
func (w *Workspace) Verify(ctx context.Context, program string, at month.Month, actor string) error {
	m, err := w.Month(ctx, program, at)
	if err != nil {
		return err
	}
	switch {
	case m.Record.Status == models.Verified:
		return fault.New("month.verified_already", "program", m.Program.Name, "month", at.String())
	case len(m.Drafts) > 0:
		return fault.New("month.has_drafts", "month", at.String(), "count", len(m.Drafts), "first", m.firstDraft())
	case !m.Table.Has():
		return fault.New("month.empty", "program", m.Program.Name, "month", at.String())
	}
	findings, err := m.Table.Findings()
	if err != nil {
		return err
	}
	for _, f := range findings {
		if !f.Check.Warning {
			return fault.New("month.has_errors", "month", at.String(), "unit", f.Name, "message", f.Check.Message)
		}
	}
	return w.setStatus(ctx, m, models.Verified, actor, "")
}

// firstDraft names a draft that keeps the month open: where it stands, on which day, and what it says.
func (m *Month) firstDraft() string {
	days := map[int]bool{}
	for place := range m.Drafts {
		days[place.Period.Day] = true
	}
	for _, day := range slices.Sorted(maps.Keys(days)) {
		for _, u := range m.Table.Units {
			for i := range m.Program.Indicators {
				ind := &m.Program.Indicators[i]
				d, ok := m.Drafts[models.Place{Program: m.Program.Key, Indicator: ind.Key, Period: m.At.Day(day), Unit: u.Key}]
				if !ok {
					continue
				}
				name := m.Table.Roster.Name(u.Key) + " " + ind.Name
				if day > 0 {
					name += " " + d.Period.String()
				}
				return name + "“" + d.Text + "”"
			}
		}
	}
	for _, d := range m.Drafts {
		return "“" + d.Text + "”"
	}
	return ""
}

// Reopen brings a verified month back to 录入中; it takes a reason (month.reason_needed) and refuses a
// month that is open (month.open_already).
func (w *Workspace) Reopen(ctx context.Context, program string, at month.Month, actor, reason string) error {
	m, err := w.Month(ctx, program, at)
	if err != nil {
		return err
	}
	if blank(reason) {
		return fault.New("month.reason_needed", "month", at.String())
	}
	if m.Record.Status != models.Verified {
		return fault.New("month.open_already", "program", m.Program.Name, "month", at.String())
	}
	return w.setStatus(ctx, m, models.Entering, actor, reason)
}

func (w *Workspace) setStatus(ctx context.Context, m *Month, status models.Status, actor, reason string) error {
	if actor == "" {
		actor = w.Actor()
	}
	err := w.store.Write(ctx, func(tx *store.Tx) error {
		now, err := tx.Month(ctx, m.Program.Key, m.At)
		if err != nil {
			return err
		}
		same, err := m.same(ctx, tx)
		if err != nil {
			return err
		}
		if now.Status != m.Record.Status || !same {
			return fault.New("month.changed_meanwhile", "month", m.At.String())
		}
		old := now.Status
		now.Status = status
		if err := tx.PutMonth(ctx, now); err != nil {
			return err
		}
		batch := models.Batch{At: w.clock().UTC(), Actor: actor, Source: models.SourceCommand, Reason: reason, Program: m.Program.Key}
		return w.log1(ctx, tx, &batch, models.Change{Subject: models.SubjectMonth, Program: m.Program.Key, Period: m.At.Whole(),
			OldValue: string(old), NewValue: string(status)})
	})
	if err == nil {
		w.Changed.fire(MonthChanged{m.Program.Key, m.At})
	}
	return err
}

// same reports whether the stored values and drafts are those that were loaded: what was checked is
// what gets locked, whoever else writes.
func (m *Month) same(ctx context.Context, tx *store.Tx) (bool, error) {
	drafts, err := tx.MonthDrafts(ctx, m.Program.Key, m.At)
	if err != nil {
		return false, err
	}
	stored := m.context.NewTable(m.At)
	if err := tx.EachObservation(ctx, m.Program.Key, m.At.Whole(), stored.Set); err != nil {
		return false, err
	}
	same := len(drafts) == len(m.Drafts)
	for _, d := range drafts {
		same = same && m.Drafts[d.Place] == d
	}
	for i := range m.Program.Indicators {
		ind := &m.Program.Indicators[i]
		for _, u := range stored.Units {
			then, now := m.Table.Value(ind.Key, u.Key), stored.Value(ind.Key, u.Key)
			same = same && (ind.Derived() || (then.State == now.State && then.Number.Cmp(now.Number) == 0))
		}
	}
	return same, nil
}

// log1 stores a batch of one change.
func (w *Workspace) log1(ctx context.Context, tx *store.Tx, batch *models.Batch, change models.Change) error {
	if err := tx.AddBatch(ctx, batch); err != nil {
		return err
	}
	change.BatchID, change.At, change.Actor, change.Source, change.Reason = batch.ID, batch.At, batch.Actor, batch.Source, batch.Reason
	return tx.AddChanges(ctx, []models.Change{change})
}

// FindUnit finds a unit of the register by any of its spellings in the month, with its county's name or
// "" (unit.unknown, unit.ambiguous …).
func (m *Month) FindUnit(name, county string) (*models.Unit, error) {
	return models.NewMatcher(m.Table.Roster.Register(), m.Table.Roster).Find(name, county)
}

// Indicator finds one of the month's indicators by key or name; indicator.unknown with those there are.
func (m *Month) Indicator(name string) (*models.Indicator, error) {
	for i := range m.Program.Indicators {
		if ind := &m.Program.Indicators[i]; ind.Key == name || ind.Name == name || slices.Contains(ind.Aliases, name) {
			return ind, nil
		}
	}
	return nil, unknownIndicator(m.Program, name)
}
