package notices

import (
	"slices"
	"strings"

	"yueping/app"
	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/escalate"
	"yueping/models/month"
)

const inList = escalate.InList

// actionWords is whom a notice asks for what: 约谈政府主要负责同志.
func actionWords(n appraise.Notice) string { return n.Action + n.Addressee }

// actionsWords are those of several notices, the harshest first: where a column is too narrow, the dull part goes.
func (d *data) actionsWords(list []appraise.Notice) string {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b appraise.Notice) int { return d.harshness(b) - d.harshness(a) })
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = actionWords(n)
	}
	return strings.Join(words, "、")
}

// main is the matter that a row speaks of: the harshest, nil where the month brought nothing.
func (d *data) main(l *line) *matter {
	var best *matter
	for i := range l.matters {
		if m := &l.matters[i]; best == nil || d.harshness(m.Notice) > d.harshness(best.Notice) {
			best = m
		}
	}
	return best
}

// pressing is the matter whose stage a row shows: one that is overdue, else the main one.
func (d *data) pressing(l *line) *matter {
	for i := range l.matters {
		if l.matters[i].record.Overdue(d.today) {
			return &l.matters[i]
		}
	}
	return d.main(l)
}

// reason says which months earned a notice: 连续2个月：7月、8月; a long run by its ends.
func reason(t *text.Book, n appraise.Notice) string {
	if len(n.Months) < 2 {
		return t.T("board.once")
	}
	key := "board.total"
	if n.Running {
		key = "board.running"
	}
	return t.T(key, "count", len(n.Months), "months", shortMonths(t, n.Months))
}

// shortMonths writes months as they stand to the last one: the year only where it is another.
func shortMonths(t *text.Book, months []month.Month) string {
	last := months[len(months)-1]
	name := func(m month.Month) string {
		if m.Year() != last.Year() {
			return app.MonthWords(t, m)
		}
		return t.T("month.number", "month", m.Number())
	}
	if n := len(months); n > 3 && int(last-months[0]) == n-1 {
		return t.T("board.from_to", "from", name(months[0]), "to", name(last))
	}
	words := make([]string, len(months))
	for i, m := range months {
		words[i] = name(m)
	}
	return strings.Join(words, "、")
}

// stageWords says how far a notice has come: 待约谈, 整改中（至11月30日）, 逾期5天, 已复查, 已销号.
func stageWords(t *text.Book, action string, f models.FollowUp, today month.Period) string {
	switch stage := f.Stage(); {
	case f.Overdue(today):
		return t.T("board.overdue_days", "count", daysBetween(f.Deadline, today))
	case stage == models.StageClosed, stage == models.StageFollowed:
		return t.T("board.stage." + string(stage))
	case stage == models.StageHeld && f.Deadline != month.Period{}:
		return t.T("board.until", "date", dayWords(t, f.Deadline, today))
	case stage == models.StageHeld:
		return t.T("board.done", "action", action)
	}
	return t.T("board.to_do", "action", action)
}

// dayWords is a day without its year where that is the one of today.
func dayWords(t *text.Book, day, today month.Period) string {
	if day.Month.Year() == today.Month.Year() {
		return t.T("board.day", "month", day.Month.Number(), "day", day.Day)
	}
	return t.T("board.day_of_year", "year", day.Month.Year(), "month", day.Month.Number(), "day", day.Day)
}
