package app

import (
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yueping/app/sheet/pagetest"
	"yueping/models/fault"
	"yueping/models/month"
)

func pictureOf(t testing.TB, w *Workspace, r PictureRequest) image.Image {
	t.Helper()
	r.Path = filepath.Join(t.TempDir(), "picture.png")
	if err := w.WritePicture(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(r.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	picture, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

func TestPictures(t *testing.T) {
	w := sampleCity(t)
	for name, r := range map[string]PictureRequest{
		"picture_listed": {Listed: true, Width: 700},
		"picture_chart":  {Listed: true, Chart: true, Width: 540},
	} {
		t.Run(name, func(t *testing.T) {
			r.Program, r.Month = "township-air", august
			picture := pictureOf(t, w, r)
			if picture.Bounds().Dx() != r.Width {
				t.Errorf("%v", picture.Bounds())
			}
			pagetest.Golden(t, "testdata/pages/"+name+".png", picture)
		})
	}
}

func TestAPictureOfAWholeRankingIsReadable(t *testing.T) {
	w := sampleCity(t)
	r := PictureRequest{Program: "township-air", Month: august, Group: loaded(t, w, "township-air", august).Program.Groups[0].Name}
	whole := pictureOf(t, w, r).Bounds()
	r.Listed = true
	part := pictureOf(t, w, r).Bounds()
	// Letters of 9 pt are 28 dots high or more, whatever the width.
	page, err := w.PicturePage(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	width, _ := page.Size(0)
	if letters := 9 * 25.4 / 72 / width * float64(whole.Dx()); whole.Dx() < pictureDots || letters < 28 {
		t.Errorf("%v: letters of %.0f dots", whole, letters)
	}
	if whole.Dy() < 5*part.Dy()/2 || page.Count() != 1 {
		t.Errorf("the whole is %v, ten of it are %v", whole, part)
	}
}

func TestPictureFaults(t *testing.T) {
	w := sampleCity(t)
	folder := t.TempDir()
	for name, test := range map[string]struct {
		r    PictureRequest
		code string
	}{
		"too narrow":       {PictureRequest{Month: august, Width: 100}, "picture.width"},
		"less than none":   {PictureRequest{Month: august, Width: -1}, "picture.width"},
		"too wide":         {PictureRequest{Month: august, Width: 100_000}, "picture.width"},
		"too tall":         {PictureRequest{Month: august, Width: 4000}, "picture.too_tall"},
		"no such format":   {PictureRequest{Month: august, Layout: "none"}, "format.unknown"},
		"no such group":    {PictureRequest{Month: august, Group: "无"}, "group.unknown"},
		"nobody to be had": {PictureRequest{Month: month.MustParse("2031-01"), Listed: true}, "picture.nobody"},
	} {
		t.Run(name, func(t *testing.T) {
			test.r.Program, test.r.Path = "township-air", filepath.Join(folder, "none.png")
			err := w.WritePicture(context.Background(), test.r)
			if fault.CodeOf(err) != test.code || strings.Contains(w.text.Error(err), "{{") {
				t.Errorf("%v", err)
			}
			if left, _ := os.ReadDir(folder); len(left) > 0 {
				t.Errorf("%v is left", left)
			}
		})
	}
}
