package app

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// dailyIndicators are the six pollutants by day and what is counted from them.
const dailyIndicators = `indicators:
  - {key: so2, name: SO2, measure: μg/m³, min: 0, from_days: mean, day_decimals: 1}
  - {key: no2, name: NO2, measure: μg/m³, min: 0, from_days: mean, day_decimals: 1}
  - {key: pm10, name: PM10, measure: μg/m³, min: 0, from_days: mean, day_decimals: 1}
  - {key: pm25, name: PM2.5, measure: μg/m³, min: 0, from_days: mean, day_decimals: 1}
  - {key: co, name: CO, measure: mg/m³, decimals: 1, min: 0, from_days: p95, thousandfold: 100}
  - {key: o3, name: O3, measure: μg/m³, min: 0, from_days: p90}
  - {key: valid_days, name: 有效天数, measure: 天, from_days: valid_days}
  - {key: aqi_days, name: AQI天数, measure: 天, from_days: aqi_days}
  - {key: good_days, name: 优良天数, measure: 天, from_days: good_days}
  - {key: good_rate, name: 优良率, measure: "%", decimals: 1, formula: good_days / aqi_days}
  - {key: composite, name: 综合指数, decimals: 2, formula: "index(so2, no2, pm10, pm25, co, o3)"}
schemes:
  - {key: s, name: 排名, keys: [{indicator: composite, order: ascending}], ties: competition}
`

// daysCity is a city of so many units whose values are entered by day; more is put behind the program.
func daysCity(units int, more string) fstest.MapFS {
	rows := make([][]string, units)
	for i := range rows {
		rows[i] = []string{fmt.Sprintf("乡镇%d", i)}
	}
	folder := cityOf([]string{"unit"}, rows, "2019-10", dailyIndicators+more)
	delete(folder, "observations/p-2019-10.csv")
	return folder
}

// dayEdit is an edit from "pm25 u0 2019-10-03 35", "co u1 2019-10 no_data" or "pm25 u0 2019-10-03".
func dayEdit(t testing.TB, line string) Edit {
	t.Helper()
	parts := append(strings.Fields(line), "")
	period, err := month.ParsePeriod(parts[2])
	if err != nil {
		t.Fatal(line, err)
	}
	return Edit{Indicator: parts[0], Unit: parts[1], Period: period, Cell: content(parts[3])}
}

func dayBatch(t testing.TB, lines ...string) Batch {
	t.Helper()
	b := Batch{Program: "p", Source: models.SourceImported}
	for _, line := range lines {
		b.Edits = append(b.Edits, dayEdit(t, line))
	}
	return b
}

// days are lines of an indicator's value on the first so many days of a month.
func days(indicator, unit, at string, count int, value string) []string {
	lines := make([]string, count)
	for i := range lines {
		lines[i] = fmt.Sprintf("%s %s %s-%02d %s", indicator, unit, at, i+1, value)
	}
	return lines
}

// monthOf is what a month holds of a unit: "pm25=35 co=no_data o3=~abc", derived figures included.
func monthOf(t testing.TB, w *Workspace, at month.Month, unit string) string {
	t.Helper()
	m := loaded(t, w, "p", at)
	var parts []string
	for i := range m.Program.Indicators {
		key := m.Program.Indicators[i].Key
		v := m.Table.Value(key, unit)
		text := shown(models.Cell{State: v.State, Value: v.Number})
		if d, ok := m.Drafts[m.Place(key, unit)]; ok {
			text += "~" + d.Text
		}
		if text != "" {
			parts = append(parts, key+"="+text)
		}
	}
	return strings.Join(parts, " ")
}

