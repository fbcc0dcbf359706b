package app

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

func TestImportHeaders(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]any
		code string // "" where it is read
		says string
	}{
		{"names", [][]any{{"单位", "县区", "应结数"}, {"甲镇", "东县", 5}}, "", ""},
		{"keys", [][]any{{"unit", "county", "due"}, {"甲镇", "东县", 5}}, "", ""},
		{"with the unit of measure", [][]any{{"单位名称", "县（市、区）", "应结数 (件)"}, {"甲镇", "东县", 5}}, "", ""},
		{"no county", [][]any{{"单位", "应结数"}, {"乙镇", 5}}, "", ""},
		{"a blank column with nothing beneath", [][]any{{"单位", "县区", "", "应结数"}, {"甲镇", "东县", "", 5}}, "", ""},
		{"unknown", [][]any{{"单位", "县区", "应结"}, {"甲镇", "东县", 5}}, "import.unknown_header", "应结数、办结数"},
		{"twice", [][]any{{"单位", "县区", "应结数", "due"}, {"甲镇", "东县", 5, 5}}, "import.header_twice", "D1"},
		{"derived", [][]any{{"单位", "县区", "结案率"}, {"甲镇", "东县", 5}}, "import.derived_header", "结案率"},
		{"blank with data beneath", [][]any{{"单位", "县区", "", "应结数"}, {"甲镇", "东县", 7, 5}}, "import.no_header", "C2"},
		{"data beyond the header", [][]any{{"单位", "应结数", ""}, {"乙镇", 5, 7}}, "import.no_header", "C2"},
		{"no indicator", [][]any{{"单位", "县区"}, {"甲镇", "东县"}}, "import.no_indicator", "应结数"},
		{"units by another word", [][]any{{"乡镇", "应结数"}, {"乙镇", 5}}, "", ""},
		{"nothing", [][]any{{""}, {" "}}, "workbook.empty", "是空的"},
		{"no unit column", [][]any{{"事项", "应结数"}, {"扫雪", 5}}, "import.no_table", "单位"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := tiny(t)
			i, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Month: october, Path: xlsx(t, c.rows)})
			err = headerFault(t, w, i, err)
			refused(t, err, c.code)
			if c.code == "" {
				if len(i.Values) != 1 || len(i.Refused) != 0 || i.New != 1 {
					t.Errorf("%+v", i)
				}
				return
			}
			if said := p.Text.Error(err); !strings.Contains(said, c.says) || strings.Contains(said, "<no value>") {
				t.Error(said)
			}
		})
	}
}

// headerFault gives why a file cannot be stored as a whole, or the one column that keeps it from that.
func headerFault(t *testing.T, w *Workspace, i *Import, err error) error {
	t.Helper()
	if err != nil || len(i.Refused) == 0 {
		return err
	}
	if len(i.Refused) != 1 || i.Refused[0].Row != 0 || i.Refused[0].At == "" {
		t.Fatalf("%+v", i.Refused)
	}
	_, err = w.StoreImport(context.Background(), i, ImportChoice{})
	refused(t, err, "import.refused")
	return i.Refused[0].Reason
}

