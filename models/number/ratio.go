package number

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/govalues/decimal"

	"yueping/models/fault"
)

// Ratio is an exact fraction, the number that formulas calculate with: a chain of quotients, sums
// and products loses nothing before the one rounding at its end. The zero value is 0.
//
// Fractions whose parts fit 63 bits take the fast path; all others a big.Rat.
type Ratio struct {
	num, den int64 // den 0 stands for 1
	big      *big.Rat
}

// Of gives a number as a fraction.
func Of(n Number) Ratio {
	coef, scale := n.d.Coef(), n.d.Scale()
	if coef <= 1<<62 && scale <= 18 {
		num := int64(coef)
		if n.d.Sign() < 0 {
			num = -num
		}
		return Ratio{num: num, den: pow10(scale)}
	}
	r, _ := new(big.Rat).SetString(n.d.String())
	return Ratio{big: r}
}

// Int gives a whole number as a fraction.
func Int(i int64) Ratio {
	if i == math.MinInt64 { // the one int64 whose sign cannot be turned
		return Ratio{big: new(big.Rat).SetInt64(i)}
	}
	return Ratio{num: i, den: 1}
}

func pow10(n int) int64 {
	p := int64(1)
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}

func (r Ratio) parts() (int64, int64) {
	if r.den == 0 {
		return r.num, 1
	}
	return r.num, r.den
}

// Rat gives a copy as math/big's fraction.
func (r Ratio) Rat() *big.Rat {
	if r.big != nil {
		return new(big.Rat).Set(r.big)
	}
	num, den := r.parts()
	return big.NewRat(num, den)
}

func (r Ratio) rat() *big.Rat {
	if r.big != nil {
		return r.big
	}
	return r.Rat()
}

// Add gives the exact sum.
func (r Ratio) Add(o Ratio) Ratio {
	if r.big == nil && o.big == nil {
		a, b := r.parts()
		c, d := o.parts()
		if b == d {
			if s, ok := add(a, c); ok {
				return Ratio{num: s, den: b}
			}
		}
		g := gcd(b, d)
		ad, ok1 := mul(a, d/g)
		cb, ok2 := mul(c, b/g)
		bd, ok3 := mul(b, d/g)
		s, ok4 := add(ad, cb)
		if ok1 && ok2 && ok3 && ok4 {
			return Ratio{num: s, den: bd}
		}
	}
	return small(new(big.Rat).Add(r.rat(), o.rat()))
}

// Sub gives the exact difference.
func (r Ratio) Sub(o Ratio) Ratio { return r.Add(o.Neg()) }

// Neg gives the value with its sign turned.
func (r Ratio) Neg() Ratio {
	if r.big != nil {
		return Ratio{big: new(big.Rat).Neg(r.big)}
	}
	return Ratio{num: -r.num, den: r.den}
}

// Mul gives the exact product.
func (r Ratio) Mul(o Ratio) Ratio {
	if r.big == nil && o.big == nil {
		a, b := r.parts()
		c, d := o.parts()
		n, ok1 := mul(a, c)
		m, ok2 := mul(b, d)
		if ok1 && ok2 {
			return Ratio{num: n, den: m}
		}
	}
	return small(new(big.Rat).Mul(r.rat(), o.rat()))
}

// Quo gives the exact quotient; o must not be 0 (check Sign first).
func (r Ratio) Quo(o Ratio) Ratio {
	if o.big != nil {
		return small(new(big.Rat).Quo(r.rat(), o.big))
	}
	c, d := o.parts()
	if c < 0 {
		c, d = -c, -d
	}
	return r.Mul(Ratio{num: d, den: c})
}

// Sign is -1, 0 or 1.
func (r Ratio) Sign() int {
	if r.big != nil {
		return r.big.Sign()
	}
	switch {
	case r.num < 0:
		return -1
	case r.num > 0:
		return 1
	}
	return 0
}

