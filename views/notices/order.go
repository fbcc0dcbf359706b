package notices

import (
	"cmp"
	"slices"

	"yueping/models/appraise"
)

// order is by what the board is sorted: a column, or as notices stand.
type order struct {
	column  columnKey // "" as notices stand
	reverse bool
}

// turn gives the order after a click on a column's label: most first, then least, then as notices stand.
func (o order) turn(c columnKey) order {
	switch {
	case c == ribbonColumn:
		return order{}
	case o.column != c:
		return order{column: c}
	case !o.reverse:
		return order{column: c, reverse: true}
	}
	return order{}
}

// sort puts lines into the order; those that are equal stand as notices do.
func (o order) sort(d *data, lines []*line) {
	counties := map[string]int{}
	for i := range d.lines {
		if name := countyOf(&d.lines[i]); counties[name] == 0 {
			counties[name] = i + 1
		}
	}
	rank := map[columnKey]func(*line) int{
		unitColumn:   func(l *line) int { return slices.IndexFunc(d.lines, func(o line) bool { return o.Unit == l.Unit }) },
		countyColumn: func(l *line) int { return counties[countyOf(l)] },
		earnedColumn: func(l *line) int { return -d.harshest(notices(l.matters)) },
		reasonColumn: func(l *line) int { return -longest(notices(l.matters)) },
		riskColumn:   func(l *line) int { return -d.harshest(l.risk) },
		stageColumn:  d.urgency,
	}[o.column]
	slices.SortStableFunc(lines, func(a, b *line) int {
		if rank != nil {
			c := cmp.Compare(rank(a), rank(b))
			if o.reverse {
				c = -c
			}
			if c != 0 {
				return c
			}
		}
		return cmp.Compare(a.standing, b.standing)
	})
}

func notices(matters []matter) []appraise.Notice {
	result := make([]appraise.Notice, len(matters))
	for i, m := range matters {
		result[i] = m.Notice
	}
	return result
}

// harshness grows from praise over what is given every time to the steps of a ladder.
func (d *data) harshness(n appraise.Notice) int {
	r := d.rules[n.Rule]
	switch {
	case r.Honour:
		return 0
	case r.Ladder != "":
		const ladder = 100 // above any number of months
		return ladder + r.Step
	}
	return max(1, r.Months)
}

// harshest is the most harshness among notices, -1 for none.
func (d *data) harshest(list []appraise.Notice) int {
	most := -1
	for _, n := range list {
		most = max(most, d.harshness(n))
	}
	return most
}

func longest(list []appraise.Notice) int {
	most := 0
	for _, n := range list {
		most = max(most, len(n.Months))
	}
	return most
}

// urgency is 0 for what is overdue, then by stage, those without a notice last.
func (d *data) urgency(l *line) int {
	m := d.pressing(l)
	if m == nil {
		return len(stages) + 1
	}
	if m.record.Overdue(d.today) {
		return 0
	}
	return 1 + slices.Index(stages, string(m.record.Stage()))
}
