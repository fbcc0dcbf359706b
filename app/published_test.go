package app

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"yueping/models/month"
	"yueping/models/number"
)

// published reads a published table of testdata/published: its header and its rows.
func published(t *testing.T, name string) ([]string, [][]string) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "published", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment, r.FieldsPerRecord = '#', -1
	rows, err := r.ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatal(name, err)
	}
	return rows[0], rows[1:]
}

// cityOf writes the city files of a published table: a unit a row, the figures of the named columns.
func cityOf(header []string, rows [][]string, at string, program string) fstest.MapFS {
	units := "units:\n  - {key: city, kind: city, name: 全市}\n"
	members := "    members:\n"
	values := "unit,county,indicator,value\n"
	for i, row := range rows {
		units += fmt.Sprintf("  - {key: u%d, kind: county, name: %s, parent: city}\n", i, row[0])
		members += fmt.Sprintf("      - u%d\n", i)
		for j := 1; j < len(header); j++ {
			if row[j] != "" && strings.Contains(program, "key: "+header[j]+",") {
				values += fmt.Sprintf("%s,,%s,%s\n", row[0], header[j], row[j])
			}
		}
	}
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"units.yaml":                    file(units),
		"p.yaml":                        file("key: p\nname: 业务\ngroups:\n  - key: g\n    name: 组\n" + members + program),
		"observations/p-" + at + ".csv": file(values),
	}
}

const pollutants = `
  - {key: so2, name: SO2, measure: μg/m³}
  - {key: no2, name: NO2, measure: μg/m³}
  - {key: pm10, name: PM10, measure: μg/m³}
  - {key: pm25, name: PM2.5, measure: μg/m³}
  - {key: co, name: CO, measure: mg/m³, decimals: 1}
  - {key: o3, name: O3, measure: μg/m³}
  - {key: aqi_pct, name: 优良率, decimals: 1}
`

// TestPublishedRankings reproduces published tables by configuration alone.
func TestPublishedRankings(t *testing.T) {
	for _, c := range []struct {
		file, at, program string
		ranked            int
		value             string // the column with the published index, "" for none
	}{
		{"guangdong_2017_08.csv", "2017-08", `indicators:
  - {key: index, name: 综合指数, decimals: 2}
schemes:
  - {key: s, name: 排名, keys: [{indicator: index, order: ascending}], ties: competition}
`, 21, "index"},
		{"heyuan_2023_01.csv", "2023-01", "indicators:" + pollutants + `  - {key: composite, name: 综合指数, decimals: 2, formula: "index(so2, no2, pm10, pm25, co, o3)"}
schemes:
  - key: s
    name: 排名
    keys: [{indicator: composite, order: ascending}]
    ties: dense
    exclude: [{unit: u6, reason: 全市不参加排名}]
`, 6, "index"},
		{"heyuan_2023_10.csv", "2023-10", "indicators:" + pollutants + `  - {key: composite, name: 综合指数, decimals: 2, formula: "index(so2, no2, pm10, pm25, co, o3)"}
schemes:
  - {key: s, name: 排名, keys: [{indicator: composite, order: ascending}], ties: dense}
`, 6, "index"},
		{"qingyuan_2022_09_counties.csv", "2022-09", "indicators:" + pollutants + `schemes:
  - key: s
    name: 排名
    keys: [{indicator: aqi_pct, order: descending}, {indicator: pm25, order: ascending}, {indicator: pm10, order: ascending}]
    ties: competition
`, 8, ""},
	} {
		t.Run(c.file, func(t *testing.T) {
			header, rows := published(t, c.file)
			w := opened(t, params(t), cityOf(header, rows, c.at, c.program))
			r, err := w.Ranking(context.Background(), "p", month.MustParse(c.at), "")
			if err != nil {
				t.Fatal(err)
			}
			got := map[string][2]string{}
			for _, row := range r.Groups[0].Rows {
				got[row.Name] = [2]string{fmt.Sprint(row.Rank), row.Values[0].String()}
			}
			right := 0
			for _, row := range rows {
				want := row[index(header, "rank")]
				if want == "" {
					if _, ranked := got[row[0]]; ranked {
						t.Errorf("%s is ranked", row[0])
					}
					continue
				}
				if got[row[0]][0] != want {
					t.Errorf("%s has rank %s, published %s", row[0], got[row[0]][0], want)
					continue
				}
				if c.value != "" && strings.TrimRight(got[row[0]][1], "0") != strings.TrimRight(row[index(header, c.value)], "0") {
					t.Errorf("%s has %s, published %s", row[0], got[row[0]][1], row[index(header, c.value)])
					continue
				}
				right++
			}
			if right != c.ranked {
				t.Errorf("%d of %d", right, c.ranked)
			}
		})
	}
}

