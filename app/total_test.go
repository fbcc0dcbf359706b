package app

import (
	"context"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"yueping/models"
	"yueping/models/number"
)

func total(group, value string) models.ControlTotal {
	t := models.ControlTotal{Program: "count", Month: october, Indicator: "due", Group: group}
	if value != "" {
		n := number.MustParse(value)
		t.Value = &n
	}
	return t
}

func difference(t testing.TB, w *Workspace, indicator, group string) string {
	t.Helper()
	d, err := loaded(t, w, "count", october).Difference(indicator, group)
	if err != nil {
		t.Fatal(err)
	}
	if d == nil {
		return ""
	}
	return d.Total.String() + " - " + d.Sum.String() + " = " + d.Missing.String() + ", " + sprint(d.Filled) + "/" + sprint(d.Cells)
}

func TestControlTotal(t *testing.T) {
	ctx := context.Background()
	w, p := tiny(t)
	set := func(c models.ControlTotal) {
		t.Helper()
		if err := w.SetControlTotal(ctx, c, "李四"); err != nil {
			t.Fatal(err)
		}
	}
	fired := 0
	w.Changed.Listen(func(MonthChanged) { fired++ })
	if got := difference(t, w, "due", "towns"); got != "" {
		t.Errorf("none is kept: %s", got)
	}
	set(total("towns", "100"))
	set(total("", "130"))
	set(total("", "130"))
	if fired != 2 {
		t.Errorf("fired %d times", fired)
	}
	// The city's own value and a draft are in no sum; a unit in no group is in that of all.
	applied(t, w, batch("due shi 999", "due jia 40", "due yi no_data", "due xi 20"))
	applied(t, w, typed(t, w, "due", "bing", "70x"))
	for name, v := range map[string]*Workspace{"at once": w, "after a restart": again(t, p)} {
		if got := difference(t, v, "due", "towns"); got != "100 - 40 = 60, 2/3" {
			t.Errorf("%s: %s", name, got)
		}
		if got := difference(t, v, "due", ""); got != "130 - 60 = 70, 3/4" {
			t.Errorf("%s: %s", name, got)
		}
	}
	applied(t, w, batch("due bing 61"))
	if got := difference(t, w, "due", "towns"); got != "100 - 101 = -1, 3/3" {
		t.Errorf("%s", got)
	}
	if m := loaded(t, w, "count", october+1); len(m.Totals) != 0 {
		t.Errorf("kept for another month: %v", m.Totals)
	}
	set(total("towns", ""))
	if got := difference(t, w, "due", "towns"); got != "" {
		t.Errorf("cleared: %s", got)
	}
	// Who typed which is in the history, and undo takes back the values instead.
	changes, err := w.store.Changes(ctx, 2)
	if err != nil || len(changes) != 1 || changes[0].Subject != models.SubjectTotal || changes[0].NewValue != "100" || changes[0].Actor != "李四" || changes[0].Unit != "towns" {
		t.Errorf("%+v, %v", changes, err)
	}
	if words, _ := bothWords(t, w); words != "录入 西县甲镇“应结数”" {
		t.Errorf("%s", words)
	}
}

func TestControlTotalRefuses(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	for code, change := range map[string]func(*models.ControlTotal){
		"program.unknown":   func(c *models.ControlTotal) { c.Program = "x" },
		"indicator.unknown": func(c *models.ControlTotal) { c.Indicator = "x" },
		"indicator.derived": func(c *models.ControlTotal) { c.Indicator = "closing_rate" },
		"group.unknown":     func(c *models.ControlTotal) { c.Group = "x" },
	} {
		c := total("towns", "1")
		change(&c)
		refused(t, w.SetControlTotal(ctx, c, ""), code)
	}
	applied(t, w, batch("due jia 2", "closed jia 1"))
	if err := w.Verify(ctx, "count", october, ""); err != nil {
		t.Fatal(err)
	}
	refused(t, w.SetControlTotal(ctx, total("towns", "1"), ""), "month.locked")
	if m := loaded(t, w, "count", october); len(m.Totals) != 0 {
		t.Errorf("%v", m.Totals)
	}
}

func TestReadTotal(t *testing.T) {
	w, _ := tiny(t)
	p := loaded(t, w, "count", october).Program
	for _, c := range []struct{ indicator, text, want, code string }{
		{"due", " １,234件 ", "1234", ""}, {"due", " ", "", ""}, {"due", "0", "0", ""}, {"closed", "99999999", "99999999", ""},
		{"rate", "286.5", "2.865", ""}, {"due", "1.5", "", "number.too_many_decimals"}, {"due", "无数据", "", "number.not_a_number"},
	} {
		n, bad := ReadTotal(p.Indicator(c.indicator), c.text)
		code := ""
		if bad != nil {
			code = bad.Code
		}
		if totalText(n) != c.want || code != c.code {
			t.Errorf("%s: %v, %v", c.text, n, bad)
		}
	}
}

// The difference is that of exact arithmetic, however many decimals; where it has too many digits it is refused.
func TestDifferenceIsExact(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	rapid.Check(t, func(rt *rapid.T) {
		sum := new(big.Rat)
		texts := map[string]string{"jia": "", "yi": "", "bing": ""}
		b := Batch{Program: "count", Source: models.SourceTyped}
		for unit := range texts {
			text := rapid.StringMatching(`-?[0-9]{1,6}\.[0-9]{1,12}`).Draw(rt, unit)
			e := put("level " + unit + " " + text)
			b.Edits = append(b.Edits, e)
			sum.Add(sum, number.Of(e.Cell.Value).Rat())
		}
		if _, err := w.Apply(ctx, b); err != nil {
			rt.Fatal(err)
		}
		c := total("towns", rapid.StringMatching(`-?[0-9]{1,6}\.[0-9]{1,11}`).Draw(rt, "total"))
		c.Indicator = "level"
		if err := w.SetControlTotal(ctx, c, ""); err != nil {
			rt.Fatal(err)
		}
		m, err := w.Month(ctx, "count", october)
		if err != nil {
			rt.Fatal(err)
		}
		d, err := m.Difference("level", "towns")
		want := new(big.Rat).Sub(number.Of(*c.Value).Rat(), sum)
		if err != nil {
			rt.Fatalf("%v of %s", err, want.FloatString(12))
		}
		if number.Of(d.Missing).Rat().Cmp(want) != 0 || number.Of(d.Sum).Rat().Cmp(sum) != 0 {
			rt.Fatalf("%+v, want %s", d, want.FloatString(12))
		}
	})
	applied(t, w, batch("level jia 9999999999999999999", "level yi 1", "level bing 0"))
	c := total("towns", "5")
	c.Indicator = "level"
	if err := w.SetControlTotal(ctx, c, ""); err != nil {
		t.Fatal(err)
	}
	_, err := loaded(t, w, "count", october).Difference("level", "towns")
	refused(t, err, "number.overflow")
}
