package rank_test

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"yueping/models/number"
	"yueping/models/rank"
)

// published reads a published table as one map per row, by column.
func published(t *testing.T, name string) []map[string]string {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestPublishedRankings(t *testing.T) {
	cases := []struct {
		file   string
		keys   []string
		scheme rank.Scheme
		ranked int
	}{
		{"guangdong_2017_08.csv", []string{"index"}, rank.Scheme{Keys: []rank.Direction{rank.Ascending}}, 21},
		{"heyuan_2023_01.csv", []string{"index"}, rank.Scheme{Keys: []rank.Direction{rank.Ascending}, Ties: rank.Dense}, 6},
		{"heyuan_2023_10.csv", []string{"index"}, rank.Scheme{Keys: []rank.Direction{rank.Ascending}, Ties: rank.Dense}, 6},
		{"qingyuan_2022_09_counties.csv", []string{"aqi_pct", "pm25", "pm10"},
			rank.Scheme{Keys: []rank.Direction{rank.Descending, rank.Ascending, rank.Ascending}}, 8},
	}
	for _, c := range cases {
		t.Run(c.file, func(t *testing.T) {
			table := published(t, c.file)
			var rows []rank.Row
			for i, line := range table {
				row := rank.Row{ID: i}
				if line["rank"] != "" { // the whole city is printed below the ranking, not in it
					for _, key := range c.keys {
						row.Values = append(row.Values, number.MustParse(line[key]))
					}
				}
				rows = append(rows, row)
			}
			places := rank.Order(rows, c.scheme)
			if len(places) != c.ranked {
				t.Fatalf("%d ranked, want %d", len(places), c.ranked)
			}
			for _, p := range places {
				if got := strconv.Itoa(p.Rank); got != table[p.ID]["rank"] {
					t.Errorf("%v: rank %s", table[p.ID], got)
				}
			}
		})
	}
}
