package notices

import (
	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/app/text"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/table"
)

// columns declares the table's columns.
func columns(t *text.Book) []table.Column {
	left := fyne.TextAlignLeading
	return []table.Column{
		{Label: t.T("column.unit"), Width: 88, Grow: 1, Align: left},
		{Label: t.T("column.county"), Width: 84, Grow: 0.5, Align: left},
		{Label: t.T("notices.action"), Width: 68, Align: left},
		{Label: t.T("notices.addressee"), Width: 120, Align: left},
		{Label: t.T("notices.months"), Width: 172, Grow: 0.5, Align: left},
		{Label: t.T("column.rank"), Width: 60, Align: fyne.TextAlignTrailing},
		{Label: t.T("notices.ribbon", "count", ribbonMonths), Width: 184, Align: left},
	}
}

// rows prepares the notices of an action, all where it is "".
func rows(t *text.Book, d data, action string) []table.Row {
	var result []table.Row
	for _, n := range d.notices {
		if action != "" && n.Action != action {
			continue
		}
		terms := d.terms[n.Rule]
		l := list{terms.Scheme, terms.List}
		cell := table.Cell{Text: n.Action}
		if terms.Ladder != "" {
			cell = table.Cell{Text: n.Action, Bold: true, Tone: table.Bad, Sign: table.Down}
		}
		place := d.ranks[l][n.Unit.Key]
		result = append(result, table.Row{Key: n.Unit.Key + "/" + n.Rule, Cells: []table.Cell{
			{Text: n.Name}, {Text: n.County}, cell, {Text: n.Addressee}, {Text: streak(t, n.Months)},
			{Text: t.T("notices.place", "rank", place.rank, "of", place.of)}, {Ribbon: d.ribbons[l][n.Unit.Key]}}})
	}
	return result
}

// streak writes the months that earned a notice: a run from its first to its last, others one by one.
func streak(t *text.Book, months []month.Month) string {
	last := len(months) - 1
	if last < 1 || int(months[last]-months[0]) != last {
		return app.MonthsWords(t, months)
	}
	key := "notices.run"
	if months[0].Year() != months[last].Year() {
		key = "notices.run_over_years"
	}
	return t.T(key, "year", months[0].Year(), "month", months[0].Number(), "until_year", months[last].Year(), "until", months[last].Number(), "count", len(months))
}

// count counts the notices by action, in the order of their first occurrence in the rules.
func count(t *text.Book, d data) (summary string, filter []controls.Option) {
	numbers, units := map[string]int{}, map[string]bool{}
	for _, n := range d.notices {
		numbers[n.Action]++
		units[n.Unit.Key] = true
	}
	filter = []controls.Option{{Label: t.T("notices.all", "count", len(d.notices))}}
	for _, action := range actions(d) {
		filter = append(filter, controls.Option{Key: action, Label: t.T("notices.of_action", "action", action, "count", numbers[action])})
	}
	return t.T("notices.summary", "units", len(units), "count", len(d.notices)), filter
}

// actions gives the actions that occur, in the order of the rules.
func actions(d data) []string {
	var result []string
	seen := map[string]bool{}
	for i := range d.place.Program.Rules {
		action := d.terms[d.place.Program.Rules[i].Key].Action
		if !seen[action] && hasAction(d.notices, action) {
			seen[action] = true
			result = append(result, action)
		}
	}
	return result
}

func hasAction(notices []appraise.Notice, action string) bool {
	for _, n := range notices {
		if n.Action == action {
			return true
		}
	}
	return false
}
