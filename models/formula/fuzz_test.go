package formula

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"yueping/models/number"
)

// FuzzCompile asks of any source: no panic, no hang, faults with a place inside the source, and an
// evaluation that Explain confirms.
func FuzzCompile(f *testing.F) {
	for _, seed := range []string{
		"60*on_time/due + 30*closed/due + 10*(1-rework/closed)",
		"(on_time/due×100 + late/due×40)×80 % + bonus − penalty",
		"band(x; <=50: 100; <=100: 90; else: 0)", "band(x；≥-5：1；else：y)", "deduct(x, 90%, 20, 1, 5)",
		"if(x > y 且 非 y = 0, x/y, default(z, 0))", "clamp(round(x, 2), 0, 100)", "ceil(min(x, y), 0) + floor(max(x), 1) - abs(-x)",
		"sum(rounded(last_year(x)), all) + city(ago(x, 3)) + count(y, group)", "x == y + z", "not not x < y or x ≠ y",
		"((((((", "))))", "x,,;:", "1.2.3 %", "12abc", "x ? y", "\xff\xfe", "min(", "band(x; <=5", "a < b < c", "-----x", "host(x, y) + named(x)",
		strings.Repeat("x*", 100) + "x", strings.Repeat("(", 70), strings.Repeat("x ", 50), "９９％＋（ｘ）",
	} {
		f.Add(seed)
	}
	e := env()
	call := func(args []Arg) (Value, error) { return args[0].Value, nil }
	e.Functions = map[string]Function{
		"host":  {MinArgs: 1, MaxArgs: -1, TakesMissing: true, Call: call},
		"named": {MinArgs: 1, MaxArgs: 2, NeedsNames: true, Call: call},
	}
	inputs := map[string]Value{"x": Of(number.MustParse("7.25")), "y": None(NoData), "z": Of(number.FromInt(0)), "pm25": None(NotAssessed)}
	lookup := func(ref Ref) (Value, bool) {
		if v, ok := inputs[ref.Name]; ok {
			return v, true
		}
		return Of(number.MustParse("9999999999999999999")), true
	}
	f.Fuzz(func(t *testing.T, source string) {
		start := time.Now()
		formula, err := Compile(source, e)
		if err != nil {
			places(t, source, err)
			return
		}
		if formula.Type() == typeUnknown {
			t.Fatal("a formula without a type")
		}
		value, err := formula.Eval(lookup)
		steps, explained, err2 := formula.Explain(lookup)
		if (err == nil) != (err2 == nil) || !value.Equal(explained) {
			t.Fatalf("evaluated as %+v (%v), explained as %+v (%v)", value, err, explained, err2)
		}
		if len(steps) > MaxNodes {
			t.Fatalf("%d steps", len(steps))
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Fatalf("took %s", took)
		}
	})
}

// places checks that every fault stands inside the source, and that the places rise.
func places(t *testing.T, source string, err error) {
	t.Helper()
	var list Errors
	if !errors.As(err, &list) || len(list) == 0 || len(list) > maxErrors {
		t.Fatalf("got %v", err)
	}
	lines := strings.Split(source, "\n")
	for _, f := range list {
		line, column := f.Args["line"].(int), f.Args["column"].(int)
		if line < 1 || line > len(lines) || column < 1 || column > utf8.RuneCountInString(lines[line-1])+1 {
			t.Fatalf("%v lies outside", f)
		}
		for name, value := range f.Args {
			if text, ok := value.(string); ok && !utf8.ValidString(text) {
				t.Fatalf("%s of %v is no text", name, f)
			}
		}
	}
}
