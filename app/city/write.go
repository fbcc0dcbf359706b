package city

import (
	"path/filepath"

	"github.com/goccy/go-yaml"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// Files gives a city's files by name: loading them again gives the same city.
func Files(c *City) (map[string][]byte, error) {
	files := map[string][]byte{}
	units := make([]yaml.MapSlice, len(c.Units))
	for i := range c.Units {
		units[i] = unitFields(&c.Units[i])
	}
	docs := map[string]yaml.MapSlice{unitsFile: {{Key: "units", Value: units}}}
	for i := range c.Programs {
		docs[c.Programs[i].Key+".yaml"] = programFields(&c.Programs[i])
	}
	for name, doc := range docs {
		content, err := yaml.MarshalWithOptions(safely(doc), yaml.UseLiteralStyleIfMultiline(true), yaml.IndentSequence(true))
		if err != nil {
			return nil, fault.Wrap(err, "city.unwritable", "detail", err.Error())
		}
		files[filepath.Base(name)] = content
	}
	return files, nil
}

// doc collects the fields of a mapping; what is empty stays out of the file.
type doc struct{ slice yaml.MapSlice }

func (d *doc) put(key string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case int:
		if v == 0 {
			return
		}
	case bool:
		if !v {
			return
		}
	case []string:
		if len(v) == 0 {
			return
		}
	case []yaml.MapSlice:
		if len(v) == 0 {
			return
		}
	case month.Month:
		if v == 0 {
			return
		}
		value = v.String()
	case nil:
		return
	}
	d.slice = append(d.slice, yaml.MapItem{Key: key, Value: value})
}

// datedField gives a bare value where it has always held, else a list of {from, value}.
func datedField(versions month.Dated[string]) any {
	switch {
	case len(versions) == 0:
		return nil
	case len(versions) == 1 && versions[0].From == 0:
		return versions[0].Value
	}
	list := make([]yaml.MapSlice, len(versions))
	for i, v := range versions {
		d := doc{}
		d.put("from", v.From)
		d.slice = append(d.slice, yaml.MapItem{Key: "value", Value: v.Value})
		list[i] = d.slice
	}
	return list
}

// unitFields gives a unit as its file has it.
func unitFields(u *models.Unit) yaml.MapSlice {
	d := doc{}
	d.put("key", u.Key)
	d.put("code", u.Code)
	d.put("kind", string(u.Kind))
	d.put("name", datedField(u.Names))
	d.put("printed", u.Printed)
	d.put("short", u.Short)
	d.put("parent", datedField(u.Parents))
	d.put("caretaker", datedField(u.Caretakers))
	d.put("aliases", u.Aliases)
	d.slice = append(d.slice, yaml.MapItem{Key: "precedence", Value: u.Precedence}) // 0 is not what a missing one stands for
	d.put("from", u.Since)
	d.put("until", u.Until)
	d.put("successor", u.Successor)
	return d.slice
}

func programFields(p *models.Program) yaml.MapSlice {
	d := doc{}
	d.put("key", p.Key)
	d.put("name", p.Name)
	d.put("order", p.Sort)
	d.put("note", p.Note)
	d.put("default_scheme", p.DefaultScheme)
	if fields := airFields(p.Air); len(fields) > 0 {
		d.put("air", fields)
	}
	var groups, indicators, schemes, checks, rules []yaml.MapSlice
	for _, g := range p.Groups {
		f := doc{}
		f.put("key", g.Key)
		f.put("name", g.Name)
		f.put("members", memberFields(p.Members, g.Key))
		groups = append(groups, f.slice)
	}
	for i := range p.Indicators {
		indicators = append(indicators, indicatorFields(&p.Indicators[i]))
	}
	for i := range p.Schemes {
		schemes = append(schemes, schemeItem(&p.Schemes[i]))
	}
	for i := range p.Checks {
		checks = append(checks, checkFields(&p.Checks[i]))
	}
	for i := range p.Rules {
		rules = append(rules, ruleItem(&p.Rules[i]))
	}
	d.put("groups", groups)
	d.put("others", memberFields(p.Members, ""))
	d.slice = append(d.slice, yaml.MapItem{Key: "indicators", Value: indicators})
	d.put("schemes", schemes)
	d.put("checks", checks)
	d.put("escalation", rules)
	w := doc{}
	w.put("sheet_title", p.Wording.SheetTitle)
	w.put("box", p.Wording.Box)
	w.put("bulletin", p.Wording.Bulletin)
	var papers []yaml.MapSlice
	for i := range p.Wording.Papers {
		papers = append(papers, paperFields(&p.Wording.Papers[i]))
	}
	w.put("papers", papers)
	if len(w.slice) > 0 {
		d.put("wording", w.slice)
	}
	return d.slice
}

// memberFields gives the members of a group, in the order of their unit keys.
func memberFields(members []models.Member, group string) []yaml.MapSlice {
	var list []yaml.MapSlice
	for i := range members {
		if members[i].GroupKey == group {
			list = append(list, allMemberFields(&members[i])[1:])
		}
	}
	return list
}

// allMemberFields gives a membership; its first field, the group, stands outside of it in the file.
func allMemberFields(m *models.Member) yaml.MapSlice {
	d := doc{}
	d.slice = append(d.slice, yaml.MapItem{Key: "group", Value: m.GroupKey})
	d.put("unit", m.Unit)
	d.put("name", datedField(m.Names))
	d.put("from", m.Since)
	d.put("until", m.Until)
	return d.slice
}

