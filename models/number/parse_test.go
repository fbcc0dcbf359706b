package number

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yueping/models/fault"
)

func TestParse(t *testing.T) {
	nines := strings.Repeat("9", 19)
	cases := []struct{ name, text, want, code string }{
		{"zero", "0", "0", ""},
		{"zero has no sign", "-0.00", "0", ""},
		{"zeros behind are dropped", "61.50", "61.5", ""},
		{"zeros before are dropped", "007.10", "7.1", ""},
		{"negative", "-3.14", "-3.14", ""},
		{"zeros of a whole number stay", "1200", "1200", ""},
		{"19 digits", nines, nines, ""},
		{"19 negative digits", "-" + nines, "-" + nines, ""},
		{"19 digits round the point", "1234567890123.456789", "1234567890123.456789", ""},
		{"19 decimals", "0.1234567890123456789", "0.1234567890123456789", ""},
		{"20 digits", "1" + strings.Repeat("0", 19), "", "number.too_many_digits"},
		{"20 digits round the point", "12345678901234567890.1", "", "number.too_many_digits"},
		{"20 decimals", "0." + strings.Repeat("0", 19) + "1", "", "number.too_many_digits"},
		{"20 digits, the last of them zeros", "12345.678901234567890", "12345.67890123456789", ""},
		{"only zeros behind the point", "5." + strings.Repeat("0", 40), "5", ""},
		{"400 zeros before", strings.Repeat("0", 400) + "5", "5", ""},
		{"400 zeros behind", "5." + strings.Repeat("0", 400), "5", ""},
		{"nothing", "", "", "number.not_a_number"},
		{"a sign", "-", "", "number.not_a_number"},
		{"plus", "+1", "", "number.not_a_number"},
		{"two signs", "--1", "", "number.not_a_number"},
		{"a point", ".", "", "number.not_a_number"},
		{"no digit before the point", ".5", "", "number.not_a_number"},
		{"no digit behind the point", "5.", "", "number.not_a_number"},
		{"two points", "1.2.3", "", "number.not_a_number"},
		{"an exponent", "1e3", "", "number.not_a_number"},
		{"a separator", "1,234", "", "number.not_a_number"},
		{"a space", " 1", "", "number.not_a_number"},
		{"full width", "１", "", "number.not_a_number"},
		{"a word", "NaN", "", "number.not_a_number"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			n, err := Parse(c.text)
			if fault.CodeOf(err) != c.code || (err == nil) != (c.code == "") {
				t.Fatalf("%v, want %q", err, c.code)
			}
			if c.code == "" && n.String() != c.want {
				t.Errorf("%s, want %s", n, c.want)
			}
		})
	}
}

func TestCanonicalFormKeepsTheValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := numbers().Draw(t, "text")
		n, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := new(big.Rat).SetString(text)
		if got, _ := new(big.Rat).SetString(n.String()); got.Cmp(want) != 0 || Of(n).Rat().Cmp(want) != 0 {
			t.Fatalf("%s became %s", text, n)
		}
		if n.Sign() != want.Sign() {
			t.Fatalf("sign %d", n.Sign())
		}
		if s := n.String(); s == "-0" || (strings.Contains(s, ".") && strings.HasSuffix(s, "0")) {
			t.Fatalf("%s is not canonical", s)
		}
		if _, frac, _ := strings.Cut(n.String(), "."); n.Places() != len(frac) {
			t.Fatalf("%s has %d places?", n, n.Places())
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"0", "-0.0", "61.50", "1e5", "9999999999999999999", "1/2", "0x1p-2", "１", "5.", "0.00000000000000000001"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := Parse(text)
		if err != nil {
			if fault.CodeOf(err) == "" {
				t.Fatalf("%q: %v has no code", text, err)
			}
			return
		}
		if want := rat(t, text); Of(n).Rat().Cmp(want) != 0 {
			t.Fatalf("%q became %s", text, n)
		}
	})
}
