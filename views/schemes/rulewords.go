package schemes

import (
	"slices"

	"yueping/models"
	"yueping/models/month"
)

// ladders are the program's ladders in a month with the rules that stand on each, lowest first; one
// rule is left out.
func ladders(p *models.Program, at month.Month, except string) (keys []string, steps map[string][]models.RuleTerms) {
	steps = map[string][]models.RuleTerms{}
	for i := range p.Rules {
		terms, holds := p.Rules[i].At(at)
		if !holds || terms.Ladder == "" || p.Rules[i].Key == except {
			continue
		}
		keys = appendNew(keys, terms.Ladder)
		steps[terms.Ladder] = append(steps[terms.Ladder], terms)
	}
	for _, list := range steps {
		slices.SortStableFunc(list, func(a, b models.RuleTerms) int { return a.Step - b.Step })
	}
	return keys, steps
}
