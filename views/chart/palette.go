package chart

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The least contrast of text and of shapes against their ground (WCAG AA).
const (
	textContrast  = 4.5
	shapeContrast = 3
)

// Six colours for each ground, apart from one another in lightness as well as in hue, so that they
// stay apart for the colour-blind (the tests measure it), and at least 3 : 1 from the ground.
var (
	fillsOnLight = [6]color.NRGBA{rgb(0x0f1cac), rgb(0xbb1811), rgb(0x0c7175), rgb(0x5c0a44), rgb(0xb08d1b), rgb(0x637eff)}
	fillsOnDark  = [6]color.NRGBA{rgb(0x5661ff), rgb(0x8c6119), rgb(0x11bb4f), rgb(0xd11d9c), rgb(0xece759), rgb(0xb3b7e3)}
)

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// palette holds a picture's colours, all drawn from the theme of now and all opaque.
type palette struct {
	back, text, dim  color.NRGBA
	rule, edge       color.NRGBA // a hairline; the border of a shape
	accent, onAccent color.NRGBA
	alarm            color.NRGBA
	chosen, hovered  color.NRGBA // grounds that text is legible on
	empty            color.NRGBA // the ground of what has no data
	fills            *[6]color.NRGBA
}

func newPalette() palette {
	get := func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(theme.Color(name)).(color.NRGBA)
	}
	p := palette{back: get(theme.ColorNameBackground), text: get(theme.ColorNameForeground),
		accent: get(theme.ColorNamePrimary), onAccent: get(theme.ColorNameForegroundOnPrimary), fills: &fillsOnLight}
	if luminance(p.back) < luminance(p.text) {
		p.fills = &fillsOnDark
	}
	p.rule = mix(p.back, p.text, 0.16)
	p.edge = readable(mix(p.back, p.text, 0.4), p.text, p.back, shapeContrast)
	p.chosen = mix(p.back, p.accent, 0.12)
	p.hovered = mix(p.back, p.text, 0.08)
	p.empty = mix(p.back, p.text, 0.04)
	p.alarm = readable(get(theme.ColorNameError), p.text, p.back, textContrast)
	p.dim = get(theme.ColorNamePlaceHolder)
	for _, ground := range []color.NRGBA{p.back, p.chosen, p.hovered, p.empty} {
		p.dim = readable(p.dim, p.text, ground, textContrast)
	}
	return p
}

// fill is the colour of a legend's entry; keys beyond the sixth start again.
func (p *palette) fill(key int) color.NRGBA {
	n := len(p.fills)
	return p.fills[(key%n+n)%n]
}

// Fill is the colour that a legend's entry has in the theme of now; keys beyond the sixth start again.
func Fill(key int) color.Color {
	p := newPalette()
	return p.fill(key)
}

// mix blends b into a by share t, opaque.
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	t *= float64(b.A) / 255
	blend := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-t) + float64(y)*t)) }
	return color.NRGBA{blend(a.R, b.R), blend(a.G, b.G), blend(a.B, b.B), 255}
}

// readable moves c towards text until it stands out enough from ground.
func readable(c, text, ground color.NRGBA, least float64) color.NRGBA {
	base := c
	for t := 0.1; t <= 1 && contrast(c, ground) < least; t += 0.1 {
		c = mix(base, text, t)
	}
	return c
}

// contrast is the WCAG contrast ratio of two opaque colours.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// linear undoes sRGB's gamma.
func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}
