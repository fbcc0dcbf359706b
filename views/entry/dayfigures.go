package entry

import (
	"image/color"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/month"
	"yueping/models/number"
	"yueping/views/grid"
	"yueping/views/kit"
)

// dayFigure is a column that is calculated from a day's values (HJ 633): the AQI, the primary
// pollutants, the level, or the IAQI of a pollutant.
type dayFigure struct {
	kind      figureKind
	pollutant air.Pollutant
}

type figureKind int

const (
	figureIndex figureKind = iota
	figurePrimary
	figureLevel
	figurePart
)

// dayFigures are the columns for some indicators; none where they are no pollutants.
func dayFigures(indicators []*models.Indicator, parts bool) []dayFigure {
	list := pollutants(indicators)
	if len(list) == 0 {
		return nil
	}
	figures := []dayFigure{{kind: figureIndex}, {kind: figurePrimary}, {kind: figureLevel}}
	if parts {
		for _, p := range list {
			figures = append(figures, dayFigure{figurePart, p})
		}
	}
	return figures
}

// column declares the figure's column.
func (f dayFigure) column(k *kit.Kit) grid.Column {
	c := grid.Column{Caption: k.T("days.index"), ReadOnly: true}
	switch f.kind {
	case figureIndex:
		c.Key, c.Title, c.Align, c.Sample = "aqi", "AQI", fyne.TextAlignTrailing, "888"
	case figurePrimary:
		c.Key, c.Title, c.Sample = "primary", k.T("days.primary"), app.PollutantWords(k.Text, []air.Pollutant{air.PM10, air.PM25})
	case figureLevel:
		c.Key, c.Title, c.Sample, c.Swatches = "level", k.T("days.level"), app.LevelWord(k.Text, air.LevelOf(201)), true
	case figurePart:
		c.Key, c.Title, c.Caption = "iaqi "+string(f.pollutant), app.PollutantWords(k.Text, []air.Pollutant{f.pollutant}), k.T("days.parts")
		c.Align, c.Sample = fyne.TextAlignTrailing, longer("888", c.Title)
	}
	return c
}

// of gives the figure of a day.
func (f dayFigure) of(k *kit.Kit, day air.Day, measured bool, err error) figure {
	result := figure{title: f.column(k).Title}
	if f.kind == figurePart {
		result.title = k.T("days.part_of", "pollutant", result.title)
	}
	switch {
	case err != nil:
		result.cell.Note = k.Text.Error(err)
		return result
	case !measured:
		return result
	}
	switch f.kind {
	case figureIndex:
		if day.NA {
			result.cell.Text = "NA"
			result.cell.Note = k.T("days.not_available", "pollutants", app.PollutantWords(k.Text, day.Missing))
			return result
		}
		result.count(day.AQI)
	case figurePrimary:
		result.cell.Text = app.PollutantWords(k.Text, day.Primary)
	case figureLevel:
		result.cell.Text = app.LevelWord(k.Text, day.Level)
		result.cell.Swatch = colour(day.Level)
	case figurePart:
		for _, p := range day.Parts {
			if p.Pollutant == f.pollutant {
				result.count(p.IAQI)
			}
		}
	}
	return result
}

func (f *figure) count(n int) {
	f.cell.Text, f.value, f.number = strconv.Itoa(n), number.FromInt(int64(n)), true
}

// colour is the colour that the standard gives a level; transparent for none.
func colour(l air.Level) color.NRGBA {
	return color.NRGBA{R: l.Color.R, G: l.Color.G, B: l.Color.B, A: l.Color.A}
}

// weekend is the sign of a Saturday or a Sunday, "" for another day.
func weekend(k *kit.Kit, p month.Period) string {
	switch p.Weekday() {
	case time.Saturday:
		return k.T("days.saturday")
	case time.Sunday:
		return k.T("days.sunday")
	}
	return ""
}

// measures heads the values of a day: the unit of measure of most, and those of the others by name.
func measures(k *kit.Kit, indicators []*models.Indicator) string {
	if len(indicators) == 0 {
		return ""
	}
	common := indicators[0].Measure
	var others []string
	for _, i := range indicators {
		if i.Measure != common {
			others = append(others, k.T("days.measure_of", "indicator", i.Name, "measure", i.Measure))
		}
	}
	return k.T("days.measures", "common", common, "others", strings.Join(others, "、"))
}
