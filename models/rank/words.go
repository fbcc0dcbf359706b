package rank

import (
	"slices"

	"yueping/models/fault"
)

// The words by which settings are written to files and frozen in publications.
var (
	directionWords = []string{"ascending", "descending"}
	tieWords       = []string{"competition", "dense", "ordinal"}
	sideWords      = []string{"best", "worst"}
	byWords        = []string{"rows", "levels", "threshold", "percent"}
	compareWords   = []string{"<", "<=", ">=", ">"}
	roundingWords  = []string{"up", "down", "half_even"}
	cutoffWords    = []string{"keep", "split"}
)

func write[T ~int](kind string, words []string, value T) ([]byte, error) {
	if value < 0 || int(value) >= len(words) {
		return nil, fault.New("rank.unknown_word", "kind", kind, "text", int(value))
	}
	return []byte(words[value]), nil
}

func read[T ~int](kind string, words []string, text []byte, into *T) error {
	i := slices.Index(words, string(text))
	if i < 0 {
		return fault.New("rank.unknown_word", "kind", kind, "text", string(text))
	}
	*into = T(i)
	return nil
}

// MarshalText writes ascending or descending.
func (d Direction) MarshalText() ([]byte, error) { return write("direction", directionWords, d) }

// UnmarshalText reads what MarshalText writes; rank.unknown_word elsewhere.
func (d *Direction) UnmarshalText(text []byte) error {
	return read("direction", directionWords, text, d)
}

// MarshalText writes competition, dense or ordinal.
func (t Tie) MarshalText() ([]byte, error) { return write("tie", tieWords, t) }

// UnmarshalText reads what MarshalText writes; rank.unknown_word elsewhere.
func (t *Tie) UnmarshalText(text []byte) error { return read("tie", tieWords, text, t) }

// MarshalText writes best or worst.
func (s Side) MarshalText() ([]byte, error) { return write("side", sideWords, s) }

// UnmarshalText reads what MarshalText writes; rank.unknown_word elsewhere.
func (s *Side) UnmarshalText(text []byte) error { return read("side", sideWords, text, s) }

// MarshalText writes rows, levels, threshold or percent.
func (b By) MarshalText() ([]byte, error) { return write("by", byWords, b) }

// UnmarshalText reads what MarshalText writes; rank.unknown_word elsewhere.
func (b *By) UnmarshalText(text []byte) error { return read("by", byWords, text, b) }

// MarshalText writes <, <=, >= or >.
func (c Compare) MarshalText() ([]byte, error) { return write("compare", compareWords, c) }

// UnmarshalText reads what MarshalText writes; rank.unknown_word elsewhere.
func (c *Compare) UnmarshalText(text []byte) error { return read("compare", compareWords, text, c) }

// MarshalText writes up, down or half_even.
func (r Rounding) MarshalText() ([]byte, error) { return write("rounding", roundingWords, r) }

// UnmarshalText reads what MarshalText writes; rank.unknown_word elsewhere.
func (r *Rounding) UnmarshalText(text []byte) error { return read("rounding", roundingWords, text, r) }

// MarshalText writes keep or split.
func (c Cutoff) MarshalText() ([]byte, error) { return write("ties", cutoffWords, c) }

// UnmarshalText reads what MarshalText writes; rank.unknown_word elsewhere.
func (c *Cutoff) UnmarshalText(text []byte) error { return read("ties", cutoffWords, text, c) }
