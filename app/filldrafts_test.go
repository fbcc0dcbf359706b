package app

import (
	"testing"

	"yueping/models"
)

// A day that was typed but cannot be read is in no mean: what fills the month says so, also where days are counted.
func TestFillingNamesTheDaysToMend(t *testing.T) {
	w := opened(t, params(t), daysCity(2, ""))
	var lines []string
	for _, p := range []string{"so2", "pm25"} {
		lines = append(lines, days(p, "u0", "2019-10", 28, "40")...)
		lines = append(lines, days(p, "u1", "2019-10", 28, "40")...)
	}
	applied(t, w, dayBatch(t, lines...))
	applied(t, w, Batch{Program: "p", Source: models.SourceTyped, Edits: []Edit{
		{Indicator: "pm25", Unit: "u0", Period: october.Day(3), Draft: "三十五", Fault: "number.not_a_number"},
		{Indicator: "pm25", Unit: "u0", Period: october.Day(4), Draft: "x", Fault: "number.not_a_number"},
		{Indicator: "co", Unit: "u0", Period: october.Day(4), Draft: "850", Fault: "value.thousandfold"},
		// That of the month itself is replaced, and named as what stood there.
		{Indicator: "so2", Unit: "u0", Period: october.Whole(), Draft: "x", Fault: "number.not_a_number"}}})
	want := map[string]int{"so2 u0": 0, "pm25 u0": 2, "valid_days u0": 3, "aqi_days u0": 3, "good_days u0": 3, "so2 u1": 0, "pm25 u1": 0, "valid_days u1": 0, "aqi_days u1": 0, "good_days u1": 0}
	f := filled(t, w, october)
	if len(f.Values) != len(want) {
		t.Errorf("%d values", len(f.Values))
	}
	for _, v := range f.Values {
		if n, known := want[v.Indicator.Key+" "+v.Unit.Key]; !known || v.Drafts != n {
			t.Errorf("%s %s: %d drafts, want %d", v.Indicator.Key, v.Unit.Key, v.Drafts, n)
		}
	}
}
