package appraise

import (
	"fmt"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

func TestDerived(t *testing.T) {
	for _, c := range []struct {
		name, formula, zero, unit string
		data                      months
		want                      string
	}{
		{name: "a quotient, rounded half to even", formula: "a / b", unit: "u1", data: months{october: {"a u1 1", "b u1 8"}}, want: "0.12"},
		{name: "nothing there", formula: "a + b", unit: "u1", data: months{october: {"a u2 1"}}, want: " 指标a= 指标b="},
		{name: "no data", formula: "a + b", unit: "u1", data: months{october: {"a u1 1", "b u1 no_data"}}, want: "no_data 指标b=no_data"},
		{name: "not assessed decides", formula: "a + b", unit: "u1", data: months{october: {"a u1 not_assessed", "b u1 no_data"}}, want: "not_assessed 指标a=not_assessed 指标b=no_data"},
		{name: "no data before not reported", formula: "a + b", unit: "u1", data: months{october: {"b u1 no_data"}}, want: "no_data 指标a= 指标b=no_data"},
		{name: "a branch not taken asks for nothing", formula: "if(a > 0, a, b)", unit: "u1", data: months{october: {"a u1 1"}}, want: "1"},
		{name: "a fallback", formula: "default(a, 7)", unit: "u1", data: months{october: {"a u1 no_data"}}, want: "7"},

		{name: "zero denominator, no data", formula: "a / b", zero: "no_data", unit: "u1", data: months{october: {"a u1 1", "b u1 0"}}, want: "no_data 指标b=number"},
		{name: "zero denominator, not assessed", formula: "a / b", zero: "not_assessed", unit: "u1", data: months{october: {"a u1 1", "b u1 0"}}, want: "not_assessed 指标b=number"},
		{name: "zero denominator, a number", formula: "a / b", zero: "1", unit: "u1", data: months{october: {"a u1 1", "b u1 0"}}, want: "1"},
		{name: "zero denominator, zero", formula: "a / b", zero: "0", unit: "u1", data: months{october: {"a u1 1", "b u1 0"}}, want: "0"},
		{name: "zero denominator, a number for the whole formula", formula: "60 * a / b + 30 * a / b + 10", zero: "100", unit: "u1", data: months{october: {"a u1 1", "b u1 0"}}, want: "100"},
		{name: "a zero denominator beside what is missing", formula: "a / 0 + b", zero: "100", unit: "u1", data: months{october: {"a u1 1"}}, want: "no_data 0=number 指标b="},
		{name: "zero denominator by default", formula: "a / b", unit: "u1", data: months{october: {"a u1 1", "b u1 0"}}, want: "no_data 指标b=number"},
		{name: "a zero sum below", formula: "a / (b - 1)", unit: "u1", data: months{october: {"a u1 1", "b u1 1"}}, want: "no_data 指标b - 1=number"},
		{name: "zero by zero", formula: "a / b", zero: "1", unit: "u1", data: months{october: {"a u1 0", "b u1 0"}}, want: "1"},
		{name: "a denominator not reported is no zero", formula: "a / b", zero: "1", unit: "u1", data: months{october: {"a u1 1"}}, want: " 指标b="},

		{name: "sum over the group", formula: "sum(a, group)", unit: "u1", data: months{october: {"a u1 1", "a u2 2", "a v1 4", "a other 8", "a city 16"}}, want: "3"},
		{name: "sum over all, the city and its own figure left out", formula: "sum(a, all)", unit: "u1", data: months{october: {"a u1 1", "a u2 2", "a v1 4", "a other 8", "a city 16"}}, want: "15"},
		{name: "sum over all, seen from the city", formula: "sum(a, all)", unit: "city", data: months{october: {"a u1 1", "a city 16"}}, want: "1"},
		{name: "sum of what is there", formula: "sum(a, group)", unit: "u1", data: months{october: {"a u1 1", "a u2 no_data"}}, want: "1"},
		{name: "sum of nothing", formula: "sum(a, all)", unit: "u1", data: months{october: {"a city 5", "a u2 no_data"}}, want: " sum(指标a, all)="},
		{name: "count of nothing", formula: "count(a, all)", unit: "u1", data: months{october: {"a city 5"}}, want: "0"},
		{name: "mean", formula: "mean(a, group)", unit: "u3", data: months{october: {"a u1 1", "a u2 2"}}, want: "1.5"},
		{name: "a share of the whole", formula: "a / city(a)", unit: "u1", data: months{october: {"a u1 1", "a city 4"}}, want: "0.25"},
		{name: "the city not reported", formula: "a / city(a)", unit: "u1", data: months{october: {"a u1 1"}}, want: " city(指标a)="},

		{name: "last month", formula: "a - last_month(a)", unit: "u1", data: months{october: {"a u1 5"}, october - 1: {"a u1 3"}}, want: "2"},
		{name: "no last month", formula: "a - last_month(a)", unit: "u1", data: months{october: {"a u1 5"}}, want: " last_month(指标a)="},
		{name: "no data last month", formula: "a - last_month(a)", unit: "u1", data: months{october: {"a u1 5"}, october - 1: {"a u1 no_data"}}, want: "no_data last_month(指标a)=no_data"},
		{name: "last year", formula: "(a - last_year(a)) / last_year(a)", unit: "u1", data: months{october: {"a u1 5"}, october - 12: {"a u1 4"}}, want: "0.25"},
		{name: "itself last month", formula: "default(last_month(x), 0) + a", unit: "u1", data: months{october: {"a u1 5"}, october - 1: {"a u1 3"}, october - 2: {"a u1 1"}}, want: "9"},
		{name: "the group last year", formula: "sum(last_year(a), group)", unit: "u1", data: months{october: {"a u1 5"}, october - 12: {"a u1 4", "a u2 5", "a v1 7"}}, want: "9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := said(table(t, town(c.formula, c.zero), c.data).Value("x", c.unit)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// A formula that looks back asks for no month before those with data.
func TestLookingBackEnds(t *testing.T) {
	for _, formula := range []string{"a - last_month(a)", "default(last_month(x), 0) + a", "a / last_year(a)", "sum(ago(x, 120), all)"} {
		c := town(formula, "")
		asked := 0
		c.Load = func(at month.Month) (*Table, error) {
			asked++
			result := c.NewTable(at)
			if at > october-3 {
				result.Set("a", "u1", cell("1"))
			}
			return result, result.Calculate()
		}
		if _, err := c.Table(october); err != nil || asked > 4 {
			t.Errorf("%s: %d months, %v", formula, asked, err)
		}
	}
}

// What is derived from a derived figure takes its unrounded value, rounded() the published one.
func TestDerivedOfDerived(t *testing.T) {
	c := town("a / b", "")
	for key, formula := range map[string]string{"y": "x * 300", "z": "rounded(x) * 300"} {
		v := c.Program.Indicators[2]
		v.Key, v.Formulas = key, since(0, formula)
		c.Program.Indicators = append([]models.Indicator{v}, c.Program.Indicators...)
	}
	got := table(t, c, months{october: {"a u1 1", "b u1 3"}})
	if y, z := said(got.Value("y", "u1")), said(got.Value("z", "u1")); y != "100" || z != "99" {
		t.Errorf("%s, %s", y, z)
	}
	if s := said(got.Value("y", "u2")); s != " 指标x=" && s != " 指标a= 指标b=" {
		t.Errorf("%q", s)
	}
}

func TestSetTakesWhatIsKept(t *testing.T) {
	c := town("a", "")
	c.Program.Indicators[1].Scope = []string{"g2"}
	c.Program.Members[2].Until = october
	got := table(t, c, months{october: {"a u1 5", "x u1 6", "b u1 7", "b v1 8", "a u3 9", "none u1 1", "a nobody 1"}})
	for place, want := range map[[2]string]string{{"a", "u1"}: "5", {"x", "u1"}: "5", {"b", "u1"}: "", {"b", "v1"}: "8", {"a", "u3"}: "", {"none", "u1"}: "", {"a", "nobody"}: ""} {
		if v := got.Value(place[0], place[1]); said(v) != want {
			t.Errorf("%v is %q, want %q", place, said(v), want)
		}
	}
	if !got.Has() || table(t, town("1", ""), nil).Has() {
		t.Error("a derived figure is no data")
	}
}

func TestTryFormula(t *testing.T) {
	p := town("a", "").Program
	for _, c := range []struct {
		name, source string
		condition    bool
		code         string
	}{
		{"right", "a + b", false, ""},
		{"a condition", "a <= b", true, ""},
		{"a condition for a number", "a <= b", false, "formula.kind"},
		{"a number for a condition", "a + b", true, "formula.kind"},
		{"itself", "x + 1", false, "formula.names_itself"},
		{"itself over all", "sum(x, all)", false, "formula.names_itself"},
		{"itself last month", "last_month(x) + 1", false, ""},
		{"unknown", "a + c", false, "formula.unknown_name"},
		{"no pollutant", "index(a)", false, "formula.arguments"},
	} {
		if err := TryFormula(p, "x", c.source, c.condition); fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
	}
}

// Circles of indicators that are kept from a month on only, and every one of them.
func TestTryOrderFindsAllCycles(t *testing.T) {
	c := town("a", "")
	for _, pair := range []string{"mn", "nm", "yz", "zy"} {
		i := c.Program.Indicators[2]
		i.Key, i.Formulas, i.Since = pair[:1], since(month.Month(0), pair[1:]), october
		c.Program.Indicators = append(c.Program.Indicators, i)
	}
	var got []string
	for _, f := range fault.All(TryOrder(c.Program)) {
		got = append(got, fmt.Sprint(f.Code, f.Args["path"]))
	}
	if s := strings.Join(got, " "); s != "formula.cycle[m n m] formula.cycle[y z y]" {
		t.Error(s)
	}
}

func TestTryOrderFindsCycles(t *testing.T) {
	c := town("y + 1", "")
	y := c.Program.Indicators[2]
	y.Key, y.Formulas = "y", since(october, "x + 1")
	y.Formulas = append(since(0, "a"), y.Formulas...)
	c.Program.Indicators = append(c.Program.Indicators, y)
	err := TryOrder(c.Program) // only from October on
	if fault.CodeOf(err) != "formula.cycle" {
		t.Error(err)
	}
}
