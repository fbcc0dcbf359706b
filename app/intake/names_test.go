package intake

import "testing"

func TestHeadersWithTheirMeasure(t *testing.T) {
	p, _ := smallCity()
	for text, want := range map[string][2]string{
		"应结数": {"due", ""}, "应结数（件）": {"due", "件"}, "应结数（单位：件）": {"due", "件"}, "应结数(计量单位：件)": {"due", "件"}, "应结数/件": {"due", "件"}, "应结数／件": {"due", "件"}, "应结数，单位：件": {"due", "件"},
		"结案率/%": {"rate", "%"}, "PM10（单位：μg/m³）": {"pm10", "μg/m3"}, "PM10/mg/m³": {"pm10", "mg/m3"}, "应结数/办结数": {"", ""}, "应结数（单位：户）": {"", ""},
	} {
		got := headerOf(p, text, false)
		key := ""
		if got.indicator != nil {
			key = got.indicator.Key
		}
		if key != want[0] || key != "" && got.measure != want[1] {
			t.Errorf("%s: %s in %q, not %v", text, key, got.measure, want)
		}
	}
}