func filled(t testing.TB, w *Workspace, at month.Month) *Filling {
	t.Helper()
	f, err := w.PlanFilling(context.Background(), loaded(t, w, "p", at))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestEditsByDay(t *testing.T) {
	w := opened(t, params(t), daysCity(2, ""))
	for _, c := range []struct{ name, line, code string }{
		{"a number with the decimals of days", "pm25 u0 2019-09-30 35.5", ""},
		{"0", "pm25 u0 2019-09-01 0", ""},
		{"a state", "pm25 u0 2019-09-02 no_data", ""},
		{"cleared", "pm25 u0 2019-09-02", ""},
		{"too many decimals for a day", "pm25 u0 2019-09-03 35.55", "number.too_many_decimals"},
		{"the month has decimals of its own", "pm25 u0 2019-09 35.5", "number.too_many_decimals"},
		{"what has no decimals of days takes those of the month", "co u0 2019-09-03 1.25", "number.too_many_decimals"},
		{"a count of days", "good_days u0 2019-09-03 1", "indicator.not_by_day"},
		{"a derived figure", "composite u0 2019-09-03 1", "indicator.not_by_day"},
		{"a count of the month", "good_days u0 2019-09 20", ""},
		{"nobody", "pm25 u9 2019-09-03 1", "indicator.not_kept"},
		{"below 0", "pm25 u0 2019-09-03 -1", "value.below"},
		{"below 0 in the month", "so2 u0 2019-09 -1", "value.below"},
		{"more than any air holds", "pm10 u0 2019-09-03 100001", "value.above"},
		{"nineteen digits", "o3 u0 2019-09 9999999999999999999", "value.above"},
		{"CO in µg", "co u0 2019-09-03 800", "value.thousandfold"},
		{"CO in µg in the month", "co u0 2019-09 1100", "value.thousandfold"},
		{"much CO", "co u0 2019-09-03 99.9", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := w.Apply(context.Background(), dayBatch(t, c.line))
			if got := fault.CodeOf(err); got != c.code {
				t.Errorf("%v, want %s", err, c.code)
			}
		})
	}
	// A day that is none cannot be written as a text; a caller may count wrongly.
	for _, day := range []int{31, -1} {
		b := dayBatch(t, "pm25 u0 2019-09-03 1")
		b.Edits[0].Period = september.Day(day)
		_, err := w.Apply(context.Background(), b)
		refused(t, err, "month.no_day")
	}
	table, err := w.Days(context.Background(), loaded(t, w, "p", september))
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[int]string{30: "35.5", 1: "0", 2: "", 3: ""} {
		if got := shown(table.Value(day, "pm25", "u0")); got != want {
			t.Errorf("day %d is %q, want %q", day, got, want)
		}
	}
}

// What is below 0 or absurd never gets in where the file names no bounds either: with it the index of
// the month could not be calculated, and nobody could open the month to mend it.
func TestConcentrationsKeepTheirMonthOpen(t *testing.T) {
	folder := daysCity(1, "")
	folder["p.yaml"].Data = []byte(strings.NewReplacer(", min: 0", ", min: -5", ", thousandfold: 100", "").Replace(string(folder["p.yaml"].Data)))
	w := opened(t, params(t), folder)
	for _, value := range []string{"-1", "9999999999999999999", "99999", "0"} {
		for _, indicator := range []string{"so2", "no2", "pm10", "pm25", "co", "o3"} {
			for _, period := range []string{"2019-10", "2019-10-05"} {
				_, err := w.Apply(context.Background(), dayBatch(t, indicator+" u0 "+period+" "+value))
				if absurd := value[0] == '-' || len(value) > 5; (err != nil) != absurd {
					t.Errorf("%s %s %s: %v", indicator, period, value, err)
				}
			}
		}
		filled(t, w, october)
	}
}

func TestTypedByDay(t *testing.T) {
	w := opened(t, params(t), daysCity(1, ""))
	pm25 := loaded(t, w, "p", october).Program.Indicator("pm25")
	for _, c := range []struct {
		period      month.Period
		text, draft string
	}{{october.Day(3), "35.5", ""}, {october.Whole(), "35.5", "number.too_many_decimals"}, {october.Day(3), "35.55", "number.too_many_decimals"}, {october.Day(3), "-1", "value.below"}} {
		if e := TypedEdit(pm25, Edit{Period: c.period}, c.text); e.Fault != c.draft || (e.Draft != "") != (c.draft != "") {
			t.Errorf("%s on %s: %+v", c.text, c.period, e)
		}
	}
}

