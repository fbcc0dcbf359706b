package appraise

import (
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

var october = month.Of(2019, 10)

// town is a program over five units: two groups, one unit in none, and the city. Its indicators are
// a and b, entered everywhere, and x by the formula at hand.
func town(formula, zero string) *Context {
	unit := func(key string, kind models.Kind, precedence int) models.Unit {
		return models.Unit{Key: key, Kind: kind, Names: month.Always(strings.ToUpper(key)), Precedence: precedence}
	}
	everyone := []string{models.ScopeCity, models.ScopeMembers, models.ScopeOthers}
	entered := func(key string) models.Indicator {
		return models.Indicator{Key: key, Name: "指标" + key, Decimals: 2, Scope: everyone}
	}
	p := &models.Program{Key: "p", Name: "考评", DefaultScheme: "s",
		Groups:     []models.Group{{Key: "g1", Name: "一组"}, {Key: "g2", Name: "二组"}},
		Members:    []models.Member{{Unit: "u1", GroupKey: "g1"}, {Unit: "u2", GroupKey: "g1"}, {Unit: "u3", GroupKey: "g1"}, {Unit: "v1", GroupKey: "g2"}, {Unit: "other"}},
		Indicators: []models.Indicator{entered("a"), entered("b")},
		Schemes: []models.Scheme{{Key: "s", Name: "排名", Versions: month.Always(models.SchemeTerms{Ties: "competition",
			Keys: []models.SchemeKey{{Indicator: "x", Descending: true}}})}}}
	x := entered("x")
	x.Formulas, x.ZeroDenominator = month.Always(formula), zero
	p.Indicators = append(p.Indicators, x)
	register := models.NewRegister([]models.Unit{unit("city", models.KindCity, 0), unit("u1", models.KindTownship, 1), unit("u2", models.KindTownship, 2),
		unit("u3", models.KindTownship, 3), unit("v1", models.KindTownship, 4), unit("other", models.KindDepartment, 5)})
	return &Context{Register: register, Program: p}
}

// months are cells by month: "a u1 5", "b city no_data".
type months map[month.Month][]string

// table calculates October.
func table(t *testing.T, c *Context, data months) *Table {
	t.Helper()
	c.Load = func(at month.Month) (*Table, error) {
		result := c.NewTable(at)
		for _, line := range data[at] {
			parts := strings.Fields(line)
			result.Set(parts[0], parts[1], cell(parts[2]))
		}
		return result, result.Calculate()
	}
	result, err := c.Table(october)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func cell(text string) models.Cell {
	if n, err := number.Parse(text); err == nil {
		return models.Of(n)
	}
	return models.Cell{State: models.State(text)}
}

// said is a value with the reasons for which it is no number.
func said(v Value) string {
	if v.State == models.IsNumber {
		return v.Number.String()
	}
	text := string(v.State)
	for _, m := range v.Missing {
		text += " " + m.Input + "=" + string(m.State)
	}
	return text
}
