package table

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// palette holds the colours of a row, all of the theme of now.
type palette struct {
	get func(fyne.ThemeColorName) color.NRGBA
}

func newPalette() palette {
	settings := fyne.CurrentApp().Settings()
	th, variant := settings.Theme(), settings.ThemeVariant()
	return palette{func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(th.Color(name, variant)).(color.NRGBA)
	}}
}

var toneNames = map[Tone]fyne.ThemeColorName{
	Plain: theme.ColorNameForeground, Dim: theme.ColorNameDisabled,
	Good: theme.ColorNameSuccess, Bad: theme.ColorNameError,
}

// text is the colour of words and signs.
func (p palette) text(t Tone) color.NRGBA { return p.get(toneNames[t]) }

// fill is light, and lets the list's own marking of the chosen row shine through.
func (p palette) fill(t Tone) color.NRGBA {
	c := p.text(t)
	c.A = 22
	return c
}

// bar is softer than text: a column of bars must not outweigh the figures beside it.
func (p palette) bar(t Tone) color.NRGBA {
	c := p.text(t)
	if t == Plain {
		c = p.get(theme.ColorNamePrimary)
	}
	c.A = 170
	return c
}

func (p palette) header() color.NRGBA { return p.get(theme.ColorNameHeaderBackground) }
func (p palette) rule() color.NRGBA   { return p.get(theme.ColorNameInputBorder) }

// on is the colour of words on a box in the colour of a tone.
func (p palette) on(t Tone) color.NRGBA {
	if t == Good {
		return p.get(theme.ColorNameForegroundOnSuccess)
	}
	return p.get(theme.ColorNameForegroundOnError)
}
