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
	s.writePapers(s.kit.T("board.papers_file_of", "unit", app.FullName(l.Name, l.County), "month", app.MonthWords(s.kit.Text, s.place.Month)), []string{l.Unit.Key})
}

func (s *Screen) writePapers(name string, units []string) {
	p := s.place
	handout.Save(s.kit, name+".pdf", func(ctx context.Context, path string) error {
		return s.kit.Workspace.WritePapers(ctx, app.PapersRequest{Program: p.Program.Key, Month: p.Month, Units: units, Path: path})
	})
}

// Print prints the board as it is filtered, or the calculation that is shown.
func (s *Screen) Print() {
	if s.calculation.pane.Shown() {
		s.calculation.pane.Print()
		return
	}
	if s.sheet != nil && s.data.board != nil {
		handout.Print(s.kit, s.name("board.file")+".pdf", s.writeBoard())
	}
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
	p := s.place
	var f app.BoardFilter
	if len(s.sheet.lines) < len(s.data.lines) {
		for _, l := range s.sheet.lines {
			f.Units = append(f.Units, l.Unit.Key)
		}
	}
	return func(ctx context.Context, path string) error {
		return s.kit.Workspace.WriteBoard(ctx, p.Program.Key, p.Month, f, path)
	}
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
