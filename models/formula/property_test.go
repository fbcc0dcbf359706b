package formula

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"yueping/models/fault"
	"yueping/models/number"
)

// spelling draws one of the ways to write a mark.
func spelling(t *rapid.T) func(...string) string {
	return func(ways ...string) string { return rapid.SampledFrom(ways).Draw(t, "spelling") }
}

// roomy has no narrow limit for the sources that random trees make.
func roomy() Env {
	e := env()
	e.MaxSource = 1 << 20
	return e
}

// plainly takes the first way to write everything.
func plainly(ways ...string) string { return ways[0] }

// Whatever the spelling and however many parentheses, the same tree is read.
func TestPrintedTreeIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tree := grow(t, rapid.IntRange(0, 4).Draw(t, "depth"), rapid.Bool().Draw(t, "logic"))
		source := tree.print(spelling(t))
		f, err := Compile(source, roomy())
		if err != nil {
			t.Fatalf("%s: %v", source, err)
		}
		if got, want := dumpNode(f.root), tree.dump(); got != want {
			t.Fatalf("%s\nread as %s\nwanted  %s", source, got, want)
		}
		if (f.Type() == TypeBool) != tree.logic {
			t.Fatalf("%s is a %s", source, f.Type())
		}
	})
}

// Random formulas give what math/big gives, state and missing names included, in Eval and Explain.
func TestAgainstOracle(t *testing.T) {
	input := rapid.Custom(func(t *rapid.T) fact {
		switch rapid.IntRange(0, 9).Draw(t, "state") {
		case 0:
			return fact{state: NoData}
		case 1:
			return fact{state: NotAssessed}
		case 2:
			return fact{state: NotReported}
		}
		return fact{rat: big.NewRat(rapid.Int64Range(-2000, 20000).Draw(t, "value"), []int64{1, 10, 100}[rapid.IntRange(0, 2).Draw(t, "places")])}
	})
	limit := new(big.Rat).SetInt64(1e18)
	rapid.Check(t, func(t *rapid.T) {
		o := oracle{values: map[string]fact{}, zero: fact{rat: big.NewRat(1, 1)}, huge: new(big.Rat)}
		for _, name := range []string{"x", "y", "z", "结案率"} {
			value := input.Draw(t, name)
			if value.state != Number {
				value.missing = []string{name}
			}
			o.values[name] = value
		}
		e := roomy()
		configured := Of(number.FromInt(1))
		if rapid.Bool().Draw(t, "not assessed") {
			configured = None(NotAssessed)
			o.zero = fact{state: NotAssessed}
		}
		e.ZeroDenominator = &configured
		tree := grow(t, rapid.IntRange(0, 4).Draw(t, "depth"), rapid.Bool().Draw(t, "logic"))
		source := tree.print(plainly)
		f := compile(t, source, e)
		lookup := func(ref Ref) (Value, bool) {
			v := o.values[ref.Name]
			if v.state != Number {
				return None(v.state), true
			}
			n, err := number.Parse(v.rat.FloatString(2))
			return Of(n), err == nil
		}
		want := o.eval(tree)
		got, err := f.Eval(lookup)
		_, explained, err2 := f.Explain(lookup)
		if fault.CodeOf(err) != fault.CodeOf(err2) || !got.Equal(explained) {
			t.Fatalf("%s: evaluated as %v (%v), explained as %v (%v)", source, got, err, explained, err2)
		}
		if err != nil {
			if fault.CodeOf(err) != "formula.overflow" || o.huge.Cmp(limit) < 0 {
				t.Fatalf("%s: %v", source, err)
			}
			return
		}
		if !equal(got, want, tree.logic) {
			t.Fatalf("%s = %v %s %v, want %+v", source, got.State, got.Exact(), got.Missing, want)
		}
	})
}

func equal(got Value, want fact, logic bool) bool {
	switch {
	case want.state != Number:
		return got.Equal(None(want.state, want.missing...))
	case logic:
		return got.Equal(Truth(want.is))
	}
	return got.State == Number && !got.IsBool && got.Ratio.Rat().Cmp(want.rat) == 0
}

// The suggestions for an unknown name never leave the known ones and never panic.
func TestNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		known := rapid.SliceOf(rapid.StringMatching(`[a-d结案率]{1,8}`)).Draw(t, "known")
		for _, name := range near(rapid.StringMatching(`[a-dA-D结案率]{1,8}`).Draw(t, "unknown"), known) {
			found := false
			for _, k := range known {
				found = found || k == name
			}
			if !found {
				t.Fatalf("%q is not known", name)
			}
		}
	})
}
