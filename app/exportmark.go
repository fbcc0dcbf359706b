package app

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"

	"yueping/app/sheet"
)

// watermarkDots an inch are enough for letters two inches high.
const watermarkDots = 72

// watermark is the picture that prints behind the sheets of a marked month; nil without a mark, or for one with a
// character that no face has: a workbook has the mark in words on every page as well.
func (w *Workspace) watermark(m *Month) ([]byte, error) {
	word := m.Mark(w.text)
	if word == "" {
		return nil, nil
	}
	fonts, err := sheet.Embedded()
	if err != nil {
		return nil, err
	}
	page, err := sheet.WatermarkPage(word, fonts)
	if err != nil {
		return nil, nil
	}
	picture := sheet.Draw(page, fonts, watermarkDots)
	gray := image.NewGray(picture.Bounds())
	draw.Draw(gray, gray.Bounds(), picture, image.Point{}, draw.Src)
	var content bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err = encoder.Encode(&content, gray)
	return content.Bytes(), err
}
