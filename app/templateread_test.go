package app

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"yueping/app/intake"
	"yueping/models"
	"yueping/models/month"
)

// fill is what three units write into the made-up city's template, and what it means.
var (
	fillIn = map[string]any{"C4": 5, "E4": 0, "G4": 0.9617, "H4": 12.5, "C5": "无数据", "I5": "不参评", "C6": 3.0, "G6": "不参评"}

	filledIn = []string{"bing due 0=3", "bing rate 0=not_assessed", "jia closed 0=0", "jia due 0=5", "jia level 0=12.5", "jia rate 0=0.9617",
		"yi closed 0=not_assessed", "yi due 0=no_data", "yi level 0=not_assessed", "yi rate 0=not_assessed"}
)

// comesBack reads a filled-in template and compares all it would bring.
func comesBack(t *testing.T, w *Workspace, path string, want []string) *Import {
	t.Helper()
	i, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Path: path})
	if err != nil {
		t.Fatal(path, err)
	}
	values, refused, left := brief(i)
	slices.Sort(values)
	if diff := cmp.Diff(want, values); diff != "" || len(refused)+len(left)+len(i.Questions) > 0 {
		t.Error(path, diff, refused, left, i.Questions)
	}
	if i.Month != october || i.Layout.From != intake.Template || i.Layout.Confidence != 100 {
		t.Errorf("%s %+v", i.Month, i.Layout)
	}
	return i
}

func TestFilledTemplateComesBack(t *testing.T) {
	w, _ := tiny(t)
	template := templated(t, w, TemplateRequest{Groups: []string{"towns"}})
	path := edited(t, template, cells(fillIn))
	i := comesBack(t, w, path, filledIn)
	if i.New != len(filledIn) || i.Changed+i.Unchanged != 0 || i.Blank != 2 {
		t.Errorf("%d new, %d changed, %d the same, %d blank", i.New, i.Changed, i.Unchanged, i.Blank)
	}
	if _, err := w.StoreImport(context.Background(), i, ImportChoice{}); err != nil {
		t.Fatal(err)
	}
	if got := at(t, w, "rate", "jia"); got != "0.9617" {
		t.Error(got)
	}
	if again := comesBack(t, w, path, filledIn); again.Unchanged != len(filledIn) {
		t.Errorf("%d the same", again.Unchanged)
	}
	comesBack(t, w, template, nil)
}

func TestTemplateOfAllComesBack(t *testing.T) {
	w, _ := tiny(t)
	path := edited(t, templated(t, w, TemplateRequest{}), func(f *excelize.File) error {
		for sheet, v := range map[string]int{"乡镇组": 1, "某市": 2, "其他单位": 3} {
			cell := map[string]string{"乡镇组": "C5"}[sheet]
			if cell == "" {
				cell = "B4"
			}
			if err := f.SetCellValue(sheet, cell, v); err != nil {
				return err
			}
		}
		return f.SetSheetName("其他单位", "2018年9月")
	})
	comesBack(t, w, path, []string{"shi due 0=2", "xi due 0=3", "yi due 0=1"})
}

// What was done to a template beside filling it in.
func TestMistreatedTemplates(t *testing.T) {
	for _, c := range []struct {
		name    string
		edit    func(f *excelize.File) error
		values  []string
		refused []string
		left    []string
	}{
		{"rows removed", func(f *excelize.File) error { return f.RemoveRow("乡镇组", 4) }, []string{"bing due 0=9", "yi due 0=8"}, nil, nil},
		{"a column inserted", func(f *excelize.File) error { return f.InsertCols("乡镇组", "A", 1) }, []string{"bing due 0=9", "jia due 0=7", "yi due 0=8"}, nil, nil},
		{"the keys brought to light", func(f *excelize.File) error { return f.SetSheetVisible("_yueping", true) }, []string{"bing due 0=9", "jia due 0=7", "yi due 0=8"}, nil, nil},
		{"the sheet renamed", func(f *excelize.File) error { return f.SetSheetName("乡镇组", "2019年8月") }, []string{"bing due 0=9", "jia due 0=7", "yi due 0=8"}, nil, nil},
		{"another name", cells(map[string]any{"A5": "丙镇"}), []string{"bing due 0=9", "jia due 0=7"}, []string{"A5 template.unit"}, nil},
		{"a row of values added", cells(map[string]any{"A9": "乙镇", "C9": 4}), []string{"bing due 0=9", "jia due 0=7", "yi due 0=8"}, []string{"C9 template.row"}, nil},
		{"a remark", cells(map[string]any{"A9": "已核"}), []string{"bing due 0=9", "jia due 0=7", "yi due 0=8"}, nil, []string{"A9 template.left_row"}},
		{"a value out of bounds pasted", cells(map[string]any{"G4": 1.5}), []string{"bing due 0=9", "jia due 0=7", "yi due 0=8"}, []string{"G4 value.above"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := tiny(t)
			path := edited(t, templated(t, w, TemplateRequest{Groups: []string{"towns"}}), cells(map[string]any{"C4": 7, "C5": 8, "C6": 9}))
			i, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Month: october, Path: edited(t, path, c.edit)})
			if err != nil {
				t.Fatal(err)
			}
			values, refused, left := brief(i)
			slices.Sort(values)
			if diff := cmp.Diff([][]string{c.values, c.refused, c.left}, [][]string{values, refused, left}); diff != "" || len(i.Questions) > 0 {
				t.Error(diff, i.Questions)
			}
			for _, r := range append(i.Refused, i.Left...) {
				if said := p.Text.Error(r.Reason); strings.Contains(said, "<no value>") || strings.Contains(said, "error.") || r.Row == 0 {
					t.Error(said, r.Row)
				}
			}
		})
	}
}

