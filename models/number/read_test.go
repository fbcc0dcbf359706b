package number

import (
	"math/big"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"yueping/models/fault"
)

var (
	plainNumber = Format{Decimals: 2}
	rate        = Format{Percent: true, Decimals: 2, Unit: "%"}
	dust        = Format{Decimals: 0, Unit: "μg/m³"}
	money       = Format{Decimals: 1, Unit: "万元"}
)

func TestRead(t *testing.T) {
	cases := []struct {
		name   string
		format Format
		text   string
		want   string
	}{
		{"plain", plainNumber, "61.5", "61.5"},
		{"zero is a number", plainNumber, "0", "0"},
		{"full-width digits", plainNumber, "６１．５", "61.5"},
		{"。 as the point", plainNumber, "61。5", "61.5"},
		{"full-width minus", plainNumber, "－3", "-3"},
		{"minus sign of typesetting", plainNumber, "−3", "-3"},
		{"plus", plainNumber, "+3", "3"},
		{"spaces round it", plainNumber, " 　61.5\t", "61.5"},
		{"space behind the sign", plainNumber, "- 3", "-3"},
		{"no digit before the point", plainNumber, ".5", "0.5"},
		{"no digit behind the point", plainNumber, "5.", "5"},
		{"thousands", plainNumber, "35,932", "35932"},
		{"full-width thousands", plainNumber, "35，932", "35932"},
		{"spaced thousands", plainNumber, "35 932", "35932"},
		{"no-break space", plainNumber, "35\u00a0932", "35932"},
		{"millions", plainNumber, "-1,234,567.89", "-1234567.89"},
		{"zeros behind are no decimals", plainNumber, "1.5000", "1.5"},
		{"zeros before", plainNumber, "007", "7"},
		{"per cent without its sign", rate, "96.17", "0.9617"},
		{"per cent", rate, "96.17%", "0.9617"},
		{"full-width per cent", rate, "96.17％", "0.9617"},
		{"per cent behind a space", rate, "100 %", "1"},
		{"per cent of nothing", rate, "0%", "0"},
		{"unit", dust, "35μg/m³", "35"},
		{"unit behind a space", dust, "35 μg/m³", "35"},
		{"micro sign for the Greek letter", dust, "35µg/m³", "35"},
		{"Greek letter for the micro sign", Format{Unit: "µg/m³"}, "35μg/m³", "35"},
		{"full-width unit", dust, "35μｇ／ｍ³", "35"},
		{"unit left out", dust, "35", "35"},
		{"万 where it is the unit's", money, "12.5万元", "12.5"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if n, err := Read(c.text, c.format); err != nil || n.String() != c.want {
				t.Errorf("%s, %v, want %s", n, err, c.want)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	nan, long := "number.not_a_number", "number.too_many_digits"
	cases := []struct {
		name   string
		format Format
		text   string
		code   string
	}{
		{"nothing", plainNumber, "", nan},
		{"blanks", plainNumber, " 　", nan},
		{"a point alone is no 0", plainNumber, ".", nan},
		{"。 alone is no 0", plainNumber, "。", nan},
		{"a signed point", plainNumber, "-.", nan},
		{"two signs", plainNumber, "+-5", nan},
		{"comma as the point", plainNumber, "3,5", nan},
		{"group of two digits", plainNumber, "12,34", nan},
		{"group of four digits", plainNumber, "1,2345", nan},
		{"first group of four digits", plainNumber, "1234,567", nan},
		{"first group is 0", plainNumber, "0,123", nan},
		{"first group begins with 0", plainNumber, "012,345", nan},
		{"group missing", plainNumber, "1,,234", nan},
		{"comma first", plainNumber, ",234", nan},
		{"comma last", plainNumber, "1,", nan},
		{"two kinds of separator", plainNumber, "1,234 567", nan},
		{"separator made of two", plainNumber, "1 ,234", nan},
		{"two numbers", plainNumber, "12 34", nan},
		{"separator behind the point", plainNumber, "1.234,567", nan},
		{"two points", plainNumber, "1.2.3", nan},
		{"exponent", plainNumber, "1e3", nan},
		{"word", plainNumber, "九十", nan},
		{"letter for a digit", plainNumber, "1O0", nan},
		{"formula", plainNumber, "=1+1", nan},
		{"brackets of bookkeeping", plainNumber, "(5)", nan},
		{"per cent where none belongs", plainNumber, "96.17%", nan},
		{"per cent twice", rate, "96.17%%", nan},
		{"per mille", rate, "96.17‰", nan},
		{"a unit alone", dust, "μg/m³", nan},
		{"another unit", dust, "35mg/m³", nan},
		{"unit before it", dust, "μg/m³35", nan},
		{"unit where there is none", plainNumber, "35μg/m³", nan},
		{"万 where the unit has none", plainNumber, "3万", nan},
		{"half of the unit", money, "3万", nan},
		{"20 digits", plainNumber, "12345678901234567890", long},
		{"a thousand digits", plainNumber, "0." + strings.Repeat("3", 1000), long},
		{"20 digits with decimals", plainNumber, "12345678901234567890.25", long},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			n, err := Read(c.text, c.format)
			if fault.CodeOf(err) != c.code {
				t.Fatalf("%s, %v, want %s", n, err, c.code)
			}
			if shown := err.(*fault.Fault).Args["text"]; shown != c.text {
				t.Errorf("the fault shows %q", shown)
			}
		})
	}
}

func TestReadSuggests(t *testing.T) {
	cases := []struct {
		name       string
		format     Format
		text       string
		suggestion string
	}{
		{"rounded", plainNumber, "61.567", "61.57"},
		{"half to even", plainNumber, "2.345", "2.34"},
		{"no decimals at all", dust, "35.5μg/m³", "36"},
		{"per cent", rate, "96.175", "96.18%"},
		{"per cent with its sign", rate, "96.165%", "96.16%"},
		{"a quotient copied from elsewhere", plainNumber, "0.92622950819672131147", "0.93"},
		{"a quotient below zero", plainNumber, "-33.33333333333333333333333", "-33.33"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(c.text, c.format)
			if fault.CodeOf(err) != "number.too_many_decimals" {
				t.Fatal(err)
			}
			args := err.(*fault.Fault).Args
			if args["suggestion"] != c.suggestion || args["decimals"] != c.format.Decimals {
				t.Errorf("%v", args)
			}
			if _, err := Read(c.suggestion, c.format); err != nil {
				t.Errorf("the suggestion is refused: %v", err)
			}
		})
	}
}

