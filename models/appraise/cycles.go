package appraise

import (
	"slices"
	"strings"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/formula"
	"yueping/models/month"
)

// TryOrder refuses derived indicators that need each other in any month: a fault formula.cycle a
// circle, with the indicator at which it begins. Formulas that do not compile, or name themselves, are
// for TryFormula.
func TryOrder(p *models.Program) error {
	c := Context{Program: p}
	var cycles fault.List
	known := map[string]bool{}
	for _, at := range turns(p) {
		formulas := c.compiled(at)
		for {
			_, err := formula.Order(formulas)
			circle := fault.All(err)
			if len(circle) == 0 {
				break
			}
			path, _ := circle[0].Args["path"].([]string)
			delete(formulas, path[0])
			if text := strings.Join(path, " "); !known[text] && len(path) > 2 {
				known[text] = true
				cycles = append(cycles, circle[0].With("indicator", path[0]))
			}
		}
	}
	return cycles.Err()
}

// turns are the months in which formulas begin, change or end.
func turns(p *models.Program) []month.Month {
	months := []month.Month{0}
	for i := range p.Indicators {
		for _, v := range p.Indicators[i].Formulas {
			months = append(months, v.From)
		}
		if p.Indicators[i].Derived() {
			months = append(months, p.Indicators[i].Since, p.Indicators[i].Until)
		}
	}
	slices.Sort(months)
	return slices.Compact(months)
}

// compiled gives the formulas of a month that compile, by indicator.
func (c *Context) compiled(at month.Month) map[string]*formula.Formula {
	formulas := map[string]*formula.Formula{}
	for i := range c.Program.Indicators {
		ind := &c.Program.Indicators[i]
		if source, ok := ind.Formulas.At(at); ok && ind.Holds(at) {
			if f, err := c.compile(source, 0); err == nil {
				formulas[ind.Key] = f
			}
		}
	}
	return formulas
}
