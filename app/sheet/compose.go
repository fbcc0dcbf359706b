package sheet

// composer fills pages from top to bottom; y (mm) is where the next thing goes.
type composer struct {
	doc   Document
	fonts *Fonts
	frame Frame
	pages []*layers
	y     float64

	demands [][]demand // by section and column
}

// layers are the marks of a page in the making, in the order of drawing: nothing covers letters.
type layers struct{ fills, watermark, rules, texts []Mark }

func (l *layers) marks() []Mark {
	all := make([]Mark, 0, len(l.fills)+len(l.watermark)+len(l.rules)+len(l.texts))
	all = append(all, l.fills...)
	all = append(all, l.watermark...)
	all = append(all, l.rules...)
	return append(all, l.texts...)
}

func (c *composer) newPage() {
	c.pages = append(c.pages, &layers{})
	c.y = c.frame.Top
}

func (c *composer) pageNow() *layers { return c.pages[len(c.pages)-1] }

func (c *composer) finish() []Page {
	pages := make([]Page, len(c.pages))
	for i, l := range c.pages {
		pages[i] = Page{Width: c.frame.Width, Height: c.frame.Height, Marks: l.marks()}
	}
	return pages
}

// fits reports whether something of the given height (mm) still fits on the page.
func (c *composer) fits(height float64) bool {
	return c.y+height <= c.frame.Bottom()+slack
}

// need starts a new page where height (mm) does not fit, unless that page would start empty too.
func (c *composer) need(height float64) {
	if !c.fits(height) && c.y > c.frame.Top {
		c.newPage()
	}
}

// space leaves white, except at the head of a page.
func (c *composer) space(height float64) {
	if c.y > c.frame.Top {
		c.y += height
	}
}

// paragraph is a text broken into lines.
type paragraph struct {
	style style
	lines []textLine
}

func (p paragraph) height() float64 { return float64(len(p.lines)) * p.style.pitch }

func (c *composer) shapeParagraph(text string, st style) (paragraph, error) {
	glyphs, err := c.fonts.shape(nil, text, st.face)
	if err != nil {
		return paragraph{}, err
	}
	width := c.frame.TextWidth / mm(1, st.size)
	if st.align == AlignCentre {
		return paragraph{st, evenly(glyphs, width)}, nil
	}
	return paragraph{st, lines(glyphs, width)}, nil
}

// paragraph sets a text over the width of the text area, going on to further pages.
func (c *composer) paragraph(text string, st style) error {
	p, err := c.shapeParagraph(text, st)
	if err == nil {
		c.set(p)
	}
	return err
}

func (c *composer) set(p paragraph) {
	x := c.frame.Left
	switch p.style.align {
	case AlignCentre:
		x += c.frame.TextWidth / 2
	case AlignRight:
		x += c.frame.TextWidth
	}
	for _, line := range p.lines {
		c.need(p.style.pitch)
		c.put(line, Text{X: x, Y: c.y + baseline(p.style.size, p.style.pitch), Size: p.style.size, Align: p.style.align})
		c.y += p.style.pitch
	}
}

// put places a line at the point of a Text that lacks but the letters.
func (c *composer) put(line textLine, at Text) {
	page := c.pageNow()
	page.texts = append(page.texts, texts(line, at)...)
}

// texts makes the marks of a line: one hung up as at says, or, where faces mix, one per face from
// the left end onwards.
func texts(line textLine, at Text) []Mark {
	at.Width = mm(line.width, at.Size)
	if len(line.runs) == 1 {
		at.Face, at.Text = line.runs[0].face, line.runs[0].text
		return []Mark{at}
	}
	at.X, at.Align = at.Left(), AlignLeft
	marks := make([]Mark, 0, len(line.runs))
	for _, r := range line.runs {
		at.Face, at.Text, at.Width = r.face, r.text, mm(r.width, at.Size)
		marks = append(marks, at)
		at.X += at.Width
	}
	return marks
}

// rule draws a thin line.
func (c *composer) rule(x1, y1, x2, y2 float64) {
	page := c.pageNow()
	page.rules = append(page.rules, Line{x1, y1, x2, y2, ruleThickness})
}

// ruleThickness is that of all rules, in mm.
const ruleThickness = 0.2
