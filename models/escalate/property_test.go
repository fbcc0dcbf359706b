package escalate_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yueping/models/escalate"
	"yueping/models/month"
)

var first = month.Of(2021, 6)

func aRuleSet(t *rapid.T, restart bool) []escalate.Rule {
	var rules []escalate.Rule
	for i := range rapid.IntRange(1, 5).Draw(t, "rules") {
		months := rapid.IntRange(1, 4).Draw(t, "months")
		rules = append(rules, rule(string(rune('a'+i)), months, func(r *escalate.Rule) {
			r.Within = rapid.SampledFrom([]escalate.Within{escalate.Running, escalate.Year, escalate.Window}).Draw(t, "within")
			r.Window = months + rapid.IntRange(0, 4).Draw(t, "window")
			r.Gap = rapid.SampledFrom([]escalate.Gap{escalate.Breaks, escalate.Bridges}).Draw(t, "gap")
			r.Ladder = rapid.SampledFrom([]string{"", "summons"}).Draw(t, "ladder")
			r.Step = i
			r.Restart = restart && rapid.Bool().Draw(t, "restart")
		}))
	}
	return rules
}

func someMarks(t *rapid.T) []escalate.Mark {
	return rapid.SliceOfN(rapid.SampledFrom([]escalate.Mark{escalate.NoData, escalate.NotInList, escalate.InList, escalate.InList}), 1, 14).Draw(t, "marks")
}

func recorded(marks []escalate.Mark) (escalate.History, month.Month) {
	h := escalate.History{}
	for i, mark := range marks {
		h.Put(last, first+month.Month(i), mark)
	}
	return h, first + month.Month(len(marks)-1)
}

// harshest is the highest step among the notices, -1 without any.
func harshest(rules []escalate.Rule, notices []escalate.Notice) int {
	by, top := steps(rules), -1
	for _, n := range notices {
		top = max(top, by[n.Rule])
	}
	return top
}

func TestAGoodMonthIsNeverHarsherThanABadOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules, marks := aRuleSet(t, false), someMarks(t)
		i := rapid.IntRange(0, len(marks)-1).Draw(t, "month")
		good, bad := slices.Clone(marks), slices.Clone(marks)
		good[i], bad[i] = escalate.NotInList, escalate.InList
		h, at := recorded(good)
		better := harshest(rules, escalate.Apply(rules, h, at))
		h, _ = recorded(bad)
		if worse := harshest(rules, escalate.Apply(rules, h, at)); better > worse {
			t.Fatalf("good: step %d, bad: step %d", better, worse)
		}
	})
}

// With restarts, too, the month of the notice itself: a good one brings nothing at all.
func TestOnlyABadMonthEarns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules, marks := aRuleSet(t, true), someMarks(t)
		h, at := recorded(marks)
		notices := escalate.Earned(rules, h, at)
		if marks[len(marks)-1] != escalate.InList && notices != nil {
			t.Fatalf("%v without being in the list", notices)
		}
		for _, n := range notices {
			if n.Months[len(n.Months)-1] != at || !slices.IsSorted(n.Months) {
				t.Fatalf("%v in %s", n.Months, at)
			}
			for _, m := range n.Months {
				if h.Mark(last, m) != escalate.InList {
					t.Fatalf("%s was not in the list", m)
				}
			}
		}
	})
}

func TestOrderOfEntryDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules, marks := aRuleSet(t, true), someMarks(t)
		h, at := recorded(marks)
		positions := make([]int, len(marks))
		for i := range positions {
			positions[i] = i
		}
		shuffled := escalate.History{}
		for _, i := range rapid.Permutation(positions).Draw(t, "entered") {
			shuffled.Put(last, first+month.Month(i), escalate.NoData)
			shuffled.Put(last, first+month.Month(i), marks[i])
		}
		if a, b := escalate.Apply(rules, h, at), escalate.Apply(rules, shuffled, at); !reflect.DeepEqual(a, b) {
			t.Fatalf("%v and %v", a, b)
		}
	})
}

func TestNextRiskIsWhatABadMonthBrings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules, marks := aRuleSet(t, true), someMarks(t)
		h, at := recorded(marks)
		risk := escalate.NextRisk(rules, h, at)
		h.Put(last, at+1, escalate.InList)
		if came := escalate.Apply(rules, h, at+1); !reflect.DeepEqual(risk, came) {
			t.Fatalf("foretold %v, came %v", risk, came)
		}
	})
}

// A plain count by hand for running rules with breaking gaps.
func TestRunningAgainstAnOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks, months := someMarks(t), rapid.IntRange(1, 5).Draw(t, "months")
		h, at := recorded(marks)
		run := 0
		for _, mark := range marks {
			run++
			if mark != escalate.InList {
				run = 0
			}
		}
		notices := escalate.Apply([]escalate.Rule{rule("talk", months, nil)}, h, at)
		if (len(notices) == 1) != (run >= months) {
			t.Fatalf("a run of %d gave %v for a rule of %d", run, notices, months)
		}
		if len(notices) == 1 && months > 1 && len(notices[0].Months) != run {
			t.Fatalf("%v of a run of %d", notices[0].Months, run)
		}
	})
}
