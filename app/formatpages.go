package app

import (
	"bytes"
	"slices"
	"strings"

	"yueping/app/sheet"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
)

// The sizes of a table's letters in pt: the usual one, the least that is printed, and the most.
const (
	usualLetters    = 12.0
	smallestLetters = 9.0
	largestLetters  = 36.0
)

// crowded is how many columns are as many as A4 takes without breaking their words.
const crowded = 10

// FormatPages lays tables out as their format says. Beside the faults of sheet.Layout: format.one_page where
// they do not fit on the one page that is asked for.
func (w *Workspace) FormatPages(f *Formatted) (*Printable, error) {
	fonts, err := sheet.Embedded()
	if err != nil {
		return nil, err
	}
	lay := func(t models.FormatTerms, lineups []Lineup, letters float64) ([]sheet.Page, error) {
		return w.layFormat(f, t, lineups, letters, fonts)
	}
	pages, err := lay(f.Format.Terms, f.Lineups, f.letters())
	if err == nil && len(pages) > 1 && f.Format.Terms.OnePage {
		pages, err = f.onePage(lay)
	}
	if err != nil {
		return nil, err
	}
	return w.printable(f.Title, pages, fonts), nil
}

// letters is the size of the tables' letters in pt.
func (f *Formatted) letters() float64 {
	if f.Format.Terms.Letters == 0 {
		return usualLetters
	}
	return f.Format.Terms.Letters
}

// layer lays tables out on a format's paper, in letters of so many pt.
type layer func(t models.FormatTerms, lineups []Lineup, letters float64) ([]sheet.Page, error)

func (w *Workspace) layFormat(f *Formatted, t models.FormatTerms, lineups []Lineup, letters float64, fonts *sheet.Fonts) ([]sheet.Page, error) {
	doc := w.rankingDocument(f.Ranked, f.Title, lineups)
	doc.BodySize = letters
	doc.Paper.Landscape = t.Landscape
	if t.Paper == models.PaperA3 {
		doc.Paper.Format = sheet.A3
	}
	if t.Plain {
		doc.Footer = ""
	}
	wide := sheet.Paper{Format: sheet.A3, Landscape: true}
	if t.Paper == "" && slices.ContainsFunc(lineups, func(l Lineup) bool { return len(l.Columns) > crowded }) {
		doc.Paper = wide
	}
	pages, err := sheet.Layout(doc, fonts)
	if t.Paper == "" && fault.CodeOf(err) == "sheet.too_many_columns" {
		doc.Paper = wide
		return sheet.Layout(doc, fonts)
	}
	return pages, err
}

// writeFormatBook writes tables into a workbook, printed as their format says.
func (w *Workspace) writeFormatBook(f *Formatted, path string) error {
	if f.Format.Terms.OnePage && f.Format.Terms.Rows == models.RowsEnds {
		if _, err := w.FormatPages(f); err != nil { // which rows there are is known from the page
			return err
		}
	}
	sheets := w.rankingSheets(f.Ranked.Month, f.Title, f.Lineups)
	t := f.Format.Terms
	for i := range sheets {
		s := &sheets[i]
		if s.Name == "" {
			s.Name = f.Format.Name
		}
		s.Footer = w.rankingFooter(f.Ranked.Month, f.Ranked.Ranking)
		if t.Plain {
			s.Footer = ""
		}
		s.Landscape, s.OnePage, s.Letters = t.Landscape, t.OnePage, t.Letters
		if t.Paper == models.PaperA3 {
			s.Paper = "A3"
		}
	}
	var content bytes.Buffer
	book := workbook.Book{Title: strings.ReplaceAll(f.Title, "\n", ""), Creator: w.text.T("app.name"), Sheets: sheets}
	if err := workbook.Write(&content, book, w.clock()); err != nil {
		return err
	}
	return writeWhole(path, content.Bytes())
}
