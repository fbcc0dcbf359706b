package app

import (
	"slices"
	"strconv"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/formula"
	"yueping/models/month"
	"yueping/models/number"
)

// The keys of what a format calculates; no formula can name them.
const (
	calculatedKey = "#"
	filterKey     = "#filter"
)

// calculated is a column's formula as an indicator of its own, so that it is calculated as those of the program
// are: exactly, and rounded once.
func calculated(p *models.Program, at int, c models.FormatColumn) models.Indicator {
	i := models.Indicator{Program: p.Key, Key: calculatedKey + strconv.Itoa(at), Name: c.Title, Percent: c.Percent,
		Scope: []string{models.ScopeMembers}, Formulas: month.Always(c.Formula)}
	if c.Decimals != nil {
		i.Decimals = *c.Decimals
	}
	return i
}

// filterSource is a condition as a number, 1 where it holds.
func filterSource(condition string) string { return "if(" + condition + ", 1, 0)" }

// with gives the month's table with further derived indicators.
func (m *Month) with(extra []models.Indicator) (*appraise.Table, error) {
	if len(extra) == 0 {
		return m.Table, nil
	}
	program := *m.Program
	program.Indicators = slices.Concat(program.Indicators, extra)
	// What an earlier month holds is the same with them or without.
	c := &appraise.Context{Register: m.context.Register, Program: &program, Standards: m.context.Standards,
		Earliest: m.context.Earliest, Load: m.context.Table}
	return c.Again(m.Table)
}

// extras are the indicators that a format's formulas make; none of a format without formulas.
func extras(p *models.Program, t models.FormatTerms, filterName string) []models.Indicator {
	var extra []models.Indicator
	for i, c := range t.Columns {
		if c.Content == models.ContentFormula {
			extra = append(extra, calculated(p, i, c))
		}
	}
	if t.Filter != "" {
		extra = append(extra, models.Indicator{Program: p.Key, Key: filterKey, Name: filterName,
			Scope: []string{models.ScopeMembers}, Formulas: month.Always(filterSource(t.Filter))})
	}
	return extra
}

// tryCalculated refuses a formula that cannot be compiled, with each of its faults.
func tryCalculated(p *models.Program, source string, condition bool) []*fault.Fault {
	err := appraise.TryFormula(p, "", source, condition)
	if err == nil && condition && len(filterSource(source)) > formula.MaxSource {
		err = fault.New("formula.too_long", "found", len(source), "max", formula.MaxSource-len(filterSource("")), "line", 1, "column", 1)
	}
	return fault.All(err)
}

// inDecimals gives a value as a column of so many decimals shows it, rounded once from the exact one.
func inDecimals(i *models.Indicator, v appraise.Value) (appraise.Value, error) {
	if v.State != models.IsNumber {
		return v, nil
	}
	var err error
	v.Number, err = v.Exact.Round(i.Places())
	return v, err
}

// whole is a count or a place as a number.
func whole(n int) *number.Number {
	v := number.FromInt(int64(n))
	return &v
}
