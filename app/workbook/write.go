package workbook

import (
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

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
	if err := writeKeys(f, book.Keys); err != nil {
		return err
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
	// The stream copies the sheet's settings when it begins.
	if err := w.setUp(); err != nil {
		return err
	}
	if err := w.lock(); err != nil {
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
	if err := w.panes(header); err != nil {
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
	return w.printNames(header)
}

// headerRow is where the table's header stands: under the title and the mark, where there are any.
func (w *sheetWriter) headerRow() int {
	row := 1
	for _, line := range []string{w.sheet.Title, w.sheet.Mark} {
		if line != "" {
			row++
		}
	}
	return row
}

func (w *sheetWriter) head() error {
	if w.sheet.Title != "" {
		if err := w.wide(w.sheet.Title, w.styles.title, 30); err != nil {
			return err
		}
	}
	if w.sheet.Mark != "" {
		if err := w.wide(w.sheet.Mark, w.styles.mark, 18); err != nil {
			return err
		}
	}
	cells := make([]any, len(w.sheet.Columns))
	for i, c := range w.sheet.Columns {
		cells[i] = excelize.Cell{StyleID: w.styles.header, Value: c.Title}
	}
	w.row++
	return w.stream.SetRow(cellName(1, w.row), cells, excelize.RowOpts{Height: w.headerHeight()})
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
			switch {
			case c.Strong:
				style = w.styles.strong[i]
			case c.Open:
				style = w.styles.open[i]
			case c.Faint:
				style = w.styles.faint[i]
			}
			cells[i] = excelize.Cell{StyleID: style, Value: value(c, w.sheet.Columns[i])}
		}
		if err := w.stream.SetRow(cellName(1, w.row), cells, w.rowHeight()...); err != nil {
			return err
		}
	}
	total := 0.0
	for _, width := range w.widths() {
		total += width
	}
	line := max(total-2, 10)
	for _, note := range w.sheet.Notes {
		for _, part := range parts(note, line*noteLines) {
			lines := 1 + int(cellsWide(part)/line)
			if err := w.wide(part, w.styles.note, 16*float64(lines)); err != nil {
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
		wide := cellsWide(string(r))
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

// value gives a number as the double that means it, or as text where no double does: a rate then is
// per cent with its sign, as one types it.
func value(c Cell, column Column) any {
	if c.Number == nil {
		if c.Text == "" {
			return nil
		}
		return c.Text
	}
	s := c.Number.String()
	if double, err := strconv.ParseFloat(s, 64); err == nil && significant(s) <= exactDigits {
		return double
	}
	if hundredfold, err := c.Number.Shift(2); err == nil && column.Percent {
		return hundredfold.String() + "%"
	}
	return s
}

func significant(s string) int {
	return len(strings.TrimLeft(strings.NewReplacer("-", "", ".", "").Replace(s), "0"))
}

// titleScale is how much wider the title's letters are than those of the table.
const titleScale = 1.5

// widths are the declared widths, or what the header and the longest cell need; a table narrower than
// its title is widened, so that the title stands on one line.
func (w *sheetWriter) widths() []float64 {
	result := w.contentWidths()
	total := 0.0
	for _, width := range result {
		total += width
	}
	if spare := min(cellsWide(w.sheet.Title)*titleScale+2, pageWidth) - total; spare > 0 {
		for i := range result {
			result[i] += spare / float64(len(result))
		}
	}
	return result
}

// pageWidth is about how many characters stand beside each other on an A4 page.
const pageWidth = 90

func (w *sheetWriter) contentWidths() []float64 {
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

// setUp is how the sheet prints: A4, as wide as one page, the page number at its foot.
func (w *sheetWriter) setUp() error {
	orientation, size, fit, pages := "portrait", a4, 1, 0
	if w.sheet.Landscape {
		orientation = "landscape"
	}
	f, yes := w.file, true
	top, side := 0.98, 0.71
	middle := w.sheet.PageWords
	if middle == "" {
		middle = "— &P —"
	}
	head := "&L" + escape(w.sheet.Name)
	if w.sheet.Mark != "" {
		head += "&R" + escape(w.sheet.Mark)
	}
	for _, err := range []error{
		f.SetSheetProps(w.name, &excelize.SheetPropsOptions{FitToPage: &yes}),
		f.SetPageLayout(w.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &fit, FitToHeight: &pages}),
		f.SetPageMargins(w.name, &excelize.PageLayoutMarginsOptions{Top: &top, Bottom: &top, Left: &side, Right: &side, Horizontally: &yes}),
		f.SetHeaderFooter(w.name, &excelize.HeaderFooterOptions{OddHeader: head, OddFooter: "&L" + escape(w.sheet.Footer) + "&C" + middle}),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// printNames names the rows that repeat on every page, and what is printed.
func (w *sheetWriter) printNames(header int) error {
	quoted := "'" + strings.ReplaceAll(w.name, "'", "''") + "'"
	column := strings.TrimRight(cellName(max(len(w.sheet.Columns), 1), 1), "1")
	err := w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: w.name,
		RefersTo: quoted + "!$1:$" + strconv.Itoa(header)})
	if err != nil {
		return err
	}
	return w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: w.name,
		RefersTo: quoted + "!$A$1:$" + column + "$" + strconv.Itoa(w.row)})
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
