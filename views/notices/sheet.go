package notices

import (
	"strconv"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/escalate"
	"yueping/views/table"
)

// sheet turns the lines that are shown into the columns and rows of the table.
type sheet struct {
	text   *text.Book
	data   *data
	filter filter
	order  order
	lines  []*line
	slots  int // ribbons side by side: the most lists that one unit may be in

	room     float32 // the width of the table, 0 where it is not known yet
	counties bool    // some unit stands under a county
}

func newSheet(t *text.Book, d *data, f filter, o order, room float32) *sheet {
	b := &sheet{text: t, data: d, filter: f, order: o, slots: 1, room: room}
	for i := range d.lines {
		if l := &d.lines[i]; f.keeps(d, l) {
			b.lines = append(b.lines, l)
			b.slots = max(b.slots, len(b.listsOf(l)))
			b.counties = b.counties || l.County != ""
		}
	}
	o.sort(d, b.lines)
	return b
}

// listsOf are the lists whose ribbons a line has, by their index.
func (b *sheet) listsOf(l *line) []int {
	var result []int
	for i, ribbon := range l.Ribbons {
		if ribbon != nil && (b.filter.list == "" || b.filter.list == strconv.Itoa(i)) {
			result = append(result, i)
		}
	}
	return result
}

// slotName is the list of a column of ribbons, "" where it is not the same in all lines.
func (b *sheet) slotName(slot int) string {
	if b.slots == 1 {
		return ""
	}
	name := ""
	for i, l := range b.lines {
		if lists := b.listsOf(l); slot < len(lists) {
			own := b.data.board.Lists[lists[slot]].Name
			if name != "" && name != own && i > 0 {
				return ""
			}
			name = own
		}
	}
	return name
}

// rows are the units, and below them the records that data no longer bear out.
func (b *sheet) rows() []table.Row {
	var rows []table.Row
	for _, l := range b.lines {
		rows = append(rows, b.row(l))
	}
	if len(b.data.orphans) == 0 || b.filter.show == showRisk || b.filter.stage != "" {
		return rows
	}
	rows = append(rows, table.Row{Heading: b.text.T("board.orphans", "count", len(b.data.orphans))})
	for _, o := range b.data.orphans {
		cells := append(b.unit(o.name, o.county), table.Cell{Text: o.title, Tone: table.Dim}, table.Cell{}, table.Cell{},
			table.Cell{Text: stageWords(b.text, o.action, o.FollowUp, b.data.today)})
		rows = append(rows, table.Row{Key: orphanKey(o.FollowUp), Cells: cells})
	}
	return rows
}

func orphanKey(f models.FollowUp) string { return f.Unit + "/" + f.Rule }

func (b *sheet) row(l *line) table.Row {
	row := table.Row{Key: l.Unit.Key, Cells: b.unit(l.Name, l.County)}
	earned := table.Cell{Text: b.earned(l)}
	if m := b.data.main(l); m != nil && b.data.rules[m.Rule].Ladder != "" {
		earned.Bold, earned.Tone, earned.Sign = true, table.Bad, table.Down
	}
	stage := table.Cell{Text: b.stage(l), Tone: table.Dim}
	if m := b.data.pressing(l); m != nil {
		stage.Tone = table.Plain
		if m.record.Overdue(b.data.today) {
			stage.Bold, stage.Tone, stage.Sign = true, table.Bad, table.Up
		}
	}
	row.Cells = append(row.Cells, earned, table.Cell{Text: b.reason(l)}, table.Cell{Text: b.data.actionsWords(l.risk)}, stage)
	for _, i := range b.listsOf(l) {
		row.Cells = append(row.Cells, table.Cell{Ribbon: tiles(l.Ribbons[i], b.data.tone(i))})
	}
	return row
}

func (b *sheet) unit(name, county string) []table.Cell {
	if !b.counties {
		return []table.Cell{{Text: name}}
	}
	return []table.Cell{{Text: name}, {Text: county}}
}

func (b *sheet) earned(l *line) string { return b.data.actionsWords(notices(l.matters)) }

func (b *sheet) reason(l *line) string {
	if m := b.data.main(l); m != nil {
		return reason(b.text, m.Notice)
	}
	return ""
}

func (b *sheet) stage(l *line) string {
	if m := b.data.pressing(l); m != nil {
		return stageWords(b.text, m.Action, m.record, b.data.today)
	}
	return ""
}

// tone is that of being in a list: bad among the worst, good elsewhere.
func (d *data) tone(list int) table.Tone {
	l := d.board.Lists[list]
	terms, _ := l.Scheme.At(d.board.At)
	for _, own := range terms.Lists {
		if own.Key == l.List.List && !own.Worst {
			return table.Good
		}
	}
	return table.Bad
}

// tiles draw a ribbon.
func tiles(ribbon []appraise.Standing, tone table.Tone) []table.Tile {
	result := make([]table.Tile, len(ribbon))
	for i, s := range ribbon {
		result[i] = tile(s.Mark, s.Rank, tone)
	}
	return result
}

func tile(mark escalate.Mark, rank int, tone table.Tone) table.Tile {
	t := table.Tile{Tone: tone, Mark: map[escalate.Mark]table.Mark{escalate.NotInList: table.Out, escalate.InList: table.In}[mark]}
	if rank > 0 && t.Mark != table.Unknown {
		t.Text = strconv.Itoa(rank)
	}
	return t
}
