package sheet

import (
	"fmt"
	"math"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// outline gives the PDF operators that fill a turned text's letters as shapes. As text, a watermark
// would come between the cells that a reader copies or a program extracts. A letter without an
// outline stays blank.
func (p *painter) outline(t Text) string {
	if done, ok := p.outlines[t]; ok {
		return done
	}
	face := p.fonts.faces[t.Face].font
	units := fixed.Int26_6(face.UnitsPerEm())
	var path strings.Builder
	var buf sfnt.Buffer
	pen := fixed.Int26_6(0)
	for _, r := range t.Text {
		glyph, err := face.GlyphIndex(&buf, r)
		if err != nil {
			continue
		}
		if segments, err := face.LoadGlyph(&buf, glyph, units, nil); err == nil {
			writePath(&path, segments, pen)
		}
		_, width, _ := p.fonts.find(r, t.Face)
		pen += fixed.Int26_6(math.Round(width * float64(units)))
	}
	sin, cos := math.Sincos(t.Angle * math.Pi / 180)
	scale := t.Size / float64(units)
	hung := t.Left() - t.X // how far along the turned line the text begins
	x, y := (t.X+hung*cos)/millimetre, (p.height-t.Y+hung*sin)/millimetre
	done := fmt.Sprintf("q %.3f g %.5f %.5f %.5f %.5f %.2f %.2f cm\n%sf Q",
		t.Gray, scale*cos, scale*sin, -scale*sin, scale*cos, x, y, path.String())
	p.outlines[t] = done
	return done
}

// writePath writes a glyph's outline in units of its em, y upwards, pen units to the right. PDF has
// cubic curves only: a quadratic one's control point is two thirds of the way to each of two.
func writePath(path *strings.Builder, segments sfnt.Segments, pen fixed.Int26_6) {
	point := func(p fixed.Point26_6) (float64, float64) { return float64(p.X + pen), -float64(p.Y) }
	var x, y float64
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			x, y = point(s.Args[0])
			fmt.Fprintf(path, "%.0f %.0f m\n", x, y)
		case sfnt.SegmentOpLineTo:
			x, y = point(s.Args[0])
			fmt.Fprintf(path, "%.0f %.0f l\n", x, y)
		case sfnt.SegmentOpQuadTo:
			cx, cy := point(s.Args[0])
			ex, ey := point(s.Args[1])
			fmt.Fprintf(path, "%.0f %.0f %.0f %.0f %.0f %.0f c\n",
				x+(cx-x)*2/3, y+(cy-y)*2/3, ex+(cx-ex)*2/3, ey+(cy-ey)*2/3, ex, ey)
			x, y = ex, ey
		}
	}
}
