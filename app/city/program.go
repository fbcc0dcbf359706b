package city

import (
	"slices"
	"strings"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
)

// readProgram reads a program's file; before holds the programs read so far.
func (l Loader) readProgram(doc value, units units, before *City) models.Program {
	f := doc.fields("key", "name", "order", "note", "default_scheme", "air", "groups", "others", "indicators",
		"schemes", "checks", "escalation", "wording")
	p := models.Program{
		Key:           f.need("key").key(),
		Name:          f.need("name").filled(),
		Sort:          f.get("order").whole(0, 1<<20, 0),
		Note:          f.get("note").text(),
		DefaultScheme: f.get("default_scheme").text(),
	}
	if p.Key+".yaml" == unitsFile || p.Key+".yaml" == sampleFile {
		f.get("key").wrong("city.program_reserved")
	}
	if p.Key != "" && before.program(p.Key) != nil {
		f.get("key").wrong("city.program_twice", "key", p.Key)
	}
	p.Air = readAir(f.get("air"))
	r := programReader{program: &p, units: units}
	for i, item := range f.get("groups").items() {
		r.group(i, item)
	}
	r.members(f.get("others"), "")
	for i, item := range f.need("indicators").items() {
		r.indicator(i, item)
	}
	for i, item := range f.get("schemes").items() {
		r.scheme(i, item)
	}
	for _, check := range r.later {
		check()
	}
	for i, item := range f.get("checks").items() {
		r.check(i, item)
	}
	for i, item := range f.get("escalation").items() {
		r.rule(i, item)
	}
	if d := f.get("default_scheme"); d.present() && p.Scheme(p.DefaultScheme) == nil {
		d.wrong("city.unknown_scheme", "scheme", p.DefaultScheme, "allowed", keys(p.Schemes, func(s models.Scheme) string { return s.Key }))
	} else if !d.present() && len(p.Schemes) > 0 {
		p.DefaultScheme = p.Schemes[0].Key
	}
	p.Wording = l.wordings(f.get("wording"), &p)
	r.compile()
	return p
}

type programReader struct {
	program  *models.Program
	units    units
	formulas []placedFormula
	later    []func() // what can be checked when all schemes are known
}

// placedFormula is a formula and the place in the file where it stands.
type placedFormula struct {
	at        value
	indicator string
	condition bool
	source    string
}

func keys[T any](list []T, key func(T) string) string {
	names := make([]string, len(list))
	for i, v := range list {
		names[i] = key(v)
	}
	return strings.Join(names, ", ")
}

func (r *programReader) group(i int, item value) {
	f := item.fields("key", "name", "members")
	g := models.Group{Program: r.program.Key, Key: f.need("key").key(), Name: f.need("name").filled(), Sort: i + 1}
	if r.program.Group(g.Key) != nil {
		f.get("key").wrong("city.key_twice")
		return
	}
	if slices.Contains([]string{models.ScopeCity, models.ScopeMembers, models.ScopeOthers}, g.Key) {
		f.get("key").wrong("city.key_reserved")
	}
	r.program.Groups = append(r.program.Groups, g)
	members := f.need("members")
	if members.isList() && len(members.items()) == 0 {
		members.wrong("city.empty_group", "group", g.Name)
	}
	r.members(members, g.Key)
}

func (r *programReader) members(list value, group string) {
	for _, item := range list.items() {
		m := models.Member{Program: r.program.Key, GroupKey: group}
		at := item
		if item.isMapping() {
			f := item.fields("unit", "name", "from", "until")
			at = f.need("unit")
			m.Names = dated(f.get("name"), value.filled)
			m.Since, m.Until = f.get("from").month(), f.get("until").month()
			if m.Until != 0 && m.Until <= m.Since {
				f.get("until").wrong("city.dates_overlap", "from", m.Until.String(), "before", m.Since.String())
			}
		}
		m.Unit = at.text()
		if r.units.byKey[m.Unit] == nil {
			if !r.units.lost && m.Unit != "" {
				at.wrong("city.unknown_unit", "unit", m.Unit)
			}
			continue
		}
		for _, other := range r.program.Members {
			if other.Unit == m.Unit && (other.Until == 0 || m.Since < other.Until) && (m.Until == 0 || other.Since < m.Until) {
				at.wrong("city.member_twice", "unit", m.Unit)
			}
		}
		r.program.Members = append(r.program.Members, m)
	}
}