// Cmp compares by value: -1, 0 or 1.
func (r Ratio) Cmp(o Ratio) int {
	if r.big == nil && o.big == nil {
		a, b := r.parts()
		c, d := o.parts()
		ad, ok1 := mul(a, d)
		cb, ok2 := mul(c, b)
		if ok1 && ok2 {
			switch {
			case ad < cb:
				return -1
			case ad > cb:
				return 1
			}
			return 0
		}
	}
	return r.rat().Cmp(o.rat())
}

// Round gives the decimal nearest to the fraction with places decimals, half to even (GB/T 8170);
// number.overflow where that takes more than 19 digits.
func (r Ratio) Round(places int) (Number, error) { return r.round(places, halfEven) }

// Ceil rounds up to places decimals, as HJ 633 asks of an IAQI.
func (r Ratio) Ceil(places int) (Number, error) { return r.round(places, up) }

// Exact gives the fraction as a decimal where it is one of at most 19 digits; number.overflow elsewhere.
func (r Ratio) Exact() (Number, error) {
	rat := r.Rat()
	for places := 0; places <= MaxDigits; places++ {
		scaled := new(big.Rat).Mul(rat, new(big.Rat).SetInt(tenTo(places)))
		if scaled.IsInt() {
			return assemble(scaled.Num(), places)
		}
	}
	return Number{}, fault.New("number.overflow", "max", MaxDigits)
}

func (Ratio) shift(n Number, places int) Ratio {
	ten := Ratio{big: new(big.Rat).SetInt(tenTo(max(places, -places)))}
	if places < 0 {
		return Of(n).Quo(ten)
	}
	return Of(n).Mul(ten)
}

type rounding int

const (
	halfEven rounding = iota
	up
)

func (r Ratio) round(places int, how rounding) (Number, error) {
	if r.big == nil && places <= 9 {
		num, den := r.parts()
		if scaled, ok := mul(num, pow10(places)); ok {
			q := divide(scaled, den, how)
			return exact(decimal.New(q, places))
		}
	}
	rat := r.rat()
	scaled := new(big.Int).Mul(rat.Num(), tenTo(places))
	q, rest := new(big.Int).DivMod(scaled, rat.Denom(), new(big.Int))
	switch how {
	case up:
		if rest.Sign() != 0 {
			q.Add(q, big.NewInt(1))
		}
	default:
		half := rest.Lsh(rest, 1).Cmp(rat.Denom())
		if half > 0 || (half == 0 && q.Bit(0) == 1) {
			q.Add(q, big.NewInt(1))
		}
	}
	return assemble(q, places)
}

func divide(num, den int64, how rounding) int64 {
	q, rest := num/den, num%den
	if rest < 0 {
		q, rest = q-1, rest+den
	}
	switch how {
	case up:
		if rest != 0 {
			q++
		}
	default:
		if rest > den-rest || (rest == den-rest && q&1 == 1) {
			q++
		}
	}
	return q
}

func assemble(coef *big.Int, places int) (Number, error) {
	s := coef.String()
	if places > 0 {
		r := new(big.Rat).SetFrac(coef, tenTo(places))
		s = r.FloatString(places)
	}
	n, err := Parse(s)
	if err != nil {
		return Number{}, fault.New("number.overflow", "max", MaxDigits)
	}
	return n, nil
}

func tenTo(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

func small(r *big.Rat) Ratio {
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != -1<<63 {
		return Ratio{num: r.Num().Int64(), den: r.Denom().Int64()}
	}
	return Ratio{big: r}
}

func add(a, b int64) (int64, bool) {
	s := a + b
	return s, (s > a) == (b > 0) && s != -1<<63
}

func mul(a, b int64) (int64, bool) {
	ua, ub := uint64(max(a, -a)), uint64(max(b, -b))
	hi, lo := bits.Mul64(ua, ub)
	if hi != 0 || lo > 1<<62 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, -a)
}
