package formula

import (
	"slices"

	"yueping/models/number"
)

// State says what a value is. The constants stand in the order of decision: where operands differ,
// the later state is that of the result.
type State int

const (
	// Number is a number (or a truth value); 0 is a number.
	Number State = iota
	// NotReported is a value that has not come in yet.
	NotReported
	// NoData is 无数据.
	NoData
	// NotAssessed is 不参评.
	NotAssessed
)

// Value is an input or a result of a formula. The zero value is the number 0.
type Value struct {
	State State
	Ratio number.Ratio // exact; where State is Number and IsBool is not set
	// IsBool marks the result of a formula of TypeBool, which stands in Bool.
	IsBool, Bool bool
	// Missing names what made a result no number, in the order of evaluation: an input as Ref.String
	// writes it, or the source text of a denominator that was zero.
	Missing []string

	bits int32 // no part of Ratio is longer; 0 where nobody has measured
}

// numberBits bounds both parts of any number.Number as a fraction: 19 digits over a power of ten.
const numberBits = 64

// Of gives a decimal as a value.
func Of(n number.Number) Value { return Value{Ratio: number.Of(n), bits: numberBits} }

// OfRatio gives a fraction as a value. It measures the fraction once, which a Value made by hand
// would need at every evaluation.
func OfRatio(r number.Ratio) Value { return Value{Ratio: r, bits: measure(r)} }

// None gives a value that is no number, and what made it so.
func None(state State, missing ...string) Value { return Value{State: state, Missing: missing} }

// Truth gives a truth value.
func Truth(b bool) Value { return Value{IsBool: true, Bool: b} }

// Equal reports whether both are the same number, the same truth value, or no number for the same
// reason.
func (v Value) Equal(o Value) bool {
	switch {
	case v.State != o.State:
		return false
	case v.State != Number:
		return slices.Equal(v.Missing, o.Missing)
	case v.IsBool || o.IsBool:
		return v.IsBool == o.IsBool && v.Bool == o.Bool
	}
	return v.Ratio.Cmp(o.Ratio) == 0
}

// Exact writes a number without any loss: as a decimal where it is one of at most 19 digits, else
// as a fraction such as 2/3. A truth value is true or false, anything else "".
func (v Value) Exact() string {
	switch {
	case v.State != Number:
		return ""
	case v.IsBool && v.Bool:
		return "true"
	case v.IsBool:
		return "false"
	}
	if n, err := v.Ratio.Exact(); err == nil {
		return n.String()
	}
	return v.Ratio.Rat().RatString()
}

// ShownPlaces is how many decimals Shown keeps.
const ShownPlaces = 6

// Shown writes a number for people: rounded half to even to ShownPlaces decimals, without trailing
// zeros; Exact where that takes more than 19 digits, and for what is no number.
func (v Value) Shown() string {
	if v.State == Number && !v.IsBool {
		if n, err := v.Ratio.Round(ShownPlaces); err == nil {
			return n.String()
		}
	}
	return v.Exact()
}

func measure(r number.Ratio) int32 {
	rat := r.Rat()
	return int32(max(rat.Num().BitLen(), rat.Denom().BitLen()))
}
