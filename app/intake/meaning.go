package intake

import (
	"slices"
	"strings"

	"yueping/app/workbook"
	"yueping/models"
)

// meaning is what a header's text says by itself.
type meaning int

const (
	unknown meaning = iota
	blank
	ofUnits
	ofCounties
	ofCodes
	ofDates
	ofMonths
	ofIndicators
	ofValues
	ofOne      // an indicator
	ofMeasure  // nothing but a unit of measure
	calculated // an index or another figure of a day
	total
	noValue
	otherMonth
	ofPeriod // nothing but a month or a year
	unitName
)

// headerSets are the header words by what they mean; those of units before what a day's table calculates.
var headerSets = []struct {
	words set
	as    meaning
}{
	{setOf(unitHeaders), ofUnits}, {setOf(countyHeaders), ofCounties}, {setOf(codeHeaders), ofCodes}, {setOf(dateHeaders), ofDates}, {setOf(monthHeaders), ofMonths},
	{setOf(indicatorHeaders), ofIndicators}, {setOf(valueHeaders), ofValues}, {setOf(calculatedHeaders, hourlyOzone), calculated}, {setOf(plainHeaders), noValue},
}

// reader knows the words of a program and of a register.
type reader struct {
	program *models.Program
	daily   bool            // the program has values by day
	units   map[string]bool // plain names and codes
	keys    *models.Register
	cache   map[string]text
	daysToo map[string]header // of headers in tables of days
}

// text is what a header's text was found to mean.
type text struct {
	meaning meaning
	header  header
}

func newReader(p *models.Program, register *models.Register) *reader {
	r := &reader{program: p, keys: register, units: map[string]bool{}, cache: map[string]text{}, daysToo: map[string]header{}}
	for i := range p.Indicators {
		r.daily = r.daily || p.Indicators[i].Daily()
	}
	add := func(s string) {
		if s = plain(s); s != "" {
			r.units[s] = true
		}
	}
	for _, u := range register.Units() {
		add(u.Code)
		for _, s := range u.Spellings() {
			add(s)
		}
	}
	for i := range p.Members {
		for _, name := range p.Members[i].Names {
			add(name.Value)
		}
	}
	return r
}

// means finds what a header's text says.
func (r *reader) means(s string) text {
	s = strings.TrimSpace(s)
	known, ok := r.cache[s]
	if !ok {
		known = r.find(s)
		r.cache[s] = known
	}
	return known
}

func (r *reader) find(s string) text {
	if s == "" {
		return text{meaning: blank}
	}
	if h := headerOf(r.program, s, false); h.indicator != nil {
		return text{ofOne, h}
	}
	key := plain(s)
	for _, now := range thisMonth {
		if rest, found := strings.CutPrefix(key, now); found {
			if h := headerOf(r.program, rest, false); h.indicator != nil {
				return text{ofOne, h}
			}
		}
	}
	if r.units[key] {
		return text{meaning: unitName}
	}
	if rest, dated := withoutPeriod(key); dated {
		if rest == "" {
			return text{meaning: ofPeriod}
		}
		if h := headerOf(r.program, rest, false); h.indicator != nil {
			return text{ofOne, h}
		}
	}
	for _, words := range headerSets {
		if words.words[key] {
			return text{meaning: words.as}
		}
	}
	switch {
	case strings.Contains(key, "iaqi") || strings.Contains(key, "分指数"):
		return text{meaning: calculated}
	case measureAlone(r.program, s) != "":
		return text{meaning: ofMeasure, header: header{measure: measureAlone(r.program, s)}}
	case r.isUnit(s):
		return text{meaning: unitName}
	case isTotal(s):
		return text{meaning: total}
	case otherPeriod(s):
		return text{meaning: otherMonth}
	}
	return text{}
}

// dailyHeader is headerOf in a table of days.
func (r *reader) dailyHeader(s string) header {
	known, ok := r.daysToo[s]
	if !ok {
		known = headerOf(r.program, s, true)
		r.daysToo[s] = known
	}
	return known
}

// longestName is more characters than a unit's name with all that may stand before it has.
const longestName = 200

// isUnit reports whether a text is, or ends with, what a unit was ever called: which unit of the month
// it is is found when the month is known.
func (r *reader) isUnit(s string) bool {
	if len(s) > 4*longestName {
		return false
	}
	runes := []rune(plain(s))
	for i := range runes {
		if len(runes)-i > 1 && r.units[string(runes[i:])] {
			return true
		}
	}
	return false
}

// isValue reports whether a text stands where a value would.
func isValue(cell *workbook.ReadCell) bool {
	if cell.Number != nil || cell.Fault != nil {
		return true
	}
	s := plain(cell.Text)
	if s == "" {
		return false
	}
	if slices.Contains(stateWords, s) {
		return true
	}
	digits := strings.Trim(s, "-+.,%0123456789０１２３４５６７８９，件个次人天万亿元分")
	return digits == "" && strings.ContainsAny(s, "0123456789０１２３４５６７８９") || strings.Trim(s, "-/\\*×") == ""
}

var stateWords = []string{"无数据", "无", "未监测", "缺测", "不参评", "免考", "免考核", "不考核", "na", "n/a"}

// isKey reports whether a text is a unit's key.
func (r *reader) isKey(s string) bool { return r.keys.Unit(s) != nil }
