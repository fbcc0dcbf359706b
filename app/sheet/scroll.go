package sheet

// What stands about the text of a scroll, in mm.
const (
	scrollMargin = 5.0
	scrollTop    = 8.0
	endless      = 1e6 // higher than any
)

// LayoutScroll places a document on one page, width mm wide and as tall as it comes out: for a screen, not for
// paper. It has no page number; the footer stands under the notes. Faults are those of Layout.
func LayoutScroll(doc Document, width float64, fonts *Fonts) (Page, error) {
	frame := Frame{Width: width, Height: endless, Left: scrollMargin, Top: scrollTop, TextWidth: width - 2*scrollMargin, TextHeight: endless}
	if doc.Mark != "" {
		frame.Top += markLift + mm(1, markSize) + markPadding - scrollTop/2
	}
	footer := doc.Footer
	doc.Footer, doc.PageNumber = "", NumberNone
	c := &composer{doc: doc, fonts: fonts, frame: frame}
	if err := c.fill(); err != nil {
		return Page{}, err
	}
	if footer != "" {
		c.y += beforeNotes
		if err := c.paragraph(footer, running(BodyFace, smallestSize, AlignLeft)); err != nil {
			return Page{}, err
		}
	}
	c.frame.TextHeight = c.y - c.frame.Top
	c.frame.Height = c.y + scrollMargin
	if err := c.furnish(); err != nil {
		return Page{}, err
	}
	return c.finish()[0], nil
}
