package workbook

import (
	"io"
	"time"

	"github.com/xuri/excelize/v2"
)

// Copy is a sheet that hands rows of another workbook back: their titles and header as they stood, and some
// of the rows. Numbers stay numbers, rates per cent.
type Copy struct {
	Name   string
	Head   int // rows of titles and header at the top, which stay in sight
	Rows   [][]CopyCell
	Merges []Area       // in the rows of this sheet
	Hidden map[int]bool // columns, from 1
}

// CopyCell is a cell as it was read; the marked ones are coloured, the wide ones wrapped.
type CopyCell struct {
	ReadCell
	Marked, Wide bool
}

// WriteCopies writes a workbook of copies.
func WriteCopies(out io.Writer, title, creator string, copies []Copy, at time.Time) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	stamp := at.UTC().Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{Title: title, Creator: creator, LastModifiedBy: creator, Created: stamp, Modified: stamp}); err != nil {
		return err
	}
	sheets := make([]Sheet, len(copies))
	for i, c := range copies {
		sheets[i].Name = c.Name
	}
	for i, name := range sheetNames(sheets) {
		if i == 0 {
			err = f.SetSheetName("Sheet1", name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err != nil {
			return err
		}
		w := copyWriter{file: f, sheet: copies[i], styles: map[copyStyle]int{}}
		if err := w.write(name); err != nil {
			return err
		}
	}
	return f.Write(out)
}

type copyWriter struct {
	file   *excelize.File
	sheet  Copy
	styles map[copyStyle]int
}

// copyStyle is how a copied cell looks.
type copyStyle struct {
	head, marked, wide, percent bool
	places                      int // decimals of a rate per cent
}

func (w *copyWriter) write(name string) error {
	stream, err := w.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, width := range w.widths() {
		if err := stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
		if w.sheet.Hidden[i+1] {
			if err := stream.SetColVisible(i+1, i+1, false); err != nil {
				return err
			}
		}
	}
	if h := w.sheet.Head; h > 0 {
		if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: h, TopLeftCell: cellName(1, h+1), ActivePane: "bottomLeft"}); err != nil {
			return err
		}
	}
	for i, row := range w.sheet.Rows {
		cells := make([]any, len(row))
		for j, c := range row {
			if cells[j], err = w.cell(c, i < w.sheet.Head); err != nil {
				return err
			}
		}
		if err := stream.SetRow(cellName(1, i+1), cells); err != nil {
			return err
		}
	}
	for _, m := range w.sheet.Merges {
		if err := stream.MergeCell(cellName(m.Left, m.Top), cellName(m.Right, m.Bottom)); err != nil {
			return err
		}
	}
	return stream.Flush()
}

// errorTexts are what a formula may give instead of a value.
var errorTexts = map[string]bool{"#N/A": true, "#DIV/0!": true, "#VALUE!": true, "#REF!": true, "#NAME?": true, "#NUM!": true, "#NULL!": true}

func (w *copyWriter) cell(c CopyCell, head bool) (excelize.Cell, error) {
	look := copyStyle{head: head, marked: c.Marked, wide: c.Wide}
	if c.Number != nil && c.Percent {
		look.percent, look.places = true, max(c.Number.Places()-2, 0)
	}
	style, err := w.style(look)
	if err != nil {
		return excelize.Cell{}, err
	}
	switch {
	case c.Fault != nil && errorTexts[c.Text]:
		// As text it might be taken for a word that stands for no value.
		return excelize.Cell{StyleID: style, Formula: c.Text}, nil
	case c.Fault != nil && c.Text == "":
		// A formula would name other cells here.
		if formula, is := c.Fault.Args["formula"].(string); is {
			return excelize.Cell{StyleID: style, Value: "=" + formula}, nil
		}
	}
	return excelize.Cell{StyleID: style, Value: value(&Cell{Text: c.Text, Number: c.Number}, &Column{Percent: c.Percent})}, nil
}

func (w *copyWriter) style(look copyStyle) (int, error) {
	if id, known := w.styles[look]; known {
		return id, nil
	}
	style := excelize.Style{Font: &excelize.Font{Size: 11, Family: "宋体", Bold: look.head}, Border: thin(),
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: look.head || look.wide}}
	if look.head {
		style.Alignment.Horizontal = "center"
	}
	if look.percent {
		format := numberFormat(&Column{Percent: true, Decimals: look.places})
		style.CustomNumFmt = &format
	}
	if look.marked {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFD9CC"}}
	}
	id, err := w.file.NewStyle(&style)
	w.styles[look] = id
	return id, err
}

// widths are what the cells need, titles that are merged over several columns aside.
func (w *copyWriter) widths() []float64 {
	var result []float64
	for i, row := range w.sheet.Rows {
		for len(result) < len(row) {
			result = append(result, 8)
		}
		for j, c := range row {
			switch {
			case c.Wide:
				result[j] = wideColumn
			case i >= w.sheet.Head-1:
				result[j] = max(result[j], min(cellsWide(c.Shown())+3, 48))
			}
		}
	}
	return result
}

// wideColumn is the width of a column of sentences.
const wideColumn = 48
