package app

import (
	"bytes"
	"context"
	"image"
	"image/draw"
	"image/png"

	"yueping/models/fault"
	"yueping/models/month"
)

// PictureRequest asks for a ranking as one PNG picture, to be read on a telephone.
type PictureRequest struct {
	Program string
	Month   month.Month
	Scheme  string // "" for the program's default
	Layout  string // the key of a 版式, which says itself what is shown; "" for the table or chart as asked for
	Group   string // the key or the name of one group, "" for all
	Listed  bool   // only the units in a list
	Chart   bool   // bars of the ranked figure in place of the table
	Width   int    // dots, 0 for 1080 or, where many columns need more room, as many more
	Path    string
}

// The sizes of a picture. On the narrowest page letters of 9 pt are 28 dots high, and on a wider one,
// where many columns need it, as high.
const (
	pictureDots    = 1080
	pictureLeast   = 320
	pictureMost    = 4320
	pictureTallest = 16_000 // dots; programs for chats shrink or refuse more
)

// pictureWidths are those of the pages in mm.
var pictureWidths = []float64{120, 135, 150, 165, 180, 210, 250, 297}

// WritePicture writes a ranking as a PNG file. Faults: those of PicturePage and WriteFile, picture.width
// where nobody could read or open it, picture.too_tall.
func (w *Workspace) WritePicture(ctx context.Context, r PictureRequest) error {
	page, err := w.PicturePage(ctx, r)
	if err != nil {
		return err
	}
	width, height := page.Size(0)
	dots := r.Width
	if dots == 0 {
		dots = int(pictureDots * width / pictureWidths[0])
	}
	if dots < pictureLeast || dots > pictureMost {
		return fault.New("picture.width", "width", r.Width, "least", pictureLeast, "most", pictureMost)
	}
	if float64(dots)*height/width > pictureTallest {
		return fault.New("picture.too_tall", "title", page.Title)
	}
	drawn := page.Draw(0, float64(dots)/width*25.4)
	gray := image.NewGray(drawn.Rect) // nothing on a sheet is coloured, and the file is a third
	draw.Draw(gray, gray.Rect, drawn, image.Point{}, draw.Src)
	var content bytes.Buffer
	if err := png.Encode(&content, gray); err != nil {
		return err
	}
	return writeWhole(r.Path, content.Bytes())
}
