package workbook

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"

	"yueping/models/number"
)

// exactDigits is how many significant digits a workbook's binary doubles keep; longer numbers are
// written as text, digit by digit.
const exactDigits = 15

const a4 = 9

// Write writes a workbook.
func Write(out io.Writer, book Book, at time.Time) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	stamp := at.UTC().Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{Title: book.Title, Subject: book.Subject, Creator: book.Creator, LastModifiedBy: book.Creator, Created: stamp, Modified: stamp}); err != nil {
		return err
	}
	names := sheetNames(book.Sheets)
	for i, s := range book.Sheets {
		if i == 0 {
			err = f.SetSheetName("Sheet1", names[i])
		} else {
			_, err = f.NewSheet(names[i])
		}
		if err != nil {
			return err
		}
		w := sheetWriter{file: f, name: names[i], sheet: s}
		if err := w.write(); err != nil {
			return err
		}
	}
	return f.Write(out)
}

// sheetNames makes names that Excel takes: at most 31 characters, none of []:*?/\ , each once.
func sheetNames(sheets []Sheet) []string {
	taken := map[string]bool{}
	names := make([]string, len(sheets))
	for i, s := range sheets {
		clean := strings.Trim(strings.Map(func(r rune) rune {
			if strings.ContainsRune(`[]:*?/\`, r) {
				return ' '
			}
			return r
		}, s.Name), "' ")
		if clean == "" {
			clean = "Sheet"
		}
		name := cutTo(clean, 31)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			suffix := " " + strconv.Itoa(n)
			name = cutTo(clean, 31-len(suffix)) + suffix
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

func cutTo(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

type sheetWriter struct {
	file   *excelize.File
	name   string
	sheet  Sheet
	styles styles
	stream *excelize.StreamWriter
	row    int
}

func (w *sheetWriter) write() error {
	var err error
	if w.styles, err = newStyles(w.file, w.sheet.Columns); err != nil {
		return err
	}
	if w.stream, err = w.file.NewStreamWriter(w.name); err != nil {
		return err
	}
	for i, width := range w.widths() {
		if err := w.stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	header := w.headerRow()
	if err := w.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: header, TopLeftCell: cellName(1, header+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := w.head(); err != nil {
		return err
	}
	if err := w.body(); err != nil {
		return err
	}
	if err := w.stream.Flush(); err != nil {
		return err
	}
	return w.print(header)
}

// headerRow is where the table's header stands: under the title, where there is one.
func (w *sheetWriter) headerRow() int {
	if w.sheet.Title == "" {
		return 1
	}
	return 2
}

func (w *sheetWriter) head() error {
	if w.sheet.Title != "" {
		title := w.sheet.Title
		if w.sheet.Mark != "" {
			title += "（" + w.sheet.Mark + "）"
		}
		if err := w.wide(title, w.styles.title, 30); err != nil {
			return err
		}
	}
	cells := make([]any, len(w.sheet.Columns))
	for i, c := range w.sheet.Columns {
		cells[i] = excelize.Cell{StyleID: w.styles.header, Value: c.Title}
	}
	w.row++
	return w.stream.SetRow(cellName(1, w.row), cells, excelize.RowOpts{Height: 22})
}

// wide writes one text over the whole width of the table.
func (w *sheetWriter) wide(text string, style int, height float64) error {
	w.row++
	cells := make([]any, max(len(w.sheet.Columns), 1))
	for i := range cells {
		cells[i] = excelize.Cell{StyleID: style}
	}
	cells[0] = excelize.Cell{StyleID: style, Value: text}
	if err := w.stream.SetRow(cellName(1, w.row), cells, excelize.RowOpts{Height: height}); err != nil {
		return err
	}
	if len(cells) == 1 {
		return nil
	}
	return w.stream.MergeCell(cellName(1, w.row), cellName(len(cells), w.row))
}

func (w *sheetWriter) body() error {
	for _, row := range w.sheet.Rows {
		w.row++
		cells := make([]any, len(row))
		for i, c := range row {
			style := w.styles.columns[i]
			if c.Strong {
				style = w.styles.strong[i]
			}
			cells[i] = excelize.Cell{StyleID: style, Value: value(c)}
		}
		if err := w.stream.SetRow(cellName(1, w.row), cells); err != nil {
			return err
		}
	}
	total := 0.0
	for _, width := range w.widths() {
		total += width
	}
	for _, note := range w.sheet.Notes {
		lines := 1 + int(cellsWide(note)/max(total-2, 10))
		if err := w.wide(note, w.styles.note, 16*float64(lines)); err != nil {
			return err
		}
	}
	return nil
}

// value gives a number as the double that means it, or as text where no double does.
func value(c Cell) any {
	if c.Number == nil {
		if c.Text == "" {
			return nil
		}
		return c.Text
	}
	s := c.Number.String()
	if significant(s) > exactDigits {
		return s
	}
	double, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	return double
}

func significant(s string) int {
	return len(strings.TrimLeft(strings.NewReplacer("-", "", ".", "").Replace(s), "0"))
}

// widths are the declared widths, or what the header and the longest cell need.
func (w *sheetWriter) widths() []float64 {
	result := make([]float64, len(w.sheet.Columns))
	for i, c := range w.sheet.Columns {
		if c.Width > 0 {
			result[i] = c.Width
			continue
		}
		widest := cellsWide(c.Title)
		for _, row := range w.sheet.Rows {
			text := row[i].Text
			if row[i].Number != nil {
				text = shown(*row[i].Number, c)
			}
			widest = max(widest, cellsWide(text))
		}
		result[i] = min(widest+3, 48)
	}
	return result
}

func shown(n number.Number, c Column) string {
	if !c.Percent {
		return n.Fixed(c.Decimals)
	}
	if hundredfold, err := n.Shift(2); err == nil {
		return hundredfold.Fixed(c.Decimals) + "%"
	}
	return n.String()
}

// cellsWide counts a Chinese character as two.
func cellsWide(s string) float64 {
	total := 0.0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			total += 2
		default:
			total++
		}
	}
	return total
}

func (w *sheetWriter) print(header int) error {
	orientation, size, fit, pages := "portrait", a4, 1, 0
	if w.sheet.Landscape {
		orientation = "landscape"
	}
	f := w.file
	if err := f.SetPageLayout(w.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &fit, FitToHeight: &pages}); err != nil {
		return err
	}
	yes := true
	if err := f.SetSheetProps(w.name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	top, side := 0.98, 0.71
	if err := f.SetPageMargins(w.name, &excelize.PageLayoutMarginsOptions{Top: &top, Bottom: &top, Left: &side, Right: &side, Horizontally: &yes}); err != nil {
		return err
	}
	middle := w.sheet.PageWords
	if middle == "" {
		middle = "— &P —"
	}
	footer := "&L" + escape(w.sheet.Footer) + "&C" + middle
	head := ""
	if w.sheet.Mark != "" {
		head = "&R" + escape(w.sheet.Mark)
	}
	if err := f.SetHeaderFooter(w.name, &excelize.HeaderFooterOptions{OddHeader: head, OddFooter: footer}); err != nil {
		return err
	}
	quoted := "'" + strings.ReplaceAll(w.name, "'", "''") + "'"
	rows := "$" + strconv.Itoa(header)
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted + "!$1:" + rows, Scope: w.name}); err != nil {
		return err
	}
	last := cellName(max(len(w.sheet.Columns), 1), w.row)
	area := quoted + "!$A$1:$" + strings.TrimRight(last, "0123456789") + "$" + strconv.Itoa(w.row)
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: w.name})
}

// escape keeps an ampersand from being read as a code of the page header.
func escape(s string) string { return strings.ReplaceAll(s, "&", "&&") }

func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "A1"
	}
	return name
}
