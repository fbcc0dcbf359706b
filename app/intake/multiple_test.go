package intake

import "testing"

func TestTitleMultiple(t *testing.T) {
	for title, want := range map[string]string{
		"2019年10月案件统计 单位：万件 ": "万件", "（单位:万）": "万", "计量单 位： 千人次，%": "千人次", "单位：亿元；个": "亿元", "受理数统计表（万件）": "万件", "注：受理数单位为万件。": "万件",
		"单位：件": "", "填报单位：万寿镇 ": "", "责任单位：百货公司": "", "万件": "", "": "",
	} {
		if got := (&table{title: title}).multiple(); got != want {
			t.Errorf("%q: %q, not %q", title, got, want)
		}
	}
}
