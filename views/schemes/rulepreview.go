package schemes

import (
	"context"
	"strings"

	"yueping/app"
	"yueping/app/text"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/views/table"
)

// rulePreview shows the notices that a month would bring under the form's terms beside the present ones.
type rulePreview struct {
	beside
	form  *ruleForm
	trial *app.RuleTrial
}

type tryOut struct {
	trial   *app.RuleTrial
	refused error
}

func newRulePreview(f *ruleForm) *rulePreview {
	p := &rulePreview{form: f}
	p.build(&f.frame, f.kit.T("rules.preview"), "rules.only.", []string{"changed", "all"}, p.ask, p.show)
	return p
}

// ask judges by the form's terms. An action is not needed to see who would receive it.
func (p *rulePreview) ask() {
	f := p.form
	e, err := f.edit()
	if err != nil {
		p.take(tryOut{refused: err})
		return
	}
	if e.Terms.Action == "" {
		e.Terms.Action = f.kit.T("rules.action_missing")
	}
	at := p.at
	attempt(&p.beside, func(ctx context.Context) (t tryOut) {
		t.trial, t.refused = f.kit.Workspace.TryRule(ctx, e, at)
		return t
	}, p.take)
}

func (p *rulePreview) take(t tryOut) {
	p.trial = t.trial
	if t.refused != nil {
		p.trial = nil
		p.form.kit.Log.Debug("rule cannot be tried", "code", fault.CodeOf(t.refused))
		p.refuse(t.refused)
		return
	}
	p.show()
}

func (p *rulePreview) show() {
	if p.trial == nil {
		return
	}
	t := p.form.kit.Text
	changes := p.trial.Others
	if p.only.Chosen() == "all" {
		changes = app.NoticesByUnit(p.at, p.trial.Now, p.trial.Tried)
	}
	var rows []table.Row
	for _, c := range changes {
		rows = append(rows, ruleRow(t, c))
	}
	columns := []table.Column{{Label: t.T("column.unit"), Width: 108, Grow: 0.6}, {Label: t.T("rules.column.now"), Width: 150, Grow: 1},
		{Label: t.T("rules.column.then"), Width: 150, Grow: 1}}
	p.tell(columns, rows, ruleTold(t, p.at, p.trial))
}

// ruleRow is a unit with what it receives now and would receive: more points down, less up.
func ruleRow(t *text.Book, c app.NoticeChange) table.Row {
	now, then := table.Cell{Text: actions(c.Before), Tone: table.Dim}, table.Cell{Text: actions(c.After)}
	row := table.Row{Key: c.Unit, Cells: []table.Cell{{Text: app.FullName(c.Name, c.County)}, now, then}}
	changed := &row.Cells[2]
	switch {
	case app.SameNotices(c.Before, c.After):
		return row
	case len(c.Before) == 0:
		changed.Sign, changed.Tone, row.Fill = table.Down, table.Bad, table.Bad
	case len(c.After) == 0:
		changed.Text, changed.Sign, changed.Tone, row.Fill = t.T("rules.gone"), table.Up, table.Good, table.Good
	default:
		changed.Bold = true
	}
	return row
}

// actions are what notices bring, without the months.
func actions(notices []appraise.Notice) string {
	var words []string
	for _, n := range notices {
		words = appendNew(words, strings.TrimSpace(n.Action+" "+n.Addressee))
	}
	return strings.Join(words, "；")
}

// ruleTold says how many units would receive more, less or something else.
func ruleTold(t *text.Book, at month.Month, trial *app.RuleTrial) []string {
	var fresh, gone, other []string
	for _, c := range trial.Others {
		switch {
		case len(c.Before) == 0:
			fresh = append(fresh, c.Name)
		case len(c.After) == 0:
			gone = append(gone, c.Name)
		default:
			other = append(other, c.Name)
		}
	}
	words := app.MonthWords(t, at)
	if len(trial.Others) == 0 {
		return []string{t.T("rules.told.same", "month", words)}
	}
	sentences := []string{t.T("rules.told.month", "month", words)}
	for _, part := range []struct {
		key   string
		units []string
	}{{"rules.told.new", fresh}, {"rules.told.gone", gone}, {"rules.told.changed", other}} {
		if len(part.units) > 0 {
			sentences = append(sentences, t.T(part.key, "count", len(part.units), "units", few(t, part.units)))
		}
	}
	return sentences
}
