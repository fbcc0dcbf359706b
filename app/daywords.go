package app

import (
	"strings"

	"yueping/app/text"
	"yueping/models/air"
	"yueping/models/month"
)

// LevelWord is what clerks call a level of the daily index: 优, 良, 轻度污染; "" for none.
func LevelWord(t *text.Book, l air.Level) string {
	if l.Key == "" {
		return ""
	}
	return t.T("level." + l.Key)
}

// PollutantWords names pollutants as tables print them, PM2.5、O3; "" for none.
func PollutantWords(t *text.Book, list []air.Pollutant) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name()
		if key := "pollutant." + string(p); t.Has(key) {
			names[i] = t.T(key)
		}
	}
	return strings.Join(names, "、")
}

// PeriodWords is a month or a day as clerks write it: 2019年10月, 2019年10月5日.
func PeriodWords(t *text.Book, p month.Period) string {
	if p.Day == 0 {
		return MonthWords(t, p.Month)
	}
	return t.T("daily.words", "month", MonthWords(t, p.Month), "day", p.Day)
}
