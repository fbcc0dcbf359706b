package notices

import (
	"context"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// key leads from line to line, and back to the board with Esc.
func (f *form) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		f.details.escape()
	case fyne.KeyDown:
		f.move(1)
	case fyne.KeyUp:
		f.move(-1)
	default:
		return false
	}
	return true
}

// entries are the lines from top to bottom.
func (f *form) entries() []fyne.Focusable {
	var list []fyne.Focusable
	for _, one := range f.fields {
		if !one.entry.Disabled() {
			list = append(list, one.entry)
		}
	}
	return append(list, f.note)
}

// move puts the keyboard into a line below or above.
func (f *form) move(by int) {
	c, list := f.details.screen.kit.Window.Canvas(), f.entries()
	for i, e := range list {
		if to := i + by; e == c.Focused() && to >= 0 && to < len(list) {
			c.Focus(list[to])
			return
		}
	}
}

// next goes on from a line after Enter; leaving it stores it.
func (f *form) next(int) { f.move(1) }

// save stores and says so.
func (f *form) save() {
	if f.commit() && f.subject != nil {
		f.details.screen.kit.Say(f.details.screen.kit.T("board.saved", "action", f.subject.title))
	}
}

// typed reads the lines into a record; false where one holds no day, which is said under it.
func (f *form) typed() (models.FollowUp, bool) {
	s, record, good := f.details.screen, f.subject.record, true
	for i, to := range []*month.Period{&record.Held, &record.Deadline, &record.Followed, &record.Closed} {
		day, ok := readDay(f.fields[i].entry.Text, f.subject.record.Month)
		sentence := ""
		if ok {
			*to = day
		} else {
			good, sentence = false, s.kit.T("board.no_day", "text", f.fields[i].entry.Text)
		}
		blame(f.fields[i].fault, sentence)
	}
	record.Note = f.note.Text
	return record, good
}

// dirty reports whether something stands in the lines that is not stored.
func (f *form) dirty() bool {
	if f.subject == nil {
		return false
	}
	for i, day := range f.subject.days() {
		if f.fields[i].entry.Text != day.String() {
			return true
		}
	}
	return f.note.Text != f.subject.record.Note
}

// commit stores what is typed, where it differs from what is stored; false where it cannot be, with the fault
// under its line.
func (f *form) commit() bool {
	if !f.dirty() {
		return true
	}
	record, good := f.typed()
	f.refused = true
	if !good {
		f.details.scrollTo()
		return false
	}
	blame(f.fault, "")
	k := f.details.screen.kit
	// A record is stored in milliseconds; whoever leaves needs the answer.
	err := k.Workspace.SetFollowUp(context.Background(), app.FollowUpChange{Program: record.Program, Month: record.Month, Rule: record.Rule, Unit: record.Unit,
		Held: record.Held, Deadline: record.Deadline, Followed: record.Followed, Closed: record.Closed, Note: record.Note})
	if err != nil {
		f.blame(err)
		return false
	}
	f.subject.record, f.refused = record, false
	for i, day := range f.subject.days() {
		f.fields[i].show(day)
	}
	f.showStage()
	return true
}

// blame shows each fault under the line that it is about, others under all.
func (f *form) blame(err error) {
	k := f.details.screen.kit
	faults := fault.All(err)
	if len(faults) == 0 {
		blame(f.fault, k.Sentence(err))
	}
	for _, one := range faults {
		at := f.fault
		for i, what := range whats {
			if one.Args["what"] == what {
				at = f.fields[i].fault
			}
		}
		blame(at, k.Sentence(one))
	}
	f.details.scrollTo()
}