func (r *programReader) indicator(i int, item value) {
	f := item.fields("key", "name", "measure", "decimals", "min", "max", "scope", "formula", "zero_denominator", "aliases",
		"accumulate", "from", "until", "from_days", "day_decimals", "thousandfold")
	v := models.Indicator{
		Program: r.program.Key, Key: f.need("key").key(), Name: f.need("name").filled(), Sort: i + 1,
		Measure: f.get("measure").text(), Decimals: f.get("decimals").whole(0, 12, 0),
		Min: f.get("min").decimal(), Max: f.get("max").decimal(),
		Scope: f.get("scope").texts(), Aliases: f.get("aliases").texts(),
		Accumulate: f.get("accumulate").choice(models.AccumulateMean, models.AccumulateMean, models.AccumulateSum),
		Since:      f.get("from").month(), Until: f.get("until").month(),
	}
	if v.Until != 0 && v.Until <= v.Since {
		f.get("until").wrong("city.dates_overlap", "from", v.Until.String(), "before", v.Since.String())
	}
	v.Percent = v.Measure == "%"
	v.FromDays = f.get("from_days").choice("", append(slices.Clone(models.DayStatistics), models.DayCounts...)...)
	v.DayDecimals = f.get("day_decimals").whole(0, 12, v.Decimals)
	v.Thousandfold = f.get("thousandfold").decimal()
	onlyDaily(f, v)
	if r.program.Indicator(v.Key) != nil {
		f.get("key").wrong("city.key_twice")
		return
	}
	if strings.Contains(v.Key, "-") {
		f.get("key").wrong("city.indicator_key")
	}
	if len(v.Scope) == 0 {
		v.Scope = []string{models.ScopeMembers}
	}
	r.scope(f.get("scope"), v.Scope)
	if v.Min != nil && v.Max != nil && v.Min.Cmp(*v.Max) > 0 {
		f.get("max").wrong("city.bounds_crossed")
	}
	v.Formulas = dated(f.get("formula"), func(at value) string { return r.formula(at, v.Key, false) })
	if zero := f.get("zero_denominator"); zero.present() {
		v.ZeroDenominator, _ = zero.scalar()
		if v.ZeroDenominator != string(models.NoData) && v.ZeroDenominator != string(models.NotAssessed) {
			if n := zero.decimal(); n != nil {
				v.ZeroDenominator = n.String()
			}
		}
	}
	r.program.Indicators = append(r.program.Indicators, v)
}

// onlyDaily refuses what an indicator without values by day cannot have.
func onlyDaily(f fields, v models.Indicator) {
	if days := f.get("from_days"); days.present() && f.get("formula").present() {
		days.wrong("city.not_beside", "key", "formula")
	}
	if decimals := f.get("day_decimals"); decimals.present() && !v.Daily() {
		decimals.wrong("city.needs_beside", "key", "from_days: "+strings.Join(models.DayStatistics, ", "))
	}
	thousandfold := f.get("thousandfold")
	if thousandfold.present() && f.get("formula").present() {
		thousandfold.wrong("city.not_beside", "key", "formula")
	}
	if v.Thousandfold != nil && v.Thousandfold.Sign() <= 0 {
		thousandfold.wrong("city.not_positive")
	}
}

func (r *programReader) scope(at value, scope []string) {
	for _, s := range scope {
		switch s {
		case models.ScopeCity, models.ScopeMembers, models.ScopeOthers:
		default:
			if r.program.Group(s) == nil {
				at.wrong("city.unknown_group", "group", s, "allowed", models.ScopeCity+", "+models.ScopeMembers+", "+models.ScopeOthers+", "+
					keys(r.program.Groups, func(g models.Group) string { return g.Key }))
			}
		}
	}
}

// formula keeps a formula's text and remembers its place; it is compiled when all indicators are known.
// A bare number is a formula, too.
func (r *programReader) formula(at value, indicator string, condition bool) string {
	s, ok := at.scalar()
	if !ok && at.present() {
		at.wrong("city.text_expected")
	}
	r.formulas = append(r.formulas, placedFormula{at, indicator, condition, s})
	return s
}

func (r *programReader) check(i int, item value) {
	f := item.fields("key", "level", "rule", "message", "scope")
	c := models.Check{
		Program: r.program.Key, Key: f.need("key").key(), Sort: i + 1,
		Warning: f.get("level").choice("error", "error", "warning") == "warning",
		Message: f.need("message").filled(), Scope: f.get("scope").texts(),
	}
	for _, other := range r.program.Checks {
		if other.Key == c.Key {
			f.get("key").wrong("city.key_twice")
		}
	}
	if len(c.Scope) == 0 {
		c.Scope = []string{models.ScopeMembers}
	}
	r.scope(f.get("scope"), c.Scope)
	c.Rules = dated(f.need("rule"), func(at value) string { return r.formula(at, "", true) })
	r.program.Checks = append(r.program.Checks, c)
}

// compile tries every formula against the program's indicators and reports each fault at its place
// in the file.
func (r *programReader) compile() {
	for _, p := range r.formulas {
		err := appraise.TryFormula(r.program, p.indicator, p.source, p.condition)
		for _, f := range fault.All(err) {
			line, column := p.at.inside(f.Args)
			p.at.file.add(f.With("file", p.at.file.name, "line", line, "column", column, "path", p.at.path))
		}
	}
	for _, f := range fault.All(appraise.TryOrder(r.program)) {
		at := r.formulas[0].at
		for _, p := range r.formulas {
			if p.indicator != "" && p.indicator == f.Args["indicator"] {
				at = p.at
			}
		}
		circle, _ := f.Args["path"].([]string)
		line, column := at.position()
		at.file.add(f.With("file", at.file.name, "line", line, "column", column, "path", strings.Join(circle, " → ")))
	}
}
