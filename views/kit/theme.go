package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yueping/assets"
)

// Look is which colours the window has.
type Look string

// The looks that the settings offer.
const (
	LookLight  Look = "light"
	LookDark   Look = "dark"
	LookSystem Look = "system"
)

var (
	regular = fyne.NewStaticResource("NotoSansSC-Regular.ttf", assets.SansRegular)
	bold    = fyne.NewStaticResource("NotoSansSC-Bold.ttf", assets.SansBold)
)

// Theme is the window's theme: the embedded faces, one accent colour, text of 14 px.
type Theme struct{ Look Look }

var _ fyne.Theme = Theme{}

// Font gives the embedded faces; Sans has digits of equal width, so it serves as the fixed-width face, too.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return bold
	}
	return regular
}

// Icon gives Fyne's icons.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size gives lengths for a dense office window.
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 14
	case theme.SizeNameSubHeadingText:
		return 16
	case theme.SizeNameHeadingText:
		return 20
	case theme.SizeNameCaptionText:
		return 12
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius:
		return 3
	}
	return theme.DefaultTheme().Size(name)
}

// Color gives a colour of the chosen look.
func (t Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.Look {
	case LookDark:
		variant = theme.VariantDark
	case LookLight, "":
		variant = theme.VariantLight
	}
	set := lightColours
	if variant == theme.VariantDark {
		set = darkColours
	}
	if c, ok := set[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

func veil(v uint32, alpha uint8) color.NRGBA {
	c := rgb(v)
	c.A = alpha
	return c
}

// Text stands out at least 4.5 : 1 from the grounds it is used on, signs and borders of inputs 3 : 1.
var lightColours = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0xfbfcfd),
	theme.ColorNameForeground:          rgb(0x1b1f24),
	theme.ColorNamePrimary:             rgb(0x1d5fbf),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameHyperlink:           rgb(0x1d5fbf),
	theme.ColorNameButton:              rgb(0xe8ecf1),
	theme.ColorNameDisabledButton:      rgb(0xf0f2f5),
	theme.ColorNameDisabled:            rgb(0x656d78),
	theme.ColorNamePlaceHolder:         rgb(0x5f6772),
	theme.ColorNameHover:               veil(0x1b1f24, 20),
	theme.ColorNamePressed:             veil(0x1b1f24, 40),
	theme.ColorNameFocus:               veil(0x1d5fbf, 70),
	theme.ColorNameSelection:           veil(0x1d5fbf, 42),
	theme.ColorNameInputBackground:     rgb(0xffffff),
	theme.ColorNameInputBorder:         rgb(0x7f8792),
	theme.ColorNameHeaderBackground:    rgb(0xeef1f5),
	theme.ColorNameMenuBackground:      rgb(0xffffff),
	theme.ColorNameOverlayBackground:   rgb(0xffffff),
	theme.ColorNameSeparator:           rgb(0xd3d9e0),
	theme.ColorNameScrollBar:           veil(0x1b1f24, 120),
	theme.ColorNameError:               rgb(0xb3261e),
	theme.ColorNameWarning:             rgb(0x8a5a00),
	theme.ColorNameSuccess:             rgb(0x1a7038),
	theme.ColorNameForegroundOnError:   rgb(0xffffff),
	theme.ColorNameForegroundOnWarning: rgb(0xffffff),
	theme.ColorNameForegroundOnSuccess: rgb(0xffffff),
}

var darkColours = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0x1b1e23),
	theme.ColorNameForeground:          rgb(0xe8eaed),
	theme.ColorNamePrimary:             rgb(0x7db0ff),
	theme.ColorNameForegroundOnPrimary: rgb(0x0b1b33),
	theme.ColorNameHyperlink:           rgb(0x7db0ff),
	theme.ColorNameButton:              rgb(0x2d323a),
	theme.ColorNameDisabledButton:      rgb(0x24282e),
	theme.ColorNameDisabled:            rgb(0x9aa2ad),
	theme.ColorNamePlaceHolder:         rgb(0xa4acb7),
	theme.ColorNameHover:               veil(0xffffff, 24),
	theme.ColorNamePressed:             veil(0xffffff, 48),
	theme.ColorNameFocus:               veil(0x7db0ff, 80),
	theme.ColorNameSelection:           veil(0x7db0ff, 60),
	theme.ColorNameInputBackground:     rgb(0x14171b),
	theme.ColorNameInputBorder:         rgb(0x7c8590),
	theme.ColorNameHeaderBackground:    rgb(0x23272d),
	theme.ColorNameMenuBackground:      rgb(0x262a31),
	theme.ColorNameOverlayBackground:   rgb(0x22262c),
	theme.ColorNameSeparator:           rgb(0x3a4048),
	theme.ColorNameScrollBar:           veil(0xffffff, 120),
	theme.ColorNameError:               rgb(0xff8a80),
	theme.ColorNameWarning:             rgb(0xf2b84b),
	theme.ColorNameSuccess:             rgb(0x6fcf8e),
	theme.ColorNameForegroundOnError:   rgb(0x2b0a08),
	theme.ColorNameForegroundOnWarning: rgb(0x2b1d00),
	theme.ColorNameForegroundOnSuccess: rgb(0x08240f),
}
