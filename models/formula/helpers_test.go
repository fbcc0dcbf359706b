package formula

import (
	"math/big"
	"testing"

	"yueping/models/number"
)

// given is a lookup over values by the text of the reference: "120", "none" (无数据), "out"
// (不参评) or "absent".
type given map[string]string

func (g given) lookup(ref Ref) (Value, bool) {
	text, ok := g[ref.String()]
	switch text {
	case "none":
		return None(NoData), ok
	case "out":
		return None(NotAssessed), ok
	case "absent":
		return None(NotReported), ok
	case "":
		return Value{}, ok
	}
	return Of(number.MustParse(text)), ok
}

// env knows the names that the tests use.
func env() Env {
	return Env{Names: []string{
		"accepted", "filed", "due", "closed", "on_time", "late", "rework", "extended", "escalated", "unhandled",
		"bonus", "penalty", "self_handled", "x", "y", "z", "pm10", "pm25", "结案率", "应结案", "按期结案",
	}}
}

// fataler is what a test, a benchmark and a property have in common.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

func compile(t fataler, source string, e Env) *Formula {
	t.Helper()
	f, err := Compile(source, e)
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return f
}

func eval(t testing.TB, source string, e Env, g given) Value {
	t.Helper()
	v, err := compile(t, source, e).Eval(g.lookup)
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return v
}

// rat is a fraction a/b by math/big alone.
func rat(a, b int64) *big.Rat { return big.NewRat(a, b) }

func wantRat(t testing.TB, got Value, want *big.Rat) {
	t.Helper()
	if got.State != Number || got.IsBool || got.Ratio.Rat().Cmp(want) != 0 {
		t.Fatalf("got %v %q, want %s", got.State, got.Exact(), want.RatString())
	}
}
