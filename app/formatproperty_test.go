package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yueping/models"
	"yueping/models/month"
)

// formatAir is the sample city's townships in August 2019 in given terms.
func formatAir(t rapid.TB, w *Workspace, terms models.FormatTerms) []Lineup {
	t.Helper()
	f, err := w.TryFormat(context.Background(), models.SheetFormat{Program: "township-air", Terms: terms}, month.MustParse("2019-08"), "townships")
	if err != nil {
		t.Fatal(err)
	}
	return f.Lineups
}

// Columns in any choice, order and wording hold the same cells.
func TestFormatColumnsKeepTheirCells(t *testing.T) {
	w := sampleCity(t)
	all := columnsOf("rank", "unit", "county", "group", "figure", "@pm10", "@pm25", "和=pm10 + pm25", "grade", "lists", "primary", "moved", "last_month", "last_year", "notices", "note")
	whole := formatAir(t, w, models.FormatTerms{Columns: all})[0]
	if len(whole.Columns) != len(all) {
		t.Fatal(len(whole.Columns))
	}
	places := make([]int, len(all))
	for i := range places {
		places[i] = i
	}
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation(places).Draw(t, "order")
		order = order[:rapid.IntRange(1, len(all)).Draw(t, "count")]
		var columns []models.FormatColumn
		for n, i := range order {
			c := all[i]
			if rapid.Bool().Draw(t, "renamed") {
				c.Title = fmt.Sprintf("列%d", n)
			}
			columns = append(columns, c)
		}
		l := formatAir(t, w, models.FormatTerms{Columns: columns})[0]
		for row := range whole.Rows {
			for n, i := range order {
				is, was := l.Rows[row].Cells[n], whole.Rows[row].Cells[i]
				if is.Text != was.Text || (is.Number == nil) != (was.Number == nil) || (is.Number != nil && is.Number.Cmp(*was.Number) != 0) {
					t.Fatalf("row %d, column %d: %v, was %v", row, i, is, was)
				}
			}
		}
	})
}

// A filter, an order and a cut leave what a plain loop over the ranking leaves.
func TestFormatRowsAgainstOracle(t *testing.T) {
	w := sampleCity(t)
	c, err := w.RankMonth(context.Background(), "township-air", month.MustParse("2019-08"), "townships")
	if err != nil {
		t.Fatal(err)
	}
	dust := func(unit string) int64 {
		n, _ := c.Month.Table.Value("pm10", unit).Number.Scaled(0)
		return n
	}
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.Int64Range(40, 90).Draw(t, "limit")
		count := rapid.IntRange(1, 40).Draw(t, "count")
		descending := rapid.Bool().Draw(t, "descending")
		rows := rapid.SampledFrom([]models.FormatRows{models.RowsAll, models.RowsListed, models.RowsFirst, models.RowsLast, models.RowsEnds}).Draw(t, "rows")
		type unit struct {
			name             string
			rank, precedence int
			dust             int64
			listed           bool
		}
		var passed []unit
		for _, r := range c.Ranking.Groups[0].Rows {
			if d := dust(r.Unit.Key); d > limit {
				passed = append(passed, unit{r.Name, r.Rank, r.Unit.Precedence, d, len(r.Lists) > 0})
			}
		}
		var want []unit
		for i, u := range passed {
			first := i < count || u.rank == passed[count-1].rank
			last := i >= len(passed)-count || u.rank == passed[len(passed)-count].rank
			if rows == models.RowsAll || (rows == models.RowsListed && u.listed) || (rows == models.RowsFirst && first) ||
				(rows == models.RowsLast && last) || (rows == models.RowsEnds && (first || last)) {
				want = append(want, u)
			}
		}
		slices.SortStableFunc(want, func(a, b unit) int {
			by := cmp.Compare(a.dust, b.dust)
			if descending {
				by = -by
			}
			return cmp.Or(by, cmp.Compare(a.precedence, b.precedence))
		})
		got := formatAir(t, w, models.FormatTerms{Columns: columnsOf("@pm10", "unit"), Filter: fmt.Sprintf("pm10 > %d", limit), Rows: rows, Count: count,
			Sort: []models.FormatSort{{Column: 0, Descending: descending}}})[0]
		if len(got.Rows) != len(want) {
			t.Fatalf("%d rows, want %d", len(got.Rows), len(want))
		}
		for i, u := range want {
			if cells := got.Rows[i].Cells; cells[1].Text != u.name || cells[0].Text != fmt.Sprint(u.dust) {
				t.Fatalf("row %d: %v, want %v", i, cells, u)
			}
		}
	})
}
