// Package appraise calculates a program's month from its observations: derived indicators, rankings,
// findings and notices. It is pure: what it needs of other months it asks for.
package appraise

import (
	"sync"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/formula"
	"yueping/models/month"
)

// Context is what the months of one program are calculated with. It is safe for several goroutines.
type Context struct {
	Register  *models.Register
	Program   *models.Program
	Standards *air.Standards
	// Load gives the observations of a month in a table made by NewTable; nil where a program's
	// formulas and rules may look at no other month.
	Load func(month.Month) (*Table, error)
	// Earliest is the first month with data: formulas that look back find nothing before it.
	Earliest month.Month
	// Basis is the month whose limits, weights and reference state hold for every month, so that months on both
	// sides of a change can be compared; 0 for each month's own.
	Basis month.Month

	mu       sync.Mutex
	tables   map[month.Month]*Table
	formulas map[compiledKey]*formula.Formula
}

type compiledKey struct {
	source string
	at     month.Month
}

// Table gives a month's calculated table, which is loaded once.
func (c *Context) Table(at month.Month) (*Table, error) {
	c.mu.Lock()
	t := c.tables[at]
	c.mu.Unlock()
	if t != nil {
		return t, nil
	}
	if at < c.Earliest {
		t = c.NewTable(at)
		c.Keep(t)
		return t, nil
	}
	t, err := c.Load(at)
	if err != nil {
		return nil, err
	}
	c.Keep(t)
	return t, nil
}

// Keep makes a table the one of its month.
func (c *Context) Keep(t *Table) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.tables == nil {
		c.tables = map[month.Month]*Table{}
	}
	c.tables[t.At] = t
}

// Again gives the month of another context's table with the same observations, calculated as this
// context does: on its basis.
func (c *Context) Again(source *Table) (*Table, error) {
	t := c.NewTable(source.At)
	for key, col := range source.columns {
		if col.indicator.Derived() {
			continue
		}
		for row, v := range col.cells {
			if v.State != models.NotReported {
				t.Set(key, source.Units[row].Key, models.Cell{State: v.State, Value: v.Number})
			}
		}
	}
	return t, t.Calculate()
}

// compile gives the compiled form of an indicator's formula, or of a check's rule, in a month.
func (c *Context) compile(source string, at month.Month) (*formula.Formula, error) {
	key := compiledKey{source, at}
	c.mu.Lock()
	f := c.formulas[key]
	c.mu.Unlock()
	if f != nil {
		return f, nil
	}
	f, err := formula.Compile(source, c.environment(at))
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.formulas == nil {
		c.formulas = map[compiledKey]*formula.Formula{}
	}
	c.formulas[key] = f
	return f, nil
}

// TryFormula compiles a formula as a program's file gives it; condition asks for a truth value.
// The faults carry line and column inside the source.
func TryFormula(p *models.Program, indicator, source string, condition bool) error {
	f, err := formula.Compile(source, (&Context{Program: p}).environment(0))
	if err != nil {
		return err
	}
	if want := formula.TypeBool; condition != (f.Type() == want) {
		return fault.New("formula.kind", "condition", condition, "line", 1, "column", 1)
	}
	for _, ref := range f.Refs() {
		if ref.Name == indicator && ref.Shift == formula.SameMonth {
			return fault.New("formula.names_itself", "indicator", indicator, "line", 1, "column", 1)
		}
	}
	return nil
}

// order gives the derived indicators of a month, each after those it needs.
func (c *Context) order(at month.Month) ([]derivation, error) {
	formulas := map[string]*formula.Formula{}
	for i := range c.Program.Indicators {
		ind := &c.Program.Indicators[i]
		if source, ok := ind.Formulas.At(at); ok && ind.Holds(at) {
			f, err := c.compile(source, at)
			if err != nil {
				return nil, fault.Wrap(err, "indicator.formula", "indicator", ind.Name, "detail", err)
			}
			formulas[ind.Key] = f
		}
	}
	keys, err := formula.Order(formulas)
	if err != nil {
		return nil, err
	}
	result := make([]derivation, len(keys))
	for i, key := range keys {
		result[i] = derivation{c.Program.Indicator(key), formulas[key]}
	}
	return result, nil
}

type derivation struct {
	indicator *models.Indicator
	formula   *formula.Formula
}
