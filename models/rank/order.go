package rank

import (
	"cmp"

	"yueping/models/number"
)

// Row is a unit to be ranked.
type Row struct {
	ID int
	// Values holds one value per key of the scheme, already rounded to the indicator's decimals. A
	// row with fewer values than keys (a unit without data) is not ranked.
	Values []number.Number
	// Precedence orders units of equal value, the lower first (规范排序).
	Precedence int
}

// Place is where a unit stands.
type Place struct {
	ID   int
	Rank int
	// Level is the 1-based number of the unit's value among the distinct values, from the best.
	Level int
	// LevelFromWorst is the same counted from the worst.
	LevelFromWorst int
	// Value is the value of the first key.
	Value number.Number
}

// entry is a row with what the sort compares: its first key beside it, the others in columns.
type entry struct {
	key        int64
	precedence int
	id         int
	row        int
}

// Order gives the ranked units by their keys, then precedence, then ID; rows keeps its order. Units
// that are not ranked are not in the result. A scheme without keys ranks nobody.
func Order(rows []Row, scheme Scheme) []Place {
	if len(scheme.Keys) == 0 {
		return nil
	}
	entries := make([]entry, 0, len(rows))
	for i, r := range rows {
		if len(r.Values) >= len(scheme.Keys) {
			entries = append(entries, entry{precedence: r.Precedence, id: r.ID, row: i})
		}
	}
	columns := make([][]int64, len(scheme.Keys))
	for k, direction := range scheme.Keys {
		columns[k] = column(rows, entries, k, direction)
	}
	for i := range entries {
		entries[i].key = columns[0][entries[i].row]
	}
	entries = byKey(entries, func(a, b entry) int {
		for _, c := range columns[1:] {
			if x, y := c[a.row], c[b.row]; x != y {
				return cmp.Compare(x, y)
			}
		}
		if a.precedence != b.precedence {
			return cmp.Compare(a.precedence, b.precedence)
		}
		return cmp.Compare(a.id, b.id)
	})
	return assign(rows, entries, columns[1:scheme.tieKeys()], scheme.Ties)
}

// assign gives sorted entries their ranks and levels; tied holds the columns after the first in
// which tied units agree.
func assign(rows []Row, entries []entry, tied [][]int64, ties Tie) []Place {
	places := make([]Place, len(entries))
	level, rank := 0, 0
	for i, e := range entries {
		first := i == 0 || !equal(entries[i-1], e, tied)
		if first {
			level++
		}
		switch {
		case ties == Dense:
			rank = level
		case first || ties == Ordinal:
			rank = i + 1
		}
		places[i] = Place{ID: e.id, Rank: rank, Level: level, Value: rows[e.row].Values[0]}
	}
	for i := range places {
		places[i].LevelFromWorst = level - places[i].Level + 1
	}
	return places
}

func equal(a, b entry, tied [][]int64) bool {
	if a.key != b.key {
		return false
	}
	for _, c := range tied {
		if c[a.row] != c[b.row] {
			return false
		}
	}
	return true
}
