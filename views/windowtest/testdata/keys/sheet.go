package main

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"yueping/views/grid"
)

// rowHeight is near that of the grid's rows.
const rowHeight = 22

// sheet is the data that both show.
type sheet struct {
	columns []grid.Column
	cells   [][]string
}

func newSheet(rows, cols int) *sheet {
	s := &sheet{}
	for col := range cols {
		s.columns = append(s.columns, grid.Column{Key: strconv.Itoa(col), Title: fmt.Sprint("指标", col+1), Width: width, Align: fyne.TextAlignTrailing})
	}
	for row := range rows {
		line := make([]string, cols)
		for col := range line {
			line[col] = fmt.Sprintf("%d.%02d", row, col)
		}
		s.cells = append(s.cells, line)
	}
	return s
}

func (s *sheet) Rows() int              { return len(s.cells) }
func (s *sheet) Columns() []grid.Column { return s.columns }
func (s *sheet) HeaderColumns() []grid.Column {
	return []grid.Column{{Title: "序号", Sample: "99999"}}
}
func (s *sheet) RowHeader(row int) []string { return []string{strconv.Itoa(row + 1)} }
func (s *sheet) Cell(row, col int) grid.Cell {
	return grid.Cell{Text: s.cells[row][col], EditText: s.cells[row][col]}
}
func (s *sheet) Edit(_ grid.EditKind, edits []grid.Edit) error {
	for _, e := range edits {
		s.cells[e.Row][e.Col] = e.Text
	}
	return nil
}
