package models

import (
	"math/bits"
	"slices"
)

const (
	nearestNames   = 3
	mostCandidates = 5
	longestName    = 64 // characters that are compared
)

// Candidates are the units that a name may have meant, the most likely first, at most 5: of those that take
// part, inside the county where one is given and known. None where no name is near.
func (m *Matcher) Candidates(name, county string) []*Unit {
	at, known := m.scopeOf(county)
	if !known {
		at = scope{}
	}
	n := nearest{most: mostCandidates, close: true, fits: func(u *Unit) bool { return m.inside(at, u) && m.roster.Has(u.Key) }}
	for _, w := range m.writings(name, at) {
		n.add(w.name, m.loosely().names)
	}
	return n.units()
}

// nearest names the units whose names are most like one, however far that is.
func (m *Matcher) nearest(name string, fits func(*Unit) bool) string {
	n := nearest{most: nearestNames, fits: fits}
	n.add(fold(name), m.loosely().names)
	return m.describe(n.units())
}

// nearName is a name prepared for comparing.
type nearName struct {
	unit *Unit
	name []rune
	stem []rune // without what kind of place it is
	mask uint64 // a bit for each of its characters; some share one
}

func newNearName(u *Unit, folded string) nearName {
	n := nearName{unit: u, name: []rune(folded)}
	n.name = n.name[:min(len(n.name), longestName)]
	n.stem = n.name
	if at := ending.FindStringIndex(string(n.name)); at != nil && longEnough(string(n.name)[:at[0]]) {
		n.stem = []rune(string(n.name)[:at[0]])
	}
	for _, r := range n.name {
		n.mask |= 1 << (r % 61)
	}
	return n
}

// shared is the most characters that two names can have in common.
func (n nearName) shared(other nearName) int {
	if bits.OnesCount64(n.mask) < len(n.name) && n.mask&other.mask != 0 {
		return len(n.name)
	}
	return bits.OnesCount64(n.mask & other.mask)
}

// slips is how many characters of a name may be wrong.
func (n nearName) slips() int { return max(1, len(n.stem)/3) }

// nearest collects the units with the least distance to a name, in order of precedence among equals.
type nearest struct {
	most  int
	close bool // leaves out those that are not like it
	fits  func(*Unit) bool
	best  []nearUnit
}

type nearUnit struct {
	unit     *Unit
	distance int
}

func (n *nearest) units() []*Unit {
	var units []*Unit
	for _, b := range n.best {
		units = append(units, b.unit)
	}
	return units
}

// add compares a writing of the name with all names. Most are too far by their lengths and characters
// alone.
func (n *nearest) add(folded string, names []nearName) {
	w := newNearName(nil, folded)
	if n.close && len(w.stem) < 2 {
		return
	}
	var row [longestName + 1]int
	for i := range names {
		other := &names[i]
		shared := w.shared(*other)
		worst := len(w.name) + len(other.name) + 1
		if len(n.best) == n.most {
			worst = n.best[n.most-1].distance
		}
		switch {
		case len(w.name)+len(other.name)-2*shared >= worst,
			n.close && shared < min(len(w.stem)-w.slips(), len(other.name)), !n.fits(other.unit):
			continue
		}
		d := distance(w.name, other.name, row[:], 2)
		if d < worst && (!n.close || w.like(*other, d, row[:])) {
			n.put(nearUnit{other.unit, d})
		}
	}
}

func (n *nearest) put(u nearUnit) {
	if i := slices.IndexFunc(n.best, func(b nearUnit) bool { return b.unit == u.unit }); i >= 0 {
		if n.best[i].distance <= u.distance {
			return
		}
		n.best = slices.Delete(n.best, i, i+1)
	}
	at := slices.IndexFunc(n.best, func(b nearUnit) bool { return b.distance > u.distance })
	if at < 0 {
		at = len(n.best)
	}
	n.best = slices.Insert(n.best, at, u)
	n.best = n.best[:min(len(n.best), n.most)]
}

// like reports whether one of two names is the other with characters left out, or few characters differ
// beside their endings; d is their distance.
func (n nearName) like(other nearName, d int, row []int) bool {
	return d == max(len(n.name)-len(other.name), len(other.name)-len(n.name)) || distance(n.stem, other.stem, row, 1) <= n.slips()
}

// distance is how many characters must be put in, taken out (1 each) or exchanged (at a price of 1 or 2) to
// get from a to b: at 2 characters shared in order count most, so that a part of a name is near to the
// whole. row is room for one number more than a has characters.
func distance(a, b []rune, row []int, exchange int) int {
	row = row[:len(a)+1]
	for j := range row {
		row[j] = j
	}
	for i, x := range b {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range a {
			next := min(row[j]+1, row[j+1]+1, diagonal+exchange)
			if x == y {
				next = diagonal
			}
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(a)]
}
