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
	file   *widget.Label
	fault  *widget.Label
	other  *controls.Button // takes the file into the month that it says
	same   *controls.Button // takes it into the month that was asked for all the same
	banner *fyne.Container
	object fyne.CanvasObject
}

func newHead(p *page) *head {
	h := &head{page: p, title: kit.Heading(""), file: widget.NewLabel(""), fault: kit.Wrapped("")}
	h.month = p.button("", theme.MenuDropDownIcon(), h.askMonth)
	h.month.IconPlacement = widget.ButtonIconTrailingText
	h.fault.Importance = widget.DangerImportance
	h.other, h.same = p.button("", nil, nil), p.button("", nil, nil)
	h.banner = container.NewVBox(h.fault, container.NewHBox(h.other, h.same))
	h.banner.Hide()
	h.file.Truncation = fyne.TextTruncateEllipsis // long names must not push the month out of sight
	h.object = container.NewVBox(container.NewBorder(nil, nil, container.NewHBox(h.title, h.month), nil, h.file), h.banner)
	h.show()
	return h
}

// sideways lets a narrow window scroll a line.
func sideways(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(container.NewHScroll(o))
}

func (h *head) show() {
	p, t := h.page, h.page.kit.T
	file := p.name()
	if p.importer.total > 1 {
		file = t("importing.file_of", "file", file, "number", p.importer.total-len(p.importer.queue), "total", p.importer.total)
	}
	h.title.SetText(t("importing.title", "program", p.place.Program.Name))
	h.file.SetText(file)
	h.month.SetText(app.MonthWords(p.kit.Text, p.month()))
	h.banner.Hidden = p.failed == nil
	if p.failed != nil {
		h.fault.SetText(p.failure())
		h.showWays()
	}
	h.banner.Refresh()
}

// failure says why the file cannot be read.
func (p *page) failure() string { return p.brief(p.failed) }

// brief says what is wrong with a file by its name alone, where it lies in which folder was chosen a moment
// ago, and with its months as they are written elsewhere in the window.
func (p *page) brief(err error) string {
	faults := fault.All(err)
	if len(faults) == 0 || p.from.path == "" {
		return p.kit.Sentence(err)
	}
	f := *faults[0]
	f.Args = maps.Clone(f.Args)
	if path, names := f.Args["path"].(string); names {
		f.Args["path"] = base(path)
	}
	for _, key := range []string{"found", "month"} {
		said, is := f.Args[key].(string)
		if at, err := month.Parse(said); is && err == nil && f.Code == "import.other_month" {
			f.Args[key] = app.MonthWords(p.kit.Text, at)
		}
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
