package app

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// TestShippedFormats compares the sample city's sheets in the formats that come with the program with
// testdata/formats. UPDATE_GOLDEN=1 writes them anew.
func TestShippedFormats(t *testing.T) {
	w := sampleCity(t)
	for _, c := range []struct{ program, at, scheme string }{{"city-management", "2019-10", "score"}, {"township-air", "2019-08", "townships"}, {"township-air", "2019-08", "counties"}} {
		for _, layout := range []string{FormatLeader, FormatFull, FormatNewspaper} {
			name := c.scheme + "-" + layout
			path := filepath.Join(t.TempDir(), name+".pdf")
			if err := w.WriteRanking(context.Background(), Handout{Program: c.program, Month: month.MustParse(c.at), Scheme: c.scheme, Format: "pdf", Layout: layout, Path: path}); err != nil {
				t.Fatal(name, err)
			}
			got, err := exec.Command("pdftotext", "-layout", path, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", "formats", name+".txt")
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
	}
}

// manyUnits is a city of groups with so many units each, and their month.
func manyUnits(t *testing.T, groups ...int) *Workspace {
	t.Helper()
	units, program, values := "units:\n  - {key: city, kind: city, name: 某市}\n", "key: p\nname: 考评\ngroups:\n", "unit,county,indicator,value\n"
	for g, count := range groups {
		var members []string
		for i := range count {
			key := fmt.Sprintf("u%d-%d", g, i)
			members = append(members, key)
			units += fmt.Sprintf("  - {key: %s, kind: township, name: 第%d组%d镇, parent: city, precedence: %d}\n", key, g, i, i+1)
			values += fmt.Sprintf("第%d组%d镇,,score,%d.5\n", g, i, 1000-i)
		}
		program += fmt.Sprintf("  - {key: g%d, name: 第%d组, members: [%s]}\n", g, g, strings.Join(members, ", "))
	}
	program += "indicators:\n  - {key: score, name: 得分, decimals: 1}\nschemes:\n  - {key: score, name: 得分, keys: [{indicator: score, order: descending}], lists: [{key: last, name: 后5名, side: worst, by: rows, count: 5}]}\n"
	return opened(t, params(t), fstest.MapFS{"units.yaml": {Data: []byte(units)}, "p.yaml": {Data: []byte(program)}, "observations/p-2019-10.csv": {Data: []byte(values)}})
}

func TestLeadersPageIsOnePage(t *testing.T) {
	for _, c := range []struct {
		groups []int
		rows   int // of all tables
		width  float64
	}{
		{[]int{1}, 1, 210}, {[]int{9}, 9, 210}, {[]int{20}, 20, 210}, {[]int{104}, 20, 210}, {[]int{1500}, 20, 210},
		{[]int{4, 5, 60}, 21, 210}, {[]int{20, 20, 20, 20, 20, 20}, 36, 297},
	} {
		w := manyUnits(t, c.groups...)
		f, err := w.FormatTables(context.Background(), Handout{Program: "p", Month: october, Layout: FormatLeader})
		if err != nil {
			t.Fatal(err)
		}
		pages, err := w.FormatPages(f)
		if err != nil {
			t.Fatal(c.groups, err)
		}
		rows := 0
		for _, l := range f.Lineups {
			rows += len(l.Rows)
		}
		width, _ := pages.Size(0)
		if pages.Count() != 1 || rows != c.rows || width != c.width {
			t.Errorf("%v: %d pages of %v mm, %d rows", c.groups, pages.Count(), width, rows)
		}
	}
}

// What does not fit on the one page that is asked for is refused, not spread over two.
func TestFormatRefusesSecondPage(t *testing.T) {
	w := manyUnits(t, 104)
	f := models.SheetFormat{Program: "p", Name: "一页", Terms: models.FormatTerms{Columns: columnsOf("rank", "unit", "@score"), OnePage: true}}
	tables, err := w.TryFormat(context.Background(), f, october, "")
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.FormatPages(tables)
	refused(t, err, "format.one_page")
}

func TestFormatPaper(t *testing.T) {
	w := manyUnits(t, 30)
	crowd := columnsOf("rank", "unit", "@score", "甲=score + 1", "乙=score + 2", "丙=score + 3", "丁=score + 4", "戊=score + 5", "己=score + 6", "庚=score + 7", "辛=score + 8")
	for _, c := range []struct {
		name          string
		terms         models.FormatTerms
		width, height float64
	}{
		{"A4", models.FormatTerms{Columns: crowd[:3]}, 210, 297},
		{"turned", models.FormatTerms{Columns: crowd[:3], Landscape: true}, 297, 210},
		{"A3", models.FormatTerms{Columns: crowd[:3], Paper: "A3"}, 297, 420},
		{"A3 turned", models.FormatTerms{Columns: crowd[:3], Paper: "A3", Landscape: true}, 420, 297},
		{"as the columns need", models.FormatTerms{Columns: crowd}, 420, 297},
		{"A4 whatever the columns", models.FormatTerms{Columns: crowd, Paper: "A4"}, 210, 297},
	} {
		tables, err := w.TryFormat(context.Background(), models.SheetFormat{Program: "p", Terms: c.terms}, october, "")
		if err != nil {
			t.Fatal(c.name, err)
		}
		pages, err := w.FormatPages(tables)
		if err != nil {
			t.Fatal(c.name, err)
		}
		if width, height := pages.Size(0); width != c.width || height != c.height {
			t.Errorf("%s: %v × %v", c.name, width, height)
		}
	}
}

// A workbook has the rows of the printed page.
func TestFormatBook(t *testing.T) {
	w := manyUnits(t, 104)
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := w.WriteRanking(context.Background(), Handout{Program: "p", Month: october, Format: "xlsx", Layout: FormatLeader, Path: path}); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	numbers := 0
	for _, row := range book.Sheets[0].Rows {
		if len(row) > 2 && strings.HasSuffix(row[2].Shown(), ".5") {
			numbers++
		}
	}
	if numbers != 20 {
		t.Errorf("%d rows", numbers)
	}
	if err := w.WriteRanking(context.Background(), Handout{Program: "p", Month: october, Format: "xlsx", Layout: "none", Path: path}); fault.CodeOf(err) != "format.unknown" {
		t.Error(err)
	}
}

// A format that leaves no table is refused: a sheet with nothing but its title says nothing.
func TestFormatOfNobody(t *testing.T) {
	w := sampleCity(t)
	folder := t.TempDir()
	for _, format := range []string{"pdf", "xlsx"} {
		err := w.WriteRanking(context.Background(), Handout{Program: "township-air", Month: month.MustParse("2031-01"), Format: format, Layout: FormatNewspaper,
			Path: filepath.Join(folder, "none."+format)})
		if fault.CodeOf(err) != "format.nobody" || strings.Contains(w.text.Error(err), "{{") {
			t.Errorf("%s: %v", format, err)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}
