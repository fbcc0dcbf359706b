package ranking

import (
	"strconv"

	"yueping/models/number"
)

// share is how long a value's bar is, from 0 to 1: a length on the screen, so the one place where a
// value may become a binary fraction.
func share(value, top number.Number) float32 {
	if value.Sign() <= 0 || top.Sign() <= 0 {
		return 0
	}
	v, err1 := strconv.ParseFloat(value.String(), 64)
	t, err2 := strconv.ParseFloat(top.String(), 64)
	if err1 != nil || err2 != nil {
		return 0
	}
	return float32(min(v/t, 1))
}
