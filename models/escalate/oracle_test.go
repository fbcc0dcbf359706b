package escalate_test

import (
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yueping/models/escalate"
	"yueping/models/month"
)

// oracle works out notices from the words of the rules, not from the code: a unit's months are a
// string, and what counts is found in it by patterns.
type oracle struct {
	rules   []escalate.Rule
	history escalate.History
	first   month.Month
	at      month.Month // the month that is judged
	begun   map[string]month.Month
}

// letters gives a rule's months from one to another: x in the list, . out of it, ? unknown.
func (o oracle) letters(r escalate.Rule, from, to month.Month) string {
	var b strings.Builder
	for m := from; m <= to; m++ {
		seen := ""
		for _, l := range r.Lists() {
			mark := o.history.Mark(l, m)
			if l.Before = true; mark == escalate.NoData && r.Inherit && m != o.at {
				mark = o.history.Mark(l, m)
			}
			seen += string("?.x"[mark])
		}
		switch {
		case strings.Contains(seen, "."):
			b.WriteString(".")
		case strings.Contains(seen, "?"):
			b.WriteString("?")
		default:
			b.WriteString("x")
		}
	}
	return b.String()
}

var (
	unbroken = regexp.MustCompile(`x+$`)
	bridged  = regexp.MustCompile(`x[x?]*$`)
)

// counts gives the months that a rule counts in a month, nil where it is not met.
func (o oracle) counts(r escalate.Rule, m month.Month) []month.Month {
	from := max(o.first, o.begin(r, m))
	switch {
	case r.Months == 1:
		from = m
	case r.Within == escalate.Year:
		from = max(from, month.Of(m.Year(), 1))
	case r.Within == escalate.Window:
		from = max(from, m-month.Month(r.Window)+1)
	}
	all := o.letters(r, from, m)
	if !strings.HasSuffix(all, "x") {
		return nil
	}
	part := all
	if r.Within == escalate.Running && r.Months > 1 {
		pattern := unbroken
		if r.Gap == escalate.Bridges {
			pattern = bridged
		}
		part = pattern.FindString(all)
	}
	if strings.Count(part, "x") < r.Months {
		return nil
	}
	var months []month.Month
	for i := range part {
		if part[i] == 'x' {
			months = append(months, m-month.Month(len(part)-1-i))
		}
	}
	return months
}

// begin is the month after the last one in which the rule itself, or a higher step of its ladder, was
// met and let the count begin anew.
func (o oracle) begin(r escalate.Rule, at month.Month) month.Month {
	id := r.Key + at.String()
	if m, known := o.begun[id]; known {
		return m
	}
	begin := month.Month(0)
	for m := o.first; m < at; m++ {
		for _, other := range escalate.InForce(o.rules, m) {
			own := other.Key == r.Key
			held := slices.ContainsFunc(escalate.InForce(o.rules, m), func(v escalate.Rule) bool {
				return v.Key == r.Key && v.Ladder != "" && v.Ladder == other.Ladder && v.Step < other.Step
			})
			if other.Restart && (own || held) && o.counts(other, m) != nil {
				begin = m + 1
			}
		}
	}
	o.begun[id] = begin
	return begin
}

func (o oracle) apply() []escalate.Notice {
	var met []escalate.Rule
	for _, r := range escalate.InForce(o.rules, o.at) {
		if o.counts(r, o.at) != nil {
			met = append(met, r)
		}
	}
	var notices []escalate.Notice
	for _, r := range met {
		if !slices.ContainsFunc(met, func(h escalate.Rule) bool { return r.Ladder != "" && h.Ladder == r.Ladder && h.Step > r.Step }) {
			notices = append(notices, escalate.Notice{Rule: r.Key, Action: r.Action, Addressee: r.Addressee, Months: o.counts(r, o.at)})
		}
	}
	return notices
}

// someRules makes rules of every kind over two lists, some with a second version or an end.
func someRules(n *rand.Rand) []escalate.Rule {
	lists := []escalate.List{last, {Scheme: "improvement", List: "last"}}
	var rules []escalate.Rule
	for i := range 1 + n.IntN(4) {
		for from := month.Month(0); ; from = first + month.Month(n.IntN(14)) {
			l := lists[n.IntN(2)]
			months := 1 + n.IntN(4)
			r := escalate.Rule{Key: string(rune('a' + i)), From: from, Scheme: l.Scheme, List: l.List, Months: months,
				Within: []escalate.Within{escalate.Running, escalate.Running, escalate.Year, escalate.Window}[n.IntN(4)], Window: months + n.IntN(4),
				Gap: []escalate.Gap{escalate.Breaks, escalate.Bridges}[n.IntN(2)], Step: 1 + n.IntN(3), Ladder: []string{"", "one", "two"}[n.IntN(3)],
				Restart: n.IntN(3) == 0, Inherit: n.IntN(2) == 0, Ended: from != 0 && n.IntN(4) == 0, Action: string(rune('A' + i))}
			if n.IntN(3) == 0 {
				r.AlsoScheme, r.AlsoList = lists[1].Scheme, lists[1].List
			}
			if r.Ladder == "" {
				r.Honour = n.IntN(3) == 0
			}
			if !slices.ContainsFunc(rules, func(o escalate.Rule) bool { return o.Key == r.Key && o.From == r.From }) {
				rules = append(rules, r)
			}
			if n.IntN(3) > 0 {
				break
			}
		}
	}
	return rules
}

