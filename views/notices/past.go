package notices

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/views/kit"
)

// past is the history of a record; nothing where there is none.
type past struct {
	kit     *kit.Kit
	loading int // counts the loads, so that one that was overtaken is not shown
	lines   *widget.Label
	object  *fyne.Container
}

func newPast(k *kit.Kit) *past {
	p := &past{kit: k, lines: kit.Wrapped("")}
	p.object = container.NewVBox(bold(k.T("board.history")), p.lines)
	p.object.Hide()
	return p
}

// show reads the history of a record.
func (p *past) show(record models.FollowUp) {
	p.loading++
	at := p.loading
	kit.Background(p.kit, func(ctx context.Context) ([]app.FollowUpStep, error) {
		return p.kit.Workspace.FollowUpHistory(ctx, record)
	}, func(steps []app.FollowUpStep) {
		if at != p.loading {
			return
		}
		words := make([]string, len(steps))
		for i, s := range steps {
			words[i] = s.At.Local().Format("2006-01-02 15:04") + " " + s.Actor + " " + app.FollowUpStepWords(p.kit.Text, s)
		}
		p.lines.SetText(strings.Join(words, "\n"))
		p.object.Hidden = len(steps) == 0
		p.object.Refresh()
	})
}
