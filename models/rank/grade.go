package rank

import "yueping/models/number"

// Grade is a band of values (等次): From and everything above it, up to the next grade.
type Grade struct {
	From  number.Number
	Label string
}

// Grades are the bands of a score, in any order.
type Grades []Grade

// Of gives the label of the highest grade whose From the value reaches, "" below all of them. The
// value is the published one, rounded to its indicator's decimals.
func (g Grades) Of(value number.Number) string {
	best := -1
	for i, grade := range g {
		if value.Cmp(grade.From) >= 0 && (best < 0 || grade.From.Cmp(g[best].From) > 0) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return g[best].Label
}
