package notices

import (
	"context"

	"yueping/app"
	"yueping/models/appraise"
	"yueping/views/kit"
)

// read explains the unit in the background and shows it; a record without a notice has only itself to show.
func (d *details) read(shown func()) {
	d.asked++
	at, s, unit := d.asked, d.screen, d.unit()
	month := s.data.board.Month
	kit.Background(s.kit, func(ctx context.Context) (*appraise.NoticesExplanation, error) {
		x, err := s.kit.Workspace.Explainer(ctx, month, "")
		if err != nil || !month.Table.Roster.Has(unit) {
			return nil, err
		}
		explained, err := x.Unit(ctx, unit)
		if err != nil {
			return nil, err
		}
		return explained.Notices, nil
	}, func(x *appraise.NoticesExplanation) {
		if at != d.asked {
			return
		}
		d.show(x)
		shown()
	})
}

func (d *details) show(x *appraise.NoticesExplanation) {
	s := d.screen
	at := app.MonthWords(s.kit.Text, s.data.board.At)
	name := ""
	d.rules.Objects = nil
	if l := s.data.find(d.unit()); l != nil {
		name = app.FullName(l.Name, l.County)
	}
	d.papers.Hidden = true
	if o := s.data.orphan1(d.key); o != nil {
		name = app.FullName(o.name, o.county)
		d.form.show(&subject{record: o.FollowUp, action: o.action, title: o.title, orphan: true})
	} else {
		d.form.choose(s.data.find(d.unit()))
		if l := s.data.find(d.unit()); l != nil {
			d.papers.Hidden = len(l.matters) == 0
		}
	}
	d.title.SetText(s.kit.T("board.details", "unit", name, "month", at))
	if x != nil {
		d.rules.Objects = s.tell(x)
	}
	d.object.Refresh()
}

// orphan1 is the record of a row, nil for a unit's.
func (d *data) orphan1(key string) *orphan {
	for i := range d.orphans {
		if orphanKey(d.orphans[i].FollowUp) == key {
			return &d.orphans[i]
		}
	}
	return nil
}
