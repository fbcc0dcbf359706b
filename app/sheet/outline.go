package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// inEm is how many units an em of an outline has in the PDF.
const inEm = 1000

// outline gives the PDF operators that fill a text's letters as shapes. As text, a watermark would come
// between the cells that a reader copies or a program extracts. A letter without an outline stays blank.
func (p *painter) outline(t Text) string {
	if done, ok := p.outlines[t]; ok {
		return done
	}
	var path strings.Builder
	var buf sfnt.Buffer
	pen, scale := 0.0, t.Size/inEm
	for _, r := range t.Text {
		l := p.fonts.drawn(r, t.Face, &buf)
		units := l.font.UnitsPerEm()
		if segments, err := l.font.LoadGlyph(&buf, l.glyph, fixed.Int26_6(units), nil); err == nil {
			writePath(&path, segments, pen, inEm/float64(units))
		}
		pen += l.width*inEm + t.Spacing/millimetre/scale
	}
	sin, cos := math.Sincos(t.Angle * math.Pi / 180)
	hung := t.Left() - t.X // how far along the turned line the text begins
	x, y := (t.X+hung*cos)/millimetre, (p.height-t.Y+hung*sin)/millimetre
	done := fmt.Sprintf("q %.3f g %.5f %.5f %.5f %.5f %.2f %.2f cm\n%sf Q",
		t.Gray, scale*cos, scale*sin, -scale*sin, scale*cos, x, y, path.String())
	if t.Angle != 0 {
		p.outlines[t] = done // the same on every page
	}
	return done
}

// spell draws a text as shapes, and on each an unseen blank that a reader copies as the letter.
func (p *painter) spell(t Text) {
	p.pdf.RawWriteStr(p.outline(t))
	x := t.Left()
	for _, r := range t.Text {
		p.pdf.RawWriteStr(fmt.Sprintf("/Span <</ActualText <%X>>> BDC", utf16Text(string(r))))
		p.text(Text{X: x, Y: t.Y, Size: t.Size, Face: BodyFace, Text: "\u3000"})
		p.pdf.RawWriteStr("EMC")
		x += mm(p.fonts.rarity(r).width, t.Size) + t.Spacing
	}
}

// writePath writes a glyph's outline, y upwards, pen to the right. PDF has cubic curves only: a quadratic
// one's control point is two thirds of the way to each of two.
func writePath(path *strings.Builder, segments sfnt.Segments, pen, scale float64) {
	point := func(p fixed.Point26_6) (float64, float64) { return float64(p.X)*scale + pen, -float64(p.Y) * scale }
	write := func(operator string, numbers ...float64) {
		for _, n := range numbers {
			path.WriteString(strconv.FormatFloat(math.Round(n*10)/10, 'f', -1, 64))
			path.WriteByte(' ')
		}
		path.WriteString(operator + "\n")
	}
	var x, y float64
	for _, s := range segments {
		ax, ay := point(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			write("m", ax, ay)
			x, y = ax, ay
		case sfnt.SegmentOpLineTo:
			write("l", ax, ay)
			x, y = ax, ay
		case sfnt.SegmentOpQuadTo:
			ex, ey := point(s.Args[1])
			write("c", x+(ax-x)*2/3, y+(ay-y)*2/3, ex+(ax-ex)*2/3, ey+(ay-ey)*2/3, ex, ey)
			x, y = ex, ey
		case sfnt.SegmentOpCubeTo:
			bx, by := point(s.Args[1])
			ex, ey := point(s.Args[2])
			write("c", ax, ay, bx, by, ex, ey)
			x, y = ex, ey
		}
	}
}
