package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// templated writes a template of the made-up city's October into one file.
func templated(t testing.TB, w *Workspace, request TemplateRequest) string {
	t.Helper()
	request.Program, request.Month, request.Path = "count", october, filepath.Join(t.TempDir(), "表.xlsx")
	if _, err := w.WriteTemplates(context.Background(), request); err != nil {
		t.Fatal(err)
	}
	return request.Path
}

// edited changes a workbook as an office does, and saves it beside.
func edited(t testing.TB, path string, edit func(f *excelize.File) error) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := filepath.Join(t.TempDir(), filepath.Base(path))
	for _, err := range []error{edit(f), f.SaveAs(changed), f.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return changed
}

// cells gives an edit that puts texts and numbers into cells of the first sheet.
func cells(values map[string]any) func(*excelize.File) error {
	return func(f *excelize.File) error {
		for cell, v := range values {
			if err := f.SetCellValue(f.GetSheetName(0), cell, v); err != nil {
				return err
			}
		}
		return nil
	}
}

// shownRows are a sheet's rows as one sees them, cells between strokes.
func shownRows(t testing.TB, path, sheet string) []string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(sheet)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		lines[i] = strings.ReplaceAll(strings.Join(row, "|"), "\n", "")
	}
	return lines
}

// lastMonth stores values of the made-up city's September.
func lastMonth(t testing.TB, w *Workspace, lines ...string) {
	t.Helper()
	b := batch(lines...)
	for i := range b.Edits {
		b.Edits[i].Period = september.Whole()
	}
	applied(t, w, b)
}

func TestTemplateOfAGroup(t *testing.T) {
	w, _ := tiny(t)
	lastMonth(t, w, "due jia 7", "due yi no_data", "rate bing 0.9617")
	path := templated(t, w, TemplateRequest{Groups: []string{"乡镇组"}})
	want := []string{
		"某市办件考评 2019年10月数据填报表（乡镇组）",
		"虚构",
		"单位|县区|应结数（件）|上月|办结数（件）|上月|满意率|上月|水位（米）|未填项记为|yueping-template:0",
		"甲镇|东县||7||0|||||jia",
		"乙镇|东县||无数据|||||||yi",
		"甲镇|西县||8||不参评||96.17%|||bing",
		"浅黄色格为填报格，其余各格已锁定；“上月”为2019年9月数据，仅供比较，不读取；填法见“填表说明”。",
	}
	got := shownRows(t, path, "乡镇组")
	if diff := cmp.Diff(want, got[:min(len(got), len(want))]); diff != "" {
		t.Error(diff)
	}
	if guide := strings.Join(shownRows(t, path, "填表说明"), "\n"); !strings.Contains(guide, "满意率|%|0%至100%的数（百分数），最多2位小数") || strings.Contains(guide, "结案率") {
		t.Error(guide)
	}
}

func TestTemplateOfAllHasASheetAGroup(t *testing.T) {
	w, _ := tiny(t)
	path := templated(t, w, TemplateRequest{})
	for sheet, want := range map[string]string{
		"乡镇组":  "单位|县区|应结数（件）|上月|办结数（件）|上月|满意率|水位（米）|未填项记为|yueping-template:0",
		"某市":   "单位|应结数（件）|未填项记为|yueping-template:1",
		"其他单位": "单位|应结数（件）|未填项记为|yueping-template:2",
	} {
		if rows := shownRows(t, path, sheet); rows[2] != want {
			t.Errorf("%s: %s", sheet, rows[2])
		}
	}
}

