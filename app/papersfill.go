package app

import (
	"strings"

	"yueping/app/bulletin"
	"yueping/app/sheet"
	"yueping/models"
	"yueping/models/fault"
)

// pages fills a paper and lays it out.
func (s *paperSource) pages(d Due, fonts *sheet.Fonts) ([]sheet.Page, error) {
	w, b := s.w, s.board
	data, err := s.data(d)
	if err != nil {
		return nil, err
	}
	f := filler{paper: d.Paper, data: data}
	furniture := sheet.Words{Continued: func(heading string) string { return w.text.T("papers.continued", "title", heading) }}
	// A paper of a month that still changes must not pass for one that goes out.
	mark, footer := b.Month.Mark(w.text), ""
	if !b.Month.Locked() {
		footer = w.footer(b.Month)
	}
	var pages []sheet.Page
	if d.Paper.Kind == models.PaperForm {
		form := f.form()
		form.Mark, form.Footer, form.Words = mark, footer, furniture
		if f.err == nil {
			pages, f.err = sheet.LayoutForm(form, fonts)
		}
	} else {
		letter := f.letter(monthsTable(w.text, data))
		letter.Mark, letter.Footer, letter.Words = mark, footer, furniture
		if f.err == nil {
			pages, f.err = sheet.LayoutLetter(letter, fonts)
		}
	}
	if f.err != nil {
		return nil, fault.Wrap(f.err, "papers.cannot", "paper", d.Paper.Name, "unit", data.Full, "detail", f.err)
	}
	return pages, nil
}

// filler fills the templates of a paper; the first fault stays in err.
type filler struct {
	paper *models.Paper
	data  bulletin.Paper
	err   error
}

func (f *filler) text(source string) string {
	if source == "" || f.err != nil {
		return ""
	}
	filled, err := bulletin.RenderPaper(source, f.data)
	f.err = err
	return strings.Trim(filled, "\n")
}

func (f *filler) letter(table sheet.Table) sheet.Letter {
	l := sheet.Letter{Number: f.text(f.paper.Number), Title: f.text(f.paper.Title), To: f.text(f.paper.To), Signature: f.text(f.paper.Signature),
		Date: f.text(f.paper.Date), Sealed: f.paper.Sealed}
	if f.paper.Date == "" {
		l.Date = f.data.Today
	}
	f.data.Table = bulletin.TablePlace
	for i, piece := range strings.Split(f.text(f.paper.Body), bulletin.TablePlace) {
		if i > 0 {
			l.Body = append(l.Body, sheet.Part{Table: table})
		}
		l.Body = append(l.Body, sheet.Parts(piece)...)
	}
	return l
}

func (f *filler) form() sheet.Form {
	form := sheet.Form{Number: f.text(f.paper.Number), Title: f.text(f.paper.Title)}
	for i, field := range f.paper.Fields {
		if i == 0 || !field.Beside {
			form.Rows = append(form.Rows, sheet.FormRow{})
		}
		row := &form.Rows[len(form.Rows)-1]
		row.Fields = append(row.Fields, sheet.Field{Label: field.Label, Value: f.text(field.Value), Prose: field.Prose})
		// The height is the least and, beside that of other fields, the share of what the page leaves over.
		row.Least = max(row.Least, float64(field.Height))
		row.Grow = row.Least
	}
	for _, s := range f.paper.Signatures {
		form.Signatures = append(form.Signatures, sheet.SignatureLine{Label: s.Label, Date: s.Date})
	}
	for _, note := range f.paper.Notes {
		form.Notes = append(form.Notes, f.text(note))
	}
	return form
}
