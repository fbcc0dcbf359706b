package preview

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"strconv"

	"yueping/app/printer"
	"yueping/views/dialogs"
	"yueping/views/kit"
)

// job is what is asked for. Faults: printer.bad_pages, printer.copies.
func (l *panel) job() (printer.Job, error) {
	pages := l.page.sheet.Pages
	j := printer.Job{Printer: l.printer.Selected, Title: pages.Title, Copies: 1, Paper: l.page.format()}
	if !printer.Queued {
		return j, nil
	}
	j.Sides = printer.Sides(l.sides.SelectedIndex())
	var err error
	if j.Copies, err = printer.Copies(l.copies.Text); err != nil {
		return j, err
	}
	switch l.which.SelectedIndex() {
	case thisPage:
		j.Pages = strconv.Itoa(l.page.paper.page + 1)
	case somePages:
		j.Pages, err = printer.Range(l.pages.Text, pages.Count())
	}
	return j, err
}

// press prints, and gives the window back when the job stands in the queue.
func (l *panel) press() {
	j, err := l.job()
	if err != nil || l.print.Disabled() {
		return
	}
	p, k := l.page, l.page.kit
	l.print.Disable()
	l.say(k.T("preview.printing"))
	type outcome struct {
		name string
		err  error
	}
	kit.Background(k, func(ctx context.Context) (outcome, error) {
		name, err := p.hand(ctx, j)
		return outcome{name, err}, nil
	}, func(o outcome) {
		if o.err != nil {
			k.Fail(o.err)
			l.show()
			return
		}
		k.Remember(kit.RememberPrinter, j.Printer)
		k.Remember(kit.RememberSides, sideKeys[j.Sides])
		p.close()
		k.Say(k.T("preview.printed", "printer", j.Printer, "job", o.name))
	})
}

// hand writes a file for the printer and hands it over.
func (p *page) hand(ctx context.Context, j printer.Job) (string, error) {
	var err error
	if j.Path, err = p.file(); err != nil {
		return "", err
	}
	name, err := printer.Print(ctx, j)
	if printer.Queued {
		if err := os.RemoveAll(filepath.Dir(j.Path)); err != nil {
			p.kit.Log.Warn("left behind", "path", j.Path, "error", err)
		}
	}
	return name, err
}

// file writes the pages into a folder of their own.
func (p *page) file() (string, error) {
	folder, err := os.MkdirTemp("", "yueping-*")
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, p.sheet.Name)
	return path, p.sheet.Pages.Save(path)
}

// openOutside gives the pages to the system's program for them.
func (l *panel) openOutside() {
	p, k := l.page, l.page.kit
	kit.Background(k, func(context.Context) (string, error) { return p.file() }, func(path string) {
		if err := dialogs.OpenWithSystem(path); err != nil {
			k.Fail(err)
			return
		}
		p.close()
		k.Say(k.T("handout.opened", "path", path))
	})
}

// format is A4 or A3, "" where the pages are of another or of several.
func (p *page) format() string {
	found := ""
	for i := range p.sheet.Pages.Count() {
		w, h := p.sheet.Pages.Size(i)
		name := ""
		switch [2]int{int(math.Round(min(w, h))), int(math.Round(max(w, h)))} {
		case [2]int{210, 297}:
			name = "A4"
		case [2]int{297, 420}:
			name = "A3"
		}
		if i > 0 && name != found {
			return ""
		}
		found = name
	}
	return found
}

// paperWords says what the pages are printed on.
func (p *page) paperWords() string {
	w, h := p.sheet.Pages.Size(0)
	format := p.format()
	if format == "" {
		format = strconv.Itoa(int(math.Round(w))) + "×" + strconv.Itoa(int(math.Round(h))) + " mm"
	}
	return p.kit.T("preview.paper", "format", format, "turned", w > h, "pages", p.sheet.Pages.Count())
}
