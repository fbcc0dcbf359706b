package air_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
)

func TestLimitsOverTime(t *testing.T) {
	standards := limits(t)
	for m, want := range map[string]string{
		"2019-08": "60 40 70 35 4 160",
		"2026-02": "60 40 70 35 4 160",
		"2026-03": "60 40 60 30 4 160",
		"2030-12": "60 40 60 30 4 160",
		"2031-01": "20 30 50 25 4 160",
	} {
		held := standards.Limits(month.MustParse(m))
		var got []string
		for _, p := range air.Six() {
			got = append(got, held[p].Value.String())
			if held[p].Source == "" {
				t.Errorf("%s %s has no source", m, p)
			}
		}
		if joined := strings.Join(got, " "); joined != want {
			t.Errorf("%s: %s, want %s", m, joined, want)
		}
	}
	if got := standards.Limits(month.Of(2011, 12)); len(got) != 0 {
		t.Errorf("before the first standard: %v", got)
	}
}

func TestBetween(t *testing.T) {
	pm := []air.Pollutant{air.PM10, air.PM25}
	for _, c := range []struct {
		one, other string
		want       air.Break
	}{
		{"2019-08", "2018-08", air.Break{Conditions: true}},
		{"2018-08", "2019-08", air.Break{Conditions: true}},
		{"2019-09", "2018-09", air.Break{}},
		{"2018-08", "2017-08", air.Break{}},
		{"2026-03", "2025-03", air.Break{Limits: pm}},
		{"2027-02", "2026-02", air.Break{Limits: pm}},
		{"2027-03", "2026-03", air.Break{}},
		{"2031-01", "2030-01", air.Break{Limits: []air.Pollutant{air.SO2, air.NO2, air.PM10, air.PM25}}},
	} {
		got := limits(t).Between(month.MustParse(c.one), month.MustParse(c.other))
		if !reflect.DeepEqual(got, c.want) || got.Any() != (c.want.Conditions || c.want.Limits != nil) {
			t.Errorf("%s and %s: %+v, want %+v", c.one, c.other, got, c.want)
		}
	}
}

func TestEitherBreak(t *testing.T) {
	one := air.Break{Limits: []air.Pollutant{air.PM25, air.PM10}, Conditions: true}
	other := air.Break{Limits: []air.Pollutant{air.SO2, air.PM25}, Weights: []air.Pollutant{air.O3}}
	want := air.Break{Limits: []air.Pollutant{air.SO2, air.PM10, air.PM25}, Weights: []air.Pollutant{air.O3}, Conditions: true}
	if got := one.Or(other); !reflect.DeepEqual(got, want) || !got.Any() {
		t.Errorf("%+v", got)
	}
	if got := (air.Break{}).Or(air.Break{}); got.Any() {
		t.Errorf("%+v", got)
	}
	if !(air.Break{Weights: []air.Pollutant{air.CO}}).Any() {
		t.Error("changed weights say nothing")
	}
}

const head = "from,pollutant,limit,unit,source\n"

func TestStandardsRefuseBadLines(t *testing.T) {
	for _, c := range []struct {
		code string
		line any
		text string
	}{
		{"air.table_empty", nil, ""},
		{"air.table_empty", nil, "# only a remark\n" + head},
		{"air.table_columns", 2, "# a remark\nfrom,pollutant,limit\n"},
		{"air.table_line", 3, head + "2012-01,so2,60,µg/m³,GB\n2012-01,no2,40\n"},
		{"air.table_line", 2, head + "2012-01,\"so2,60,µg/m³,GB\n"},
		{"air.table_month", 2, head + "2012,so2,60,µg/m³,GB\n"},
		{"air.table_pollutant", 2, head + "2012-01,tsp,60,µg/m³,GB\n"},
		{"air.table_number", 2, head + "2012-01,so2,sixty,µg/m³,GB\n"},
		{"air.table_unit", 2, head + "2012-01,co,4,µg/m³,GB\n"},
		{"air.limit_not_positive", 2, head + "2012-01,so2,0,µg/m³,GB\n"},
		{"air.table_twice", 4, head + "2012-01,so2,60,µg/m³,GB\n# again\n2012-01,so2,50,µg/m³,GB\n"},
	} {
		_, err := air.ReadStandards(strings.NewReader(c.text))
		var f *fault.Fault
		if !errors.As(err, &f) || f.Code != c.code || f.Args["line"] != c.line {
			t.Errorf("%q: %v, want %s in line %v", c.text, err, c.code, c.line)
		}
	}
	if _, err := air.ReadStandards(iotest.ErrReader(errors.New("disk"))); fault.CodeOf(err) != "air.table_line" {
		t.Errorf("an unreadable file gave %v", err)
	}
}

func TestStandardsReportEveryBadLine(t *testing.T) {
	_, err := air.ReadStandards(strings.NewReader(head + "2012-01,tsp,60,µg/m³,GB\n2012-01,so2,60\n2012-13,no2,x,µg/m³,GB\n"))
	for _, part := range []string{"table_pollutant line=2", "table_line line=3", "table_month line=4", "table_number column=limit line=4"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("no %q in %v", part, err)
		}
	}
}

func TestStandardsReadWhatEditorsWrite(t *testing.T) {
	text := "\uFEFF" + strings.ReplaceAll(head+"2020-01, so2 ,50,μg/m³,B\n2012-01,so2,60,µg/m³,A\n", "\n", "\r\n")
	standards, err := air.ReadStandards(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if got := standards.Limits(month.Of(2019, 1))[air.SO2].Source + standards.Limits(month.Of(2020, 1))[air.SO2].Source; got != "AB" {
		t.Errorf("rows out of order: %s", got)
	}
}
