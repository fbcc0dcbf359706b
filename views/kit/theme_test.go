package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// TestContrast holds the theme to WCAG AA: text 4.5 : 1 from every ground it stands on, signs and the
// borders of inputs 3 : 1.
func TestContrast(t *testing.T) {
	grounds := []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameHeaderBackground,
		theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground}
	for _, look := range []Look{LookLight, LookDark} {
		at := func(name fyne.ThemeColorName) color.Color { return Theme{look}.Color(name, theme.VariantLight) }
		for _, ground := range grounds {
			for _, text := range []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNamePrimary, theme.ColorNamePlaceHolder,
				theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess, theme.ColorNameDisabled} {
				atLeast(t, look, text, ground, at(text), at(ground), 4.5)
			}
			atLeast(t, look, theme.ColorNameInputBorder, ground, at(theme.ColorNameInputBorder), at(ground), 3)
		}
		for text, ground := range map[fyne.ThemeColorName]fyne.ThemeColorName{
			theme.ColorNameForeground: theme.ColorNameButton, theme.ColorNameForegroundOnPrimary: theme.ColorNamePrimary,
			theme.ColorNameForegroundOnError: theme.ColorNameError, theme.ColorNameForegroundOnWarning: theme.ColorNameWarning,
			theme.ColorNameForegroundOnSuccess: theme.ColorNameSuccess,
		} {
			atLeast(t, look, text, ground, at(text), at(ground), 4.5)
		}
	}
}

func atLeast(t *testing.T, look Look, text, ground fyne.ThemeColorName, a, b color.Color, least float64) {
	t.Helper()
	la, lb := luminance(a), luminance(b)
	if got := (max(la, lb) + 0.05) / (min(la, lb) + 0.05); got < least {
		t.Errorf("%s: %s on %s stands out %.2f : 1, want %.1f", look, text, ground, got, least)
	}
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
