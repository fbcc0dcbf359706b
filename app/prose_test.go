package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"yueping/models"
	"yueping/models/number"
)

// readAs writes what a text was read as: name=value, or text!code.
func readAs(m *Month, values []TextValue) []string {
	var lines []string
	for _, v := range values {
		if v.Fault != nil {
			lines = append(lines, v.Text+"!"+v.Fault.Code)
			continue
		}
		lines = append(lines, FullName(m.Table.Roster.Name(v.Unit.Key), m.Table.Roster.County(v.Unit.Key))+"="+shown(v.Cell))
	}
	return lines
}

// The overdue backlog as the newspaper printed it, in the ways in which people write such a list.
func TestPublishedListIsRead(t *testing.T) {
	w := sampleCity(t)
	m := loaded(t, w, "city-management", october)
	want := map[string]string{}
	var parts []string
	_, rows := published(t, "city-management-2019-10-backlog.csv")
	for _, f := range rows {
		want[f[1]] = f[2]
		parts = append(parts, f[0]+f[2]+"件")
	}
	if len(parts) != 7 {
		t.Fatal(parts)
	}
	short := strings.NewReplacer("国家许昌经济技术", "", "市城乡一体化", "")
	for _, text := range []string{
		strings.Join(parts, "、") + "。", strings.Join(parts, "，"), strings.Join(parts, "\r\n"), strings.Join(parts, "；\n"),
		short.Replace(strings.Join(parts, "、")), strings.ReplaceAll(strings.Join(parts, "，"), "件", ""),
	} {
		values := m.ParseValues(m.Program.Indicator("overdue_backlog"), october.Whole(), text)
		if len(values) != len(want) {
			t.Fatalf("%d values of %s", len(values), text)
		}
		matcher := models.NewMatcher(m.Table.Roster.Register(), m.Table.Roster)
		for name, value := range want {
			unit, err := matcher.Find(name, "")
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(values, func(v TextValue) bool { return v.Fault == nil && v.Unit == unit && shown(v.Cell) == value }) {
				t.Errorf("%s is not %s in %v", name, value, readAs(m, values))
			}
		}
	}
}

