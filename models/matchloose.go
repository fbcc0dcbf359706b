package models

import (
	"regexp"
	"slices"
	"strings"
)

// looseNames are the spellings of the units by what does not vary, folded.
type looseNames struct {
	alike    map[string][]*Unit // by looseName
	counties map[string][]*Unit // county-level units by stem
	bracket  map[string]bool    // what stands before a bracket that is part of a name
	codes    map[string][]*Unit
	names    []nearName
}

// loosen prepares the spellings of all units that exist. A unit's name stands there with and without the
// county's or the city's name before it.
func (m *Matcher) loosen() *looseNames {
	l := &looseNames{alike: map[string][]*Unit{}, counties: map[string][]*Unit{}, bracket: map[string]bool{}, codes: map[string][]*Unit{}}
	add := func(to map[string][]*Unit, key string, u *Unit) {
		if key != "" && !slices.Contains(to[key], u) {
			to[key] = append(to[key], u)
		}
	}
	for _, u := range m.register.Units() {
		if !u.Exists(m.at) {
			continue
		}
		add(l.codes, shortCode(u.Code), u)
		for _, s := range m.ownSpellings(u) {
			add(l.alike, looseName(s, u.Kind), u)
			if u.Kind == KindCounty {
				add(l.counties, stemOf(s), u)
			}
			if before, _, found := strings.Cut(s, "("); found {
				l.bracket[before] = true
			}
			l.names = append(l.names, newNearName(u, s))
		}
	}
	return l
}

// ownSpellings are a unit's spellings, folded, as they stand and without the name of the county or the city
// that they begin with; one of the city's own bodies may be written with and without 市.
func (m *Matcher) ownSpellings(u *Unit) []string {
	var all []string
	add := func(s string) {
		if longEnough(s) && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	county := m.register.County(u, m.at)
	for _, s := range append(u.Spellings(), m.roster.names(u.Key)...) {
		s = fold(s)
		add(s)
		if u.Kind == KindCity {
			continue
		}
		s = m.withoutCity(s)
		add(s)
		if county == nil && u.Kind != KindTownship {
			add("市" + s)
			add(strings.TrimPrefix(s, "市"))
		}
		if county == nil {
			continue
		}
		for _, c := range append(county.Spellings(), m.roster.names(county.Key)...) {
			add(strings.TrimPrefix(s, fold(c)))
		}
	}
	return all
}

// withoutCity takes the city's name off the beginning of a folded name: 某某市 or 某某.
func (m *Matcher) withoutCity(s string) string {
	city := m.register.City()
	if city == nil {
		return s
	}
	name := fold(city.Name(m.at))
	for _, p := range []string{name, stemOf(name)} {
		if rest, found := strings.CutPrefix(s, p); found && p != "" && longEnough(rest) {
			return rest
		}
	}
	return s
}

// longEnough reports whether what is left of a name may still be one.
func longEnough(s string) bool { return len([]rune(s)) > 1 }

var (
	subdistrict  = regexp.MustCompile(`(?:街道办事处|街道办|街办|办事处|街道|办)$`)
	peoples      = `蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|民`
	ofPeople     = regexp.MustCompile(`(?:(?:` + peoples + `)族)+(乡|镇)$`)
	countyEnding = regexp.MustCompile(`[县市区旗]$`)
	ending       = regexp.MustCompile(`[县市区旗乡镇]$|街道$|办$|办事处$`)
)

// looseName is a folded name of which the ways to write one kind of township are the same: 祖师办事处 and
// 祖师街道办 are 祖师街道, 山货回族乡 is 山货乡. "" where nothing else is left of it.
func looseName(s string, kind Kind) string {
	if kind != KindTownship {
		return s
	}
	if at := subdistrict.FindStringIndex(s); at != nil {
		if at[0] == 0 {
			return ""
		}
		return s[:at[0]] + "街道"
	}
	loose := ofPeople.ReplaceAllString(s, "$1")
	if !longEnough(loose) {
		return ""
	}
	return loose
}

// stemOf is the name of a county or a city without what it is: 某某 of 某某县. "" where it has no such ending,
// or too little is left.
func stemOf(s string) string {
	at := countyEnding.FindStringIndex(s)
	if at == nil || !longEnough(s[:at[0]]) {
		return ""
	}
	return s[:at[0]]
}

// shortCode is a division code of 6, 9 or 12 digits without the zeros of the lower levels; "" for a text
// that is none.
func shortCode(s string) string {
	if (len(s) != 6 && len(s) != 9 && len(s) != 12) || strings.Trim(s, "0123456789") != "" {
		return ""
	}
	for len(s) > 6 && strings.HasSuffix(s, "000") {
		s = s[:len(s)-3]
	}
	return s
}
