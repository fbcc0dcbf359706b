package month

// Merge gives what held before up to and including a month, and what is new after it: finished months
// keep their rules. equal tells whether two values mean the same; until 0 keeps nothing.
func Merge[T any](before, now Dated[T], until Month, equal func(a, b T) bool) Dated[T] {
	if until == 0 {
		return now
	}
	var result Dated[T]
	for _, s := range before {
		if s.From <= until {
			result = append(result, s)
		}
	}
	old, had := before.At(until)
	next, has := now.At(until + 1)
	if has && (!had || !equal(old, next)) {
		result = append(result, Since[T]{until + 1, next})
	}
	for _, s := range now {
		if s.From > until+1 {
			result = append(result, s)
		}
	}
	return result
}
