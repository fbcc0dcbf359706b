package number

import (
	"math/big"
	"regexp"
	"strings"
	"unicode"

	"yueping/models/fault"
)

// Format says how a typed number is read: as per cent (96.17 and 96.17% both give 0.9617), with at
// most Decimals decimals (of the per cent, where it is one), and with the unit of measure that may
// stand behind it.
type Format struct {
	Percent  bool
	Decimals int
	Unit     string
}

// longestQuotient bounds the texts of too many digits that are worth a suggestion: other programs
// show a quotient with up to some 34 digits.
const longestQuotient = 64

// Read reads a number as a clerk types it: full-width digits, 。 or ． as the point, ％, thousands
// separators and spaces, and the indicator's own unit behind it. Anything else is refused:
// number.not_a_number, number.too_many_digits, or number.too_many_decimals with the rounded value
// as suggestion. Nothing is rounded.
func Read(text string, f Format) (Number, error) {
	s := Narrow(text)
	unit := Narrow(f.Unit)
	if f.Percent {
		unit = "%"
	}
	s = strings.TrimSpace(strings.TrimSuffix(s, unit))
	refuse := fault.New("number.not_a_number", "text", text)
	plain, ok := ungroup(s)
	if !ok {
		return Number{}, refuse
	}
	n, err := Parse(plain)
	if err != nil {
		if fault.CodeOf(err) == "number.not_a_number" {
			return Number{}, refuse
		}
		if len(plain) <= longestQuotient {
			long, _ := new(big.Rat).SetString(plain)
			if rounded, err := (Ratio{big: long}).Round(f.Decimals); err == nil {
				return Number{}, f.tooManyDecimals(text, rounded)
			}
		}
		return Number{}, fault.New("number.too_many_digits", "text", text, "max", MaxDigits)
	}
	if n.Places() > f.Decimals {
		return Number{}, f.tooManyDecimals(text, n.Round(f.Decimals))
	}
	if f.Percent {
		return n.Shift(-2)
	}
	return n, nil
}

func (f Format) tooManyDecimals(text string, rounded Number) error {
	suggestion := rounded.String()
	if f.Percent {
		suggestion += "%"
	}
	return fault.New("number.too_many_decimals", "text", text, "decimals", f.Decimals, "suggestion", suggestion)
}

// Narrow turns full-width forms and the points that Chinese input methods give into ASCII.
func Narrow(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '。':
			return '.'
		case r == '−':
			return '-'
		case r == 'µ': // the micro sign and the Greek letter look alike
			return 'μ'
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s))
}

var grouped = regexp.MustCompile(`^[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+)$`)

// ungroup drops thousands separators (a comma or a space), but only where they stand before groups
// of three digits: 3,5 is no 35, and 0,123 no 123.
func ungroup(s string) (string, bool) {
	sign := ""
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "+") {
		sign, s = strings.TrimPrefix(s[:1], "+"), strings.TrimSpace(s[1:])
	}
	whole, frac, _ := strings.Cut(s, ".")
	if whole == "" && frac != "" {
		whole = "0"
	}
	if grouped.MatchString(whole) {
		whole = strings.NewReplacer(",", "", " ", "").Replace(whole)
	}
	if !digits(whole) {
		return "", false
	}
	if frac != "" {
		whole += "." + frac
	}
	return sign + whole, true
}
