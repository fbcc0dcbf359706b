package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The numbers that workbooks give the paper sizes.
const (
	a3 = 8
	a4 = 9
)

// Margins in inches.
const (
	marginTop  = 0.98
	marginSide = 0.71
	marginEdge = 0.5 // of the page header and footer
)

// longestHeader is how long Excel lets a page header or footer be, codes included.
const longestHeader = 255

// printable is the page without its margins, in inches.
func (s *Sheet) printable() (wide, high float64) {
	wide, high = 8.27, 11.69
	if s.Paper == "A3" {
		wide, high = 11.69, 16.54
	}
	if s.Landscape {
		wide, high = high, wide
	}
	return wide - 2*marginSide, high - 2*marginTop
}

// pageWidth is about how many characters of 11 points stand beside each other on the page.
func (w *sheetWriter) pageWidth() float64 {
	wide, _ := w.sheet.printable()
	return wide * 13
}

// setUp is how the sheet prints: as wide as one page, the page number at its foot.
func (w *sheetWriter) setUp(watermark []byte) error {
	orientation, size, wide, high := "portrait", a4, 1, 0
	if w.sheet.Landscape {
		orientation = "landscape"
	}
	if w.sheet.Paper == "A3" {
		size = a3
	}
	if w.sheet.OnePage {
		high = 1
	}
	f, yes := w.file, true
	top, side, edge := marginTop, marginSide, marginEdge
	line := w.line()
	for _, err := range []error{
		f.SetSheetProps(w.name, &excelize.SheetPropsOptions{FitToPage: &yes, DefaultRowHeight: &line, CustomHeight: &yes}),
		f.SetPageLayout(w.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}),
		f.SetPageMargins(w.name, &excelize.PageLayoutMarginsOptions{Top: &top, Bottom: &top, Left: &side, Right: &side, Header: &edge, Footer: &edge, Horizontally: &yes}),
		f.SetHeaderFooter(w.name, w.headerFooter(watermark != nil)),
		w.watermark(watermark),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *sheetWriter) headerFooter(watermark bool) *excelize.HeaderFooterOptions {
	middle, picture, mark := w.sheet.PageWords, "", ""
	if middle == "" {
		middle = "— &P —"
	}
	if w.sheet.Mark != "" {
		mark = "&R" + escape(cutTo(w.sheet.Mark, 40))
		if watermark {
			picture = "&C&G"
		}
	}
	head := "&L" + escape(cutTo(w.sheet.Name, 100)) + picture + mark
	rest := "&C" + middle + mark
	left := w.sheet.Footer
	for len([]rune("&L"+escape(left)+rest)) > longestHeader && left != "" {
		left = cutTo(left, len([]rune(left))-1)
	}
	return &excelize.HeaderFooterOptions{OddHeader: head, OddFooter: "&L" + escape(left) + rest}
}

// watermark hangs the picture at the page header, from where it reaches over the page behind the cells.
// Programs that know no pictures there still print the mark itself, above, below and under the title.
func (w *sheetWriter) watermark(png []byte) error {
	if png == nil || w.sheet.Mark == "" {
		return nil
	}
	wide, high := w.sheet.printable()
	wide = min(wide, high/1.414)
	return w.file.AddHeaderFooterImage(w.name, &excelize.HeaderFooterImageOptions{Position: excelize.HeaderFooterImagePositionCenter, File: png, Extension: ".png",
		Width: points(wide), Height: points(wide * 1.414)})
}

func points(inches float64) string { return strconv.Itoa(int(inches*72)) + "pt" }

// printNames names the rows that repeat on every page, and what is printed: the table with its notes, and
// each chart, which begins a page.
func (w *sheetWriter) printNames(header, last int, charts []area) error {
	quoted := w.quotedName()
	if err := w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: w.name, RefersTo: quoted + "!$1:$" + strconv.Itoa(header)}); err != nil {
		return err
	}
	areas := []string{}
	for _, a := range append([]area{{1, 1, max(len(w.sheet.Columns), 1), last}}, charts...) {
		areas = append(areas, quoted+"!"+a.absolute())
	}
	return w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: w.name, RefersTo: strings.Join(areas, ",")})
}

func (w *sheetWriter) quotedName() string { return "'" + strings.ReplaceAll(w.name, "'", "''") + "'" }

// area is a block of cells, rows and columns from 1, the last ones included.
type area struct{ left, top, right, bottom int }

func (a area) absolute() string {
	return "$" + columnName(a.left) + "$" + strconv.Itoa(a.top) + ":$" + columnName(a.right) + "$" + strconv.Itoa(a.bottom)
}

func columnName(column int) string { return strings.TrimRight(cellName(column, 1), "1") }

// escape keeps an ampersand from being read as a code of the page header.
func escape(s string) string { return strings.ReplaceAll(s, "&", "&&") }
