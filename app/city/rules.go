package city

import (
	"slices"
	"strconv"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
)

// versions reads terms that stand in the item itself, or in a list `versions` of {from, …}.
func versions[T any](item value, own []string, names []string, read func(fields) T) (fields, month.Dated[T]) {
	f := item.fields(append(append(own, "versions"), names...)...)
	if !f.get("versions").present() {
		return f, month.Always(read(f))
	}
	for _, name := range names {
		if v := f.get(name); v.present() {
			v.wrong("city.beside_versions", "key", name)
		}
	}
	var result month.Dated[T]
	for _, v := range f.get("versions").items() {
		terms := v.fields(append([]string{"from"}, names...)...)
		result = append(result, month.Since[T]{From: terms.get("from").month(), Value: read(terms)})
	}
	inOrder(f.get("versions"), result)
	return f, result
}

var schemeNames = []string{"groups", "within", "keys", "tie_keys", "sum_of", "ties", "period", "accumulate", "exclude", "exclude_if", "lists", "grades", "notes", "ended"}

func (r *programReader) scheme(i int, item value) {
	f, v := versions(item, []string{"key", "name"}, schemeNames, r.schemeTerms)
	s := models.Scheme{Program: r.program.Key, Key: f.need("key").key(), Name: f.need("name").filled(), Sort: i + 1, Versions: v}
	if r.program.Scheme(s.Key) != nil {
		f.get("key").wrong("city.key_twice")
		return
	}
	r.program.Schemes = append(r.program.Schemes, s)
}

func (r *programReader) schemeTerms(f fields) models.SchemeTerms {
	if f.get("ended").flag() {
		return models.SchemeTerms{Ended: true}
	}
	t := models.SchemeTerms{
		Groups:     f.get("groups").texts(),
		Within:     f.get("within").choice("", models.WithinGroup, models.WithinCounty, models.WithinAll),
		SumOf:      f.get("sum_of").texts(),
		Ties:       f.get("ties").choice("competition", "competition", "dense", "ordinal"),
		Period:     f.get("period").choice("", models.PeriodMonth, models.PeriodYearToDate, models.PeriodQuarter, models.PeriodYear),
		Accumulate: f.get("accumulate").choice("", models.AccumulateMean, models.AccumulateSum, models.AccumulateRecompute),
		Notes:      f.get("notes").texts(),
	}
	r.groupsKnown(f.get("groups"), t.Groups)
	r.later = append(r.later, func() { r.schemeSums(f, t) })
	for _, item := range f.get("exclude").items() {
		e := item.fields("unit", "reason")
		exclusion := models.Exclusion{Unit: e.need("unit").text(), Reason: e.need("reason").filled()}
		if r.units.byKey[exclusion.Unit] == nil && !r.units.lost && exclusion.Unit != "" {
			e.get("unit").wrong("city.unknown_unit", "unit", exclusion.Unit)
		}
		t.Exclude = append(t.Exclude, exclusion)
	}
	for _, item := range f.get("exclude_if").items() {
		c := item.fields("rule", "reason")
		condition := models.Condition{Reason: c.need("reason").filled()}
		if rule := c.need("rule"); rule.present() {
			condition.Rule = r.formula(rule, "", true)
		}
		t.ExcludeIf = append(t.ExcludeIf, condition)
	}
	keys := f.get("keys")
	if len(t.SumOf) == 0 {
		keys = f.need("keys")
	}
	for _, item := range keys.items() {
		k := item.fields("indicator", "order")
		key := models.SchemeKey{
			Indicator:  k.need("indicator").text(),
			Descending: k.get("order").choice("ascending", "ascending", "descending") == "descending",
		}
		k.need("order")
		if r.program.Indicator(key.Indicator) == nil {
			k.get("indicator").wrong("city.unknown_indicator", "indicator", key.Indicator, "allowed", r.indicatorKeys())
		}
		t.Keys = append(t.Keys, key)
	}
	if keys.present() && len(t.Keys) == 0 {
		keys.wrong("city.empty_list")
	}
	t.TieKeys = f.get("tie_keys").whole(1, max(len(t.Keys), 1), 0)
	for _, item := range f.get("lists").items() {
		t.Lists = append(t.Lists, r.list(item, t.Lists))
	}
	for _, item := range f.get("grades").items() {
		g := item.fields("groups", "bands")
		scale := models.GradeScale{Groups: g.get("groups").texts()}
		r.groupsKnown(g.get("groups"), scale.Groups)
		bands := g.need("bands")
		if bands.isList() && len(bands.items()) == 0 {
			bands.wrong("city.empty_list")
		}
		for _, band := range bands.items() {
			b := band.fields("min", "grade")
			if least := b.need("min").decimal(); least != nil {
				if n := len(scale.Bands); n > 0 && scale.Bands[n-1].Min.Cmp(*least) <= 0 {
					b.get("min").wrong("city.bands_order")
				}
				scale.Bands = append(scale.Bands, models.GradeBand{Min: *least, Grade: b.need("grade").filled()})
			}
		}
		t.Grades = append(t.Grades, scale)
	}
	return t
}

