package app

import (
	"slices"
	"strings"

	"yueping/models"
	"yueping/models/air"
)

// measures are the units of measure that headers carry, and which of them is a thousandth of another.
var (
	measures    = []string{"μg/m3", "mg/m3", "微克/立方米", "毫克/立方米"}
	sameMeasure = map[string]string{"微克/立方米": "μg/m3", "毫克/立方米": "mg/m3"}
	thousandth  = map[string]string{"mg/m3": "μg/m3"}
)

// pollutantNames are the ways in which a pollutant is written, beside those that an indicator has
// itself; folded, as headerName gives them.
var pollutantNames = map[air.Pollutant][]string{
	air.SO2:    {"so2", "二氧化硫"},
	air.NO2:    {"no2", "二氧化氮"},
	air.PM10:   {"pm10", "可吸入颗粒物"},
	air.PM25:   {"pm2.5", "pm25", "细颗粒物"},
	air.CO:     {"co", "一氧化碳"},
	air.O3:     {"o3", "臭氧", "o38h", "o3max8h", "o38hmax", "o38小时", "臭氧8h", "臭氧8小时", "臭氧8小时平均", "臭氧日最大8小时", "臭氧日最大8小时平均", "臭氧最大8小时", "o3日最大8小时", "o3日最大8小时平均", "o38小时平均"},
	air.O3Hour: {"o31h", "o31小时", "臭氧1h", "臭氧1小时"},
}

// dailyEndings say that a value is a day's mean: of every pollutant but ozone, of which a day has
// means of another kind.
var dailyEndings = []string{"日均浓度", "日平均浓度", "日均值", "日平均", "日均", "24小时平均", "24h平均", "浓度", "值"}

// header is what a header cell says.
type header struct {
	indicator *models.Indicator
	measure   string // as written beside the name, "" for none
}

// headerOf finds the indicator of a header: its key, name or alias, or its pollutant's name, with or
// without a unit of measure in brackets or behind it.
func headerOf(p *models.Program, text string, daily bool) header {
	whole := plain(text)
	if ind := named(p, whole); ind != nil {
		return header{indicator: ind}
	}
	name, measure := splitMeasure(p, whole)
	if measure != "" {
		if ind := named(p, name); ind != nil {
			return header{indicator: ind, measure: measure}
		}
	}
	return header{indicator: byPollutant(p, name, daily), measure: measure}
}

// indicatorOf is headerOf for a name alone.
func indicatorOf(p *models.Program, text string) *models.Indicator {
	return headerOf(p, text, true).indicator
}

func named(p *models.Program, name string) *models.Indicator {
	for i := range p.Indicators {
		ind := &p.Indicators[i]
		for _, own := range append([]string{ind.Key, ind.Name}, ind.Aliases...) {
			if name == plain(own) {
				return ind
			}
		}
	}
	return nil
}

// knownMeasures are the units of measure that a program's sheets may write.
func knownMeasures(p *models.Program) []string {
	known := slices.Clone(measures)
	for i := range p.Indicators {
		if m := plain(p.Indicators[i].Measure); m != "" {
			known = append(known, m)
		}
	}
	return known
}

// measureAlone gives the unit of measure that a text is, in brackets or without; "" for another text.
func measureAlone(p *models.Program, text string) string {
	text = strings.TrimSuffix(strings.TrimPrefix(plain(text), "("), ")")
	if slices.Contains(knownMeasures(p), text) {
		return text
	}
	return ""
}

// splitMeasure takes the unit of measure off a header.
func splitMeasure(p *models.Program, text string) (name, measure string) {
	for _, m := range knownMeasures(p) {
		if rest, found := strings.CutSuffix(text, "("+m+")"); found {
			return rest, m
		}
	}
	for _, m := range measures {
		if rest, found := strings.CutSuffix(text, m); found {
			return strings.TrimRight(rest, "/,:：，-_"), m
		}
	}
	return text, ""
}

// byPollutant finds the indicator whose key is the pollutant that a header names. 细颗粒物(PM2.5) names
// one twice; a header that names two is of neither.
func byPollutant(p *models.Program, name string, daily bool) *models.Indicator {
	found := pollutantOf(name, daily)
	if outer, inner, cut := strings.Cut(strings.TrimSuffix(name, ")"), "("); found == "" && cut {
		if one, other := pollutantOf(outer, daily), pollutantOf(inner, daily); one == other {
			found = one
		}
	}
	if found == "" {
		return nil
	}
	return p.Indicator(string(found))
}

func pollutantOf(name string, daily bool) air.Pollutant {
	name = strings.NewReplacer("_", "", "-", "", "(", "", ")", "").Replace(name)
	for p, names := range pollutantNames {
		if slices.Contains(names, name) {
			return p
		}
	}
	if !daily {
		return ""
	}
	for _, ending := range dailyEndings {
		if rest, found := strings.CutSuffix(name, ending); found && rest != "" {
			if p := pollutantOf(rest, false); p != "" && (ending == "浓度" || (p != air.O3 && p != air.O3Hour)) {
				return p
			}
		}
	}
	return ""
}

// measured compares a header's unit of measure with the indicator's: small is true for a thousandth
// of it, same for none written and for the same.
func measured(ind *models.Indicator, measure string) (same, small bool) {
	if written, known := sameMeasure[measure]; known {
		measure = written
	}
	own := plain(ind.Measure)
	if written, known := sameMeasure[own]; known {
		own = written
	}
	return measure == "" || measure == own, thousandth[own] == measure && measure != ""
}

func indicatorNames(p *models.Program) string {
	var names []string
	for i := range p.Indicators {
		if !p.Indicators[i].Derived() {
			names = append(names, p.Indicators[i].Name)
		}
	}
	return strings.Join(names, "、")
}
