package sheet

import (
	"encoding/binary"
	"errors"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"yueping/models/fault"
)

// Face is one of the four roles that a font plays on a sheet.
type Face uint8

// The roles. TitleFace is also the bold of BodyFace, HeadingFace the bold of SansFace; numbers are
// set in these two, whose digits are of equal width.
const (
	TitleFace Face = iota
	BodyFace
	HeadingFace
	SansFace
	faceCount
)

// Outlined is the face of letters that are drawn as shapes, not set as text: none of the four roles has them
// for fpdf to write.
const Outlined = faceCount

// String gives the role's name, as faults and PDF files carry it.
func (f Face) String() string {
	return [...]string{"title", "body", "heading", "sans", "outlined"}[f]
}

// substitutes gives the faces that may stand in for f, nearest in weight first.
func (f Face) substitutes() [faceCount]Face {
	switch f {
	case TitleFace:
		return [...]Face{TitleFace, HeadingFace, BodyFace, SansFace}
	case BodyFace:
		return [...]Face{BodyFace, SansFace, TitleFace, HeadingFace}
	case HeadingFace:
		return [...]Face{HeadingFace, TitleFace, SansFace, BodyFace}
	}
	return [...]Face{SansFace, BodyFace, HeadingFace, TitleFace}
}

// FontFiles are the bytes of four TrueType files; they must not change afterwards.
type FontFiles struct{ Title, Body, Heading, Sans []byte }

// Fonts are four parsed faces, safe for use by several goroutines.
type Fonts struct {
	faces [faceCount]*typeface
	rare  *rarities // nil where none is looked for
}

// typeface is one face. advance holds by character 1 + its width in thousandths of an em, as PDF
// rounds them, and 0 where the face lacks it; only the basic plane, which is all that fpdf writes.
type typeface struct {
	data    []byte
	font    *sfnt.Font
	advance []uint16
}

const planeSize = 0x10000

// NewFonts parses four TrueType files (fault sheet.font_unreadable with the face).
func NewFonts(files FontFiles) (*Fonts, error) {
	fonts := &Fonts{}
	for face, data := range [...][]byte{files.Title, files.Body, files.Heading, files.Sans} {
		parsed, err := parse(data)
		if err != nil {
			return nil, fault.Wrap(err, "sheet.font_unreadable", "face", Face(face).String())
		}
		fonts.faces[face] = parsed
	}
	return fonts, nil
}

func parse(data []byte) (*typeface, error) {
	// fpdf takes TrueType outlines only, in a file of their own.
	if len(data) < 4 || (binary.BigEndian.Uint32(data) != 0x00010000 && string(data[:4]) != "true") {
		return nil, errors.New("not a TrueType file")
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	face := &typeface{data: data, font: parsed, advance: make([]uint16, planeSize)}
	units := fixed.Int26_6(parsed.UnitsPerEm())
	var buf sfnt.Buffer
	for r := rune(' '); r < planeSize; r++ {
		if r == 0x7f || r == '\uFFFD' || r == '\uFFFF' {
			continue // no letters: a control, what broken bytes decode to, and fpdf's end mark
		}
		glyph, err := parsed.GlyphIndex(&buf, r)
		if err != nil {
			return nil, err
		}
		if glyph == 0 {
			continue
		}
		advance, err := parsed.GlyphAdvance(&buf, glyph, units, font.HintingNone)
		if err != nil {
			return nil, err
		}
		face.advance[r] = 1 + uint16(math.Round(float64(advance)*1000/float64(units)))
	}
	return face, nil
}

// find gives the face to set r in, which is the wanted one if it has r, and r's width in em.
func (f *Fonts) find(r rune, wanted Face) (Face, float64, bool) {
	if r < 0 || r >= planeSize {
		return f.outlined(r, wanted)
	}
	if advance := f.faces[wanted].advance[r]; advance > 0 {
		return wanted, float64(advance-1) / 1000, true
	}
	for _, face := range wanted.substitutes() {
		if advance := f.faces[face].advance[r]; advance > 0 {
			return face, float64(advance-1) / 1000, true
		}
	}
	return f.outlined(r, wanted)
}

func (f *Fonts) outlined(r rune, wanted Face) (Face, float64, bool) {
	if found := f.rarity(r); found.font != nil {
		return Outlined, found.width, true
	}
	return wanted, 0, false
}
