package formula

import (
	"errors"
	"testing"

	"yueping/models/fault"
	"yueping/models/number"
)

func TestStates(t *testing.T) {
	g := given{"x": "7", "y": "0", "pm10": "none", "pm25": "out", "z": "absent", "sum(x)": "none", "last_year(x)": "absent"}
	cases := []struct {
		name, source string
		want         Value
	}{
		{"no data", "x + pm10", None(NoData, "pm10")},
		{"not assessed", "x - pm25", None(NotAssessed, "pm25")},
		{"not reported", "-z", None(NotReported, "z")},
		{"0 is a number", "x + y", Of(number.FromInt(7))},
		{"no data before not reported", "z*pm10", None(NoData, "z", "pm10")},
		{"not assessed before all", "pm10/z + pm25", None(NotAssessed, "pm10", "z", "pm25")},
		{"each name once", "pm10 + pm10*pm10", None(NoData, "pm10")},
		{"min", "min(x, pm10, 3)", None(NoData, "pm10")},
		{"max", "max(x, 3, z)", None(NotReported, "z")},
		{"abs", "abs(pm10)", None(NoData, "pm10")},
		{"clamp", "clamp(x, pm10, pm25)", None(NotAssessed, "pm10", "pm25")},
		{"round", "round(pm10, 2)", None(NoData, "pm10")},
		{"deduct", "deduct(x, z, 20, 1)", None(NotReported, "z")},
		{"deduct's floor", "deduct(x, 5, 20, 1, pm10)", None(NoData, "pm10")},
		{"comparison", "x < pm10", None(NoData, "pm10")},
		{"and names both sides", "x < z and pm10 > 2", None(NoData, "z", "pm10")},
		{"and decided on the left", "x < 0 and pm10 > 2", None(NoData, "pm10")},
		{"or decided on the left", "x > 0 or pm10 > 2", None(NoData, "pm10")},
		{"not", "not pm10 > 2", None(NoData, "pm10")},
		{"condition", "if(pm10 > 2, x, z)", None(NoData, "pm10")},
		{"branch taken", "if(x > 2, pm10, z)", None(NoData, "pm10")},
		{"branch not taken", "if(x > 2, x, z)", Of(number.FromInt(7))},
		{"branch of truth values", "if(x > 2, z > 1, x > 1)", None(NotReported, "z")},
		{"condition of truth values", "if(z > 2, x > 1, x > 1)", None(NotReported, "z")},
		{"band", "band(pm10; <=5: 1; else: 2)", None(NoData, "pm10")},
		{"band taken", "band(x; <=5: 1; else: pm25)", None(NotAssessed, "pm25")},
		{"band not taken", "band(x; <=9: 1; else: pm25)", Of(number.FromInt(1))},
		{"default of a number", "default(x, 1)", Of(number.FromInt(7))},
		{"default of no data", "default(pm10, 1)", Of(number.FromInt(1))},
		{"default of not assessed", "default(pm25, 1) + x", Of(number.FromInt(8))},
		{"default forgets what it mended", "default(pm10, 1) + z", None(NotReported, "z")},
		{"default of no number", "default(pm10, z)", None(NotReported, "z")},
		{"references by their text", "sum(x) + last_year(x)", None(NoData, "sum(x)", "last_year(x)")},
		{"zero denominator", "x/(y*2) + 1", None(NoData, "y*2")},
		{"zero by zero", "y/y", None(NoData, "y")},
		{"literal zero", "x/0", None(NoData, "0")},
		{"no number over zero", "pm25/y", None(NotAssessed, "pm25")},
		{"default of a zero denominator", "default(x/y, 100)", Of(number.FromInt(100))},
		{"guarded denominator", "if(y > 0, x/y, 100)", Of(number.FromInt(100))},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := eval(t, c.source, env(), g); !got.Equal(c.want) {
				t.Errorf("%s = %+v %s, want %+v %s", c.source, got, got.Exact(), c.want, c.want.Exact())
			}
		})
	}
}

func TestZeroDenominator(t *testing.T) {
	full, nothing, out := Of(number.FromInt(1)), Of(number.FromInt(0)), None(NotAssessed)
	cases := []struct {
		name string
		zero *Value
		want Value
	}{
		{"full marks", &full, Of(number.FromInt(100))},
		{"none", &nothing, Of(number.FromInt(0))},
		{"not assessed", &out, None(NotAssessed, "due")},
		{"not configured", nil, None(NoData, "due")},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			e := env()
			e.ZeroDenominator = c.zero
			got := eval(t, "100*(closed/due)", e, given{"closed": "0", "due": "0"})
			if !got.Equal(c.want) {
				t.Errorf("got %+v", got)
			}
		})
	}
	wrong := Truth(true)
	if _, err := Compile("x", Env{Names: []string{"x"}, ZeroDenominator: &wrong}); fault.CodeOf(err) != "formula.bad_value" {
		t.Errorf("got %v", err)
	}
}

