package intake

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

// bareName drops the signs with which a name is written or not.
var bareName = strings.NewReplacer("_", "", "-", "", "(", "", ")", "")

// dailyEndings say that a value is a day's mean: of every pollutant but ozone, of which a day has
// means of another kind.
var dailyEndings = []string{"日均浓度", "日平均浓度", "日均值", "日平均", "日均", "24小时平均", "24h平均", "浓度", "值"}

// Of a month there are means and, of two pollutants, percentiles.
var monthlyEndings = map[air.Pollutant][]string{
	"":     {"浓度", "月均浓度", "月平均浓度", "月均值", "月平均"},
	air.CO: {"浓度", "95per", "第95百分位数", "第95百分位", "95百分位数", "95百分位", "第95百分位浓度", "第95百分位数浓度", "日均值第95百分位数"},
	air.O3: {"浓度", "90per", "第90百分位数", "第90百分位", "90百分位数", "90百分位", "第90百分位浓度", "第90百分位数浓度"},
}

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

// measureBehind are the ways in which a header has its unit of measure m, as plain gives them.
var measureBehind = []string{"(m)", "(单位:m)", "(计量单位:m)", "(单位m)", "/m", ",单位:m", "单位:m"}

// splitMeasure takes the unit of measure off a header.
func splitMeasure(p *models.Program, text string) (name, measure string) {
	for _, m := range knownMeasures(p) {
		for _, form := range measureBehind {
			if rest, found := strings.CutSuffix(text, strings.Replace(form, "m", m, 1)); found {
				return rest, m
			}
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
	name = bareName.Replace(name)
	if p := pollutantNamed(name); p != "" {
		return p
	}
	if !daily {
		return monthly(name)
	}
	for _, ending := range dailyEndings {
		if rest, found := strings.CutSuffix(name, ending); found && rest != "" {
			if p := pollutantNamed(rest); p != "" && (ending == "浓度" || (p != air.O3 && p != air.O3Hour)) {
				return p
			}
		}
	}
	return ""
}

func pollutantNamed(name string) air.Pollutant {
	for p, names := range pollutantNames {
		if slices.Contains(names, name) {
			return p
		}
	}
	return ""
}

// monthly finds the pollutant of a header that says which figure of the month it is.
func monthly(name string) air.Pollutant {
	for p, names := range pollutantNames {
		endings, own := monthlyEndings[p]
		if !own {
			endings = monthlyEndings[""]
		}
		for _, n := range names {
			if rest, found := strings.CutPrefix(name, n); found && p != air.O3Hour && slices.Contains(endings, rest) {
				return p
			}
		}
	}
	return ""
}

// OneMeasure folds the writings of a unit of measure.
func OneMeasure(s string) string { return foldMeasure(s) }

// measured compares a header's unit of measure with the indicator's: small is true for a thousandth
// of it, same for none written and for the same.
func measured(ind *models.Indicator, measure string) (same, small bool) {
	measure, own := OneMeasure(measure), OneMeasure(ind.Measure)
	return measure == "" || measure == own, thousandth[own] == measure && measure != ""
}

// measureIn gives the one unit of measure of an air pollutant that a text has somewhere, "" where it has
// none or two.
func measureIn(text string) string {
	text, found := plain(text), ""
	for _, m := range measures {
		if strings.Contains(text, m) {
			if found != "" {
				return ""
			}
			found = m
		}
	}
	return found
}

// indicatorNames lists what a column of values may be called.
func indicatorNames(p *models.Program) string {
	var names []string
	for i := range p.Indicators {
		if !p.Indicators[i].Derived() {
			names = append(names, p.Indicators[i].Name)
		}
	}
	return strings.Join(names, "、")
}

// mentioned gives the keys of the indicators and pollutants that a plain text names, each once. At each
// place the longest name counts: 臭氧1小时 is not 臭氧.
func mentioned(p *models.Program, text string) []string {
	names := map[string]string{}
	for pollutant, list := range pollutantNames {
		for _, name := range list {
			names[name] = string(pollutant)
		}
	}
	for i := range p.Indicators {
		ind := &p.Indicators[i]
		for _, name := range append([]string{ind.Key, ind.Name}, ind.Aliases...) {
			if name = bareName.Replace(plain(name)); name != "" {
				names[name] = ind.Key
			}
		}
	}
	var found []string
	runes := []rune(bareName.Replace(text))
	for i := 0; i < len(runes); i++ {
		key, longest := "", 0
		for name, k := range names {
			if n := len([]rune(name)); n > longest && startsWord(runes, i, []rune(name)) {
				key, longest = k, n
			}
		}
		if longest == 0 {
			continue
		}
		if !slices.Contains(found, key) {
			found = append(found, key)
		}
		i += longest - 1
	}
	return found
}
