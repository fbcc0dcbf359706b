package formula

import (
	"slices"
	"testing"
)

func TestNumbers(t *testing.T) {
	cases := []struct{ name, source, want string }{
		{"precedence", "1 + 2*3 - 4/2", "5"},
		{"left to right", "2 - 3 - 4", "-5"},
		{"quotients left to right", "12/3/2", "2"},
		{"parentheses", "(1 + 2)*3", "9"},
		{"full-width parentheses", "（1＋2）＊３", "9"},
		{"Chinese operators", "12 ÷ 4 × 5 − 1", "14"},
		{"sign", "-x + 3", "-4"},
		{"two signs", "--x", "7"},
		{"sign binds tighter", "-2*3", "-6"},
		{"sign behind an operator", "2*-3", "-6"},
		{"per cent", "90%*10 + 5 %", "9.05"},
		{"full-width per cent", "50％", "0.5"},
		{"min", "min(3, x, 1.5)", "1.5"},
		{"max", "max(3, x, 1.5)", "7"},
		{"min of one", "min(x)", "7"},
		{"Chinese comma", "max(3，x)", "7"},
		{"clamp inside", "clamp(x, 0, 10)", "7"},
		{"clamp below", "clamp(-x, 0, 10)", "0"},
		{"clamp above", "clamp(x, 0, 5)", "5"},
		{"clamp on a bound", "clamp(x, 7, 7)", "7"},
		{"clamp with crossed bounds", "clamp(x, y, 0)", "2"},
		{"abs", "abs(-x) + abs(x)", "14"},
		{"ceil", "ceil(1.001, 2)", "1.01"},
		{"ceil of a negative", "ceil(-1.001, 2)", "-1"},
		{"floor", "floor(1.009, 2)", "1"},
		{"floor of a negative", "floor(-1.001, 2)", "-1.01"},
		{"if", "if(x > 5, 1, 0)", "1"},
		{"else", "if(x > 7, 1, 0)", "0"},
		{"if with words", "if(x > 5 and not y > 5 or 1 > 2, 1, 0)", "1"},
		{"if with Chinese words", "if(x > 5 且 非 y > 5 或 1 > 2, 1, 0)", "1"},
		{"and binds tighter than or", "if(1 < 2 or 1 < 2 and 1 > 2, 1, 0)", "1"},
		{"deduct at the threshold", "deduct(90, 90, 20, 1)", "20"},
		{"deduct at the threshold, full below the floor", "deduct(90, 90, 3, 1, 5)", "3"},
		{"deduct below", "deduct(88.5, 90, 20, 1)", "18.5"},
		{"deduct to zero", "deduct(50, 90, 20, 1)", "0"},
		{"deduct to a floor", "deduct(50, 90, 20, 1, 5)", "5"},
		{"falling bands", "band(x; >=8: 3; >=7: 2; else: 1)", "2"},
		{"open limit before the closed one", "band(x; <7: 1; <=7: 2; else: 3)", "2"},
		{"negative limits", "band(x - 10; <=-5: 1; <=-2: 2; else: 3)", "2"},
		{"band of expressions", "band(x*2; <=10: x; else: x + y)", "9"},
		{"several lines", "x\n  + y\r\n\t+ 1", "10"},
		{"Chinese names", "结案率 * 100", "95"},
		{"ideographic space", "x　+　y", "9"},
	}
	g := given{"x": "7", "y": "2", "结案率": "0.95"}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := compile(t, c.source, env())
			got, err := f.Eval(g.lookup)
			if err != nil || got.Exact() != c.want || f.Type() != TypeNumber {
				t.Errorf("%s = %s, want %s (%v)", c.source, got.Exact(), c.want, err)
			}
			if f.Source() != c.source {
				t.Errorf("source %q", f.Source())
			}
		})
	}
}

