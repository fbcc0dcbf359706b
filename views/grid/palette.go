package grid

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The least contrast of text and of signs against their ground (WCAG AA).
const (
	textContrast = 4.5
	markContrast = 3
)

// palette holds the grid's colours, all drawn from one theme.
type palette struct {
	back, header, readOnly color.NRGBA
	accented               color.NRGBA
	text, dim              color.NRGBA
	rule, headerRule       color.NRGBA
	accent, idle           color.NRGBA
	sign                   color.NRGBA // on the header
	noteGround             color.NRGBA
	selected, headSelected color.NRGBA
	thumb, thumbHover      color.NRGBA
	mark, tint             [MarkNote + 1]color.NRGBA
}

func newPalette(th fyne.Theme, variant fyne.ThemeVariant) palette {
	get := func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(th.Color(name, variant)).(color.NRGBA)
	}
	back, text, accent := get(theme.ColorNameBackground), get(theme.ColorNameForeground), get(theme.ColorNamePrimary)
	p := palette{back: back, text: text, accent: accent}
	p.header = mix(back, text, 0.06)
	p.readOnly = mix(back, text, 0.03)
	p.accented = mix(back, accent, 0.09)
	p.rule = mix(back, text, 0.14)
	p.headerRule = mix(back, text, 0.28)
	p.sign = readable(accent, text, p.header, markContrast)
	p.noteGround = mix(back, get(theme.ColorNameWarning), 0.1)
	p.idle = mix(back, text, 0.5)
	p.selected = mix(back, accent, 0.12)
	p.headSelected = mix(p.header, accent, 0.22)
	p.thumb = mix(back, text, 0.35)
	p.thumbHover = mix(back, text, 0.6)
	for m, name := range map[Mark]fyne.ThemeColorName{
		MarkError: theme.ColorNameError, MarkWarning: theme.ColorNameWarning,
		MarkDraft: theme.ColorNameWarning, MarkChanged: theme.ColorNamePrimary,
		MarkVerified: theme.ColorNameSuccess, MarkNote: theme.ColorNameForeground,
	} {
		p.mark[m] = readable(get(name), text, back, markContrast)
	}
	for _, m := range []Mark{MarkError, MarkWarning, MarkDraft} {
		p.tint[m] = mix(back, p.mark[m], 0.12)
	}
	p.dim = mix(text, back, 0.4)
	for _, ground := range []color.NRGBA{p.readOnly, p.accented, p.selected, p.tint[MarkError], p.tint[MarkWarning]} {
		p.dim = readable(p.dim, text, ground, textContrast)
	}
	return p
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
	for t := 0.0; t < 1 && contrast(c, ground) < least; t += 0.1 {
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
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
