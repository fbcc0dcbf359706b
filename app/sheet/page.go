package sheet

// Page is one page: its size in mm and its marks in the order of drawing.
type Page struct {
	Width, Height float64
	Marks         []Mark
}

// Mark is a Text, a Line or a Rect.
type Mark interface{ mark() }

// Text is one line of letters of one face. X is its left end, middle or right end, as Align says,
// Y its baseline, Width how wide it runs (all mm); Size is in pt. Gray goes from 0, black, to 1,
// white. Spacing (mm) is added after each letter but the last. Angle turns it about (X, Y), in degrees counterclockwise; a turned text is a picture, not
// something to read out or copy.
type Text struct {
	X, Y, Width float64
	Size        float64
	Face        Face
	Align       Align
	Gray        float64
	Angle       float64
	Spacing     float64
	Text        string
}

// Line is a black rule; its ends and its thickness are in mm.
type Line struct {
	X1, Y1, X2, Y2 float64
	Thickness      float64
}

// Rect is a filled box without an outline; X, Y is its top left corner, in mm.
type Rect struct {
	X, Y, W, H float64
	Gray       float64
}

func (Text) mark() {}
func (Line) mark() {}
func (Rect) mark() {}

// Left is the x of a text's left end in mm, before it is turned.
func (t Text) Left() float64 {
	switch t.Align {
	case AlignCentre:
		return t.X - t.Width/2
	case AlignRight:
		return t.X - t.Width
	}
	return t.X
}

// millimetre is one point in mm.
const millimetre = 25.4 / 72

// An ideograph's box stands ascent em above the baseline and 1-ascent em below it, in every
// Chinese face; the metrics of the font files differ wildly and say less.
const ascent = 0.88

// mm turns a width in em into mm.
func mm(em, size float64) float64 { return em * size * millimetre }

// baseline is how far below the top of a line of the given pitch (mm) its letters stand.
func baseline(size, pitch float64) float64 {
	em := size * millimetre
	return (pitch-em)/2 + ascent*em
}
