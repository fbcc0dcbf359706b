package imports

import (
	"maps"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/app/intake"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/dialogs"
	"yueping/views/kit"
)

// monthsAround is how many months before and after its own the window offers.
const monthsAround = 6

// head says what goes where: the file, the program, the month; and why it cannot, where it cannot.
type head struct {
	page   *page
	title  *widget.Label
	month  *controls.Button
	fault  *widget.Label
	other  *controls.Button // takes the file into the month that it says
	same   *controls.Button // takes it into the month that was asked for all the same
	banner *fyne.Container
	object fyne.CanvasObject
}

func newHead(p *page) *head {
	h := &head{page: p, title: kit.Heading(""), fault: kit.Wrapped("")}
	h.month = p.button("", theme.MenuDropDownIcon(), h.askMonth)
	h.month.IconPlacement = widget.ButtonIconTrailingText
	h.fault.Importance = widget.DangerImportance
	h.other, h.same = p.button("", nil, nil), p.button("", nil, nil)
	h.banner = container.NewVBox(h.fault, container.NewHBox(h.other, h.same))
	h.banner.Hide()
	h.object = container.NewVBox(sideways(container.NewHBox(h.title, h.month)), h.banner)
	h.show()
	return h
}

// sideways lets a narrow window scroll a line.
func sideways(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(container.NewHScroll(o))
}

func (h *head) show() {
	p, t := h.page, h.page.kit.T
	key := "importing.title"
	if p.importer.total > 1 {
		key = "importing.title_of"
	}
	h.title.SetText(t(key, "file", p.name(), "program", p.place.Program.Name, "number", p.importer.total-len(p.importer.queue), "total", p.importer.total))
	h.month.SetText(app.MonthWords(p.kit.Text, p.month()))
	h.banner.Hidden = p.failed == nil
	if p.failed != nil {
		h.fault.SetText(p.failure())
		h.showWays()
	}
	h.banner.Refresh()
}

// failure says why the file cannot be read, by its name alone: which file it is stands above.
func (p *page) failure() string {
	faults := fault.All(p.failed)
	if len(faults) == 0 || p.from.path == "" {
		return p.kit.Sentence(p.failed)
	}
	f := *faults[0]
	f.Args = maps.Clone(f.Args)
	if _, names := f.Args["path"]; names {
		f.Args["path"] = base(p.from.path)
	}
	return p.kit.Sentence(&f)
}

// showWays is the way out where a file is of another month: to go there, or to say that the file is wrong. Of
// a template nobody says that: it carries last month's values.
func (h *head) showWays() {
	p := h.page
	found := otherMonth(p.failed)
	h.other.Hidden, h.same.Hidden = found == 0, found == 0 || p.layout.From == intake.Template || p.from.folder || p.book == nil
	if found == 0 {
		return
	}
	h.other.SetText(p.kit.T("importing.other_month", "month", app.MonthWords(p.kit.Text, found)))
	h.other.OnTapped = func() { p.setMonth(found) }
	asked := p.request.Month
	h.same.SetText(p.kit.T("importing.same_month", "month", app.MonthWords(p.kit.Text, asked)))
	h.same.OnTapped = func() {
		p.correct(func(l *intake.Layout) {
			for i := range l.Sheets {
				if !l.Sheets[i].Off {
					l.Sheets[i].Month, l.Sheets[i].MonthAt = asked.String(), ""
				}
			}
		})
	}
}

// month is the one that the values go to.
func (p *page) month() month.Month {
	if p.read != nil && p.failed == nil {
		return p.read.Month
	}
	return p.request.Month
}

// setMonth takes the file into another month.
func (p *page) setMonth(at month.Month) {
	if at == p.month() && p.failed == nil {
		return
	}
	p.request.Month = at
	p.readAgain()
}

// askMonth offers the months around the one of now.
func (h *head) askMonth() {
	p := h.page
	var options []option
	now := p.month()
	for at := now - monthsAround; at <= now+monthsAround; at++ {
		options = append(options, option{app.MonthWords(p.kit.Text, at), at == now, func() { p.setMonth(at) }})
	}
	p.offer(append(options, option{label: p.kit.T("importing.month_typed"), do: h.typeMonth}), under(h.month))
}

// typeMonth asks for any month.
func (h *head) typeMonth() {
	p := h.page
	dialogs.Question{Window: p.kit.Window, Title: p.kit.T("importing.month_title"), Text: p.kit.T("importing.month"), Hint: p.kit.T("importing.month_hint"),
		Value: p.month().String(), OK: p.kit.T("importing.month_ok"), Dismiss: p.kit.T("dialog.cancel")}.Line(func(text string) {
		at, err := month.Parse(text)
		if err != nil {
			p.kit.Fail(err)
			return
		}
		p.setMonth(at)
	})
}

// under is the place below an object.
func under(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(0, o.Size().Height)
}
