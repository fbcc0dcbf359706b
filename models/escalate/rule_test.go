package escalate_test

import (
	"strings"
	"testing"

	"yueping/models/escalate"
	"yueping/models/month"
)

func TestCheck(t *testing.T) {
	if err := escalate.Check(xuchang()); err != nil {
		t.Error(err)
	}
	for want, change := range map[string]func(*escalate.Rule){
		"escalate.no_key":                                func(r *escalate.Rule) { r.Key = "" },
		"escalate.no_list rule=talk":                     func(r *escalate.Rule) { r.AlsoScheme = "improvement" },
		"escalate.months count=0 rule=talk":              func(r *escalate.Rule) { r.Months = 0 },
		"escalate.window count=1 months=2 rule=talk":     func(r *escalate.Rule) { r.Within, r.Window = escalate.Window, 1 },
		"escalate.window count=12 months=13 rule=talk":   func(r *escalate.Rule) { r.Within, r.Months = escalate.Year, 13 },
		"escalate.unknown_word kind=within rule=talk te": func(r *escalate.Rule) { r.Within = "decade" },
		"escalate.unknown_word kind=gap rule=talk te":    func(r *escalate.Rule) { r.Gap = "leap" },
	} {
		if err := escalate.Check([]escalate.Rule{rule("talk", 2, change)}); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	twice := []escalate.Rule{rule("talk", 2, nil), rule("talk", 3, nil)}
	if err := escalate.Check(twice); err == nil || err.Error() != "escalate.twice from= rule=talk" {
		t.Errorf("%v", err)
	}
	twice[1] = escalate.Rule{Key: "talk", From: month.Of(2022, 1), Ended: true}
	if err := escalate.Check(twice); err != nil {
		t.Errorf("a rule that ends: %v", err)
	}
}

func TestARuleWithoutMonthsBringsNothing(t *testing.T) {
	expect(t, "no months", escalate.Apply([]escalate.Rule{rule("talk", 0, nil)}, history("2022-01", "x"), month.Of(2022, 1)), "")
}
