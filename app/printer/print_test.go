//go:build !windows

package printer_test

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yueping/app"
	"yueping/app/printer"
	"yueping/app/printer/printertest"
	"yueping/app/sheet"
	"yueping/app/sheet/pagetest"
	"yueping/app/text"
	"yueping/assets"
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
)

const paper, plain = "纸", "plain"

// What is printed is what our own PDF has: page by page to the eye, and where the printer takes PDF itself
// letter by letter, too.
func TestPrint(t *testing.T) {
	server := printertest.Start(t)
	server.AddPDF(paper)
	server.AddPlain(plain)
	w := sample(t)
	ranking, err := w.RankingPages(context.Background(), app.Handout{Program: "township-air", Month: month.Of(2019, 8), Scheme: "townships"})
	check(t, err)
	board, err := w.BoardPages(context.Background(), "township-air", month.Of(2019, 8), app.BoardFilter{})
	check(t, err)
	for _, c := range []struct {
		name string
		save func(path string) error
		job  printer.Job
		want []int // our pages as the plain printer prints them
	}{
		{"a ranking", ranking.Save, printer.Job{Paper: "A4", Copies: 2, Sides: printer.LongEdge, Pages: "1-2"}, []int{1, 2, 1, 2}},
		{"one copy of one page", ranking.Save, printer.Job{Paper: "A4", Sides: printer.OneSided, Pages: "3"}, []int{3}},
		{"a board, turned", board.Save, printer.Job{Paper: "A4", Sides: printer.ShortEdge, Pages: "1"}, []int{1}},
		{"A3, turned", wide, printer.Job{Paper: "A3"}, []int{1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.job.Path, c.job.Title = filepath.Join(t.TempDir(), "排名.pdf"), "排名\n表"
			check(t, c.save(c.job.Path))
			c.job.Printer = plain
			printed := server.Printed(print(t, c.job))
			if got, want := words(t, printed, all(len(c.want))), words(t, c.job.Path, c.want); got != want {
				t.Errorf("%s\nwant\n%s", got, want)
			}
			c.job.Printer = paper
			printed = server.Printed(print(t, c.job))
			once := c.want[:len(slices.Compact(slices.Sorted(slices.Values(c.want))))]
			for i, page := range once {
				alike(t, picture(t, printed, i+1), picture(t, c.job.Path, page))
			}
		})
	}
}

// wide writes a sheet of A3.
func wide(path string) error {
	fonts, err := sheet.Embedded()
	if err != nil {
		return err
	}
	doc := sheet.Document{Paper: sheet.Paper{Format: sheet.A3, Landscape: true}, Title: "排名", Sections: []sheet.Section{{}}}
	table := &doc.Sections[0].Table
	for i := range 12 {
		table.Columns = append(table.Columns, sheet.Column{Title: fmt.Sprintf("第%d列", i+1), Min: 24})
	}
	for range 20 {
		table.Rows = append(table.Rows, sheet.Row{Cells: []string{"甲镇", "98.25", "97", "乙镇", "1", "2", "3", "4", "5", "6", "7", "丙镇"}})
	}
	pages, err := sheet.Layout(doc, fonts)
	if err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(sheet.WritePDF(file, pages, fonts, sheet.Meta{}), file.Close())
}

func print(t *testing.T, j printer.Job) string {
	t.Helper()
	name, err := printer.Print(context.Background(), j)
	check(t, err)
	if !strings.HasPrefix(name, j.Printer+"-") {
		t.Fatalf("the job is called %q", name)
	}
	return name
}

// alike compares pages by eye: on the way through PostScript letters move by parts of a dot, sizes are in whole
// points, and what is wider than high lies on its side.
func alike(t *testing.T, got, want *image.Gray) {
	t.Helper()
	if want.Rect.Dx() > want.Rect.Dy() {
		want = turned(want)
	}
	if apart := got.Rect.Size().Sub(want.Rect.Size()); max(apart.X, -apart.X, apart.Y, -apart.Y) > 1 {
		t.Fatalf("%v, want %v", got.Rect, want.Rect)
	}
	inner := got.Rect.Intersect(want.Rect).Inset(1)
	want = cut(want, inner)
	ink, _ := pagetest.Difference(want, cut(image.White, inner))
	apart := ink
	for shift := range 9 { // up to a dot to each side
		mean, _ := pagetest.Difference(cut(got, inner.Add(image.Pt(shift%3-1, shift/3-1))), want)
		apart = min(apart, mean)
	}
	if ink < 10 || apart > ink/2 {
		t.Errorf("the dots differ by %.2f of 255 in the mean, from a blank page by %.2f", apart, ink)
	}
}

