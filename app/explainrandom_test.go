package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// randomFormula draws a formula over names with every function of the language and of the host.
func randomFormula(t *rapid.T, names []string, depth int) string {
	name := func() string { return rapid.SampledFrom(names).Draw(t, "name") }
	if depth <= 0 {
		return rapid.SampledFrom([]func() string{name, name, name,
			func() string { return fmt.Sprint(rapid.IntRange(0, 20).Draw(t, "whole")) },
			func() string { return rapid.SampledFrom([]string{"0.5", "2.25", "90%", "12.5%"}).Draw(t, "literal") },
			func() string { return "last_month(" + name() + ")" },
			func() string { return "rounded(" + name() + ")" },
			func() string { return "rounded(last_month(" + name() + "))" },
			func() string { return "city(" + name() + ")" },
			func() string {
				// of what is entered: over a period the oracle would need everybody's formulas for more
				return rapid.SampledFrom([]string{"sum(", "mean(", "count("}).Draw(t, "aggregate") + rapid.SampledFrom(names[:6]).Draw(t, "entered") + rapid.SampledFrom([]string{")", ", all)"}).Draw(t, "over")
			},
		}).Draw(t, "leaf")()
	}
	sub := func() string { return randomFormula(t, names, depth-1) }
	truth := func() string {
		return sub() + rapid.SampledFrom([]string{" < ", " <= ", " > ", " >= ", " == ", " != "}).Draw(t, "compare") + sub()
	}
	return rapid.SampledFrom([]func() string{
		func() string { return "(" + sub() + " + " + sub() + ")" },
		func() string { return "(" + sub() + " - " + sub() + ")" },
		func() string { return "(" + sub() + " * " + sub() + ")" },
		func() string { return "(" + sub() + " / " + sub() + ")" },
		func() string { return "(-" + sub() + ")" },
		func() string { return "min(" + sub() + ", " + sub() + ")" },
		func() string { return "max(" + sub() + ", " + sub() + ", " + sub() + ")" },
		func() string { return "clamp(" + sub() + ", 1, 7)" },
		func() string { return "abs(" + sub() + ")" },
		func() string { return "round(" + sub() + ", 1)" },
		func() string { return "ceil(" + sub() + ", 0)" },
		func() string { return "floor(" + sub() + ", 2)" },
		func() string { return "default(" + sub() + ", " + sub() + ")" },
		func() string { return "deduct(" + sub() + ", 5, 20, 2)" },
		func() string { return "deduct(" + sub() + ", 5, 20, 2, 3)" },
		func() string { return "band(" + sub() + "; <=2: 10; <=5: 20; else: 0)" },
		func() string { return "if(" + truth() + ", " + sub() + ", " + sub() + ")" },
		func() string { return "if(not (" + truth() + ") and (" + truth() + "), " + sub() + ", " + sub() + ")" },
		func() string { return "if(" + truth() + " or " + truth() + ", " + sub() + ", " + sub() + ")" },
		func() string { return "index(pm10, pm25)" },
		func() string { return "index(co, last_month(pm25))" },
		func() string { return "if(within_limits(pm10, co), days_needed(), " + sub() + ")" },
	}).Draw(t, "form")()
}

// randomProgram draws a program of two groups, with derived indicators and rankings of every kind.
func randomProgram(t *rapid.T) (*models.Program, *models.Register) {
	p := &models.Program{Key: "p", Name: "考评", DefaultScheme: "s0", Groups: []models.Group{{Key: "g1", Name: "一组"}, {Key: "g2", Name: "二组"}}}
	units := []models.Unit{{Key: "city", Kind: models.KindCity, Names: month.Always("全市")}}
	for i := range 6 {
		key := fmt.Sprintf("u%d", i)
		units = append(units, models.Unit{Key: key, Kind: models.KindTownship, Names: month.Always(strings.ToUpper(key)), Precedence: 10 - i})
		p.Members = append(p.Members, models.Member{Unit: key, GroupKey: []string{"g1", "g2"}[i/4]})
	}
	everyone := []string{models.ScopeCity, models.ScopeMembers}
	names := []string{"a", "b", "c", "pm10", "pm25", "co"}
	for _, name := range names {
		ind := models.Indicator{Key: name, Name: "指标" + name, Decimals: 1, Scope: everyone, Accumulate: rapid.SampledFrom([]string{"mean", "sum"}).Draw(t, "accumulate")}
		if pollutant := air.Pollutant(name); pollutant.Known() {
			ind.Decimals = pollutant.Decimals()
		}
		p.Indicators = append(p.Indicators, ind)
	}
	for _, name := range []string{"x", "y", "z"} {
		p.Indicators = append(p.Indicators, models.Indicator{Key: name, Name: "指标" + name, Decimals: rapid.IntRange(0, 2).Draw(t, "decimals"),
			Percent: rapid.Bool().Draw(t, "percent"), Scope: everyone, Formulas: month.Always(randomFormula(t, names, rapid.IntRange(0, 3).Draw(t, "depth"))),
			ZeroDenominator: rapid.SampledFrom([]string{"", "100", "no_data", "not_assessed"}).Draw(t, "zero")})
		names = append(names, name)
	}
	for i := range 3 {
		p.Schemes = append(p.Schemes, models.Scheme{Key: fmt.Sprintf("s%d", i), Name: "排名", Versions: month.Always(randomTerms(t, names))})
	}
	p.Schemes = append(p.Schemes, models.Scheme{Key: "sum", Name: "名次和", Versions: month.Always(models.SchemeTerms{SumOf: []string{"s0", "s1"}, Ties: "competition"})})
	return p, models.NewRegister(units)
}

