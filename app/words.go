package app

import (
	"slices"
	"strings"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
)

// StateWord is what clerks call a state: 无数据, 不参评, 未报; "" for a number.
func StateWord(t *text.Book, s models.State) string {
	switch s {
	case models.IsNumber:
		return ""
	case models.NotReported:
		return t.T("state.not_reported")
	}
	return t.T("state." + string(s))
}

// ReasonWords says why a unit is not ranked: its state, or for a derived figure each input that is no
// number with its state.
func ReasonWords(t *text.Book, e appraise.Excluded) string {
	if e.Note != "" {
		return e.Note
	}
	if len(e.Missing) == 0 {
		return StateWord(t, e.State)
	}
	parts := make([]string, len(e.Missing))
	for i, m := range e.Missing {
		parts[i] = inputWords(t, m.Input) + StateWord(t, m.State)
		if m.State == models.IsNumber {
			parts[i] = t.T("reason.zero_denominator", "input", inputWords(t, m.Input))
		}
	}
	return strings.Join(parts, "、")
}

// MonthWords is a month as clerks write it: 2019年10月.
func MonthWords(t *text.Book, m month.Month) string {
	return t.T("month.words", "year", m.Year(), "month", m.Number())
}

// MonthsWords is a streak as clerks write it: 2019年7月、8月; the year again where it changes.
func MonthsWords(t *text.Book, months []month.Month) string {
	parts := make([]string, len(months))
	for i, m := range months {
		if i > 0 && months[i-1].Year() == m.Year() {
			parts[i] = t.T("month.number", "month", m.Number())
		} else {
			parts[i] = MonthWords(t, m)
		}
	}
	return strings.Join(parts, "、")
}

// NoticeWords is what a notice says: its action, how it was earned, and whom it addresses.
func NoticeWords(t *text.Book, n appraise.Notice) string {
	key := "notice.once"
	switch {
	case len(n.Months) > 1 && !n.Running && n.Addressee != "":
		key = "notice.total_addressed"
	case len(n.Months) > 1 && !n.Running:
		key = "notice.total"
	case len(n.Months) > 1 && n.Addressee != "":
		key = "notice.streak_addressed"
	case len(n.Months) > 1:
		key = "notice.streak"
	case n.Addressee != "":
		key = "notice.addressed"
	}
	return t.T(key, "action", n.Action, "addressee", n.Addressee, "count", len(n.Months), "months", MonthsWords(t, n.Months))
}

// FullName is a unit's name with its county's before it, once: a name that begins with the county's
// name or the end of it (示范区… under …一体化示范区) has it already.
func FullName(name, county string) string {
	whole := []rune(county)
	for i := 0; i+1 < len(whole); i++ {
		if strings.HasPrefix(name, string(whole[i:])) {
			return name
		}
	}
	return county + name
}

// ListNames gives the names of the lists a row is in, as its group calls them.
func ListNames(g *appraise.RankedGroup, row *appraise.Row) []string {
	var names []string
	for _, l := range g.Lists {
		if slices.Contains(row.Lists, l.List.Key) {
			names = append(names, l.List.Name)
		}
	}
	return names
}

// Mark is what must stand wherever a month's data are shown: that they are made up, and the program's
// note; "" for neither.
func (m *Month) Mark(t *text.Book) string {
	var marks []string
	if m.Record.MadeUp {
		marks = append(marks, t.T("mark.made_up"))
	}
	if m.Program.Note != "" {
		marks = append(marks, m.Program.Note)
	}
	return strings.Join(marks, "，")
}

// City is the city's name in the month, "" where the register has none.
func (m *Month) City() string {
	if city := m.Table.Roster.Register().City(); city != nil {
		return m.Table.Roster.Name(city.Key)
	}
	return ""
}
