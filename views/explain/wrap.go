package explain

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// The signs that must not stand at a line's start or end (GB/T 15834 5.1).
const (
	noStart = "，。、；：？！）》〉」』】〕］”’…%!),.:;?]}"
	noEnd   = "（《〈「『【〔［“‘([{"
)

// ruler measures characters, each once for a size of letters.
type ruler struct {
	size  float32
	bold  bool
	width map[rune]float32
}

func newRuler(size float32, bold bool) *ruler {
	return &ruler{size: size, bold: bold, width: map[rune]float32{}}
}

func (r *ruler) of(c rune) float32 {
	w, known := r.width[c]
	if !known {
		w = fyne.MeasureText(string(c), r.size, fyne.TextStyle{Bold: r.bold}).Width
		r.width[c] = w
	}
	return w
}

// wrap breaks a text into lines of a width: between Chinese characters and at blanks, never inside a number
// or a word unless that is wider than a line.
func (r *ruler) wrap(text string, width float32) []string {
	letters := []rune(text)
	var lines []string
	start, cut, used := 0, 0, float32(0)
	for i, c := range letters {
		if i > start && breaks(letters[i-1], c) {
			cut = i
		}
		w := r.of(c)
		if used+w > width && i > start && c != ' ' {
			if cut <= start {
				cut = i
			}
			lines = append(lines, strings.TrimRight(string(letters[start:cut]), " "))
			start, used = cut, 0
			for _, kept := range letters[start:i] {
				used += r.of(kept)
			}
		}
		used += w
	}
	return append(lines, string(letters[start:]))
}

// breaks reports whether a line may end after a and the next begin with b.
func breaks(a, b rune) bool {
	switch {
	case b == ' ' || strings.ContainsRune(noStart, b) || strings.ContainsRune(noEnd, a):
		return false
	case a == ' ':
		return true
	}
	return wide(a) || wide(b)
}

// wide reports whether a character is none of a Latin word or a number.
func wide(c rune) bool { return c >= 0x2000 && !unicode.IsSpace(c) }
