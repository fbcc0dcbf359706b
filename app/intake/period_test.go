package intake

import (
	"testing"

	"yueping/models/month"
)

func TestPeriodIn(t *testing.T) {
	for text, want := range map[string]period{
		"2018年8月": {2018, 8}, "２０１８年８月份": {2018, 8}, "2018-08": {2018, 8}, "2018.8": {2018, 8}, "2018年": {2018, 0}, "2018年度PM10": {2018, 0}, "8月": {0, 8}, "8月份PM10": {0, 8}, "PM10 2018年8月": {2018, 8},
		"1-8月": {number: -1}, "2019年1—8月": {number: -1}, "7月至8月PM10": {number: -1}, "2019年8月和2018年8月": {number: -1},
		"2019年第三季度": {number: -1}, "一季度PM10": {number: -1}, "上半年": {number: -1}, "2019年全年": {number: -1}, "2019年全年目标": {2019, 0}, "2019年8月（第三季度）": {2019, 8},
		"": {}, "PM10": {}, "SO2月均值": {}, "PM2.5月均浓度": {}, "PM2.5": {}, "O3-8h": {}, "CO-95per": {}, "本月": {}, "12319热线": {},
	} {
		if got := periodIn(text); got != want {
			t.Errorf("%s: %+v, not %+v", text, got, want)
		}
	}
}

func TestPeriodHolds(t *testing.T) {
	at := month.Of(2019, 8)
	for p, want := range map[period]bool{{}: true, {2019, 8}: true, {2019, 0}: true, {0, 8}: true, {2018, 8}: false, {2018, 0}: false, {0, 7}: false, {number: -1}: false} {
		if p.in(at) != want {
			t.Errorf("%+v in %s: %v", p, at, !want)
		}
	}
	for p, want := range map[period]string{{2018, 8}: "2018-08", {2018, 0}: "2018年", {0, 7}: "7月"} {
		if got := p.String(); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
}
