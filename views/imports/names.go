package imports

import (
	"slices"

	"yueping/app"
	"yueping/app/intake"
	"yueping/views/controls"
	"yueping/views/find"
	"yueping/views/parts"
)

// strangersTogether is from how many names on those that are like no unit's can be left out together.
const strangersTogether = 5

// names asks which units are meant. The keyboard begins at the search, not at a candidate: one Enter too many
// would teach a name to a wrong unit for good.
func (q *questions) names() {
	p, t := q.page, q.page.kit.T
	q.strangers()
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
		begins := q.first == nil
		q.ask(t(key, "name", one.Name, "county", one.County, "at", p.where(one.Sheet, one.At), "count", one.Count), answers...)
		if begins {
			q.first = answers[len(one.Candidates)]
		}
	}
}

// rest leaves all further names out at once.
func (q *questions) rest(names []app.ImportQuestion) {
	p := q.page
	q.ask(p.kit.T("importing.more_names", "count", len(names)), p.button(p.kit.T("importing.more_none"), nil, func() { p.leave(names) }))
}

// strangers offers to leave the names out together that are like no unit's. The keyboard does not begin
// there: one Enter too many would leave out all of them.
func (q *questions) strangers() {
	p, t := q.page, q.page.kit.T
	var names []app.ImportQuestion
	for _, one := range p.read.Questions {
		if len(one.Candidates) == 0 {
			names = append(names, one)
		}
	}
	if len(names) < strangersTogether {
		return
	}
	first := q.first
	q.ask(t("importing.strangers", "count", len(names), "first", names[0].Name, "second", names[1].Name),
		p.button(t("importing.strangers_none", "count", len(names)), nil, func() { p.leave(names) }))
	q.first = first
}

// leave leaves names out.
func (p *page) leave(names []app.ImportQuestion) {
	for _, one := range names {
		p.remember(one)
	}
	p.correct(func(l *intake.Layout) {
		for _, one := range names {
			l.Units[one.Key] = ""
		}
	})
}

// answer says which unit a name means, "" for none.
func (p *page) answer(q app.ImportQuestion, unit string) {
	p.remember(q)
	p.correct(func(l *intake.Layout) { l.Units[q.Key] = unit })
}

// remember keeps a question that is being answered, so that the answer can be taken back.
func (p *page) remember(q app.ImportQuestion) {
	if !slices.ContainsFunc(p.answered, func(a app.ImportQuestion) bool { return a.Key == q.Key }) {
		p.answered = append(p.answered, q)
	}
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
