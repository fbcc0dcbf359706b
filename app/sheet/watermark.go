package sheet

// WatermarkPage is an A4 page with nothing but a word across it, as it stands behind a marked document. Faults are
// those of characters that no face has.
func WatermarkPage(word string, fonts *Fonts) (Page, error) {
	glyphs, err := fonts.shape(nil, word, HeadingFace)
	if err != nil {
		return Page{}, err
	}
	page := Page{Width: 210, Height: 297}
	page.Marks = watermark(runsOf(glyphs), Frame{Width: page.Width, Height: page.Height, TextWidth: page.Width, TextHeight: page.Height})
	return page, nil
}
