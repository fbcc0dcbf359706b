package city_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"yueping/app/city"
	"yueping/assets"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/models/number"
)

// exampleAir is the example's program of air quality over some months' values; change may alter it.
func exampleAir(t *testing.T, data map[month.Month]map[string]map[string]string, change func(*models.Program)) *appraise.Context {
	t.Helper()
	c, err := city.Load(os.DirFS(exampleFolder))
	if err != nil {
		t.Fatal(err)
	}
	standards, err := air.Open(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	context := &appraise.Context{Register: models.NewRegister(c.Units), Standards: standards}
	for i := range c.Programs {
		if c.Programs[i].Key == "air" {
			context.Program = &c.Programs[i]
		}
	}
	if change != nil {
		change(context.Program)
	}
	context.Load = func(at month.Month) (*appraise.Table, error) {
		table := context.NewTable(at)
		for unit, values := range data[at] {
			for indicator, text := range values {
				table.Set(indicator, unit, models.Of(number.MustParse(text)))
			}
		}
		return table, table.Calculate()
	}
	return context
}

func tableOf(t *testing.T, c *appraise.Context, at month.Month) *appraise.Table {
	t.Helper()
	table, err := c.Table(at)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// inReadme asks for a row of a table of the README, cell by cell.
func inReadme(t *testing.T, cells ...string) {
	t.Helper()
	row := "| " + strings.Join(cells, " | ") + " |\n"
	if !strings.Contains(string(contents(t, citiesFolder, "README.md")), row) {
		t.Errorf("the README has no row %s", row)
	}
}

// improvements are rows of the README: the figures of March 2025 and March 2026, whose limits differ, with
// what they come to behind the last "= ".
var improvements = []struct {
	unit, days, within, rank string
	row                      []string
}{
	{"landong-chengguan", "31", "no", "1",
		[]string{"澜东县城关镇", "77, 42", "1.10 + 1.20 = 2.30", "60, 33", "1.00 + 1.10 = 2.10", "−0.20 ÷ 2.30 = −8.7%", "1.28 + 1.40 = 2.68", "−0.58 ÷ 2.68 = −21.6%"}},
	{"shifang", "27", "no", "2",
		[]string{"石舫镇", "70, 35", "1.00 + 1.00 = 2.00", "66, 36", "1.10 + 1.20 = 2.30", "0.30 ÷ 2.00 = 15%", "1.17 + 1.17 = 2.34", "−0.04 ÷ 2.34 = −1.7%"}},
	{"daoquan", "30", "yes", "各项浓度均达标，不参加改善排名",
		[]string{"稻泉镇", "49, 21", "0.70 + 0.60 = 1.30", "48, 24", "0.80 + 0.80 = 1.60", "0.30 ÷ 1.30 = 23.1%", "0.82 + 0.70 = 1.52", "0.08 ÷ 1.52 = 5.3%"}},
	{"zhuting", "25", "yes", "有效监测天数不足",
		[]string{"竹汀镇", "63, 28", "0.90 + 0.80 = 1.70", "54, 27", "0.90 + 0.90 = 1.80", "0.10 ÷ 1.70 = 5.9%", "1.05 + 0.93 = 1.98", "−0.18 ÷ 1.98 = −9.1%"}},
}

// result is what a calculation of the README comes to, with its minus as a program writes it.
func result(cell string) string {
	return strings.ReplaceAll(cell[strings.LastIndex(cell, "= ")+2:], "−", "-")
}

// The improvement rates of the README: each month on its own limits, and both on those of March 2026. Who
// is within all limits or short of days is not ranked for them.
func TestImprovementOfTheReadme(t *testing.T) {
	then, now := month.Of(2025, 3), month.Of(2026, 3)
	data := map[month.Month]map[string]map[string]string{then: {}, now: {}}
	for _, u := range improvements {
		old, is := strings.Split(u.row[1], ", "), strings.Split(u.row[3], ", ")
		data[then][u.unit] = map[string]string{"pm10": old[0], "pm25": old[1]}
		data[now][u.unit] = map[string]string{"pm10": is[0], "pm25": is[1], "valid_days": u.days}
	}
	c := exampleAir(t, data, nil)
	table, before := tableOf(t, c, now), tableOf(t, c, then)
	ranking, err := table.Rank("improvement")
	if err != nil {
		t.Fatal(err)
	}
	places := map[string]string{}
	for _, g := range ranking.Groups {
		for _, row := range g.Rows {
			places[row.Unit.Key] = fmt.Sprint(row.Rank)
		}
		for _, e := range g.Excluded {
			places[e.Unit.Key] = e.Note
		}
	}
	for _, u := range improvements {
		index := func(t *appraise.Table, key string) string { return t.Value(key, u.unit).Number.Fixed(2) }
		rate := func(key string) string { return c.Program.Indicator(key).Shown(table.Value(key, u.unit).Number) }
		got := []string{index(before, "pm_index"), index(table, "pm_index"), rate("index_change"), index(table, "index_then"), rate("index_change_same"), places[u.unit]}
		want := []string{result(u.row[2]), result(u.row[4]), result(u.row[5]), result(u.row[6]), result(u.row[7]), u.rank}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, by hand %q", u.unit, got, want)
		}
		inReadme(t, u.row...)
		inReadme(t, u.row[0], u.days, u.within, strings.ReplaceAll(result(u.row[5]), "-", "−"), u.rank)
	}
}

// 生态补偿金 around the base and the fifth μg/m³ over it.
func TestCompensationOfTheReadme(t *testing.T) {
	at := month.Of(2026, 5)
	towns := []string{"landong-chengguan", "daoquan", "shifang", "shalan", "zhuting"}
	rows := [][3]string{{"36", "0", "0"}, {"38", "0", "0"}, {"41", "30", "10 × 3 = 30"}, {"43", "50", "10 × 5 = 50"}, {"45", "90", "10 × 5 + 20 × 2 = 90"}}
	data := map[month.Month]map[string]map[string]string{at: {}}
	for i, row := range rows {
		data[at][towns[i]] = map[string]string{"pm25": row[0], "pm25_base": "38"}
		inReadme(t, row[0], "38", row[2])
	}
	table := tableOf(t, exampleAir(t, data, nil), at)
	for i, row := range rows {
		if got := table.Value("compensation", towns[i]).Number.String(); got != row[1] {
			t.Errorf("PM2.5 of %s over 38: %s 万元, by hand %s", row[0], got, row[1])
		}
	}
}

// Weights count from their month on, and a sum of rounded quotients is another than one of exact ones.
func TestIndexSettingsOfTheReadme(t *testing.T) {
	for _, c := range []struct {
		at                month.Month
		unrounded         bool
		pm10, pm25, index string
		row               []string
	}{
		{month.Of(2026, 12), false, "60", "33", "2.1", []string{"2026-12", "60, 33", "1.00 + 1.10 = 2.10"}},
		{month.Of(2027, 1), false, "60", "33", "3.2", []string{"2027-01", "60, 33", "1.00 + 2 × 1.10 = 3.20"}},
		{month.Of(2026, 3), false, "46", "23", "1.54", []string{"`round_sub_indices: true`", "46, 23", "0.77 + 0.77 = 1.54"}},
		{month.Of(2026, 3), true, "46", "23", "1.53", []string{"`round_sub_indices: false`", "46, 23", "0.7667 + 0.7667 = 1.53"}},
	} {
		data := map[month.Month]map[string]map[string]string{c.at: {"daoquan": {"pm10": c.pm10, "pm25": c.pm25}}}
		table := tableOf(t, exampleAir(t, data, func(p *models.Program) { p.Air.Unrounded = c.unrounded }), c.at)
		if got := table.Value("pm_index", "daoquan").Number.String(); got != c.index {
			t.Errorf("%v: %s, by hand %s", c.row, got, c.index)
		}
		inReadme(t, c.row...)
	}
}

// The 90th percentile of 10, 20, 30 … over a month's days, taken both ways.
func TestPercentilesOfTheReadme(t *testing.T) {
	for _, c := range []struct {
		at      month.Month
		nearest bool
		want    string
		row     []string
	}{
		{month.Of(2026, 4), false, "271", []string{"`percentile: linear`", "30 days", "270 + 0.1 × 10 = 271"}},
		{month.Of(2026, 4), true, "270", []string{"`percentile: nearest_rank`", "30 days", "270"}},
		{month.Of(2026, 2), false, "253", []string{"`percentile: linear`", "28 days", "250 + 0.3 × 10 = 253"}},
		{month.Of(2026, 2), true, "260", []string{"`percentile: nearest_rank`", "28 days", "260"}},
	} {
		context := exampleAir(t, nil, nil)
		if !context.Program.Air.NearestRank {
			t.Fatal("the example takes the nearest rank")
		}
		context.Program.Air.NearestRank = c.nearest
		days := context.NewDayTable(c.at)
		for day := 1; day <= c.at.Days(); day++ {
			days.Set(day, "o3", "landong", models.Of(number.FromInt(int64(10*day))))
		}
		v, err := days.MonthValue(context.Program.Indicator("o3"), "landong")
		if err != nil || v.Cell.Value.String() != c.want {
			t.Errorf("%v: %s, %v, by hand %s", c.row, v.Cell.Value, err, c.want)
		}
		inReadme(t, c.row...)
	}
}

// What schema and reader take for the numbers of air and days is the same.
func TestAirSchemaForms(t *testing.T) {
	source := string(contents(t, exampleFolder, "air.yaml"))
	for place, texts := range map[string]map[string]bool{
		"thousandfold: 20": {"thousandfold: 20": true, "thousandfold: 0.5": true, `thousandfold: "20"`: true, `thousandfold: "0.05"`: true, "thousandfold: 5%": true,
			"thousandfold: 0": false, "thousandfold: -20": false, `thousandfold: "0.0"`: false, "thousandfold: much": false},
		"pm25: 2,":        {"pm25: 0,": true, "pm25: 1.5,": true, "pm25: 50%,": true, "pm25: -1,": false, `pm25: "-0.5",`: false, "pm25: twice,": false, "pm1: 2,": false},
		"day_decimals: 1": {"day_decimals: 0": true, "day_decimals: 12": true, "day_decimals: 13": false, "day_decimals: -1": false},
		"from_days: mean, day_decimals: 1": {"from_days: p95, day_decimals: 1": true, "from_days: good_days": true, "from_days: good_days, day_decimals: 1": false, "day_decimals: 1": false,
			"from_days: mean, formula: pm10": false, "thousandfold: 5, formula: pm10": false},
		"{from: 2027-01, value: {so2: 1, no2: 1, pm10: 1, pm25: 2, co: 1, o3: 1}}": {"{value: {}}": true, "{from: 2027-01}": false},
		"percentile: nearest_rank":                   {"percentile: linear": true, "percentile: middle": false},
		"round_sub_indices: true":                    {"round_sub_indices: false": true, "round_sub_indices: no": false},
		"rule: valid_days < days_needed(), reason: ": {"rule: valid_days < 27, reason: ": true, "reason: ": false, `rule: "", reason: `: false},
	} {
		if !strings.Contains(source, place) {
			t.Fatalf("the example has no %s", place)
		}
		for text, right := range texts {
			doc := decoded(t, []byte(strings.Replace(source, place, text, 1)))
			read := len(readerFaults(t, "air.yaml", doc)) == 0
			if accepted := readSchema(t, "program").accepts(doc); accepted != right || read != right {
				t.Errorf("%s: accepted by the schema %t, by the reader %t", text, accepted, read)
			}
		}
	}
}