func TestTemplateFiles(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	for _, c := range []struct {
		name    string
		request TemplateRequest
		files   []string
		units   int
	}{
		{"all", TemplateRequest{}, []string{"办件考评 2019年10月.xlsx"}, 5},
		{"a group", TemplateRequest{Each: TemplateAGroup}, []string{"办件考评 2019年10月 乡镇组.xlsx", "办件考评 2019年10月 某市.xlsx", "办件考评 2019年10月 其他单位.xlsx"}, 5},
		{"a unit", TemplateRequest{Each: TemplateAUnit, Groups: []string{"towns"}}, []string{"办件考评 2019年10月 东县甲镇.xlsx", "办件考评 2019年10月 东县乙镇.xlsx", "办件考评 2019年10月 西县甲镇.xlsx"}, 3},
		{"one unit", TemplateRequest{Each: TemplateAUnit, Units: []string{"xi"}}, []string{"办件考评 2019年10月 西县.xlsx"}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.request.Program, c.request.Month, c.request.Path = "count", october, filepath.Join(t.TempDir(), "新")
			written, err := w.WriteTemplates(ctx, c.request)
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, file := range written.Files {
				if filepath.Dir(file) != c.request.Path {
					t.Error(file)
				}
				names = append(names, filepath.Base(file))
			}
			if diff := cmp.Diff(c.files, names); diff != "" || written.Units != c.units {
				t.Error(written.Units, diff)
			}
			before, err := os.ReadFile(written.Files[0])
			if err != nil {
				t.Fatal(err)
			}
			refusedTemplate(t, w, c.request, "template.exists")
			if after, err := os.ReadFile(written.Files[0]); err != nil || !slices.Equal(before, after) {
				t.Error("a refused template changed its file", err)
			}
			c.request.Replace = true
			if _, err := w.WriteTemplates(ctx, c.request); err != nil {
				t.Error(err)
			}
		})
	}
}

// refusedTemplate sees that a request is refused, in a sentence.
func refusedTemplate(t *testing.T, w *Workspace, request TemplateRequest, code string) {
	t.Helper()
	_, err := w.WriteTemplates(context.Background(), request)
	refused(t, err, code)
	if said := w.text.Error(err); strings.Contains(said, "<no value>") || strings.Contains(said, "error.") {
		t.Error(said)
	}
}

func TestRefusedTemplates(t *testing.T) {
	w, _ := tiny(t)
	there := saved(t, "there.txt", nil)
	for _, c := range []struct {
		name    string
		request TemplateRequest
		code    string
	}{
		{"several into one file", TemplateRequest{Each: TemplateAGroup, Path: "x.xlsx"}, "template.folder_needed"},
		{"a folder in no folder", TemplateRequest{Path: filepath.Join(t.TempDir(), "no", "where")}, "file.no_folder"},
		{"a folder that is a file", TemplateRequest{Path: there}, "file.no_folder"},
		{"an unknown group", TemplateRequest{Groups: []string{"街道组"}}, "group.unknown"},
		{"an unknown unit", TemplateRequest{Units: []string{"ding"}}, "unit.unknown"},
		{"a unit of no part", TemplateRequest{Units: []string{"dong"}}, "unit.not_in_program"},
		{"an unknown program", TemplateRequest{Program: "air"}, "program.unknown"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.request.Program == "" {
				c.request.Program = "count"
			}
			if c.request.Path == "" {
				c.request.Path = filepath.Join(t.TempDir(), "a.xlsx")
			}
			c.request.Month = october
			refusedTemplate(t, w, c.request, c.code)
		})
	}
}

// Nobody has anything to enter when no indicator is kept any more.
func TestTemplateOfAMonthWithoutIndicators(t *testing.T) {
	files := tinyFiles(t)
	text := string(files["count.yaml"].Data)
	for _, key := range []string{"due", "closed", "rate", "level"} {
		text = strings.Replace(text, "{key: "+key+",", "{key: "+key+", until: 2019-10,", 1)
	}
	files["count.yaml"].Data = []byte(text)
	w := opened(t, params(t), files)
	request := TemplateRequest{Program: "count", Month: october, Path: filepath.Join(t.TempDir(), "a.xlsx")}
	refusedTemplate(t, w, request, "template.nothing")
	request.Units = []string{"jia"}
	refusedTemplate(t, w, request, "template.unit_without")
	request.Month = september
	if _, err := w.WriteTemplates(context.Background(), request); err != nil {
		t.Error(err)
	}
}

// Last month's values are shown, and so is what has to stand wherever they are.
func TestTemplateBesideMadeUpValues(t *testing.T) {
	w := sampleCity(t)
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if _, err := w.WriteTemplates(context.Background(), TemplateRequest{Program: "township-air", Month: september, Groups: []string{"townships"}, Path: path}); err != nil {
		t.Fatal(err)
	}
	august := loaded(t, w, "township-air", september-1)
	if rows := shownRows(t, path, "乡镇"); !august.Record.MadeUp || rows[1] != august.Mark(w.text) || rows[1] == "" {
		t.Error(rows[1])
	}
}

func TestFileNames(t *testing.T) {
	for name, want := range map[string]string{"考评 甲/乙:丙?": "考评 甲 乙 丙", "a.": "a", strings.Repeat("长", 99): strings.Repeat("长", 70)} {
		if got := fileName(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}