func TestFilling(t *testing.T) {
	ctx := context.Background()
	w := opened(t, params(t), daysCity(3, ""))
	var lines []string
	for i, p := range []string{"so2", "no2", "pm10", "pm25", "co", "o3"} {
		lines = append(lines, days(p, "u0", "2019-10", 31, fmt.Sprint(i+1))...)
	}
	lines = append(lines, days("pm25", "u1", "2019-10", 26, "40")...)
	lines = append(lines, "pm25 u1 2019-10-27 no_data", "pm10 u1 2019-10-01 not_assessed")
	applied(t, w, dayBatch(t, lines...))
	// What stands in the month already: another value, the same value, a state, a draft, and a unit without days.
	applied(t, w, dayBatch(t, "so2 u0 2019-10 9", "no2 u0 2019-10 2", "pm10 u0 2019-10 no_data", "pm10 u1 2019-10 77", "so2 u2 2019-10 5"))
	applied(t, w, Batch{Program: "p", Source: models.SourceTyped, Edits: []Edit{
		{Indicator: "pm25", Unit: "u0", Period: october.Whole(), Draft: "三十五", Fault: "number.not_a_number"},
		{Indicator: "co", Unit: "u0", Period: october.Whole(), Draft: "x", Fault: "number.not_a_number"}}})
	applied(t, w, dayBatch(t, "o3 u0 2019-10 6"))
	before := [3]string{}
	for i := range before {
		before[i] = monthOf(t, w, october, fmt.Sprint("u", i))
	}

	f := filled(t, w, october)
	if f.New != 9 || f.Changed != 2 || f.Unchanged != 2 || len(f.Values) != 13 {
		t.Errorf("new %d, changed %d, unchanged %d of %d", f.New, f.Changed, f.Unchanged, len(f.Values))
	}
	for _, v := range f.Values {
		if v.Short != (v.Unit.Key == "u1") || v.Unit.Key == "u2" {
			t.Errorf("%s %s: %d days, short %v", v.Unit.Key, v.Indicator.Key, v.Days, v.Short)
		}
		if v.Indicator.Key == "pm25" && v.Unit.Key == "u0" && v.OldDraft != "三十五" {
			t.Errorf("the plan hides the draft: %+v", v)
		}
	}
	r, err := w.StoreFilling(ctx, f, "李四", "日值汇总")
	if err != nil || r.Batch == 0 || r.New+r.Changed != 11 {
		t.Fatalf("%+v, %v", r, err)
	}
	after := [3]string{
		"so2=1 no2=2 pm10=3 pm25=4 co=5 o3=6 valid_days=31 aqi_days=31 good_days=0 good_rate=0 composite=1.51",
		"pm10=77 pm25=40 valid_days=26 aqi_days=26 good_days=26 good_rate=1",
		"so2=5",
	}
	check := func(when string, want [3]string) {
		t.Helper()
		for i := range want {
			if got := monthOf(t, w, october, fmt.Sprint("u", i)); got != want[i] {
				t.Errorf("%s, u%d: %s\nwant %s", when, i, got, want[i])
			}
		}
	}
	check("filled", after)
	if again := filled(t, w, october); again.Unchanged != len(again.Values) {
		t.Errorf("filled twice: %+v", again)
	} else if r, err := w.StoreFilling(ctx, again, "", ""); err != nil || r.Batch != 0 {
		t.Errorf("what changes nothing leaves no trace: %+v, %v", r, err)
	}
	if step, err := w.Undo(ctx, "p"); err != nil || step.ID != r.Batch || step.Source != models.SourceFilled || step.Actor != "李四" || step.Reason != "日值汇总" {
		t.Fatalf("%+v, %v", step, err)
	}
	check("undone", before)
	if _, err := w.Redo(ctx, "p"); err != nil {
		t.Fatal(err)
	}
	check("redone", after)
}

