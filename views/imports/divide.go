package imports

import (
	"slices"
	"strings"

	"yueping/app"
	"yueping/app/intake"
)

// divide asks about values that look like those of a unit a thousand times smaller, showing one of them.
// Nothing is divided without a yes; after a no they are among the refused cells, each to be looked at.
func (q *questions) divide(found app.ImportThousandfold) {
	p, ind, example := q.page, found.Indicator, found.Example
	small := smaller(ind.Measure)
	q.ask(p.kit.T("import.thousandfold", "indicator", ind.Name, "measure", ind.Measure, "small", small, "count", found.Count,
		"sheet", example.Sheet, "at", example.At, "found", example.Found),
		p.button(p.kit.T("import.thousandfold_no"), nil, func() { p.divide(ind.Key, false, true) }),
		p.button(p.kit.T("import.thousandfold_yes", "small", small), nil, func() { p.divide(ind.Key, true, true) }))
}

// divide says whether an indicator's values are to be divided, or takes back that somebody said so.
func (p *page) divide(key string, yes, said bool) {
	p.undivided[key] = said && !yes
	of := func(keys []string) []string {
		keys = slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return k == key })
		if yes {
			keys = append(keys, key)
		}
		return keys
	}
	p.request.Thousandths = of(p.request.Thousandths)
	if p.request.Layout != nil {
		p.correct(func(l *intake.Layout) { l.Thousandths = of(l.Thousandths) })
		return
	}
	p.readAgain()
}

// smaller is the unit of a thousandth: μg/m³ for mg/m³.
func smaller(measure string) string {
	if rest, milli := strings.CutPrefix(measure, "m"); milli {
		return "μ" + rest
	}
	return measure + "/1000"
}
