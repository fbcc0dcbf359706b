package intake

import (
	"strings"
	"unicode"

	"yueping/models"
	"yueping/models/number"
)

// What people write where there is no value, and where a unit is left out of the appraisal.
var (
	noDataWords = setOf([]string{"无数据", "无", "无值", "无监测", "无监测数据", "无有效数据", "暂无", "暂无数据", "未监测", "未检测", "未测", "缺测", "缺", "缺失", "缺数", "缺数据", "数据缺失", "数据缺测",
		"停运", "停机", "停测", "停用", "故障", "检修", "维护", "离线", "设备停运", "设备停机", "设备故障", "设备检修", "设备维护", "设备离线", "仪器故障", "仪器维护", "仪器停运", "站点停运", "站点停用", "站点故障", "站点维护", "站点离线",
		"no data", "no_data", "nodata"})
	notAssessedWords = setOf([]string{"不参评", "不参与", "不参加", "不参与考评", "不参加考评", "不参与考核", "不参加考核", "不参与评比", "不参加评比", "不参与排名", "不参加排名", "未参评", "未参加考评", "未参与考评",
		"免考", "免考核", "免考评", "免评", "不考核", "不考评", "不评", "不纳入", "不纳入考核", "不纳入考评", "不列入考核", "不列入考评", "未纳入考核", "未纳入考评", "not assessed", "not_assessed"})
	dashWords  = setOf([]string{"na", "n/a", "n.a", "#n/a", "nil", "null", "none", "nan"})
	truthWords = setOf([]string{"true", "false"})
	errorTexts = setOf([]string{"#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "#getting_data", "#spill!", "#calc!"})
)

// dashes are the signs that stand for nothing; 一, the number, is none of them.
const dashes = `-‐‑‒–—―─━﹣－ー_/\*×✕✖·`

// isDash reports whether a cleaned text is nothing but signs for nothing, or a word for it.
func isDash(s string) bool {
	if s == "" {
		return false
	}
	if dashWords[strings.Trim(word(s), "()")] {
		return true
	}
	signs := strings.Trim(strings.ReplaceAll(s, " ", ""), "()")
	return signs != "" && strings.Trim(signs, dashes) == ""
}

// stateOf reads the words for a state, in brackets or not.
func stateOf(s string) (models.State, bool) {
	w := word(s)
	for _, month := range []string{"本月", "当月"} {
		w = strings.TrimPrefix(w, month)
	}
	switch {
	case noDataWords[w]:
		return models.NoData, true
	case notAssessedWords[w]:
		return models.NotAssessed, true
	}
	return models.NotReported, false
}

// word is a text as the sets of words hold it, without the brackets round it and the stop behind it.
func word(s string) string {
	w := strings.TrimRight(plain(s), ".!;,")
	if inner, ok := strings.CutPrefix(w, "("); ok && strings.HasSuffix(inner, ")") {
		return strings.TrimSuffix(inner, ")")
	}
	return w
}

// clean is a cell's text in narrow characters, without what one does not see: spaces round it, characters
// of no width, and the apostrophe that makes a text of a number.
func clean(s string) string {
	if plainDigits(s) {
		return s
	}
	s = number.Narrow(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) { // characters of no width, marks of direction
			return -1
		}
		return r
	}, s))
	for _, apostrophe := range []string{"'", "’", "‘", "`"} {
		if rest, found := strings.CutPrefix(s, apostrophe); found {
			return strings.TrimSpace(rest)
		}
	}
	return s
}

// plainDigits reports whether there is nothing to clean: most texts are digits.
func plainDigits(s string) bool {
	return strings.Trim(s, "0123456789.") == ""
}
