package air_test

import (
	"testing"

	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

func numbers(texts ...string) []number.Number {
	var list []number.Number
	for _, text := range texts {
		list = append(list, number.MustParse(text))
	}
	return list
}

func TestChange(t *testing.T) {
	for _, c := range []struct{ now, then, want string }{
		{"3.61", "4.00", "-9.8"},
		{"4", "4", "0"},
		{"36", "35", "2.9"},
		{"0", "35", "-100"},
		{"1.0025", "1", "0.2"}, // 0.25 goes to the even digit
	} {
		got, err := air.Change(number.MustParse(c.now), number.MustParse(c.then))
		if err != nil || got.String() != c.want {
			t.Errorf("%s after %s: %s %v, want %s", c.now, c.then, got, err, c.want)
		}
	}
	if _, err := air.Change(number.FromInt(1), number.Number{}); fault.CodeOf(err) != "air.no_base" {
		t.Errorf("after 0: %v", err)
	}
}

func TestDaysNeeded(t *testing.T) {
	for _, c := range []struct {
		month string
		days  int
		want  bool
	}{
		{"2019-08", 27, true}, {"2019-08", 26, false}, {"2019-02", 25, true}, {"2020-02", 24, false},
		{"2019-03", 25, false}, {"2019-02", 24, false}, {"2020-02", 25, true}, {"2019-04", 27, true}, {"2019-04", 30, true}, {"2019-02", 28, true},
	} {
		if got := air.Enough(month.MustParse(c.month), c.days); got != c.want {
			t.Errorf("%d days in %s: %v", c.days, c.month, got)
		}
	}
}

func TestPercentiles(t *testing.T) {
	values := numbers("40", "10", "30", "20")
	for _, c := range []struct{ percent, linear, nearest string }{
		{"0", "10", "10"}, {"25", "17.5", "10"}, {"50", "25", "20"}, {"90", "37", "40"}, {"95", "38.5", "40"}, {"100", "40", "40"},
	} {
		p := number.MustParse(c.percent)
		ratio, err := air.Percentile(values, p)
		if err != nil {
			t.Fatal(err)
		}
		linear, err := ratio.Exact()
		nearest, err2 := air.NearestRank(values, p)
		if err != nil || err2 != nil || linear.String() != c.linear || nearest.String() != c.nearest {
			t.Errorf("%s %%: %s and %s, want %s and %s", c.percent, linear, nearest, c.linear, c.nearest)
		}
	}
	if values[0].String() != "40" {
		t.Error("the values were reordered")
	}
	if got, err := air.Percentile(values[:1], number.FromInt(90)); err != nil || got.Cmp(number.Int(40)) != 0 {
		t.Errorf("of one value: %v %v", got, err)
	}
	for code, c := range map[string]struct {
		values  []number.Number
		percent string
	}{"air.nothing": {nil, "90"}, "air.percent": {values, "100.1"}} {
		_, err := air.Percentile(c.values, number.MustParse(c.percent))
		_, err2 := air.NearestRank(c.values, number.MustParse(c.percent))
		if fault.CodeOf(err) != code || fault.CodeOf(err2) != code {
			t.Errorf("%v and %v, want %s", err, err2, code)
		}
	}
	if _, err := air.Percentile(values, number.FromInt(-1)); fault.CodeOf(err) != "air.percent" {
		t.Errorf("below 0: %v", err)
	}
}
