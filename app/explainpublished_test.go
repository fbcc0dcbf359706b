package app

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"yueping/models/month"
)

// TestExplanationsOfPublishedTables explains published tables: the figures and ranks are those printed.
func TestExplanationsOfPublishedTables(t *testing.T) {
	const index = `  - {key: composite, name: 综合指数, decimals: 2, formula: "index(so2, no2, pm10, pm25, co, o3)"}
`
	checked := 0
	for _, c := range []struct{ file, at, program, column, key string }{
		{"heyuan_2023_10.csv", "2023-10", "indicators:" + pollutants + index + "schemes:\n  - {key: s, name: 排名, keys: [{indicator: composite, order: ascending}], ties: dense}\n", "index", "composite"},
		{"qingyuan_2022_09_counties.csv", "2022-09", "indicators:" + pollutants + `schemes:
  - key: s
    name: 排名
    keys: [{indicator: aqi_pct, order: descending}, {indicator: pm25, order: ascending}, {indicator: pm10, order: ascending}]
    ties: competition
`, "aqi_pct", "aqi_pct"},
		{"guangdong_2017_08.csv", "2017-08", "indicators:\n  - {key: index, name: 综合指数, decimals: 2}\nschemes:\n  - {key: s, name: 排名, keys: [{indicator: index, order: ascending}], ties: competition}\n", "index", "index"},
	} {
		header, rows := published(t, c.file)
		w := opened(t, params(t), cityOf(header, rows, c.at, c.program))
		at := month.MustParse(c.at)
		prove(t, w, "p", at)
		for _, row := range rows {
			e, err := w.Explain(context.Background(), ExplainRequest{Program: "p", Month: at, Unit: row[0], Scheme: "s"})
			if err != nil {
				t.Fatal(err)
			}
			x := e.Schemes[0]
			printed := func(column string) string { return row[slices.Index(header, column)] }
			if fmt.Sprint(x.Place.Rank) != printed("rank") {
				t.Errorf("%s: rank %d, published %s", row[0], x.Place.Rank, printed("rank"))
			}
			if want := content(printed(c.column)); x.Keys[0].Value.Cmp(want.Value) != 0 || x.Keys[0].Indicator.Key != c.key {
				t.Errorf("%s: %s, published %s", row[0], x.Keys[0].Value, want.Value)
			}
			if x.Keys[0].Indicator.Derived() {
				last := x.Calculations[len(x.Calculations)-1]
				if last.Value.Number.Cmp(content(printed(c.column)).Value) != 0 || last.Steps[0].Index == nil || last.Steps[0].Index.Total.Cmp(last.Value.Number) != 0 {
					t.Errorf("%s: %+v", row[0], last.Value)
				}
			}
			checked++
		}
	}
	if checked < 30 {
		t.Errorf("%d rows", checked)
	}
}

// TestExplanationsOfPublishedIndices explains the published rows that tell the orders of rounding apart.
func TestExplanationsOfPublishedIndices(t *testing.T) {
	const program = "air: {round_sub_indices: %s}\nindicators:" + pollutants + `  - {key: composite, name: 综合指数, decimals: 2, formula: "index(so2, no2, pm10, pm25, co, o3)"}
schemes:
  - {key: s, name: 排名, keys: [{indicator: composite, order: ascending}], ties: competition}
`
	checked := 0
	for _, file := range []string{"composite-index-rounding-order.csv", "composite-index-single-rows.csv", "heyuan_2023_01.csv"} {
		header, rows := published(t, file)
		for i := range rows {
			rows[i][0] += fmt.Sprint("·", i)
		}
		for _, rounded := range []string{"true", "false"} {
			w := opened(t, params(t), cityOf(header, rows, "2023-05", fmt.Sprintf(program, rounded)))
			prove(t, w, "p", month.MustParse("2023-05"))
			explainer, err := w.Explainer(context.Background(), loaded(t, w, "p", month.MustParse("2023-05")), "s")
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				own := "true"
				if column := slices.Index(header, "round_sub_indices"); column >= 0 {
					own = row[column]
				}
				if own != rounded {
					continue
				}
				e, err := explainer.Unit(context.Background(), fmt.Sprintf("u%d", i))
				if err != nil {
					t.Fatal(err)
				}
				c := e.Schemes[0].Calculations[0]
				if want := content(row[slices.Index(header, "index")]); c.Value.Number.Cmp(want.Value) != 0 || c.Steps[0].Index.Rounded != (rounded == "true") {
					t.Errorf("%s: %s, published %s", row[0], c.Value.Number, want.Value)
				}
				checked++
			}
		}
	}
	if checked < 10 {
		t.Errorf("%d rows", checked)
	}
}

// TestExplanationsOfPublishedRates explains a published rate: 1243 ÷ 1342 → 92.62%.
func TestExplanationsOfPublishedRates(t *testing.T) {
	header, rows := published(t, "tianmen_2016_12_rates.csv")
	if header[0] != "kind" {
		header = append([]string{"kind"}, header...)
		for i := range rows {
			rows[i] = append([]string{"全区"}, rows[i]...)
		}
	}
	const program = `indicators:
  - {key: should_close, name: 应结案数}
  - {key: closed, name: 结案数}
  - {key: ontime_closed, name: 按期结案数}
  - {key: rate, name: 结案率, measure: "%", decimals: 2, formula: closed / should_close}
  - {key: ontime_rate, name: 按期结案率, measure: "%", decimals: 2, formula: ontime_closed / should_close}
`
	w := opened(t, params(t), cityOf(header, rows, "2016-12", program))
	prove(t, w, "p", month.MustParse("2016-12"))
	explainer, err := w.Explainer(context.Background(), loaded(t, w, "p", month.MustParse("2016-12")), "")
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for i, row := range rows {
		e, err := explainer.Unit(context.Background(), fmt.Sprintf("u%d", i))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range e.Others.Calculations {
			want := row[slices.Index(header, map[string]string{"rate": "close_rate_pct", "ontime_rate": "ontime_rate_pct"}[c.Indicator.Key])]
			if want == "" {
				continue
			}
			if got := c.Indicator.Shown(c.Value.Number); got != want+"%" {
				t.Errorf("%s %s: %s, published %s", row[0], c.Indicator.Key, got, want)
			}
			checked++
		}
	}
	if checked != 4 {
		t.Errorf("%d rates", checked)
	}
}
