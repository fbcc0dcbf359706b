package imports

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/app/intake"
	"yueping/views/controls"
	"yueping/views/kit"
)

// namesAtOnce is how many names are asked about at a time; others follow as these are answered.
const namesAtOnce = 20

// questions is all that is to be answered before anything can be stored, in one list.
type questions struct {
	page   *page
	list   *fyne.Container
	first  fyne.Focusable // the first button of the first open question
	object fyne.CanvasObject
}

func newQuestions(p *page) *questions {
	q := &questions{page: p, list: container.NewVBox()}
	q.object = container.NewVScroll(q.list)
	return q
}

// focusable is where the keyboard goes, nil where there is nothing to answer.
func (q *questions) focusable() fyne.Focusable { return q.first }

// open counts what is to be answered.
func (q *questions) open() int {
	p := q.page
	if p.read == nil || p.failed != nil {
		return 0
	}
	open := len(p.read.Questions) + len(p.wholes()) + len(p.thousandfold())
	if p.asksDash() {
		open++
	}
	return open
}

// asksDash reports whether nobody said what a dash means.
func (p *page) asksDash() bool { return p.read.Dashes > 0 && p.layout.Dash == intake.DashUnclear }

// thousandfold are the indicators of which nobody said whether they are to be divided.
func (p *page) thousandfold() []app.ImportThousandfold {
	var open []app.ImportThousandfold
	for _, t := range p.read.Thousandfold {
		if !p.undivided[t.Indicator.Key] {
			open = append(open, t)
		}
	}
	return open
}

// wholes are the refusals of columns and sheets as a whole that nobody has decided.
func (p *page) wholes() []app.ImportRefusal {
	var open []app.ImportRefusal
	for _, r := range p.read.Refused {
		if r.Row == 0 && !p.skipped[wholeKey(r)] {
			open = append(open, r)
		}
	}
	return open
}

// show lists what is open, and below it what was answered.
func (q *questions) show() {
	p := q.page
	q.list.Objects, q.first = nil, nil
	if p.read != nil && p.failed == nil {
		q.wholes()
		if p.asksDash() {
			q.dash()
		}
		for _, t := range p.thousandfold() {
			q.divide(t)
		}
		q.names()
		q.done()
	}
	if len(q.list.Objects) == 0 {
		q.list.Add(widget.NewLabel(p.kit.T("importing.no_questions")))
	}
	q.list.Refresh()
}

// ask adds a question with its answers.
func (q *questions) ask(words string, answers ...*controls.Button) {
	row := container.New(layout.NewRowWrapLayout())
	for _, b := range answers {
		row.Add(b)
		if q.first == nil {
			q.first = b
		}
	}
	box := container.NewVBox(kit.Wrapped(words), row)
	q.list.Add(container.NewStack(kit.NewFrame(false), container.New(layout.NewCustomPaddedLayout(2, 6, 6, 6), box)))
}

// wholes asks about columns, sheets and files.
func (q *questions) wholes() {
	p, t := q.page, q.page.kit.T
	for _, r := range p.wholes() {
		column, row := placeOf(r.At)
		switch table := p.tableAt(r.Sheet, row); {
		case table >= 0 && column > 0 && r.Reason.Code != "import.no_unit":
			var is *controls.Button
			is = p.button(t("importing.column_is"), nil, func() { p.offer(p.roles(table, column), under(is)) })
			none := p.button(t("importing.column_none"), nil, func() {
				p.correctTable(table, func(s *intake.SheetLayout) { setColumn(s, column, intake.ColumnLayout{Role: intake.Ignored}) })
			})
			q.ask(p.refusalWords(r), is, none)
		case table >= 0:
			q.ask(p.refusalWords(r), p.button(t("importing.sheet_leave"), nil, func() {
				p.correctTable(table, func(s *intake.SheetLayout) { s.Off = true })
			}))
		default:
			words := p.brief(r.Reason)
			if !strings.Contains(words, r.Found) {
				words = t("importing.file_refused", "file", r.Found, "reason", words)
			}
			q.ask(words, p.button(t("importing.file_skip"), nil, func() {
				p.skipped[wholeKey(r)] = true
				p.show()
			}))
		}
	}
}

// dash asks once what a dash means.
func (q *questions) dash() {
	p := q.page
	var answers []*controls.Button
	for _, d := range intake.Dashes {
		answers = append(answers, p.button(p.kit.T("importing.dash."+string(d)), nil, func() {
			p.correct(func(l *intake.Layout) { l.Dash = d })
		}))
	}
	q.ask(p.kit.T("importing.dash", "count", p.read.Dashes), answers...)
}

// done lists what was answered, each to be taken back.
func (q *questions) done() {
	p, t := q.page, q.page.kit.T
	add := func(words string, again func()) {
		q.list.Add(container.NewHBox(widget.NewLabel(words), p.button(t("importing.again"), nil, again)))
	}
	if p.layout.Dash != intake.DashUnclear && p.request.Layout != nil {
		add(t("importing.dash_said", "meaning", t("importing.dash."+string(p.layout.Dash))), func() {
			p.correct(func(l *intake.Layout) { l.Dash = intake.DashUnclear })
		})
	}
	for _, key := range p.request.Thousandths {
		add(t("importing.divided_said", "indicator", p.indicatorWords(key)), func() { p.divide(key, false, false) })
	}
	q.namesDone(add)
}
