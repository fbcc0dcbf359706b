package app

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"yueping/models"
	"yueping/models/fault"
)

var (
	titleDates = regexp.MustCompile(`\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)?|\d{4}年|\d{1,2}月(?:\d{1,2}日)?`)
	latin      = regexp.MustCompile(`[A-Za-z][A-Za-z0-9_.]*`)
)

// titleWords are what a title says beside a unit's name; the longer of two that begin alike first.
var titleWords = []string{"环境空气质量", "环境空气", "空气质量", "空气", "日均浓度", "日均值", "日平均", "日均", "日报表", "日报", "日值", "日数据", "逐日", "每日", "月报表", "月报",
	"监测数据", "监测结果", "监测", "数据", "统计表", "统计", "汇总表", "汇总", "明细表", "明细", "情况表", "情况", "一览表", "报表", "浓度", "污染物", "附件", "附表", "小时", "年", "月",
	"可吸入颗粒物", "细颗粒物", "二氧化硫", "二氧化氮", "一氧化碳", "臭氧"}

// titleUnit finds the one unit that a sheet's name and title speak of. Names count whole, as those of
// a column do; a county or the city beside a unit says where that lies. Faults: import.sheet_unit,
// import.sheet_units, unit.ambiguous.
func (r *importReader) titleUnit(sheet, title string) (*models.Unit, *fault.Fault) {
	var words []string
	for _, w := range titleWords {
		words = append(words, w, "|")
	}
	text := width.Narrow.String(sheet + "|" + title)
	text = latin.ReplaceAllString(titleDates.ReplaceAllString(text, "|"), "|")
	tokens := strings.FieldsFunc(strings.NewReplacer(words...).Replace(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	roster := r.month.Table.Roster
	register := roster.Register()
	cityName := r.month.City()
	var found []*models.Unit
	var unclear *fault.Fault
	for _, token := range tokens {
		u, err := r.matcher.Find(token, "")
		// A title may begin with the city and the county: a name in a column has one of them at most.
		if rest, long := strings.CutPrefix(token, cityName); err != nil && long && cityName != "" {
			if again, bad := r.matcher.Find(rest, ""); fault.CodeOf(bad) != "unit.unknown" {
				token, u, err = rest, again, bad
			}
		}
		if fault.CodeOf(err) == "unit.ambiguous" {
			unclear = fault.All(err)[0]
			for _, county := range tokens {
				if inside, bad := r.matcher.Find(token, county); county != token && bad == nil {
					u, err, unclear = inside, nil, nil
				}
			}
		}
		if err == nil && !slices.Contains(found, u) {
			found = append(found, u)
		}
	}
	above := func(u *models.Unit) bool {
		return slices.ContainsFunc(found, func(other *models.Unit) bool {
			return other != u && (u == register.City() || register.County(other, roster.At) == u)
		})
	}
	units := slices.DeleteFunc(slices.Clone(found), above)
	switch {
	case unclear != nil:
		return nil, unclear
	case len(units) == 0:
		return nil, fault.New("import.sheet_unit")
	case len(units) > 1:
		var names []string
		for _, u := range units {
			names = append(names, FullName(roster.Name(u.Key), roster.County(u.Key)))
		}
		return nil, fault.New("import.sheet_units", "units", strings.Join(names, "、"))
	}
	return units[0], nil
}

// sheetIndicator is an indicator with what was written of its unit of measure.
type sheetIndicator struct {
	indicator *models.Indicator
	small     bool
}

// listedIndicator reads a cell of a column of indicators.
func (r *importReader) listedIndicator(text string) (sheetIndicator, *fault.Fault) {
	p := r.result.Program
	found := headerOf(p, text, true)
	if found.indicator == nil {
		return sheetIndicator{}, fault.New("import.unknown_listed", "text", text, "allowed", dailyNames(p, r))
	}
	return r.daily(found.indicator, text, found.measure)
}

// daily checks that an indicator takes values by day in the measure that is written.
func (r *importReader) daily(ind *models.Indicator, text, measure string) (sheetIndicator, *fault.Fault) {
	same, small := measured(ind, measure)
	switch {
	case !ind.Daily():
		return sheetIndicator{}, fault.New("indicator.not_by_day", "indicator", ind.Name)
	case !same && !small:
		return sheetIndicator{}, fault.New("import.other_measure", "header", text, "measure", ind.Measure, "found", measure)
	}
	return sheetIndicator{ind, small}, nil
}

// titleIndicator finds the one indicator that a sheet's name and title speak of. Faults:
// import.sheet_indicator, import.sheet_indicators, import.other_measure.
func (r *importReader) titleIndicator(sheet, title string) (sheetIndicator, *fault.Fault) {
	p := r.result.Program
	text := plain(titleDates.ReplaceAllString(width.Narrow.String(sheet+"|"+title), "|"))
	measure := ""
	for _, m := range measures {
		if strings.Contains(text, m) {
			// Titles that name two leave it to the values.
			measure = map[bool]string{true: m}[measure == ""]
		}
	}
	for _, m := range measures {
		text = strings.ReplaceAll(text, m, "|")
	}
	found := mentioned(p, text)
	switch {
	case len(found) == 0:
		return sheetIndicator{}, fault.New("import.sheet_indicator", "allowed", dailyNames(p, r))
	case len(found) > 1:
		return sheetIndicator{}, fault.New("import.sheet_indicators", "indicators", strings.Join(found, "、"))
	}
	ind := p.Indicator(found[0])
	if ind == nil {
		return sheetIndicator{}, fault.New("import.unknown_listed", "text", found[0], "allowed", dailyNames(p, r))
	}
	return r.daily(ind, strings.TrimSpace(sheet+" "+title), measure)
}

func dailyNames(p *models.Program, r *importReader) string {
	var names []string
	for _, ind := range p.DailyIndicators(r.month.At) {
		names = append(names, ind.Name)
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
	fold := strings.NewReplacer("_", "", "-", "", "(", "", ")", "")
	for i := range p.Indicators {
		ind := &p.Indicators[i]
		for _, name := range append([]string{ind.Key, ind.Name}, ind.Aliases...) {
			if name = fold.Replace(plain(name)); name != "" {
				names[name] = ind.Key
			}
		}
	}
	var found []string
	runes := []rune(fold.Replace(text))
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

// startsWord reports whether a name begins at a place, and ends no Latin word or number in its middle.
func startsWord(text []rune, at int, name []rune) bool {
	if at+len(name) > len(text) || !slices.Equal(text[at:at+len(name)], name) {
		return false
	}
	joint := func(a, b rune) bool {
		return a < unicode.MaxASCII && b < unicode.MaxASCII && (unicode.IsLetter(a) || unicode.IsDigit(a)) && (unicode.IsLetter(b) || unicode.IsDigit(b))
	}
	end := at + len(name)
	return (at == 0 || !joint(text[at-1], text[at])) && (end == len(text) || !joint(text[end-1], text[end]))
}
