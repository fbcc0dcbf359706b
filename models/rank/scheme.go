// Package rank orders the units of a group, gives them ranks under a tie rule, and cuts lists such
// as "last 10" out of the order. Equality is equality of the given values: the caller rounds them to
// the decimals of their indicator first, as they are printed.
package rank

import "yueping/models/fault"

// Direction says which end of a key is the good one.
type Direction int

const (
	Ascending  Direction = iota // the lower value is the better one, as with an air index
	Descending                  // the higher value is the better one, as with a score
)

// Tie says which rank numbers units of equal value receive, and the one after them.
type Tie int

const (
	Competition Tie = iota // 1 1 3: one more than the number of strictly better units
	Dense                  // 1 1 2: one more than the number of better values
	Ordinal                // 1 2 3: no shared ranks; precedence, then ID decide
)

// Scheme is how a group is ordered. Rows are compared by Keys from the first to the last.
type Scheme struct {
	Keys []Direction
	Ties Tie
	// TieKeys is how many leading keys decide whether two units tie; the keys after them only order
	// the tied. 0 stands for all keys: joint only when every key is equal.
	TieKeys int
}

// Check refuses a scheme without keys (rank.no_keys), with a direction or tie rule that does not
// exist (rank.unknown_word kind text), and with more tie keys than keys (rank.tie_keys count max).
func (s Scheme) Check() error {
	if len(s.Keys) == 0 {
		return fault.New("rank.no_keys")
	}
	for _, d := range s.Keys {
		if _, err := d.MarshalText(); err != nil {
			return err
		}
	}
	if _, err := s.Ties.MarshalText(); err != nil {
		return err
	}
	if s.TieKeys < 0 || s.TieKeys > len(s.Keys) {
		return fault.New("rank.tie_keys", "count", s.TieKeys, "max", len(s.Keys))
	}
	return nil
}

func (s Scheme) tieKeys() int {
	if s.TieKeys <= 0 || s.TieKeys > len(s.Keys) {
		return len(s.Keys)
	}
	return s.TieKeys
}
