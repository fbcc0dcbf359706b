package city

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"yueping/models/fault"
)

func TestTinyCityLoads(t *testing.T) {
	c, err := Load(tiny(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Units) != 6 || len(c.Programs) != 1 || len(c.Observations) != 1 || len(c.Observations[0].Rows) != 5 {
		t.Errorf("%+v", c)
	}
}

// Each faulty piece, and every fault with the text at the place that it names.
func TestBadFiles(t *testing.T) {
	const (
		units, program, csv = "units.yaml", "count.yaml", "observations/count-2019-09.csv"
		closing             = "formula: closed / due, "
		level               = "- {key: level, name: 水位, measure: 米, decimals: 12}"
	)
	for _, c := range []struct {
		name, file, old, now string
		want                 []string
	}{
		{"unknown key", units, "parent: dong}", "parent: dong, colour: red}", []string{"city.unknown_key colour"}},
		{"unknown key of a program", program, "note: 虚构", "notes: 虚构", []string{"city.unknown_key notes"}},
		{"missing name", units, "name: 西县, ", "", []string{"city.missing_key key: xi"}},
		{"one name under one parent", units, "name: 乙镇", "name: 甲镇", []string{"city.name_twice 甲镇, parent: dong, aliases"}},
		{"one key twice", units, "key: yi", "key: jia", []string{"city.unit_twice jia", "city.unknown_unit yi"}},
		{"a second city", units, "kind: county, name: 东县", "kind: city, name: 东县", []string{"city.second_city city, name: 东县"}},
		{"an unknown kind", units, "kind: city", "kind: town", []string{"city.choice_expected town"}},
		{"an unknown parent", units, "parent: xi", "parent: nan", []string{"city.unknown_unit nan"}},
		{"its own parent", units, "parent: xi", "parent: bing", []string{"city.parent_cycle bing}"}},
		{"in the care of itself", units, "parent: xi", "parent: xi, caretaker: bing", []string{"city.parent_cycle bing}"}},
		{"in the care of what is under it", units, "name: 东县, parent: shi", "name: 东县, parent: shi, caretaker: jia", []string{"city.parent_cycle jia}", "city.parent_cycle dong}"}},
		{"an octal code", units, `"990001"`, "0110001", []string{"city.quote_expected 0110001"}},
		{"a bare code", units, `"990001"`, "990001", []string{"city.quote_expected 990001"}},
		{"a code of letters", units, `"990001"`, `"99000x"`, []string{`city.code_form "99000x"`}},
		{"a key of capitals", units, "key: xi,", "key: Xi,", []string{"city.key_form Xi", "city.unknown_unit xi}", "city.unknown_unit xi]"}},
		{"a number for a name", units, "name: 西县", "name: 12", []string{"city.quote_expected 12,"}},
		{"a list for a name", units, "name: 西县", "name: [西县]", []string{"city.mapping_expected 西县]"}},
		{"a text for a list", units, "aliases: [乙乡]", "aliases: 乙乡", []string{"city.list_expected 乙乡"}},
		{"names whose dates overlap", units, "name: 西县", "name: [{from: 2019-05, value: 西县}, {from: 2019-05, value: 新县}]", []string{"city.dates_overlap [{from"}},
		{"an end before the beginning", units, "parent: xi", "parent: xi, from: 2019-05, until: 2019-04", []string{"city.dates_overlap 2019-04"}},
		{"no month", units, "parent: xi", "parent: xi, from: 2019-13", []string{"city.month_expected 2019-13"}},
		{"one key in a mapping twice", units, "kind: city, name", "kind: city, kind: city, name", []string{"city.syntax kind: city, name"}},
		{"a bracket never closed", units, "{key: shi,", "{key: [shi,", []string{"city.syntax }"}},
		{"an anchor", units, "{key: shi, kind", "&shi {key: shi, kind", []string{"city.mapping_expected &shi", "city.unknown_unit", "city.unknown_unit"}},
		{"another encoding", units, "name: 某市", "name: \xc4\xb3\xca\xd0", []string{"city.not_text"}},
		{"a control character", program, "note: 虚构", "note: 虚\x00构", []string{"city.not_text \x00", "city.observation_name"}},
		{"an empty name", units, "name: 西县", `name: " "`, []string{`city.text_empty " "`}},
		{"an empty key", units, "key: bing", `key: ""`, []string{`city.key_form ""`, "city.unknown_unit bing"}},
		{"no key", units, "key: bing, ", "", []string{"city.missing_key kind: township, name: 甲镇, parent: xi", "city.unknown_unit bing"}},
		{"two without a key", units, "  - {key: jia, kind", "  - {kind: township, name: 丁镇}\n  - {kind", []string{"city.missing_key kind: township, name: 丁镇", "city.missing_key kind: township, name: 甲镇", "city.unknown_unit jia"}},
		{"a name that never began", units, "name: 西县", "name: []", []string{"city.empty_list []"}},
		{"a month with a point", units, "parent: xi", "parent: xi, from: 2019.05", []string{"city.month_expected 2019.05"}},
		{"its own parent in an earlier year", units, "kind: county, name: 西县, parent: shi", "kind: county, name: 西县, parent: [{value: bing}, {from: 2019-05, value: shi}]", []string{"city.parent_cycle [{value: bing", "city.parent_cycle xi}"}},
		{"one name in an earlier year", units, "name: 乙镇", "name: [{value: 甲镇}, {from: 2019-05, value: 乙镇}]", []string{"city.name_twice [{value: 甲镇"}},
		{"one name for two months", units, "name: 乙镇", "name: [{value: 乙镇}, {from: 2019-05, value: 甲镇}, {from: 2019-07, value: 新镇}]", []string{"city.name_twice [{value: 乙镇"}},
		{"no units", units, "units:", "houses:", []string{"city.unknown_key houses", "city.missing_key houses"}},
		{"two documents", program, "key: count\n", "key: count\n---\n", []string{"city.one_document key: count", "city.observation_name unit,"}},

		{"a group without units", program, "members: [jia, yi, bing]", "members: []", []string{"city.empty_group []"}},
		{"a member twice", program, "[jia, yi, bing]", "[jia, yi, jia]", []string{"city.member_twice jia]"}},
		{"an unknown member", program, "others: [xi]", "others: [nan]", []string{"city.unknown_unit nan]"}},
		{"a reserved group", program, "key: towns", "key: members", []string{"city.key_reserved members,"}},
		{"an unknown scope", program, "scope: [city, members, others]", "scope: [villages]", []string{"city.unknown_group [villages"}},
		{"bounds crossed", program, "max: 1000000", "max: -1", []string{"city.bounds_crossed -1"}},
		{"a number of words", program, "max: 1000000", "max: many", []string{"city.number_expected many"}},
		{"decimals of words", program, "decimals: 12", "decimals: two", []string{"city.whole_number_expected two"}},
		{"an indicator twice", program, "key: rate", "key: due", []string{"city.key_twice due, name: 满意率"}},

		{"an indicator that a formula takes for a difference", program, "key: level", "key: due-closed", []string{"city.indicator_key due-closed"}},
		{"a formula that names itself", program, closing, "formula: closing_rate / due, ", []string{"formula.names_itself closing_rate / due"}},
		{"an unknown name", program, closing, "formula: closed / owed, ", []string{"formula.unknown_name owed,"}},
		{"an unknown name in quotes", program, closing, `formula: "closed / owed", `, []string{`formula.unknown_name owed"`}},
		{"an unknown name in a block", program, level, "- key: level\n    name: 水位\n    formula: |\n      closed\n        / owed", []string{"formula.unknown_name owed"}},
		{"an unknown name in a folded block", program, level, "- key: level\n    name: 水位\n    formula: >-\n      closed\n      / owed", []string{"formula.unknown_name owed"}},
		{"an unknown name on a second line", program, level, "- key: level\n    name: 水位\n    formula: closed\n      / owed", []string{"formula.unknown_name owed"}},
		{"two unknown names", program, closing, "formula: a / b, ", []string{"formula.unknown_name a / b", "formula.unknown_name b,"}},
		{"a condition for a number", program, closing, "formula: closed < due, ", []string{"formula.kind closed < due"}},
		{"a number for a condition", program, "rule: closed <= due,", "rule: closed + due,", []string{"formula.kind closed + due"}},
		{"a cycle", program, closing + "zero_denominator: 1}", "formula: twice / due}\n  - {key: twice, name: 倍数, formula: closing_rate * 2}", []string{"formula.cycle twice / due"}},

		{"two cycles of later years, beside another fault", program, closing + "zero_denominator: 1}", "formula: twice / owed}\n  - {key: a, name: 甲, formula: b, from: 2019-05}\n  - {key: b, name: 乙, formula: a, from: 2019-05}\n  - {key: c, name: 丙, formula: d}\n  - {key: d, name: 丁, formula: c}",
			[]string{"formula.unknown_name twice", "formula.unknown_name owed", "formula.cycle d}", "formula.cycle b, from"}},
		{"a formula that never began", program, closing, "formula: [], ", []string{"city.empty_list []"}},
		{"a program that would be written over the register", program, "key: count\n", "key: units\n", []string{"city.program_reserved units", "city.observation_name"}},

		{"a scheme of an unknown indicator", program, "indicator: closing_rate", "indicator: score", []string{"city.unknown_indicator score,"}},
		{"a default scheme that is not there", program, "note: 虚构", "default_scheme: best", []string{"city.unknown_scheme best"}},
		{"an unknown tie rule", program, "ties: competition", "ties: fair", []string{"city.choice_expected fair"}},
		{"a list without a count", program, ", count: 1", "", []string{"city.missing_key key: worst"}},
		{"a share of everybody ten times over", program, "by: rows, count: 1", "by: percent, threshold: 10", []string{"city.share_expected 10}"}},
		{"a share of nobody", program, "by: rows, count: 1", "by: percent, threshold: 0%", []string{"city.share_expected 0%}"}},
		{"grades without bands", program, "    ties: competition", "    grades: [{bands: []}]", []string{"city.empty_list []}]"}},
		{"a scheme without versions", program, "checks:", "  - {key: later, name: 以后, versions: []}\nchecks:", []string{"city.empty_list []}"}},
		{"a sum over a quarter", program, "checks:", "  - {key: sum, name: 和, sum_of: [closing], period: quarter, accumulate: mean}\nchecks:", []string{"city.not_beside quarter"}},
		{"a sum of one scheme twice", program, "checks:", "  - {key: sum, name: 和, sum_of: [closing, closing]}\nchecks:", []string{"city.key_twice [closing"}},
		{"an exclusion without a reason", program, "    ties: competition", `    exclude: [{unit: jia, reason: ""}]`, []string{`city.text_empty ""`}},
		{"a rule for a scheme that is not there", program, "checks:", "escalation:\n  - {key: warning, scheme: best, list: worst, action: 提示}\nchecks:", []string{"city.unknown_scheme best,"}},
		{"praise that is neither", program, "checks:", "escalation:\n  - {key: talk, scheme: closing, list: worst, action: 约谈, honour: 表扬}\nchecks:", []string{"city.flag_expected 表扬}"}},
		{"a successor of another word", program, "checks:", "escalation:\n  - {key: talk, scheme: closing, list: worst, action: 约谈, successor: heir}\nchecks:", []string{"city.choice_expected heir}"}},
		{"a successor that is a flag", program, "checks:", "escalation:\n  - {key: talk, scheme: closing, list: worst, action: 约谈, successor: true}\nchecks:", []string{"city.choice_expected true}"}},
		{"a gap of another word", program, "checks:", "escalation:\n  - {key: talk, scheme: closing, list: worst, action: 约谈, gap: leap}\nchecks:", []string{"city.choice_expected leap}"}},
		{"a restart that is no flag", program, "checks:", "escalation:\n  - {key: talk, scheme: closing, list: worst, action: 约谈, restart: once}\nchecks:", []string{"city.flag_expected once}"}},
		{"a ladder without a step", program, "checks:", "escalation:\n  - {key: talk, scheme: closing, list: worst, action: 约谈, ladder: summons}\nchecks:", []string{"city.missing_key key: talk"}},
		{"a second list without a scheme", program, "checks:", "escalation:\n  - {key: talk, scheme: closing, list: worst, action: 约谈, also_list: worst}\nchecks:", []string{"city.missing_key key: talk"}},
		{"a second scheme without a list", program, "checks:", "escalation:\n  - {key: talk, scheme: closing, list: worst, action: 约谈, also_scheme: closing}\nchecks:", []string{"city.missing_key key: talk"}},
		{"more months than the window has", program, "checks:", "escalation:\n  - {key: talk, scheme: closing, list: worst, action: 约谈, months: 4, within: 3}\nchecks:", []string{"city.choice_expected 3}"}},
		{"more months than the year has", program, "checks:", "escalation:\n  - {key: talk, scheme: closing, list: worst, action: 约谈, months: 13, within: year}\nchecks:", []string{"city.whole_number_expected 13,"}},
		{"praise beside versions", program, "checks:", "escalation:\n  - {key: talk, honour: true, versions: [{scheme: closing, list: worst, action: 约谈}]}\nchecks:", []string{"city.beside_versions true,"}},
		{"a rule for a list that is not there", program, "checks:", "escalation:\n  - {key: warning, scheme: closing, list: best, action: 提示}\nchecks:", []string{"city.unknown_list best,"}},
		{"a check twice", program, "key: most", "key: parts", []string{"city.key_twice parts, level: warning"}},

		{"a statistic beside a formula", program, closing, closing + "from_days: mean, ", []string{"city.not_beside mean, zero"}},
		{"a unit of another size beside a formula", program, closing, closing + "thousandfold: 20, ", []string{"city.not_beside 20, zero"}},
		{"an unknown statistic", program, "max: 1000000", "max: 1000000, from_days: median", []string{"city.choice_expected median}"}},
		{"decimals of days without days", program, "max: 1000000", "max: 1000000, day_decimals: 1", []string{"city.needs_beside 1}"}},
		{"decimals of days that are counted", program, "max: 1000000", "max: 1000000, from_days: good_days, day_decimals: 1", []string{"city.needs_beside 1}"}},
		{"decimals of days beyond the most", program, "max: 1000000", "max: 1000000, from_days: mean, day_decimals: 13", []string{"city.whole_number_expected 13}"}},
		{"a thousandfold of words", program, "max: 1000000", "max: 1000000, thousandfold: much", []string{"city.number_expected much}"}},
		{"a thousandfold of nothing", program, "max: 1000000", "max: 1000000, thousandfold: 0", []string{"city.not_positive 0}"}},
		{"a thousandfold below nothing", program, "max: 1000000", "max: 1000000, thousandfold: -20", []string{"city.not_positive -20}"}},
		{"settings of the air that are none", program, "note: 虚构", "air: rounded", []string{"city.mapping_expected rounded"}},
		{"an unknown setting of the air", program, "note: 虚构", "air: {limits: 2012}", []string{"city.unknown_key limits"}},
		{"a percentile of another kind", program, "note: 虚构", "air: {percentile: median}", []string{"city.choice_expected median}"}},
		{"rounding that is neither", program, "note: 虚构", "air: {round_sub_indices: 2}", []string{"city.flag_expected 2}"}},
		{"a weight of an unknown pollutant", program, "note: 虚构", "air: {weights: {pm1: 2}}", []string{"city.unknown_key pm1"}},
		{"a weight of hourly ozone", program, "note: 虚构", "air: {weights: {o3_1h: 2}}", []string{"city.unknown_key o3_1h"}},
		{"a negative weight", program, "note: 虚构", "air: {weights: {pm25: 1, pm10: -0.5}}", []string{"city.negative -0.5}"}},
		{"a weight of words", program, "note: 虚构", "air: {weights: {pm25: double}}", []string{"city.number_expected double}"}},
		{"one weight for all", program, "note: 虚构", "air: {weights: 2}", []string{"city.mapping_expected 2}"}},
		{"weights that never began", program, "note: 虚构", "air: {weights: []}", []string{"city.empty_list []}"}},
		{"weights in the wrong order", program, "note: 虚构", "air: {weights: [{from: 2026-03, value: {pm25: 2}}, {from: 2026-02, value: {pm25: 3}}]}", []string{"city.dates_overlap [{from"}},
		{"weights without a value", program, "note: 虚构", "air: {weights: [{from: 2026-03}]}", []string{"city.missing_key from: 2026-03}"}},
		{"a condition without a reason", program, "    ties: competition", "    exclude_if: [{rule: due < 1}]", []string{"city.missing_key rule: due"}},
		{"a condition with an empty reason", program, "    ties: competition", `    exclude_if: [{rule: due < 1, reason: " "}]`, []string{`city.text_empty " "`}},
		{"a condition without a rule", program, "    ties: competition", "    exclude_if: [{reason: 太少}]", []string{"city.missing_key reason: 太少"}},
		{"a condition that is a number", program, "    ties: competition", "    exclude_if: [{rule: due + 1, reason: 太少}]", []string{"formula.kind due + 1"}},
		{"a condition of an unknown name", program, "    ties: competition", "    exclude_if: [{rule: closed < owed, reason: 太少}]", []string{"formula.unknown_name owed,"}},
		{"a condition that breaks off", program, "    ties: competition", "    exclude_if: [{rule: due <, reason: 太少}]", []string{"formula.unexpected_end , reason"}},
		{"conditions of two versions", program, "    keys: [{indicator: closing_rate, order: descending}]\n    ties: competition\n    lists: [{key: worst, name: 后1名, side: worst, by: rows, count: 1}]",
			"    versions:\n      - {keys: [{indicator: rate, order: descending}], exclude_if: [{rule: owed < 1, reason: 太少}]}\n      - {from: 2026-01, keys: [{indicator: rate, order: descending}], exclude_if: [{rule: due < own, reason: 太少}]}",
			[]string{"formula.unknown_name owed < 1", "formula.unknown_name own,"}},
		{"limits of what is no pollutant", program, "    ties: competition", "    exclude_if: [{rule: within_limits(due), reason: 达标}]", []string{"formula.arguments within_limits(due)"}},
		{"an index of a sum", program, closing, "formula: index(sum(due)), ", []string{"formula.name_needed sum(due)"}},
		{"days needed of a unit", program, closing, "formula: days_needed(due), ", []string{"formula.arity days_needed(due)"}},

		{"an observation's header", csv, "unit,county", "county,unit", []string{"city.observation_header county,unit"}},
		{"an observation too many", csv, "closed,0", "closed,0,0", []string{"city.observation_fields 甲镇,东县,closed,0,0"}},
		{"observations in another encoding", csv, "甲镇,东县,closed", "\xbc\xd7,东县,closed", []string{"city.not_text"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := changed(t, c.file, c.old, c.now)
			loaded, err := Load(folder)
			if loaded != nil || err == nil {
				t.Fatal("was loaded")
			}
			faults := fault.All(err)
			for i, f := range faults {
				got := f.Code + " " + beginning(folder, f)
				if i >= len(c.want) || !strings.HasPrefix(got, c.want[i]) {
					t.Errorf("fault %d: %s: %v", i+1, got, f)
				}
			}
			if len(faults) < len(c.want) {
				t.Errorf("%d faults, want %d", len(faults), len(c.want))
			}
		})
	}
}

// What is no fault: a successor of the same name, Windows' mark before the text and line ends.
func TestGoodFiles(t *testing.T) {
	marked := tiny(t)
	for name, f := range marked {
		marked[name] = &fstest.MapFile{Data: append([]byte("\xef\xbb\xbf"), strings.ReplaceAll(string(f.Data), "\n", "\r\n")...)}
	}
	for name, folder := range map[string]fstest.MapFS{
		"a mark":      marked,
		"a successor": changed(t, "units.yaml", "name: 乙镇, parent: dong", "name: 甲镇, parent: [{value: xi}, {from: 2019-05, value: dong}]}\n  - {key: old, kind: township, name: 甲镇, parent: dong, until: 2019-01"),
	} {
		if name == "a successor" {
			data := strings.Replace(string(folder["units.yaml"].Data), "{key: jia, kind: township, name: 甲镇, parent: dong}", "{key: jia, kind: township, name: 丁镇, parent: dong}", 1)
			data = strings.Replace(data, "{key: bing, kind: township, name: 甲镇", "{key: bing, kind: township, name: 丙镇", 1)
			folder["units.yaml"] = &fstest.MapFile{Data: []byte(data)}
		}
		if _, err := Load(folder); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCycleIsShown(t *testing.T) {
	_, err := Load(changed(t, "count.yaml", "formula: closed / due, zero_denominator: 1}", "formula: twice / due}\n  - {key: twice, name: 倍数, formula: closing_rate * 2}"))
	if faults := fault.All(err); len(faults) != 1 || faults[0].Args["path"] != "closing_rate → twice → closing_rate" {
		t.Error(err)
	}
}

func TestFilesBesideAreRefused(t *testing.T) {
	folder := tiny(t)
	folder["more.yml"] = &fstest.MapFile{Data: []byte("key: more\n")}
	folder["again.yaml"] = folder["count.yaml"]
	_, err := Load(folder)
	if got := places(err); !slices.Equal(got, []string{"city.program_twice@count.yaml:1:6", "city.file_name@more.yml:1:1"}) {
		t.Errorf("%q", got)
	}
}

func TestTargetsAreProved(t *testing.T) {
	folder := tiny(t)
	folder["sample.yaml"] = &fstest.MapFile{Data: []byte(`seed: 1
months:
  - program: count
    month: 2019-09
    ranges:
      - {indicator: due, groups: [none], share_of: owed, min: 5, max: 1}
      - {indicator: score, min: 1, max: 2}
    lists:
      - {scheme: best, list: worst, units: [jia]}
      - {scheme: closing, list: best, units: [jia, nan]}
  - {program: none, month: 2019-09, ranges: []}
`)}
	_, err := Load(folder)
	want := []string{"city.unknown_group@sample.yaml:6:34", "city.unknown_indicator@sample.yaml:6:52", "city.bounds_crossed@sample.yaml:6:71", "city.unknown_indicator@sample.yaml:7:21",
		"city.unknown_scheme@sample.yaml:9:18", "city.unknown_list@sample.yaml:10:33", "city.unknown_unit@sample.yaml:10:52", "city.unknown_program@sample.yaml:11:15"}
	if got := places(err); !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

// Everything that is wrong is said at once, over all files.
func TestAllErrorsAtOnce(t *testing.T) {
	folder := changed(t, "units.yaml", "parent: xi", "parent: nan")
	program := string(folder["count.yaml"].Data)
	program = strings.Replace(program, "closed / due", "closed / owed", 1)
	program = strings.Replace(program, "order: descending", "order: downwards", 1)
	folder["count.yaml"] = &fstest.MapFile{Data: []byte(program)}
	folder["observations/other-2019-09.csv"] = &fstest.MapFile{Data: []byte("unit,county,indicator,value\n")}
	_, err := Load(folder)
	want := []string{"city.unknown_unit@units.yaml:8:51", "city.choice_expected@count.yaml:16:45", "formula.unknown_name@count.yaml:12:81",
		"city.observation_name@observations/other-2019-09.csv:1:1"}
	if got := places(err); !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestWordingIsProvedAtItsPlace(t *testing.T) {
	bad := fault.New("bulletin.wording", "line", 2, "column", 3)
	l := Loader{Wording: func(source string, indicator func(string) bool) error {
		if !strings.Contains(source, "应结") || !indicator("due") || indicator("none") {
			return errors.New("another text")
		}
		return bad
	}}
	_, err := l.Load(changed(t, "count.yaml", "    {{.City}}", "    一\n    {{.City}}"))
	if got := places(err); !slices.Equal(got, []string{"bulletin.wording@count.yaml:25:7"}) {
		t.Errorf("%q", got)
	}
}

func TestHostileYAML(t *testing.T) {
	laughs := "a: &a [x, x, x, x, x, x, x, x]\n"
	for _, c := range "bcdefghijklmnop" {
		laughs += strings.Replace("c: &c [*b, *b, *b, *b, *b, *b, *b, *b]\n", "b", string(c-1), -1)
		laughs = strings.Replace(laughs, "c: &c", string(c)+": &"+string(c), 1)
	}
	steps := ""
	for i := range 2500 {
		steps += strings.Repeat(" ", i) + "a:\n"
	}
	for name, text := range map[string]string{
		"alias bomb":              laughs,
		"a merge":                 "base: &base {key: x}\nunits:\n  - <<: *base\n    kind: city\n",
		"five megabytes":          "units: [] #" + strings.Repeat("x", 5<<20),
		"deep brackets":           "units: " + strings.Repeat("[", 100_000),
		"brackets in a quote":     "a' : " + strings.Repeat("[", 3000),
		"deep dashes":             strings.Repeat("- ", 100_000),
		"deep question marks":     strings.Repeat("? ", 100_000),
		"deep dashes without end": strings.Repeat("-\n", 20_000),
		"steps":                   steps,
		"anchors":                 "units: " + strings.Repeat("&a ", 50_000) + "x",
		"tags":                    "units: " + strings.Repeat("!!seq ", 50_000) + "x",
		"tabs":                    "units:\n\t- x",
		"nul":                     "units: \x00",
		"no UTF-8":                "units: \xff\xfe",
		"nothing":                 "",
		"a remark":                "# nothing\n",
		"a scalar":                "units",
		"many lines":              strings.Repeat("a: 1\n", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			for _, file := range []string{"units.yaml", "count.yaml"} {
				folder := tiny(t)
				folder[file] = &fstest.MapFile{Data: []byte(text)}
				start := time.Now()
				if c, err := Load(folder); err == nil || c != nil {
					t.Errorf("%s was loaded", file)
				}
				if took := time.Since(start); took > 5*time.Second {
					t.Errorf("%s took %s", file, took)
				}
			}
		})
	}
}

func TestNoRegister(t *testing.T) {
	_, err := Load(fstest.MapFS{"a.yaml": {Data: []byte("key: a")}})
	if fault.CodeOf(err) != "city.no_units_file" {
		t.Error(err)
	}
	_, err = Load(fstest.MapFS{"units.yaml": {Mode: fs.ModeDir}})
	if fault.CodeOf(err) != "city.unreadable" {
		t.Error(err)
	}
}

func FuzzLoad(f *testing.F) {
	folder := tiny(f)
	f.Add(folder["units.yaml"].Data, folder["count.yaml"].Data)
	f.Add([]byte("units:\n  - {key: a, kind: city, name: [{from: 2019-01, value: b}]}\n"), []byte("key: p\nname: q\nindicators: [{key: i, name: j, formula: 'i + 1'}]\n"))
	f.Add(folder["units.yaml"].Data, []byte("key: p\nname: q\nair: {round_sub_indices: false, percentile: nearest_rank, weights: [{value: {pm25: 0.5}}, {from: 2026-03, value: {}}]}\n"+
		"indicators:\n  - {key: pm25, name: PM2.5, from_days: p95, day_decimals: 1, thousandfold: 20}\n  - {key: days, name: 天数, from_days: level3_days}\n"+
		"schemes: [{key: s, name: t, keys: [{indicator: pm25, order: ascending}], exclude_if: [{rule: 'days < days_needed() or within_limits(last_year(pm25))', reason: r}]}]\n"))
	f.Add([]byte("units: &a [*a]"), []byte("? [a\n: |2\n  x"))
	f.Fuzz(func(t *testing.T, units, program []byte) {
		c, err := Load(fstest.MapFS{"units.yaml": {Data: units}, "p.yaml": {Data: program}})
		if (c == nil) == (err == nil) {
			t.Errorf("%v, %v", c, err)
		}
	})
}
