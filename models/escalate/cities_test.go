package escalate_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"yueping/models/escalate"
	"yueping/models/month"
)

// xuchang: every month in the last 10 a warning; two running the head of government, four running
// the party secretary, of these two only the higher.
func xuchang() []escalate.Rule {
	return []escalate.Rule{
		rule("warn", 1, nil),
		rule("government", 2, func(r *escalate.Rule) { r.Ladder, r.Step = "summons", 1 }),
		rule("party", 4, func(r *escalate.Rule) { r.Ladder, r.Step = "summons", 2 }),
	}
}

func TestXuchang(t *testing.T) {
	august := month.Of(2019, 8)
	for _, c := range []struct{ name, marks, want string }{
		{"August alone", "...x", "warn 8"},
		{"July and August", "..xx", "warn 8; government 7 8"},
		{"three months", ".xxx", "warn 8; government 6 7 8"},
		{"four months", "xxxx", "warn 8; party 5 6 7 8"},
		{"out of it in August", "xxx.", ""},
		{"not running", "xx.x", "warn 8"},
		{"no data in August", "xxx?", ""},
		{"no data in July", "xx?x", "warn 8"},
	} {
		expect(t, c.name, escalate.Apply(xuchang(), history("2019-05", c.marks), august), c.want)
	}
	expect(t, "five months", escalate.Apply(xuchang(), history("2019-04", "xxxxx"), august), "warn 8; party 4 5 6 7 8")
	expect(t, "with what is superseded", escalate.Earned(xuchang(), history("2019-05", "xxxx"), august),
		"warn 8; government 5 6 7 8 (superseded); party 5 6 7 8")
}

// The notice of August 2019 as it was printed, from marks that agree with it.
func TestXuchangNoticeAsPrinted(t *testing.T) {
	marks := map[string]string{"顺店镇": "xxxx", "花石镇": "..xx", "浅井镇": "..xx"}
	file, err := os.Open("testdata/air-2019-08-notice.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	printed, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range printed[1:] {
		unit, action := line[3], line[4]
		mark := marks[unit]
		if mark == "" {
			mark = "...x"
		}
		want := []string{"warn"}
		if strings.Contains(action, "政府主要负责同志") {
			want = append(want, "government")
		}
		if strings.Contains(action, "党委主要负责同志") {
			want = append(want, "party")
		}
		var got []string
		for _, n := range escalate.Apply(xuchang(), history("2019-05", mark), month.Of(2019, 8)) {
			got = append(got, n.Rule)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", unit, got, want)
		}
	}
	if len(printed) != 13 {
		t.Errorf("%d lines", len(printed))
	}
}

// Another city: two times within the year the deputy, three times the head.
func TestTimesWithinTheYear(t *testing.T) {
	rules := []escalate.Rule{
		rule("deputy", 2, func(r *escalate.Rule) { r.Within, r.Ladder, r.Step = escalate.Year, "talk", 1 }),
		rule("head", 3, func(r *escalate.Rule) { r.Within, r.Ladder, r.Step = escalate.Year, "talk", 2 }),
	}
	h := history("2021-11", "xx"+"x..x.?x.x")
	for at, want := range map[string]string{
		"2021-12": "deputy 11 12",
		"2022-01": "", // the count begins again in January
		"2022-04": "deputy 1 4",
		"2022-05": "",
		"2022-07": "head 1 4 7",
		"2022-09": "head 1 4 7 9",
	} {
		expect(t, at, escalate.Apply(rules, h, month.MustParse(at)), want)
	}
}

// Another city: in the last 20 of the index and of the improvement in the same month.
func TestTwoListsInOneMonth(t *testing.T) {
	improvement := escalate.List{Scheme: "improvement", List: "last"}
	rules := []escalate.Rule{rule("talk", 2, func(r *escalate.Rule) { r.AlsoScheme, r.AlsoList = improvement.Scheme, improvement.List })}
	for _, c := range []struct{ name, index, improvement, want string }{
		{"in both twice", "xx", "xx", "talk 1 2"},
		{"in both, then in one", "xx", "x.", ""},
		{"in one, then in both", "xx", ".x", ""},
		{"never in the same month", "x.", ".x", ""},
		{"no improvement ranked", "xx", "x?", ""},
	} {
		h := history("2022-01", c.index)
		put(&h, improvement, "2022-01", c.improvement)
		expect(t, c.name, escalate.Apply(rules, h, month.Of(2022, 2)), c.want)
	}
	// Out of one list is out, whatever the other says, so that a gap is bridged only where it is one.
	rules[0].Gap = escalate.Bridges
	for marks, want := range map[string]string{"x?x": "talk 1 3", "x.x": ""} {
		h := history("2022-01", "x?x")
		put(&h, improvement, "2022-01", marks)
		expect(t, marks, escalate.Apply(rules, h, month.Of(2022, 3)), want)
	}
}

// Another city: the last 20 a warning, twice running criticism, three times running in the last 10 a
// summons; three times in the first 20 of a year praise.
func TestSeveralListsAndPraise(t *testing.T) {
	last10, first20 := escalate.List{Scheme: "index", List: "last10"}, escalate.List{Scheme: "index", List: "first20"}
	rules := []escalate.Rule{
		rule("warning", 1, func(r *escalate.Rule) { r.Ladder, r.Step = "blame", 1 }),
		rule("criticism", 2, func(r *escalate.Rule) { r.Ladder, r.Step = "blame", 2 }),
		rule("summons", 3, func(r *escalate.Rule) { r.List, r.Ladder, r.Step = last10.List, "blame", 3 }),
		rule("praise", 3, func(r *escalate.Rule) { r.List, r.Within, r.Honour = first20.List, escalate.Year, true }),
	}
	h := history("2022-01", "xxx"+"....")
	put(&h, last10, "2022-01", "xxx....")
	put(&h, first20, "2022-01", "...xxx.")
	for at, want := range map[string]string{
		"2022-01": "warning 1", "2022-02": "criticism 1 2", "2022-03": "summons 1 2 3",
		"2022-04": "", "2022-06": "praise 4 5 6", "2022-07": "",
	} {
		expect(t, at, escalate.Apply(rules, h, month.MustParse(at)), want)
	}
	put(&h, last10, "2022-01", "x.x")
	expect(t, "in the last 20, not the last 10", escalate.Apply(rules, h, month.Of(2022, 3)), "criticism 1 2 3")
	expect(t, "risk leaves praise out", escalate.NextRisk(rules, h, month.Of(2022, 6)), "warning 7")
	expect(t, "risk after two months", escalate.NextRisk(rules, history("2022-01", "xx", last, last10), month.Of(2022, 2)), "summons 1 2 3")
}
