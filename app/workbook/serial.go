package workbook

import (
	"math"
	"strconv"
	"strings"
	"time"
)

const (
	lastSerial  = 2_958_465 // 9999-12-31
	leapSerial  = 60        // 1900-02-29, a day that only Excel knows
	daySeconds  = 24 * 60 * 60
	secondsForm = "15:04:05"
)

// dateText writes a stored date as 2019-10-01, with a time of day as 2019-10-01 08:30 or 08:30:15, a
// time alone as 08:30:00; the stored text where it is no date after all.
func dateText(stored string, from1904 bool) string {
	serial, err := strconv.ParseFloat(stored, 64)
	if err != nil || !(serial >= 0 && serial < lastSerial+1) {
		return stored
	}
	day := math.Floor(serial)
	seconds := int(math.Round((serial - day) * daySeconds))
	if seconds == daySeconds {
		day, seconds = day+1, 0
	}
	clock := time.Date(1900, 1, 1, 0, 0, seconds, 0, time.UTC)
	if day < 1 {
		return clock.Format(secondsForm)
	}
	text := serialDay(int(day), from1904)
	switch {
	case seconds == 0:
		return text
	case seconds%60 == 0:
		return text + clock.Format(" 15:04")
	}
	return text + clock.Format(" "+secondsForm)
}

func serialDay(day int, from1904 bool) string {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case day == leapSerial:
		return "1900-02-29"
	case day < leapSerial:
		day++
	}
	return first.AddDate(0, 0, day).Format(time.DateOnly)
}

// isoDate writes a date that is stored as text, 2019-10-01T08:30:00, as dateText does; what is none
// stays as it is.
func isoDate(stored string) (text string, isDate bool) {
	trimmed := strings.TrimSuffix(strings.TrimSpace(stored), "Z")
	for _, form := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04", "15:04:05"} {
		t, err := time.Parse(form, trimmed)
		if err != nil {
			continue
		}
		t = t.Round(time.Second)
		switch {
		case form == secondsForm:
			return t.Format(secondsForm), true
		case t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0:
			return t.Format(time.DateOnly), true
		case t.Second() == 0:
			return t.Format("2006-01-02 15:04"), true
		}
		return t.Format("2006-01-02 " + secondsForm), true
	}
	return stored, false
}
