package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"yueping/models/fault"
)

// glyph is one character in the face that has it; w is its width in em. A line feed has no width
// and no face.
type glyph struct {
	r    rune
	face Face
	w    float64
}

// shape appends the characters of a text, each in the wanted face or the next that has it, to buf.
// A character that no face has is fault sheet.missing_characters: nothing is dropped or boxed.
func (f *Fonts) shape(buf []glyph, text string, wanted Face) ([]glyph, error) {
	for _, r := range plain(text) {
		if r == '\n' {
			buf = append(buf, glyph{r: r})
			continue
		}
		face, w, ok := f.find(r, wanted)
		if !ok {
			return nil, f.missing(text)
		}
		buf = append(buf, glyph{r, face, w})
	}
	return buf, nil
}

// plain gives a text whose only control character is the line feed, if it had no odd ones.
func plain(text string) string {
	if !strings.ContainsAny(text, "\r\t") {
		return text
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(text)
}

// missing names the characters of a text that no face has, each once, in their order.
func (f *Fonts) missing(text string) error {
	var found []rune
	var characters, codes []string
	for _, r := range plain(text) {
		if _, _, ok := f.find(r, BodyFace); ok || r == '\n' || slices.Contains(found, r) {
			continue
		}
		found = append(found, r)
		code := fmt.Sprintf("U+%04X", r)
		codes = append(codes, code)
		if unicode.IsGraphic(r) {
			code = string(r)
		}
		characters = append(characters, code)
	}
	return fault.New("sheet.missing_characters", "characters", strings.Join(characters, "、"),
		"codes", strings.Join(codes, "、"), "where", excerpt(text))
}

// excerpt is the beginning of a text, enough to find it by.
func excerpt(text string) string {
	const most = 40
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + "…"
}

// extent gives the width of the widest line of a shaped text, were it never broken, and that of its
// widest piece that must not be broken; both in em.
func extent(glyphs []glyph) (natural, piece float64) {
	var line, part float64
	for i, g := range glyphs {
		if g.r == '\n' {
			line, part = 0, 0
			continue
		}
		if i > 0 && mayBreak(glyphs[i-1].r, g.r) {
			part = 0
		}
		line += g.w
		part += g.w
		natural = max(natural, line)
		if !isSpace(g.r) {
			piece = max(piece, part)
		}
	}
	return natural, piece
}

// run is consecutive characters of one face; width is in em.
type run struct {
	face  Face
	text  string
	width float64
}

// textLine is one line of a broken text; width is in em.
type textLine struct {
	runs  []run
	width float64
}

// lines breaks a shaped text into lines of at most width em.
func lines(glyphs []glyph, width float64) []textLine {
	spans := breakLines(glyphs, width)
	broken := make([]textLine, len(spans))
	for i, s := range spans {
		broken[i] = runsOf(glyphs[s.from:s.to])
	}
	return broken
}

func runsOf(glyphs []glyph) textLine {
	var line textLine
	var b strings.Builder
	for i := 0; i < len(glyphs); {
		r := run{face: glyphs[i].face}
		b.Reset()
		for ; i < len(glyphs) && glyphs[i].face == r.face; i++ {
			b.WriteRune(glyphs[i].r)
			r.width += glyphs[i].w
		}
		r.text = b.String()
		line.runs = append(line.runs, r)
		line.width += r.width
	}
	return line
}
