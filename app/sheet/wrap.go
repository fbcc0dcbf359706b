package sheet

import "strings"

// The punctuation that must not stand at a line's start or end (GB/T 15834 5.1, extended by signs
// that belong to the number or unit before them and by Latin brackets).
const (
	noStart = "，。、；：？！）》〉」』】〕〗｝］”’％‰℃°·—…～﹏．!),.:;?]}%>/"
	noEnd   = "（《〈「『【〔〖｛［“‘([{<￥$"
)

// span is the characters from, …, to-1 of a shaped text.
type span struct{ from, to int }

func isSpace(r rune) bool { return r == ' ' || r == '\u3000' }

// isWord reports whether r is a character of Latin words, numbers and codes, which are never
// broken: letters and signs below the general punctuation, and the no-break space.
func isWord(r rune) bool { return r > ' ' && r < 0x2000 }

// mayBreak reports whether a line may end after a and the next begin with b.
func mayBreak(a, b rune) bool {
	switch {
	case isSpace(b) || strings.ContainsRune(noStart, b):
		return false // spaces hang over the end of their line
	case isSpace(a):
		return true
	case strings.ContainsRune(noEnd, a):
		return false
	}
	return !isWord(a) || !isWord(b)
}

// slack takes up the rounding of widths that were summed in another order.
const slack = 1e-6

// breakLines breaks a shaped text at its line feeds and into lines of at most width em, without the
// spaces at their ends. A piece wider than a line is broken anywhere; a line holds one character at
// least. It takes time in proportion to the text.
func breakLines(glyphs []glyph, width float64) []span { return breakAfter(glyphs, 0, width) }

// breakAfter is breakLines for a text whose first line begins indent em further right than the others,
// or further left where that is negative.
func breakAfter(glyphs []glyph, indent, width float64) []span {
	spans := make([]span, 0, 1)
	emit := func(from, to int) {
		for to > from && isSpace(glyphs[to-1].r) {
			to--
		}
		spans = append(spans, span{from, to})
	}
	start, cut, used := 0, 0, indent
	for i, g := range glyphs {
		if g.r == '\n' {
			emit(start, i)
			start, cut, used = i+1, i+1, 0
			continue
		}
		if i > start && mayBreak(glyphs[i-1].r, g.r) {
			cut = i
		}
		for used+g.w > width+slack && i > start && !isSpace(g.r) {
			if cut <= start {
				cut = i
			}
			emit(start, cut)
			start, used = cut, 0
			for _, kept := range glyphs[start:i] {
				used += kept.w
			}
		}
		used += g.w
	}
	emit(start, len(glyphs))
	return spans
}

// narrowest gives the least width in em at which a shaped text takes no more than count lines.
func narrowest(glyphs []glyph, count int) float64 {
	natural, piece := extent(glyphs)
	low, high := piece, natural
	if len(breakLines(glyphs, low)) <= count {
		return low
	}
	for range 24 {
		middle := (low + high) / 2
		if len(breakLines(glyphs, middle)) <= count {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}

// evenly breaks a shaped text into as few lines of at most width em as it takes, of about the same
// length. A very long text is broken plainly.
func evenly(glyphs []glyph, width float64) []textLine {
	const few = 8
	if count := len(breakLines(glyphs, width)); count > 1 && count <= few {
		width = min(width, narrowest(glyphs, count))
	}
	return lines(glyphs, width)
}
