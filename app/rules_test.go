package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// warnedTown is a workspace in which the first town stands last in two months of 2022.
func warnedTown(t *testing.T) *Workspace {
	t.Helper()
	w := opened(t, params(t), os.DirFS(filepath.Join("testdata", "rules")))
	p, err := w.Program(context.Background(), "times-in-year")
	if err != nil {
		t.Fatal(err)
	}
	c := ruleCase{program: p.Key, units: []string{"u01"}, first: month.Of(2022, 1), marks: map[string][]string{"index": {"xx"}}}
	for _, b := range c.enter(p) {
		applied(t, w, b)
	}
	return w
}

// others writes what a trial changes: unit: before > after.
func others(w *Workspace, trial *RuleTrial) string {
	var lines []string
	for _, c := range trial.Others {
		words := func(before bool) string {
			list := c.After
			if before {
				list = c.Before
			}
			var parts []string
			for _, n := range list {
				parts = append(parts, NoticeWords(w.text, n))
			}
			return strings.Join(parts, "，")
		}
		lines = append(lines, c.Name+": "+words(true)+" > "+words(false))
	}
	return strings.Join(lines, "\n")
}

func TestRuleIsTriedThenSaved(t *testing.T) {
	w, ctx, february := warnedTown(t), context.Background(), month.Of(2022, 2)
	twice := RuleEdit{Program: "times-in-year", Key: "twice", From: february, Terms: models.RuleTerms{Scheme: "index", List: "worst", Months: 2,
		Within: models.WithinRunning, Action: "约谈", Addressee: "主要负责同志"}}
	trial, err := w.TryRule(ctx, twice, february)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.SplitN(others(w, trial), "\n", 2)[0]; !strings.Contains(got, ": 累计2个月（2022年1月、2月），约谈分管负责同志 > 连续2个月（2022年1月、2月），约谈主要负责同志") {
		t.Errorf("changed: %s", got)
	}
	if len(trial.Others) != 10 || len(trial.Now) != len(trial.Tried) { // 1 and the 36th to the 44th twice
		t.Errorf("%d others of %d", len(trial.Others), len(trial.Now))
	}
	if got := brought(t, w, "times-in-year", february, "u01"); got != "约谈 分管负责同志 1 2" {
		t.Errorf("trying stored it: %s", got)
	}
	fresh := twice
	fresh.Key, fresh.Terms.Months, fresh.Terms.Action = "rule-1", 1, "提醒"
	if trial, err = w.TryRule(ctx, fresh, february); err != nil || !strings.Contains(others(w, trial), " > 提醒主要负责同志，累计") && len(trial.Tried) != len(trial.Now)+10 {
		t.Errorf("new: %v\n%s", err, others(w, trial))
	}
	gone := twice
	gone.Terms = models.RuleTerms{Ended: true}
	if trial, err = w.TryRule(ctx, gone, february); err != nil || len(trial.Tried) != 0 || !strings.HasSuffix(others(w, trial), "约谈分管负责同志 > ") {
		t.Errorf("gone: %v\n%s", err, others(w, trial))
	}
	if err := w.SaveRule(ctx, twice); err != nil {
		t.Fatal(err)
	}
	if got := brought(t, w, "times-in-year", february, "u01"); got != "约谈 主要负责同志 1 2" {
		t.Errorf("saved: %s", got)
	}
	p, err := w.Program(ctx, "times-in-year")
	if err != nil || len(p.Rule("twice").Versions) != 2 || p.Rule("twice").Sort != 1 {
		t.Errorf("%+v %v", p.Rule("twice"), err)
	}
	changes, err := w.store.Changes(ctx, lastBatch(t, w))
	if err != nil || len(changes) != 1 || changes[0].Subject != models.SubjectRules || !strings.Contains(changes[0].NewValue, "主要负责同志") || changes[0].OldValue == "" {
		t.Errorf("logged %+v %v", changes, err)
	}
	if err := w.Verify(ctx, "times-in-year", february, ""); err != nil {
		t.Fatal(err)
	}
	refused(t, w.SaveRule(ctx, twice), "rule.finished")
	fresh.From = february + 1
	if err := w.SaveRule(ctx, fresh); err != nil {
		t.Fatal(err)
	}
	p, err = w.Program(ctx, "times-in-year")
	if err != nil || p.Rules[len(p.Rules)-1].Key != "rule-1" {
		t.Errorf("a new rule stands elsewhere than last: %+v %v", p.Rules, err)
	}
	if got := brought(t, w, "times-in-year", february, "u01"); got != "约谈 主要负责同志 1 2" {
		t.Errorf("the verified month: %s", got)
	}
}

func lastBatch(t *testing.T, w *Workspace) int64 {
	t.Helper()
	last := int64(0)
	for id := int64(1); ; id++ {
		b, err := w.store.Batch(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		if b == nil {
			return last
		}
		last = id
	}
}

func TestRuleThatCannotBe(t *testing.T) {
	w, ctx, february := warnedTown(t), context.Background(), month.Of(2022, 2)
	good := models.RuleTerms{Scheme: "index", List: "worst", Months: 2, Within: models.WithinRunning, Action: "约谈"}
	for want, change := range map[string]func(*models.RuleTerms){
		"rule.action_needed":     func(t *models.RuleTerms) { t.Action = " " },
		"rule.unknown_list list": func(t *models.RuleTerms) { t.List = "best" },
		"rule.unknown_list also": func(t *models.RuleTerms) { t.AlsoScheme = "index" },
		"rule.same_list":         func(t *models.RuleTerms) { t.AlsoScheme, t.AlsoList = "index", "worst" },
		"rule.months none":       func(t *models.RuleTerms) { t.Months = 0 },
		"rule.months of a year":  func(t *models.RuleTerms) { t.Months, t.Within = 13, models.WithinYear },
		"rule.months of three":   func(t *models.RuleTerms) { t.Months, t.Within = 4, "3" },
		"rule.window":            func(t *models.RuleTerms) { t.Within = "ever" },
		"rule.step":              func(t *models.RuleTerms) { t.Ladder = "talk" },
		"rule.unknown":           func(t *models.RuleTerms) { t.Ended = true },
	} {
		e := RuleEdit{Program: "times-in-year", Key: "rule-1", From: february, Terms: good}
		change(&e.Terms)
		code, _, _ := strings.Cut(want, " ")
		_, err := w.TryRule(ctx, e, february)
		for _, err := range []error{err, w.SaveRule(ctx, e)} {
			if fault.CodeOf(err) != code || !strings.ContainsAny(w.text.Error(err), "，。") {
				t.Errorf("%s: %v", want, err)
			}
		}
	}
	e := RuleEdit{Program: "times-in-year", From: february, Terms: good}
	refused(t, w.SaveRule(ctx, e), "rule.key_needed")
}
