package schemes

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
	"yueping/views/table"
)

// pause is how long the preview waits for more changes.
const pause = 250 * time.Millisecond

// beside is what stands beside a form: what a chosen month would bring under the terms filled in.
type beside struct {
	frame   *frame
	at      month.Month
	asked   atomic.Int64     // counts the changes, so that one that was overtaken is neither tried nor shown
	only    *controls.Choice // everything, or what changes
	table   *table.Table
	columns []table.Column
	fault   *widget.Label
	summary *widget.Label // stays in sight where the preview does not
	object  fyne.CanvasObject
}

// build makes the widgets; ask tries again, show shows the last result again. only are the keys of
// what can be shown, of the messages of a prefix, the first chosen.
func (p *beside) build(f *frame, heading, prefix string, only []string, ask, show func()) {
	k := f.kit
	p.frame, p.at, p.table, p.fault, p.summary = f, f.tried, parts.NewTable(k, f.sheetKey), kit.Wrapped(""), kit.Wrapped("")
	p.fault.Importance = widget.DangerImportance
	p.fault.Hide()
	months := k.Select(nil, nil)
	for _, at := range slices.Backward(f.months) {
		months.Options = append(months.Options, app.MonthWords(k.Text, at))
	}
	months.SetSelectedIndex(len(f.months) - 1 - slices.Index(f.months, p.at))
	months.OnChanged = func(string) {
		if i := months.SelectedIndex(); i >= 0 {
			p.at = f.months[len(f.months)-1-i]
			ask()
		}
	}
	p.only = controls.NewChoice(k.Keys(), func(string) { show() })
	p.only.Set(f.options(prefix, only...), only[0])
	head := container.NewBorder(nil, nil, container.NewHBox(kit.Heading(heading), kit.Narrow(140, kit.Framed(months))), p.only.Object())
	p.object = container.NewBorder(container.NewVBox(head, p.fault), nil, nil, nil, p.table)
}

// sheetKey leaves the form with Escape.
func (f *frame) sheetKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		f.cancel()
		return true
	}
	return false
}

// attempt tries in the background, once for a run of changes, and takes the result unless it was
// overtaken.
func attempt[T any](p *beside, try func(context.Context) T, take func(T)) {
	number := p.asked.Add(1)
	kit.Background(p.frame.kit, func(ctx context.Context) (T, error) {
		if !p.frame.kit.Synchronous {
			time.Sleep(pause)
		}
		if p.asked.Load() != number {
			var none T
			return none, nil
		}
		return try(ctx), nil
	}, func(t T) {
		if p.asked.Load() == number {
			take(t)
		}
	})
}

// refuse shows why nothing could be tried.
func (p *beside) refuse(err error) {
	p.asked.Add(1) // what is under way is overtaken
	show(p.fault, false)
	if err != nil {
		say(p.fault, p.frame.kit.Text.Error(err), p.object.Size().Width)
	}
	p.columns = nil
	p.table.SetColumns()
	p.summary.SetText("")
	p.object.Refresh()
}

// tell shows rows under their columns, and in sentences what they come to.
func (p *beside) tell(columns []table.Column, rows []table.Row, sentences []string) {
	show(p.fault, false)
	if !slices.Equal(columns, p.columns) {
		p.columns = columns
		p.table.SetColumns(columns...)
	}
	p.table.SetRows(rows)
	p.summary.SetText(strings.Join(sentences, ""))
	p.object.Refresh()
}
