package formula

import (
	"cmp"
	"slices"
	"strings"
)

// maxNear is how many suggestions an unknown name brings, longestNear the longest name compared.
const (
	maxNear     = 3
	longestNear = 64
)

// near gives the known names that look most like an unknown one, the nearest first. Case does not
// count: whoever writes DUE means due.
func near(unknown string, known []string) []string {
	type candidate struct {
		name     string
		distance int
	}
	target := []rune(strings.ToLower(unknown))
	if len(target) > longestNear {
		return nil
	}
	var found []candidate
	for _, name := range known {
		other := []rune(strings.ToLower(name))
		limit := max(1, max(len(target), len(other))/3)
		if len(other) > longestNear || max(len(target)-len(other), len(other)-len(target)) > limit {
			continue
		}
		if d := distance(target, other); d <= limit && d < len(target) {
			found = append(found, candidate{name, d})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.name, b.name))
	})
	names := []string{}
	for _, c := range found[:min(len(found), maxNear)] {
		names = append(names, c.name)
	}
	return names
}

// distance counts the characters to insert, drop, replace or swap with a neighbour.
func distance(a, b []rune) int {
	before, last, now := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}
