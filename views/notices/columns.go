package notices

import (
	"strconv"

	"fyne.io/fyne/v2"

	"yueping/views/table"
)

// columnKey names a column for sorting.
type columnKey string

const (
	unitColumn   columnKey = "unit"
	countyColumn columnKey = "county"
	earnedColumn columnKey = "earned"
	reasonColumn columnKey = "reason"
	riskColumn   columnKey = "risk"
	stageColumn  columnKey = "stage"
	ribbonColumn columnKey = "ribbon"
)

// columns declares the columns for the lines that are shown: as wide as their words ask for, and a ribbon for
// each list that one unit may be in.
func (b *sheet) columns() ([]table.Column, []columnKey) {
	var columns []table.Column
	var keys []columnKey
	add := func(key columnKey, label string, width, grow float32) {
		c := table.Column{Label: label, Width: width, Grow: grow, Align: fyne.TextAlignLeading}
		if b.order.column == key {
			c.Sorted = table.Down
			if b.order.reverse {
				c.Sorted = table.Up
			}
		}
		columns, keys = append(columns, c), append(keys, key)
	}
	t := b.text.T
	unit, county, earned := broad(t("column.unit")), broad(t("column.county")), broad(t("board.earned"))
	reason, risk, stage := broad(t("board.reason")), broad(t("board.risk")), broad(t("board.stage"))
	for _, l := range b.lines {
		unit, county = max(unit, broad(l.Name)), max(county, broad(l.County))
		earned, reason = max(earned, broad(b.earned(l))), max(reason, broad(b.reason(l)))
		risk, stage = max(risk, broad(b.data.actionsWords(l.risk))), max(stage, broad(b.stage(l)))
	}
	add(unitColumn, t("column.unit"), min(unit, 150), 0.4)
	if b.counties {
		add(countyColumn, t("column.county"), min(county, 170), 0.3)
	}
	add(earnedColumn, t("board.earned"), min(earned+signWide, 244), 0.4)
	add(reasonColumn, t("board.reason"), min(reason, 190), 0.3)
	add(riskColumn, t("board.risk"), min(risk, 190), 0.5)
	add(stageColumn, t("board.stage"), min(stage, 170)+signWide, 0.2)
	for slot := range b.slots {
		c := table.Column{Label: b.slotName(slot), Width: table.RibbonWidth(len(b.data.board.Months)), Scale: &table.Scale{Ticks: b.scale()}}
		columns, keys = append(columns, c), append(keys, ribbonColumn)
	}
	b.squeeze(columns, keys)
	return columns, keys
}

// squeeze takes from the notices what the window lacks, so that the newest month stays in sight: what is cut there
// is the mildest notice.
func (b *sheet) squeeze(columns []table.Column, keys []columnKey) {
	const least, about = 150, 700 // a window narrower than that scrolls anyway
	needed := table.Width(columns)
	for i, key := range keys {
		if key == earnedColumn && b.room > about && needed > b.room {
			columns[i].Width = max(least, columns[i].Width-(needed-b.room))
		}
	}
}

// scale are the ticks above the ribbons: the months' numbers, and the years where they begin.
func (b *sheet) scale() []table.Tick {
	months := b.data.board.Months
	ticks := make([]table.Tick, len(months))
	for i, m := range months {
		ticks[i].Label = strconv.Itoa(m.Number())
		if i == 0 || m.Number() == 1 {
			ticks[i].Over = b.text.T("board.year", "year", m.Year())
		}
	}
	return ticks
}

// signWide is the room for a sign before a text, or behind a label.
const signWide = 14

// broad is how wide words are at most: a character as wide as the letters are high, Latin ones and digits little
// more than half of it.
func broad(words string) float32 {
	w := float32(2)
	for _, r := range words {
		if r < 0x2000 {
			w += 8.2
		} else {
			w += 14
		}
	}
	return w
}