func TestImportCells(t *testing.T) {
	for _, c := range []struct {
		name, header string
		cell         any
		want, code   string
	}{
		{"a number", "应结数", 5, "5", ""},
		{"zero", "应结数", 0, "0", ""},
		{"text digits", "应结数", "5", "5", ""},
		{"full-width digits", "应结数", "１，２３４", "1234", ""},
		{"no data", "应结数", "无数据", "no_data", ""},
		{"not assessed", "应结数", "不参评", "not_assessed", ""},
		{"no data, short, is no word of a sheet", "应结数", "w", "", "number.not_a_number"},
		{"words", "应结数", "五", "", "number.not_a_number"},
		{"a dash", "应结数", "—", "", "import.dash_unclear"},
		{"below", "应结数", -1, "", "value.below"},
		{"a fraction of a count", "应结数", "#1.5", "", "number.too_many_decimals"},
		{"a per cent format on a count", "%应结数", "#0.5", "", "number.percent_unexpected"},
		{"a rate in a per cent cell", "%满意率", "#0.9617", "0.9617", ""},
		{"a whole rate in a per cent cell", "%满意率", 1, "1", ""},
		{"a rate as one types it", "满意率", "#96.17", "0.9617", ""},
		{"a rate in words", "满意率", "96.17%", "0.9617", ""},
		{"a fraction without a format", "满意率", "#0.96", "", "number.percent_unclear"},
		{"a fraction in words", "满意率", "0.96", "", "number.percent_unclear"},
		{"a long fraction in words", "满意率", "0.9617", "0.9617", ""},
		{"less than one per cent in words", "满意率", "0.5%", "0.005", ""},
		{"one without a format", "满意率", 1, "", "number.percent_unclear"},
		{"zero without a format", "满意率", 0, "0", ""},
		{"a rate of too many decimals", "满意率", "#96.175", "", "number.too_many_decimals"},
		{"a rate above 100", "满意率", 101, "", "value.above"},
		{"nineteen digits as text", "水位", "1234567.890123456789", "1234567.890123456789", ""},
		{"twenty digits", "水位", "12345678901234567890", "", "number.too_many_digits"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := tiny(t)
			i, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Month: october, Path: xlsx(t, [][]any{{"单位", "县区", c.header}, {"甲镇", "东县", c.cell}})})
			if err != nil {
				t.Fatal(err)
			}
			if c.code != "" {
				if len(i.Refused) != 1 || i.Refused[0].Reason.Code != c.code || i.Refused[0].At != "C2" || len(i.Values) != 0 {
					t.Fatalf("%+v", i.Refused)
				}
				_, err := w.StoreImport(context.Background(), i, ImportChoice{})
				refused(t, err, "import.refused")
				if said := p.Text.Error(err); !strings.Contains(said, "C2") || strings.Contains(said, "<no value>") {
					t.Error(said)
				}
				return
			}
			if len(i.Values) != 1 || shown(i.Values[0].Cell) != c.want {
				t.Errorf("%+v, %+v", i.Values, i.Refused)
			}
		})
	}
}

func TestImportUnits(t *testing.T) {
	for _, c := range []struct {
		name, unit, county, code string
	}{
		{"under its county", "甲镇", "西县", ""},
		{"an alias", "乙乡", "", ""},
		{"the city", "某市", "", ""},
		{"with its county before it", "东县甲镇", "", ""},
		{"ambiguous", "甲镇", "", "unit.ambiguous"},
		{"unknown", "丁镇", "", "unit.unknown"},
		{"of another county", "乙镇", "西县", "unit.unknown_in_county"},
		{"no county", "甲镇", "南县", "unit.unknown_county"},
		{"no member", "东县", "", "unit.not_in_program"},
		{"nobody", "", "", "import.no_unit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := tiny(t)
			i, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Month: october, Path: xlsx(t, [][]any{{"单位", "县区", "应结数"}, {c.unit, c.county, 5}})})
			if err != nil {
				t.Fatal(err)
			}
			if c.code == "" {
				if len(i.Values) != 1 || len(i.Refused) != 0 {
					t.Errorf("%+v", i.Refused)
				}
			} else if len(i.Refused) != 1 || i.Refused[0].Reason.Code != c.code {
				t.Errorf("%+v", i.Refused)
			}
		})
	}
}

// A blank cell leaves what stands as it is, and is counted.
func TestImportKeepsBlanks(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	applied(t, w, batch("due jia 5", "closed jia 4", "due yi 3"))
	i, err := w.ReadImport(ctx, ImportRequest{Program: "count", Month: october, Path: xlsx(t, [][]any{{"单位", "县区", "应结数", "办结数"},
		{"甲镇", "东县", "", 4}, {"乙镇", "东县", 2, " "}, {"甲镇", "西县", 9, ""}, {"某市", "", "", ""}, {"", "", "", ""}, {"注：办结数以平台为准。", "", "", ""}})})
	if err != nil {
		t.Fatal(err)
	}
	if i.Blank != 4 || i.New != 1 || i.Changed != 1 || i.Unchanged != 1 || len(i.Refused) != 0 {
		t.Fatalf("%+v", i)
	}
	r, err := w.StoreImport(ctx, i, ImportChoice{Actor: "李四", Reason: "平台导出"})
	if err != nil || r.New != 1 || r.Changed != 1 || r.Unchanged != 1 {
		t.Errorf("%+v, %v", r, err)
	}
	got := []string{at(t, w, "due", "jia"), at(t, w, "closed", "jia"), at(t, w, "due", "yi"), at(t, w, "due", "bing")}
	if !slices.Equal(got, []string{"5", "4", "2", "9"}) {
		t.Errorf("%q", got)
	}
	step, err := w.store.Batch(ctx, r.Batch)
	if err != nil || step.File != "in.xlsx" || step.Actor != "李四" || step.Reason != "平台导出" || step.Source != "imported" {
		t.Errorf("%+v, %v", step, err)
	}
}

