package entry

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"yueping/app"
	"yueping/views/dialogs"
	"yueping/views/handout"
	"yueping/views/kit"
)

// refusalsShown is how many refused cells a preview names.
const refusalsShown = 50

// Import asks for a workbook, shows what it would bring, and stores it on a yes.
func (s *Screen) Import() {
	if s.place.Program == nil || !s.Leave() {
		return
	}
	place := s.place
	dialogs.Files{Window: s.kit.Window, Title: s.kit.T("entry.import_title"), Kind: s.kit.T("file.kind_workbook"),
		Extensions: []string{".xlsx"}, Failed: s.kit.Fail,
		Chosen: func(path string) {
			kit.Background(s.kit, func(ctx context.Context) (*app.Import, error) {
				return s.kit.Workspace.ReadImport(ctx, place.Program.Key, place.Month, path)
			}, s.preview)
		}}.Open()
}

// preview says what a workbook would change before anything does.
func (s *Screen) preview(i *app.Import) {
	words := []string{s.kit.T("import.preview", "file", i.File, "program", i.Program.Name, "month", app.MonthWords(s.kit.Text, i.Month),
		"new", i.New, "changed", i.Changed, "unchanged", i.Unchanged, "blank", i.Blank)}
	if len(i.Refused) > 0 {
		words = append(words, s.kit.T("import.refused_cells", "count", len(i.Refused)))
		for _, r := range i.Refused[:min(len(i.Refused), refusalsShown)] {
			words = append(words, s.kit.T("import.refusal", "sheet", r.Sheet, "at", r.At, "found", r.Found, "reason", s.kit.Sentence(r.Reason)))
		}
		s.kit.Tell(s.kit.T("entry.import_title"), strings.Join(words, "\n"))
		return
	}
	if i.New+i.Changed == 0 {
		s.kit.Tell(s.kit.T("entry.import_title"), strings.Join(append(words, s.kit.T("import.nothing")), "\n"))
		return
	}
	text := container.NewVScroll(kit.Wrapped(strings.Join(words, "\n")))
	text.SetMinSize(fyne.NewSize(480, 140))
	dialog.ShowCustomConfirm(s.kit.T("entry.import_title"), s.kit.T("import.store"), s.kit.T("dialog.cancel"), text, func(yes bool) {
		if !yes {
			return
		}
		kit.Background(s.kit, func(ctx context.Context) (app.Result, error) {
			return s.kit.Workspace.StoreImport(ctx, i, "", "")
		}, func(r app.Result) {
			s.kit.Say(s.kit.T("import.stored", "new", r.New, "changed", r.Changed))
		})
	}, s.kit.Window)
}

// Export writes the month into a workbook that import reads back.
func (s *Screen) Export() {
	if s.place.Program == nil || !s.Leave() {
		return
	}
	place := s.place
	name := s.kit.T("entry.export_name", "program", place.Program.Name, "month", place.Month.String())
	handout.Save(s.kit, name, func(ctx context.Context, path string) error {
		return s.kit.Workspace.WriteExport(ctx, place.Program.Key, place.Month, path)
	})
}
