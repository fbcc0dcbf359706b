package air_test

import (
	"testing"

	"yueping/models/air"
	"yueping/models/month"
	"yueping/models/number"
)

// The reference states are 273 K and 298.15 K: 298.15 µg/m³ of the one are 273 of the other.
func TestConverted(t *testing.T) {
	before, after := month.Of(2018, 8), month.Of(2018, 9)
	for _, c := range []struct {
		pollutant        air.Pollutant
		value            string
		reported, wanted month.Month
		want             string
	}{
		{air.SO2, "298.15", before, after, "273"},
		{air.O3, "273", after, before, "298.15"},
		{air.CO, "298.15", before, month.Of(2026, 3), "273"},
		{air.SO2, "298.15", before, month.Of(2017, 8), "298.15"},
		{air.NO2, "298.15", after, month.Of(2019, 8), "298.15"},
		{air.PM10, "298.15", before, after, "298.15"},
		{air.PM25, "298.15", after, before, "298.15"},
	} {
		got, err := air.Converted(c.pollutant, number.MustParse(c.value), c.reported, c.wanted).Exact()
		if err != nil || got.String() != c.want {
			t.Errorf("%s %s of %s in %s: %s %v, want %s", c.pollutant, c.value, c.reported, c.wanted, got, err, c.want)
		}
	}
}
