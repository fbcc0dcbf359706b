package models

import (
	"slices"

	"yueping/models/air"
	"yueping/models/month"
	"yueping/models/number"
)

// AirTerms are a program's settings of the composite index and of the statistics of its days. The zero
// value is what most publishers do.
type AirTerms struct {
	Unrounded   bool                     `json:"unrounded,omitempty"`    // sub-indices are not rounded before the sum
	NearestRank bool                     `json:"nearest_rank,omitempty"` // percentiles of days, in place of linear interpolation
	Weights     month.Dated[air.Weights] `json:"weights,omitempty"`
}

// The words of Indicator.FromDays: how the values of a month's days become the month's.
const (
	DaysMean = "mean"
	DaysSum  = "sum"
	DaysMax  = "max"
	DaysP90  = "p90" // 90th percentile
	DaysP95  = "p95"

	// The others count the days of a unit by their AQI; nothing of them is entered by day.
	DaysValid   = "valid_days"  // days with a value for each pollutant that the unit reports
	DaysIndexed = "aqi_days"    // days that have an AQI
	DaysGood    = "good_days"   // 优良天数: AQI up to 100
	DaysLevel1  = "level1_days" // 优
	DaysLevel2  = "level2_days" // 良
	DaysLevel3  = "level3_days" // 轻度污染
	DaysLevel4  = "level4_days" // 中度污染
	DaysLevel5  = "level5_days" // 重度污染
	DaysLevel6  = "level6_days" // 严重污染
)

// DayStatistics are the words for values that are entered by day, DayCounts those for days counted.
var (
	DayStatistics = []string{DaysMean, DaysSum, DaysMax, DaysP90, DaysP95}
	DayCounts     = []string{DaysValid, DaysIndexed, DaysGood, DaysLevel1, DaysLevel2, DaysLevel3, DaysLevel4, DaysLevel5, DaysLevel6}
)

// Daily reports whether the indicator takes values by day.
func (i *Indicator) Daily() bool { return slices.Contains(DayStatistics, i.FromDays) }

// CountsDays reports whether the indicator counts days and takes none itself.
func (i *Indicator) CountsDays() bool { return slices.Contains(DayCounts, i.FromDays) }

// DailyIndicators gives the indicators that take values by day in a month.
func (p *Program) DailyIndicators(at month.Month) []*Indicator {
	var result []*Indicator
	for i := range p.Indicators {
		if ind := &p.Indicators[i]; ind.Daily() && ind.Holds(at) {
			result = append(result, ind)
		}
	}
	return result
}

// At gives the indicator as the values of a period are written: those of a day may have decimals of
// their own.
func (i *Indicator) At(p month.Period) *Indicator {
	if p.Day == 0 || i.DayDecimals == i.Decimals {
		return i
	}
	daily := *i
	daily.Decimals = i.DayDecimals
	return &daily
}

// LooksThousandfold reports whether a value is so large that it was probably meant in a unit of a
// thousandth, as µg/m³ where mg/m³ is asked for.
func (i *Indicator) LooksThousandfold(n number.Number) bool {
	return i.Thousandfold != nil && n.Cmp(*i.Thousandfold) >= 0
}
