package bulletin

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yueping/app"
	"yueping/models"
	"yueping/views/find"
	"yueping/views/handout"
	"yueping/views/kit"
	"yueping/views/parts"
)

// slips are the ways in which the 反馈单 go out: those of all units, or that of one.
func (s *Screen) slips() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		s.needing(&s.ofData, s.action("bulletin.slips_all", theme.DocumentPrintIcon(), func() { s.showSlips(s.name("slip.file")) })),
		beside(s.needing(&s.ofData, s.action("bulletin.slips_save", theme.DocumentSaveIcon(), s.saveSlips)),
			s.needing(&s.ofData, s.action("bulletin.slips_one", theme.SearchIcon(), s.askSlip))),
	}
}

func (s *Screen) slipRequest(units ...string) app.SlipRequest {
	return app.SlipRequest{Program: s.place.Program.Key, Month: s.place.Month, Units: units}
}

// showSlips shows the slips of some units as they print, of all where none is named.
func (s *Screen) showSlips(name string, units ...string) {
	r := s.slipRequest(units...)
	handout.Print(s.kit, name+".pdf", func(ctx context.Context) (*app.Printable, error) { return s.kit.Workspace.SlipPages(ctx, r) })
}

func (s *Screen) saveSlips() {
	r := s.slipRequest()
	handout.Save(s.kit, s.name("slip.file")+".pdf", func(ctx context.Context, path string) error {
		r.Path = path
		return s.kit.Workspace.WriteSlips(ctx, r)
	})
}

// askSlip shows the slip of a unit that is asked for.
func (s *Screen) askSlip() {
	p, name := s.place, s.name("slip.file")
	kit.Background(s.kit, func(ctx context.Context) (*models.Roster, error) {
		return s.kit.Workspace.Roster(ctx, p.Program.Key, p.Month)
	}, func(roster *models.Roster) {
		parts.AskUnit(s.kit, find.NewIndex(roster), nil, func(unit string) {
			s.showSlips(name+" "+app.FullName(roster.Name(unit), roster.County(unit)), unit)
		})
	})
}
