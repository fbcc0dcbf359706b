// Package bulletin is the screen of what goes out: the month's text, the sheets and the data.
package bulletin

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"yueping/app"
	"yueping/models"
	"yueping/models/fault"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
)

// Screen shows a month's bulletin as it goes out, and hands out the rest.
type Screen struct {
	kit     *kit.Kit
	place   kit.Place
	text    string
	loading int // counts the loads, so that one that was overtaken is not shown

	reader  *controls.Reader
	empty   *parts.Empty
	actions *fyne.Container
	// Those that need a text, and those that need data.
	ofText, ofData []*controls.Button
	content        fyne.CanvasObject

	schemes        []*models.Scheme // those that hold
	formats        []models.SheetFormat
	scheme, layout string // keys of what is chosen; no layout is the sheet as it always is
	schemeChoice   *controls.Select
	formatChoice   *controls.Select
}

// columnWidth leaves room for two buttons side by side.
const columnWidth = 244

// New makes the screen.
func New(k *kit.Kit) kit.Screen {
	s := &Screen{kit: k, reader: controls.NewReader(k.Keys()), empty: parts.NewEmpty(k), actions: container.NewVBox()}
	right := container.New(layout.NewCustomPaddedLayout(0, 0, 12, 0), parts.Wide(columnWidth, container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 2, 2, 2), s.actions))))
	s.content = container.New(layout.NewCustomPaddedLayout(8, 8, 8, 8),
		container.NewBorder(nil, nil, nil, right, container.NewStack(s.reader, s.empty.Object())))
	return s
}

// Key is the screen's key.
func (s *Screen) Key() string { return "bulletin" }

// Content is the widget tree.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Focus puts the keyboard into the text, where there is one.
func (s *Screen) Focus() fyne.Focusable {
	if s.reader.Hidden {
		return nil
	}
	return s.reader
}

// Leave lets the user go: nothing is typed here.
func (s *Screen) Leave() bool { return true }

// written is a text, or the sentence that says why there is none and the screen that helps.
type written struct {
	text, none, help string
	formats          []models.SheetFormat
}

// Load shows a program's month.
func (s *Screen) Load(p kit.Place) {
	if s.place != p {
		s.place = p
		s.build()
	}
	s.loading++
	at := s.loading
	kit.Background(s.kit, func(ctx context.Context) (written, error) { return s.read(ctx, p) }, func(w written) {
		if at == s.loading {
			s.show(w)
		}
	})
}

func (s *Screen) read(ctx context.Context, p kit.Place) (written, error) {
	var w written
	m, err := s.kit.Workspace.Month(ctx, p.Program.Key, p.Month)
	if err != nil {
		return w, err
	}
	if w.formats, err = s.kit.Workspace.Formats(ctx, p.Program.Key); err != nil {
		return w, err
	}
	if !m.Table.Has() {
		w.none, w.help = s.kit.T("bulletin.nothing", "program", p.Program.Name, "month", app.MonthWords(s.kit.Text, p.Month)), "entry"
		return w, nil
	}
	w.text, err = s.kit.Workspace.Bulletin(ctx, p.Program.Key, p.Month)
	if fault.CodeOf(err) == "bulletin.none" {
		w.none, err = s.kit.Text.Error(err), nil
	}
	return w, err
}

func (s *Screen) show(w written) {
	s.text, s.formats = w.text, w.formats
	s.offerFormats()
	enable(s.ofText, w.none == "")
	enable(s.ofData, w.help == "")
	if w.none != "" {
		s.reader.Hide()
		s.empty.Show(w.none, w.help)
		return
	}
	s.empty.Hide()
	s.reader.Show()
	if s.reader.Text != w.text {
		s.reader.SetText(w.text)
		s.reader.CursorRow, s.reader.CursorColumn = 0, 0
	}
}
