package intake

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
	"填报单位", "单位名称", "考评单位", "单位", "填报表", "填报", "考评表", "考评", "考核表", "考核", "绩效", "可吸入颗粒物", "细颗粒物", "二氧化硫", "二氧化氮", "一氧化碳", "臭氧"}

// titleUnit finds the one unit that a sheet's name and title speak of. Names count whole, as those of
// a column do; a county or the city beside a unit says where that lies. Faults: import.sheet_unit,
// import.sheet_units, unit.ambiguous.
func (r *sheetReader) titleUnit(sheet, title string) (*models.Unit, *fault.Fault) {
	var words []string
	for _, w := range titleWords {
		words = append(words, w, "|")
	}
	text := width.Narrow.String(sheet + "|" + title)
	text = latin.ReplaceAllString(titleDates.ReplaceAllString(text, "|"), "|")
	tokens := strings.FieldsFunc(strings.NewReplacer(words...).Replace(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	register := r.Roster.Register()
	cityName := ""
	if city := register.City(); city != nil {
		cityName = r.Roster.Name(city.Key)
	}
	var found []*models.Unit
	var unclear *fault.Fault
	for _, token := range tokens {
		u, err := r.Matcher.Find(token, "")
		// A title may begin with the city and the county: a name in a column has one of them at most.
		if rest, long := strings.CutPrefix(token, cityName); err != nil && long && cityName != "" {
			if again, bad := r.Matcher.Find(rest, ""); fault.CodeOf(bad) != "unit.unknown" {
				token, u, err = rest, again, bad
			}
		}
		if fault.CodeOf(err) == "unit.ambiguous" {
			unclear = fault.All(err)[0]
			for _, county := range tokens {
				if inside, bad := r.Matcher.Find(token, county); county != token && bad == nil {
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
			return other != u && (u == register.City() || register.County(other, r.Roster.At) == u)
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
			names = append(names, r.Roster.County(u.Key)+r.Roster.Name(u.Key))
		}
		return nil, fault.New("import.sheet_units", "units", strings.Join(names, "、"))
	}
	return units[0], nil
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
