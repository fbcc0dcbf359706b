package appraise

import (
	"slices"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/formula"
	"yueping/models/month"
	"yueping/models/number"
)

// figures gives what a unit is ranked by, or why it is not ranked.
type figures func(*models.Unit) ([]number.Number, *Excluded)

// figures prepares a scheme's values: of the month, of a longer period, or sums of ranks.
func (t *Table) figures(r *Ranking) (figures, error) {
	var values figures
	switch {
	case len(r.Terms.SumOf) > 0:
		sums, err := t.sumOfRanks(r)
		if err != nil {
			return nil, err
		}
		values = sums
	case r.Terms.Period == "" || r.Terms.Period == models.PeriodMonth:
		values = func(u *models.Unit) ([]number.Number, *Excluded) { return t.keyValues(u, r.Keys) }
	default:
		longer, err := t.accumulated(r)
		if err != nil {
			return nil, err
		}
		values = func(u *models.Unit) ([]number.Number, *Excluded) { return longer.keyValues(u, r.Keys) }
	}
	conditions, err := t.conditions(r.Terms.ExcludeIf)
	if err != nil {
		return nil, err
	}
	return func(u *models.Unit) ([]number.Number, *Excluded) {
		for _, e := range r.Terms.Exclude {
			if e.Unit == u.Key {
				return nil, &Excluded{State: models.NotAssessed, Note: e.Reason}
			}
		}
		for i, excluded := range conditions {
			if excluded[u.Key] {
				return nil, &Excluded{State: models.NotAssessed, Note: r.Terms.ExcludeIf[i].Reason}
			}
		}
		return values(u)
	}, nil
}

// conditions gives the units for which each condition holds.
func (t *Table) conditions(list []models.Condition) ([]map[string]bool, error) {
	result := make([]map[string]bool, len(list))
	for i, condition := range list {
		f, err := t.context.compile(condition.Rule, t.At)
		if err != nil {
			return nil, fault.Wrap(err, "scheme.condition", "rule", condition.Rule, "detail", err)
		}
		result[i] = map[string]bool{}
		for _, u := range t.Units {
			verdict, _, err := t.evaluate(f, u)
			if err != nil {
				return nil, fault.Wrap(err, "scheme.condition", "rule", condition.Rule, "detail", err)
			}
			result[i][u.Key] = verdict.State == formula.Number && verdict.Bool
		}
	}
	return result, nil
}

// evaluate calculates a formula for a unit; the inputs are in the order of its references.
func (t *Table) evaluate(f *formula.Formula, u *models.Unit) (formula.Value, []formula.Value, error) {
	refs := f.Refs()
	values := make([]formula.Value, len(refs))
	for i, ref := range refs {
		v, err := t.input(ref, u)
		if err != nil {
			return formula.Value{}, nil, err
		}
		values[i] = v
	}
	result, err := f.EvalValues(values)
	return result, values, err
}

// keyValues gives the values of the keys. For several keys 不参评 decides before 无数据, and that before
// not reported.
func (t *Table) keyValues(u *models.Unit, keys []*models.Indicator) ([]number.Number, *Excluded) {
	values := make([]number.Number, 0, len(keys))
	var excluded *Excluded
	for _, key := range keys {
		v := t.Value(key.Key, u.Key)
		if v.State == models.IsNumber {
			values = append(values, v.Number)
			continue
		}
		if excluded == nil {
			excluded = &Excluded{State: v.State}
		}
		if decides(v.State, excluded.State) {
			excluded.State = v.State
		}
		missing := v.Missing
		if len(missing) == 0 && (key.Derived() || len(keys) > 1) {
			missing = []Reason{{key.Name, v.State}}
		}
		for _, m := range missing {
			if !slices.Contains(excluded.Missing, m) {
				excluded.Missing = append(excluded.Missing, m)
			}
		}
	}
	return values, excluded
}

// SumOfRanksKey is the key of the figure that a scheme over other schemes ranks by.
const SumOfRanksKey = "sum_of_ranks"

