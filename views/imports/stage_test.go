package imports

import (
	"bytes"
	"context"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"yueping/app"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
	"yueping/views/kit"
	"yueping/views/screentest"
)

var october = month.MustParse("2019-10")

// behind is the screen that the window shows behind an import.
type behind struct{ object fyne.CanvasObject }

func (b *behind) Key() string                { return "behind" }
func (b *behind) Content() fyne.CanvasObject { return b.object }
func (b *behind) Load(kit.Place)             {}
func (b *behind) Focus() fyne.Focusable      { return nil }
func (b *behind) Leave() bool                { return true }

// desk is a window with an importer over a made-up city.
type desk struct {
	*screentest.Stage
	*Importer
	t      *testing.T
	place  kit.Place
	stored []*app.Import
	closed int
}

func newDesk(t *testing.T, city, program, at string) *desk {
	t.Helper()
	st := screentest.In(t, os.DirFS(filepath.FromSlash(city)), fyne.NewSize(1280, 720), func(*kit.Kit) kit.Screen {
		return &behind{canvas.NewRectangle(color.White)}
	})
	d := &desk{Stage: st, Importer: New(st.Kit), t: t}
	d.Stored, d.Closed = func(i *app.Import) { d.stored = append(d.stored, i) }, func() { d.closed++ }
	p, err := st.Workspace.Program(context.Background(), program)
	d.check(err)
	d.place = kit.Place{Program: p, Month: month.MustParse(at)}
	return d
}

// tinyDesk is newDesk for the city of three townships.
func tinyDesk(t *testing.T) *desk {
	t.Helper()
	return newDesk(t, "testdata/city", "count", "2019-10")
}

func (d *desk) check(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// file writes sheets of rows, whose cells are texts, into a workbook.
func file(t *testing.T, name string, sheets ...[]string) string {
	t.Helper()
	var book workbook.Book
	for n, lines := range sheets {
		sheet := workbook.Sheet{Name: "Sheet" + string(rune('1'+n))}
		for i, line := range lines {
			cells := strings.Split(line, "|")
			if i == 0 {
				for _, c := range cells {
					sheet.Columns = append(sheet.Columns, workbook.Column{Title: c})
				}
				continue
			}
			var row []workbook.Cell
			for _, c := range cells {
				if n, err := number.Parse(c); err == nil {
					row = append(row, workbook.Figure(n))
				} else {
					row = append(row, workbook.Words(c))
				}
			}
			sheet.Rows = append(sheet.Rows, row)
		}
		book.Sheets = append(book.Sheets, sheet)
	}
	var out bytes.Buffer
	if err := workbook.Write(&out, book, time.Date(2019, 11, 1, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// open shows a file.
func (d *desk) open(lines ...string) *page {
	d.t.Helper()
	d.Files(d.place, []string{file(d.t, "in.xlsx", lines)})
	if d.page == nil {
		d.t.Fatal("no page shows")
	}
	return d.page
}

// at gives what is stored of a unit.
func (d *desk) at(indicator, unit string) string {
	d.t.Helper()
	m, err := d.Workspace.Month(context.Background(), d.place.Program.Key, d.place.Month)
	d.check(err)
	v := m.Table.Value(indicator, unit)
	if v.State == models.IsNumber {
		return v.Number.String()
	}
	return string(v.State)
}

// buttons are those in sight with their words.
func (d *desk) buttons(of fyne.CanvasObject) map[string]interface{ Tapped(*fyne.PointEvent) } {
	found := map[string]interface{ Tapped(*fyne.PointEvent) }{}
	for _, o := range test.LaidOutObjects(of) {
		if b, ok := o.(interface {
			Tapped(*fyne.PointEvent)
			FocusGained()
		}); ok && o.Visible() {
			if words := wordsOn(o); words != "" {
				found[words] = b
			}
		}
	}
	return found
}

// press presses the button with these words.
func (d *desk) press(of fyne.CanvasObject, words string) {
	d.t.Helper()
	b := d.buttons(of)[words]
	if b == nil {
		var have []string
		for w := range d.buttons(of) {
			have = append(have, w)
		}
		d.t.Fatalf("no button %q among %q", words, have)
	}
	b.Tapped(&fyne.PointEvent{})
}

// lines gives what the preview shows, a text a line.
func (p *page) shownLines() []string {
	var result []string
	for row := range p.preview.source.lines {
		texts := p.preview.source.RowHeader(row)
		for col := range p.preview.source.columns {
			texts = append(texts, p.preview.source.Cell(row, col).Text)
		}
		result = append(result, strings.Join(texts, "|"))
	}
	return result
}

// titles are what the sheet's columns were taken for.
func (p *page) titles() string {
	var titles []string
	for _, c := range p.sheet.source.columns {
		role, _, _ := strings.Cut(c.Title, "\n")
		titles = append(titles, role)
	}
	return strings.Join(titles, "|")
}

// pick chooses from a list.
func (d *desk) pick(options []option, label string) {
	d.t.Helper()
	for _, o := range options {
		if o.label == label {
			o.do()
			return
		}
	}
	d.t.Fatalf("the list has no %q", label)
}
