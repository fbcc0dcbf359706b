package app

import (
	"cmp"
	"strconv"
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/formula"
	"yueping/models/month"
	"yueping/models/number"
)

// methodSheets is 算法说明: by what rules the month was calculated, and since when they hold.
func (w *Workspace) methodSheets(m *Month) []workbook.Sheet {
	t := w.text
	s := w.exportSheet(m, t.T("export.method"))
	s.Columns = []workbook.Column{{Title: t.T("export.method_kind"), Text: true}, {Title: t.T("export.method_name"), Text: true}, {Title: t.T("export.method_rule"), Text: true, Width: methodWidth}, {Title: t.T("export.method_since"), Text: true}}
	method := method{m: m, w: &explaining{t: t}, sheet: &s}
	method.formulas()
	method.limits()
	method.schemes()
	method.rules()
	s.Notes = append(s.Notes, t.T("export.method_states"))
	return []workbook.Sheet{s}
}

// methodWidth leaves room for the other columns on an upright page.
const methodWidth = 56

// method writes the rows of 算法说明.
type method struct {
	m     *Month
	w     *explaining
	sheet *workbook.Sheet
}

func (x *method) say(kind, name, rule string, since month.Month) {
	x.sheet.Rows = append(x.sheet.Rows, []workbook.Cell{workbook.Words(x.w.word("export.method." + kind)), workbook.Words(name), workbook.Words(rule), workbook.Words(x.w.since(since))})
}

// formulas are those of the derived indicators, with how their results are rounded.
func (x *method) formulas() {
	for i := range x.m.Program.Indicators {
		ind := &x.m.Program.Indicators[i]
		if !ind.Derived() || !ind.Holds(x.m.At) {
			continue
		}
		version, known := ind.Formulas.Version(x.m.At)
		if !known {
			continue
		}
		rule := ind.Name + " = " + x.w.formula(x.m.Table.Named(version.Value)) + "；" + roundingWords(x.w.t, formula.HalfEven, ind.Places(), ind.Percent)
		if zero := ind.ZeroDenominator; zero != "" {
			if state := models.State(zero); state == models.NoData || state == models.NotAssessed {
				zero = StateWord(x.w.t, state)
			}
			rule += "；" + x.w.word("export.zero_denominator", "result", zero)
		}
		x.say("formula", ind.Name, rule, version.From)
	}
}

// limits are those of the pollutants that the program has, with the standard that sets them.
func (x *method) limits() {
	if x.m.context.Standards == nil {
		return
	}
	for _, p := range air.Six() {
		limit, since, known := x.m.context.Standards.Limit(p, x.m.At)
		if ind := x.m.Program.Indicator(string(p)); known && ind != nil && ind.Holds(x.m.At) {
			x.say("limit", p.Name(), withMeasure(ind, limit.Value.String())+"（"+limit.Source+"）", since)
		}
	}
	weights, _ := x.m.Program.Air.Weights.Version(x.m.At)
	for _, p := range air.Six() {
		if weight, weighted := weights.Value[p]; weighted {
			x.say("weight", p.Name(), weight.String(), weights.From)
		}
	}
}

// schemes are the rankings: by what, how ties stand, who is left out, the lists and the grades.
func (x *method) schemes() {
	p := x.m.Program
	for i := range p.Schemes {
		s := &p.Schemes[i]
		version, known := s.Versions.Version(x.m.At)
		terms := version.Value
		if !known || terms.Ended {
			continue
		}
		say := func(kind, rule string) { x.say(kind, s.Name, rule, version.From) }
		say("scheme", SchemeWords(x.w.t, p, terms))
		say("ties", x.w.word("explain.ties."+terms.Ties, "keys", terms.TieKeys, "all", len(terms.Keys)))
		for _, l := range terms.Lists {
			say("list", x.list(l, terms))
		}
		for _, g := range terms.Grades {
			say("grade", x.grades(g, terms))
		}
		for _, e := range terms.Exclude {
			say("exclude", x.m.unitName(e.Unit)+"："+e.Reason)
		}
		for _, c := range terms.ExcludeIf {
			say("exclude", x.w.formula(x.m.Table.Named(c.Rule))+"："+c.Reason)
		}
	}
}

// rules are those of escalation.
func (x *method) rules() {
	p := x.m.Program
	for i := range p.Rules {
		version, known := p.Rules[i].Versions.Version(x.m.At)
		if !known || version.Value.Ended {
			continue
		}
		x.say("rule", strings.TrimSpace(version.Value.Action+" "+version.Value.Addressee), RuleWords(x.w.t, p, version.Value, x.m.At), version.From)
	}
}

// list says what a list holds: 后10名：取最后10个单位（末位并列的一起列入）.
func (x *method) list(l models.List, terms models.SchemeTerms) string {
	side := "best"
	switch {
	case l.By == "threshold" && l.Below:
		side = "at_most"
	case l.By == "threshold":
		side = "at_least"
	case l.Worst:
		side = "worst"
	}
	size := strconv.Itoa(l.Count)
	if l.Threshold != nil {
		size = x.figure(terms, *l.Threshold)
		if l.By == "percent" {
			size = ExactWords(number.Of(*l.Threshold).Mul(number.Int(100)))
		}
	}
	words := x.w.word("schemes.list."+cmp.Or(l.By, "rows")+"."+side, "size", size)
	if l.By != "threshold" {
		cut := "schemes.cut.keep"
		if l.Split {
			cut = "schemes.cut.split"
		}
		words += "（" + x.w.word(cut) + "）"
	}
	if len(l.Groups) > 0 {
		words = joinedWords(x.w.t, groupNames(x.m.Program, l.Groups)) + "：" + words
	}
	return l.Name + "：" + words
}

// grades says what earns each grade.
func (x *method) grades(g models.GradeScale, terms models.SchemeTerms) string {
	bands := make([]string, len(g.Bands))
	for i, b := range g.Bands {
		bands[i] = x.w.word("explain.band", "grade", b.Grade, "min", x.figure(terms, b.Min))
	}
	words := strings.Join(bands, "，")
	if len(g.Groups) > 0 {
		words = joinedWords(x.w.t, groupNames(x.m.Program, g.Groups)) + "：" + words
	}
	return words
}

// figure writes a value of a scheme's first key.
func (x *method) figure(terms models.SchemeTerms, n number.Number) string {
	if len(terms.Keys) > 0 {
		if ind := x.m.Program.Indicator(terms.Keys[0].Indicator); ind != nil {
			return Fixed(ind, n)
		}
	}
	return n.String()
}
