package sheet

// The letters of GB/T 9704 in pt (2号, 3号, 4号) and the smaller ones of tables and notes.
const (
	titleSize    = 22.0
	headingSize  = 16.0
	numberSize   = 14.0
	bodySize     = 12.0
	noteSize     = 10.5
	smallestSize = 9.0
)

// officialPitch is one of the 22 lines of a text area of 225 mm (GB/T 9704 5.2.3), in mm.
const officialPitch = 225.0 / 22

// pitchOf is the line pitch in mm of letters of size pt in running text.
func pitchOf(size float64) float64 { return 1.45 * size * millimetre }

// style is how a paragraph is set: size in pt, pitch in mm. Centred lines are of about one length.
type style struct {
	face  Face
	size  float64
	pitch float64
	align Align
}

func running(face Face, size float64, align Align) style {
	return style{face: face, size: size, pitch: pitchOf(size), align: align}
}

func noteStyle() style { return running(BodyFace, noteSize, AlignLeft) }

// The white between the parts of a page, in mm.
const (
	afterTitle     = 2.0
	afterOpening   = 3.0
	beforeSection  = 5.0
	afterHeading   = 1.5
	beforeNotes    = 2.0
	afterContinued = 0.8
)

// Layout places a document on pages; there is at least one. It fails with
//
//   - sheet.missing_characters {characters, codes, where}: no face has them;
//   - sheet.too_many_cells {row, cells, columns}: a row is longer than its table is wide;
//   - sheet.too_many_columns {columns, width}: they do not fit beside each other (width in mm);
//   - sheet.row_too_tall {row, where}: a row does not fit on a page of its own (row 0: the header);
//   - sheet.mark_too_long {where}, sheet.footer_too_long {where}: they do not fit into the margin.
func Layout(doc Document, fonts *Fonts) ([]Page, error) {
	c := &composer{doc: doc, fonts: fonts, frame: doc.Paper.Frame()}
	if err := c.fill(); err != nil {
		return nil, err
	}
	if err := c.furnish(); err != nil {
		return nil, err
	}
	return c.finish(), nil
}

// fill sets the document from its title to its notes.
func (c *composer) fill() error {
	if err := c.survey(); err != nil {
		return err
	}
	c.newPage()
	if err := c.opening(); err != nil {
		return err
	}
	for i := range c.doc.Sections {
		if err := c.section(i); err != nil {
			return err
		}
	}
	return c.notes(c.doc.Notes)
}

// opening sets annex, title and subtitle. The title of an annex stands on the third line
// (GB/T 9704 7.3, 附件).
func (c *composer) opening() error {
	if c.doc.Annex != "" {
		if err := c.paragraph(c.doc.Annex, style{HeadingFace, headingSize, officialPitch, AlignLeft}); err != nil {
			return err
		}
		c.y += officialPitch
	}
	if c.doc.Title != "" {
		if err := c.paragraph(c.doc.Title, running(TitleFace, titleSize, AlignCentre)); err != nil {
			return err
		}
		c.y += afterTitle
	}
	for _, text := range c.doc.Subtitle {
		if err := c.paragraph(text, running(BodyFace, bodySize, AlignCentre)); err != nil {
			return err
		}
	}
	if c.doc.Annex != "" || c.doc.Title != "" || len(c.doc.Subtitle) > 0 {
		c.y += afterOpening
	}
	return nil
}

func (c *composer) section(i int) error {
	section := c.doc.Sections[i]
	switch {
	case i > 0 && section.Follows:
		c.space(afterHeading)
	case i > 0:
		c.space(beforeSection)
	}
	heading, err := c.heading(section.Heading)
	if err != nil {
		return err
	}
	tail, err := c.notesHeight(section.Notes)
	if err != nil {
		return err
	}
	if i == len(c.doc.Sections)-1 {
		closing, err := c.notesHeight(c.doc.Notes)
		if err != nil {
			return err
		}
		tail += closing
	}
	if len(section.Clauses) > 0 {
		if err := c.clauses(i, heading); err != nil {
			return err
		}
		if len(section.Table.Columns) == 0 {
			return c.notes(section.Notes)
		}
		c.space(afterHeading)
		heading = paragraph{}
	}
	if len(section.Bars.Rows) > 0 {
		err = c.chart(section.Bars, heading)
	} else {
		err = c.table(i, heading, tail)
	}
	if err != nil {
		return err
	}
	return c.notes(section.Notes)
}

// heading shapes a section's heading, smaller where that keeps it on one line.
func (c *composer) heading(text string) (paragraph, error) {
	p := paragraph{style: running(HeadingFace, headingSize, AlignLeft)}
	if text == "" {
		return p, nil
	}
	glyphs, err := c.fonts.shape(nil, text, p.style.face)
	if err != nil {
		return p, err
	}
	natural, _ := extent(glyphs)
	for p.style.size > bodySize && mm(natural, p.style.size) > c.frame.TextWidth {
		p.style.size--
	}
	p.style.pitch = pitchOf(p.style.size)
	p.lines = lines(glyphs, c.frame.TextWidth/mm(1, p.style.size))
	return p, nil
}

// notes sets the notes under a table.
func (c *composer) notes(texts []string) error {
	if len(texts) == 0 {
		return nil
	}
	c.space(beforeNotes)
	for _, text := range texts {
		if err := c.paragraph(text, noteStyle()); err != nil {
			return err
		}
	}
	return nil
}

// notesHeight is how much of a page (mm) notes take.
func (c *composer) notesHeight(texts []string) (float64, error) {
	if len(texts) == 0 {
		return 0, nil
	}
	height := beforeNotes
	for _, text := range texts {
		p, err := c.shapeParagraph(text, noteStyle())
		if err != nil {
			return 0, err
		}
		height += p.height()
	}
	return height, nil
}
