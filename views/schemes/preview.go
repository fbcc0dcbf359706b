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
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
	"yueping/views/table"
)

// pause is how long the preview waits for more changes.
const pause = 250 * time.Millisecond

// preview shows the ranking of a month under the form's terms beside the present one.
type preview struct {
	form    *form
	at      month.Month
	asked   atomic.Int64 // counts the changes, so that one that was overtaken is neither ranked nor shown
	tried   tried
	only    *controls.Choice // all units, or those that change
	table   *table.Table
	columns []table.Column
	fault   *widget.Label
	summary *widget.Label // stays in sight where the preview does not
	object  fyne.CanvasObject
}

// tried is a ranking by the form's terms and the present one, nil where there is none.
type tried struct {
	month        *app.Month
	now, present *appraise.Ranking
	refused      error
}

func newPreview(f *form) *preview {
	k := f.kit
	p := &preview{form: f, at: f.tried, table: parts.NewTable(k, f.sheetKey), fault: kit.Wrapped(""), summary: kit.Wrapped("")}
	p.fault.Importance = widget.DangerImportance
	p.fault.Hide()
	var options []controls.Option
	for _, at := range slices.Backward(f.months) {
		options = append(options, controls.Option{Key: at.String(), Label: app.MonthWords(k.Text, at)})
	}
	months := k.Select(nil, nil)
	for _, o := range options {
		months.Options = append(months.Options, o.Label)
	}
	months.SetSelectedIndex(slices.IndexFunc(options, func(o controls.Option) bool { return o.Key == p.at.String() }))
	months.OnChanged = func(string) {
		if i := months.SelectedIndex(); i >= 0 {
			p.at = f.months[len(f.months)-1-i]
			p.ask()
		}
	}
	p.only = controls.NewChoice(k.Keys(), func(string) { p.show() })
	p.only.Set(f.options("schemes.only.", "all", "changed"), "all")
	head := container.NewBorder(nil, nil, container.NewHBox(kit.Heading(k.T("schemes.preview")), kit.Narrow(140, kit.Framed(months))), p.only.Object())
	p.object = container.NewBorder(container.NewVBox(head, p.fault), nil, nil, nil, p.table)
	return p
}

// sheetKey leaves the form with Escape.
func (f *form) sheetKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		f.cancel()
		return true
	}
	return false
}

// ask ranks by the form's terms, once for a run of changes.
func (p *preview) ask() {
	f := p.form
	number := p.asked.Add(1)
	e, err := f.edit()
	if e.Name == "" {
		e.Name = f.title // a name is not needed to see the ranking
	}
	if err != nil {
		p.take(tried{refused: err})
		return
	}
	at := p.at
	kit.Background(f.kit, func(ctx context.Context) (tried, error) {
		if !f.kit.Synchronous {
			time.Sleep(pause)
		}
		if p.asked.Load() != number {
			return tried{}, nil
		}
		return try(ctx, f.kit.Workspace, e, at, f.present), nil
	}, func(t tried) {
		if p.asked.Load() == number {
			p.take(t)
		}
	})
}

func try(ctx context.Context, w *app.Workspace, e app.SchemeEdit, at month.Month, present string) tried {
	var t tried
	t.month, t.now, t.refused = w.TryScheme(ctx, e, at)
	if t.refused != nil || present == "" {
		return t
	}
	// A scheme that does not hold in the month, or that cannot rank, leaves nothing to compare with.
	if r, err := t.month.Table.Rank(present); err == nil {
		t.present = r
	}
	return t
}

// take shows a result.
func (p *preview) take(t tried) {
	p.tried = t
	p.show()
}

func (p *preview) show() {
	k := p.form.kit
	if p.tried.now == nil || p.tried.refused != nil {
		show(p.fault, false)
		if p.tried.refused != nil {
			say(p.fault, k.Text.Error(p.tried.refused), p.object.Size().Width)
		}
		p.columns = nil
		p.table.SetColumns()
		p.summary.SetText("")
		p.object.Refresh()
		return
	}
	show(p.fault, false)
	c := compare(p.tried.now, p.tried.present)
	if now := columns(k.Text, p.tried.now, c.counties); !slices.Equal(now, p.columns) {
		p.columns = now
		p.table.SetColumns(now...)
	}
	p.table.SetRows(rows(k.Text, p.tried.now, c, p.only.Chosen() == "changed"))
	p.summary.SetText(strings.Join(told(k.Text, p.at, c), ""))
	p.object.Refresh()
}
