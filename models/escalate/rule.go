// Package escalate turns a unit's standing in the lists of several months into notices: warnings,
// summons, praise. Which lists, how often, to whom and what supersedes what is configuration.
package escalate

import (
	"errors"
	"slices"

	"yueping/models/fault"
	"yueping/models/month"
)

// Within says among which months the Months of a rule are counted.
type Within string

const (
	Running Within = ""     // one after the other, up to the month of the notice
	Year    Within = "year" // in the calendar year of the notice, up to its month
	Window  Within = "last" // in the last Rule.Window months, the month of the notice among them
)

// Gap says what a month without data does to a running count.
type Gap string

const (
	Breaks  Gap = ""       // the count starts anew
	Bridges Gap = "bridge" // the month is passed over; it is not counted itself
)

// Rule is one step of a city's rules: so many months in a list bring this notice. Rules of one key
// are versions; each holds from its month to the next version.
type Rule struct {
	Key   string
	From  month.Month
	Ended bool // this version ends the rule: nothing else in it counts

	Scheme, List string
	// AlsoScheme and AlsoList name a second list in which the unit must be in the same month; "" for
	// none.
	AlsoScheme, AlsoList string

	Months int
	Within Within
	Window int // in months, for Within Window
	Gap    Gap // for Within Running

	// Ladder names the steps of which only the highest applies; rules with "" always add.
	Ladder string
	Step   int // the order on the ladder, the higher the harsher
	// Restart lets the count begin anew after the month in which this rule was met: its own count and
	// those of the lower steps of its ladder. Higher steps keep counting, or they could never be met.
	Restart bool
	// Honour marks praise: NextRisk leaves it out.
	Honour bool
	// Inherit lets a unit that carries on others take over their months in the list.
	Inherit bool

	Action, Addressee string
}

// List names a list of a ranking scheme. In a History, those of the units that a unit carries on
// stand under the same names with Before set.
type List struct {
	Scheme, List string
	Before       bool
}

// Lists gives the one or two lists in which a unit must be.
func (r Rule) Lists() []List {
	lists := []List{{Scheme: r.Scheme, List: r.List}}
	if r.both() {
		lists = append(lists, List{Scheme: r.AlsoScheme, List: r.AlsoList})
	}
	return lists
}

func (r Rule) both() bool { return r.AlsoScheme != "" || r.AlsoList != "" }

// InForce gives the version of each rule that holds in a month, in the order in which the keys first
// occur.
func InForce(rules []Rule, at month.Month) []Rule {
	var keys []string
	newest := map[string]Rule{}
	for _, r := range rules {
		if !slices.Contains(keys, r.Key) {
			keys = append(keys, r.Key)
		}
		if held, ok := newest[r.Key]; r.From <= at && (!ok || r.From > held.From) {
			newest[r.Key] = r
		}
	}
	var held []Rule
	for _, key := range keys {
		if r, ok := newest[key]; ok && !r.Ended {
			held = append(held, r)
		}
	}
	return held
}

// Check reports every fault of a set of rules: escalate.no_key; and with the rule's key as rule:
// escalate.twice from (two versions of one month), escalate.no_list, escalate.months count,
// escalate.window count months (fewer months than the rule asks for), escalate.unknown_word kind text.
func Check(rules []Rule) error {
	var faults []error
	for i, r := range rules {
		if r.Key == "" {
			faults = append(faults, fault.New("escalate.no_key"))
			continue
		}
		if slices.ContainsFunc(rules[:i], func(o Rule) bool { return o.Key == r.Key && o.From == r.From }) {
			faults = append(faults, fault.New("escalate.twice", "rule", r.Key, "from", r.From.String()))
		}
		if !r.Ended {
			faults = append(faults, r.check())
		}
	}
	return errors.Join(faults...)
}

func (r Rule) check() error {
	var faults []error
	refuse := func(code string, pairs ...any) {
		faults = append(faults, fault.New(code, pairs...).With("rule", r.Key))
	}
	for _, l := range r.Lists() {
		if l.Scheme == "" || l.List == "" {
			refuse("escalate.no_list")
		}
	}
	if r.Months < 1 {
		refuse("escalate.months", "count", r.Months)
	}
	if r.Within == Window && r.Window < r.Months {
		refuse("escalate.window", "count", r.Window, "months", r.Months)
	}
	if r.Within == Year && r.Months > 12 {
		refuse("escalate.window", "count", 12, "months", r.Months)
	}
	if !slices.Contains([]Within{Running, Year, Window}, r.Within) {
		refuse("escalate.unknown_word", "kind", "within", "text", string(r.Within))
	}
	if !slices.Contains([]Gap{Breaks, Bridges}, r.Gap) {
		refuse("escalate.unknown_word", "kind", "gap", "text", string(r.Gap))
	}
	return errors.Join(faults...)
}
