package escalate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yueping/models/escalate"
	"yueping/models/month"
)

var last = escalate.List{Scheme: "index", List: "last"}

// history reads one mark a month from the first on: x in the list, . not in it, ? no data.
func history(first, marks string, lists ...escalate.List) escalate.History {
	if lists == nil {
		lists = []escalate.List{last}
	}
	h := escalate.History{}
	for _, list := range lists {
		put(&h, list, first, marks)
	}
	return h
}

func put(h *escalate.History, list escalate.List, first, marks string) {
	for i, mark := range marks {
		known := map[rune]escalate.Mark{'x': escalate.InList, '.': escalate.NotInList}
		if m, ok := known[mark]; ok {
			h.Put(list, month.MustParse(first)+month.Month(i), m)
		}
	}
}

// rule makes a rule over the list "last"; change adds what is special about it.
func rule(key string, months int, change func(*escalate.Rule)) escalate.Rule {
	r := escalate.Rule{Key: key, Scheme: last.Scheme, List: last.List, Months: months, Action: key}
	if change != nil {
		change(&r)
	}
	return r
}

// show writes notices as "key 7 8; key 8".
func show(notices []escalate.Notice) string {
	var parts []string
	for _, n := range notices {
		part := n.Rule
		for _, m := range n.Months {
			part += fmt.Sprintf(" %d", m.Number())
		}
		if n.Superseded {
			part += " (superseded)"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ")
}

func expect(t *testing.T, name string, notices []escalate.Notice, want string) {
	t.Helper()
	if got := show(notices); got != want {
		t.Errorf("%s: %q, want %q", name, got, want)
	}
}

func steps(rules []escalate.Rule) map[string]int {
	by := map[string]int{}
	for _, r := range slices.Backward(rules) {
		by[r.Key] = r.Step
	}
	return by
}
