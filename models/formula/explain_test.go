package formula

import (
	"fmt"
	"strings"
	"testing"

	"yueping/models/fault"
)

// write puts a step on one line: source [inputs] = exact ~ shown, and what is special about it.
func write(s Step) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d:%d %s", s.Line, s.Column, s.Source)
	for _, in := range s.Inputs {
		fmt.Fprintf(&b, " [%s: %s]", in.Source, state(in.Value))
	}
	fmt.Fprintf(&b, " = %s", state(s.Result))
	if s.Rounding != nil {
		fmt.Fprintf(&b, " %s %d", s.Rounding.Mode, s.Rounding.Places)
	}
	if s.ZeroDenominator {
		b.WriteString(" zero denominator")
	}
	if s.Ref != nil {
		fmt.Fprintf(&b, " ref %s", s.Ref)
	}
	return b.String()
}

func state(v Value) string {
	if v.State != Number {
		return fmt.Sprint(map[State]string{NoData: "none", NotAssessed: "out", NotReported: "absent"}[v.State], " ", v.Missing)
	}
	if v.Exact() == v.Shown() {
		return v.Exact()
	}
	return v.Exact() + " ~ " + v.Shown()
}

func TestExplain(t *testing.T) {
	g := given{"on_time": "7815", "due": "12000", "closed": "11400", "rework": "57", "x": "7", "y": "0", "z": "none", "sum(x, all)": "3", "rounded(x)": "7.1"}
	cases := []struct {
		name, source string
		want         []string
	}{
		{"name", "x", nil},
		{"literal", "90%", nil},
		{"score", "60 * on_time / due + 10*(1 - rework/closed)", []string{
			"1:4 60 * on_time [60: 60] [on_time: 7815] = 468900",
			"1:14 60 * on_time / due [60 * on_time: 468900] [due: 12000] = 39.075",
			"1:36 rework/closed [rework: 57] [closed: 11400] = 0.005",
			"1:28 1 - rework/closed [1: 1] [rework/closed: 0.005] = 0.995",
			"1:24 10*(1 - rework/closed) [10: 10] [1 - rework/closed: 0.995] = 9.95",
			"1:20 60 * on_time / due + 10*(1 - rework/closed) [60 * on_time / due: 39.075] [10*(1 - rework/closed): 9.95] = 49.025",
		}},
		{"roundings", "round(x/3, 2) + ceil(x/3, 0) + floor(x, 1)", []string{
			"1:8 x/3 [x: 7] [3: 3] = 7/3 ~ 2.333333",
			"1:1 round(x/3, 2) [x/3: 7/3 ~ 2.333333] = 2.33 half_even 2",
			"1:23 x/3 [x: 7] [3: 3] = 7/3 ~ 2.333333",
			"1:17 ceil(x/3, 0) [x/3: 7/3 ~ 2.333333] = 3 up 0",
			"1:15 round(x/3, 2) + ceil(x/3, 0) [round(x/3, 2): 2.33] [ceil(x/3, 0): 3] = 5.33",
			"1:32 floor(x, 1) [x: 7] = 7 down 1",
			"1:30 round(x/3, 2) + ceil(x/3, 0) + floor(x, 1) [round(x/3, 2) + ceil(x/3, 0): 5.33] [floor(x, 1): 7] = 12.33",
		}},
		{"only the branch taken", "if(x > 5,\n   x, z/3)", []string{
			"1:6 x > 5 [x: 7] [5: 5] = true",
			"1:1 if(x > 5, x, z/3) [x > 5: true] [x: 7] = 7",
		}},
		{"zero denominator", "default(x/y, 1)", []string{
			"1:10 x/y [x: 7] [y: 0] = none [y] zero denominator",
			"1:1 default(x/y, 1) [x/y: none [y]] [1: 1] = 1",
		}},
		{"missing at every step", "(x + z)*z", []string{
			"1:4 x + z [x: 7] [z: none [z]] = none [z]",
			"1:8 (x + z)*z [x + z: none [z]] [z: none [z]] = none [z]",
		}},
		{"references", "sum(x,  all) + rounded(x)", []string{
			"1:1 sum(x, all) = 3 ref sum(x, all)",
			"1:16 rounded(x) = 7.1 ref rounded(x)",
			"1:14 sum(x, all) + rounded(x) [sum(x, all): 3] [rounded(x): 7.1] = 10.1",
		}},
		{"band", "band(x; <=5: 1; <=8: x*2; else: 0)", []string{
			"1:23 x*2 [x: 7] [2: 2] = 14",
			"1:1 band(x; <=5: 1; <=8: x*2; else: 0) [x: 7] [x*2: 14] = 14",
		}},
		{"check", "not x == y + 7 and x > 5", []string{
			"1:12 y + 7 [y: 0] [7: 7] = 7",
			"1:7 x == y + 7 [x: 7] [y + 7: 7] = true",
			"1:1 not x == y + 7 [x == y + 7: true] = false",
			"1:22 x > 5 [x: 7] [5: 5] = true",
			"1:16 not x == y + 7 and x > 5 [not x == y + 7: false] [x > 5: true] = false",
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := compile(t, c.source, env())
			steps, value, err := f.Explain(g.lookup)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range steps {
				got = append(got, write(s))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
			if plain, _ := f.Eval(g.lookup); !plain.Equal(value) {
				t.Errorf("explained as %+v, evaluated as %+v", value, plain)
			}
		})
	}
}

func TestExplainUpToTheFault(t *testing.T) {
	f := compile(t, "x + 1 + round(x*1000000000000000000*100, 2)", env())
	steps, _, err := f.Explain(given{"x": "7"}.lookup)
	if fault.CodeOf(err) != "formula.overflow" || len(steps) != 3 {
		t.Errorf("%d steps, %v", len(steps), err)
	}
	if _, _, err := f.Explain(given{}.lookup); fault.CodeOf(err) != "formula.unknown_value" {
		t.Errorf("got %v", err)
	}
}

// The longest formulas are explained in bounded time and memory.
func TestExplainLong(t *testing.T) {
	f := compile(t, "x"+strings.Repeat("+x", 1023), env())
	steps, value, err := f.Explain(given{"x": "none"}.lookup)
	if err != nil || len(steps) != 1023 || len(value.Missing) != 1 {
		t.Errorf("%d steps, %v, %v", len(steps), value.Missing, err)
	}
}