func randomTerms(t *rapid.T, names []string) models.SchemeTerms {
	draw := func(words ...string) string { return rapid.SampledFrom(words).Draw(t, "word") }
	terms := models.SchemeTerms{Ties: draw("competition", "dense", "ordinal"), Within: draw("", "group", "all"), Period: draw("", "", "year_to_date", "quarter"), Accumulate: draw("mean", "sum", "recompute")}
	for range rapid.IntRange(1, 2).Draw(t, "keys") {
		terms.Keys = append(terms.Keys, models.SchemeKey{Indicator: draw(names...), Descending: rapid.Bool().Draw(t, "descending")})
	}
	terms.TieKeys = rapid.IntRange(0, len(terms.Keys)).Draw(t, "tie keys")
	if rapid.Bool().Draw(t, "exclude if") {
		terms.ExcludeIf = []models.Condition{{Rule: draw("a > 4", "x < b and c >= 1", "not a == b", "last_month(a) > a"), Reason: "规定"}}
	}
	if rapid.Bool().Draw(t, "exclude") {
		terms.Exclude = []models.Exclusion{{Unit: "u2", Reason: "不列入"}}
	}
	threshold, share := number.MustParse("3"), number.MustParse("0.3")
	count := rapid.IntRange(1, 4).Draw(t, "count")
	terms.Lists = []models.List{
		{Key: "worst", Name: "后几名", Worst: true, By: "rows", Count: count, Split: rapid.Bool().Draw(t, "split")},
		{Key: "best", Name: "前几名", By: "rows", Count: count},
		{Key: "levels", Name: "几档", By: "levels", Count: count, Worst: rapid.Bool().Draw(t, "worst levels")},
		{Key: "over", Name: "达标", By: "threshold", Threshold: &threshold, Below: rapid.Bool().Draw(t, "below")},
		{Key: "share", Name: "三成", By: "percent", Threshold: &share, Worst: true},
	}
	terms.Grades = []models.GradeScale{{Groups: []string{"g1"}, Bands: []models.GradeBand{{Min: number.MustParse("5"), Grade: "优"}, {Min: number.MustParse("2"), Grade: "良"}}}}
	return terms
}

// TestExplanationsOfRandomPrograms recalculates the explanations of random programs on random months.
func TestExplanationsOfRandomPrograms(t *testing.T) {
	standards := params(t).Standards
	at, total := month.Of(2026, 3), 0
	book := params(t).Text
	rapid.Check(t, func(t *rapid.T) {
		p, register := randomProgram(t)
		data := map[month.Month][]func(*appraise.Table){}
		for _, m := range []month.Month{at - 2, at - 1, at} {
			for _, unit := range []string{"city", "u0", "u1", "u2", "u3", "u4", "u5"} {
				for i := range 6 {
					key, value := p.Indicators[i].Key, rapid.SampledFrom([]string{"0", "1", "1.5", "2", "4", "7", "12", "no_data", "not_assessed", ""}).Draw(t, "value")
					data[m] = append(data[m], func(table *appraise.Table) { table.Set(key, unit, content(value)) })
				}
			}
		}
		c := &appraise.Context{Register: register, Program: p, Standards: standards, Earliest: at - 2}
		c.Load = func(m month.Month) (*appraise.Table, error) {
			table := c.NewTable(m)
			for _, set := range data[m] {
				set(table)
			}
			return table, table.Calculate()
		}
		table, err := c.Table(at)
		if fault.CodeOf(err) == "indicator.calculation" {
			return // a number too long for a table is a fault, and nothing to explain
		}
		if err != nil {
			t.Fatal(err)
		}
		proof := &prover{tables: func(m month.Month) *appraise.Table {
			other, err := c.Table(m)
			if err != nil {
				t.Fatal(err)
			}
			return other
		}}
		for i := range p.Schemes {
			r, err := table.Rank(p.Schemes[i].Key)
			if err != nil {
				continue
			}
			explainer, err := table.Explainer(p.Schemes[i].Key)
			if err != nil {
				t.Fatal(err)
			}
			for _, u := range table.Units {
				if !explainer.Has(u.Key) {
					continue
				}
				x, err := explainer.Unit(u.Key)
				if err != nil {
					t.Fatal(err)
				}
				proof.explanation(x, r)
				e := &Explained{Month: &Month{Program: p, At: at, Table: table}, Unit: u, Name: x.Name, Schemes: []*appraise.Explanation{x}}
				for _, line := range ExplainLines(book, e) {
					if strings.Contains(line.Text, "<no value>") || strings.Contains(line.Text, "explain.") {
						t.Fatal(line.Text)
					}
				}
			}
		}
		total += proof.steps
		if len(proof.wrong) > 0 {
			t.Fatal(strings.Join(proof.wrong, "\n"), "\n", formulas(p))
		}
	})
	t.Logf("%d steps", total)
}

func formulas(p *models.Program) string {
	var all []string
	for _, i := range slices.Backward(p.Indicators) {
		if i.Derived() {
			all = append(all, i.Key+" = "+i.Formulas.Last())
		}
	}
	return strings.Join(all, "\n")
}