// sumOfRanks adds up the ranks of other schemes; a unit that one of them leaves out is left out.
func (t *Table) sumOfRanks(r *Ranking) (figures, error) {
	sums := map[string]int64{}
	missing := map[string][]Reason{}
	for _, key := range r.Terms.SumOf {
		s := r.Program.Scheme(key)
		if s == nil {
			return nil, fault.New("scheme.unknown", "scheme", key, "program", r.Program.Name, "allowed", "")
		}
		terms, holds := s.At(t.At)
		if !holds || len(terms.SumOf) > 0 {
			return nil, fault.New("scheme.not_yet", "scheme", s.Name, "month", t.At.String())
		}
		part, err := t.RankBy(s, terms)
		if err != nil {
			return nil, err
		}
		ranked := map[string]bool{}
		for _, g := range part.Groups {
			for _, row := range g.Rows {
				sums[row.Unit.Key] += int64(row.Rank)
				ranked[row.Unit.Key] = true
			}
			for _, e := range g.Excluded {
				missing[e.Unit.Key] = append(missing[e.Unit.Key], Reason{s.Name, e.State})
			}
		}
		for _, u := range t.Units {
			if !ranked[u.Key] && len(missing[u.Key]) == 0 {
				missing[u.Key] = append(missing[u.Key], Reason{s.Name, models.NotReported})
			}
		}
	}
	r.Keys = []*models.Indicator{{Program: r.Program.Key, Key: SumOfRanksKey, Name: r.Scheme.Name}}
	return func(u *models.Unit) ([]number.Number, *Excluded) {
		if reasons := missing[u.Key]; len(reasons) > 0 {
			e := &Excluded{State: reasons[0].State, Missing: reasons}
			for _, reason := range reasons {
				if decides(reason.State, e.State) {
					e.State = reason.State
				}
			}
			return nil, e
		}
		return []number.Number{number.FromInt(sums[u.Key])}, nil
	}, nil
}

// PeriodStart is the first month of a scheme's period up to a month.
func PeriodStart(period string, at month.Month) month.Month {
	switch period {
	case models.PeriodYearToDate, models.PeriodYear:
		return month.Of(at.Year(), 1)
	case models.PeriodQuarter:
		return month.Of(at.Year(), (at.Number()-1)/3*3+1)
	}
	return at
}

// periodMonths are the months of a scheme's period up to a month, oldest first.
func periodMonths(period string, at month.Month) []month.Month {
	var months []month.Month
	for m := PeriodStart(period, at); m <= at; m++ {
		months = append(months, m)
	}
	return months
}

// accumulated gives the table of a longer period: the keys' published values by mean or sum, or all
// entered figures accumulated as each indicator says and everything derived anew from them. Months in
// which nobody has a figure do not count. A mean is over the months a unit has a number in; a sum asks
// for all of them.
func (t *Table) accumulated(r *Ranking) (*Table, error) {
	result := t.context.NewTable(t.At)
	sources, err := t.periodSources(r.Terms.Period)
	if err != nil {
		return nil, err
	}
	recompute := r.Terms.Accumulate == models.AccumulateRecompute
	for _, ind := range accumulatedIndicators(t, r.Keys, recompute) {
		sum := r.Terms.Accumulate == models.AccumulateSum || (recompute && ind.Accumulate == models.AccumulateSum)
		for row, u := range result.Units {
			if t.Roster.Covers(ind, u.Key) {
				v, err := accumulate(sources, ind, u, sum)
				if err != nil {
					return nil, fault.Wrap(err, "indicator.calculation", "indicator", ind.Name, "unit", t.Roster.Name(u.Key), "detail", err)
				}
				result.columns[ind.Key].cells[row] = v
			}
		}
	}
	if recompute {
		return result, result.Calculate()
	}
	return result, nil
}

// periodSources are the tables of a period's months up to this one that have any data, oldest first.
func (t *Table) periodSources(period string) ([]*Table, error) {
	var sources []*Table
	for _, m := range periodMonths(period, t.At) {
		source := t
		if m != t.At {
			if t.context.Load == nil {
				continue
			}
			earlier, err := t.context.Table(m)
			if err != nil {
				return nil, err
			}
			source = earlier
		}
		if source.Has() {
			sources = append(sources, source)
		}
	}
	return sources, nil
}

func accumulatedIndicators(t *Table, keys []*models.Indicator, recompute bool) []*models.Indicator {
	if !recompute {
		return keys
	}
	var result []*models.Indicator
	for i := range t.context.Program.Indicators {
		if ind := &t.context.Program.Indicators[i]; !ind.Derived() {
			result = append(result, ind)
		}
	}
	return result
}

func accumulate(sources []*Table, ind *models.Indicator, u *models.Unit, sum bool) (Value, error) {
	total, count := number.Ratio{}, int64(0)
	var absent *Value
	for _, source := range sources {
		v := source.Value(ind.Key, u.Key)
		if v.State != models.IsNumber {
			if absent == nil || decides(v.State, absent.State) {
				absent = &v
			}
			continue
		}
		total, count = total.Add(number.Of(v.Number)), count+1
	}
	if count == 0 || (sum && absent != nil) {
		if absent == nil {
			return Value{}, nil
		}
		return *absent, nil
	}
	if !sum {
		total = total.Quo(number.Int(count))
	}
	n, err := total.Round(ind.Places())
	return Value{State: models.IsNumber, Number: n, Exact: total}, err
}
