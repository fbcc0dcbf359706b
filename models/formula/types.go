package formula

// Type is what a formula gives. It is known before any value is.
type Type int

const (
	typeUnknown Type = iota // of what is wrong already
	// TypeNumber is a number.
	TypeNumber
	// TypeBool is a truth value, as a comparison gives it.
	TypeBool
)

// String gives the word that faults use.
func (t Type) String() string {
	switch t {
	case TypeNumber:
		return "number"
	case TypeBool:
		return "bool"
	}
	return "unknown"
}

// operator types: what the operands must be, and what comes out.
func operatorTypes(name string) (operands, result Type) {
	switch {
	case name == "and" || name == "or" || name == "not":
		return TypeBool, TypeBool
	case power[kind(name)] == powerCompare:
		return TypeNumber, TypeBool
	}
	return TypeNumber, TypeNumber
}
