package app

import "testing"

func TestInputWords(t *testing.T) {
	book := params(t).Text
	for input, want := range map[string]string{
		"综合指数":                     "综合指数",
		"rounded(综合指数)":            "综合指数",
		"rounded(last_year(综合指数))": "上年同月综合指数",
		"last_month(PM2.5)":        "上月PM2.5",
		"ago(PM2.5, 2)":            "2个月前PM2.5",
		"city(受理数)":                "全市受理数",
		"last_year(O3(8h))":        "上年同月O3(8h)",
		"rounded(甲) + rounded(乙)":  "rounded(甲) + rounded(乙)",
		"sum(受理数, all)":            "sum(受理数, all)",
		"rounded()":                "rounded()",
	} {
		if got := inputWords(book, input); got != want {
			t.Errorf("%s: %s, want %s", input, got, want)
		}
	}
}