// TestPublishedIndices reproduces every published index by configuration alone: air.round_sub_indices as
// its publisher rounds. The two rows that tell the orders apart come out otherwise under the other one.
func TestPublishedIndices(t *testing.T) {
	const program = "air: {round_sub_indices: %s}\nindicators:" + pollutants + `  - {key: composite, name: 综合指数, decimals: 2, formula: "index(so2, no2, pm10, pm25, co, o3)"}
schemes:
  - {key: s, name: 排名, keys: [{indicator: composite, order: ascending}], ties: competition}
`
	checked := map[string]int{}
	for _, file := range []string{"composite-index-rounding-order.csv", "composite-index-single-rows.csv", "heyuan_2023_01.csv", "heyuan_2023_10.csv"} {
		header, rows := published(t, file)
		for i := range rows { // a place may stand in a table twice
			rows[i][0] += fmt.Sprint("·", i)
		}
		for _, rounded := range []string{"true", "false"} {
			w := opened(t, params(t), cityOf(header, rows, "2023-05", fmt.Sprintf(program, rounded)))
			m := loaded(t, w, "p", month.MustParse("2023-05"))
			for i, row := range rows {
				own := "true"
				if column := index(header, "round_sub_indices"); column >= 0 {
					own = row[column]
				}
				unit := fmt.Sprintf("u%d", i)
				got, want := m.Table.Value("composite", unit).Number, number.MustParse(row[index(header, "index")])
				parts, err := m.Table.Composition("composite", unit)
				if err != nil || parts.Total.Cmp(got) != 0 || len(parts.Parts) != 6 {
					t.Errorf("%s: the parts of %s make %+v, %v", row[0], got, parts, err)
				}
				switch {
				case own == rounded:
					checked[own]++
					if got.Cmp(want) != 0 {
						t.Errorf("%s %s: %s, published %s", file, row[0], got, want)
					}
				case file == "composite-index-rounding-order.csv" && got.Cmp(want) == 0:
					t.Errorf("%s: %s either way", row[0], got)
				}
			}
		}
	}
	if checked["true"] != 19 || checked["false"] != 1 {
		t.Errorf("checked %v", checked)
	}
}

func index(header []string, name string) int {
	for i, h := range header {
		if h == name {
			return i
		}
	}
	return -1
}

// TestPublishedRates derives the published rates of two cities by formulas of a program file.
func TestPublishedRates(t *testing.T) {
	const program = `indicators:
  - {key: should_close, name: 应结案数}
  - {key: closed, name: 结案数}
  - {key: ontime_closed, name: 按期结案数}
  - {key: due, name: 应结案}
  - {key: rate, name: 结案率, measure: "%", decimals: 2, formula: closed / should_close}
  - {key: ontime_rate, name: 按期结案率, measure: "%", decimals: 2, formula: ontime_closed / should_close}
  - {key: closing_rate, name: 结案率二, measure: "%", decimals: 2, formula: closed / due}
`
	checked := 0
	for _, c := range []struct {
		file  string
		rates map[string]string
	}{
		{"tianmen_2016_12_rates.csv", map[string]string{"close_rate_pct": "rate", "ontime_rate_pct": "ontime_rate"}},
		{"fuzhou-rate.csv", map[string]string{"closing_rate": "closing_rate"}},
	} {
		header, rows := published(t, c.file)
		if header[0] != "kind" {
			header = append([]string{"kind"}, header...)
			for i := range rows {
				rows[i] = append([]string{"全区"}, rows[i]...)
			}
		}
		entered := strings.ReplaceAll(program, "closing_rate,", "closing_rate ,")
		w := opened(t, params(t), cityOf(header, rows, "2016-12", entered))
		m, err := w.Month(context.Background(), "p", month.MustParse("2016-12"))
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for column, indicator := range c.rates {
				want := row[index(header, column)]
				if want == "" {
					continue
				}
				got := m.Program.Indicator(indicator).Shown(m.Table.Value(indicator, fmt.Sprintf("u%d", i)).Number)
				if got != want+"%" {
					t.Errorf("%s %s: %s, published %s", row[0], column, got, want)
				}
				checked++
			}
		}
	}
	if checked != 5 {
		t.Errorf("%d rates checked", checked)
	}
}