// grammar is what Read promises, in the narrow characters that shape turns a text into.
var grammar = regexp.MustCompile(`^[+-]? *(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)?(?:\.\d*)?$`)

var wide = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8",
	"９", "9", "．", ".", "。", ".", "，", ",", "－", "-", "−", "-", "＋", "+", "％", "%", "µ", "μ", "ｇ", "g", "／", "/", "ｍ", "m")

func shape(text string, f Format) string {
	s := strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, wide.Replace(text)))
	return strings.TrimSpace(strings.TrimSuffix(s, f.Unit))
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"61.5", "６１。５", "35,932", "3,5", "1 234.5", "96.17％", "35 µg/m³", "-.", "+-5", "0,123", "1e3", "\xff", "12345678901234567890"} {
		f.Add(seed, false, uint8(2))
		f.Add(seed, true, uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, percent bool, decimals uint8) {
		format := Format{Decimals: int(decimals % 13), Unit: "μg/m³"}
		if percent {
			format.Percent, format.Unit = true, "%"
		}
		n, err := Read(text, format)
		s := shape(text, format)
		formed := grammar.MatchString(s) && strings.ContainsAny(s, "0123456789")
		if err != nil {
			code := fault.CodeOf(err)
			if formed == (code == "number.not_a_number") || code == "" {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		if !formed {
			t.Fatalf("%q was read as %s", text, n)
		}
		want := rat(t, strings.NewReplacer(" ", "", ",", "").Replace(s))
		if percent {
			want.Quo(want, big.NewRat(100, 1))
		}
		if Of(n).Rat().Cmp(want) != 0 {
			t.Fatalf("%q became %s", text, n)
		}
	})
}
