package app

import (
	"context"

	"yueping/app/intake"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
)

// comparer puts the items of a workbook beside what is stored.
type comparer struct {
	result *Import
	month  *Month
	days   *appraise.DayTable // nil where no item is of a day
	seen   map[spotKey]int    // index of the value that was read for a place
	kept   map[spotKey]*fault.Fault
	asked  map[string]int
}

// spotKey is a place in one program and month.
type spotKey struct {
	unit      *models.Unit
	indicator *models.Indicator
	day       int
}

// compare takes the items that are values into an import, and refuses the others.
func (w *Workspace) compare(ctx context.Context, i *Import, m *Month, items []intake.Item) error {
	c := comparer{result: i, month: m, seen: make(map[spotKey]int, len(items)), kept: map[spotKey]*fault.Fault{}, asked: map[string]int{}}
	i.Values = make([]ImportValue, 0, len(items))
	for n := range items {
		if items[n].Day != 0 {
			var err error
			if c.days, err = w.Days(ctx, m); err != nil {
				return err
			}
			break
		}
	}
	for n := range items {
		c.take(&items[n])
	}
	return w.markTyped(ctx, i)
}

// markTyped marks the values that would take the place of what a person typed.
func (w *Workspace) markTyped(ctx context.Context, i *Import) error {
	if i.Changed == 0 {
		return nil
	}
	sources, err := w.store.LastSources(ctx, i.Program.Key, i.Month)
	if err != nil {
		return err
	}
	for n := range i.Values {
		v := &i.Values[n]
		place := models.Place{Program: i.Program.Key, Indicator: v.Indicator.Key, Period: i.Month.Day(v.Day), Unit: v.Unit.Key}
		v.Typed = v.Change == ImportChanged && sources[place] != ""
	}
	return nil
}

// take puts an item's value among those read, or its cell among the refused.
func (c *comparer) take(i *intake.Item) {
	roster := c.month.Table.Roster
	bad, blank := i.Value.Fault, i.Value.Blank
	unkept := c.unkept(i)
	if blank {
		if unkept == nil {
			c.result.Blank++
		}
		return
	}
	if bad == nil {
		bad = unkept
	}
	if bad != nil {
		c.refuse(i, bad)
		if i.Value.Dash {
			c.result.Dashes++
		}
		if i.Value.Ask {
			c.ask(i.Indicator)
		}
		return
	}
	v := ImportValue{Unit: i.Unit, Name: roster.Name(i.Unit.Key), County: roster.County(i.Unit.Key), Indicator: i.Indicator, Day: i.Day,
		Cell: i.Value.Cell, Sheet: i.Sheet, At: i.Cell.Name(), Row: i.Row}
	place := spotKey{i.Unit, i.Indicator, i.Day}
	if n, twice := c.seen[place]; twice {
		other := &c.result.Values[n]
		at := other.Sheet + "!" + other.At
		if other.Cell.Equal(v.Cell) {
			c.result.Left = append(c.result.Left, refusalOf(i, fault.New("import.left_twice", "unit", v.Name, "indicator", i.Indicator.Name, "day", i.Day, "other", at)))
		} else {
			c.refuse(i, fault.New("import.twice", "unit", v.Name, "indicator", i.Indicator.Name, "day", i.Day, "other", at))
		}
		return
	}
	c.beside(&v)
	if i.Value.Divided {
		c.result.Divided++
	}
	if i.Value.Rounded {
		c.result.Rounded = append(c.result.Rounded, ImportRounded{v, i.Cell.Shown()})
	}
	c.seen[place] = len(c.result.Values)
	c.result.Values = append(c.result.Values, v)
}

// unkept says why an indicator takes no value of a unit, once for each.
func (c *comparer) unkept(i *intake.Item) *fault.Fault {
	key := spotKey{i.Unit, i.Indicator, i.Day}
	if i.Day > 0 && i.Day <= c.month.At.Days() {
		key.day = 1
	}
	bad, known := c.kept[key]
	if !known {
		bad = KeptIn(c.month.Table.Roster, i.Indicator, i.Unit.Key, c.month.At.Day(i.Day))
		c.kept[key] = bad
	}
	return bad
}

// beside compares a value with what is stored.
func (c *comparer) beside(v *ImportValue) {
	place := models.Place{Program: c.result.Program.Key, Indicator: v.Indicator.Key, Period: c.month.At.Day(v.Day), Unit: v.Unit.Key}
	if v.Day != 0 {
		v.Old = c.days.Value(v.Day, place.Indicator, place.Unit)
	} else {
		stored := c.month.Table.Value(place.Indicator, place.Unit)
		v.Old = models.Cell{State: stored.State, Value: stored.Number}
	}
	draft, drafted := c.month.Drafts[place]
	v.Draft = draft.Text
	switch {
	case v.Cell.Equal(v.Old) && !drafted:
		v.Change = ImportUnchanged
		c.result.Unchanged++
		return
	case v.Old.State == models.NotReported:
		v.Change = ImportNew
		c.result.New++
	default:
		v.Change = ImportChanged
		c.result.Changed++
	}
}

func refusalOf(i *intake.Item, reason *fault.Fault) ImportRefusal {
	return ImportRefusal{Sheet: i.Sheet, At: i.Cell.Name(), Found: i.Cell.Shown(), Row: i.Row, Unit: i.Unit, Indicator: i.Indicator, Day: i.Day, Reason: reason}
}

func (c *comparer) refuse(i *intake.Item, reason *fault.Fault) {
	c.result.Refused = append(c.result.Refused, refusalOf(i, reason))
}

// ask counts the last refused cell among those that look given in a unit a thousand times smaller.
func (c *comparer) ask(ind *models.Indicator) {
	if n, known := c.asked[ind.Key]; known {
		c.result.Thousandfold[n].Count++
		return
	}
	c.asked[ind.Key] = len(c.result.Thousandfold)
	example := c.result.Refused[len(c.result.Refused)-1]
	c.result.Thousandfold = append(c.result.Thousandfold, ImportThousandfold{Indicator: ind, Count: 1, Example: example})
}
