package sheet

// Form is a framed table of labelled fields with lines to sign under it, such as the record of a
// talk (提醒谈话表). Every word on it comes from here.
type Form struct {
	Paper      Paper
	Mark       string // a word on every page, boxed and as a watermark; "" for none
	Title      string // lines of even length, or as its line feeds say
	Subtitle   []string
	Number     string // at the right above the frame
	Rows       []FormRow
	Signatures []SignatureLine // under the frame
	Notes      []string        // under those
	Footer     string          // under the text area of every page
	PageNumber PageNumber
	Words      Words // Continued is given the title, and stands at the head of further pages
}

// FormRow is a row of fields side by side. The columns of a form are as many as its widest row has;
// the last field of a shorter row reaches to the frame.
type FormRow struct {
	Fields []Field
	Least  float64 // height in mm, to write by hand; a form that is longer than a page may give less
	Grow   float64 // share of the height that a form of one page leaves over
}

// Field is a label and its value. The value stands in the middle of its cell; Prose is running text
// instead, from the top, a paragraph a line.
type Field struct {
	Label string
	Value string
	Span  int // columns that it takes; 0 is 1
	Prose bool
}

// SignatureLine is a line to sign on: the label, the rule, and the words of a date to fill in.
type SignatureLine struct {
	Label string
	Date  string
}

// formSizes are the letters of a form in pt, 4号 down to 小4号: the largest with which it is one page.
var formSizes = [...]float64{14, 13, 12}

// LayoutForm places a form on pages; there is at least one. Long prose goes on on the next page,
// under its label again; the lines to sign stay with the end of the last row. It fails as Layout does;
// sheet.row_too_tall is a label that fits on no page.
func LayoutForm(f Form, fonts *Fonts) ([]Page, error) {
	for i := 0; ; i++ {
		c, err := fill(f, fonts, formSizes[i])
		if err != nil {
			return nil, err
		}
		if len(c.pages) > 1 && i < len(formSizes)-1 {
			continue
		}
		if err := c.furnish(); err != nil {
			return nil, err
		}
		return c.finish(), nil
	}
}

// former fills the pages of a form with letters of size pt.
type former struct {
	*composer
	form    Form
	size    float64
	columns int
	labels  []float64 // width of the label cells of each column in mm
}

// fill makes the pages of a form.
func fill(f Form, fonts *Fonts, size float64) (*composer, error) {
	doc := Document{Mark: f.Mark, Title: f.Title, Subtitle: f.Subtitle, Footer: f.Footer, PageNumber: f.PageNumber, Words: f.Words}
	c := &former{composer: &composer{doc: doc, fonts: fonts, frame: f.Paper.Frame()}, form: f, size: size}
	rows, err := c.measureRows()
	if err != nil {
		return nil, err
	}
	c.newPage()
	if err := c.opening(); err != nil {
		return nil, err
	}
	if f.Number != "" {
		if err := c.paragraph(f.Number, running(BodyFace, bodySize, AlignRight)); err != nil {
			return nil, err
		}
		c.y += afterHeading
	}
	end, err := c.measureEnd()
	if err != nil {
		return nil, err
	}
	c.grow(rows, end)
	if err := c.setRows(rows, end.height); err != nil {
		return nil, err
	}
	return c.composer, c.setEnd(end)
}

// grow shares what the first page leaves over among the rows that grow.
func (c *former) grow(rows []formRow, end formEnd) {
	spare, shares := c.frame.Bottom()-c.y-end.height, 0.0
	for _, row := range rows {
		spare -= row.height()
		shares += row.grow
	}
	if spare <= 0 || shares <= 0 {
		return
	}
	for i := range rows {
		if rows[i].grow > 0 {
			rows[i].least = rows[i].height() + spare*rows[i].grow/shares
		}
	}
}
