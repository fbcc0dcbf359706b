package city

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"yueping/models/month"
)

// entity is a thing of a city's files with its fields, for comparison.
type entity struct {
	program, kind, key string
	fields             [][2]string
}

// Change is one field that differs between two cities.
type Change struct {
	Program string // key, "" for the register
	Kind    string // unit, program, group, member, indicator, scheme, paper, check, rule
	Key     string
	Field   string // "" where the whole entity is new or gone
	Old     string
	New     string
}

// Changes compares two cities field by field, in the order of the files.
func Changes(before, now *City) []Change {
	old, next := entities(before), entities(now)
	index := map[[3]string]entity{}
	for _, e := range old {
		index[[3]string{e.program, e.kind, e.key}] = e
	}
	var changes []Change
	seen := map[[3]string]bool{}
	for _, e := range next {
		id := [3]string{e.program, e.kind, e.key}
		seen[id] = true
		changes = append(changes, fieldChanges(index[id], e)...)
	}
	for _, e := range old {
		if !seen[[3]string{e.program, e.kind, e.key}] {
			changes = append(changes, Change{Program: e.program, Kind: e.kind, Key: e.key, Old: e.title()})
		}
	}
	return append(changes, reordered(old, next, seen, index)...)
}

// reordered finds the kinds whose entities stand in both cities, but in another order. Units and
// members have an order of their own (precedence).
func reordered(old, next []entity, seen map[[3]string]bool, index map[[3]string]entity) []Change {
	type kind struct{ program, kind string }
	sequence := func(list []entity, common func(entity) bool) (map[kind][]string, []kind) {
		keys := map[kind][]string{}
		var order []kind
		for _, e := range list {
			k := kind{e.program, e.kind}
			if e.kind == "unit" || e.kind == "member" || e.kind == "program" || !common(e) {
				continue
			}
			if keys[k] == nil {
				order = append(order, k)
			}
			keys[k] = append(keys[k], e.key)
		}
		return keys, order
	}
	was, _ := sequence(old, func(e entity) bool { return seen[[3]string{e.program, e.kind, e.key}] })
	is, order := sequence(next, func(e entity) bool { return index[[3]string{e.program, e.kind, e.key}].key != "" })
	var changes []Change
	for _, k := range order {
		if !slices.Equal(was[k], is[k]) {
			changes = append(changes, Change{k.program, k.kind, "", "order", strings.Join(was[k], ", "), strings.Join(is[k], ", ")})
		}
	}
	return changes
}

func (e entity) value(field string) string {
	for _, f := range e.fields {
		if f[0] == field {
			return f[1]
		}
	}
	return ""
}

// title is its name, or its key where it has none.
func (e entity) title() string {
	if name := e.value("name"); name != "" {
		return name
	}
	return e.key
}

func fieldChanges(old, now entity) []Change {
	if old.key == "" {
		return []Change{{Program: now.program, Kind: now.kind, Key: now.key, New: now.title()}}
	}
	var changes []Change
	compared := map[string]bool{}
	for _, f := range append(slices.Clone(now.fields), old.fields...) {
		if compared[f[0]] {
			continue
		}
		compared[f[0]] = true
		if was, is := old.value(f[0]), now.value(f[0]); was != is {
			changes = append(changes, Change{now.program, now.kind, now.key, f[0], was, is})
		}
	}
	return changes
}

func entities(c *City) []entity {
	var result []entity
	add := func(program, kind, key string, fields yaml.MapSlice) {
		e := entity{program: program, kind: kind, key: key}
		for _, f := range fields {
			name, isText := f.Key.(string)
			if isText && name != "key" {
				e.fields = append(e.fields, [2]string{name, plainText(f.Value)})
			}
		}
		result = append(result, e)
	}
	for i := range c.Units {
		add("", "unit", c.Units[i].Key, unitFields(&c.Units[i]))
	}
	for i := range c.Programs {
		p := &c.Programs[i]
		add(p.Key, "program", p.Key, yaml.MapSlice{{Key: "name", Value: p.Name}, {Key: "note", Value: p.Note}, {Key: "order", Value: p.Sort},
			{Key: "default_scheme", Value: p.DefaultScheme}, {Key: "sheet_title", Value: p.Wording.SheetTitle}, {Key: "box", Value: p.Wording.Box}, {Key: "bulletin", Value: p.Wording.Bulletin},
			{Key: "air", Value: airFields(p.Air)}})
		for _, g := range p.Groups {
			add(p.Key, "group", g.Key, yaml.MapSlice{{Key: "name", Value: g.Name}})
		}
		for j := range p.Members {
			m := &p.Members[j]
			add(p.Key, "member", strings.TrimSpace(strings.TrimSpace(m.Unit+" "+m.Since.String())), allMemberFields(m))
		}
		for j := range p.Indicators {
			add(p.Key, "indicator", p.Indicators[j].Key, indicatorFields(&p.Indicators[j]))
		}
		for j := range p.Schemes {
			add(p.Key, "scheme", p.Schemes[j].Key, inTurn(p.Schemes[j].Name, p.Schemes[j].Versions, schemeFields))
		}
		for j := range p.Wording.Papers {
			add(p.Key, "paper", p.Wording.Papers[j].Key, paperFields(&p.Wording.Papers[j]))
		}
		for j := range p.Checks {
			add(p.Key, "check", p.Checks[j].Key, checkFields(&p.Checks[j]))
		}
		for j := range p.Rules {
			add(p.Key, "rule", p.Rules[j].Key, inTurn("", p.Rules[j].Versions, ruleFields))
		}
	}
	return result
}

// inTurn gives the fields of all versions, each behind the month from which it holds, so that a new
// version changes nothing of those before it.
func inTurn[T any](name string, versions month.Dated[T], fields func(T) yaml.MapSlice) yaml.MapSlice {
	result := yaml.MapSlice{{Key: "name", Value: name}}
	for _, v := range versions {
		for _, f := range fields(v.Value) {
			result = append(result, yaml.MapItem{Key: strings.TrimSpace(fmt.Sprint(v.From, " ", f.Key)), Value: f.Value})
		}
	}
	return result
}

// plainText writes a field on one line.
func plainText(v any) string {
	if s, isText := v.(string); isText {
		return s
	}
	data, err := yaml.MarshalWithOptions(v, yaml.JSON())
	if err != nil {
		return ""
	}
	var compact any
	if json.Unmarshal(data, &compact) == nil {
		if again, err := json.Marshal(compact); err == nil {
			return string(again)
		}
	}
	return string(data)
}
