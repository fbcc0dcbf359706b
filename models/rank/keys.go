package rank

import (
	"slices"

	"yueping/models/number"
)

// maxPlaces is the most decimals for which 10^places fits an int64.
const maxPlaces = 18

// column gives, by index of rows, an int64 for key k of each entry that sorts as the value does, the
// better first: comparing decimals anew in every step of the sort would cost more than the sort.
func column(rows []Row, entries []entry, k int, direction Direction) []int64 {
	keys := make([]int64, len(rows))
	if !scale(rows, entries, k, keys) {
		enumerate(rows, entries, k, keys)
	}
	if direction == Descending {
		for i := range keys {
			keys[i] = ^keys[i] // turns the order round and, unlike a minus sign, cannot overflow
		}
	}
	return keys
}

// scale writes each value as a count of the smallest decimal in use; false where one does not fit.
func scale(rows []Row, entries []entry, k int, keys []int64) bool {
	places := 0
	for _, e := range entries {
		places = max(places, rows[e.row].Values[k].Places())
	}
	if places > maxPlaces {
		return false
	}
	for _, e := range entries {
		key, fits := rows[e.row].Values[k].Scaled(places)
		if !fits {
			return false
		}
		keys[e.row] = key
	}
	return true
}

// enumerate numbers the distinct values in ascending order.
func enumerate(rows []Row, entries []entry, k int, keys []int64) {
	value := func(e entry) number.Number { return rows[e.row].Values[k] }
	sorted := slices.Clone(entries)
	slices.SortFunc(sorted, func(a, b entry) int { return value(a).Cmp(value(b)) })
	next := int64(0)
	for i, e := range sorted {
		if i > 0 && value(sorted[i-1]).Cmp(value(e)) != 0 {
			next++
		}
		keys[e.row] = next
	}
}
