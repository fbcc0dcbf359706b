package sheet

import (
	"sync"

	"yueping/assets"
)

// Embedded gives the faces that are built into the program. What they lack is borrowed from the fonts of the
// machine.
func Embedded() (*Fonts, error) { return embedded() }

var embedded = sync.OnceValues(func() (*Fonts, error) {
	fonts, err := NewFonts(FontFiles{Title: assets.SerifBold, Body: assets.SerifRegular, Heading: assets.SansBold, Sans: assets.SansRegular})
	if err != nil {
		return nil, err
	}
	return fonts.Borrowing(Installed(FontFolders()...)), nil
})
