package sheet

// The lines to sign on, in mm: the white above each, between its parts, and the shares of the width
// that label and date take at most.
const (
	signWhite  = 6.0
	signGap    = 2.0
	signLabel  = 0.4
	signDate   = 0.35
	signIndent = 4.0
	signAfter  = 2.0 // before the notes, beside their own white
)

// formEnd is what stands under the frame: lines to sign and notes, height mm high.
type formEnd struct {
	height float64
	labels [][]textLine
	dates  [][]textLine
	rule   [2]float64 // the ends of the rules
}

// measureEnd breaks the texts of the lines to sign; their rules begin under each other, and so end.
func (c *former) measureEnd() (formEnd, error) {
	notes, err := c.notesHeight(c.form.Notes)
	if err != nil {
		return formEnd{}, err
	}
	end := formEnd{height: notes}
	if notes > 0 && len(c.form.Signatures) > 0 {
		end.height += signAfter
	}
	var label, date float64
	for _, line := range c.form.Signatures {
		l, err := c.signText(line.Label, signLabel)
		if err != nil {
			return end, err
		}
		d, err := c.signText(line.Date, signDate)
		if err != nil {
			return end, err
		}
		label, date = max(label, widest(l)), max(date, widest(d))
		end.labels, end.dates = append(end.labels, l), append(end.dates, d)
		end.height += c.signHeight(l, d)
	}
	end.rule[0] = c.frame.Left + signIndent + mm(label, c.size) + signGap
	end.rule[1] = c.frame.Right() - signIndent - mm(date, c.size) - signGap
	return end, nil
}

// signText breaks a label or a date into lines of a share of the text area.
func (c *former) signText(text string, share float64) ([]textLine, error) {
	glyphs, err := c.fonts.shape(nil, text, BodyFace)
	if err != nil {
		return nil, err
	}
	return lines(glyphs, c.frame.TextWidth*share/mm(1, c.size)), nil
}

func (c *former) signHeight(label, date []textLine) float64 {
	return signWhite + float64(max(len(label), len(date)))*pitchOf(c.size)
}

// setEnd sets the lines to sign, together where a page holds them, and the notes.
func (c *former) setEnd(end formEnd) error {
	if !c.fits(end.height) && len(c.form.Signatures) > 0 {
		if err := c.goOnForm(); err != nil {
			return err
		}
	}
	for i, label := range end.labels {
		if !c.fits(c.signHeight(label, end.dates[i])) && c.y > c.frame.Top {
			if err := c.goOnForm(); err != nil {
				return err
			}
		}
		c.y += signWhite
		if err := c.sign(label, end.dates[i], end.rule); err != nil {
			return err
		}
	}
	if len(c.form.Notes) > 0 && len(end.labels) > 0 {
		c.space(signAfter)
	}
	return c.notes(c.form.Notes)
}

// sign sets a line to sign on: label and date end on the same line, with the rule between them.
func (c *former) sign(label, date []textLine, rule [2]float64) error {
	pitch := pitchOf(c.size)
	count := max(len(label), len(date))
	for i := range count {
		if !c.fits(pitch) {
			if err := c.goOnForm(); err != nil {
				return err
			}
		}
		at := Text{X: c.frame.Left + signIndent, Y: c.y + baseline(c.size, pitch), Size: c.size}
		c.putFrom(label, i-count+len(label), at)
		at.X, at.Align = c.frame.Right()-signIndent, AlignRight
		c.putFrom(date, i-count+len(date), at)
		c.y += pitch
	}
	y := c.y - (1-ascent)*mm(1, c.size)
	c.rule(rule[0], y, rule[1], y)
	return nil
}

// putFrom places line i of some, where there is one.
func (c *former) putFrom(set []textLine, i int, at Text) {
	if i >= 0 && i < len(set) && len(set[i].runs) > 0 {
		c.put(set[i], at)
	}
}
