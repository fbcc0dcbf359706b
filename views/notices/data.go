package notices

import (
	"context"

	"yueping/app"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/views/kit"
)

// data is what the screen shows of a month.
type data struct {
	place   kit.Place
	board   *app.Board
	today   month.Period
	lines   []line
	orphans []orphan
	rules   map[string]models.RuleTerms // that hold in the month
}

// line is a unit of the board.
type line struct {
	*appraise.BoardRow
	standing int // its place where the notices stand: by list, from good to bad
	matters  []matter
	risk     []appraise.Notice // what one more month would bring because of the months before it
	listed   bool              // in some list of the month
}

// matter is a notice of the month and what became of it.
type matter struct {
	appraise.Notice
	record models.FollowUp
}

// orphan is a record of the month whose notice is no longer earned, for the data were corrected.
type orphan struct {
	models.FollowUp
	name, county  string
	action, title string // 约谈, 约谈政府主要负责同志
}

// load reads a month's board.
func load(ctx context.Context, w *app.Workspace, p kit.Place) (data, error) {
	d := data{place: p, today: w.Today(), rules: map[string]models.RuleTerms{}}
	for i := range p.Program.Rules {
		r := &p.Program.Rules[i]
		if terms, holds := r.Versions.At(p.Month); holds && !terms.Ended {
			d.rules[r.Key] = terms
		}
	}
	var err error
	if d.board, err = w.Board(ctx, p.Program.Key, p.Month); err != nil {
		return d, err
	}
	standing := d.standing()
	for i := range d.board.Rows {
		row := &d.board.Rows[i]
		at, ranked := standing[row.Unit.Key]
		if !ranked {
			at = len(standing) + i // units without a rank stand behind all others
		}
		d.lines = append(d.lines, d.line(row, at))
	}
	for _, f := range d.board.Orphans {
		d.orphans = append(d.orphans, d.orphan(f))
	}
	return d, nil
}

func (d *data) line(row *appraise.BoardRow, standing int) line {
	// What a first month in the list brings threatens everybody, and so warns nobody.
	l := line{BoardRow: row, standing: standing, risk: app.Risks(*row)}
	for _, n := range row.Earned {
		if !n.Superseded {
			l.matters = append(l.matters, matter{n, d.board.Records[app.NoticeKey{Rule: n.Rule, Unit: row.Unit.Key}]})
		}
	}
	last := len(d.board.Months) - 1
	for _, ribbon := range row.Ribbons {
		l.listed = l.listed || (ribbon != nil && ribbon[last].Mark == inList)
	}
	return l
}

// standing numbers the units by the rankings that the rules look at, in their order, then by rank.
func (d *data) standing() map[string]int {
	result, seen := map[string]int{}, map[string]bool{}
	for i := range d.place.Program.Rules {
		scheme := d.rules[d.place.Program.Rules[i].Key].Scheme
		if scheme == "" || seen[scheme] {
			continue
		}
		seen[scheme] = true
		ranking, err := d.board.Month.Table.Rank(scheme)
		if err != nil {
			continue // it does not hold yet
		}
		for _, g := range ranking.Groups {
			for _, row := range g.Rows {
				if _, placed := result[row.Unit.Key]; !placed {
					result[row.Unit.Key] = len(result)
				}
			}
		}
	}
	return result
}

// orphan names what a record is about; its unit may take no part any more.
func (d *data) orphan(f models.FollowUp) orphan {
	o := orphan{FollowUp: f, name: f.Unit, action: f.Rule, title: f.Rule}
	roster := d.board.Month.Table.Roster
	if roster.Register().Unit(f.Unit) != nil {
		o.name, o.county = roster.Name(f.Unit), roster.County(f.Unit)
	}
	for i := range d.place.Program.Rules {
		if r := &d.place.Program.Rules[i]; r.Key == f.Rule {
			terms := r.Versions.Get(f.Month)
			o.action, o.title = terms.Action, terms.Action+terms.Addressee
		}
	}
	return o
}

// find gives a unit's line, nil where it is in no list's groups.
func (d *data) find(unit string) *line {
	for i := range d.lines {
		if d.lines[i].Unit.Key == unit {
			return &d.lines[i]
		}
	}
	return nil
}
