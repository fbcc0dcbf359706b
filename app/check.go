package app

import (
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// checker proves that the cells of a batch may stand where they are put.
type checker struct {
	program *models.Program
	make    func(month.Month) *models.Roster
	rosters map[month.Month]*models.Roster
}

func (w *Workspace) checker(p *models.Program, register *models.Register) *checker {
	return &checker{p, func(at month.Month) *models.Roster { return w.roster(register, p, at) }, map[month.Month]*models.Roster{}}
}

func (c *checker) roster(at month.Month) *models.Roster {
	r := c.rosters[at]
	if r == nil {
		r = c.make(at)
		c.rosters[at] = r
	}
	return r
}

func (c *checker) batch(b Batch) error {
	var bad fault.List
	for _, e := range b.Edits {
		if f := c.edit(e); f != nil {
			bad = append(bad, f)
		}
	}
	return bad.Err()
}

func (c *checker) edit(e Edit) *fault.Fault {
	i := c.program.Indicator(e.Indicator)
	if i == nil {
		return unknownIndicator(c.program, e.Indicator)
	}
	roster := c.roster(e.Period.Month)
	if f := KeptIn(roster, i, e.Unit, e.Period); f != nil {
		// What was kept for a unit that has left, or moved to another group, can still be cleared.
		if !i.Derived() && e.Draft == "" && e.Cell.State == models.NotReported {
			return nil
		}
		return f
	}
	if e.Draft != "" && !e.Keep {
		return nil
	}
	if f := Bounds(i.At(e.Period), e.Cell); f != nil {
		return f.With("unit", roster.Name(e.Unit), "indicator", i.Name)
	}
	return nil
}

// Kept says why an indicator takes no value for a unit: it is derived (indicator.derived), or not kept
// for it (indicator.not_kept); nil where it does.
func Kept(roster *models.Roster, i *models.Indicator, unit string) *fault.Fault {
	switch {
	case i.Derived():
		return fault.New("indicator.derived", "indicator", i.Name)
	case !roster.Covers(i, unit):
		return fault.New("indicator.not_kept", "indicator", i.Name, "unit", roster.Name(unit), "program", roster.Program.Name)
	}
	return nil
}

// KeptIn is Kept for a period: indicator.not_by_day for a day where the indicator takes no values by
// day, month.no_day where the month has no such day.
func KeptIn(roster *models.Roster, i *models.Indicator, unit string, p month.Period) *fault.Fault {
	switch {
	case p.Day != 0 && !i.Daily():
		return fault.New("indicator.not_by_day", "indicator", i.Name)
	case p.Day < 0 || p.Day > p.Month.Days():
		return fault.New("month.no_day", "month", p.Month.String(), "day", p.Day)
	}
	return Kept(roster, i, unit)
}

func unknownIndicator(p *models.Program, key string) *fault.Fault {
	allowed := ""
	for n, i := range p.Indicators {
		if n > 0 {
			allowed += "、"
		}
		allowed += i.Key + "（" + i.Name + "）"
	}
	return fault.New("indicator.unknown", "indicator", key, "program", p.Name, "allowed", allowed)
}

// Bounds checks a cell against its indicator: number.too_many_decimals, value.thousandfold, value.below,
// value.above; nil where it may be stored.
func Bounds(i *models.Indicator, cell models.Cell) *fault.Fault { return i.Refuses(cell) }