// someHistory makes marks of both lists, a unit's own and those of the units it carries on.
func someHistory(n *rand.Rand) (escalate.History, month.Month) {
	length := 1 + n.IntN(20)
	h := escalate.History{}
	for _, l := range []escalate.List{last, {Scheme: "improvement", List: "last"}} {
		since := n.IntN(length)
		for i := range length {
			mark := []escalate.Mark{escalate.NoData, escalate.NotInList, escalate.InList, escalate.InList, escalate.InList}[n.IntN(5)]
			own := l
			own.Before = i < since
			h.Put(own, first+month.Month(i), mark)
			if n.IntN(4) == 0 {
				own.Before = true
				h.Put(own, first+month.Month(i), escalate.InList)
			}
		}
	}
	return h, first + month.Month(length-1)
}

func TestAgainstTheOracle(t *testing.T) {
	n := rand.New(rand.NewPCG(5, 2019))
	brought := 0
	for i := range 5_000 {
		rules := someRules(n)
		h, at := someHistory(n)
		o := oracle{rules, h, first, at, map[string]month.Month{}}
		got, want := escalate.Apply(rules, h, at), o.apply()
		if len(got) != len(want) || (len(got) > 0 && !reflect.DeepEqual(got, want)) {
			t.Fatalf("history %d: %s, want %s\n%+v\n%+v", i, show(got), show(want), rules, h)
		}
		brought += len(want)
		for _, a := range escalate.Accounts(rules, h, at) {
			earned := slices.ContainsFunc(escalate.Earned(rules, h, at), func(n escalate.Notice) bool { return n.Rule == a.Rule.Key })
			if a.Earned != earned || (a.Begin != 0) != (a.RestartedBy != "") || (earned && !slices.Equal(a.Counted, o.counts(a.Rule, at))) {
				t.Fatalf("history %d: the account %+v", i, a)
			}
		}
		// What is foretold comes, once the unit stands in every list.
		risk := escalate.NextRisk(rules, h, at)
		h.Put(last, at+1, escalate.InList)
		h.Put(escalate.List{Scheme: "improvement", List: "last"}, at+1, escalate.InList)
		came := slices.DeleteFunc(escalate.Apply(rules, h, at+1), func(n escalate.Notice) bool {
			return slices.ContainsFunc(escalate.InForce(rules, at+1), func(r escalate.Rule) bool { return r.Key == n.Rule && r.Honour })
		})
		if len(risk) != len(came) || (len(came) > 0 && !reflect.DeepEqual(risk, came)) {
			t.Fatalf("history %d: foretold %s, came %s", i, show(risk), show(came))
		}
	}
	if brought < 1_000 {
		t.Errorf("only %d notices in all", brought)
	}
}

// A good month in place of any other never brings a notice more. A count that a notice began anew is
// left out: without that notice the count is longer. In the month itself it holds there, too.
func TestAGoodMonthBringsNothingMore(t *testing.T) {
	n := rand.New(rand.NewPCG(7, 2019))
	for range 5_000 {
		rules := someRules(n)
		h, at := someHistory(n)
		m := first + month.Month(n.IntN(int(at-first)+1))
		for i := range rules {
			rules[i].Restart = rules[i].Restart && m == at
		}
		before := escalate.Earned(rules, h, at)
		h.Put([]escalate.List{last, {Scheme: "improvement", List: "last"}, {Scheme: last.Scheme, List: last.List, Before: true}}[n.IntN(3)], m, escalate.NotInList)
		for _, notice := range escalate.Earned(rules, h, at) {
			if !slices.ContainsFunc(before, func(o escalate.Notice) bool { return o.Rule == notice.Rule }) {
				t.Fatalf("%s with a good month in %s, before it %s\n%+v\n%+v", show([]escalate.Notice{notice}), m, show(before), rules, h)
			}
		}
	}
}
