package imports

import (
	"slices"

	"yueping/app"
	"yueping/app/intake"
	"yueping/views/controls"
	"yueping/views/find"
	"yueping/views/parts"
)

// names asks which units are meant.
func (q *questions) names() {
	p, t := q.page, q.page.kit.T
	for n, one := range p.read.Questions {
		if n == namesAtOnce {
			q.rest(p.read.Questions[n:])
			return
		}
		var answers []*controls.Button
		for _, u := range one.Candidates {
			answers = append(answers, p.button(t("importing.unit", "name", p.roster.Name(u.Key), "county", p.roster.County(u.Key)), nil, func() { p.answer(one, u.Key) }))
		}
		answers = append(answers, p.button(t("importing.unit_other"), nil, func() { p.askUnit(func(unit string) { p.answer(one, unit) }) }),
			p.button(t("importing.unit_none", "count", one.Count), nil, func() { p.answer(one, "") }))
		key := "importing.which_unit"
		if len(one.Candidates) == 0 {
			key = "importing.which_unit_none"
		}
		q.ask(t(key, "name", one.Name, "county", one.County, "sheet", one.Sheet, "at", one.At, "count", one.Count), answers...)
	}
}

// rest leaves all further names out at once.
func (q *questions) rest(names []app.ImportQuestion) {
	p := q.page
	q.ask(p.kit.T("importing.more_names", "count", len(names)), p.button(p.kit.T("importing.more_none"), nil, func() {
		p.answered = append(p.answered, names...)
		p.correct(func(l *intake.Layout) {
			for _, one := range names {
				l.Units[one.Key] = ""
			}
		})
	}))
}

// answer says which unit a name means, "" for none.
func (p *page) answer(q app.ImportQuestion, unit string) {
	if !slices.ContainsFunc(p.answered, func(a app.ImportQuestion) bool { return a.Key == q.Key }) {
		p.answered = append(p.answered, q)
	}
	p.correct(func(l *intake.Layout) { l.Units[q.Key] = unit })
}

// namesDone lists the names that were answered, the latest first; of very many the others go together.
func (q *questions) namesDone(add func(words string, again func())) {
	p, t := q.page, q.page.kit.T
	forget := func(names ...app.ImportQuestion) func() {
		return func() {
			p.correct(func(l *intake.Layout) {
				for _, one := range names {
					delete(l.Units, one.Key)
				}
			})
		}
	}
	var said []app.ImportQuestion
	for _, a := range slices.Backward(p.answered) {
		if _, is := p.layout.Units[a.Key]; is {
			said = append(said, a)
		}
	}
	for n, a := range said {
		if n == namesAtOnce {
			add(t("importing.more_said", "count", len(said)-n), forget(said[n:]...))
			return
		}
		words := t("importing.unit_left", "name", a.Name)
		if unit := p.layout.Units[a.Key]; unit != "" {
			words = t("importing.unit_said", "name", a.Name, "unit", p.unitWords(unit))
		}
		add(words, forget(a))
	}
}

// askUnit lets any unit of the month be picked.
func (p *page) askUnit(chosen func(unit string)) {
	if p.roster != nil {
		parts.AskUnit(p.kit, find.NewIndex(p.roster), nil, chosen)
	}
}
