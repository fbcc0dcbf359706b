package intake

import (
	"cmp"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/text/width"

	"yueping/app/workbook"
	"yueping/models/fault"
	"yueping/models/month"
)

// dayWithin is a day in a title: as often the one on which a table was made as one that it is of.
var dayWithin = regexp.MustCompile(`\d{1,2}月\d{1,2}[日号]`)

// leaveOtherMonths switches off the sheets that a title or a name without a year says to be of another month
// than the one that is read for, or of several; import.other_month where nothing else is read.
func (l *Layout) leaveOtherMonths(book *workbook.Read, at month.Month, path string) *fault.Fault {
	read, others, said := 0, map[int]period{}, ""
	for i := range l.Sheets {
		if l.Sheets[i].Off {
			continue
		}
		read++
		if p, text := l.partlySaid(book, i, path); !p.in(at) {
			if others[i] = p; said == "" {
				said = text
			}
		}
	}
	if len(others) > 0 && len(others) == read {
		return fault.New("import.other_month", "path", path, "found", said, "month", at.String())
	}
	for i, p := range others {
		if l.Sheets[i].Off = true; p.number > 0 {
			l.Sheets[i].Month = month.Of(cmp.Or(p.year, at.Year()), p.number).String()
		}
	}
	return nil
}

// partlySaid is what a sheet's title, its name or else the file's says of its month where nothing says it with
// the year, and the words.
func (l *Layout) partlySaid(book *workbook.Read, i int, path string) (period, string) {
	s := &l.Sheets[i]
	sheet := findSheet(book, s.Sheet)
	if s.Month != "" || sheet == nil || l.From == Template {
		return period{}, ""
	}
	texts := append(titleTexts(sheet, l.titleTop(i), s.Header), s.Sheet, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	found, words := period{}, ""
	for _, text := range texts {
		text = dayWithin.ReplaceAllString(width.Narrow.String(text), "|")
		p := periodIn(text)
		adds := p.year != 0 && found.year == 0 || p.number != 0 && found.number == 0
		if several := p.number < 0 && !ofSeveral(text); several || !adds {
			continue
		}
		found.year, found.number = cmp.Or(found.year, p.year), cmp.Or(found.number, p.number)
		words = strings.TrimSpace(words + " " + strings.TrimSpace(text))
	}
	return found, words
}

// titleTexts are the texts above a header, but for those of when the table was made.
func titleTexts(sheet *workbook.ReadSheet, top, header int) []string {
	var texts []string
	for row := max(top, 1); row < header; row++ {
		cells := rowAt(sheet, row)
		for i := range cells {
			if !cells[i].Blank() && !saysMade(cells[i].Text) {
				texts = append(texts, cells[i].Shown())
			}
		}
	}
	return texts
}
