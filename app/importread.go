package app

import (
	"context"
	"path/filepath"
	"strings"

	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// ReadImport reads a workbook for a month, by the layout that the request gives, that was remembered of
// files with the same header, or that can be guessed. Nothing is stored. A file as a whole is refused with
// workbook.…, import.no_table, import.no_indicator, import.month_needed, import.other_month,
// import.two_months, import.other_program, template.… or import.layout_…; cells, and columns that nobody
// knows, are in Refused.
func (w *Workspace) ReadImport(ctx context.Context, request ImportRequest) (*Import, error) {
	p, register, err := w.programAndRegister(ctx, request.Program)
	if err != nil {
		return nil, err
	}
	for _, key := range request.Thousandths {
		if p.Indicator(key) == nil {
			return nil, unknownIndicator(p, key)
		}
	}
	book, err := request.open()
	if err != nil {
		return nil, err
	}
	return w.understand(ctx, p, register, book, request)
}

// understand reads an opened workbook.
func (w *Workspace) understand(ctx context.Context, p *models.Program, register *models.Register, book *workbook.Read, request ImportRequest) (*Import, error) {
	exported, err := exportedMonth(p, book, request.Path)
	if err != nil {
		return nil, err
	}
	filled, err := w.filledTemplate(ctx, p.Key, request.Month, book)
	if err != nil {
		return nil, fault.All(err)[0].With("path", request.Path)
	}
	var layout intake.Layout
	if filled != nil {
		if book, layout = filled.Book, filled.Layout; request.Layout != nil {
			layout.Dash, layout.Thousandths = request.Layout.Dash, request.Layout.Thousandths
		}
		if request.Layout != nil {
			layout.Dash = request.Layout.Dash
		}
	} else if layout, err = w.layoutFor(ctx, p, register, book, request, exported != 0); err != nil {
		return nil, err
	}
	layout.Thousandths = merged(layout.Thousandths, request.Thousandths)
	at, err := intake.Settle(&layout, book, p, register, request.Month, exported, request.Path)
	if err != nil {
		return nil, err
	}
	m, err := w.Month(ctx, p.Key, at)
	if err != nil {
		return nil, err
	}
	matcher := models.NewMatcher(register, m.Table.Roster)
	read, err := intake.Read(book, layout, intake.Terms{Program: p, At: at, Roster: m.Table.Roster, Matcher: matcher})
	if err != nil {
		return nil, err
	}
	result := &Import{Program: p, Month: at, Layout: read.Layout, Book: book, Refused: read.Refused, Left: read.Left, Questions: read.Questions}
	if request.Path != "" {
		result.File = filepath.Base(request.Path)
	}
	if filled != nil {
		result.Refused = append(result.Refused, templateRemarks(filled.Refused)...)
		result.Left = append(result.Left, templateRemarks(filled.Left)...)
	}
	if exported != 0 {
		result.Left = onlyRows(result.Left)
		result.readRemarks(m, matcher)
	}
	if err := w.compare(ctx, result, m, read.Items); err != nil {
		return nil, err
	}
	intake.Sort(result.Refused, book)
	intake.Sort(result.Left, book)
	return result, nil
}

// open reads the file, or what was pasted. Faults: workbook.….
func (r ImportRequest) open() (*workbook.Read, error) {
	if r.Path == "" && r.Pasted != "" {
		return workbook.ParsePasted(r.Pasted)
	}
	book, err := workbook.Open(r.Path)
	if err == nil && book.Blank() {
		return nil, fault.New("workbook.empty", "path", r.Path)
	}
	return book, err
}

// layoutFor says what stands where in a workbook that is no template. Without a table it is refused:
// import.no_table, or import.no_indicator where one has units alone.
func (w *Workspace) layoutFor(ctx context.Context, p *models.Program, register *models.Register, book *workbook.Read, request ImportRequest, ours bool) (intake.Layout, error) {
	layout := intake.Guess(book, p, register)
	if ours {
		layout.OnlyOurs()
	}
	memories := map[string]string{}
	for i := range layout.Sheets {
		print := layout.Sheets[i].Fingerprint
		if _, asked := memories[print]; asked || print == "" || ours {
			continue
		}
		known, err := w.store.ImportLayout(ctx, p.Key, print)
		if err != nil {
			return layout, err
		}
		if known != nil {
			memories[print] = known.Layout
		}
	}
	if len(memories) > 0 {
		layout = intake.Recall(book, layout, memories, p, register)
	}
	if request.Layout != nil {
		var err error
		if layout, err = intake.Correct(book, layout, *request.Layout, p, register); err != nil {
			return layout, err
		}
	}
	if bad := layout.NoTable(); bad != nil {
		return layout, bad.With("path", request.Path)
	}
	return layout, nil
}

// exportedMonth gives the month of one of our exports, 0 for another file. It comes before the
// headers: those of another program's export would all be unknown, which is not what is wrong.
func exportedMonth(p *models.Program, book *workbook.Read, path string) (month.Month, error) {
	rest, ours := strings.CutPrefix(book.Subject, exportMark)
	if !ours {
		return 0, nil
	}
	program, m, _ := strings.Cut(rest, ":")
	if program != p.Key {
		return 0, fault.New("import.other_program", "path", path, "program", p.Key, "found", program)
	}
	return month.Find(m), nil
}

// onlyRows leaves out sheets and columns: of our own exports everybody knows that rankings and indices are
// calculated.
func onlyRows(left []ImportRefusal) []ImportRefusal {
	var rows []ImportRefusal
	for _, l := range left {
		if l.Row != 0 {
			rows = append(rows, l)
		}
	}
	return rows
}

func merged(lists ...[]string) []string {
	var all []string
	seen := map[string]bool{}
	for _, list := range lists {
		for _, s := range list {
			if !seen[s] {
				seen[s] = true
				all = append(all, s)
			}
		}
	}
	return all
}