// A host's functions learn names, may refuse them, and see what is missing only if they ask.
func TestHostFunctions(t *testing.T) {
	broken := errors.New("no limits for this month")
	call := func(args []Arg) (Value, error) {
		total := number.Int(0)
		for _, a := range args {
			if a.Value.State == Number {
				total = total.Add(a.Value.Ratio)
			}
		}
		return OfRatio(total), nil
	}
	e := env()
	e.Functions = map[string]Function{
		"total":   {MinArgs: 1, MaxArgs: 2, Call: call},
		"lenient": {MinArgs: 1, MaxArgs: -1, TakesMissing: true, Call: call},
		"index": {MinArgs: 1, MaxArgs: 6, NeedsNames: true, Check: func(names []string) error {
			if names[0] != "pm10" {
				return broken
			}
			return nil
		}, Call: func(args []Arg) (Value, error) { return Value{Ratio: number.Int(int64(len(args[0].Name)))}, nil }},
		"fails":   {Call: func([]Arg) (Value, error) { return Value{}, broken }},
		"nothing": {Call: func([]Arg) (Value, error) { return None(NoData), nil }},
		"says":    {MaxArgs: 1, TakesMissing: true, Call: func([]Arg) (Value, error) { return None(NoData, "O3"), nil }},
		"lies":    {Call: func([]Arg) (Value, error) { return Truth(true), nil }},
		"small":   {Truth: true, NeedsNames: true, MinArgs: 1, MaxArgs: 1, Call: func(args []Arg) (Value, error) { return Truth(args[0].Value.Ratio.Cmp(number.Int(5)) < 0), nil }},
		"dumb":    {Truth: true, Call: func([]Arg) (Value, error) { return Of(number.FromInt(1)), nil }},
	}
	g := given{"x": "7", "y": "2", "z": "none", "pm10": "80", "pm25": "40", "rounded(last_year(pm10))": "80", "last_month(pm25)": "40"}
	cases := []struct {
		source string
		want   Value
		code   string
	}{
		{"total(x, y*2)", Of(number.FromInt(11)), ""},
		{"total(x, z)", None(NoData, "z"), ""},
		{"lenient(x, z, y) + y", Of(number.FromInt(11)), ""},
		{"index(pm10, pm25)", Of(number.FromInt(4)), ""},
		{"index(rounded(last_year(pm10)), last_month(pm25))", Of(number.FromInt(4)), ""},
		{"if(small(y) and not small(x), 1, 0)", Of(number.FromInt(1)), ""},
		{"if(small(z), 1, 0)", None(NoData, "z"), ""},
		{"if(dumb(), 1, 0)", Value{}, "formula.bad_value"},
		{"nothing() + x", None(NoData, "nothing()"), ""},
		{"says(z)", None(NoData, "O3"), ""},
		{"x + fails()", Value{}, "formula.function"},
		{"lies() + 1", Value{}, "formula.bad_value"},
	}
	for _, c := range cases {
		t.Run(c.source, func(t *testing.T) {
			got, err := compile(t, c.source, e).Eval(g.lookup)
			if fault.CodeOf(err) != c.code || !got.Equal(c.want) {
				t.Errorf("got %+v %s (%v)", got, got.Exact(), err)
			}
		})
	}
	for source, code := range map[string]string{
		"index(x)": "formula.arguments", "index(pm10*2)": "formula.name_needed", "index(sum(pm10))": "formula.name_needed", "small(x) + 1": "formula.type", "index()": "formula.arity", "total(x > y)": "formula.type",
	} {
		if _, err := Compile(source, e); fault.CodeOf(err) != code {
			t.Errorf("%s: %v", source, err)
		}
	}
	if _, err := Compile("index(x)", e); !errors.Is(err, broken) {
		t.Error("the reason of a refusal is kept")
	}
}

func TestEvalValues(t *testing.T) {
	f := compile(t, "x/y", env())
	if _, err := f.EvalValues(nil); fault.CodeOf(err) != "formula.values" {
		t.Errorf("got %v", err)
	}
	if _, err := f.Eval(func(Ref) (Value, bool) { return Value{}, false }); fault.CodeOf(err) != "formula.unknown_value" {
		t.Errorf("got %v", err)
	}
	for name, bad := range map[string]Value{"truth": Truth(true), "state below": {State: -1}, "state above": {State: failed}} {
		if _, err := f.EvalValues([]Value{bad, Of(number.FromInt(1))}); fault.CodeOf(err) != "formula.bad_value" {
			t.Errorf("%s: %v", name, err)
		}
	}
	got, err := f.EvalValues([]Value{{Ratio: number.Int(1)}, {Ratio: number.Int(3)}})
	if err != nil || got.Exact() != "1/3" {
		t.Errorf("values made by hand: %s (%v)", got.Exact(), err)
	}
}
