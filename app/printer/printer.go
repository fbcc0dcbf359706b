// Package printer brings files of pages to the printers of the system: through CUPS, on Windows through the
// program that prints PDF files.
package printer

import (
	"context"
	"path/filepath"
	"strings"
	"unicode"

	"yueping/models/fault"
)

// State is what a printer does just now.
type State int

// The states of a printer.
const (
	Unknown State = iota // the system does not say
	Idle
	Printing
	Stopped // it takes jobs, and prints them when somebody lets it go on
)

// Printer is one of the system's.
type Printer struct {
	Name    string
	Default bool
	State   State
}

// Sides is how pages lie on sheets.
type Sides int

// The ways in which pages lie on sheets; sheets are turned over the long edge like a book's, over the short one
// like a calendar's. AsSet leaves it to the printer.
const (
	AsSet Sides = iota
	OneSided
	LongEdge
	ShortEdge
)

// Job is a PDF file to be printed.
type Job struct {
	Path    string
	Printer string // a name of Printers
	Title   string // one line, shown in the queue
	Copies  int    // 0 is 1
	Sides   Sides
	Pages   string // as of Range, "" for all
	Paper   string // A3, A4; "" leaves it to the printer
}

// MostCopies is how many copies a job may have: a mistyped number must not empty the paper store.
const MostCopies = 999

// Print hands a job to a printer and gives the name under which it stands in the queue, "" where the system
// gives none. Where Queued is true, the file is not needed any more then. Faults: those of Printers,
// printer.unknown, printer.bad_pages, printer.copies, printer.failed, printer.no_program.
func Print(ctx context.Context, j Job) (string, error) {
	j.Title = oneLine(j.Title)
	j.Copies = max(j.Copies, 1)
	if j.Copies > MostCopies {
		return "", fault.New("printer.copies", "text", j.Copies, "most", MostCopies)
	}
	pages, err := Range(j.Pages, 0)
	if err != nil {
		return "", err
	}
	j.Pages = pages
	if j.Path, err = filepath.Abs(j.Path); err != nil {
		return "", err
	}
	all, err := Printers(ctx)
	if err != nil {
		return "", err
	}
	for _, p := range all {
		if p.Name == j.Printer {
			return hand(ctx, j)
		}
	}
	return "", fault.New("printer.unknown", "printer", j.Printer)
}

// longestTitle is in characters; CUPS keeps 255 bytes.
const longestTitle = 80

func oneLine(title string) string {
	title = strings.Join(strings.FieldsFunc(title, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }), " ")
	if letters := []rune(title); len(letters) > longestTitle {
		title = string(letters[:longestTitle])
	}
	return title
}
