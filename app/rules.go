package app

import (
	"context"
	"slices"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/models/store"
)

// RuleEdit is an escalation rule as a form gives it: new where the program has no rule of the key. The
// terms hold from From on; 0 for always.
type RuleEdit struct {
	Program string
	Key     string
	From    month.Month
	Terms   models.RuleTerms
	By      UnitChange
}

// RuleTrial is what a month would bring under terms that are not stored.
type RuleTrial struct {
	Month  *Month
	Now    []appraise.Notice // under the stored rules
	Tried  []appraise.Notice
	Others []NoticeChange // the units whose notices differ
}

// TryRule judges a month as if the terms held from it on. What came before is judged by the stored
// rules, as after SaveRule. It refuses what no month can be judged by.
func (w *Workspace) TryRule(ctx context.Context, e RuleEdit, at month.Month) (*RuleTrial, error) {
	m, err := w.Month(ctx, e.Program, at)
	if err != nil {
		return nil, err
	}
	if err := checkRule(m.Program, e); err != nil {
		return nil, err
	}
	months, err := w.store.MonthsWithData(ctx, m.Program.Key)
	if err != nil {
		return nil, err
	}
	trial := &RuleTrial{Month: m}
	if trial.Now, err = m.context.Notices(at, months); err != nil {
		return nil, err
	}
	program := *m.Program
	program.Rules = ruleIn(program.Rules, ruleWith(&program, e, at))
	tried := &appraise.Context{Register: m.context.Register, Program: &program, Standards: m.context.Standards,
		Earliest: m.context.Earliest, Load: m.context.Table} // no rule changes a table
	if trial.Tried, err = tried.Notices(at, months); err != nil {
		return nil, err
	}
	trial.Others = DiffNotices([]NoticesOfMonth{{at, trial.Now}}, []NoticesOfMonth{{at, trial.Tried}})
	return trial, nil
}

// SaveRule stores a rule's terms from a month on. It refuses what TryRule refuses, and a month at or
// before the last verified one (rule.finished), whose notices must stay as they are.
func (w *Workspace) SaveRule(ctx context.Context, e RuleEdit) error {
	p, err := w.Program(ctx, e.Program)
	if err != nil {
		return err
	}
	if err := checkRule(p, e); err != nil {
		return err
	}
	if err := w.unfinished(ctx, p.Key, e.From, "rule.finished"); err != nil {
		return err
	}
	rule := ruleWith(p, e, e.From)
	return w.storeRule(ctx, p.Key, e.From, e.By, jsonOf(p.Rule(e.Key)), asJSON(rule), func(tx *store.Tx) error { return tx.PutRule(ctx, rule) })
}

// ruleWith is the rule of an edit with its terms from a month on.
func ruleWith(p *models.Program, e RuleEdit, from month.Month) models.Rule {
	rule := models.Rule{Program: p.Key, Key: e.Key, Sort: 1}
	for i := range p.Rules {
		rule.Sort = max(rule.Sort, p.Rules[i].Sort+1)
	}
	if old := p.Rule(e.Key); old != nil {
		rule = *old
	}
	rule.Versions = rule.Versions.Put(from, e.Terms)
	return rule
}

// ruleIn gives rules with one of them replaced, or with a new one behind them.
func ruleIn(rules []models.Rule, rule models.Rule) []models.Rule {
	result := slices.Clone(rules)
	if i := slices.IndexFunc(result, func(r models.Rule) bool { return r.Key == rule.Key }); i >= 0 {
		result[i] = rule
		return result
	}
	return append(result, rule)
}

// NoticesByUnit puts two states of a month's notices beside each other, unit by unit, those that stay
// the same among them.
func NoticesByUnit(at month.Month, before, after []appraise.Notice) []NoticeChange {
	var result []NoticeChange
	index := map[string]int{}
	for i, n := range slices.Concat(after, before) {
		place, known := index[n.Unit.Key]
		if !known {
			place = len(result)
			index[n.Unit.Key] = place
			result = append(result, NoticeChange{Month: at, Unit: n.Unit.Key, Name: n.Name, County: n.County})
		}
		if c := &result[place]; i < len(after) {
			c.After = append(c.After, n)
		} else {
			c.Before = append(c.Before, n)
		}
	}
	return result
}

// SameNotices reports whether two lists of notices say the same.
func SameNotices(a, b []appraise.Notice) bool { return slices.EqualFunc(a, b, sameNotice) }
