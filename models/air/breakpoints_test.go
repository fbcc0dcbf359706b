package air_test

import (
	"testing"

	"yueping/models/air"
	"yueping/models/number"
)

// printed are the breakpoints of HJ 633 as printed, for the IAQI of printedSteps; written out here a
// second time, so that a slip in the shipped tables shows.
var (
	printedSteps = []int{0, 50, 100, 150, 200, 300, 400, 500}
	printed      = map[string]map[air.Pollutant][]string{
		"2019-08": {
			air.SO2:    {"0", "50", "150", "475", "800", "1600", "2100", "2620"},
			air.NO2:    {"0", "40", "80", "180", "280", "565", "750", "940"},
			air.PM10:   {"0", "50", "150", "250", "350", "420", "500", "600"},
			air.PM25:   {"0", "35", "75", "115", "150", "250", "350", "500"},
			air.CO:     {"0", "2", "4", "14", "24", "36", "48", "60"},
			air.O3:     {"0", "100", "160", "215", "265", "800"},
			air.O3Hour: {"0", "160", "200", "300", "400", "800", "1000", "1200"},
		},
		"2026-03": {
			air.SO2:  {"0", "50", "150", "475", "800", "1600", "2100", "2620"},
			air.NO2:  {"0", "40", "80", "180", "280", "565", "750", "940"},
			air.PM10: {"0", "50", "120", "250", "350", "420", "500", "600"},
			air.PM25: {"0", "35", "60", "115", "150", "250", "350", "500"},
			air.CO:   {"0", "2", "4", "14", "24", "36", "48", "60"},
			air.O3:   {"0", "100", "160", "215", "265", "800"},
		},
	}
)

// TestEveryBreakpoint holds that each printed concentration has exactly its IAQI, a hair more the next
// whole one, and a hair less no more. In the edition that rounds first, a hair is a step of what it
// rounds to.
func TestEveryBreakpoint(t *testing.T) {
	for m, pollutants := range printed {
		scale := edition(t, m)
		for p, points := range pollutants {
			hair := number.MustParse("0.001")
			if m == "2026-03" {
				hair = number.MustParse(map[bool]string{true: "0.1", false: "1"}[p == air.CO])
			}
			for i, point := range points {
				at := number.MustParse(point)
				above, _ := at.Add(hair)
				if got := iaqi(t, scale, p, at); got != printedSteps[i] {
					t.Errorf("%s %s %s: %d, want %d", m, p, point, got, printedSteps[i])
				}
				got := iaqi(t, scale, p, above)
				switch last := i == len(points)-1; {
				case last && got != printedSteps[i]:
					t.Errorf("%s %s above its last breakpoint: %d", m, p, got)
				case !last && (got <= printedSteps[i] || got > printedSteps[i+1]):
					t.Errorf("%s %s %s: %d, want a little more than %d", m, p, above, got, printedSteps[i])
				}
				if i > 0 {
					below, _ := at.Sub(hair)
					if got := iaqi(t, scale, p, below); got > printedSteps[i] || got < printedSteps[i-1] {
						t.Errorf("%s %s %s: %d", m, p, below, got)
					}
				}
			}
		}
	}
}

// iaqi is the individual index of a pollutant on a day that is clean but for it.
func iaqi(t *testing.T, scale air.Scale, p air.Pollutant, value number.Number) int {
	t.Helper()
	day, err := scale.Daily(clean(air.Concentration{Pollutant: p, Value: value}))
	if err != nil {
		t.Fatal(p, value, err)
	}
	for _, part := range day.Parts {
		if part.Pollutant == p {
			if day.AQI != part.IAQI {
				t.Errorf("%s %s: AQI %d of IAQI %d", p, value, day.AQI, part.IAQI)
			}
			return part.IAQI
		}
	}
	t.Fatalf("%s is not in the day", p)
	return 0
}
