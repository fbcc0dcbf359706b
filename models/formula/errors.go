package formula

import (
	"cmp"
	"slices"
	"strings"

	"yueping/models/fault"
)

// Errors is everything that Compile found wrong with a source, in the order of its places.
type Errors []*fault.Fault

// Error joins the faults for a log.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, f := range e {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "; ")
}

// Unwrap gives the faults to errors.Is and errors.As.
func (e Errors) Unwrap() []error {
	list := make([]error, len(e))
	for i, f := range e {
		list[i] = f
	}
	return list
}

// place is where something stands in the source: both count from 1, the column in characters.
type place struct{ line, column int }

// fault makes a fault that carries its place.
func (at place) fault(code string, pairs ...any) *fault.Fault {
	return fault.New(code, pairs...).With("line", at.line, "column", at.column)
}

// collector gathers what is wrong. It stops at maxErrors: a longer list helps nobody, and a hostile
// source would make one of thousands.
type collector struct{ list Errors }

func (c *collector) add(f *fault.Fault) {
	if len(c.list) < maxErrors {
		c.list = append(c.list, f)
	}
}

func (c *collector) full() bool { return len(c.list) >= maxErrors }

// err gives the sorted list, or nil where it is empty.
func (c *collector) err() error {
	if len(c.list) == 0 {
		return nil
	}
	slices.SortStableFunc(c.list, func(a, b *fault.Fault) int {
		return cmp.Or(
			cmp.Compare(a.Args["line"].(int), b.Args["line"].(int)),
			cmp.Compare(a.Args["column"].(int), b.Args["column"].(int)),
		)
	})
	return c.list
}
