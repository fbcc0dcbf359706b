package sheet

import (
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Lender finds a font that has a letter and its outline, nil where there is none. It must be safe for use by
// several goroutines, and give the same font for the same letter.
type Lender func(r rune) *sfnt.Font

// Borrowing gives the same faces with a lender for the letters that none of them has.
func (f *Fonts) Borrowing(lend Lender) *Fonts {
	return &Fonts{faces: f.faces, rare: &rarities{lend: lend, known: map[rune]letter{}}}
}

// letter is where the outline of a character is: a glyph of a font. width is in em.
type letter struct {
	font  *sfnt.Font
	glyph sfnt.GlyphIndex
	width float64
}

// rarities remembers the letters that no face sets as text: those beyond the basic plane and the lent ones.
type rarities struct {
	lend  Lender
	mutex sync.Mutex
	known map[rune]letter
}

// rarity looks for a letter to be drawn as a shape; its font is nil where there is none.
func (f *Fonts) rarity(r rune) letter {
	if f.rare == nil {
		return letter{}
	}
	f.rare.mutex.Lock()
	defer f.rare.mutex.Unlock()
	found, done := f.rare.known[r]
	if !done {
		found = f.search(r)
		f.rare.known[r] = found
	}
	return found
}

// search looks in the faces before it borrows. What stands for no letter by itself, such as a code for private
// use, means something else in each font, or nothing.
func (f *Fonts) search(r rune) letter {
	if !unicode.IsGraphic(r) || r == unicode.ReplacementChar {
		return letter{}
	}
	for _, face := range BodyFace.substitutes() {
		if found, ok := letterOf(f.faces[face].font, r); ok && r >= planeSize {
			return found
		}
	}
	if f.rare.lend != nil {
		if lent := f.rare.lend(r); lent != nil {
			found, _ := letterOf(lent, r)
			return found
		}
	}
	return letter{}
}

// letterOf gives a character of a font, if the font has an outline for it.
func letterOf(from *sfnt.Font, r rune) (letter, bool) {
	var buf sfnt.Buffer
	glyph, err := from.GlyphIndex(&buf, r)
	if err != nil || glyph == 0 {
		return letter{}, false
	}
	units := fixed.Int26_6(from.UnitsPerEm())
	if segments, err := from.LoadGlyph(&buf, glyph, units, nil); err != nil || len(segments) == 0 {
		return letter{}, false
	}
	advance, err := from.GlyphAdvance(&buf, glyph, units, font.HintingNone)
	if err != nil {
		return letter{}, false
	}
	return letter{from, glyph, float64(advance) / float64(units)}, true
}

// drawn gives the outline of a letter that is set in a face.
func (f *Fonts) drawn(r rune, face Face, buf *sfnt.Buffer) letter {
	if face == Outlined {
		return f.rarity(r)
	}
	from := f.faces[face].font
	glyph, _ := from.GlyphIndex(buf, r)
	_, width, _ := f.find(r, face)
	return letter{from, glyph, width}
}
