package app

import (
	"bytes"
	"context"
	"io"
	"strings"

	"yueping/app/bulletin"
	"yueping/app/workbook"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

// Handout is a ranking to be written into a file: Format is xlsx or pdf.
type Handout struct {
	Program string
	Month   month.Month
	Scheme  string // "" for the program's default
	Format  string
	Path    string
	Compare bool   // with columns against last month and last year, where there is something to compare
	Layout  string // key of the 版式, which has columns of its own; "" as the screen shows it
}

// WriteRanking writes a ranking sheet.
func (w *Workspace) WriteRanking(ctx context.Context, h Handout) error {
	switch h.Format {
	case "pdf":
		pages, err := w.RankingPages(ctx, h)
		if err != nil {
			return err
		}
		return pages.Save(h.Path)
	case "xlsx":
		return w.writeRankingBook(ctx, h)
	}
	return fault.New("handout.format", "format", h.Format)
}

// ranked is a ranking ready to be set: its title and its tables.
func (w *Workspace) ranked(ctx context.Context, h Handout) (c *Compared, title string, lineups []Lineup, err error) {
	rank := w.RankMonth
	if h.Compare {
		rank = w.CompareRanking
	}
	c, err = rank(ctx, h.Program, h.Month, h.Scheme)
	if err != nil {
		return nil, "", nil, err
	}
	title, err = w.sheetTitle(c.Month, c.Ranking)
	return c, title, CompareLineups(w.text, c), err
}

func (w *Workspace) writeRankingBook(ctx context.Context, h Handout) error {
	if h.Layout != "" {
		f, err := w.FormatTables(ctx, h)
		if err != nil {
			return err
		}
		return w.writeFormatBook(f, h.Path)
	}
	c, title, lineups, err := w.ranked(ctx, h)
	if err != nil {
		return err
	}
	book := workbook.Book{Title: strings.ReplaceAll(title, "\n", ""), Creator: w.text.T("app.name"), Sheets: w.rankingSheets(c.Month, title, lineups)}
	for i := range book.Sheets {
		book.Sheets[i].Footer = w.rankingFooter(c.Month, c.Ranking)
	}
	var content bytes.Buffer
	if err := workbook.Write(&content, book, w.clock()); err != nil {
		return err
	}
	return writeWhole(h.Path, content.Bytes())
}

// sheetTitle fills the program's wording for sheet titles, or makes one of its names.
func (w *Workspace) sheetTitle(m *Month, r *appraise.Ranking) (string, error) {
	return w.titleOf(m, r, m.Program.Wording.SheetTitle)
}

// titleOf fills a wording, or makes a title of names where it is "".
func (w *Workspace) titleOf(m *Month, r *appraise.Ranking, wording string) (string, error) {
	if wording == "" {
		return w.text.T("sheet.title", "city", m.City(), "program", m.Program.Name, "scheme", r.Scheme.Name, "month", MonthWords(w.text, m.At)), nil
	}
	title, err := bulletin.Render(wording, bulletin.Data{City: m.City(), Year: m.At.Year(), Month: m.At.Number(), Scheme: r.Scheme.Name,
		Figure: w.cityFigure(m), Parts: w.breakdown(m)})
	return strings.TrimSpace(title), err
}

// footer is what stands at the foot of every sheet: status and print time.
func (w *Workspace) footer(m *Month) string {
	return w.text.T("sheet.footer", "status", w.text.T("status."+string(m.Record.Status)), "time", w.clock().Format("2006-01-02 15:04"))
}

// rankingFooter is what stands at the foot of a ranking: its month and status, since when its rules hold, and
// the print time.
func (w *Workspace) rankingFooter(m *Month, r *appraise.Ranking) string {
	since := ""
	for _, terms := range r.Scheme.Versions {
		if terms.From <= m.At && terms.From > 0 {
			since = MonthWords(w.text, terms.From)
		}
	}
	return w.text.T("sheet.ranking_footer", "month", MonthWords(w.text, m.At), "status", w.text.T("status."+string(m.Record.Status)), "since", since,
		"time", w.clock().Format("2006-01-02 15:04"))
}

// rankingSheets gives a workbook sheet a group.
func (w *Workspace) rankingSheets(m *Month, title string, lineups []Lineup) []workbook.Sheet {
	var sheets []workbook.Sheet
	for _, l := range lineups {
		s := workbook.Sheet{Name: l.Heading, Title: strings.ReplaceAll(title, "\n", ""), Mark: m.Mark(w.text), Notes: l.Notes, Footer: w.footer(m)}
		if len(lineups) > 1 {
			s.Title += " " + l.Heading
		}
		for _, c := range l.Columns {
			column := workbook.Column{Title: c.Title, Text: c.Words, Centred: !c.Words && c.Indicator == nil, Bars: c.Bars}
			if c.Indicator != nil {
				column.Percent, column.Decimals = c.Indicator.Percent, c.Indicator.Decimals
			}
			s.Columns = append(s.Columns, column)
		}
		for _, r := range l.Rows {
			row := make([]workbook.Cell, len(r.Cells))
			for i, c := range r.Cells {
				row[i] = workbook.Cell{Text: c.Text, Number: c.Number, Strong: r.Listed}
				if c.Number != nil {
					row[i].Text = ""
				}
			}
			s.Rows = append(s.Rows, row)
		}
		sheets = append(sheets, s)
	}
	return sheets
}

// WriteBulletin writes the month's text.
func (w *Workspace) WriteBulletin(ctx context.Context, program string, at month.Month, path string) error {
	content, err := w.Bulletin(ctx, program, at)
	if err != nil {
		return err
	}
	return WriteFile(path, func(out io.Writer) error {
		_, err := io.WriteString(out, content)
		return err
	})
}