func TestProse(t *testing.T) {
	for _, c := range []struct {
		name, indicator, text string
		want                  []string
	}{
		{"a list", "due", "乙镇540件、东县甲镇168件，西县甲镇162件", []string{"东县乙镇=540", "东县甲镇=168", "西县甲镇=162"}},
		{"a colon", "due", "乙镇：540", []string{"东县乙镇=540"}},
		{"spaces", "due", "乙镇 540 件；西县 甲镇\t1", []string{"东县乙镇=540", "西县甲镇=1"}},
		{"full width", "due", "乙镇５４０件", []string{"东县乙镇=540"}},
		{"brackets", "due", "乙镇（540件）、甲镇（西县）：3", []string{"东县乙镇=540", "西县甲镇=3"}},
		{"dashes", "due", "乙镇——540件", []string{"东县乙镇=540"}},
		{"an alias", "due", "乙乡540", []string{"东县乙镇=540"}},
		{"counted by 个", "due", "乙镇540个", []string{"东县乙镇=540"}},
		{"the city", "due", "某市540件", []string{"某市=540"}},
		{"a state", "due", "乙镇（无数据）、西县甲镇：不参评", []string{"东县乙镇=no_data", "西县甲镇=not_assessed"}},
		{"thousands", "due", "乙镇1,234件、西县甲镇1,000", []string{"东县乙镇=1234", "西县甲镇=1000"}},
		{"per cent", "rate", "乙镇96.17%、西县甲镇９５．２％，东县甲镇90", []string{"东县乙镇=0.9617", "西县甲镇=0.952", "东县甲镇=0.9"}},
		{"a point of the input method", "rate", "乙镇96。17%、西县甲镇90", []string{"东县乙镇=0.9617", "西县甲镇=0.9"}},
		{"negative", "level", "乙镇-2.5米、西县甲镇：-1", []string{"东县乙镇=-2.5", "西县甲镇=-1"}},
		{"nothing", "due", " 、，\n。", nil},
		{"a name of two", "due", "甲镇540件", []string{"甲镇540件!unit.ambiguous"}},
		{"no such name", "due", "丙镇540件、乙镇1", []string{"丙镇540件!unit.unknown", "东县乙镇=1"}},
		{"words before", "due", "主要集中在乙镇540件", []string{"主要集中在乙镇540件!unit.unknown"}},
		{"no number", "due", "乙镇、西县甲镇各5件", []string{"乙镇!prose.no_number", "西县甲镇各5件!unit.unknown"}},
		{"no name", "due", "共540件", []string{"共540件!unit.unknown"}},
		{"a number alone", "due", "540件", []string{"540件!prose.no_name"}},
		{"two numbers", "due", "乙镇 540 168", []string{"乙镇 540 168!prose.other_measure"}},
		{"pairs without separators", "due", "乙镇540件西县甲镇2件", []string{"乙镇540件西县甲镇2件!prose.other_measure"}},
		{"another measure", "due", "乙镇540分", []string{"乙镇540分!prose.other_measure"}},
		{"万", "due", "乙镇1.2万件", []string{"乙镇1.2万件!prose.other_measure"}},
		{"per cent of a count", "due", "乙镇5%", []string{"乙镇5%!prose.other_measure"}},
		{"in words", "due", "乙镇五百件", []string{"乙镇五百件!prose.no_number"}},
		{"decimals", "due", "乙镇5.5件", []string{"乙镇5.5件!number.too_many_decimals"}},
		{"below", "due", "乙镇-5件", []string{"乙镇-5件!value.below"}},
		{"a dash apart", "due", "乙镇 - 5件", []string{"乙镇 - 5件!unit.unknown"}},
		{"digits in odd groups", "due", "乙镇12,34件", []string{"乙镇12,34件!number.not_a_number"}},
		{"a forgotten name", "due", "乙镇162，145，西县甲镇3", []string{"乙镇162，145!prose.unclear_sign", "西县甲镇=3"}},
		{"a full stop in between", "due", "乙镇162。145，西县甲镇3。", []string{"乙镇162。145!prose.unclear_sign", "西县甲镇=3"}},
		{"twice", "due", "乙镇5、西县甲镇3、乙乡6", []string{"乙镇5!prose.twice", "西县甲镇=3", "乙乡6!prose.twice"}},
		{"twice, once in vain", "due", "乙镇5、乙镇x6分", []string{"东县乙镇=5", "乙镇x6分!unit.unknown"}},
		{"twice, once in another measure", "due", "乙镇5、乙镇6分", []string{"乙镇5!prose.twice", "乙镇6分!prose.other_measure"}},
		{"not kept for it", "rate", "西县5", []string{"西县5!indicator.not_kept"}},
		{"what is calculated", "closing_rate", "乙镇5", []string{"乙镇5!indicator.derived"}},
		{"a date", "due", "10月，乙镇5", []string{"10月!prose.no_name", "东县乙镇=5"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := tiny(t)
			m := loaded(t, w, "count", october)
			got := readAs(m, m.ParseValues(m.Program.Indicator(c.indicator), october.Whole(), c.text))
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// Concentrations have a unit of measure with a digit in it, in several writings.
func TestProseOfConcentrations(t *testing.T) {
	m := loaded(t, opened(t, params(t), daysCity(20, "")), "p", october)
	for text, want := range map[string]string{
		"乡镇1：35μg/m³、乡镇2 36ug/m3":   "乡镇1=35 乡镇2=36",
		"乡镇1：35µg/m3，乡镇12：36微克/立方米": "乡镇1=35 乡镇12=36",
		"乡镇1：0.035mg/m³":            "乡镇1：0.035mg/m³!prose.other_measure",
		"乡镇135、乡镇1=2":               "乡镇135!unit.unknown 乡镇1=2",
	} {
		got := strings.Join(readAs(m, m.ParseValues(m.Program.Indicator("pm25"), october.Whole(), text)), " ")
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	daily := m.ParseValues(m.Program.Indicator("pm25"), october.Day(3), "乡镇1：35.5")
	if got := readAs(m, daily); got[0] != "乡镇1=35.5" {
		t.Errorf("of a day: %v", got)
	}
}

// What is written from values is read as these, whatever the writing.
func TestProseRoundTrip(t *testing.T) {
	const count = 30
	m := loaded(t, opened(t, params(t), daysCity(count, "")), "p", october)
	ind := m.Program.Indicator("pm25")
	rapid.Check(t, func(rt *rapid.T) {
		units := rapid.SliceOfNDistinct(rapid.IntRange(0, count-1), 1, 12, rapid.ID[int]).Draw(rt, "units")
		var text strings.Builder
		var want []string
		for n, u := range units {
			v := rapid.IntRange(0, 99999).Draw(rt, "value")
			if n > 0 {
				text.WriteString(rapid.SampledFrom([]string{"、", "，", "；", ";\n", "\r\n", "。", "、 "}).Draw(rt, "separator"))
			}
			digits := fmt.Sprint(v)
			if rapid.Bool().Draw(rt, "wide") {
				digits = strings.Map(func(r rune) rune { return r - '0' + '０' }, digits)
			}
			// The names end in digits: something has to stand between.
			join := rapid.SampledFrom([]string{"：", ":", " ", "——", "\t", " = "}).Draw(rt, "join")
			fmt.Fprint(&text, "乡镇", u, join, digits, rapid.SampledFrom([]string{"", "μg/m³", " ug/m3", "微克/立方米"}).Draw(rt, "measure"))
			want = append(want, fmt.Sprintf("乡镇%d=%d", u, v))
		}
		if got := readAs(m, m.ParseValues(ind, october.Whole(), text.String())); !slices.Equal(got, want) {
			rt.Fatalf("%s\nread as %q\nwant %q", &text, got, want)
		}
	})
}

// FuzzProse holds for any text that nothing of it is dropped and that what is read stands there.
func FuzzProse(f *testing.F) {
	w, _ := tiny(f)
	m := loaded(f, w, "count", october)
	for _, text := range []string{"乙镇540件、东县甲镇168件，西县甲镇162件", "乙镇（1,234）。甲镇（西县）-3", "乙镇：無数据；乙镇96。17％", "乙镇162，145", "\xff乙镇1", "乙镇.5", "乙镇+5,"} {
		f.Add(text)
	}
	separators := func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("、；;,，。", r)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, key := range []string{"due", "rate", "level"} {
			i := m.Program.Indicator(key)
			rest := string([]rune(text)) // what is no UTF-8 is read as the sign for that
			seen := map[*models.Unit]bool{}
			for _, v := range m.ParseValues(i, october.Whole(), text) {
				before, after, found := strings.Cut(rest, v.Text)
				if !found || v.Text == "" || strings.TrimFunc(before, separators) != "" {
					t.Fatalf("%q: %q dropped before %q", text, before, v.Text)
				}
				rest = after
				if v.Fault != nil {
					continue
				}
				if v.Unit == nil || seen[v.Unit] || Bounds(i, v.Cell) != nil {
					t.Fatalf("%q: %+v", text, v)
				}
				seen[v.Unit] = true
				if v.Cell.State == models.IsNumber && !writes(v.Text, v.Cell.Value, i) {
					t.Fatalf("%q: %s is not in %q", text, v.Cell.Value, v.Text)
				}
			}
			if strings.TrimFunc(rest, separators) != "" {
				t.Fatalf("%q: %q dropped at the end", text, rest)
			}
		}
	})
}

// writes reports whether the digits of a value stand together in a text, whatever zeros and signs there are.
func writes(text string, n number.Number, i *models.Indicator) bool {
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r = narrowSign(r); isDigit(r) {
				return r
			}
			return -1
		}, s)
	}
	wanted := strings.Trim(digits(i.Shown(n)), "0")
	return strings.Contains(digits(text), wanted)
}
