package escalate_test

import (
	"reflect"
	"testing"

	"yueping/models/escalate"
	"yueping/models/month"
)

func TestGaps(t *testing.T) {
	rules := []escalate.Rule{rule("talk", 3, nil)}
	at := month.Of(2022, 5)
	for _, c := range []struct {
		marks, breaks, bridges string
	}{
		{"..xxx", "talk 3 4 5", "talk 3 4 5"},
		{"...xx", "", ""},
		{".xx?x", "", "talk 2 3 5"},
		{"x??xx", "", "talk 1 4 5"},
		{"xx.?x", "", ""},
		{"xxxx?", "", ""},
		{"?xxxx", "talk 2 3 4 5", "talk 2 3 4 5"},
	} {
		rules[0].Gap = escalate.Breaks
		expect(t, c.marks+" breaks", escalate.Apply(rules, history("2022-01", c.marks), at), c.breaks)
		rules[0].Gap = escalate.Bridges
		expect(t, c.marks+" bridges", escalate.Apply(rules, history("2022-01", c.marks), at), c.bridges)
	}
}

func TestRunningCrossesTheYear(t *testing.T) {
	expect(t, "November to February", escalate.Apply(xuchang(), history("2021-11", "xxxx"), month.Of(2022, 2)), "warn 2; party 11 12 1 2")
}

func TestWindow(t *testing.T) {
	rules := []escalate.Rule{rule("talk", 3, func(r *escalate.Rule) { r.Within, r.Window = escalate.Window, 6 })}
	for marks, want := range map[string]string{
		"x..x.x":  "talk 1 4 6",
		".x..x.x": "talk 2 5 7",
		"x...x.x": "", // the first lies before the window
		"xx..x..": "",
		"x?x??x":  "talk 1 3 6",
	} {
		at := month.Of(2022, len(marks))
		expect(t, marks, escalate.Apply(rules, history("2022-01", marks), at), want)
	}
}

func TestACorrectedMonthCorrectsWhatFollows(t *testing.T) {
	h := history("2019-05", "xxxx")
	h.Put(last, month.Of(2019, 6), escalate.NotInList)
	expect(t, "June corrected", escalate.Apply(xuchang(), h, month.Of(2019, 8)), "warn 8; government 7 8")
	h.Put(last, month.Of(2019, 6), escalate.InList)
	expect(t, "and back", escalate.Apply(xuchang(), h, month.Of(2019, 8)), "warn 8; party 5 6 7 8")
	h.Put(last, month.Of(2019, 9), escalate.InList)
	expect(t, "a later month changes nothing", escalate.Apply(xuchang(), h, month.Of(2019, 8)), "warn 8; party 5 6 7 8")
}

func TestRestart(t *testing.T) {
	rules := xuchang()
	rules[1].Restart = true
	h := history("2019-01", "xxxxxxxx")
	for at, want := range map[int]string{
		1: "warn 1", 2: "warn 2; government 1 2", 3: "warn 3",
		4: "warn 4; party 1 2 3 4", // the milder step's restart does not put the harsher off
		5: "warn 5; party 1 2 3 4 5",
	} {
		expect(t, "government restarts", escalate.Apply(rules, h, month.Of(2019, at)), want)
	}
	rules[1].Restart, rules[2].Restart = false, true
	for at, want := range map[int]string{
		3: "warn 3; government 1 2 3", 4: "warn 4; party 1 2 3 4", 5: "warn 5",
		6: "warn 6; government 5 6", 8: "warn 8; party 5 6 7 8",
	} {
		expect(t, "party restarts", escalate.Apply(rules, h, month.Of(2019, at)), want)
	}
}

func TestVersions(t *testing.T) {
	rules := append(xuchang(),
		rule("party", 3, func(r *escalate.Rule) { r.From, r.Ladder, r.Step = month.Of(2020, 1), "summons", 2 }),
		rule("warn", 1, func(r *escalate.Rule) { r.From, r.Ended = month.Of(2020, 1), true }))
	h := history("2019-10", "xxxx")
	expect(t, "the old rules", escalate.Apply(rules, h, month.Of(2019, 12)), "warn 12; government 10 11 12")
	expect(t, "the new ones count the months before", escalate.Apply(rules, h, month.Of(2020, 1)), "party 10 11 12 1")
	expect(t, "risk is judged by next month's rules", escalate.NextRisk(rules, history("2019-10", "x"), month.Of(2019, 12)), "")
	expect(t, "risk across the change", escalate.NextRisk(rules, history("2019-11", "xx"), month.Of(2019, 12)), "party 11 12 1")
	later := rule("later", 1, func(r *escalate.Rule) { r.From = month.Of(2030, 1) })
	expect(t, "a rule not yet in force", escalate.Apply([]escalate.Rule{later}, h, month.Of(2020, 1)), "")
}

func TestNextRisk(t *testing.T) {
	august := month.Of(2019, 8)
	for marks, want := range map[string]string{
		"....": "warn 9", "...x": "warn 9; government 8 9", "..xx": "warn 9; government 7 8 9",
		".xxx": "warn 9; party 6 7 8 9", "xxx.": "warn 9", "xxx?": "warn 9",
	} {
		h := history("2019-05", marks)
		before := history("2019-05", marks)
		expect(t, marks, escalate.NextRisk(xuchang(), h, august), want)
		if !reflect.DeepEqual(h, before) {
			t.Error("the history was changed")
		}
	}
	expect(t, "a new unit", escalate.NextRisk(xuchang(), nil, august), "warn 9")
}

func TestEqualStepsStandTogether(t *testing.T) {
	rules := []escalate.Rule{
		rule("a", 1, func(r *escalate.Rule) { r.Ladder, r.Step = "one", 1 }),
		rule("b", 1, func(r *escalate.Rule) { r.Ladder, r.Step = "one", 1 }),
		rule("c", 1, func(r *escalate.Rule) { r.Ladder, r.Step = "other", -1 }),
	}
	expect(t, "equal steps", escalate.Apply(rules, history("2022-01", "x"), month.Of(2022, 1)), "a 1; b 1; c 1")
}