func TestImportSheetsThatDisagree(t *testing.T) {
	sheet := func(name string, value int) workbook.Sheet {
		return sheetOf(name, [][]any{{"单位", "县区", "应结数"}, {"甲镇", "东县", value}})
	}
	titled := func(s workbook.Sheet, title string) workbook.Sheet { s.Title = title; return s }
	for _, c := range []struct {
		name        string
		sheets      []workbook.Sheet
		code, cell  string
		left        string
		values, bad int
	}{
		{name: "the same value", sheets: []workbook.Sheet{sheet("甲", 5), sheet("乙", 5)}, values: 1, left: "import.left_twice"},
		{name: "another value", sheets: []workbook.Sheet{sheet("甲", 5), sheet("乙", 6)}, values: 1, bad: 1, cell: "import.twice"},
		{name: "months in their titles", sheets: []workbook.Sheet{titled(sheet("甲", 5), "2019年9月应结数"), titled(sheet("乙", 5), "2019年10月应结数")}, values: 1, left: "import.left_month"},
		{name: "months in their names", sheets: []workbook.Sheet{sheet("2019-09", 5), sheet("2019-10", 6)}, values: 1, left: "import.left_month"},
		{name: "months that nobody asked for", sheets: []workbook.Sheet{sheet("2019-07", 5), sheet("2019-08", 6)}, code: "import.two_months"},
		{name: "a month in one", sheets: []workbook.Sheet{sheet("说明", 5), sheet("2019-10", 5)}, values: 1, left: "import.left_twice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := tiny(t)
			i, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Month: october, Path: xlsxOf(t, workbook.Book{Sheets: c.sheets})})
			refused(t, err, c.code)
			if err != nil {
				if said := p.Text.Error(err); strings.Contains(said, "<no value>") || !strings.Contains(said, "2019-0") {
					t.Error(said)
				}
				return
			}
			if len(i.Values) != c.values || len(i.Refused) != c.bad {
				t.Fatalf("%+v", i)
			}
			if c.left != "" && (len(i.Left) != 1 || i.Left[0].Reason.Code != c.left) || c.left == "" && len(i.Left) != 0 {
				t.Errorf("%+v", i.Left)
			}
			if c.bad > 0 && i.Refused[0].Reason.Code != c.cell {
				t.Error(i.Refused[0].Reason)
			}
		})
	}
}

func TestImportMonthAndProgram(t *testing.T) {
	rows := [][]any{{"单位", "县区", "应结数"}, {"甲镇", "东县", 5}}
	titled := func(title, subject string) workbook.Book {
		s := sheetOf("数据", rows)
		s.Title = title
		return workbook.Book{Subject: subject, Sheets: []workbook.Sheet{s}}
	}
	for _, c := range []struct {
		name  string
		book  workbook.Book
		asked month.Month
		want  month.Month
		code  string
	}{
		{"asked for", titled("", ""), october, october, ""},
		{"said by its title", titled("2019年10月", ""), 0, october, ""},
		{"both", titled("2019年10月", ""), october, october, ""},
		{"said by nobody", titled("", ""), 0, 0, "import.month_needed"},
		{"another month", titled("2019年9月", ""), october, 0, "import.other_month"},
		{"our export of another month", titled("", "yueping:count:2019-09"), october, 0, "import.other_month"},
		{"our export", titled("", "yueping:count:2019-10"), 0, october, ""},
		{"our export, taken to the next month", titled("2019年10月", "yueping:count:2019-09"), 0, october, ""},
		{"our export of another program", titled("", "yueping:air:2019-10"), october, 0, "import.other_program"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := tiny(t)
			i, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Month: c.asked, Path: xlsxOf(t, c.book)})
			refused(t, err, c.code)
			if err == nil && i.Month != c.want {
				t.Error(i.Month)
			}
		})
	}
}

