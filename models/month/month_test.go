package month

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"yueping/models/fault"
)

func TestParse(t *testing.T) {
	october, january := Of(2019, 10), Of(2019, 1)
	accepted := []struct {
		name, text string
		want       Month
	}{
		{"ISO", "2019-10", october},
		{"slash", "2019/10", october},
		{"point", "2019.10", october},
		{"six digits", "201910", october},
		{"Chinese", "2019年10月", october},
		{"Chinese, one digit", "2019年1月", january},
		{"Chinese, padded", "2019年01月", january},
		{"Chinese without 月", "2019年10", october},
		{"one digit", "2019-1", january},
		{"blanks round it", " 2019-10\n", october},
		{"first year", "1980-01", Of(1980, 1)},
		{"last year", "2199-12", Of(2199, 12)},
	}
	for _, c := range accepted {
		t.Run(c.name, func(t *testing.T) {
			if m, err := Parse(c.text); err != nil || m != c.want {
				t.Errorf("%s, %v", m, err)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"thirteenth month": "2019-13", "month 0": "2019-00", "thirteenth month in six digits": "201913",
		"a month alone": "13", "a word": "abc", "nothing": "", "blanks": "  ", "five digits": "20191",
		"five digits and 月": "20191月", "a day": "2019-10-05", "a year": "2019", "two digits of a year": "19-10",
		"before our time": "1979-12", "far future": "2200-01", "words behind": "2019-10月份", "two months": "2019-10 2019-11",
		"a sign": "-2019-10", "two separators": "2019--10", "seven digits": "2019100", "the other way round": "10-2019",
	} {
		t.Run(name, func(t *testing.T) {
			if m, err := Parse(text); fault.CodeOf(err) != "month.invalid" || m != 0 {
				t.Errorf("%s, %v", m, err)
			}
		})
	}
}

func months() *rapid.Generator[Month] {
	return rapid.Custom(func(t *rapid.T) Month {
		return Of(rapid.IntRange(1980, 2199).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"))
	})
}

func TestFormsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := months().Draw(t, "month")
		day := rapid.IntRange(0, 28).Draw(t, "day")
		if m.Number() < 1 || m.Number() > 12 || Of(m.Year(), m.Number()) != m {
			t.Fatalf("%d-%d", m.Year(), m.Number())
		}
		if At(time.Date(m.Year(), time.Month(m.Number()), 28, 23, 59, 0, 0, time.UTC)) != m {
			t.Fatal("its last days lie in another month")
		}
		stored, err := m.Value()
		var back Month
		if err != nil || back.Scan(stored) != nil || back != m {
			t.Fatalf("%v became %s (%v)", stored, back, err)
		}
		period := Period{m, day}
		stored, err = period.Value()
		var again Period
		if err != nil || again.Scan(stored) != nil || again != period {
			t.Fatalf("%v became %s (%v)", stored, again, err)
		}
	})
}

// Months are told apart and put in order by their texts in the database.
func TestTextSortsAsTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := months().Draw(t, "a"), months().Draw(t, "b")
		if (a < b) != (a.String() < b.String()) {
			t.Fatalf("%s, %s", a, b)
		}
	})
}

func TestZeroMonth(t *testing.T) {
	var m, back Month
	text, err := m.MarshalText()
	if err != nil || string(text) != "" || back.UnmarshalText(text) != nil || back != 0 {
		t.Errorf("%q, %s, %v", text, back, err)
	}
	if p, err := ParsePeriod(""); err != nil || p != (Period{}) || p.String() != "" {
		t.Errorf("%s, %v", p, err)
	}
}

func TestParsePeriod(t *testing.T) {
	october := Of(2019, 10)
	cases := []struct {
		name, text string
		want       Period
		ok         bool
	}{
		{"month", "2019-10", october.Whole(), true},
		{"day", "2019-10-05", Period{october, 5}, true},
		{"last day", "2019-10-31", Period{october, 31}, true},
		{"a day that is none", "2019-02-29", Period{}, false},
		{"leap day", "2020-02-29", Period{Of(2020, 2), 29}, true},
		{"day 0", "2019-10-00", Period{}, false},
		{"day without zero", "2019-10-5", Period{}, false},
		{"year that no month may have", "0000-01-05", Period{}, false},
		{"word", "yesterday!", Period{}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, err := ParsePeriod(c.text)
			if p != c.want || (err == nil) != c.ok || (!c.ok && fault.CodeOf(err) != "month.invalid") {
				t.Errorf("%s, %v", p, err)
			}
		})
	}
}

func TestScanRefusesOtherTypes(t *testing.T) {
	var m Month
	var p Period
	for _, source := range []any{201910, nil, time.Now()} {
		if fault.CodeOf(m.Scan(source)) != "month.invalid" || fault.CodeOf(p.Scan(source)) != "month.invalid" {
			t.Errorf("%v accepted", source)
		}
	}
}
