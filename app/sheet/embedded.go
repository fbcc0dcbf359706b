package sheet

import "yueping/assets"

// Embedded gives the faces that are built into the program; parsing takes some milliseconds.
func Embedded() (*Fonts, error) {
	return NewFonts(FontFiles{Title: assets.SerifBold, Body: assets.SerifRegular, Heading: assets.SansBold, Sans: assets.SansRegular})
}
