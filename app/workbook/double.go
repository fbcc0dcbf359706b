package workbook

import (
	"math"
	"strconv"
	"strings"

	"yueping/models/number"
)

// decimal gives the decimal that a stored double means: the shortest that round-trips where it has at
// most 15 significant digits, else the 15 digits that Excel shows; then it is shortened, unless it is
// only the trace of a calculation, as in 98.429999999999993.
func decimal(text string) (n number.Number, shortened, ok bool) {
	digits, simple := 0, true
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '-' && i == 0, c == '.':
		case c == 'e', c == 'E', c == '+', c == '-':
			simple = false
		default: // words and the other forms of Go's numbers
			return number.Number{}, false, false
		}
	}
	// Decimals of so few digits have a double each, so that the text is its shortest form already.
	if simple && digits <= exactDigits {
		if n, err := number.Parse(text); err == nil {
			return n, false, true
		}
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return number.Number{}, false, false
	}
	var room [32]byte
	shortest := strconv.AppendFloat(room[:0], v, 'e', -1, 64)
	if mantissa, _, _ := strings.Cut(string(shortest), "e"); len(strings.Trim(mantissa, "-"))-1 > exactDigits {
		rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', exactDigits-1, 64), 64)
		if err != nil {
			return number.Number{}, false, false
		}
		v, shortened = rounded, !trace(v, rounded)
	}
	n, err = number.Parse(strconv.FormatFloat(v, 'f', -1, 64))
	return n, shortened, err == nil
}

// trace reports that a double is next to a decimal that somebody could have meant.
func trace(v, rounded float64) bool {
	const meant, steps = 12, 2
	for range steps {
		v = math.Nextafter(v, rounded)
	}
	return v == rounded && significant(strconv.FormatFloat(rounded, 'f', -1, 64)) <= meant
}

// double is decimal for who does not ask whether it was shortened.
func double(text string) (number.Number, bool) {
	n, _, ok := decimal(text)
	return n, ok
}
