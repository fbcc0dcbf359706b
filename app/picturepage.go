package app

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"yueping/app/sheet"
	"yueping/models/appraise"
	"yueping/models/fault"
)

// PicturePage lays a ranking out on one long page with its title, mark, notes and footer. Faults: those of
// RankMonth, FormatTables and sheet.Layout, group.unknown, picture.nobody where nobody is in a list.
func (w *Workspace) PicturePage(ctx context.Context, r PictureRequest) (*Printable, error) {
	if r.Layout != "" {
		return w.formattedPicture(ctx, r)
	}
	c, err := w.RankMonth(ctx, r.Program, r.Month, r.Scheme)
	if err != nil {
		return nil, err
	}
	ranking := *c.Ranking
	if r.Group != "" {
		only, err := findGroup(c.Month.Program, r.Group)
		if err != nil {
			return nil, err
		}
		ranking.Groups = slices.DeleteFunc(slices.Clone(ranking.Groups), func(g appraise.RankedGroup) bool { return g.Group.Key != only.Key })
	}
	shown := *c
	shown.Ranking = &ranking
	title, err := w.sheetTitle(c.Month, &ranking)
	if err != nil {
		return nil, err
	}
	doc := sheet.Document{Title: title, Mark: c.Month.Mark(w.text), Footer: w.rankingFooter(c.Month, &ranking)}
	lineups := CompareLineups(w.text, &shown)
	var last []string
	for i := len(lineups) - 1; i >= 0; i-- {
		section, any := pictured(&ranking, i, lineups[i], r)
		if any {
			section.Notes = onlyOnce(lineups[i].Notes, last)
			last = append(last, section.Notes...)
			doc.Sections = append(doc.Sections, section)
		}
	}
	if len(doc.Sections) == 0 {
		return nil, fault.New("picture.nobody", "program", c.Month.Program.Name, "month", r.Month.String())
	}
	slices.Reverse(doc.Sections)
	if len(doc.Sections) == 1 {
		if len(c.Ranking.Groups) > 1 {
			doc.Subtitle = append(doc.Subtitle, doc.Sections[0].Heading)
		}
		doc.Sections[0].Heading = ""
	}
	if r.Chart {
		doc.Subtitle = append(doc.Subtitle, Heading(ranking.Keys[0]))
	}
	return w.scroll(title, doc)
}

// formattedPicture lays the tables of a format out as they print, but in the letters of a picture.
func (w *Workspace) formattedPicture(ctx context.Context, r PictureRequest) (*Printable, error) {
	f, err := w.FormatTables(ctx, Handout{Program: r.Program, Month: r.Month, Scheme: r.Scheme, Layout: r.Layout})
	if err != nil {
		return nil, err
	}
	doc := w.rankingDocument(f.Ranked, f.Title, f.Lineups)
	if f.Format.Terms.Plain {
		doc.Footer = ""
	}
	return w.scroll(f.Title, doc)
}

// scroll lays a document out on the narrowest page that its columns fit on with their words and numbers whole.
func (w *Workspace) scroll(title string, doc sheet.Document) (*Printable, error) {
	fonts, err := sheet.Embedded()
	if err != nil {
		return nil, err
	}
	for i, width := range pictureWidths {
		doc.Whole = i < len(pictureWidths)-1
		var page sheet.Page
		if page, err = sheet.LayoutScroll(doc, width, fonts); err == nil {
			return w.printable(title, []sheet.Page{page}, fonts), nil
		}
		if fault.CodeOf(err) != "sheet.too_many_columns" {
			break
		}
	}
	return nil, err
}

// pictured makes a section of a group; any is whether it has a row.
func pictured(r *appraise.Ranking, group int, l Lineup, request PictureRequest) (section sheet.Section, any bool) {
	section.Heading = strings.ReplaceAll(l.Heading, "\n", "")
	rows := r.Groups[group].Rows
	kept := l
	kept.Rows = nil
	for i := range l.Rows {
		if request.Listed && len(rows[i].Lists) == 0 {
			continue
		}
		kept.Rows = append(kept.Rows, l.Rows[i])
		if request.Chart {
			section.Bars.Rows = append(section.Bars.Rows, bar(r, &rows[i], l.Rows[i].Listed))
		}
	}
	if request.Chart {
		if r.Keys[0].Percent {
			section.Bars.Suffix = "%"
		}
	} else {
		section.Table = pdfTable(kept)
	}
	return section, len(kept.Rows) > 0
}

// bar shows the figure that a ranking goes by first.
func bar(r *appraise.Ranking, row *appraise.Row, strong bool) sheet.Bar {
	key := r.Keys[0]
	value, _ := strconv.ParseFloat(row.Values[0].String(), 64) // for the eye only
	if key.Percent {
		value *= 100
	}
	return sheet.Bar{Name: row.Name, Value: value, Text: Fixed(key, row.Values[0]), Strong: strong}
}
