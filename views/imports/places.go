package imports

import (
	"path/filepath"
	"strings"
	"unicode"
)

// blank reports whether a text has nothing to read.
func blank(text string) bool { return strings.TrimSpace(text) == "" }

func base(path string) string { return filepath.Base(path) }

// placeOf gives the column and the row of a cell's name, from 1: C5 is 3, 5. Either is 0 where the name
// has none.
func placeOf(at string) (column, row int) {
	for _, r := range at {
		switch {
		case r >= 'A' && r <= 'Z':
			column = column*26 + int(r-'A') + 1
		case unicode.IsDigit(r):
			row = row*10 + int(r-'0')
		}
	}
	return column, row
}

// letters is a column as spreadsheets name it, from 1.
func letters(column int) string {
	if column <= 0 {
		return ""
	}
	return letters((column-1)/26) + string(rune('A'+(column-1)%26))
}
