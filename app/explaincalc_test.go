package app

import "testing"

// A formula reads on one line and in words, however it stands in the file; "not" within a name stays.
func TestFormulaWords(t *testing.T) {
	e := &explaining{t: params(t).Text}
	for named, want := range map[string]string{
		"clamp(\n  甲 + 乙,\n  0, 100)\n":    "限于(甲 + 乙, 0, 100)",
		"if(甲 > 0 and not (乙 == 0), 1, 0)": "如果(甲 > 0 且 非 (乙 = 0), 1, 0)",
		"not (甲 == 0) or not 乙 >= 1":       "非 (甲 = 0) 或 非 乙 ≥ 1",
		"days_needed() > 甲":                "应有有效天数 > 甲",
		"Do not use + 甲":                   "Do not use + 甲",
	} {
		if got := e.formula(named); got != want {
			t.Errorf("%q: %q, want %q", named, got, want)
		}
	}
}