// What is exported comes back without a difference, through another office suite as well.
func TestExportComesBack(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	applied(t, w, batch("due jia 0", "closed jia 0", "due yi no_data", "due bing not_assessed", "rate jia 0.9617", "rate yi 1", "rate bing 0.0001",
		"level jia 1234567.890123456789", "level yi -0.000000000001", "due shi 9007199254740993", "due xi 12"))
	before := everything(t, w)
	file := filepath.Join(t.TempDir(), "out.xlsx")
	if err := w.WriteExport(ctx, "count", october, file); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{"as written": file, "saved by LibreOffice": office(t, file)} {
		i, err := w.ReadImport(ctx, ImportRequest{Program: "count", Month: 0, Path: path})
		if err != nil {
			t.Fatal(name, err)
		}
		if i.Month != october || i.Unchanged != 11 || i.New+i.Changed+len(i.Refused) != 0 {
			t.Errorf("%s: %d the same, %d new, %d changed, refused %+v", name, i.Unchanged, i.New, i.Changed, i.Refused)
		}
		if r, err := w.StoreImport(ctx, i, ImportChoice{}); err != nil || r.Batch != 0 || everything(t, w) != before {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
		// Into an empty database, cell by cell.
		other, _ := tiny(t)
		if i, err = other.ReadImport(ctx, ImportRequest{Program: "count", Month: 0, Path: path}); err != nil {
			t.Fatal(err)
		}
		if _, err := other.StoreImport(ctx, i, ImportChoice{}); err != nil {
			t.Fatal(err)
		}
		for _, cell := range []spot{{"due", "jia", 0}, {"due", "yi", 0}, {"due", "bing", 0}, {"closed", "bing", 0}, {"rate", "jia", 0}, {"level", "jia", 0}, {"level", "yi", 0}, {"due", "shi", 0}} {
			if got, want := at(t, other, cell.indicator, cell.unit), at(t, w, cell.indicator, cell.unit); got != want {
				t.Errorf("%s: %v is %q, want %q", name, cell, got, want)
			}
		}
	}
}

// Every month of the sample city comes back, cell for cell.
func TestSampleExportsComeBack(t *testing.T) {
	ctx := context.Background()
	w := sampleCity(t)
	for _, program := range []string{"city-management", "township-air", "communities"} {
		months, err := w.MonthsWithData(ctx, program)
		if err != nil || len(months) == 0 {
			t.Fatal(months, err)
		}
		last := months[len(months)-1]
		file := filepath.Join(t.TempDir(), "out.xlsx")
		if err := w.WriteExport(ctx, program, last, file); err != nil {
			t.Fatal(err)
		}
		stored := 0
		if err := w.store.EachObservation(ctx, program, last.Whole(), func(string, string, models.Cell) { stored++ }); err != nil {
			t.Fatal(err)
		}
		if err := w.store.EachDay(ctx, program, last, func(int, string, string, models.Cell) { stored++ }); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{file, office(t, file)} {
			i, err := w.ReadImport(ctx, ImportRequest{Program: program, Month: 0, Path: path})
			if err != nil {
				t.Fatal(err)
			}
			if i.Unchanged != stored || i.New+i.Changed+len(i.Refused) != 0 {
				t.Errorf("%s: %d of %d the same, %d new, %d changed, refused %+v", program, i.Unchanged, stored, i.New, i.Changed, i.Refused)
			}
		}
	}
}

// office saves a workbook again with LibreOffice.
func office(t testing.TB, file string) string {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is missing: make test-packages installs it")
	}
	folder := t.TempDir()
	c := exec.CommandContext(t.Context(), program, "-env:UserInstallation=file://"+filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", "xlsx", "--outdir", folder, file)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(folder, filepath.Base(file))
}

func TestImportedFileMustBeAWorkbook(t *testing.T) {
	w, p := tiny(t)
	for name, content := range map[string]string{"a.xlsx": "PK\x03\x04", "b.xls": "\xD0\xCF\x11\xE0", "c.pdf": "%PDF-1.4"} {
		path := saved(t, name, []byte(content))
		_, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Month: october, Path: path})
		if said := p.Text.Error(err); !strings.HasPrefix(fault.CodeOf(err), "workbook.") || !strings.Contains(said, path) || strings.Contains(said, "\n") {
			t.Error(fmt.Sprint(err), said)
		}
	}
}
