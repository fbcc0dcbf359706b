package bulletin

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yueping/app"
	"yueping/models"
	"yueping/views/formats"
	"yueping/views/handout"
	"yueping/views/kit"
)

// rankings are a scheme and a format to choose, and the ways in which the ranking goes out.
func (s *Screen) rankings() []fyne.CanvasObject {
	var names []string
	s.schemes = nil
	for i := range s.place.Program.Schemes {
		if scheme := &s.place.Program.Schemes[i]; holds(scheme, s.place) {
			s.schemes, names = append(s.schemes, scheme), append(names, scheme.Name)
		}
	}
	s.scheme = s.standing(s.scheme)
	s.schemeChoice = s.kit.Select(names, nil)
	s.schemeChoice.PlaceHolder = s.kit.T("choice.none")
	s.schemeChoice.SetSelectedIndex(slices.IndexFunc(s.schemes, func(c *models.Scheme) bool { return c.Key == s.scheme }))
	s.schemeChoice.OnChanged = func(string) { s.scheme = s.schemes[s.schemeChoice.SelectedIndex()].Key }
	s.formatChoice = s.kit.Select(nil, nil)
	s.offerFormats()
	objects := []fyne.CanvasObject{kit.Framed(s.schemeChoice), kit.Framed(s.formatChoice)}
	if len(s.schemes) < 2 {
		objects = objects[1:]
	}
	if len(s.schemes) == 0 {
		return []fyne.CanvasObject{kit.Wrapped(s.kit.T("bulletin.no_scheme"))}
	}
	return append(objects,
		s.needing(&s.ofData, s.action("bulletin.preview", theme.DocumentPrintIcon(), s.Print)),
		beside(s.needing(&s.ofData, s.action("bulletin.pdf", theme.DocumentSaveIcon(), func() { s.save("pdf") })),
			s.needing(&s.ofData, s.action("bulletin.excel", theme.DocumentSaveIcon(), func() { s.save("xlsx") })),
			s.needing(&s.ofData, s.action("bulletin.picture", theme.FileImageIcon(), s.savePicture)),
			s.action("bulletin.formats", theme.SettingsIcon(), s.EditFormats)))
}

func holds(scheme *models.Scheme, p kit.Place) bool {
	_, holds := scheme.At(p.Month)
	return holds
}

// standing is the scheme of a key, or the program's default where it does not hold this month, or the first.
func (s *Screen) standing(key string) string {
	for _, wanted := range []string{key, s.place.Program.DefaultScheme} {
		if slices.ContainsFunc(s.schemes, func(c *models.Scheme) bool { return c.Key == wanted }) {
			return wanted
		}
	}
	if len(s.schemes) > 0 {
		return s.schemes[0].Key
	}
	return ""
}

// offerFormats lets a format be chosen: the sheet as it always is, or one of the formats.
func (s *Screen) offerFormats() {
	s.formatChoice.OnChanged = nil
	s.formatChoice.Options = []string{s.kit.T("bulletin.usual")}
	chosen := 0
	for i, f := range s.formats {
		s.formatChoice.Options = append(s.formatChoice.Options, f.Name)
		if f.Key == s.layout {
			chosen = i + 1
		}
	}
	s.formatChoice.SetSelectedIndex(chosen)
	s.choose(chosen)
	s.formatChoice.OnChanged = func(string) { s.choose(s.formatChoice.SelectedIndex()) }
}

// choose takes the format of a place in the list; a format of a scheme of its own leaves none to choose.
func (s *Screen) choose(at int) {
	s.layout = ""
	if f := s.format(at); f != nil {
		s.layout = f.Key
		if f.Terms.Scheme != "" {
			s.schemeChoice.Disable()
			return
		}
	}
	s.schemeChoice.Enable()
}

// format is that of a place in the list, nil for the usual sheet.
func (s *Screen) format(at int) *models.SheetFormat {
	if at < 1 || at > len(s.formats) {
		return nil
	}
	return &s.formats[at-1]
}

// handout is the ranking as it is chosen now, whatever is chosen when a file has been asked for.
func (s *Screen) handout(format string) app.Handout {
	return app.Handout{Program: s.place.Program.Key, Month: s.place.Month, Scheme: s.scheme, Layout: s.layout, Format: format}
}

// Print shows the ranking as it prints.
func (s *Screen) Print() {
	if s.place.Program == nil || s.scheme == "" {
		return
	}
	h := s.handout("pdf")
	handout.Print(s.kit, s.sheetName()+".pdf", func(ctx context.Context) (*app.Printable, error) { return s.kit.Workspace.RankingPages(ctx, h) })
}

func (s *Screen) save(format string) {
	h := s.handout(format)
	handout.Save(s.kit, s.sheetName()+"."+format, func(ctx context.Context, path string) error {
		h.Path = path
		return s.kit.Workspace.WriteRanking(ctx, h)
	})
}

func (s *Screen) savePicture() {
	r := app.PictureRequest{Program: s.place.Program.Key, Month: s.place.Month, Scheme: s.scheme, Layout: s.layout}
	handout.Save(s.kit, s.sheetName()+".png", func(ctx context.Context, path string) error {
		r.Path = path
		return s.kit.Workspace.WritePicture(ctx, r)
	})
}

// EditFormats opens the formats and takes in what has become of them.
func (s *Screen) EditFormats() {
	if s.place.Program == nil {
		return
	}
	formats.Show(s.kit, s.place, s.scheme, s.layout, func(chosen string) {
		s.layout = chosen
		s.Load(s.place)
	})
}

// schemeName is the name of the scheme that is handed out.
func (s *Screen) schemeName() string {
	key := s.scheme
	if f := s.format(s.formatChoice.SelectedIndex()); f != nil && f.Terms.Scheme != "" {
		key = f.Terms.Scheme
	}
	if scheme := s.place.Program.Scheme(key); scheme != nil {
		return scheme.Name
	}
	return ""
}

// sheetName proposes a file's name without its ending.
func (s *Screen) sheetName() string {
	name := s.name("ranking.file")
	if f := s.format(s.formatChoice.SelectedIndex()); f != nil {
		name += " " + f.Name
	}
	return name
}
