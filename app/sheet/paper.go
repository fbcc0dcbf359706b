package sheet

// Format is a format of paper.
type Format uint8

// The formats; A4 is the paper of GB/T 9704.
const (
	A4 Format = iota
	A3
)

// Paper is the paper of a document; the zero value is A4 portrait.
type Paper struct {
	Format    Format
	Landscape bool
}

// Frame is a page and its text area (版心), in mm.
type Frame struct {
	Width, Height         float64
	Left, Top             float64
	TextWidth, TextHeight float64
}

// The margins of GB/T 9704 5.2: top and binding side as given, the others what 210 × 297 mm leave
// beside a text area of 156 × 225 mm.
const (
	marginTop    = 37.0
	marginLeft   = 28.0
	marginRight  = 210 - marginLeft - 156
	marginBottom = 297 - marginTop - 225
)

// Frame gives the page and its text area. A landscape page is the portrait page turned, with its
// margins; numbers and footers run along its own lower edge.
func (p Paper) Frame() Frame {
	width, height := 210.0, 297.0
	if p.Format == A3 {
		width, height = 297, 420
	}
	if p.Landscape {
		return Frame{
			Width: height, Height: width, Left: marginTop, Top: marginLeft,
			TextWidth: height - marginTop - marginBottom, TextHeight: width - marginLeft - marginRight,
		}
	}
	return Frame{
		Width: width, Height: height, Left: marginLeft, Top: marginTop,
		TextWidth: width - marginLeft - marginRight, TextHeight: height - marginTop - marginBottom,
	}
}

// Right is the right edge of the text area in mm.
func (f Frame) Right() float64 { return f.Left + f.TextWidth }

// Bottom is the lower edge of the text area in mm.
func (f Frame) Bottom() float64 { return f.Top + f.TextHeight }
