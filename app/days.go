package app

import (
	"context"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

// Days gives the values of the days of a loaded month.
func (w *Workspace) Days(ctx context.Context, m *Month) (*appraise.DayTable, error) {
	t := m.context.NewDayTable(m.At)
	return t, w.store.EachDay(ctx, m.Program.Key, m.At, t.Set)
}

// DayPlace is where a value of a day of this month stands.
func (m *Month) DayPlace(day int, indicator, unit string) models.Place {
	return models.Place{Program: m.Program.Key, Indicator: indicator, Period: m.At.Day(day), Unit: unit}
}

// OnBasisOf gives another month of the same program calculated with the limits, the weights and the
// reference state of a loaded one, so that both can be compared.
func (w *Workspace) OnBasisOf(_ context.Context, m *Month, other month.Month) (*appraise.Table, error) {
	return m.basis().Table(other)
}

// basis is the context of a month in which every other month is on its basis. Observations are those
// that the month itself has read.
func (m *Month) basis() *appraise.Context {
	c := &appraise.Context{Register: m.context.Register, Program: m.Program, Standards: m.context.Standards, Earliest: m.context.Earliest, Basis: m.At}
	c.Load = func(at month.Month) (*appraise.Table, error) {
		own, err := m.context.Table(at)
		if err != nil {
			return nil, err
		}
		return c.Again(own)
	}
	return c
}

// Filling is what a month's values would become if they were taken from its days.
type Filling struct {
	Program                 *models.Program
	Month                   month.Month
	Values                  []Filled
	New, Changed, Unchanged int
}

// Filled is one value of a month that its days give.
type Filled struct {
	Unit      *models.Unit
	Name      string
	County    string
	Indicator *models.Indicator
	Old       models.Cell
	OldDraft  string
	appraise.MonthValue
	// Short says that the month has too few days to count (GB 3095); the unit is still filled.
	Short bool
	// Drafts counts the values of its days that were typed but cannot be read: the value is without them.
	Drafts int
}

// PlanFilling calculates the values of a month from its days, unit by unit, stored or not. Values
// that no day gives stay as they are and are not in it.
func (w *Workspace) PlanFilling(ctx context.Context, m *Month) (*Filling, error) {
	days, err := w.Days(ctx, m)
	if err != nil {
		return nil, err
	}
	return m.fillingFrom(days)
}

func (m *Month) fillingFrom(days *appraise.DayTable) (*Filling, error) {
	f := &Filling{Program: m.Program, Month: m.At}
	for _, u := range days.Units {
		if !days.Has(u.Key) {
			continue
		}
		err := days.EachMonthValue(u.Key, func(ind *models.Indicator, v appraise.MonthValue, err error) error {
			if err != nil {
				return fault.Wrap(err, "indicator.calculation", "indicator", ind.Name, "unit", days.Roster.Name(u.Key), "detail", err)
			}
			if v.Cell.State != models.NotReported {
				f.add(m, u, ind, v)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *Filling) add(m *Month, u *models.Unit, ind *models.Indicator, v appraise.MonthValue) {
	old := m.Table.Value(ind.Key, u.Key)
	filled := Filled{Unit: u, Name: m.Table.Roster.Name(u.Key), County: m.Table.Roster.County(u.Key), Indicator: ind,
		Old: models.Cell{State: old.State, Value: old.Number}, OldDraft: m.Drafts[m.Place(ind.Key, u.Key)].Text,
		MonthValue: v, Short: !air.Enough(m.At, v.Days), Drafts: m.dayDrafts(u.Key, ind)}
	switch {
	case filled.Old.Equal(v.Cell) && filled.OldDraft == "":
		f.Unchanged++
	case filled.Old.State == models.NotReported:
		f.New++
	default:
		f.Changed++
	}
	f.Values = append(f.Values, filled)
}

// dayDrafts counts the drafts among a unit's days that an indicator's month is without.
func (m *Month) dayDrafts(unit string, ind *models.Indicator) int {
	n := 0
	for place := range m.Drafts {
		if place.Period.Day != 0 && place.Unit == unit && (place.Indicator == ind.Key || ind.CountsDays()) {
			n++
		}
	}
	return n
}

// StoreFilling puts the values of a filling into its month as one step; where something else stands in
// a place by now than when it was planned, nothing (cell.changed_meanwhile).
func (w *Workspace) StoreFilling(ctx context.Context, f *Filling, actor, reason string) (Result, error) {
	batch := Batch{Program: f.Program.Key, Source: models.SourceFilled, Actor: actor, Reason: reason}
	for _, v := range f.Values {
		batch.Edits = append(batch.Edits, Edit{Indicator: v.Indicator.Key, Unit: v.Unit.Key, Period: f.Month.Whole(), Cell: v.Cell, Was: &v.Old})
	}
	result, err := w.Apply(ctx, batch)
	for _, bad := range fault.All(err) {
		for _, v := range f.Values {
			if bad.Code == "cell.changed_meanwhile" && bad.Args["unit"] == v.Unit.Key && bad.Args["indicator"] == v.Indicator.Key {
				return result, bad.With("unit", FullName(v.Name, v.County), "indicator", v.Indicator.Name)
			}
		}
	}
	return result, err
}
