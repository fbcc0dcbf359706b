package entry

import (
	"context"

	"yueping/views/handout"
)

// askImport asks the window for files to take in.
func (s *Screen) askImport() {
	if s.kit.Import != nil {
		s.kit.Import()
	}
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
