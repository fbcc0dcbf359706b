package sheet

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"yueping/models/fault"
)

// Meta is what a PDF says about itself. Created is the only clock: equal pages and an equal Meta
// give equal bytes.
type Meta struct {
	Title   string
	Author  string
	Subject string
	Creator string
	Created time.Time // the zero time is written as 1970-01-01
}

// WritePDF writes pages as a PDF with the used parts of the used faces embedded, its text copyable.
// The fonts must be those of Layout. Faults: sheet.no_pages, sheet.pdf_failed.
func WritePDF(w io.Writer, pages []Page, fonts *Fonts, meta Meta) error {
	if len(pages) == 0 {
		return fault.New("sheet.no_pages")
	}
	pdf, err := draw(pages, fonts, meta)
	if err != nil {
		return fault.Wrap(err, "sheet.pdf_failed")
	}
	if err := output(pdf, w); err != nil {
		return fault.Wrap(err, "sheet.pdf_failed")
	}
	return nil
}

// draw puts the pages into a new PDF. fpdf reads tables of a font unchecked, so that an odd one
// panics; that is an error here, not the end of the program.
func draw(pages []Page, fonts *Fonts, meta Meta) (pdf *fpdf.Fpdf, err error) {
	defer guard(&err)
	pdf = blank(fpdf.SizeType{Wd: pages[0].Width, Ht: pages[0].Height}, meta)
	p := &painter{pdf: pdf, fonts: fonts, outlines: map[Text]string{}}
	p.register(pages)
	for _, page := range pages {
		p.page(page)
	}
	return pdf, pdf.Error()
}

// blank makes a PDF without pages.
func blank(size fpdf.SizeType, meta Meta) *fpdf.Fpdf {
	pdf := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "mm", Size: size})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCompression(true)
	pdf.SetCatalogSort(true)
	pdf.SetLineCapStyle("square")
	describe(pdf, meta)
	pdf.SetTextColor(0, 0, 0)
	pdf.SetFillColor(0, 0, 0) // letters of the fill's own colour are written without saving the state
	return pdf
}

func output(pdf *fpdf.Fpdf, w io.Writer) (err error) {
	defer guard(&err)
	return pdf.Output(w)
}

func guard(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("fpdf: %v", r)
	}
}

func describe(pdf *fpdf.Fpdf, meta Meta) {
	if meta.Created.IsZero() {
		meta.Created = time.Unix(0, 0).UTC()
	}
	pdf.SetTitle(utf16Text(meta.Title), false)
	pdf.SetAuthor(utf16Text(meta.Author), false)
	pdf.SetSubject(utf16Text(meta.Subject), false)
	pdf.SetCreator(utf16Text(meta.Creator), false)
	pdf.SetLang("zh-CN")
	pdf.SetCreationDate(meta.Created)
	pdf.SetModificationDate(meta.Created)
}

// utf16Text encodes a text as PDF wants it; fpdf's own encoder garbles what is beyond the basic
// plane.
func utf16Text(text string) string {
	if text == "" {
		return ""
	}
	encoded := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text)) {
		encoded = binary.BigEndian.AppendUint16(encoded, unit)
	}
	return string(encoded)
}

// painter draws marks; face, size, gray and spacing are those that fpdf last heard of.
type painter struct {
	pdf      *fpdf.Fpdf
	fonts    *Fonts
	outlines map[Text]string
	face     Face
	size     float64
	gray     float64
	spacing  float64
	height   float64
}

// register gives fpdf the faces that letters are set in. Each is a copy, since fpdf writes into
// the bytes it subsets.
func (p *painter) register(pages []Page) {
	var used [faceCount]bool
	for _, page := range pages {
		for _, mark := range page.Marks {
			switch text, ok := mark.(Text); {
			case !ok || text.Angle != 0:
			case text.Face == Outlined:
				used[BodyFace] = true // for the blanks on it
			default:
				used[text.Face] = true
			}
		}
	}
	for face, is := range used {
		if is {
			p.pdf.AddUTF8FontFromBytes(Face(face).String(), "", slices.Clone(p.fonts.faces[face].data))
		}
	}
}

// registerAll gives fpdf every face; it writes those that letters are set in.
func (p *painter) registerAll() {
	for face := range p.fonts.faces {
		p.pdf.AddUTF8FontFromBytes(Face(face).String(), "", slices.Clone(p.fonts.faces[face].data))
	}
}

func (p *painter) page(page Page) {
	p.pdf.AddPageFormat("P", fpdf.SizeType{Wd: page.Width, Ht: page.Height})
	p.height = page.Height
	p.size, p.spacing = 0, 0 // a page's content begins without either
	for _, mark := range page.Marks {
		switch m := mark.(type) {
		case Rect:
			p.pdf.SetFillColor(level(m.Gray), level(m.Gray), level(m.Gray))
			p.pdf.Rect(m.X, m.Y, m.W, m.H, "F")
			p.pdf.SetFillColor(0, 0, 0)
		case Line:
			p.pdf.SetLineWidth(m.Thickness)
			p.pdf.Line(m.X1, m.Y1, m.X2, m.Y2)
		case Text:
			p.text(m)
		}
	}
}

func (p *painter) text(t Text) {
	switch {
	case t.Angle != 0:
		p.pdf.RawWriteStr(p.outline(t))
		return
	case t.Face == Outlined:
		p.spell(t)
		return
	}
	if t.Face != p.face || t.Size != p.size {
		p.pdf.SetFont(t.Face.String(), "", t.Size)
		p.face, p.size = t.Face, t.Size
	}
	if t.Gray != p.gray {
		p.pdf.SetTextColor(level(t.Gray), level(t.Gray), level(t.Gray))
		p.gray = t.Gray
	}
	if t.Spacing != p.spacing {
		p.pdf.RawWriteStr(fmt.Sprintf("%.4f Tc", t.Spacing/millimetre))
		p.spacing = t.Spacing
	}
	p.pdf.Text(t.Left(), t.Y, t.Text)
}

// level turns a gray of 0 … 1 into one of 0 … 255.
func level(gray float64) int { return int(math.Round(gray * 255)) }
