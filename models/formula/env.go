package formula

// The limits that hold where an Env names none, and those that always hold.
const (
	MaxSource = 4096 // bytes of source
	MaxDepth  = 64   // parentheses, signs, negations and calls within each other
	MaxNodes  = 2048 // operands and operations
	MaxBits   = 4096 // of the numerator and of the denominator of any result
	MaxPlaces = 12   // decimals that round, ceil and floor may keep

	maxErrors = 20
)

// Env is what a formula may refer to.
type Env struct {
	// Names are the indicators it may use.
	Names []string
	// Functions are those of the host; a Formula keeps the map, which must not change any more. A function of the language itself cannot be replaced.
	Functions map[string]Function
	// ZeroDenominator is what a division by zero gives, 0/0 included: a number, NoData or
	// NotAssessed. nil stands for NoData.
	ZeroDenominator *Value
	// MaxSource and MaxDepth replace the limits of the same name where they are not 0.
	MaxSource, MaxDepth int
}

// Function is a function that the host adds. Its result is a number, with Truth a truth value.
type Function struct {
	// MinArgs and MaxArgs bound the number of arguments; a negative MaxArgs is no bound.
	MinArgs, MaxArgs int
	Truth            bool
	// NeedsNames asks for indicators of the unit itself, of this month or another, so that Call learns
	// which they are.
	NeedsNames bool
	// TakesMissing calls it although an argument is no number. Without it the state of the argument
	// is that of the result, as with an operator.
	TakesMissing bool
	// Check may refuse a combination of names when the formula is compiled; only with NeedsNames.
	Check func(names []string) error
	// Call calculates. The slice is its own.
	Call func(args []Arg) (Value, error)
}

// Arg is an argument of a Function: its value, and its name where the function needs names.
type Arg struct {
	Name  string
	Value Value
}

func (e Env) maxSource() int {
	if e.MaxSource > 0 {
		return e.MaxSource
	}
	return MaxSource
}

func (e Env) maxDepth() int {
	if e.MaxDepth > 0 {
		return e.MaxDepth
	}
	return MaxDepth
}
