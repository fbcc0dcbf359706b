package appraise

import (
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/formula"
)

// Finding is a check that a unit's data do not meet.
type Finding struct {
	Check *models.Check
	Unit  *models.Unit
	Name  string
	Rule  string
	// Inputs are the figures that the rule compared.
	Inputs []Input
}

// Input is an indicator's value in a finding.
type Input struct {
	Indicator *models.Indicator
	Value     Value
}

// Findings gives the checks that the month does not meet, in the order of the checks, then of the
// units. A rule over figures that are not all there decides nothing.
func (t *Table) Findings() ([]Finding, error) {
	var result []Finding
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
		found, err := t.violations(check, source, f)
		if err != nil {
			return nil, err
		}
		result = append(result, found...)
	}
	return result, nil
}

func (t *Table) violations(check *models.Check, source string, f *formula.Formula) ([]Finding, error) {
	var result []Finding
	scope := models.Indicator{Scope: check.Scope}
	refs := f.Refs()
	for _, u := range t.Units {
		if !t.Roster.Covers(&scope, u.Key) {
			continue
		}
		verdict, _, err := t.evaluate(f, u)
		if err != nil {
			return nil, fault.Wrap(err, "check.calculation", "check", check.Message, "unit", t.Roster.Name(u.Key), "detail", err)
		}
		if verdict.State != formula.Number || verdict.Bool {
			continue
		}
		finding := Finding{Check: check, Unit: u, Name: t.Roster.Name(u.Key), Rule: source}
		for _, ref := range refs {
			if ref.Aggregate == formula.Single && ref.Shift == formula.SameMonth {
				finding.Inputs = append(finding.Inputs, Input{t.columns[ref.Name].indicator, t.Value(ref.Name, u.Key)})
			}
		}
		result = append(result, finding)
	}
	return result, nil
}
