package chart

import (
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"yueping/assets"
)

var (
	regular = fyne.NewStaticResource("regular.ttf", assets.SansRegular)
	bold    = fyne.NewStaticResource("bold.ttf", assets.SansBold)
)

// look has the program's faces, sizes and the colours that the pictures are drawn in.
type look struct{ dark bool }

func (look) Font(s fyne.TextStyle) fyne.Resource {
	if s.Bold {
		return bold
	}
	return regular
}

func (look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

func (look) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 14
	case theme.SizeNameCaptionText:
		return 12
	}
	return theme.DefaultTheme().Size(name)
}

func (l look) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	pairs := map[fyne.ThemeColorName][2]uint32{
		theme.ColorNameBackground: {0xfbfcfd, 0x1b1e23}, theme.ColorNameForeground: {0x1b1f24, 0xe8eaed},
		theme.ColorNamePrimary: {0x1d5fbf, 0x7db0ff}, theme.ColorNameForegroundOnPrimary: {0xffffff, 0x0b1b33},
		theme.ColorNamePlaceHolder: {0x5f6772, 0xa4acb7}, theme.ColorNameError: {0xb3261e, 0xff8a80},
	}
	if pair, ok := pairs[name]; ok && l.dark {
		return rgb(pair[1])
	} else if ok {
		return rgb(pair[0])
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

var looks = map[string]look{"light": {}, "dark": {dark: true}}

// stage puts a widget of a size into a window; a size of zero becomes the least one.
func stage(t *testing.T, l look, o fyne.CanvasObject, size fyne.Size) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(l)
	o.Refresh()
	test.NewTempWindow(t, container.NewWithoutLayout(o))
	o.Resize(o.MinSize().Max(size))
}

// painted gives a widget's objects of one type.
func painted[T fyne.CanvasObject](w fyne.Widget) []T {
	var found []T
	for _, o := range test.WidgetRenderer(w).Objects() {
		if o, ok := o.(T); ok {
			found = append(found, o)
		}
	}
	return found
}

// filled gives the rectangles of a colour.
func filled(w fyne.Widget, c color.Color) []*canvas.Rectangle {
	var found []*canvas.Rectangle
	for _, o := range painted[*canvas.Rectangle](w) {
		if o.FillColor == c {
			found = append(found, o)
		}
	}
	return found
}

// words gives the texts that are painted.
func words(w fyne.Widget) []string {
	var found []string
	for _, o := range painted[*canvas.Text](w) {
		found = append(found, o.Text)
	}
	return found
}

// written is a text as painted.
type written struct {
	text string
	ink  color.Color
	at   fyne.Position
}

func paintedTexts(w fyne.Widget) []written {
	var found []written
	for _, o := range painted[*canvas.Text](w) {
		found = append(found, written{o.Text, o.Color, o.Position()})
	}
	return found
}

// textInside fails for texts that stick out of their widget.
func textInside(t *testing.T, w fyne.Widget) {
	t.Helper()
	for _, o := range painted[*canvas.Text](w) {
		need, at, size := fyne.MeasureText(o.Text, o.TextSize, o.TextStyle), o.Position(), w.Size()
		if need.Width > o.Size().Width+0.5 || at.X < 0 || at.Y < -1 || at.X+o.Size().Width > size.Width+1 || at.Y+o.Size().Height > size.Height+1 {
			t.Errorf("%q of %v at %v, %v sticks out of %v", o.Text, need, at, o.Size(), size)
		}
	}
}

// shot writes pictures of a widget in both looks, at one and two pixels a pixel, into the folder that
// YUEPING_SHOTS names.
func shot(t *testing.T, name string, make func() fyne.CanvasObject, size fyne.Size) {
	t.Helper()
	folder := os.Getenv("YUEPING_SHOTS")
	for l, look := range looks {
		for suffix, scale := range map[string]float32{"": 1, "@2": 2} {
			test.NewTempApp(t).Settings().SetTheme(look)
			c := test.NewTempWindow(t, nil)
			c.SetContent(container.New(layout.NewCustomPaddedLayout(8, 8, 8, 8), make()))
			c.Resize(size)
			c.Canvas().(software.WindowlessCanvas).SetScale(scale)
			picture := c.Canvas().Capture()
			if folder == "" {
				continue
			}
			file, err := os.Create(filepath.Join(folder, "chart-"+name+"-"+l+suffix+".png"))
			if err != nil {
				t.Fatal(err)
			}
			if err := png.Encode(file, picture); err != nil {
				t.Fatal(err)
			}
			if err := file.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}
