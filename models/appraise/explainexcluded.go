package appraise

import (
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/formula"
)

// ConditionTest is a rule of a scheme that leaves units out (exclude_if), as it came out for one. A
// rule over what is no number leaves nobody out.
type ConditionTest struct {
	models.Condition
	Named   string
	Steps   []Step
	Verdict formula.Value
	Holds   bool
}

// conditions tests a scheme's rules for a unit, with the figures of the month.
func (e *Explainer) conditions(x *tracer, u *models.Unit) ([]ConditionTest, error) {
	var result []ConditionTest
	t := e.table
	for _, condition := range e.Ranking.Terms.ExcludeIf {
		f, err := t.context.compile(condition.Rule, t.At)
		if err != nil {
			return nil, fault.Wrap(err, "scheme.condition", "rule", condition.Rule, "detail", err)
		}
		if err := x.refs(t, f, u, false); err != nil {
			return nil, err
		}
		test := ConditionTest{Condition: condition, Named: t.Named(condition.Rule)}
		if test.Steps, test.Verdict, err = t.steps(f, u); err != nil {
			return nil, fault.Wrap(err, "scheme.condition", "rule", condition.Rule, "detail", err)
		}
		test.Holds = test.Verdict.State == formula.Number && test.Verdict.Bool
		result = append(result, test)
	}
	return result, nil
}

// cause says which of the scheme's ways to leave a unit out came first.
func (e *Explainer) cause(x *Explanation) Cause {
	for _, named := range e.Ranking.Terms.Exclude {
		if named.Unit == x.Unit.Key {
			return CauseNamed
		}
	}
	for _, c := range x.Conditions {
		if c.Holds {
			return CauseCondition
		}
	}
	return CauseFigures
}