func TestChecks(t *testing.T) {
	g := given{"x": "7", "y": "2", "z": "9"}
	cases := []struct {
		source string
		want   bool
	}{
		{"z == x + y", true}, {"z = x + y", true}, {"z ＝ x", false}, {"z != x", true}, {"z ≠ x + y", false},
		{"x < y", false}, {"y < x", true}, {"x <= 7", true}, {"x ≤ 6", false}, {"x >= 7", true}, {"x ≥ 8", false}, {"x > 7", false},
		{"x ＜＝ 7", true}, {"x ！＝ 7", false},
		{"not x < y", true}, {"x > y and y > z", false}, {"x > y or y > z", true}, {"not (x > y or y > z)", false},
		{"if(x > y, y > z, z > y)", false}, {"1/3 + 1/3 + 1/3 == 1", true}, {"2/4 == 1/2", true},
	}
	for _, c := range cases {
		t.Run(c.source, func(t *testing.T) {
			f := compile(t, c.source, env())
			got, err := f.Eval(g.lookup)
			if err != nil || !got.Equal(Truth(c.want)) || f.Type() != TypeBool {
				t.Errorf("got %+v, want %v (%v)", got, c.want, err)
			}
		})
	}
}

func TestRefs(t *testing.T) {
	cases := []struct {
		source string
		want   Ref
		text   string
	}{
		{"x", Ref{Name: "x"}, "x"},
		{"rounded(x)", Ref{Name: "x", Rounded: true}, "rounded(x)"},
		{"last_month(x)", Ref{Name: "x", Shift: LastMonth}, "last_month(x)"},
		{"last_year(x)", Ref{Name: "x", Shift: LastYear}, "last_year(x)"},
		{"ago(x, 1)", Ref{Name: "x", Shift: 1}, "last_month(x)"},
		{"ago(x, 120)", Ref{Name: "x", Shift: 120}, "ago(x, 120)"},
		{"last_year(rounded(x))", Ref{Name: "x", Shift: 12, Rounded: true}, "rounded(last_year(x))"},
		{"sum(x)", Ref{Name: "x", Whole: Group, Aggregate: Sum}, "sum(x)"},
		{"mean(x, group)", Ref{Name: "x", Whole: Group, Aggregate: Mean}, "mean(x)"},
		{"count(x，all)", Ref{Name: "x", Whole: All, Aggregate: Count}, "count(x, all)"},
		{"city(x)", Ref{Name: "x", Whole: City}, "city(x)"},
		{"city(last_month(x))", Ref{Name: "x", Whole: City, Shift: 1}, "city(last_month(x))"},
		{"sum(rounded(ago(x, 2)), all)", Ref{Name: "x", Rounded: true, Shift: 2, Whole: All, Aggregate: Sum}, "sum(rounded(ago(x, 2)), all)"},
		{"(x)", Ref{Name: "x"}, "x"},
	}
	for _, c := range cases {
		t.Run(c.source, func(t *testing.T) {
			refs := compile(t, c.source, env()).Refs()
			if !slices.Equal(refs, []Ref{c.want}) || c.want.String() != c.text {
				t.Fatalf("got %+v %q", refs, refs[0].String())
			}
			again := compile(t, c.text, env()).Refs()
			if !slices.Equal(again, refs) {
				t.Errorf("%s reads back as %+v", c.text, again)
			}
		})
	}
	several := compile(t, "y + x*last_month(x) - x + y", env()).Refs()
	if !slices.Equal(several, []Ref{{Name: "y"}, {Name: "x"}, {Name: "x", Shift: 1}}) {
		t.Errorf("got %+v", several)
	}
}

func TestShown(t *testing.T) {
	cases := []struct{ source, exact, shown string }{
		{"2/3", "2/3", "0.666667"},
		{"1/8", "0.125", "0.125"},
		{"-1/3", "-1/3", "-0.333333"},
		{"10*0.5", "5", "5"},
		{"1 > 2", "false", "false"},
		{"2 > 1", "true", "true"},
		{"9999999999999999999*10", "99999999999999999990", "99999999999999999990"},
	}
	for _, c := range cases {
		v := eval(t, c.source, env(), nil)
		if v.Exact() != c.exact || v.Shown() != c.shown {
			t.Errorf("%s: exact %s, shown %s", c.source, v.Exact(), v.Shown())
		}
	}
	if v := None(NoData, "x"); v.Exact() != "" || v.Shown() != "" {
		t.Error("no number has no text")
	}
}
