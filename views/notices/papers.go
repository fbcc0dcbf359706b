package notices

import (
	"context"

	"yueping/app"
	"yueping/views/find"
	"yueping/views/handout"
	"yueping/views/kit"
	"yueping/views/parts"
)

// Papers writes all papers of the month into one PDF, in the details those of the unit.
func (s *Screen) Papers() {
	if s.place.Program == nil {
		return
	}
	switch {
	case len(s.place.Program.Rules) > 0 && s.data.place != s.place:
		s.papersWanted = true // the month is still being read
	case s.data.board == nil || !s.data.board.Month.Table.Has():
		s.kit.Say(s.kit.T("board.no_papers_now"))
	case s.details.shown():
		s.details.papersOfUnit()
	default:
		s.writePapers(s.name("board.papers_file"), nil)
	}
}

// papersOfChosen writes those of the chosen unit.
func (s *Screen) papersOfChosen() {
	if l := s.data.find(s.table.Selected()); l != nil {
		s.papersOf(l)
		return
	}
	s.kit.Say(s.kit.T("board.choose_unit"))
}

func (s *Screen) papersOf(l *line) {
	if len(l.matters) == 0 {
		s.kit.Say(s.kit.T("board.no_papers", "unit", app.FullName(l.Name, l.County)))
		return
	}
	s.writePapers(s.papersName(l), []string{l.Unit.Key})
}

func (s *Screen) papersName(l *line) string {
	return s.kit.T("board.papers_file_of", "unit", app.FullName(l.Name, l.County), "month", app.MonthWords(s.kit.Text, s.place.Month))
}

func (s *Screen) writePapers(name string, units []string) {
	p := s.place
	handout.Save(s.kit, name+".pdf", func(ctx context.Context, path string) error {
		return s.kit.Workspace.WritePapers(ctx, app.PapersRequest{Program: p.Program.Key, Month: p.Month, Units: units, Path: path})
	})
}

// Print shows what is looked at as it prints: a calculation, in the details the papers of the unit, else the
// board as it is filtered.
func (s *Screen) Print() {
	switch {
	case s.calculation.pane.Shown():
		s.calculation.pane.Print()
	case s.data.board == nil:
	case s.details.shown():
		s.printPapers()
	case s.sheet != nil:
		p, f, w := s.place, s.filtered(), s.kit.Workspace
		handout.Print(s.kit, s.name("board.file")+".pdf", func(ctx context.Context) (*app.Printable, error) {
			return w.BoardPages(ctx, p.Program.Key, p.Month, f)
		})
	}
}

// printPapers shows those of the unit of the details, with what is typed in them.
func (s *Screen) printPapers() {
	l := s.data.find(s.details.unit())
	if l == nil || !s.details.commit() {
		return
	}
	if len(l.matters) == 0 {
		s.kit.Say(s.kit.T("board.no_papers", "unit", app.FullName(l.Name, l.County)))
		return
	}
	r, w := app.PapersRequest{Program: s.place.Program.Key, Month: s.place.Month, Units: []string{l.Unit.Key}}, s.kit.Workspace
	handout.Print(s.kit, s.papersName(l)+".pdf", func(ctx context.Context) (*app.Printable, error) { return w.PaperPages(ctx, r) })
}

// Export writes it into a PDF.
func (s *Screen) Export() {
	if s.calculation.pane.Shown() {
		s.calculation.pane.Save()
		return
	}
	if s.sheet != nil && s.data.board != nil {
		handout.Save(s.kit, s.name("board.file")+".pdf", s.writeBoard())
	}
}

func (s *Screen) writeBoard() handout.Write {
	p, f := s.place, s.filtered()
	return func(ctx context.Context, path string) error {
		return s.kit.Workspace.WriteBoard(ctx, p.Program.Key, p.Month, f, path)
	}
}

// filtered is the units that the board shows now.
func (s *Screen) filtered() app.BoardFilter {
	var f app.BoardFilter
	if len(s.sheet.lines) < len(s.data.lines) {
		for _, l := range s.sheet.lines {
			f.Units = append(f.Units, l.Unit.Key)
		}
	}
	return f
}

// name proposes a file name.
func (s *Screen) name(key string) string {
	return s.kit.T(key, "program", s.place.Program.Name, "month", app.MonthWords(s.kit.Text, s.place.Month))
}

// Find asks for a unit and chooses its row.
func (s *Screen) Find() {
	p := s.place
	if p.Program == nil || !s.Leave() {
		return
	}
	kit.Background(s.kit, func(ctx context.Context) (*find.Index, error) {
		roster, err := s.kit.Workspace.Roster(ctx, p.Program.Key, p.Month)
		if err != nil {
			return nil, err
		}
		return find.NewIndex(roster), nil
	}, func(index *find.Index) {
		parts.AskUnit(s.kit, index, nil, func(unit string) {
			s.Reveal(unit, "")
			s.kit.Window.Canvas().Focus(s.Focus())
		})
	})
}
