package app

import (
	"bytes"
	"context"
	"io"
	"maps"
	"slices"

	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/models"
)

// WriteRefused writes the rows that an import refused as a workbook to be mended and imported again: of every
// sheet the titles and the header as they stood and the refused rows with all their cells, the refused ones
// coloured, and beside them where they stood, why they were refused and what to do. What is refused of a
// sheet or a column as a whole is listed on a sheet of its own.
func (w *Workspace) WriteRefused(ctx context.Context, i *Import, path string) error {
	roster, err := w.Roster(ctx, i.Program.Key, i.Month)
	if err != nil {
		return err
	}
	h := handback{workspace: w, roster: roster, of: i}
	copies := h.copies()
	var content bytes.Buffer
	if err := workbook.WriteCopies(&content, w.text.T("refused.title", "file", i.File), w.text.T("app.name"), copies, w.clock()); err != nil {
		return err
	}
	return WriteFile(path, func(out io.Writer) error {
		_, err := out.Write(content.Bytes())
		return err
	})
}

// handback puts together what an import hands back.
type handback struct {
	workspace *Workspace
	roster    *models.Roster
	of        *Import
}

func (h *handback) copies() []workbook.Copy {
	rows := map[string]map[int][]ImportRefusal{}
	var others []ImportRefusal
	for _, r := range h.of.Refused {
		switch {
		case r.Row == 0 || h.sheet(r.Sheet) == nil:
			others = append(others, r)
		case rows[r.Sheet] == nil:
			rows[r.Sheet] = map[int][]ImportRefusal{r.Row: {r}}
		default:
			rows[r.Sheet][r.Row] = append(rows[r.Sheet][r.Row], r)
		}
	}
	var result []workbook.Copy
	if h.of.Book != nil {
		for n := range h.of.Book.Sheets {
			if s := &h.of.Book.Sheets[n]; len(rows[s.Name]) > 0 {
				result = append(result, h.copy(s, rows[s.Name]))
			}
		}
	}
	if len(others) > 0 || len(result) == 0 {
		result = append(result, h.list(others))
	}
	return result
}

func (h *handback) sheet(name string) *workbook.ReadSheet {
	if h.of.Book == nil {
		return nil
	}
	for n := range h.of.Book.Sheets {
		if h.of.Book.Sheets[n].Name == name {
			return &h.of.Book.Sheets[n]
		}
	}
	return nil
}

// copy is a sheet with its head and its refused rows.
func (h *handback) copy(s *workbook.ReadSheet, refused map[int][]ImportRefusal) workbook.Copy {
	numbers := slices.Sorted(maps.Keys(refused))
	layout := h.of.Layout.Sheet(s.Name)
	if layout == nil {
		layout = &intake.SheetLayout{}
	}
	head := min(max(layout.First-1, 0), numbers[0]-1, len(s.Rows))
	c := workbook.Copy{Name: s.Name, Head: head, Hidden: s.HiddenColumns}
	width := 0
	for n, row := range s.Rows {
		if n < head || refused[n+1] != nil {
			width = max(width, len(row))
		}
	}
	for n := range head {
		c.Rows = append(c.Rows, copied(s.Rows[n], width))
	}
	for _, m := range s.Merges {
		if m.Bottom <= head {
			c.Merges = append(c.Merges, m)
		}
	}
	if head > 0 {
		for _, header := range []string{intake.PlaceHeader, intake.ReasonHeader, intake.AdviceHeader} {
			c.Rows[head-1] = append(c.Rows[head-1], workbook.CopyCell{ReadCell: workbook.ReadCell{Text: header}})
		}
	}
	units := h.units(s.Name)
	for _, n := range numbers {
		row := copied(s.Rows[n-1], width)
		h.complete(s, layout, row, n, units[n])
		c.Rows = append(c.Rows, h.explained(row, refused[n]))
	}
	return c
}

// list is a sheet of what stands in no row.
func (h *handback) list(refused []ImportRefusal) workbook.Copy {
	text := func(lines ...string) []workbook.CopyCell {
		cells := make([]workbook.CopyCell, len(lines))
		for i, line := range lines {
			cells[i].Text, cells[i].Wide = line, i > 0
		}
		return cells
	}
	t := h.workspace.text
	c := workbook.Copy{Name: t.T("refused.list"), Head: 1, Rows: [][]workbook.CopyCell{
		text(intake.PlaceHeader, t.T("refused.found"), intake.ReasonHeader, intake.AdviceHeader)}}
	for _, r := range refused {
		place, reason, advice := h.words(r)
		c.Rows = append(c.Rows, text(place, r.Found, reason, advice))
	}
	return c
}