// indicatorFields gives an indicator as its file has it.
func indicatorFields(v *models.Indicator) yaml.MapSlice {
	d := doc{}
	d.put("key", v.Key)
	d.put("name", v.Name)
	d.put("measure", v.Measure)
	d.put("decimals", v.Decimals)
	if v.Min != nil {
		d.put("min", v.Min.String())
	}
	if v.Max != nil {
		d.put("max", v.Max.String())
	}
	d.put("scope", v.Scope)
	d.put("formula", datedField(v.Formulas))
	d.put("zero_denominator", v.ZeroDenominator)
	d.put("accumulate", v.Accumulate)
	d.put("aliases", v.Aliases)
	d.put("from", v.Since)
	d.put("until", v.Until)
	d.put("from_days", v.FromDays)
	if v.DayDecimals != v.Decimals {
		d.slice = append(d.slice, yaml.MapItem{Key: "day_decimals", Value: v.DayDecimals})
	}
	if v.Thousandfold != nil {
		d.put("thousandfold", v.Thousandfold.String())
	}
	return d.slice
}

// checkFields gives a check as its file has it.
func checkFields(c *models.Check) yaml.MapSlice {
	d := doc{}
	d.put("key", c.Key)
	level := "error"
	if c.Warning {
		level = "warning"
	}
	d.put("level", level)
	d.put("scope", c.Scope)
	d.put("rule", datedField(c.Rules))
	d.put("message", c.Message)
	return d.slice
}

// schemeItem gives a ranking scheme as its file has it.
func schemeItem(s *models.Scheme) yaml.MapSlice {
	d := doc{}
	d.put("key", s.Key)
	d.put("name", s.Name)
	return versionFields(d, s.Versions, schemeFields)
}

// ruleItem gives an escalation rule as its file has it.
func ruleItem(r *models.Rule) yaml.MapSlice {
	d := doc{}
	d.put("key", r.Key)
	return versionFields(d, r.Versions, ruleFields)
}

// versionFields puts terms that have always held into the item itself, others under versions.
func versionFields[T any](d doc, versions month.Dated[T], fields func(T) yaml.MapSlice) yaml.MapSlice {
	if len(versions) == 1 && versions[0].From == 0 {
		return append(d.slice, fields(versions[0].Value)...)
	}
	var list []yaml.MapSlice
	for _, v := range versions {
		f := doc{}
		f.put("from", v.From)
		list = append(list, append(f.slice, fields(v.Value)...))
	}
	d.put("versions", list)
	return d.slice
}

func schemeFields(t models.SchemeTerms) yaml.MapSlice {
	d := doc{}
	d.put("ended", t.Ended)
	if t.Ended {
		return d.slice
	}
	d.put("groups", t.Groups)
	d.put("within", t.Within)
	var list []yaml.MapSlice
	for _, k := range t.Keys {
		f := doc{}
		f.put("indicator", k.Indicator)
		f.put("order", map[bool]string{true: "descending", false: "ascending"}[k.Descending])
		list = append(list, f.slice)
	}
	d.put("keys", list)
	d.put("tie_keys", t.TieKeys)
	d.put("sum_of", t.SumOf)
	d.put("ties", t.Ties)
	d.put("period", t.Period)
	d.put("accumulate", t.Accumulate)
	list = nil
	for _, e := range t.Exclude {
		f := doc{}
		f.put("unit", e.Unit)
		f.put("reason", e.Reason)
		list = append(list, f.slice)
	}
	d.put("exclude", list)
	list = nil
	for _, c := range t.ExcludeIf {
		f := doc{}
		f.put("rule", c.Rule)
		f.put("reason", c.Reason)
		list = append(list, f.slice)
	}
	d.put("exclude_if", list)
	list = nil
	for _, l := range t.Lists {
		list = append(list, listFields(l))
	}
	d.put("lists", list)
	list = nil
	for _, g := range t.Grades {
		f := doc{}
		f.put("groups", g.Groups)
		var bands []yaml.MapSlice
		for _, b := range g.Bands {
			bands = append(bands, yaml.MapSlice{{Key: "min", Value: b.Min.String()}, {Key: "grade", Value: b.Grade}})
		}
		f.put("bands", bands)
		list = append(list, f.slice)
	}
	d.put("grades", list)
	d.put("notes", t.Notes)
	return d.slice
}

func listFields(l models.List) yaml.MapSlice {
	d := doc{}
	d.put("key", l.Key)
	d.put("name", l.Name)
	d.put("groups", l.Groups)
	d.put("side", map[bool]string{true: "worst", false: "best"}[l.Worst])
	d.put("by", l.By)
	d.put("count", l.Count)
	if l.Threshold != nil {
		d.put("threshold", l.Threshold.String())
	}
	if l.Below {
		d.put("holds", "at_most")
	}
	if l.Split {
		d.put("ties", "split")
	}
	return d.slice
}

func ruleFields(t models.RuleTerms) yaml.MapSlice {
	d := doc{}
	d.put("ended", t.Ended)
	if t.Ended {
		return d.slice
	}
	d.put("scheme", t.Scheme)
	d.put("list", t.List)
	d.put("also_scheme", t.AlsoScheme)
	d.put("also_list", t.AlsoList)
	d.put("months", t.Months)
	d.put("within", t.Within)
	d.put("action", t.Action)
	d.put("addressee", t.Addressee)
	d.put("ladder", t.Ladder)
	d.put("step", t.Step)
	d.put("restart", t.Restart)
	if t.Bridge {
		d.put("gap", "bridge")
	}
	d.put("honour", t.Honour)
	if t.Inherit {
		d.put("successor", "inherit")
	}
	return d.slice
}
