// Package pagetest compares drawn pages with pictures that were looked at.
package pagetest

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// Golden compares a page with the picture in a file, which SHEET_UPDATE writes anew. The edges of letters may
// be of another gray on other processors, nothing else.
func Golden(t testing.TB, path string, page image.Image) {
	t.Helper()
	got := Gray(page)
	if os.Getenv("SHEET_UPDATE") != "" {
		var content bytes.Buffer
		if err := png.Encode(&content, got); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	picture, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	want := Gray(picture)
	if got.Rect != want.Rect {
		t.Fatalf("%s: %v, want %v", path, got.Rect, want.Rect)
	}
	if _, most := Difference(got, want); most > 8 {
		t.Errorf("%s: a dot differs by %d of 255", path, most)
	}
}

// Gray gives a picture without colours.
func Gray(picture image.Image) *image.Gray {
	result := image.NewGray(picture.Bounds())
	draw.Draw(result, result.Rect, picture, result.Rect.Min, draw.Src)
	return result
}

// Difference gives how far apart the dots of two pictures of one size are, in the mean and at most, of 255.
func Difference(a, b *image.Gray) (mean float64, most int) {
	sum := 0
	for i := range a.Pix {
		apart := int(a.Pix[i]) - int(b.Pix[i])
		apart = max(apart, -apart)
		sum += apart
		most = max(most, apart)
	}
	return float64(sum) / float64(len(a.Pix)), most
}
