package entry

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/number"
)

// line is one line of the inspector's account.
type line struct {
	text   string
	swatch color.Color // before the text, nil for none
	alarm  bool        // something to look at; the text says so, too
}

func (l line) object() fyne.CanvasObject {
	label := small(l.text)
	if l.alarm {
		label.Importance = widget.WarningImportance
		label.TextStyle.Bold = true
	}
	if l.swatch == nil {
		return label
	}
	square := canvas.NewRectangle(l.swatch)
	square.StrokeWidth, square.StrokeColor = 1, theme.Color(theme.ColorNameInputBorder)
	square.SetMinSize(fyne.NewSquareSize(11))
	return container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 8, 0), container.NewCenter(square)), nil, label)
}

// summary is what the days of a unit come to: whether they are enough, the days by level, and the
// month's values beside those that are stored.
func (s *source) summary(u *models.Unit) []line {
	t, at := s.kit.T, s.month.At
	if !s.days.Has(u.Key) {
		return []line{{text: t("days.nothing"), alarm: true}}
	}
	valid := s.days.ValidDays(u.Key)
	lines := []line{{text: t("days.valid_days", "days", valid, "all", at.Days())}}
	if !air.Enough(at, valid) {
		lines[0] = line{text: t("days.too_few", "days", valid, "needed", air.DaysNeeded(at)), alarm: true}
	}
	counts, err := s.days.Counts(u.Key)
	if err != nil {
		return append(lines, line{text: s.kit.Text.Error(err), alarm: true})
	}
	if counts.Indexed > 0 {
		lines = append(lines, line{text: t("days.good", "indexed", counts.Indexed, "good", counts.Good, "rate", rate(counts))})
		for i, n := range counts.ByLevel {
			if level := levels()[i]; n > 0 {
				lines = append(lines, line{text: t("days.at_level", "level", app.LevelWord(s.kit.Text, level), "days", n), swatch: colour(level)})
			}
		}
	}
	for i := range s.month.Program.Indicators {
		ind := &s.month.Program.Indicators[i]
		if !ind.Holds(at) || !s.month.Table.Roster.Covers(ind, u.Key) || (!ind.Daily() && !ind.CountsDays()) {
			continue
		}
		// Counted days stand above already; they are worth a line where the month has others.
		if l := s.against(ind, u); ind.Daily() || l.alarm {
			lines = append(lines, l)
		}
	}
	return lines
}

// rate is the share of good days (优良率) in per cent.
func rate(c appraise.DayCounts) string {
	share, err := number.Int(int64(100 * c.Good)).Quo(number.Int(int64(c.Indexed))).Round(1)
	if err != nil {
		return ""
	}
	return share.Fixed(1) + "%"
}

// levels are the six classes of the daily index.
func levels() [6]air.Level {
	var all [6]air.Level
	for i, aqi := range []int{0, 51, 101, 151, 201, 301} {
		all[i] = air.LevelOf(aqi)
	}
	return all
}

// against sets what the days come to beside what is stored for the month.
func (s *source) against(ind *models.Indicator, u *models.Unit) line {
	v, err := s.days.MonthValue(ind, u.Key)
	if err != nil {
		return line{text: s.kit.Text.Error(err), alarm: true}
	}
	if v.Cell.State != models.IsNumber {
		return line{text: s.kit.T("days.no_value", "indicator", ind.Name)}
	}
	stored := s.month.Table.Value(ind.Key, u.Key)
	words := app.StateWord(s.kit.Text, stored.State)
	if stored.State == models.IsNumber {
		words = app.Fixed(ind, stored.Number)
	}
	key, statistic := "days.same", s.kit.T("days.count")
	if ind.Daily() {
		statistic = s.kit.T("days." + ind.FromDays)
	}
	switch {
	case differs(stored, v):
		key = "days.other"
	case stored.State != models.IsNumber:
		key = "days.unlike"
	}
	return line{text: s.kit.T(key, "indicator", ind.Name, "statistic", statistic, "value", app.Fixed(ind, v.Cell.Value), "stored", words),
		alarm: differs(stored, v)}
}