// 25 days are enough in February only; the plan says so, and the month is filled all the same.
func TestShortMonths(t *testing.T) {
	w := opened(t, params(t), daysCity(1, ""))
	for _, c := range []struct {
		at    string
		days  int
		short bool
	}{{"2019-03", 25, true}, {"2019-02", 25, false}, {"2019-02", 24, true}, {"2019-03", 26, true}, {"2019-03", 27, false}, {"2020-02", 25, false}} {
		at := month.MustParse(c.at)
		lines := days("pm25", "u0", c.at, c.days, "30")
		if c.days < at.Days() {
			lines = append(lines, fmt.Sprintf("pm25 u0 %s-%02d", c.at, c.days+1))
		}
		applied(t, w, dayBatch(t, lines...))
		f := filled(t, w, at)
		if len(f.Values) != 4 || f.Values[0].Short != c.short || f.Values[0].Days != c.days || f.Values[0].Cell.Value.String() != "30" {
			t.Errorf("%d days of %s: %+v", c.days, c.at, f.Values)
		}
	}
}

func TestLockedMonthTakesNoDays(t *testing.T) {
	ctx := context.Background()
	w := opened(t, params(t), daysCity(1, ""))
	applied(t, w, dayBatch(t, append(days("pm25", "u0", "2019-10", 30, "30"), "pm10 u0 2019-10 40")...))
	f := filled(t, w, october)
	if err := w.Verify(ctx, "p", october, ""); err != nil {
		t.Fatal(err)
	}
	before := monthOf(t, w, october, "u0")
	_, err := w.StoreFilling(ctx, f, "", "")
	refused(t, err, "month.locked")
	for _, line := range []string{"pm25 u0 2019-10-31 3", "pm25 u0 2019-10-01"} {
		_, err = w.Apply(ctx, dayBatch(t, line))
		refused(t, err, "month.locked")
	}
	// A batch over two months is refused as a whole.
	_, err = w.Apply(ctx, dayBatch(t, "pm25 u0 2019-11-01 3", "pm25 u0 2019-10-31 3"))
	refused(t, err, "month.locked")
	_, err = w.Undo(ctx, "p")
	refused(t, err, "month.locked")
	if got := monthOf(t, w, october, "u0"); got != before {
		t.Errorf("%s", got)
	}
	if got, err := w.MonthsWithData(ctx, "p"); err != nil || len(got) != 1 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestDraftsByDay(t *testing.T) {
	ctx := context.Background()
	p := params(t)
	w := opened(t, p, daysCity(2, ""))
	pm25 := loaded(t, w, "p", october).Program.Indicator("pm25")
	draft := func(unit string, period month.Period, text string) {
		e := TypedEdit(pm25, Edit{Indicator: "pm25", Unit: unit, Period: period}, text)
		applied(t, w, Batch{Program: "p", Source: models.SourceTyped, Edits: []Edit{e}})
	}
	first := func() any {
		err := w.Verify(ctx, "p", october, "")
		refused(t, err, "month.has_drafts")
		return fault.All(err)[0].Args["first"]
	}
	applied(t, w, dayBatch(t, "pm10 u0 2019-10 40", "pm25 u1 2019-10-05 30"))
	draft("u1", october.Day(5), "三十五")
	if got := first(); got != "乡镇1 PM2.5 2019-10-05“三十五”" {
		t.Errorf("%v", got)
	}
	draft("u1", october.Day(3), "35..")
	if got := first(); got != "乡镇1 PM2.5 2019-10-03“35..”" {
		t.Errorf("the first day comes first: %v", got)
	}
	draft("u1", october.Whole(), "abc")
	if got := first(); got != "乡镇1 PM2.5“abc”" {
		t.Errorf("the month comes first: %v", got)
	}
	reader := again(t, p)
	if m := loaded(t, reader, "p", october); len(m.Drafts) != 3 || m.Drafts[m.DayPlace(3, "pm25", "u1")].Text != "35.." {
		t.Errorf("after a restart: %v", m.Drafts)
	}
	if table, err := reader.Days(ctx, loaded(t, reader, "p", october)); err != nil || shown(table.Value(5, "pm25", "u1")) != "30" {
		t.Errorf("the draft touched the value: %v", err)
	}
	draft("u1", october.Whole(), "")
	applied(t, w, dayBatch(t, "pm25 u1 2019-10-05 31", "pm25 u1 2019-10-03 32"))
	if err := w.Verify(ctx, "p", october, ""); err != nil {
		t.Error(err)
	}
}

// A month is there as soon as a day of it is, also as a draft only.
func TestMonthsWithDaysOnly(t *testing.T) {
	w := opened(t, params(t), daysCity(1, ""))
	applied(t, w, dayBatch(t, "pm25 u0 2019-12-31 30", "pm25 u0 2020-02-29 30", "pm25 u0 2020-02-01 30", "pm25 u0 2019-10 30"))
	applied(t, w, Batch{Program: "p", Source: models.SourceTyped, Edits: []Edit{
		{Indicator: "pm25", Unit: "u0", Period: month.Of(2020, 4).Day(1), Draft: "x", Fault: "number.not_a_number"}}})
	got, err := w.MonthsWithData(context.Background(), "p")
	if want := "[2019-10 2019-12 2020-02 2020-04]"; err != nil || sprint(got) != want {
		t.Errorf("%v %v, want %s", got, err, want)
	}
	if table, err := w.Days(context.Background(), loaded(t, w, "p", month.Of(2019, 11))); err != nil || table.Has("u0") {
		t.Errorf("November has days: %v", err)
	}
}

// A part above its whole is asked about, by month and by day.
func TestPartAboveItsWhole(t *testing.T) {
	w := opened(t, params(t), daysCity(2, "checks:\n  - {key: parts, level: warning, rule: pm25 <= pm10, message: PM2.5大于PM10}\n"))
	applied(t, w, dayBatch(t, "pm25 u0 2019-10-01 50", "pm10 u0 2019-10-01 40", "pm25 u0 2019-10-02 40", "pm10 u0 2019-10-02 40", "pm25 u0 2019-10-03 90",
		"pm25 u1 2019-10 50", "pm10 u1 2019-10 49"))
	m := loaded(t, w, "p", october)
	found, err := m.Table.Findings()
	if err != nil || len(found) != 1 || found[0].Unit.Key != "u1" || !found[0].Check.Warning {
		t.Errorf("%+v, %v", found, err)
	}
	table, err := w.Days(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	for unit, want := range map[string]int{"u0": 1, "u1": 0} {
		if found, err := table.Findings(unit); err != nil || len(found) != want || (want == 1 && found[0].Day != 1) {
			t.Errorf("%s: %+v, %v", unit, found, err)
		}
	}
}

// What a plan showed as the old value is what it replaces, or nothing is stored.
func TestFillingOfAChangedMonth(t *testing.T) {
	ctx := context.Background()
	w := opened(t, params(t), daysCity(1, ""))
	applied(t, w, dayBatch(t, days("so2", "u0", "2019-10", 31, "7")...))
	f := filled(t, w, october)
	applied(t, w, dayBatch(t, "so2 u0 2019-10 9"))
	before := monthOf(t, w, october, "u0")
	_, err := w.StoreFilling(ctx, f, "", "")
	if fault.CodeOf(err) != "cell.changed_meanwhile" || fault.All(err)[0].Args["indicator"] != "SO2" {
		t.Errorf("%v", err)
	}
	if after := monthOf(t, w, october, "u0"); after != before {
		t.Errorf("%s became %s", before, after)
	}
}
