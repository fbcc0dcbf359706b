package formula

import "strconv"

// Shift is how many months before the month of the calculation a value belongs to.
type Shift int

// The shifts that have a function of their own; ago(x, n) gives any up to MaxShift.
const (
	SameMonth Shift = 0
	LastMonth Shift = 1
	LastYear  Shift = 12
	MaxShift  Shift = 120
)

// Scope says whose value is meant.
type Scope int

const (
	// Unit is the unit for which the formula is calculated.
	Unit Scope = iota
	// Group is all units of its group in the month of the calculation.
	Group
	// All is all units of the program in the month of the calculation.
	All
	// City is the city itself, a unit in no group.
	City
)

// Aggregate says how the values of a Group or of All become one.
type Aggregate int

// What sum, mean and count ask for; Single is everything else.
const (
	Single Aggregate = iota
	Sum
	Mean
	Count
)

// Ref is one input of a formula. The host finds its value, aggregation included.
type Ref struct {
	Name      string
	Shift     Shift
	Rounded   bool // the published value, rounded to the indicator's decimals (of each unit, before an aggregation)
	Whole     Scope
	Aggregate Aggregate
}

// String writes the reference as a formula would, each in one way only; a plain one is its name.
func (r Ref) String() string {
	s := r.Name
	switch r.Shift {
	case SameMonth:
	case LastMonth:
		s = "last_month(" + s + ")"
	case LastYear:
		s = "last_year(" + s + ")"
	default:
		s = "ago(" + s + ", " + strconv.Itoa(int(r.Shift)) + ")"
	}
	if r.Rounded {
		s = "rounded(" + s + ")"
	}
	if r.Whole == City {
		return "city(" + s + ")"
	}
	if r.Aggregate == Single {
		return s
	}
	s = [...]string{Sum: "sum(", Mean: "mean(", Count: "count("}[r.Aggregate] + s
	if r.Whole == All {
		s += ", all"
	}
	return s + ")"
}

// plain reports whether nothing but the name says what is meant.
func (r Ref) plain() bool { return r == Ref{Name: r.Name} }

// Lookup finds the value of a reference; false where there is no such indicator, which Compile has
// excluded for the names it was given.
type Lookup func(Ref) (Value, bool)

// Calls gives the arguments of each call of a function of the host that needs names, in the order of
// the source.
func (f *Formula) Calls(function string) [][]Ref {
	var calls [][]Ref
	var walk func(*node)
	walk = func(n *node) {
		if n.form == formCall && n.name == function && f.env.Functions[function].NeedsNames {
			refs := make([]Ref, len(n.args))
			for i, arg := range n.args {
				refs[i] = arg.ref
			}
			calls = append(calls, refs)
		}
		for _, arg := range n.args {
			walk(arg)
		}
	}
	walk(f.root)
	return calls
}
