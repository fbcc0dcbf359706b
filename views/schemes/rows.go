package schemes

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/app/text"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/views/table"
)

// columns are those of the preview: the rank now and then, the unit, its county where any has one, the
// first value and the lists.
func columns(t *text.Book, r *appraise.Ranking, counties bool) []table.Column {
	value := app.Heading(r.Keys[0])
	if len(r.Terms.SumOf) > 0 {
		value = t.T("schemes.column.sum")
	}
	result := []table.Column{{Label: t.T("schemes.column.rank"), Width: 84}}
	if counties {
		result = append(result, table.Column{Label: t.T("column.unit"), Width: 108, Grow: 1}, table.Column{Label: t.T("column.county"), Width: 84, Grow: 0.3})
	} else {
		result = append(result, table.Column{Label: t.T("column.unit"), Width: 150, Grow: 1})
	}
	return append(result, table.Column{Label: value, Width: max(64, min(136, float32(15*len([]rune(value))))), Align: fyne.TextAlignTrailing},
		table.Column{Label: t.T("column.lists"), Width: 120, Grow: 0.6})
}

// rows prepares the comparison, or only those of its units that stand elsewhere than now.
func rows(t *text.Book, r *appraise.Ranking, c comparison, onlyChanged bool) []table.Row {
	var result []table.Row
	for _, g := range c.groups {
		var lines []table.Row
		for i := range g.rows {
			if u := &g.rows[i]; !onlyChanged || !c.known || u.changed() {
				lines = append(lines, line(t, r, c, u))
			}
		}
		if len(c.groups) > 1 && len(lines) > 0 {
			result = append(result, table.Row{Heading: t.T("ranking.group", "group", g.name, "count", len(g.rows))})
		}
		result = append(result, lines...)
	}
	return result
}

func line(t *text.Book, r *appraise.Ranking, c comparison, u *compared) table.Row {
	value := ""
	if u.after > 0 {
		value = app.Fixed(r.Keys[0], u.row.Values[0])
	}
	row := table.Row{Key: u.row.Unit.Key, Cells: []table.Cell{ranks(c, u), {Text: u.row.Name}}}
	if c.counties {
		row.Cells = append(row.Cells, table.Cell{Text: u.row.County})
	}
	shown, lists := table.Cell{Text: value}, membership(t, c, u)
	if u.excluded != nil {
		shown = table.Cell{Text: app.ReasonWords(t, *u.excluded), Tone: table.Dim, Span: len(u.goes) == 0}
	}
	if c.known && (len(u.enters) > 0 || len(u.goes) > 0) {
		row.Fill = lists.Tone
	}
	row.Cells = append(row.Cells, shown, lists)
	return row
}

// ranks writes 7 → 9, or 7 where nothing moves.
func ranks(c comparison, u *compared) table.Cell {
	word := func(rank int) string {
		if rank == 0 {
			return "—"
		}
		return strconv.Itoa(rank)
	}
	switch {
	case !c.known || u.before == u.after:
		return table.Cell{Text: word(u.after), Bold: true}
	case u.before == 0:
		return table.Cell{Text: word(0) + " → " + word(u.after), Bold: true}
	case u.after == 0:
		return table.Cell{Text: word(u.before) + " → " + word(0), Tone: table.Dim}
	case u.after < u.before:
		return table.Cell{Text: word(u.before) + " → " + word(u.after), Bold: true, Sign: table.Up, Tone: table.Good}
	}
	return table.Cell{Text: word(u.before) + " → " + word(u.after), Bold: true, Sign: table.Down, Tone: table.Bad}
}

// membership says which lists a unit comes into, goes out of and stays in: to come into a list of the
// worst points down, to go out of it up.
func membership(t *text.Book, c comparison, u *compared) table.Cell {
	var words []string
	cell := table.Cell{}
	mark := func(bad bool) {
		cell.Sign, cell.Tone = table.Up, table.Good
		if bad {
			cell.Sign, cell.Tone = table.Down, table.Bad
		}
	}
	for _, l := range u.goes {
		mark(!l.worst)
		words = append(words, t.T("schemes.goes", "list", l.name))
	}
	for _, l := range u.enters {
		mark(l.worst)
		words = append(words, t.T("schemes.enters", "list", l.name))
	}
	for _, l := range u.stays {
		words = append(words, l.name)
	}
	cell.Text = strings.Join(words, t.T("schemes.words.and"))
	return cell
}

// told says in sentences what the new terms change.
func told(t *text.Book, at month.Month, c comparison) []string {
	ranked, moved := 0, 0
	var gone []string
	enters, goes := map[string][]string{}, map[string][]string{}
	var entered, left []string // the names of lists in their order
	for _, g := range c.groups {
		for i := range g.rows {
			u := &g.rows[i]
			if u.after > 0 {
				ranked++
			}
			if u.after == 0 {
				gone = append(gone, u.row.Name)
			} else if u.before != u.after {
				moved++
			}
			for _, l := range u.enters {
				entered = appendNew(entered, l.name)
				enters[l.name] = append(enters[l.name], u.row.Name)
			}
			for _, l := range u.goes {
				left = appendNew(left, l.name)
				goes[l.name] = append(goes[l.name], u.row.Name)
			}
		}
	}
	words := app.MonthWords(t, at)
	if ranked == 0 {
		return []string{t.T("schemes.told.nobody", "month", words)}
	}
	if !c.known {
		return []string{t.T("schemes.told.new", "month", words, "count", ranked)}
	}
	if moved == 0 && len(gone) == 0 && len(entered) == 0 && len(left) == 0 {
		return []string{t.T("schemes.told.same", "month", words)}
	}
	sentences := []string{t.T("schemes.told.moved", "month", words, "count", moved)}
	for _, name := range entered {
		sentences = append(sentences, t.T("schemes.told.enters", "list", name, "units", few(t, enters[name])))
	}
	for _, name := range left {
		sentences = append(sentences, t.T("schemes.told.goes", "list", name, "units", few(t, goes[name])))
	}
	if len(gone) > 0 {
		sentences = append(sentences, t.T("schemes.told.gone", "units", few(t, gone)))
	}
	return sentences
}
