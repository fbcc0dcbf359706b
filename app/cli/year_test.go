package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// hundredths reads a number of at most two decimals.
func hundredths(t *testing.T, s string) int {
	t.Helper()
	whole, rest, _ := strings.Cut(s, ".")
	n, err := strconv.Atoi(whole + (rest + "00")[:2])
	if err != nil || len(rest) > 2 {
		t.Fatal(s, err)
	}
	return n
}

// mean is the mean of hundredths, rounded half to even.
func mean(sum, count int) string {
	n := sum / count
	if rest := 2 * (sum % count); rest > count || (rest == count && n%2 == 1) {
		n++
	}
	return fmt.Sprintf("%d.%02d", n/100, n%100)
}

// The summary is what a plain reckoning makes of what rank gives month by month, and each month's sheet is
// that month's ranking.
func TestYearIsItsMonths(t *testing.T) {
	b := sample(t)
	b.must("year", "--program", "township-air", "--year", "2019", "-o", b.path("year.xlsx"))
	f, err := excelize.OpenFile(b.path("year.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	type tally struct{ values, ranks, count, listed int }
	type standing struct {
		ranks []string
		tally tally
	}
	units := map[string]*standing{}
	months := []int{5, 6, 7, 8}
	for _, m := range months {
		rows, err := f.GetRows(fmt.Sprintf("%d月", m))
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == "名次" })
		ranked := b.rank("--program", "township-air", "--month", fmt.Sprintf("2019-%02d", m)).Groups[0].Rows
		if len(ranked) != 104 {
			t.Fatalf("%d units", len(ranked))
		}
		for i, v := range ranked {
			printed := rows[at+1+i]
			if printed[0] != strconv.Itoa(v.Rank) || printed[1] != v.Unit || printed[2] != v.County || hundredths(t, printed[5]) != hundredths(t, v.Value) {
				t.Fatalf("month %d: %v, rank gives %+v", m, printed, v)
			}
			u := units[v.Unit+"|"+v.County]
			if u == nil {
				u = &standing{}
				units[v.Unit+"|"+v.County] = u
			}
			u.ranks = append(u.ranks, strconv.Itoa(v.Rank))
			u.tally.values += hundredths(t, v.Value)
			u.tally.ranks += 100 * v.Rank
			u.tally.count++
			u.tally.listed += len(v.Lists)
		}
	}
	rows, err := f.GetRows("全年汇总")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, row := range rows {
		if len(row) < 11 {
			continue
		}
		u := units[row[0]+"|"+row[1]]
		if u == nil {
			continue
		}
		found++
		want := append(slices.Clone(u.ranks), mean(u.tally.values, u.tally.count), mean(u.tally.ranks, u.tally.count))
		if !slices.Equal(row[2:8], want) || row[10] != strconv.Itoa(u.tally.listed) {
			t.Errorf("%v, want %v and %d months", row, want, u.tally.listed)
		}
	}
	if found != 104 {
		t.Errorf("%d units", found)
	}
}

func TestYearAndSlipUsage(t *testing.T) {
	b := sample(t)
	b.refused(Usage, []string{"year", "--program", "township-air", "-o", "x.xlsx"}, "--year")
	b.refused(Usage, []string{"year", "--program", "township-air", "--year", "2019", "-o", ""}, "xlsx")
	b.refused(Could, []string{"year", "--program", "township-air", "--year", "2017", "-o", b.path("x.xlsx")}, "2017")
	b.refused(Usage, append([]string{"slip", "-o", ""}, august...), "pdf")
	b.refused(Could, append([]string{"slip", "--unit", "没有的单位", "-o", b.path("x.pdf")}, august...), "没有的单位")
	b.must(append([]string{"slip", "--unit", "顺店镇", "--unit", "魏都区", "-o", b.path("x.pdf")}, august...)...)
}
