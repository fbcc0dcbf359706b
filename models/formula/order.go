package formula

import (
	"maps"
	"slices"

	"yueping/models/fault"
)

// Order sorts formulas so that each comes after those whose values it uses, by name where that
// leaves a choice. A value of an earlier month is no dependency: total may use last_month(total).
// Formulas that need each other are the fault formula.cycle, whose path begins and ends with the
// same name.
func Order(formulas map[string]*Formula) ([]string, error) {
	names := slices.Sorted(maps.Keys(formulas))
	needs := make(map[string][]string, len(names))
	users := make(map[string][]string, len(names))
	open := make(map[string]int, len(names))
	for _, name := range names {
		needs[name] = dependencies(name, formulas)
		open[name] = len(needs[name])
		for _, need := range needs[name] {
			users[need] = append(users[need], name)
		}
	}
	order := make([]string, 0, len(names))
	var ready []string
	for _, name := range names {
		if open[name] == 0 {
			ready = append(ready, name)
		}
	}
	for len(ready) > 0 {
		name := ready[0]
		ready = ready[1:]
		order = append(order, name)
		for _, user := range users[name] {
			if open[user]--; open[user] == 0 {
				at, _ := slices.BinarySearch(ready, user)
				ready = slices.Insert(ready, at, user)
			}
		}
	}
	if len(order) < len(names) {
		return nil, fault.New("formula.cycle", "path", cycle(names, needs, open))
	}
	return order, nil
}

// dependencies gives the formulas that one needs in the same month, sorted, each once.
func dependencies(name string, formulas map[string]*Formula) []string {
	f := formulas[name]
	if f == nil {
		return nil
	}
	var result []string
	for _, ref := range f.refs {
		if _, derived := formulas[ref.Name]; derived && ref.Shift == SameMonth {
			result = append(result, ref.Name)
		}
	}
	slices.Sort(result)
	return slices.Compact(result)
}

// cycle walks from one waiting formula to the next until a name returns.
func cycle(names []string, needs map[string][]string, open map[string]int) []string {
	waits := func(name string) bool { return open[name] > 0 }
	at := names[slices.IndexFunc(names, waits)]
	var path []string
	seen := map[string]int{}
	for {
		if from, again := seen[at]; again {
			path = path[from:]
			break
		}
		seen[at] = len(path)
		path = append(path, at)
		at = needs[at][slices.IndexFunc(needs[at], waits)]
	}
	first := slices.Index(path, slices.Min(path))
	path = slices.Concat(path[first:], path[:first])
	return append(path, path[0])
}