func cut(picture image.Image, part image.Rectangle) *image.Gray {
	result := image.NewGray(part)
	draw.Draw(result, part, picture, part.Min, draw.Src)
	return result
}

// turned turns a picture to the left.
func turned(picture *image.Gray) *image.Gray {
	size := picture.Rect.Size()
	result := image.NewGray(image.Rect(0, 0, size.Y, size.X))
	for y := range size.Y {
		for x := range size.X {
			result.SetGray(y, size.X-1-x, picture.GrayAt(x, y))
		}
	}
	return result
}

func TestPrinters(t *testing.T) {
	server := printertest.Start(t)
	if _, err := printer.Printers(context.Background()); fault.CodeOf(err) != "printer.none" {
		t.Errorf("without printers: %v", err)
	}
	server.AddPDF(paper)
	server.AddPlain(plain)
	server.MakeDefault(plain)
	server.Stop(paper)
	got, err := printer.Printers(context.Background())
	check(t, err)
	want := []printer.Printer{{Name: plain, Default: true, State: printer.Idle}, {Name: paper, State: printer.Stopped}}
	slices.SortFunc(got, func(a, b printer.Printer) int { return strings.Compare(a.Name, b.Name) })
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	missing := filepath.Join(t.TempDir(), "no.pdf")
	for _, c := range []struct {
		job  printer.Job
		want string
	}{
		{printer.Job{Printer: "other"}, "printer.unknown"},
		{printer.Job{Printer: "-h"}, "printer.unknown"},
		{printer.Job{Printer: plain, Pages: "2-1"}, "printer.bad_pages"},
		{printer.Job{Printer: plain, Copies: 1000}, "printer.copies"},
		{printer.Job{Printer: plain, Path: "."}, "printer.failed"},
	} {
		if c.job.Path == "" {
			c.job.Path = missing
		}
		if name, err := printer.Print(context.Background(), c.job); fault.CodeOf(err) != c.want {
			t.Errorf("%+v: %q, %v", c.job, name, err)
		}
	}
	if _, err := printer.Print(context.Background(), printer.Job{Printer: plain, Path: missing}); err == nil {
		t.Error("a file that is not there was printed")
	}
}

func TestNoService(t *testing.T) {
	t.Setenv("CUPS_SERVER", filepath.Join(t.TempDir(), "socket"))
	if _, err := printer.Printers(context.Background()); fault.CodeOf(err) != "printer.no_service" {
		t.Errorf("nobody listens: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := printer.Printers(context.Background()); fault.CodeOf(err) != "printer.no_service" {
		t.Errorf("no CUPS: %v", err)
	}
}

func all(count int) []int {
	pages := make([]int, count)
	for i := range pages {
		pages[i] = i + 1
	}
	return pages
}

// words are the texts of pages.
func words(t *testing.T, file string, pages []int) string {
	t.Helper()
	var b strings.Builder
	for _, page := range pages {
		n := fmt.Sprint(page)
		out, err := exec.Command("pdftotext", "-layout", "-f", n, "-l", n, file, "-").Output()
		check(t, err)
		b.WriteString(strings.Join(strings.Fields(string(out)), " ") + "\n") // blank lines go when a page is turned
	}
	return b.String()
}

func picture(t *testing.T, file string, page int) *image.Gray {
	t.Helper()
	base, n := filepath.Join(t.TempDir(), "page"), fmt.Sprint(page)
	check(t, exec.Command("pdftoppm", "-png", "-singlefile", "-r", "60", "-f", n, "-l", n, file, base).Run())
	f, err := os.Open(base + ".png")
	check(t, err)
	defer f.Close()
	drawn, err := png.Decode(f)
	check(t, err)
	return pagetest.Gray(drawn)
}

// sample is a workspace on the sample city.
func sample(t *testing.T) *app.Workspace {
	t.Helper()
	cities, err := fs.Glob(assets.Files, "cities/*/units.yaml")
	check(t, err)
	city, err := fs.Sub(assets.Files, path.Dir(cities[0]))
	check(t, err)
	book, err := text.Open(assets.Files, text.Default)
	check(t, err)
	standards, err := air.Open(assets.Files)
	check(t, err)
	clock := func() time.Time { return time.Date(2019, 11, 15, 9, 30, 0, 0, time.UTC) }
	w, err := app.Create(context.Background(), app.Params{Folder: t.TempDir(), Clock: clock, Actor: "张三", Standards: standards, Text: book, Log: slog.New(slog.DiscardHandler)}, city)
	check(t, err)
	t.Cleanup(func() { check(t, w.Close()) })
	return w
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
