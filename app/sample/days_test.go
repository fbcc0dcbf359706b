package sample

import (
	"io/fs"
	"math/rand/v2"
	"testing"

	"yueping/app/city"
	"yueping/assets"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/models/number"
)

// august gives the program and the month of the sample that has values by day, as its files have it, and its days.
func august(t *testing.T) (*models.Program, *appraise.Table, *appraise.DayTable) {
	t.Helper()
	standards, err := air.Open(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	folder, err := fs.Sub(assets.Files, "cities/xuchang")
	if err != nil {
		t.Fatal(err)
	}
	c, err := city.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	at := month.Of(2019, 8)
	for i := range c.Programs {
		if c.Programs[i].Key != "township-air" {
			continue
		}
		context := &appraise.Context{Register: models.NewRegister(c.Units), Program: &c.Programs[i], Standards: standards}
		whole, days := context.NewTable(at), context.NewDayTable(at)
		matcher := models.NewMatcher(context.Register, whole.Roster)
		for _, f := range c.Observations {
			for _, row := range f.Rows {
				if f.Program != "township-air" || f.Month != at {
					continue
				}
				u, err := matcher.Find(row.Unit, row.County)
				if err != nil {
					t.Fatal(err)
				}
				n, err := number.Parse(row.Value)
				if err != nil {
					t.Fatal(err)
				}
				if f.Days {
					days.Set(row.Day, row.Indicator, u.Key, models.Of(n))
				} else {
					whole.Set(row.Indicator, u.Key, models.Of(n))
				}
			}
		}
		return &c.Programs[i], whole, days
	}
	t.Fatal("no township-air")
	return nil, nil, nil
}

// What the days come to is what the month has, for everything that comes from days and every unit
// that has any.
func TestMonthIsThatOfItsDays(t *testing.T) {
	program, whole, days := august(t)
	units, values := map[string]int{}, 0
	for _, u := range days.Units {
		if !days.Has(u.Key) {
			continue
		}
		units[days.Roster.Group(u.Key)]++
		for i := range program.Indicators {
			ind := &program.Indicators[i]
			if ind.FromDays == "" {
				continue
			}
			v, err := days.MonthValue(ind, u.Key)
			if err != nil {
				t.Fatal(err)
			}
			if has := whole.Value(ind.Key, u.Key); has.State != models.IsNumber || v.Days != inAugust || v.Cell.Value.Cmp(has.Number) != 0 {
				t.Errorf("%s %s: %v of %d days, the month has %v", u.Key, ind.Key, v.Cell, v.Days, has.Number)
			}
			values++
		}
	}
	if units["counties"] != 9 || units["townships"] != 3 || values != 12*9 {
		t.Errorf("%v, %d values", units, values)
	}
}

const inAugust = 31 // days

// The days look like those of an August: no check finds fault, 优, 良 and 轻度污染 occur and nothing
// worse, and ozone is the primary pollutant of most days that have one.
func TestDaysAreOfAnAugust(t *testing.T) {
	_, _, days := august(t)
	var levels [6]int
	primary := map[air.Pollutant]int{}
	polluted := 0
	for _, u := range days.Units {
		findings, err := days.Findings(u.Key)
		if err != nil || len(findings) > 0 {
			t.Errorf("%s: %v, %v", u.Key, findings, err)
		}
		for day := 1; day <= inAugust && days.Has(u.Key); day++ {
			index, measured, err := days.Day(day, u.Key)
			if err != nil || !measured || index.NA {
				t.Fatal(u.Key, day, err)
			}
			levels[index.Level.Number-1]++
			for _, p := range index.Primary {
				primary[p]++
			}
			if len(index.Primary) > 0 {
				polluted++
			}
		}
	}
	if levels[0] < 5 || levels[1] < 100 || levels[2] < 30 || levels[3]+levels[4]+levels[5] > 0 {
		t.Errorf("days by level %v", levels)
	}
	if 10*primary[air.O3] < 8*polluted {
		t.Errorf("of %d days the primary pollutants were %v", polluted, primary)
	}
}

// A percentile is held with every number of days and both ways of taking it.
func TestSeriesHoldTheirStatistic(t *testing.T) {
	standards, err := air.Open(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []month.Month{month.Of(2019, 2), month.Of(2020, 2), month.Of(2019, 4), month.Of(2019, 8)} {
		for _, nearest := range []bool{false, true} {
			program := &models.Program{Key: "p", Groups: []models.Group{{Key: "g"}}, Members: []models.Member{{Unit: "u", GroupKey: "g"}}, Air: models.AirTerms{NearestRank: nearest}}
			whole := draw{}
			for i, word := range models.DayStatistics {
				key := "i_" + word
				program.Indicators = append(program.Indicators, models.Indicator{Key: key, Scope: []string{models.ScopeMembers}, FromDays: word, Decimals: i % 2, DayDecimals: 1})
				whole[key] = number.FromInt(int64(40 * (i + 1)))
			}
			c := &appraise.Context{Register: models.NewRegister([]models.Unit{{Key: "u"}}), Program: program, Standards: standards}
			for seed := range uint64(20) {
				m := maker{target: city.Target{Month: at, Days: city.TargetDays{Units: []string{"u"}}}, context: c, apart: rand.New(rand.NewPCG(seed, 1))}
				if _, err := m.days(map[string]draw{"u": whole}); err != nil {
					t.Errorf("%s nearest %t: %v", at, nearest, err)
				}
			}
		}
	}
}
