package sheet

import (
	"fmt"
	"math"

	"yueping/models/fault"
)

// What stands in the margins: sizes in pt, lengths in mm.
const (
	numberDrop    = 7.0  // from the text area to the dashes of a page number (GB/T 9704 7.5)
	dashRise      = 0.34 // of a dash above its baseline, in em
	footerSize    = smallestSize
	footerGap     = 6.0 // between a footer and the number beside it
	footerGray    = 0.3
	paperEdge     = 5.0 // what printers leave white
	markSize      = bodySize
	markPadding   = 1.8
	markLift      = 6.0 // of the mark's box above the text area
	markSmallest  = 6.0
	watermarkMost = 90.0
	watermarkGray = 0.93
)

// furnish sets the mark, the page number and the footer on every page, now that all are counted.
func (c *composer) furnish() error {
	footer, err := c.fonts.shape(nil, c.doc.Footer, BodyFace)
	if err != nil {
		return err
	}
	widest, err := c.number(len(c.pages))
	if err != nil {
		return err
	}
	for i, page := range c.pages {
		number, err := c.number(i + 1)
		if err != nil {
			return err
		}
		at := c.numberPlace(i + 1)
		if len(number.runs) > 0 {
			page.texts = append(page.texts, texts(number, at)...)
		}
		if len(footer) > 0 {
			if err := c.footer(page, footer, i+1, mm(widest.width, numberSize)); err != nil {
				return err
			}
		}
		if err := c.mark(page); err != nil {
			return err
		}
	}
	return nil
}

// number shapes the number of a page in the document's form.
func (c *composer) number(page int) (textLine, error) {
	text := fmt.Sprintf("— %d —", page)
	switch {
	case c.doc.PageNumber == NumberNone:
		return textLine{}, nil
	case c.doc.PageNumber == NumberOfTotal && c.doc.Words.PageOf != nil:
		text = c.doc.Words.PageOf(page, len(c.pages))
	}
	glyphs, err := c.fonts.shape(nil, text, BodyFace)
	if err != nil {
		return textLine{}, err
	}
	return runsOf(glyphs), nil
}

// numberPlace is where the number of a page stands.
func (c *composer) numberPlace(page int) Text {
	em := mm(1, numberSize)
	at := Text{Y: c.frame.Bottom() + numberDrop + dashRise*em, Size: numberSize}
	switch {
	case c.doc.PageNumber == NumberOfTotal:
		at.X, at.Align = c.frame.Left+c.frame.TextWidth/2, AlignCentre
	case page%2 == 1:
		at.X, at.Align = c.frame.Right()-em, AlignRight
	default:
		at.X, at.Align = c.frame.Left+em, AlignLeft
	}
	return at
}

// footer sets the footer on the line of the page number, on the side that the number leaves free,
// or, where it is too long for that, under it. reserved is the widest number in mm.
func (c *composer) footer(page *layers, footer []glyph, number int, reserved float64) error {
	at := Text{X: c.frame.Left, Y: c.numberPlace(number).Y, Size: footerSize, Gray: footerGray}
	room := c.frame.TextWidth - reserved - mm(1, numberSize) - footerGap
	if c.doc.PageNumber == NumberOfTotal {
		room = (c.frame.TextWidth-reserved)/2 - footerGap
	} else if c.doc.PageNumber == NumberDash && number%2 == 0 {
		at.X, at.Align = c.frame.Right(), AlignRight
	}
	broken := lines(footer, room/mm(1, footerSize))
	if len(broken) > 1 {
		at.X, at.Align = c.frame.Left, AlignLeft
		at.Y += pitchOf(numberSize)
		broken = lines(footer, c.frame.TextWidth/mm(1, footerSize))
	}
	for _, line := range broken {
		if at.Y > c.frame.Height-paperEdge {
			return fault.New("sheet.footer_too_long", "where", excerpt(c.doc.Footer))
		}
		page.texts = append(page.texts, texts(line, at)...)
		at.Y += pitchOf(footerSize)
	}
	return nil
}

// mark sets the document's mark: boxed above the text area at the right, and across the page.
func (c *composer) mark(page *layers) error {
	if c.doc.Mark == "" {
		return nil
	}
	glyphs, err := c.fonts.shape(nil, c.doc.Mark, HeadingFace)
	if err != nil {
		return err
	}
	word := runsOf(glyphs)
	size := min(markSize, (c.frame.TextWidth-2*markPadding)/mm(word.width, 1))
	if size < markSmallest {
		return fault.New("sheet.mark_too_long", "where", excerpt(c.doc.Mark))
	}
	em := mm(1, size)
	right, bottom := c.frame.Right(), c.frame.Top-markLift
	left, top := right-mm(word.width, size)-2*markPadding, bottom-em-markPadding
	for _, l := range [][4]float64{{left, top, right, top}, {left, bottom, right, bottom}, {left, top, left, bottom}, {right, top, right, bottom}} {
		page.rules = append(page.rules, Line{l[0], l[1], l[2], l[3], 2 * ruleThickness})
	}
	at := Text{X: (left + right) / 2, Y: top + baseline(size, em+markPadding), Size: size, Align: AlignCentre}
	page.texts = append(page.texts, texts(word, at)...)
	// A long page has the word on each screenful.
	screens := max(1, math.Round(c.frame.TextHeight/c.frame.TextWidth/1.6))
	area := c.frame
	area.TextHeight /= screens
	for range int(screens) {
		page.watermark = append(page.watermark, watermark(word, area)...)
		area.Top += area.TextHeight
	}
	return nil
}

// watermark places a word across the middle of a text area, at 45°, as large as fits.
func watermark(word textLine, area Frame) []Mark {
	side := math.Min(area.TextWidth, area.TextHeight) * math.Sqrt2
	size := min(watermarkMost, side/mm(word.width+1, 1))
	sin, cos := math.Sincos(math.Pi / 4)
	// From the middle of the page half an ideograph down across the word, then along it.
	drop := (ascent - 0.5) * mm(1, size)
	at := Text{
		X: area.Left + area.TextWidth/2 + drop*sin, Y: area.Top + area.TextHeight/2 + drop*cos,
		Size: size, Gray: watermarkGray, Angle: 45,
	}
	along := -mm(word.width, size) / 2
	var marks []Mark
	for _, r := range word.runs {
		part := at
		part.X += along * cos
		part.Y -= along * sin
		part.Face, part.Text, part.Width = r.face, r.text, mm(r.width, size)
		marks = append(marks, part)
		along += part.Width
	}
	return marks
}
