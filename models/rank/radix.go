package rank

import "slices"

// byKey sorts entries by their key, byte by byte from the lowest and leaving equal ones in place,
// then each run of equal keys by rest. A month's published values span two or three bytes: that many
// passes take less time than a sort by comparison.
func byKey(entries []entry, rest func(a, b entry) int) []entry {
	if len(entries) == 0 {
		return entries
	}
	least, most := entries[0].key, entries[0].key
	for _, e := range entries {
		least, most = min(least, e.key), max(most, e.key)
	}
	// The difference of two int64 always fits a uint64, and wraps to the right one.
	from, to := entries, make([]entry, len(entries))
	for shift := 0; shift < 64 && uint64(most-least)>>shift > 0; shift += 8 {
		var start [257]int
		for _, e := range from {
			start[int(byte(uint64(e.key-least)>>shift))+1]++
		}
		for i := 1; i < len(start); i++ {
			start[i] += start[i-1]
		}
		for _, e := range from {
			slot := &start[byte(uint64(e.key-least)>>shift)]
			to[*slot] = e
			*slot++
		}
		from, to = to, from
	}
	for begin := 0; begin < len(from); {
		end := begin + 1
		for end < len(from) && from[end].key == from[begin].key {
			end++
		}
		slices.SortFunc(from[begin:end], rest)
		begin = end
	}
	return from
}
