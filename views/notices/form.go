package notices

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
)

// form is what became of a notice: four days and a note, stored as soon as a line is left.
type form struct {
	details *details
	rule    string // of the notice that was chosen
	subject *subject
	refused bool // what stands in the lines could not be stored

	choice *controls.Choice // between the notices of the unit
	title  *widget.Label
	stage  *kit.Tag
	words  *widget.Label // why there is no form, or what an orphan is
	fields []*field      // held, deadline, followed, closed
	note   *controls.Entry
	fault  *widget.Label
	past   *past
	lines  *fyne.Container
	object fyne.CanvasObject
}

// whats name the days as the faults of a record do.
var whats = []string{"held", "deadline", "followed", "closed"}

func newForm(d *details) *form {
	k := d.screen.kit
	f := &form{details: d, title: bold(""), stage: kit.NewTag("", theme.ColorNamePrimary), words: kit.Wrapped(""), fault: faultLabel(), note: k.Entry("")}
	f.choice = controls.NewChoice(k.Keys(), f.chosen)
	f.lines = container.NewVBox()
	for i, what := range whats {
		one := newField(k, func() { f.commit() }, func() { f.next(i) })
		one.label.SetText(k.T("board.date." + what))
		one.entry.OnKey = f.key
		f.fields = append(f.fields, one)
		f.lines.Add(one.row)
	}
	f.note.OnLeft, f.note.OnKey = func() { f.commit() }, f.key
	f.note.OnSubmitted = func(string) { f.save() }
	f.lines.Add(container.NewBorder(nil, nil, kit.Narrow(116, widget.NewLabel(k.T("board.note"))), nil, f.note))
	f.lines.Add(f.fault)
	save := k.Button(k.T("board.save"), theme.ConfirmIcon(), f.save)
	save.Importance = widget.HighImportance
	hint := kit.Wrapped(k.T("board.form_hint"))
	hint.SizeName = theme.SizeNameCaptionText
	f.lines.Add(container.NewHBox(save))
	f.lines.Add(hint)
	f.past = newPast(k)
	f.lines.Add(f.past.object)
	box := container.NewVBox(kit.Heading(k.T("board.follow_up")), f.choice.Row(),
		container.NewHBox(f.title, container.NewCenter(f.stage)), f.words, f.lines)
	f.object = container.NewStack(kit.NewFrame(true), container.New(layout.NewCustomPaddedLayout(6, 8, 8, 8), box))
	return f
}

func bold(words string) *widget.Label {
	return widget.NewLabelWithStyle(words, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
}

// choose offers the notices of a unit and shows one.
func (f *form) choose(l *line) {
	s := f.details.screen
	if l == nil || len(l.matters) == 0 {
		f.show(nil)
		return
	}
	if f.rule == "" {
		f.rule = s.data.pressing(l).Rule
	}
	var options []controls.Option
	shown := &l.matters[0]
	for i := range l.matters {
		m := &l.matters[i]
		options = append(options, controls.Option{Key: m.Rule, Label: actionWords(m.Notice)})
		if m.Rule == f.rule {
			shown = m
		}
	}
	f.choice.Set(options, shown.Rule)
	record := shown.record
	record.Program, record.Month, record.Rule, record.Unit = s.data.board.Month.Program.Key, s.data.board.At, shown.Rule, l.Unit.Key
	f.show(&subject{record: record, action: shown.Action, title: actionWords(shown.Notice)})
}

// chosen goes to another notice, once what is typed is stored.
func (f *form) chosen(rule string) {
	if !f.commit() {
		f.choice.Set(f.choice.Options(), f.subject.record.Rule)
		return
	}
	f.rule = rule
	f.choose(f.details.screen.data.find(f.details.unit()))
}

// show puts a record into the lines; nil where there is none to keep.
func (f *form) show(next *subject) {
	k := f.details.screen.kit
	if next != nil && f.subject != nil && same(next.record, f.subject.record) && f.dirty() {
		return // the month was read again while somebody types
	}
	f.subject = next
	f.lines.Hidden = next == nil
	f.stage.SetText("")
	if next == nil {
		f.choice.Set(nil, "")
		f.title.SetText("")
		f.words.SetText(k.T("board.nothing_to_follow"))
		f.words.Show()
		return
	}
	f.words.Hidden = !next.orphan
	f.words.SetText(k.T("board.orphan_words", "action", next.title))
	if next.orphan {
		f.choice.Set(nil, "")
	}
	f.title.SetText(next.title)
	f.refused = false
	f.fields[0].label.SetText(k.T("board.date.held_of", "action", next.action))
	for i, day := range next.days() {
		f.fields[i].show(day)
		f.fields[i].enable(!next.orphan || whats[i] == "closed")
	}
	f.note.SetText(next.record.Note)
	blame(f.fault, "")
	f.past.show(next.record)
	f.showStage()
}

func (f *form) showStage() {
	s := f.details.screen
	f.stage.SetText(stageWords(s.kit.Text, f.subject.action, f.subject.record, s.data.today))
}

// clear forgets what was shown.
func (f *form) clear() { f.subject, f.rule = nil, "" }

// reset puts the stored record back.
func (f *form) reset() {
	next := f.subject
	f.subject = nil
	f.show(next)
}

// focus is the first day that is not known yet.
func (f *form) focus() fyne.Focusable {
	if f.subject == nil {
		return nil
	}
	for i, day := range f.subject.days() {
		if day == (month.Period{}) && !f.fields[i].entry.Disabled() {
			return f.fields[i].entry
		}
	}
	return f.note
}

// subject is what the form is about.
type subject struct {
	record        models.FollowUp
	action, title string
	orphan        bool
}

func (s *subject) days() []month.Period {
	return []month.Period{s.record.Held, s.record.Deadline, s.record.Followed, s.record.Closed}
}

// same reports whether two records are of the same notice.
func same(a, b models.FollowUp) bool {
	return a.Program == b.Program && a.Month == b.Month && a.Rule == b.Rule && a.Unit == b.Unit
}
