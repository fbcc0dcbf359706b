package appraise

import (
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/formula"
)

// DayFinding is a check that the values of a unit's day do not meet.
type DayFinding struct {
	Check  *models.Check
	Unit   *models.Unit
	Day    int
	Inputs []DayInput
}

// DayInput is an indicator's value of a day.
type DayInput struct {
	Indicator *models.Indicator
	Cell      models.Cell
}

// dayCheck is a check that can be made day by day: all its inputs are values of days.
type dayCheck struct {
	check *models.Check
	rule  *formula.Formula
}

// Findings gives the checks that the days of a unit do not meet, day by day. A check over anything
// else than values that are entered by day is not made, nor is one that asks for limits, which are
// those of a month.
func (t *DayTable) Findings(unit string) ([]DayFinding, error) {
	checks, err := t.checks()
	if err != nil || len(checks) == 0 {
		return nil, err
	}
	var result []DayFinding
	row, known := t.rows[unit]
	if !known {
		return nil, nil
	}
	for day := 1; day <= t.At.Days(); day++ {
		for _, c := range checks {
			scope := models.Indicator{Scope: c.check.Scope}
			if !t.Roster.Covers(&scope, unit) {
				continue
			}
			finding := DayFinding{Check: c.check, Unit: t.Units[row], Day: day}
			values := make([]formula.Value, 0, len(c.rule.Refs()))
			for _, ref := range c.rule.Refs() {
				cell := t.Value(day, ref.Name, unit)
				finding.Inputs = append(finding.Inputs, DayInput{t.Indicators[t.columns[ref.Name]], cell})
				if cell.State != models.IsNumber {
					values = append(values, formula.None(formulaState(cell.State)))
					continue
				}
				values = append(values, formula.Of(cell.Value))
			}
			verdict, err := c.rule.EvalValues(values)
			if err != nil {
				return nil, fault.Wrap(err, "check.calculation", "check", c.check.Message, "unit", t.Roster.Name(unit), "detail", err)
			}
			if verdict.State == formula.Number && !verdict.Bool {
				result = append(result, finding)
			}
		}
	}
	return result, nil
}

func (t *DayTable) checks() ([]dayCheck, error) {
	var result []dayCheck
checks:
	for i := range t.context.Program.Checks {
		check := &t.context.Program.Checks[i]
		source, holds := check.Rules.At(t.At)
		if !holds {
			continue
		}
		f, err := t.context.compile(source, t.At)
		if err != nil {
			return nil, fault.Wrap(err, "check.formula", "check", check.Message, "detail", err)
		}
		if len(f.Refs()) == 0 || len(f.Calls(IndexFunction)) > 0 || len(f.Calls(withinLimitsFunction)) > 0 {
			continue
		}
		for _, ref := range f.Refs() {
			if _, daily := t.columns[ref.Name]; !daily || ref != (formula.Ref{Name: ref.Name}) {
				continue checks
			}
		}
		result = append(result, dayCheck{check, f})
	}
	return result, nil
}
