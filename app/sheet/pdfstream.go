package sheet

import (
	"io"
	"iter"

	"codeberg.org/go-pdf/fpdf"

	"yueping/models/fault"
)

// WritePapers writes papers behind each other as one PDF, each drawn before the next is asked for: of
// thousands of papers, the marks of one are in memory at a time. An error of the papers ends the writing
// and is returned as it is; faults else as WritePDF.
func WritePapers(w io.Writer, papers iter.Seq2[[]Page, error], fonts *Fonts, meta Meta) error {
	pdf, failed, err := drawPapers(papers, fonts, meta)
	switch {
	case failed != nil:
		return failed
	case err != nil:
		return fault.Wrap(err, "sheet.pdf_failed")
	case pdf.PageCount() == 0:
		return fault.New("sheet.no_pages")
	}
	if err := output(pdf, w); err != nil {
		return fault.Wrap(err, "sheet.pdf_failed")
	}
	return nil
}

// drawPapers draws papers into a new PDF; failed is an error of theirs, err one of the drawing.
func drawPapers(papers iter.Seq2[[]Page, error], fonts *Fonts, meta Meta) (pdf *fpdf.Fpdf, failed, err error) {
	defer guard(&err)
	a4 := Paper{}.Frame()
	pdf = blank(fpdf.SizeType{Wd: a4.Width, Ht: a4.Height}, meta)
	p := &painter{pdf: pdf, fonts: fonts, outlines: map[Text]string{}}
	p.registerAll()
	for pages, failed := range papers {
		if failed != nil {
			return pdf, failed, nil
		}
		for _, page := range pages {
			p.page(page)
		}
		if err := pdf.Error(); err != nil {
			return pdf, nil, err
		}
	}
	return pdf, nil, pdf.Error()
}
