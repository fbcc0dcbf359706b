package air_test

import (
	"slices"
	"testing"

	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

func TestPublishedIndices(t *testing.T) {
	standards := limits(t)
	for _, c := range []struct {
		file string
		rows int
	}{
		{"composite-index-single-rows.csv", 5},
		{"composite-index-rounding-order.csv", 2},
		{"heyuan_2023_01.csv", 7},
		{"heyuan_2023_10.csv", 6},
	} {
		rows := published(t, c.file)
		if len(rows) != c.rows {
			t.Errorf("%s has %d rows", c.file, len(rows))
		}
		for _, row := range rows {
			options := air.Usual(may(2023), standards)
			options.RoundSubIndices = row["round_sub_indices"] != "false"
			got, err := air.Index(six(row), options)
			if err != nil {
				t.Fatal(err)
			}
			if got.Total.Cmp(number.MustParse(row["index"])) != 0 {
				t.Errorf("%s: %v gives %s", c.file, row, got.Total)
			}
		}
	}
}

// Both rows of this file show another index when the sub-indices are rounded the other way round.
func TestRoundingOrderMatters(t *testing.T) {
	for _, row := range published(t, "composite-index-rounding-order.csv") {
		options := air.Usual(may(2023), limits(t))
		options.RoundSubIndices = row["round_sub_indices"] == "false"
		got, err := air.Index(six(row), options)
		if err != nil {
			t.Fatal(err)
		}
		if got.Total.Cmp(number.MustParse(row["index"])) == 0 {
			t.Errorf("%v: the same index either way", row)
		}
	}
}

func TestIndexParts(t *testing.T) {
	options := air.Usual(may(2023), limits(t))
	got, err := air.Index([]air.Concentration{of(air.PM10, "70"), of(air.PM25, "35.1"), of(air.CO, "1.1")}, options)
	if err != nil {
		t.Fatal(err)
	}
	if got.Total.String() != "2.28" { // 1 + 1.00 + 0.28: 0.275 goes to the even digit
		t.Errorf("total %s", got.Total)
	}
	if p := got.Parts[2]; p.SubIndex.String() != "0.28" || p.Limit.Value.String() != "4" || p.Limit.Source != "GB 3095-2012" || p.Weight.String() != "1" {
		t.Errorf("%+v", p)
	}
	if want := []air.Pollutant{air.PM10, air.PM25}; !slices.Equal(got.Primary, want) {
		t.Errorf("equal as rounded: primary %v", got.Primary)
	}
	options.RoundSubIndices = false
	if got, _ = air.Index([]air.Concentration{of(air.PM10, "70"), of(air.PM25, "35.1")}, options); !slices.Equal(got.Primary, []air.Pollutant{air.PM25}) {
		t.Errorf("exact: primary %v", got.Primary)
	}
	if got, _ = air.Index([]air.Concentration{of(air.SO2, "0"), of(air.NO2, "0")}, options); got.Primary != nil || got.Total.Sign() != 0 {
		t.Errorf("clean air: %v %s", got.Primary, got.Total)
	}
}

func TestIndexUsesTheLimitsOfItsMonth(t *testing.T) {
	row := []air.Concentration{of(air.PM10, "60"), of(air.PM25, "30"), of(air.SO2, "20")}
	for m, want := range map[string]string{"2026-02": "2.05", "2026-03": "2.33", "2030-12": "2.33", "2031-01": "3.4"} {
		got, err := air.Index(row, air.Usual(month.MustParse(m), limits(t)))
		if err != nil || got.Total.String() != want {
			t.Errorf("%s: %s %v, want %s", m, got.Total, err, want)
		}
	}
}

func TestWeightsHoldFromTheirMonth(t *testing.T) {
	options := air.Usual(month.Of(2026, 3), limits(t))
	options.Weights = options.Weights.Put(month.Of(2026, 3), air.Weights{air.PM25: number.MustParse("1.5")})
	row := []air.Concentration{of(air.PM10, "60"), of(air.PM25, "30")}
	got, err := air.Index(row, options)
	if err != nil || got.Total.String() != "2.5" || !slices.Equal(got.Primary, []air.Pollutant{air.PM10, air.PM25}) {
		t.Errorf("%s %v %v", got.Total, got.Primary, err)
	}
	options.Month = month.Of(2026, 2)
	if got, err = air.Index(row, options); err != nil || got.Total.String() != "1.72" {
		t.Errorf("before they hold: %s %v", got.Total, err)
	}
}

func TestIndexRefuses(t *testing.T) {
	usual := air.Usual(may(2023), limits(t))
	early, weighted := usual, usual
	early.Month = may(2011)
	weighted.Weights = month.Always(air.Weights{air.SO2: number.FromInt(-1)})
	for _, c := range []struct {
		code    string
		options air.Options
		row     []air.Concentration
	}{
		{"air.nothing", usual, nil},
		{"air.unknown_pollutant", usual, []air.Concentration{of("tsp", "1")}},
		{"air.repeated_pollutant", usual, []air.Concentration{of(air.SO2, "1"), of(air.SO2, "2")}},
		{"air.negative", usual, []air.Concentration{of(air.SO2, "-1")}},
		{"air.negative", weighted, []air.Concentration{of(air.SO2, "1")}},
		{"air.no_limit", early, []air.Concentration{of(air.SO2, "1")}},
		{"air.no_limit", usual, []air.Concentration{of(air.O3Hour, "1")}},
		{"number.overflow", usual, []air.Concentration{of(air.CO, "9999999999999999999")}},
	} {
		if _, err := air.Index(c.row, c.options); fault.CodeOf(err) != c.code {
			t.Errorf("%v: %v, want %s", c.row, err, c.code)
		}
	}
}

func TestPollutants(t *testing.T) {
	if got := air.Published(air.CO, number.MustParse("0.85")).String(); got != "0.8" {
		t.Errorf("CO %s", got)
	}
	if got := air.Published(air.PM25, number.MustParse("35.5")).String(); got != "36" {
		t.Errorf("PM2.5 %s", got)
	}
	if air.PM25.Name() != "PM2.5" || air.CO.Unit() != "mg/m³" || air.O3.Unit() != "µg/m³" || air.Pollutant("tsp").Name() != "" {
		t.Error("names or units")
	}
}
