package app

import (
	"slices"
	"strings"

	"yueping/app/workbook"
	"yueping/models/month"
	"yueping/models/number"
)

// title names the year, and what of it.
func (y *year) title(what string) string {
	m, scheme := y.months[len(y.months)-1].Month, y.scheme.Name
	if scheme == y.program.Name {
		scheme = ""
	}
	return strings.TrimSpace(y.w.text.T("year.title", "city", m.City(), "program", y.program.Name, "scheme", scheme, "year", y.number, "what", what))
}

// sheet begins a sheet over several months.
func (y *year) sheet(name string) workbook.Sheet {
	return workbook.Sheet{Name: name, Title: y.title(name), Mark: y.mark(), Footer: y.footer(), Landscape: true, Frozen: 2}
}

// mark is what must stand over the year where it must over any of its months.
func (y *year) mark() string {
	var marks []string
	for _, m := range y.months {
		if mark := m.Month.Mark(y.w.text); mark != "" && !slices.Contains(marks, mark) {
			marks = append(marks, mark)
		}
	}
	return strings.Join(marks, "；")
}

// footer says how many months may still change, and the print time.
func (y *year) footer() string {
	return y.w.text.T("year.footer", "open", len(y.open()), "time", y.w.clock().Format("2006-01-02 15:04"))
}

// open are the months that are not verified.
func (y *year) open() []month.Month {
	var open []month.Month
	for _, m := range y.months {
		if !m.Month.Locked() {
			open = append(open, m.Month.At)
		}
	}
	return open
}

// summaries are 汇总: a sheet a group, a row a unit.
func (y *year) summaries() []workbook.Sheet {
	groups := y.groups()
	var sheets []workbook.Sheet
	for _, g := range groups {
		name := y.w.text.T("year.summary")
		if len(groups) > 1 {
			name += " " + g.Name
		}
		s := y.sheet(name)
		y.summaryColumns(&s, g)
		for _, u := range g.units {
			s.Rows = append(s.Rows, y.summaryRow(g, u))
		}
		dropBlank(&s)
		s.Notes = append(y.marks(g), y.notes()...)
		sheets = append(sheets, s)
	}
	return sheets
}

// dropBlank takes out the columns in which no row says anything.
func dropBlank(s *workbook.Sheet) {
	for i := len(s.Columns) - 1; i > 0; i-- {
		if slices.ContainsFunc(s.Rows, func(row []workbook.Cell) bool { return row[i].Text != "" || row[i].Number != nil }) {
			continue
		}
		s.Columns = slices.Delete(s.Columns, i, i+1)
		for n := range s.Rows {
			s.Rows[n] = slices.Delete(s.Rows[n], i, i+1)
		}
	}
}

func (y *year) summaryColumns(s *workbook.Sheet, g *yearGroup) {
	t := y.w.text
	s.Columns = []workbook.Column{{Title: t.T("column.unit"), Text: true}, {Title: t.T("column.county"), Text: true}}
	for i := range y.months {
		s.Columns = append(s.Columns, workbook.Column{Title: y.monthWord(i), Group: t.T("year.ranks"), Centred: true})
	}
	if f := y.figure(); f != nil {
		s.Columns = append(s.Columns, workbook.Column{Title: t.T("year.average", "figure", Heading(f)), Percent: f.Percent, Decimals: f.Decimals})
	}
	s.Columns = append(s.Columns, workbook.Column{Title: t.T("year.average_rank"), Decimals: rankPlaces},
		workbook.Column{Title: t.T("year.best"), Centred: true}, workbook.Column{Title: t.T("year.worst"), Centred: true})
	for _, l := range g.lists {
		s.Columns = append(s.Columns, workbook.Column{Title: t.T("year.listed", "list", l.Name), Centred: true})
	}
	if len(y.program.Rules) > 0 {
		s.Columns = append(s.Columns, workbook.Column{Title: t.T("column.notice"), Text: true, Width: proseWidth})
	}
	s.Columns = append(s.Columns, workbook.Column{Title: t.T("year.missing"), Text: true, Width: proseWidth})
}

// proseWidth is that of a column of running words, in characters.
const proseWidth = 28

func (y *year) summaryRow(g *yearGroup, u *yearUnit) []workbook.Cell {
	row := []workbook.Cell{workbook.Words(u.name), workbook.Words(u.county)}
	for _, p := range u.places {
		row = append(row, rankCell(g, p))
	}
	figure := y.figure()
	value, rank, count, err := u.averages(figure)
	none := workbook.Words(y.w.text.T("year.none"))
	average := []workbook.Cell{none, none}
	if count > 0 && err == nil {
		average = []workbook.Cell{workbook.Figure(value), workbook.Figure(rank)}
	}
	if figure == nil {
		average = average[1:]
	}
	row = append(row, average...)
	row = append(row, workbook.Words(y.extreme(u, false)), workbook.Words(y.extreme(u, true)))
	for _, l := range g.lists {
		count := 0
		for _, p := range u.places {
			if _, in := p.lists[l.Key]; in {
				count++
			}
		}
		row = append(row, workbook.Figure(number.FromInt(int64(count))))
	}
	if len(y.program.Rules) > 0 {
		row = append(row, workbook.Words(y.noticesOf(u)))
	}
	return append(row, workbook.Words(y.missing(u)))
}

// rankCell is a rank, marked where a list has it, or the state in its place.
func rankCell(g *yearGroup, p yearPlace) workbook.Cell {
	if p.rank == 0 {
		return workbook.Words(p.state)
	}
	cell := workbook.Figure(number.FromInt(int64(p.rank)))
	for _, l := range g.lists {
		switch {
		case !p.lists[l.Key]:
		case l.Worst:
			cell.Mark = workbook.MarkWorst
		default:
			cell.Mark = workbook.MarkBest
		}
	}
	return cell
}

// marks says what the fills mean.
func (y *year) marks(g *yearGroup) []string {
	var best, worst []string
	for _, l := range g.lists {
		if l.Worst {
			worst = append(worst, l.Name)
		} else {
			best = append(best, l.Name)
		}
	}
	if len(best)+len(worst) == 0 {
		return nil
	}
	return []string{y.w.text.T("export.marks", "best", strings.Join(best, "、"), "worst", strings.Join(worst, "、"))}
}

// notes say what the figures of a year are over, which months it lacks, and where its rules change.
func (y *year) notes() []string {
	t := y.w.text
	notes := []string{t.T("year.note_average"), t.T("year.note_order")}
	if open := y.open(); len(open) > 0 {
		notes = append(notes, t.T("year.note_open", "months", MonthsWords(t, open)))
	}
	if len(y.without) > 0 {
		notes = append(notes, t.T("year.note_without", "months", MonthsWords(t, y.without)))
	}
	if len(y.unranked) > 0 {
		notes = append(notes, t.T("year.note_unranked", "scheme", y.scheme.Name, "months", MonthsWords(t, y.unranked)))
	}
	if y.figure() == nil {
		notes = append(notes, t.T("year.note_figures"))
	}
	for i := 1; i < len(y.months); i++ {
		now, then := y.months[i], y.months[i-1].Month.At
		if between(now.Month, now.Ranking, then).Any() {
			notes = append(notes, t.T("year.note_break", "month", MonthWords(t, now.Month.At)))
		}
		for _, v := range y.scheme.Versions {
			if v.From > then && v.From <= now.Month.At {
				notes = append(notes, t.T("year.note_terms", "scheme", y.scheme.Name, "month", MonthWords(t, v.From)))
			}
		}
	}
	return notes
}
