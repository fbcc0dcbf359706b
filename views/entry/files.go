package entry

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"yueping/app"
	"yueping/views/dialogs"
	"yueping/views/handout"
	"yueping/views/kit"
)

// cellsShown is how many cells a preview names of each kind.
const cellsShown = 50

// Import asks for a workbook, shows what it would bring, and stores it on a yes.
func (s *Screen) Import() {
	if s.place.Program == nil || !s.Leave() {
		return
	}
	place := s.place
	dialogs.Files{Window: s.kit.Window, Title: s.kit.T("entry.import_title"), Kind: s.kit.T("file.kind_workbook"),
		Extensions: []string{".xlsx"}, Failed: s.kit.Fail,
		Chosen: func(path string) {
			s.readImport(app.ImportRequest{Program: place.Program.Key, Month: place.Month, Path: path}, nil)
		}}.Open()
}

// readImport reads a file; asked are the indicators about whose unit somebody was asked already.
func (s *Screen) readImport(request app.ImportRequest, asked []string) {
	kit.Background(s.kit, func(ctx context.Context) (*app.Import, error) {
		return s.kit.Workspace.ReadImport(ctx, request)
	}, func(i *app.Import) {
		for _, t := range i.Thousandfold {
			if !slices.Contains(asked, t.Indicator.Key) {
				s.askThousandfold(request, append(asked, t.Indicator.Key), t)
				return
			}
		}
		s.preview(i)
	})
}

// askThousandfold asks about values that look like those of a unit a thousand times smaller, showing one
// of them. Nothing is divided without a yes; a no leaves them among the refused cells, each to be looked at.
func (s *Screen) askThousandfold(request app.ImportRequest, asked []string, found app.ImportThousandfold) {
	ind, example := found.Indicator, found.Example
	text := s.kit.T("import.thousandfold", "indicator", ind.Name, "measure", ind.Measure, "small", smaller(ind.Measure), "count", found.Count,
		"sheet", example.Sheet, "at", example.At, "found", example.Found)
	label := kit.Narrow(440, kit.Wrapped(text))
	d := dialog.NewCustomWithoutButtons(s.kit.T("import.thousandfold_title", "indicator", ind.Name), label, s.kit.Window)
	answer := func(divide bool) func() {
		return func() {
			d.Hide()
			if divide {
				request.Thousandths = append(request.Thousandths, ind.Key)
			}
			s.readImport(request, asked)
		}
	}
	no := s.kit.Button(s.kit.T("import.thousandfold_no"), nil, answer(false))
	yes := s.kit.Button(s.kit.T("import.thousandfold_yes", "small", smaller(ind.Measure)), nil, answer(true))
	d.SetButtons([]fyne.CanvasObject{no, yes})
	d.Show()
	s.kit.Window.Canvas().Focus(no) // Enter divides nothing
}

// smaller is the unit of a thousandth: μg/m³ for mg/m³.
func smaller(measure string) string {
	if rest, milli := strings.CutPrefix(measure, "m"); milli {
		return "μ" + rest
	}
	return measure + "/1000"
}

// preview says what a workbook would change before anything does.
func (s *Screen) preview(i *app.Import) {
	words := []string{s.kit.T("import.preview", "file", i.File, "program", i.Program.Name, "month", app.MonthWords(s.kit.Text, i.Month),
		"new", i.New, "changed", i.Changed, "unchanged", i.Unchanged, "blank", i.Blank)}
	if days := i.Days(); days > 0 {
		words = append(words, s.kit.T("import.days", "count", days))
	}
	if i.Divided > 0 {
		words = append(words, s.kit.T("import.divided", "count", i.Divided, "rounded", len(i.Rounded)))
	}
	if len(i.Refused) > 0 {
		words = append(append(words, s.kit.T("import.refused_cells", "count", len(i.Refused))), s.cells(i.Refused)...)
		s.kit.Tell(s.kit.T("entry.import_title"), strings.Join(words, "\n"))
		return
	}
	if len(i.Left) > 0 {
		words = append(append(words, s.kit.T("import.left_out", "count", len(i.Left))), s.cells(i.Left)...)
	}
	if i.New+i.Changed == 0 {
		s.kit.Tell(s.kit.T("entry.import_title"), strings.Join(append(words, s.kit.T("import.nothing")), "\n"))
		return
	}
	text := container.NewVScroll(kit.Wrapped(strings.Join(words, "\n")))
	text.SetMinSize(fyne.NewSize(480, 140))
	dialog.ShowCustomConfirm(s.kit.T("entry.import_title"), s.kit.T("import.store"), s.kit.T("dialog.cancel"), text, func(yes bool) {
		if yes {
			s.storeImport(i)
		}
	}, s.kit.Window)
}

// cells names cells that were not read, with the reasons.
func (s *Screen) cells(list []app.ImportRefusal) []string {
	var words []string
	for _, r := range list[:min(len(list), cellsShown)] {
		words = append(words, s.kit.T("import.refusal", "sheet", r.Sheet, "at", r.At, "found", r.Found, "reason", s.kit.Sentence(r.Reason)))
	}
	return words
}

// storeImport stores a file's values, and shows those of days where it brought some.
func (s *Screen) storeImport(i *app.Import) {
	kit.Background(s.kit, func(ctx context.Context) (app.Result, error) {
		return s.kit.Workspace.StoreImport(ctx, i, app.ImportChoice{})
	}, func(r app.Result) {
		s.kit.Say(s.kit.T("import.stored", "new", r.New, "changed", r.Changed))
		if i.Days() > 0 && !s.view.days && s.place.Program.Key == i.Program.Key {
			v := s.view
			v.days = true
			s.look(v)
		}
	})
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
