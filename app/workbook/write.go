package workbook

import (
	"io"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"
)

// Write writes a workbook. It refuses what a workbook cannot hold: book.too_many_rows,
// book.too_many_columns and book.long_text.
func Write(out io.Writer, book Book, at time.Time) (err error) {
	names := sheetNames(book.Sheets)
	for i := range book.Sheets {
		if err := fits(&book.Sheets[i], names[i]); err != nil {
			return err
		}
	}
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	extensions := map[string]string{}
	f.SetZipWriter(func(out io.Writer) excelize.ZipWriter { return newPacker(out, extensions) })
	stamp := at.UTC().Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{Title: book.Title, Subject: book.Subject, Creator: book.Creator, LastModifiedBy: book.Creator, Created: stamp, Modified: stamp}); err != nil {
		return err
	}
	palette := newPalette(f)
	for i := range book.Sheets {
		if i == 0 {
			err = f.SetSheetName("Sheet1", names[i])
		} else {
			_, err = f.NewSheet(names[i])
		}
		if err != nil {
			return err
		}
		w := newSheetWriter(f, palette, &book.Sheets[i], names[i])
		w.number = i + 1
		if err := w.write(book.Watermark); err != nil {
			return err
		}
		extensions["xl/worksheets/sheet"+strconv.Itoa(w.number)+".xml"] = w.extension
	}
	if err := writeKeys(f, book.Keys); err != nil {
		return err
	}
	return f.Write(out)
}

type sheetWriter struct {
	file   *excelize.File
	name   string
	sheet  *Sheet
	looks  *looks
	scale  float64     // of heights and widths against letters of 11 points
	widths []float64   // of the columns, in characters
	tall   map[int]int // lines of the rows, from 0, that take more than one
	stream *excelize.StreamWriter
	row    int       // the last one written
	points []float64 // heights of the rows

	number    int    // of the sheet in its book, from 1
	extension string // what the stream leaves out of the sheet
}

func newSheetWriter(f *excelize.File, p *palette, s *Sheet, name string) *sheetWriter {
	w := &sheetWriter{file: f, name: name, sheet: s, scale: 1, tall: map[int]int{}}
	if s.Letters > 0 {
		w.scale = s.Letters / letterSize
	}
	w.fitWidths()
	w.looks = newLooks(p, w)
	return w
}

func (w *sheetWriter) write(watermark []byte) error {
	var err error
	// The stream copies the sheet's settings when it begins.
	if err = w.setUp(watermark); err != nil {
		return err
	}
	if err = w.lock(); err != nil {
		return err
	}
	if w.stream, err = w.file.NewStreamWriter(w.name); err != nil {
		return err
	}
	if err := w.columns(); err != nil {
		return err
	}
	header := w.headerRow()
	for _, step := range []func() error{func() error { return w.panes(header) }, w.head, w.body, w.notes, w.bars} {
		if err := step(); err != nil {
			return err
		}
	}
	table := w.row
	charts, err := w.charts(header)
	if err != nil {
		return err
	}
	if err := w.stream.Flush(); err != nil {
		return err
	}
	if w.sheet.OnePage {
		for _, c := range charts {
			table = c.bottom
		}
		charts = nil
	}
	return w.printNames(header, table, charts)
}

// columns sets their widths. The library writes the last one first.
func (w *sheetWriter) columns() error {
	for i := len(w.widths); i > 0; i-- {
		if err := w.stream.SetColWidth(i, i, w.widths[i-1]); err != nil {
			return err
		}
		if w.sheet.Columns[i-1].Hidden {
			if err := w.stream.SetColVisible(i, i, false); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *sheetWriter) body() error {
	cells := make([]any, len(w.sheet.Columns))
	held := make([]excelize.Cell, len(w.sheet.Columns))
	for i := range cells {
		cells[i] = &held[i]
	}
	for n, row := range w.sheet.Rows {
		for i := range row {
			style, err := w.looks.cell(i, &row[i])
			if err != nil {
				return err
			}
			held[i] = excelize.Cell{StyleID: style, Value: value(&row[i], &w.sheet.Columns[i])}
		}
		if err := w.setRow(cells[:len(row)], w.rowPoints(n)); err != nil {
			return err
		}
	}
	return nil
}

// wide writes one text over the whole width of the table.
func (w *sheetWriter) wide(text string, role role, height float64) error {
	style, err := w.looks.whole(role)
	if err != nil {
		return err
	}
	cells := make([]any, max(len(w.sheet.Columns), 1))
	for i := range cells {
		cells[i] = excelize.Cell{StyleID: style}
	}
	cells[0] = excelize.Cell{StyleID: style, Value: text}
	if err := w.setRow(cells, height); err != nil {
		return err
	}
	if len(cells) == 1 {
		return nil
	}
	return w.stream.MergeCell(cellName(1, w.row), cellName(len(cells), w.row))
}

// setRow writes the next row. The height is left out where it is the sheet's own, except beside charts: some
// programs would fit the rows to their letters, and the charts would cover others.
func (w *sheetWriter) setRow(cells []any, height float64) error {
	w.row++
	height = min(height, highestRow)
	w.points = append(w.points, height)
	if height == w.line() && len(w.sheet.Charts) == 0 {
		return w.stream.SetRow(cellName(1, w.row), cells)
	}
	return w.stream.SetRow(cellName(1, w.row), cells, excelize.RowOpts{Height: height})
}

// line is the height of a row of one line, in points.
func (w *sheetWriter) line() float64 { return lineHeight * w.scale }

func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "A1"
	}
	return name
}
