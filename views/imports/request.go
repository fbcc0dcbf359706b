package imports

import (
	"context"
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/views/kit"
)

// outcome is what came of a reading: an import, or why there is none, with the sheets where they can be
// shown.
type outcome struct {
	read   *app.Import
	book   *workbook.Read
	layout intake.Layout // of book
	roster *models.Roster
	err    error
}

// readAgain reads the file by what is known now. Of several readings under way the last one counts.
func (p *page) readAgain() {
	p.asked++
	asked, request, from := p.asked, p.request, p.from
	bare := p.book == nil
	p.reading = true
	p.showReading("")
	kit.Background(p.kit, func(ctx context.Context) (outcome, error) {
		var o outcome
		if from.folder {
			o.read, o.err = p.kit.Workspace.ReadImportFolder(ctx, request, p.progress(asked))
		} else {
			o.read, o.err = p.kit.Workspace.ReadImport(ctx, request)
		}
		if o.err != nil && bare {
			p.bare(ctx, request, &o)
		}
		at := request.Month
		if o.read != nil {
			at = o.read.Month
		}
		m, err := p.kit.Workspace.Month(ctx, request.Program, at)
		if err != nil {
			return o, err
		}
		o.roster = m.Table.Roster
		return o, nil
	}, func(o outcome) {
		if asked == p.asked && !p.gone {
			p.take(o)
		}
	})
}

// progress tells how far the reading of a folder has come.
func (p *page) progress(asked int) func(done, total int, file string) {
	return func(done, total int, file string) {
		if p.kit.Synchronous {
			return
		}
		fyne.Do(func() {
			if asked == p.asked && !p.gone {
				p.showReading(p.kit.T("importing.reading_folder", "number", min(done+1, total), "total", total, "file", file))
			}
		})
	}
}

// bare finds what can be shown of a file that cannot be read: one of another month as it would be read for
// that, and of one in which no table was found the bare sheets, so that somebody can say where it stands.
func (p *page) bare(ctx context.Context, request app.ImportRequest, o *outcome) {
	if found := otherMonth(o.err); found != 0 && !p.from.folder {
		request.Month = found
		if read, err := p.kit.Workspace.ReadImport(ctx, request); err == nil {
			o.book, o.layout = read.Book, read.Layout
			return
		}
	}
	if o.book = sheetsOf(p.from); o.book != nil {
		o.layout = bareLayout(o.book)
	}
}

// otherMonth is the month that a file says where it was to be read for another one; 0 for another error.
func otherMonth(err error) month.Month {
	for _, f := range fault.All(err) {
		if said, is := f.Args["found"].(string); is && f.Code == "import.other_month" {
			found, _ := month.Parse(said)
			return found
		}
	}
	return 0
}

// sheetsOf reads the sheets of a file; nil where there are none.
func sheetsOf(from source) *workbook.Read {
	var book *workbook.Read
	var err error
	switch {
	case from.folder:
		return nil
	case from.path == "":
		book, err = workbook.ParsePasted(from.pasted)
	default:
		book, err = workbook.Open(from.path)
	}
	if err != nil || book.Blank() {
		return nil
	}
	return book
}

// take shows what came of a reading. After a correction that cannot be read by, the sheet stays with the
// correction on it, so that it can be corrected in turn.
func (p *page) take(o outcome) {
	p.reading, p.failed, p.roster = false, o.err, o.roster
	switch {
	case o.err == nil:
		p.read, p.book, p.layout = o.read, o.read.Book, o.read.Layout
		p.lines = linesOf(o.read, o.roster)
	case p.book == nil && o.book != nil:
		p.book, p.layout = o.book, o.layout
	}
	p.show()
}

// bareLayout is the layout of sheets of which nothing is known: none is read until somebody says where
// its table is.
func bareLayout(book *workbook.Read) intake.Layout {
	l := intake.Layout{From: intake.Given, Units: map[string]string{}}
	for _, s := range book.Sheets {
		l.Sheets = append(l.Sheets, intake.SheetLayout{Sheet: s.Name, Off: true})
	}
	return l
}

// correct reads anew by a layout that somebody has changed.
func (p *page) correct(change func(*intake.Layout)) {
	l := cloned(p.layout)
	change(&l)
	if l.From != intake.Template {
		l.From = intake.Given
	}
	p.layout, p.request.Layout = l, &l
	p.readAgain()
}

// cloned copies a layout as deep as it is changed here.
func cloned(l intake.Layout) intake.Layout {
	l.Sheets = slices.Clone(l.Sheets)
	for i := range l.Sheets {
		l.Sheets[i].Columns = slices.Clone(l.Sheets[i].Columns)
	}
	l.Units = maps.Clone(l.Units)
	if l.Units == nil {
		l.Units = map[string]string{}
	}
	l.Thousandths = slices.Clone(l.Thousandths)
	return l
}
