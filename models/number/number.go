// Package number holds the exact decimal numbers of an appraisal: up to 19 digits, never a binary
// float, rounded half to even as GB/T 8170 asks.
package number

import (
	"database/sql/driver"
	"encoding/json"
	"math"
	"math/bits"
	"strings"

	"github.com/govalues/decimal"

	"yueping/models/fault"
)

// MaxDigits is how many digits a number may have.
const MaxDigits = decimal.MaxPrec

// Number is an exact decimal of at most 19 digits. The zero value is 0. Two equal numbers are the
// same value whatever zeros they were written with; == is not defined on them: use Cmp.
type Number struct{ d decimal.Decimal }

// Parse reads a plain decimal: an optional sign, digits, an optional point with digits. It refuses
// exponents, separators and more than 19 digits (number.not_a_number, number.too_many_digits).
func Parse(s string) (Number, error) {
	body := strings.TrimPrefix(s, "-")
	whole, frac, point := strings.Cut(body, ".")
	if !digits(whole) || (point && !digits(frac)) {
		return Number{}, fault.New("number.not_a_number", "text", s)
	}
	if len(body) > MaxDigits { // it may fit without the zeros at its ends
		whole, frac = strings.TrimLeft(whole, "0"), strings.TrimRight(frac, "0")
		if len(whole)+len(frac) > MaxDigits {
			return Number{}, fault.New("number.too_many_digits", "text", s, "max", MaxDigits)
		}
		s = s[:len(s)-len(body)] + "0" + whole
		if frac != "" {
			s += "." + frac
		}
	}
	d, err := decimal.Parse(s)
	if err != nil {
		return Number{}, fault.Wrap(err, "number.not_a_number", "text", s)
	}
	return Number{d.Trim(0)}, nil
}

func digits(s string) bool {
	if s == "" {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// MustParse is Parse for constants and tests; it panics where Parse refuses.
func MustParse(s string) Number {
	n, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return n
}

// FromInt gives a whole number.
func FromInt(i int64) Number { return Number{decimal.MustNew(i, 0)} }

// String gives the canonical form: no trailing zeros, no leading zeros but one before the point.
func (n Number) String() string { return n.d.Trim(0).String() }

// Fixed gives the number rounded half to even and written with exactly places decimals.
func (n Number) Fixed(places int) string {
	s := n.Round(places).String()
	if places <= 0 {
		return s
	}
	whole, frac, _ := strings.Cut(s, ".")
	return whole + "." + frac + strings.Repeat("0", places-len(frac))
}

// Places is how many decimals the canonical form has.
func (n Number) Places() int { return n.d.Trim(0).Scale() }

// Round rounds half to even (GB/T 8170) to places decimals.
func (n Number) Round(places int) Number { return Number{n.d.Round(places).Trim(0)} }

// Cmp compares by value: -1, 0 or 1.
func (n Number) Cmp(other Number) int { return n.d.Cmp(other.d) }

// Sign is -1, 0 or 1.
func (n Number) Sign() int { return n.d.Sign() }

// Add gives the exact sum; number.overflow where it would take more than 19 digits.
func (n Number) Add(other Number) (Number, error) {
	sum, err := n.d.AddExact(other.d, max(n.d.Scale(), other.d.Scale()))
	if err != nil {
		// The library counts the zeros at the end of the sum, too.
		return Of(n).Add(Of(other)).Exact()
	}
	return Number{sum.Trim(0)}, nil
}

// Sub gives the exact difference; number.overflow where it would take more than 19 digits.
func (n Number) Sub(other Number) (Number, error) { return n.Add(Number{other.d.Neg()}) }

// Shift moves the decimal point: Shift(-2) turns per cent into a fraction. number.too_many_digits
// where the result does not fit.
func (n Number) Shift(places int) (Number, error) {
	shifted, err := Ratio{}.shift(n, places).Exact()
	if err != nil {
		return Number{}, fault.New("number.too_many_digits", "text", n.String(), "max", MaxDigits)
	}
	return shifted, nil
}

func exact(d decimal.Decimal, err error) (Number, error) {
	if err != nil {
		return Number{}, fault.Wrap(err, "number.overflow", "max", MaxDigits)
	}
	return Number{d.Trim(0)}, nil
}

// Scaled gives the number as a count of 10^-places (0 to 18), rounded half to even, and whether it
// fits an int64: a key that sorts as the rounded number does.
func (n Number) Scaled(places int) (int64, bool) {
	if places < 0 || places > 18 {
		return 0, false
	}
	d := n.d.Round(places)
	hi, count := bits.Mul64(d.Coef(), uint64(pow10(places-d.Scale())))
	if hi != 0 || count > math.MaxInt64 {
		return 0, false
	}
	return int64(d.Sign()) * int64(count), true
}

// Value stores the canonical text.
func (n Number) Value() (driver.Value, error) { return n.String(), nil }

// Scan reads the canonical text that Value stored.
func (n *Number) Scan(source any) error {
	var s string
	switch v := source.(type) {
	case string:
		s = v
	case []byte:
		s = string(v)
	default:
		return fault.New("number.not_a_number", "text", source)
	}
	parsed, err := Parse(s)
	if err != nil {
		return err
	}
	*n = parsed
	return nil
}

// MarshalJSON writes the canonical text as a JSON string, so that no reader turns it into a float.
func (n Number) MarshalJSON() ([]byte, error) { return json.Marshal(n.String()) }

// UnmarshalJSON reads what MarshalJSON wrote.
func (n *Number) UnmarshalJSON(data []byte) error {
	var s string
	if err := json.Unmarshal(data, &s); err != nil {
		return fault.Wrap(err, "number.not_a_number", "text", string(data))
	}
	return n.Scan(s)
}
