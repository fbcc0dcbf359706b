package bulletin

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/handout"
	"yueping/views/kit"
)

// build makes the buttons of a program's month: the text, the rankings, the slips, the data and the year.
func (s *Screen) build() {
	s.ofText, s.ofData, s.actions.Objects = nil, nil, nil
	s.part("bulletin.text", beside(
		s.needing(&s.ofText, s.action("bulletin.copy", theme.ContentCopyIcon(), s.copyText)),
		s.needing(&s.ofText, s.action("bulletin.save", theme.DocumentSaveIcon(), s.saveText))))
	s.part("bulletin.rankings", s.rankings()...)
	s.part("bulletin.slips", s.slips()...)
	s.part("bulletin.data", beside(
		s.needing(&s.ofData, s.action("bulletin.export", theme.DocumentSaveIcon(), s.Export)),
		s.needing(&s.ofData, s.action("bulletin.csv", theme.DocumentSaveIcon(), s.saveCSV))))
	s.part("bulletin.year", s.action("bulletin.year_save", theme.DocumentSaveIcon(), s.saveYear))
	s.actions.Refresh()
}

// part adds a part under its heading.
func (s *Screen) part(key string, objects ...fyne.CanvasObject) {
	if len(s.actions.Objects) > 0 {
		s.actions.Add(widget.NewSeparator())
	}
	s.actions.Add(kit.Heading(s.kit.T(key)))
	s.actions.Objects = append(s.actions.Objects, objects...)
}

func beside(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewGridWithColumns(2, objects...)
}

func (s *Screen) action(key string, icon fyne.Resource, tapped func()) *controls.Button {
	b := s.kit.Button(s.kit.T(key), icon, tapped)
	b.Alignment = widget.ButtonAlignLeading
	return b
}

// needing puts a button among those that can be pressed only where there is something to hand out.
func (s *Screen) needing(list *[]*controls.Button, b *controls.Button) *controls.Button {
	*list = append(*list, b)
	return b
}

func enable(list []*controls.Button, on bool) {
	for _, b := range list {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
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
	if s.place.Program == nil {
		return
	}
	p := s.place
	handout.Save(s.kit, s.name("bulletin.data_file")+".xlsx", func(ctx context.Context, path string) error {
		return s.kit.Workspace.WriteExport(ctx, p.Program.Key, p.Month, path)
	})
}

func (s *Screen) saveCSV() {
	e := app.TextExport{Program: s.place.Program.Key, Month: s.place.Month, Format: "csv"}
	handout.Save(s.kit, s.name("bulletin.data_file")+".csv", func(ctx context.Context, path string) error {
		e.Path = path
		return s.kit.Workspace.WriteTextExport(ctx, e)
	})
}

func (s *Screen) saveYear() {
	r := app.YearRequest{Program: s.place.Program.Key, Year: s.place.Month.Year(), Scheme: s.scheme}
	handout.Save(s.kit, s.name("bulletin.year_file")+".xlsx", func(ctx context.Context, path string) error {
		r.Path = path
		return s.kit.Workspace.WriteYear(ctx, r)
	})
}

// name proposes a file name.
func (s *Screen) name(key string) string {
	return s.kit.T(key, "program", s.place.Program.Name, "scheme", s.schemeName(), "year", s.place.Month.Year(),
		"month", app.MonthWords(s.kit.Text, s.place.Month))
}
