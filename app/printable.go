package app

import (
	"bytes"
	"image"
	"io"
	"strings"

	"yueping/app/sheet"
)

// Printable is pages as they print: to be looked at, printed, written as a PDF, or drawn as a picture, all from
// the same marks.
type Printable struct {
	Title string // one line, as a window, a printer's queue and the PDF name it
	pages []sheet.Page
	fonts *sheet.Fonts
	meta  sheet.Meta
}

func (w *Workspace) printable(title string, pages []sheet.Page, fonts *sheet.Fonts) *Printable {
	title = strings.ReplaceAll(title, "\n", "")
	return &Printable{title, pages, fonts, sheet.Meta{Title: title, Creator: w.text.T("app.name"), Created: w.clock()}}
}

// pageWords are the words of sheets that run on over several pages.
func (w *Workspace) pageWords() sheet.Words {
	return sheet.Words{
		PageOf:    func(page, pages int) string { return w.text.T("explainsheet.page", "page", page, "pages", pages) },
		Continued: func(heading string) string { return w.text.T("sheet.continued", "heading", heading) },
	}
}

// Count is how many pages there are, at least one.
func (p *Printable) Count() int { return len(p.pages) }

// Size is the width and the height of a page in mm; pages count from 0.
func (p *Printable) Size(page int) (width, height float64) {
	return p.pages[page].Width, p.pages[page].Height
}

// Draw gives a page as a picture of dpi dots an inch.
func (p *Printable) Draw(page int, dpi float64) *image.RGBA {
	return sheet.Draw(p.pages[page], p.fonts, dpi)
}

// Dots is the size of the picture that Draw gives.
func (p *Printable) Dots(page int, dpi float64) image.Rectangle {
	return sheet.Dots(p.pages[page], dpi)
}

// DrawPart gives a part of the picture that Draw gives, at the cost of the part.
func (p *Printable) DrawPart(page int, dpi float64, part image.Rectangle) *image.RGBA {
	return sheet.DrawPart(p.pages[page], p.fonts, dpi, part)
}

// Write writes the pages as a PDF.
func (p *Printable) Write(out io.Writer) error {
	return sheet.WritePDF(out, p.pages, p.fonts, p.meta)
}

// Save writes the pages as a PDF file; what cannot be made leaves no file. Faults are those of WriteFile.
func (p *Printable) Save(path string) error {
	var content bytes.Buffer
	if err := p.Write(&content); err != nil {
		return err
	}
	return writeWhole(path, content.Bytes())
}

// writeWhole writes what is made already.
func writeWhole(path string, content []byte) error {
	return WriteFile(path, func(out io.Writer) error {
		_, err := out.Write(content)
		return err
	})
}
