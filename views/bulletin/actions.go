package bulletin

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/views/controls"
	"yueping/views/handout"
	"yueping/views/kit"
)

// build makes the buttons of a program's month: the text, a sheet a scheme, the data.
func (s *Screen) build() {
	k := s.kit
	s.copy = s.action("bulletin.copy", theme.ContentCopyIcon(), s.copyText)
	s.save = s.action("bulletin.save", theme.DocumentSaveIcon(), s.saveText)
	s.actions.Objects = []fyne.CanvasObject{heading(k.T("bulletin.text")), s.copy, s.save}
	for i := range s.place.Program.Schemes {
		scheme := &s.place.Program.Schemes[i]
		if _, holds := scheme.At(s.place.Month); !holds {
			continue
		}
		s.actions.Add(widget.NewSeparator())
		s.actions.Add(heading(scheme.Name))
		s.actions.Add(s.action("handout.pdf", theme.DocumentSaveIcon(), func() {
			handout.Save(k, s.sheetName(scheme), s.sheet(scheme, s.place))
		}))
		s.actions.Add(s.action("handout.print", theme.DocumentPrintIcon(), func() { s.print(scheme) }))
	}
	s.actions.Add(widget.NewSeparator())
	s.actions.Add(heading(k.T("bulletin.data")))
	s.actions.Add(s.action("bulletin.export", theme.DocumentSaveIcon(), s.Export))
	s.actions.Refresh()
}

// heading is broken into lines where a scheme's name is longer than the buttons are wide.
func heading(text string) *widget.Label {
	l := kit.Heading(text)
	l.Wrapping = fyne.TextWrapBreak
	return l
}

func (s *Screen) action(key string, icon fyne.Resource, tapped func()) *controls.Button {
	b := s.kit.Button(s.kit.T(key), icon, tapped)
	b.Alignment = widget.ButtonAlignLeading
	return b
}

func (s *Screen) copyText() {
	fyne.CurrentApp().Clipboard().SetContent(s.text)
	s.kit.Say(s.kit.T("bulletin.copied"))
}

func (s *Screen) saveText() {
	p := s.place
	handout.Save(s.kit, s.name("bulletin.file")+".txt", func(ctx context.Context, path string) error {
		return s.kit.Workspace.WriteBulletin(ctx, p.Program.Key, p.Month, path)
	})
}

// Export writes the month's data as a workbook.
func (s *Screen) Export() {
	p := s.place
	handout.Save(s.kit, s.name("bulletin.data_file")+".xlsx", func(ctx context.Context, path string) error {
		return s.kit.Workspace.WriteExport(ctx, p.Program.Key, p.Month, path)
	})
}

// Print prints the default scheme's sheet.
func (s *Screen) Print() {
	if s.place.Program == nil {
		return
	}
	if scheme := s.place.Program.Scheme(s.place.Program.DefaultScheme); scheme != nil {
		s.print(scheme)
	}
}

func (s *Screen) print(scheme *models.Scheme) {
	handout.Print(s.kit, s.sheetName(scheme), s.sheet(scheme, s.place))
}

func (s *Screen) sheet(scheme *models.Scheme, p kit.Place) handout.Write {
	return func(ctx context.Context, path string) error {
		return s.kit.Workspace.WriteRanking(ctx, app.Handout{Program: p.Program.Key, Month: p.Month, Scheme: scheme.Key, Format: "pdf", Path: path})
	}
}

// name proposes a file name.
func (s *Screen) name(key string) string {
	return s.kit.T(key, "program", s.place.Program.Name, "month", app.MonthWords(s.kit.Text, s.place.Month))
}

func (s *Screen) sheetName(scheme *models.Scheme) string {
	return s.kit.T("ranking.file", "program", s.place.Program.Name, "scheme", scheme.Name, "month", app.MonthWords(s.kit.Text, s.place.Month)) + ".pdf"
}
