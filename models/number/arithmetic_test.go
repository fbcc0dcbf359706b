package number

import (
	"encoding/json"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"yueping/models/fault"
)

func TestRound(t *testing.T) {
	cases := []struct {
		name, text string
		places     int
		want       string // as Fixed writes it
	}{
		{"below half", "2.344", 2, "2.34"},
		{"above half", "2.3451", 2, "2.35"},
		{"half to an even digit below", "2.345", 2, "2.34"},
		{"half to an even digit above", "2.355", 2, "2.36"},
		{"half of nothing", "0.5", 0, "0"},
		{"half of one and a half", "1.5", 0, "2"},
		{"negative half", "-2.5", 0, "-2"},
		{"negative half, odd", "-3.5", 0, "-4"},
		{"nothing left of a negative one", "-0.004", 2, "0.00"},
		{"carried over", "99.996", 2, "100.00"},
		{"padded", "61.5", 2, "61.50"},
		{"padded whole number", "100", 2, "100.00"},
		{"padded past 19 digits", "9999999999999999999", 3, "9999999999999999999.000"},
		{"carried to a digit more", "999999999999999999.5", 0, "1000000000000000000"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			n := MustParse(c.text)
			if got := n.Fixed(c.places); got != c.want {
				t.Errorf("Fixed %s, want %s", got, c.want)
			}
			if got := n.Round(c.places); got.Cmp(n.Round(c.places).Round(c.places)) != 0 || Of(got).Rat().Cmp(rat(t, c.want)) != 0 {
				t.Errorf("Round %s, want %s", got, c.want)
			}
		})
	}
}

func TestRoundAgainstOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := MustParse(numbers().Draw(t, "number"))
		places := rapid.IntRange(0, 19).Draw(t, "places")
		want := nearest(Of(n).Rat(), places)
		if got := n.Round(places); Of(got).Rat().Cmp(want) != 0 {
			t.Fatalf("%s at %d is %s, want %s", n, places, got, want.FloatString(places))
		}
		// math/big writes a rounded value with its decimals, and a sign that a zero does not have.
		if got := n.Fixed(places); got != want.FloatString(places) {
			t.Fatalf("%s fixed at %d is %s, want %s", n, places, got, want.FloatString(places))
		}
		got, err := Of(n).Round(places)
		agree(t, n.String(), got, err, want)
	})
}

func TestSumsAgainstOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := MustParse(numbers().Draw(t, "a")), MustParse(numbers().Draw(t, "b"))
		x, y := Of(a).Rat(), Of(b).Rat()
		sum, err := a.Add(b)
		agree(t, a.String()+" + "+b.String(), sum, err, new(big.Rat).Add(x, y))
		difference, err := a.Sub(b)
		agree(t, a.String()+" - "+b.String(), difference, err, new(big.Rat).Sub(x, y))
		if a.Cmp(b) != x.Cmp(y) {
			t.Fatalf("%s and %s compare as %d", a, b, a.Cmp(b))
		}
	})
}

func TestSums(t *testing.T) {
	cases := []struct{ name, a, b, want, code string }{
		{"exact in tenths", "0.1", "0.2", "0.3", ""},
		{"a sum of 20 digits whose last is 0", "999999999999999999.5", "0.5", "1000000000000000000", ""},
		{"one digit too many", "9999999999999999999", "1", "", "number.overflow"},
		{"too far apart", "1000000000000000000", "0.01", "", "number.overflow"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := MustParse(c.a).Add(MustParse(c.b))
			if fault.CodeOf(err) != c.code || (c.code == "" && got.String() != c.want) {
				t.Errorf("%s, %v", got, err)
			}
		})
	}
}

func TestShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := MustParse(numbers().Draw(t, "number"))
		places := rapid.IntRange(-19, 19).Draw(t, "places")
		want := new(big.Rat).SetInt(tenTo(max(places, -places)))
		if places < 0 {
			want.Inv(want)
		}
		want.Mul(want, Of(n).Rat())
		got, err := n.Shift(places)
		switch {
		case fits(want) && (err != nil || Of(got).Rat().Cmp(want) != 0):
			t.Fatalf("%s by %d is %s, %v", n, places, got, err)
		case !fits(want) && fault.CodeOf(err) != "number.too_many_digits":
			t.Fatalf("%s by %d is %s, %v", n, places, got, err)
		}
	})
}

func TestScaled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := MustParse(numbers().Draw(t, "number"))
		places := rapid.IntRange(0, 18).Draw(t, "places")
		want := new(big.Rat).Mul(nearest(Of(n).Rat(), places), new(big.Rat).SetInt(tenTo(places)))
		got, ok := n.Scaled(places)
		if inside := new(big.Int).Abs(want.Num()).Cmp(big.NewInt(math.MaxInt64)) <= 0; ok != inside {
			t.Fatalf("%s at %d: %v", n, places, ok)
		}
		if ok && want.Cmp(new(big.Rat).SetInt64(got)) != 0 {
			t.Fatalf("%s at %d is %d, want %s", n, places, got, want)
		}
	})
	for _, places := range []int{-1, 19} {
		if _, ok := FromInt(1).Scaled(places); ok {
			t.Errorf("%d places accepted", places)
		}
	}
}

func TestStoredForms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := MustParse(numbers().Draw(t, "number"))
		stored, err := n.Value()
		if err != nil || stored != n.String() {
			t.Fatalf("%v, %v", stored, err)
		}
		var back, bytes, decoded Number
		encoded, err := json.Marshal(n)
		if err != nil || string(encoded) != `"`+n.String()+`"` {
			t.Fatalf("%s, %v", encoded, err)
		}
		if back.Scan(stored) != nil || bytes.Scan([]byte(n.String())) != nil || json.Unmarshal(encoded, &decoded) != nil {
			t.Fatal("not read back")
		}
		if back.Cmp(n) != 0 || bytes.Cmp(n) != 0 || decoded.Cmp(n) != 0 {
			t.Fatalf("%s, %s, %s", back, bytes, decoded)
		}
	})
}

func TestForeignFormsAreRefused(t *testing.T) {
	for name, source := range map[string]any{"a float": 61.5, "an integer": int64(61), "nothing": nil, "a word": "NaN"} {
		t.Run(name, func(t *testing.T) {
			n := MustParse("7")
			if err := n.Scan(source); fault.CodeOf(err) != "number.not_a_number" || n.String() != "7" {
				t.Errorf("%s, %v", n, err)
			}
		})
	}
	for _, text := range []string{`61.5`, `null2`, `{}`, `"1e3"`} {
		var n Number
		if err := n.UnmarshalJSON([]byte(text)); fault.CodeOf(err) != "number.not_a_number" {
			t.Errorf("%s: %v", text, err)
		}
	}
}
