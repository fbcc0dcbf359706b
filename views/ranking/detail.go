package ranking

import (
	"context"

	"yueping/app"
	"yueping/app/text"
	"yueping/models/air"
	"yueping/models/month"
	"yueping/views/chart"
)

// detail is what the screen tells of one unit, ready to be shown.
type detail struct {
	title, line string
	legend      *legend
	bars        []chart.BarRow // the index of this month against earlier ones; none without an index
	parts       []part
	weighed     bool // the parts have weights other than 1
	days        *chart.Month
	noDays      bool // a program with values by day has none of this unit
	trend       *chart.Series
	figure      string // of the trend
}

// part is a pollutant of the unit's index.
type part struct {
	name, value, limit, index string
	over                      bool // 超标
}

// nothing reports whether there is nothing to show but what the table says.
func (d *detail) nothing() bool { return d.lone() && d.trend == nil }

// lone reports whether there is nothing but the line of a figure.
func (d *detail) lone() bool { return len(d.bars) == 0 && d.days == nil && !d.noDays }

// reader reads the detail of a unit.
type reader struct {
	data
	workspace *app.Workspace
	text      *text.Book
}

func (r reader) read(ctx context.Context, unit string) (*detail, error) {
	d := &detail{legend: &legend{}}
	r.head(d, unit)
	if r.index != nil {
		d.legend.pollutants = append(d.legend.pollutants, r.index.Pollutants...)
		if err := r.bars(d, unit); err != nil {
			return nil, err
		}
		r.parts(d, unit)
	}
	if err := r.month(ctx, d, unit); err != nil {
		return nil, err
	}
	return d, r.past(ctx, d, unit)
}

// head says who it is, and how it stands.
func (r reader) head(d *detail, unit string) {
	key := r.Ranking.Keys[0]
	for i := range r.Ranking.Groups {
		g := &r.Ranking.Groups[i]
		for _, row := range g.Rows {
			if row.Unit.Key != unit {
				continue
			}
			d.title = app.FullName(row.Name, row.County)
			d.line = r.text.T("ranking.stands", "rank", row.Rank, "figure", key.Name, "value", app.Fixed(key, row.Values[0]))
			if words := app.PrimaryWords(r.text, r.index.Of(unit)); words != "" && r.index.Mixed() {
				d.line += r.text.T("ranking.stands_primary", "pollutants", words)
			}
		}
		for _, e := range g.Excluded {
			if e.Unit.Key == unit {
				d.title, d.line = app.FullName(e.Name, e.County), r.text.T("ranking.left_out", "reason", app.ReasonWords(r.text, e))
			}
		}
	}
}

// parts fills the table of the pollutants.
func (r reader) parts(d *detail, unit string) {
	x := r.index.Of(unit)
	if x == nil {
		return
	}
	for _, p := range x.Parts {
		line := part{name: app.PollutantWords(r.text, []air.Pollutant{p.Pollutant}), value: p.Value.Fixed(p.Pollutant.Decimals()),
			limit: p.Limit.Value.String(), index: p.SubIndex.Fixed(2), over: p.Value.Cmp(p.Limit.Value) > 0}
		if w := p.Weight.String(); w != "1" {
			line.index += "×" + w
			d.weighed = true
		}
		d.parts = append(d.parts, line)
	}
}

// bars puts this month's index beside those of the months that it is compared with.
func (r reader) bars(d *detail, unit string) error {
	now := r.index.Of(unit)
	if now == nil {
		return nil
	}
	d.bars = []chart.BarRow{r.bar(d, r.Month.At, now)}
	d.bars[0].Current = true
	for _, c := range []*app.Comparison{r.LastMonth, r.LastYear} {
		if c == nil {
			continue
		}
		earlier, err := r.Month.Earlier(c.Then)
		if err != nil {
			return err
		}
		var then *air.Result
		if earlier != nil {
			if then, err = earlier.Composition(r.index.Key, unit); err != nil {
				return err
			}
		}
		row := r.bar(d, c.Then, then)
		row.Caption = r.against(c, unit)
		d.bars = append(d.bars, row)
	}
	return nil
}

// against says under an earlier month's bar how the unit stands against it, as published and recalculated.
func (r reader) against(c *app.Comparison, unit string) []string {
	m, known := c.Moves[unit]
	if !known || m.New || !r.index.Itself {
		return nil
	}
	title := "column.last_month"
	if c.Then == r.Month.At-12 {
		title = "column.last_year"
	}
	key := r.Ranking.Keys[0]
	lines := []string{r.text.T("ranking.against", "title", r.text.T(title), "change", app.IndexMovementWords(r.text, key, m))}
	if based := c.Based[unit]; c.Rebased() && !based.New && len(based.Then.Values) > 0 {
		lines = append(lines, r.text.T("ranking.on_basis", "value", app.Fixed(key, based.Then.Values[0]), "change", app.IndexMovementWords(r.text, key, based)))
	}
	return lines
}

func (r reader) bar(d *detail, at month.Month, x *air.Result) chart.BarRow {
	row := chart.BarRow{Label: app.MonthWords(r.text, at), Total: r.text.T("state.no_data")}
	if x == nil {
		return row
	}
	row.Total = x.Total.Fixed(2)
	for _, p := range x.Parts {
		share := 0
		if sum := float(x.Total); sum > 0 {
			share = int(weighted(p)/sum*100 + 0.5)
		}
		row.Segments = append(row.Segments, chart.Segment{Key: d.legend.key(p.Pollutant), Value: weighted(p),
			Text: r.text.T("ranking.share", "name", p.Pollutant.Name(), "value", p.SubIndex.Fixed(2), "share", share)})
	}
	return row
}