func TestTemplatesOfAnotherPlaceAndTime(t *testing.T) {
	w, p := tiny(t)
	path := templated(t, w, TemplateRequest{})
	keys := func(cell, value string) func(*excelize.File) error {
		return func(f *excelize.File) error { return f.SetCellStr("_yueping", cell, value) }
	}
	for _, c := range []struct {
		name, path string
		month      month.Month
		code, says string
	}{
		{"another month", path, september, "import.other_month", "2019-10"},
		{"a newer version", edited(t, path, keys("B1", "9")), 0, "template.newer", "升级"},
		{"another month by hand", edited(t, path, keys("B5", "2019-11")), 0, "template.damaged", "_yueping"},
		{"another title", edited(t, path, cells(map[string]any{"A1": "2019年11月填报表"})), 0, "import.two_months", "2019-11"},
		{"no names", edited(t, path, func(f *excelize.File) error { return f.RemoveCol("乡镇组", "A") }), 0, "template.changed", "单位"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Month: c.month, Path: c.path})
			refused(t, err, c.code)
			said := p.Text.Error(err)
			if !strings.Contains(said, c.says) || !strings.Contains(said, c.path) || strings.Contains(said, "<no value>") {
				t.Error(said)
			}
		})
	}
}

func TestTemplateOfAnotherCity(t *testing.T) {
	w, p := tiny(t)
	path := templated(t, w, TemplateRequest{})
	for name, changes := range map[string][]string{
		"another key":  {"key: shi,", "key: ling,", "parent: shi", "parent: ling", "name: 某市", "name: 另市"},
		"another name": {"name: 某市", "name: 另市", "name: 乙镇", "name: 丁镇"},
	} {
		t.Run(name, func(t *testing.T) {
			other := tinyFiles(t)
			delete(other, "observations/count-2019-09.csv")
			other["units.yaml"].Data = []byte(strings.NewReplacer(changes...).Replace(string(other["units.yaml"].Data)))
			elsewhere := opened(t, params(t), other)
			_, err := elsewhere.ReadImport(context.Background(), ImportRequest{Program: "count", Path: path})
			refused(t, err, "template.other_city")
			if said := p.Text.Error(err); !strings.Contains(said, "某市") || !strings.Contains(said, "另市") || !strings.Contains(said, path) {
				t.Error(said)
			}
		})
	}
}

func TestTemplateOfAnotherProgram(t *testing.T) {
	w, p := dailyCity(t)
	ours, _ := tiny(t)
	_, err := w.ReadImport(context.Background(), ImportRequest{Program: "air", Path: templated(t, ours, TemplateRequest{})})
	if code := p.Text.Error(err); err == nil || !strings.Contains(code, "办件考评") {
		t.Error(code)
	}
}

// A city that was renamed is the same city, and a unit that was has its old name in the template.
func TestTemplateAfterRenaming(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	path := edited(t, templated(t, w, TemplateRequest{Groups: []string{"towns"}}), cells(map[string]any{"C5": 8}))
	for key, name := range map[string]string{"shi": "新市", "yi": "新乙镇", "dong": "新东县"} {
		if err := w.RenameUnit(ctx, key, name, "", october, UnitChange{}); err != nil {
			t.Fatal(err)
		}
	}
	comesBack(t, w, path, []string{"yi due 0=8"})
	// A name that was put right was never another, so that only the units tell whose template it is.
	w, _ = tiny(t)
	if err := w.RenameUnit(ctx, "shi", "新市", "", 0, UnitChange{}); err != nil {
		t.Fatal(err)
	}
	comesBack(t, w, path, []string{"yi due 0=8"})
}

// A dash means what a clerk says, as in every workbook.
func TestDashInATemplate(t *testing.T) {
	w, _ := tiny(t)
	path := edited(t, templated(t, w, TemplateRequest{Groups: []string{"towns"}}), cells(map[string]any{"C5": "—"}))
	i, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Path: path})
	if err != nil || i.Dashes != 1 || len(i.Values) != 0 {
		t.Fatalf("%+v, %v", i, err)
	}
	said := i.Layout
	said.Dash = intake.DashNoData
	if i, err = w.ReadImport(context.Background(), ImportRequest{Program: "count", Path: path, Layout: &said}); err != nil {
		t.Fatal(err)
	}
	if values, refused, _ := brief(i); !slices.Equal(values, []string{"yi due 0=no_data"}) || len(refused) > 0 {
		t.Error(values, refused)
	}
}

// The names are those of a template that is sent out, so that two units of one name stay two.
func TestTemplateOfUnitsOfOneName(t *testing.T) {
	w, _ := tiny(t)
	m := loaded(t, w, "count", october)
	if a, b := m.Table.Roster.Name("jia"), m.Table.Roster.Name("bing"); a != b {
		t.Fatal(a, b)
	}
	path := edited(t, templated(t, w, TemplateRequest{Units: []string{"bing"}}), cells(map[string]any{"C4": 6}))
	i := comesBack(t, w, path, []string{"bing due 0=6"})
	if i.Values[0].Cell.State != models.IsNumber || i.Values[0].At != "C4" {
		t.Errorf("%+v", i.Values[0])
	}
}