// schemeSums refuses what does not go together: ranks are added up of the program's other schemes, a
// longer period needs a way to accumulate, and the month alone takes none.
func (r *programReader) schemeSums(f fields, t models.SchemeTerms) {
	for i, key := range t.SumOf {
		if slices.Contains(t.SumOf[:i], key) {
			f.get("sum_of").wrong("city.key_twice")
		}
		other := r.program.Scheme(key)
		if other == nil {
			f.get("sum_of").wrong("city.unknown_scheme", "scheme", key, "allowed", keys(r.program.Schemes, func(s models.Scheme) string { return s.Key }))
			continue
		}
		for _, v := range other.Versions {
			if len(v.Value.SumOf) > 0 {
				f.get("sum_of").wrong("city.sum_of_sums", "scheme", key)
			}
		}
	}
	if keys := f.get("keys"); len(t.SumOf) > 0 && keys.present() {
		keys.wrong("city.not_beside", "key", "sum_of")
	}
	if period := f.get("period"); len(t.SumOf) > 0 && t.Period != "" && t.Period != models.PeriodMonth {
		period.wrong("city.not_beside", "key", "sum_of")
	}
	longer := t.Period != "" && t.Period != models.PeriodMonth
	if longer && t.Accumulate == "" {
		f.need("accumulate")
	}
	if a := f.get("accumulate"); !longer && a.present() {
		a.wrong("city.not_beside", "key", "period: month")
	}
}

func (r *programReader) list(item value, before []models.List) models.List {
	f := item.fields("key", "name", "groups", "side", "by", "count", "threshold", "holds", "ties")
	l := models.List{
		Key: f.need("key").key(), Name: f.need("name").filled(), Groups: f.get("groups").texts(),
		Worst:     f.need("side").choice("best", "best", "worst") == "worst",
		By:        f.get("by").choice("rows", "rows", "levels", "threshold", "percent"),
		Count:     f.get("count").whole(1, 1<<20, 0),
		Threshold: f.get("threshold").decimal(),
		Below:     f.get("holds").choice("at_least", "at_least", "at_most") == "at_most",
		Split:     f.get("ties").choice("keep", "keep", "split") == "split",
	}
	r.groupsKnown(f.get("groups"), l.Groups)
	switch l.By {
	case "rows", "levels":
		f.need("count")
	default:
		f.need("threshold")
	}
	if l.By == "percent" && l.Threshold != nil && appraise.Cut(l).Check() != nil {
		f.get("threshold").wrong("city.share_expected")
	}
	for _, other := range before {
		if other.Key == l.Key && overlap(other.Groups, l.Groups) {
			f.get("key").wrong("city.key_twice")
		}
	}
	return l
}

// overlap reports whether two choices of groups share one; no choice is all.
func overlap(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, g := range a {
		if models.In(b, g) {
			return true
		}
	}
	return false
}

func (r *programReader) groupsKnown(at value, groups []string) {
	for _, g := range groups {
		if r.program.Group(g) == nil {
			at.wrong("city.unknown_group", "group", g, "allowed", keys(r.program.Groups, func(g models.Group) string { return g.Key }))
		}
	}
}

func (r *programReader) indicatorKeys() string {
	return keys(r.program.Indicators, func(i models.Indicator) string { return i.Key })
}

func (r *programReader) rule(i int, item value) {
	names := []string{"scheme", "list", "also_scheme", "also_list", "months", "within", "action", "addressee", "ladder", "step", "restart", "gap", "honour", "successor", "ended"}
	f, v := versions(item, []string{"key"}, names, r.ruleTerms)
	rule := models.Rule{Program: r.program.Key, Key: f.need("key").key(), Sort: i + 1, Versions: v}
	for _, other := range r.program.Rules {
		if other.Key == rule.Key {
			f.get("key").wrong("city.key_twice")
		}
	}
	r.program.Rules = append(r.program.Rules, rule)
}

func (r *programReader) ruleTerms(f fields) models.RuleTerms {
	if f.get("ended").flag() {
		return models.RuleTerms{Ended: true}
	}
	t := models.RuleTerms{
		Scheme: f.need("scheme").text(), List: f.need("list").text(),
		AlsoScheme: f.get("also_scheme").text(), AlsoList: f.get("also_list").text(),
		Months: f.get("months").whole(1, 120, 1), Within: "running",
		Action: f.need("action").filled(), Addressee: f.get("addressee").text(),
		Ladder: f.get("ladder").text(), Step: f.get("step").whole(1, 100, 0),
		Restart: f.get("restart").flag(), Bridge: f.get("gap").choice("break", "break", "bridge") == "bridge",
		Honour: f.get("honour").flag(), Inherit: f.get("successor").choice("anew", "anew", "inherit") == "inherit",
	}
	if within := f.get("within"); within.present() {
		t.Within, _ = within.scalar()
		if n, err := strconv.Atoi(t.Within); t.Within != "running" && t.Within != "year" && (err != nil || n < t.Months || n > 120) {
			within.wrong("city.choice_expected", "allowed", "running, year, 1…120")
		}
		if t.Within == "year" && t.Months > 12 {
			f.get("months").wrong("city.whole_number_expected", "least", 1, "most", 12)
		}
	}
	if t.Ladder != "" {
		f.need("step")
	}
	r.listKnown(f.get("scheme"), f.get("list"), t.Scheme, t.List)
	if t.AlsoScheme != "" || t.AlsoList != "" {
		r.listKnown(f.need("also_scheme"), f.need("also_list"), t.AlsoScheme, t.AlsoList)
	}
	return t
}

func (r *programReader) listKnown(schemeAt, listAt value, scheme, list string) {
	s := r.program.Scheme(scheme)
	if s == nil {
		if schemeAt.present() {
			schemeAt.wrong("city.unknown_scheme", "scheme", scheme, "allowed", keys(r.program.Schemes, func(s models.Scheme) string { return s.Key }))
		}
		return
	}
	var known []string
	for _, v := range s.Versions {
		for _, l := range v.Value.Lists {
			if l.Key == list {
				return
			}
			if !slices.Contains(known, l.Key) {
				known = append(known, l.Key)
			}
		}
	}
	if listAt.present() {
		listAt.wrong("city.unknown_list", "list", list, "allowed", keys(known, func(s string) string { return s }))
	}
}
