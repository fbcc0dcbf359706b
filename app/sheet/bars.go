package sheet

import (
	"math"
	"strconv"
)

// Bars are a chart: a bar a row on an axis that has 0 on it.
type Bars struct {
	Rows   []Bar
	Suffix string // behind the numbers of the axis: %
}

// Bar is a named value. Text is the value as it is written at the bar's end; Strong stands out.
type Bar struct {
	Name   string
	Value  float64
	Text   string
	Strong bool
}

// The looks of a chart: lengths in mm.
const (
	barGray    = 0.62
	strongGray = 0.25
	gridGray   = 0.85
	barWhite   = 1.1 // above and below a bar
	barText    = 1.0 // between a bar and its value
	nameShare  = 0.4 // of the width, at most
	mostTicks  = 5
)

// chart is bars measured: size in pt, lengths in mm, the scale in the values' own unit.
type chart struct {
	*composer
	bars                  Bars
	size, pitch           float64
	nameLines             [][]textLine
	values                []textLine
	names                 float64 // width of the names
	valueLeft, valueRight float64 // room for the values left and right of the bars
	plotLeft, plotRight   float64 // where the axis runs, from low to high
	low, high, step       float64
	from                  float64 // y of the axis on this page
}

// chart sets bars under a heading; each page begins with the axis.
func (c *composer) chart(bars Bars, heading paragraph) error {
	g := &chart{composer: c, bars: bars, size: c.doc.BodySize}
	if g.size == 0 {
		g.size = bodySize
	}
	g.pitch = 1.25 * g.size * millimetre
	if err := g.measure(); err != nil {
		return err
	}
	c.need(heading.height() + afterHeading + 2*g.pitch + g.height(0))
	if len(heading.lines) > 0 {
		c.set(heading)
		c.y += afterHeading
	}
	if err := g.axis(); err != nil {
		return err
	}
	for i := range bars.Rows {
		if !c.fits(g.height(i)) {
			g.close()
			c.newPage()
			if err := g.axis(); err != nil {
				return err
			}
		}
		g.row(i)
	}
	g.close()
	return nil
}

// measure shapes the texts and finds the scale.
func (g *chart) measure() error {
	most := g.frame.TextWidth * nameShare
	for _, bar := range g.bars.Rows {
		face, numbers := BodyFace, SansFace
		if bar.Strong {
			face, numbers = TitleFace, HeadingFace
		}
		name, err := g.fonts.shape(nil, bar.Name, face)
		if err != nil {
			return err
		}
		value, err := g.fonts.shape(nil, bar.Text, numbers)
		if err != nil {
			return err
		}
		broken, line := lines(name, most/mm(1, g.size)), runsOf(value)
		g.nameLines, g.values = append(g.nameLines, broken), append(g.values, line)
		g.names = max(g.names, mm(widest(broken), g.size))
		room := mm(line.width, g.size) + barText
		if bar.Value < 0 {
			g.valueLeft = max(g.valueLeft, room)
		} else {
			g.valueRight = max(g.valueRight, room)
		}
		g.low, g.high = min(g.low, bar.Value), max(g.high, bar.Value)
	}
	if g.low == g.high {
		g.high = 1
	}
	g.step = tick(g.high - g.low)
	g.plotLeft = g.frame.Left + g.names + cellPadding + g.valueLeft
	g.plotRight = g.frame.Right() - g.valueRight
	return nil
}

// tick is the distance of the numbers on an axis: 1, 2 or 5 times a power of ten.
func tick(span float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(span/mostTicks)))
	for _, times := range []float64{1, 2, 5} {
		if span/(times*power) <= mostTicks {
			return times * power
		}
	}
	return 10 * power
}

// at is the x of a value.
func (g *chart) at(value float64) float64 {
	return g.plotLeft + (value-g.low)/(g.high-g.low)*(g.plotRight-g.plotLeft)
}

// ticks are the numbers on the axis, as multiples of the step.
func (g *chart) ticks() (first, last int) {
	return int(math.Ceil(g.low/g.step - slack)), int(math.Floor(g.high/g.step + slack))
}

// axis sets the numbers above the bars.
func (g *chart) axis() error {
	decimals := max(0, -int(math.Floor(math.Log10(g.step)+slack)))
	first, last := g.ticks()
	for i := first; i <= last; i++ {
		text := strconv.FormatFloat(float64(i)*g.step, 'f', decimals, 64) + g.bars.Suffix
		glyphs, err := g.fonts.shape(nil, text, SansFace)
		if err != nil {
			return err
		}
		g.put(runsOf(glyphs), Text{X: g.at(float64(i) * g.step), Y: g.y + baseline(smallestSize, g.pitch), Size: smallestSize, Align: AlignCentre})
	}
	g.y += g.pitch
	g.from = g.y
	return nil
}

// close draws the lines of the axis along the bars set since.
func (g *chart) close() {
	page := g.pageNow()
	first, last := g.ticks()
	for i := first; i <= last; i++ {
		if x := g.at(float64(i) * g.step); i != 0 {
			page.watermark = append(page.watermark, Rect{x - ruleThickness/2, g.from, ruleThickness, g.y - g.from, gridGray})
		}
	}
	g.rule(g.at(0), g.from, g.at(0), g.y)
}

// height is that of a row in mm.
func (g *chart) height(i int) float64 {
	return float64(max(1, len(g.nameLines[i])))*g.pitch + 2*cellWhite
}

// row sets a name, its bar and its value.
func (g *chart) row(i int) {
	bar, height := g.bars.Rows[i], g.height(i)
	page := g.pageNow()
	gray := barGray
	if bar.Strong {
		gray = strongGray
	}
	zero, end := g.at(0), g.at(bar.Value)
	page.rules = append(page.rules, Rect{min(zero, end), g.y + barWhite, math.Abs(end - zero), height - 2*barWhite, gray})
	top := g.y + (height-float64(len(g.nameLines[i]))*g.pitch)/2
	for n, line := range g.nameLines[i] {
		y := top + float64(n)*g.pitch + baseline(g.size, g.pitch)
		g.put(line, Text{X: g.frame.Left + g.names, Y: y, Size: g.size, Align: AlignRight})
	}
	at := Text{X: end + barText, Y: g.y + baseline(g.size, height), Size: g.size}
	if bar.Value < 0 {
		at.X, at.Align = end-barText, AlignRight
	}
	g.put(g.values[i], at)
	g.y += height
}
