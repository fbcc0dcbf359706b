package appraise_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/models/number"
)

// countryUnits is how many townships the whole country has.
const countryUnits = 38642

// country is a program of so many townships with a year of figures: ranked by an index, the last ten
// of every month warned, two and four months running summoned, and the places passed on to successors.
func country(b *testing.B, units int) (*appraise.Context, []month.Month) {
	b.Helper()
	p := &models.Program{Key: "p", Groups: []models.Group{{Key: "g", Name: "乡镇"}}, DefaultScheme: "s",
		Indicators: []models.Indicator{{Key: "index", Name: "指数", Decimals: 2, Scope: []string{models.ScopeMembers}}},
		Schemes: []models.Scheme{{Key: "s", Name: "排名", Versions: month.Always(models.SchemeTerms{Ties: "competition",
			Keys:  []models.SchemeKey{{Indicator: "index"}},
			Lists: []models.List{{Key: "worst", Name: "后10%", Worst: true, By: "percent", Threshold: share("0.1")}}})}}}
	for _, r := range []struct {
		key    string
		months int
		terms  models.RuleTerms
	}{{"warn", 1, models.RuleTerms{}}, {"two", 2, models.RuleTerms{Ladder: "l", Step: 1}}, {"four", 4, models.RuleTerms{Ladder: "l", Step: 2, Inherit: true, Restart: true}}} {
		t := r.terms
		t.Scheme, t.List, t.Months, t.Within, t.Action = "s", "worst", r.months, "running", r.key
		p.Rules = append(p.Rules, models.Rule{Key: r.key, Versions: month.Always(t)})
	}
	all := []models.Unit{{Key: "city", Kind: models.KindCity, Names: month.Always("市")}}
	for i := range units / 14 {
		all = append(all, models.Unit{Key: fmt.Sprintf("c%d", i), Kind: models.KindCounty, Names: month.Always(fmt.Sprintf("县%d", i)), Parents: month.Always("city")})
	}
	for i := range units {
		u := models.Unit{Key: fmt.Sprintf("u%d", i), Kind: models.KindTownship, Names: month.Always(fmt.Sprintf("镇%d", i)),
			Parents: month.Always(fmt.Sprintf("c%d", i%(units/14))), Precedence: i}
		all = append(all, u)
		p.Members = append(p.Members, models.Member{Unit: u.Key, GroupKey: "g"})
	}
	c := &appraise.Context{Register: models.NewRegister(all), Program: p}
	var months []month.Month
	for m := month.Of(2019, 1); m <= month.Of(2019, 12); m++ {
		t := c.NewTable(m)
		for i := range units {
			seed := (i*7919 + m.Number()*i*31 + m.Number()*104729) % 100_000
			n, err := number.FromInt(int64(seed/(1+i%9) + 100)).Shift(-2)
			if err != nil {
				b.Fatal(err)
			}
			t.Set("index", fmt.Sprintf("u%d", i), models.Of(n))
		}
		if err := t.Calculate(); err != nil {
			b.Fatal(err)
		}
		c.Keep(t)
		months = append(months, m)
	}
	return c, months
}

func share(s string) *number.Number {
	n := number.MustParse(s)
	return &n
}

// BenchmarkYear makes the board of a year against twelve times the ranking of one of its months, in
// turn. The tables of all months are loaded before, for both.
func BenchmarkYear(b *testing.B) {
	for _, units := range []int{104, 2467, countryUnits} {
		b.Run(fmt.Sprint(units), func(b *testing.B) {
			c, months := country(b, units)
			last := months[len(months)-1]
			var boards, notices, rankings []time.Duration
			timed := func(list *[]time.Duration, f func() (int, error)) {
				start := time.Now()
				n, err := f()
				*list = append(*list, time.Since(start))
				if err != nil || n == 0 {
					b.Fatal(n, err)
				}
			}
			for b.Loop() {
				timed(&rankings, func() (int, error) {
					t, err := c.Table(last)
					if err != nil {
						return 0, err
					}
					r, err := t.Rank("s")
					return len(r.Groups[0].Rows), err
				})
				timed(&boards, func() (int, error) {
					board, err := c.Board(last, months, 12)
					if err != nil {
						return 0, err
					}
					return len(board.Rows), nil
				})
				timed(&notices, func() (int, error) {
					list, err := c.Notices(last, months)
					return len(list), err
				})
			}
			median := func(list []time.Duration) float64 {
				slices.Sort(list)
				return float64(list[len(list)/2])
			}
			one := median(rankings)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(one/1e6, "ranking-ms")
			b.ReportMetric(median(boards)/1e6, "board-ms")
			b.ReportMetric(median(boards)/one, "board-x-ranking")
			b.ReportMetric(median(notices)/one, "notices-x-ranking")
		})
	}
}
