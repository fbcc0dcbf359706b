package entry

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"yueping/app"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/models/number"
	"yueping/views/chart"
	"yueping/views/kit"
)

// recentSize is the least size of the line of the months.
var recentSize = fyne.NewSize(230, 96)

// recent is the line of a value's last months.
type recent struct {
	line   *chart.Line
	object *fyne.Container
}

func newRecent() *recent {
	r := &recent{line: chart.NewLine()}
	r.object = container.New(layout.NewCustomPaddedLayout(0, 6, 4, 12), container.New(&atLeast{recentSize}, r.line))
	r.object.Hide()
	return r
}

func (r *recent) show(list []chart.Series) {
	r.object.Hidden = len(list) == 0
	if len(list) > 0 {
		r.line.Set(list[0])
	}
	r.object.Refresh()
}

// atLeast gives an object all the room, which is not less than a size.
type atLeast struct{ size fyne.Size }

// Layout gives the objects the room.
func (l *atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// MinSize is the size.
func (l *atLeast) MinSize([]fyne.CanvasObject) fyne.Size { return l.size }

// series draws the last 12 months, this one with them; none of a single point, which is no line.
func series(k *kit.Kit, i *models.Indicator, at month.Month, now appraise.Value, past []app.Past) []chart.Series {
	held := map[month.Month]appraise.Value{at: now}
	for _, p := range past {
		held[p.Month] = p.Value
	}
	s := chart.Series{Current: pastMonths - 1, Format: lineFormat(i)}
	points := 0
	for m := at - pastMonths + 1; m <= at; m++ {
		s.Labels = append(s.Labels, app.MonthWords(k.Text, m))
		var value *float64
		if v, known := held[m]; known && v.State == models.IsNumber {
			// A picture needs no exact numbers.
			if f, err := strconv.ParseFloat(v.Number.String(), 64); err == nil {
				value = &f
				points++
			}
		}
		s.Values = append(s.Values, value)
	}
	if points < 2 {
		return nil
	}
	return []chart.Series{s}
}

// lineFormat writes the numbers of the line as the grid does.
func lineFormat(i *models.Indicator) func(float64) string {
	return func(v float64) string {
		if i.Percent {
			return strconv.FormatFloat(v*100, 'f', i.Decimals, 64) + "%"
		}
		return strconv.FormatFloat(v, 'f', i.Decimals, 64)
	}
}

// compared sets a value beside those of last month and of the same month last year.
func compared(k *kit.Kit, i *models.Indicator, at month.Month, now appraise.Value, past []app.Past) []line {
	held := map[month.Month]appraise.Value{}
	for _, p := range past {
		held[p.Month] = p.Value
	}
	if len(held) == 0 {
		return nil
	}
	of := func(key string, m month.Month) line {
		v, known := held[m]
		words := k.T("inspector.no_month")
		if known {
			words = app.StateWord(k.Text, v.State)
			if v.State == models.IsNumber {
				words = app.Fixed(i, v.Number)
			}
		}
		return line{text: k.T(key, "value", words, "change", changeOf(i, now, v))}
	}
	return []line{of("inspector.last_month", at-1), of("inspector.last_year", at-12)}
}

// changeOf is how much a value is above or below another, "" where one of them is no number.
func changeOf(i *models.Indicator, now, then appraise.Value) string {
	if now.State != models.IsNumber || then.State != models.IsNumber {
		return ""
	}
	change, err := now.Number.Sub(then.Number)
	if err != nil {
		return ""
	}
	words := app.Fixed(i, change)
	if change.Sign() > 0 {
		words = "+" + words
	}
	return words
}

// limitWords says what may be entered.
func limitWords(k *kit.Kit, i *models.Indicator) string {
	if i.Derived() {
		return ""
	}
	bound := func(n *number.Number) string {
		if n == nil {
			return ""
		}
		return i.Shown(*n)
	}
	key := "inspector.decimals"
	switch limited := i.Min != nil || i.Max != nil; {
	case limited && i.Decimals == 0 && !i.Percent:
		key = "inspector.limits_whole"
	case limited:
		key = "inspector.limits"
	case i.Decimals == 0 && !i.Percent:
		key = "inspector.whole"
	}
	return k.T(key, "least", bound(i.Min), "most", bound(i.Max), "decimals", i.Decimals)
}
