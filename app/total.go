package app

import (
	"context"
	"slices"
	"strings"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/number"
	"yueping/models/store"
)

// ReadTotal reads a control total (核对合计) as it is typed: a number as the indicator's values are written, but
// of any size; nil for a blank text.
func ReadTotal(i *models.Indicator, text string) (*number.Number, *fault.Fault) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	n, err := number.Read(text, i.Format())
	if err != nil {
		return nil, fault.All(err)[0].With("indicator", i.Name)
	}
	return &n, nil
}

// SetControlTotal keeps the sum that an indicator's values must come to in a group, or drops it where the
// total has no value. Faults: indicator.unknown, indicator.derived, group.unknown, month.locked.
func (w *Workspace) SetControlTotal(ctx context.Context, total models.ControlTotal, actor string) error {
	p, err := w.Program(ctx, total.Program)
	if err != nil {
		return err
	}
	total.Program = p.Key
	switch i := p.Indicator(total.Indicator); {
	case i == nil:
		return unknownIndicator(p, total.Indicator)
	case i.Derived():
		return fault.New("indicator.derived", "indicator", i.Name)
	case total.Group != "" && p.Group(total.Group) == nil:
		return unknownGroup(p, total.Group)
	}
	if actor == "" {
		actor = w.Actor()
	}
	changed := false
	err = w.store.Write(ctx, func(tx *store.Tx) error {
		if err := refuseLocked(ctx, tx, p.Key, total.Month); err != nil {
			return err
		}
		totals, err := tx.ControlTotals(ctx, p.Key, total.Month)
		if err != nil {
			return err
		}
		was, is := totalText(totalIn(totals, total.Indicator, total.Group)), totalText(total.Value)
		if changed = was != is; !changed {
			return nil
		}
		if err := tx.PutControlTotal(ctx, total); err != nil {
			return err
		}
		batch := models.Batch{At: w.clock().UTC(), Actor: actor, Source: models.SourceTyped, Program: p.Key}
		return w.log1(ctx, tx, &batch, models.Change{Subject: models.SubjectTotal, Program: p.Key, Indicator: total.Indicator,
			Unit: total.Group, Period: total.Month.Whole(), OldValue: was, NewValue: is})
	})
	if changed && err == nil {
		w.Changed.fire(MonthChanged{p.Key, total.Month})
	}
	return err
}

func totalText(n *number.Number) string {
	if n == nil {
		return ""
	}
	return n.String()
}

// totalIn gives the total of an indicator in a group, nil where none is kept.
func totalIn(totals []models.ControlTotal, indicator, group string) *number.Number {
	at := slices.IndexFunc(totals, func(t models.ControlTotal) bool { return t.Indicator == indicator && t.Group == group })
	if at < 0 {
		return nil
	}
	return totals[at].Value
}

// Difference is how far the values entered are from a control total.
type Difference struct {
	Total, Sum number.Number
	Missing    number.Number // Total - Sum: what is still to come, negative where there is too much
	Cells      int           // places that the sum may have
	Filled     int           // of these, with a number or a state
}

// Difference compares the sum of an indicator's values with the total kept for it, exactly; nil where none is
// kept. The group "" stands for all units but the city, which holds the sum of the others itself.
// Drafts are in no sum. number.overflow where a sum takes more than 19 digits.
func (m *Month) Difference(indicator, group string) (*Difference, error) {
	total, i := totalIn(m.Totals, indicator, group), m.Program.Indicator(indicator)
	if total == nil || i == nil {
		return nil, nil
	}
	d := &Difference{Total: *total}
	sum := number.Int(0)
	city := m.Table.Roster.Register().City()
	for _, u := range m.Table.Units {
		if u == city || (group != "" && m.Table.Roster.Group(u.Key) != group) || !m.Table.Roster.Covers(i, u.Key) {
			continue
		}
		d.Cells++
		v := m.Table.Value(indicator, u.Key)
		if v.State != models.NotReported {
			d.Filled++
		}
		if v.State == models.IsNumber {
			sum = sum.Add(number.Of(v.Number))
		}
	}
	var err error
	if d.Sum, err = sum.Exact(); err != nil {
		return nil, err
	}
	d.Missing, err = number.Of(*total).Sub(sum).Exact()
	return d, err
}
