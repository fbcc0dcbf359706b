package grid

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
)

const (
	ellipsis = "…"
	// cacheLimit bounds each text cache; a full one starts afresh.
	cacheLimit = 20000
)

// typist measures and cuts texts of one font and size, remembering what it did.
type typist struct {
	size   float32
	font   string
	widths map[string]float32
	cuts   map[cutKey]string
}

type cutKey struct {
	text  string
	width float32
}

func newTypist(size float32, font string) *typist {
	return &typist{size, font, make(map[string]float32), make(map[cutKey]string)}
}

func (t *typist) width(text string) float32 {
	if w, ok := t.widths[text]; ok {
		return w
	}
	if len(t.widths) >= cacheLimit {
		clear(t.widths)
	}
	w := fyne.MeasureText(text, t.size, fyne.TextStyle{}).Width
	t.widths[text] = w
	return w
}

// cut shortens text to width with an ellipsis; line ends become spaces.
func (t *typist) cut(text string, width float32) string {
	key := cutKey{text, width}
	if short, ok := t.cuts[key]; ok {
		return short
	}
	if len(t.cuts) >= cacheLimit {
		clear(t.cuts)
	}
	short := t.shorten(oneLine(text), width)
	t.cuts[key] = short
	return short
}

var spaced = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// oneLine turns line ends and tabs into spaces.
func oneLine(text string) string {
	if !strings.ContainsAny(text, "\r\n\t") {
		return text
	}
	return spaced.Replace(text)
}

func (t *typist) shorten(text string, width float32) string {
	if t.width(text) <= width {
		return text
	}
	runes := []rune(text)
	n := t.fitting(runes, width-t.width(ellipsis))
	return string(runes[:n]) + ellipsis
}

// fitting is how many leading runes are no wider than width.
func (t *typist) fitting(runes []rune, width float32) int {
	n := sort.Search(len(runes), func(i int) bool {
		return fyne.MeasureText(string(runes[:i+1]), t.size, fyne.TextStyle{}).Width > width
	})
	return n
}

// lines breaks a title over at most two lines, at its own line end if it has
// one, else at a space, else wherever the width ends.
func (t *typist) lines(title string, width float32) []string {
	if head, tail, ok := strings.Cut(title, "\n"); ok {
		return []string{t.cut(head, width), t.cut(tail, width)}
	}
	if t.width(title) <= width {
		return []string{title}
	}
	runes := []rune(title)
	n := t.fitting(runes, width)
	if n == 0 {
		return []string{t.cut(title, width)}
	}
	if space := strings.LastIndex(string(runes[:n]), " "); space > 0 {
		return []string{title[:space], t.cut(title[space+1:], width)}
	}
	return []string{string(runes[:n]), t.cut(string(runes[n:]), width)}
}
