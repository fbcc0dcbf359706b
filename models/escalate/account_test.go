package escalate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yueping/models/escalate"
	"yueping/models/month"
)

// told writes an account as "rule counted/needed marks", + for earned, the superseding step behind >.
func told(a escalate.Account) string {
	marks := ""
	for _, m := range a.Marks {
		mark := map[escalate.Mark]string{escalate.NoData: "?", escalate.NotInList: ".", escalate.InList: "x"}[m.Mark]
		if m.Counted {
			mark = strings.ToUpper(mark)
		}
		marks += mark
	}
	s := fmt.Sprintf("%s %d/%d %s", a.Rule.Key, len(a.Counted), a.Rule.Months, marks)
	if a.Earned {
		s += " +"
	}
	if a.By != "" {
		s += " >" + a.By
	}
	if a.Begin != 0 {
		s += fmt.Sprintf(" anew %d by %s", a.Begin.Number(), a.RestartedBy)
	}
	return s
}

func TestAccounts(t *testing.T) {
	august := month.Of(2019, 8)
	restart := xuchang()
	restart[2].Restart = true
	year := []escalate.Rule{rule("deputy", 2, func(r *escalate.Rule) { r.Within = escalate.Year })}
	window := []escalate.Rule{rule("talk", 3, func(r *escalate.Rule) { r.Within, r.Window = escalate.Window, 6 })}
	bridged := []escalate.Rule{rule("talk", 3, func(r *escalate.Rule) { r.Gap = escalate.Bridges })}
	for _, c := range []struct {
		name, first, marks string
		rules              []escalate.Rule
		want               string
	}{
		{"four running", "2019-05", "xxxx", xuchang(), "warn 1/1 X +; government 4/2 XXXX + >party; party 4/4 XXXX +"},
		{"two running", "2019-04", "xx.xx", xuchang(), "warn 1/1 X +; government 2/2 .XX +; party 2/4 x.XX"},
		{"out of it", "2019-05", "xxx.", xuchang(), "warn 0/1 .; government 0/2 x.; party 0/4 xxx."},
		{"counted anew", "2019-01", "xxxxxxxx", restart, "warn 1/1 X +; government 4/2 xXXXX + >party anew 5 by party; party 4/4 xXXXX + anew 5 by party"},
		{"within the year", "2018-11", "xx" + "x......x", year, "deputy 2/2 X......X +"},
		{"within a window", "2019-01", "x.x.x..x", window, "talk 3/3 X.X..X +"},
		{"a gap bridged", "2019-04", "xx??x", bridged, "talk 3/3 XX??X +"},
	} {
		var got []string
		for _, a := range escalate.Accounts(c.rules, history(c.first, c.marks), august) {
			got = append(got, told(a))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// What the accounts say is earned is what is earned, by the months that they count.
func TestAccountsAgreeWithEarned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rules []escalate.Rule
		for i := range rapid.IntRange(1, 4).Draw(t, "rules") {
			rules = append(rules, rule(fmt.Sprint("r", i), rapid.IntRange(1, 4).Draw(t, "months"), func(r *escalate.Rule) {
				r.Within = rapid.SampledFrom([]escalate.Within{escalate.Running, escalate.Year, escalate.Window}).Draw(t, "within")
				r.Window, r.Gap = 5, rapid.SampledFrom([]escalate.Gap{escalate.Breaks, escalate.Bridges}).Draw(t, "gap")
				r.Ladder, r.Step = rapid.SampledFrom([]string{"", "a"}).Draw(t, "ladder"), rapid.IntRange(1, 3).Draw(t, "step")
				r.Restart = rapid.Bool().Draw(t, "restart")
			}))
		}
		marks := rapid.StringMatching(`[x.?]{1,14}`).Draw(t, "marks")
		h, at := history("2019-06", marks), month.Of(2019, 5)+month.Month(len(marks))
		earned := escalate.Earned(rules, h, at)
		for _, a := range escalate.Accounts(rules, h, at) {
			i := slices.IndexFunc(earned, func(n escalate.Notice) bool { return n.Rule == a.Rule.Key })
			if a.Earned != (i >= 0) || (i >= 0 && (!slices.Equal(a.Counted, earned[i].Months) || (a.By != "") != earned[i].Superseded)) {
				t.Fatalf("%s at %s: %s, earned %+v", marks, at, told(a), earned)
			}
			if a.Begin != 0 && a.RestartedBy == "" {
				t.Fatalf("%s: nothing begins anew by itself", told(a))
			}
			counted := 0
			for _, m := range a.Marks {
				if m.Counted {
					counted++
				}
			}
			if counted != len(a.Counted) || a.Marks[len(a.Marks)-1].Month != at {
				t.Fatalf("%s at %s: %s", marks, at, told(a))
			}
		}
	})
}
