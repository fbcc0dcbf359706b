package workbook

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// headerRow is the last row of the table's header: under the title and the mark, and under the captions
// of groups, where there are any.
func (w *sheetWriter) headerRow() int {
	row := 1
	for _, line := range []string{w.sheet.Title, w.sheet.Mark} {
		if line != "" {
			row++
		}
	}
	if w.grouped() {
		row++
	}
	return row
}

func (w *sheetWriter) grouped() bool {
	for _, c := range w.sheet.Columns {
		if c.Group != "" {
			return true
		}
	}
	return false
}

func (w *sheetWriter) head() error {
	if w.sheet.Title != "" {
		lines := math.Ceil(cellsWide(w.sheet.Title) * titleScale / max(w.tableWidth(), 10))
		if err := w.wide(w.sheet.Title, roleTitle, (8+22*lines)*w.scale); err != nil {
			return err
		}
	}
	if w.sheet.Mark != "" {
		if err := w.wide(w.sheet.Mark, roleMark, 18*w.scale); err != nil {
			return err
		}
	}
	titles := make([]string, len(w.sheet.Columns))
	for i, c := range w.sheet.Columns {
		titles[i] = c.Title
	}
	if !w.grouped() {
		return w.header(titles, w.headerHeight())
	}
	captions := make([]string, len(titles))
	for i, c := range w.sheet.Columns {
		if captions[i] = c.Group; c.Group == "" {
			captions[i], titles[i] = c.Title, ""
		}
	}
	if err := w.header(captions, (7+lineHeight)*w.scale); err != nil {
		return err
	}
	if err := w.header(titles, w.headerHeight()); err != nil {
		return err
	}
	return w.mergeCaptions()
}

func (w *sheetWriter) header(titles []string, height float64) error {
	style, err := w.looks.whole(roleHeader)
	if err != nil {
		return err
	}
	cells := make([]any, len(titles))
	for i, title := range titles {
		cells[i] = excelize.Cell{StyleID: style, Value: title}
		if title == "" {
			cells[i] = excelize.Cell{StyleID: style}
		}
	}
	return w.setRow(cells, height)
}

// mergeCaptions merges a group's caption over its columns, and a title without a group over both rows.
func (w *sheetWriter) mergeCaptions() error {
	columns := w.sheet.Columns
	for from := 0; from < len(columns); {
		to, top, bottom := from+1, w.row-1, w.row
		if group := columns[from].Group; group != "" {
			for bottom = top; to < len(columns) && columns[to].Group == group; to++ {
			}
		}
		if to > from+1 || bottom > top {
			if err := w.stream.MergeCell(cellName(from+1, top), cellName(to, bottom)); err != nil {
				return err
			}
		}
		from = to
	}
	return nil
}

// headerHeight is that of the most lines that a title takes in its column, in points.
func (w *sheetWriter) headerHeight() float64 {
	most := 1
	for i, c := range w.sheet.Columns {
		if c.Hidden {
			continue
		}
		lines := linesOf(c.Title, w.widths[i]/w.scale)
		if w.grouped() && c.Group == "" {
			lines-- // the row of the captions takes one
		}
		most = max(most, lines)
	}
	return (7 + lineHeight*float64(most)) * w.scale
}

// rowPoints is the height of a row of the table, from 0. A form leaves room for what is written by hand.
func (w *sheetWriter) rowPoints(row int) float64 {
	height := float64(lineHeight)
	if lines := w.tall[row]; lines > 1 {
		height = 2 + 14*float64(lines)
	}
	if w.sheet.Form {
		height += 5
	}
	return height * w.scale
}

func (w *sheetWriter) notes() error {
	line := max(w.tableWidth()-2, 10)
	for _, note := range w.sheet.Notes {
		for _, part := range parts(note, line*noteLines) {
			lines := 1 + int(cellsWide(part)/line)
			if err := w.wide(part, roleNote, 16*w.scale*float64(lines)); err != nil {
				return err
			}
		}
	}
	return nil
}

// noteLines is how many lines of a note stand in one row. Excel's rows are at most 409 points high,
// and no page break falls inside one.
const noteLines = 20

// parts cuts a text that is wider than a row takes, after the last mark that still fits.
func parts(text string, widest float64) []string {
	var result []string
	start, mark, used := 0, 0, 0.0
	for i, r := range text {
		wide := runeWide(r)
		if used+wide > widest {
			if mark <= start {
				mark = i
			}
			result = append(result, text[start:mark])
			start, used = mark, cellsWide(text[mark:i])
		}
		used += wide
		if strings.ContainsRune("、，；。 ", r) {
			mark = i + utf8.RuneLen(r)
		}
	}
	return append(result, text[start:])
}
