package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"yueping/models"
	"yueping/models/fault"
)

func ownFormat() models.SheetFormat {
	return models.SheetFormat{Program: "p", Name: "简表", Terms: models.FormatTerms{Columns: columnsOf("rank", "unit", "比=closed / due"),
		Sort: []models.FormatSort{{Column: 2, Descending: true}}, Filter: "due > 0", Rows: models.RowsFirst, Count: 3, Paper: "A3", Letters: 14, Words: []string{"附注"}}}
}

func keysOf(t *testing.T, w *Workspace) string {
	t.Helper()
	formats, err := w.Formats(context.Background(), "p")
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, f := range formats {
		keys = append(keys, f.Key)
	}
	return strings.Join(keys, " ")
}

func TestSaveFormat(t *testing.T) {
	w, ctx := formatCity(t), context.Background()
	saved, err := w.SaveFormat(ctx, ownFormat(), UnitChange{Reason: "领导要求"})
	if err != nil {
		t.Fatal(err)
	}
	got, err := w.Format(ctx, "考评", "简表")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(saved, got); diff != "" || got.Key == "" {
		t.Error(diff)
	}
	saved.Terms.Count = 4
	if _, err := w.SaveFormat(ctx, saved, UnitChange{}); err != nil {
		t.Fatal(err)
	}
	if got, err = w.Format(ctx, "p", saved.Key); err != nil || got.Terms.Count != 4 {
		t.Error(got, err)
	}
	other := ownFormat()
	other.Name = "另表"
	if other, err = w.SaveFormat(ctx, other, UnitChange{}); err != nil || other.Key == saved.Key {
		t.Fatal(other.Key, err)
	}
	if got := keysOf(t, w); got != "leader full newspaper "+other.Key+" "+saved.Key {
		t.Error(got)
	}
	if err := w.DeleteFormat(ctx, "p", "简表", UnitChange{}); err != nil {
		t.Fatal(err)
	}
	if got := keysOf(t, w); got != "leader full newspaper "+other.Key {
		t.Error(got)
	}
	var lines []string
	for id := int64(1); ; id++ {
		changes, err := w.store.Changes(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := w.store.Batch(ctx, id); err != nil || b == nil {
			break
		}
		for _, c := range changes {
			if c.Subject == models.SubjectRules {
				lines = append(lines, c.Reason+" "+sprint(c.OldValue != "")+" "+sprint(c.NewValue != ""))
			}
		}
	}
	if diff := cmp.Diff([]string{"领导要求 false true", " true true", " false true", " true false"}, lines); diff != "" {
		t.Error(diff)
	}
}

func TestSaveFormatRefuses(t *testing.T) {
	w, ctx := formatCity(t), context.Background()
	if _, err := w.SaveFormat(ctx, ownFormat(), UnitChange{}); err != nil {
		t.Fatal(err)
	}
	columns := func(c models.FormatColumn) func(*models.SheetFormat) {
		return func(f *models.SheetFormat) { f.Terms.Columns = []models.FormatColumn{c} }
	}
	for _, c := range []struct {
		code   string
		change func(*models.SheetFormat)
		words  string // in the sentence
	}{
		{"format.name_taken", func(f *models.SheetFormat) { f.Name = "简表" }, "简表"},
		{"format.name_taken", func(f *models.SheetFormat) { f.Name = "见报稿" }, "见报稿"},
		{"format.name_needed", func(f *models.SheetFormat) { f.Name = " " }, "名称"},
		{"format.shipped", func(f *models.SheetFormat) { f.Key = FormatLeader }, "新表"},
		{"format.empty", func(f *models.SheetFormat) { f.Terms.Columns, f.Terms.Sort = nil, nil }, "新表"},
		{"format.many_columns", func(f *models.SheetFormat) {
			f.Terms.Columns = columnsOf(strings.Fields(strings.Repeat("unit ", 61))...)
		}, "61"},
		{"format.unknown_content", columns(models.FormatColumn{Content: "x"}), "“x”"},
		{"format.unknown_indicator", columns(models.FormatColumn{Content: "indicator", Key: "gone"}), "第1列用到指标“gone”"},
		{"format.title_needed", columns(models.FormatColumn{Content: "formula", Formula: "due"}), "列名"},
		{"format.bad_formula", columns(models.FormatColumn{Content: "formula", Title: "比", Formula: "due +\n clsed"}), "第1列“比”第2行第2个字"},
		{"format.bad_formula", columns(models.FormatColumn{Content: "formula", Title: "比", Formula: "due > 1"}), "不能是判断"},
		{"format.bad_formula", columns(models.FormatColumn{Content: "formula", Title: "比", Formula: ""}), "“比”"},
		{"format.bad_filter", func(f *models.SheetFormat) { f.Terms.Filter = "due +" }, "筛选条件"},
		{"format.bad_filter", func(f *models.SheetFormat) { f.Terms.Filter = "due" }, "判断"},
		{"format.bad_filter", func(f *models.SheetFormat) { f.Terms.Filter = "due > 0" + strings.Repeat(" ", 4088) }, "筛选条件"},
		{"format.bad_title", func(f *models.SheetFormat) { f.Terms.Title = "{{.Nobody}}" }, "标题"},
		{"format.decimals", columns(decimals(models.FormatColumn{Content: "figure"}, 13)), "12"},
		{"format.width", columns(models.FormatColumn{Content: "unit", Width: -1}), "毫米"},
		{"format.count", func(f *models.SheetFormat) { f.Terms.Count = 0 }, "0"},
		{"format.unknown_rows", func(f *models.SheetFormat) { f.Terms.Rows = "x" }, "“x”"},
		{"format.sort", func(f *models.SheetFormat) { f.Terms.Sort[0].Column = 3 }, "第4列"},
		{"format.paper", func(f *models.SheetFormat) { f.Terms.Paper = "B5" }, "B5"},
		{"format.letters", func(f *models.SheetFormat) { f.Terms.Letters = 8 }, "8磅"},
		{"format.note", func(f *models.SheetFormat) { f.Terms.Words = []string{" "} }, "附注"},
		{"format.unknown_scheme", func(f *models.SheetFormat) { f.Terms.Scheme = "gone" }, "gone"},
		{"format.unknown_group", func(f *models.SheetFormat) { f.Terms.Groups = []string{"gone"} }, "gone"},
		{"program.unknown", func(f *models.SheetFormat) { f.Program = "gone" }, "gone"},
	} {
		f := ownFormat()
		f.Name = "新表"
		c.change(&f)
		before := keysOf(t, w)
		_, err := w.SaveFormat(ctx, f, UnitChange{})
		codes := map[string]bool{}
		for _, f := range fault.All(err) {
			codes[f.Code] = true
		}
		if !codes[c.code] || !strings.Contains(w.text.Error(err), c.words) {
			t.Errorf("%s: %v: %s", c.code, err, w.text.Error(err))
		}
		if keysOf(t, w) != before {
			t.Errorf("%s: something was stored", c.code)
		}
	}
}

func TestShippedFormatsStay(t *testing.T) {
	w := formatCity(t)
	refused(t, w.DeleteFormat(context.Background(), "p", FormatFull, UnitChange{}), "format.shipped")
	refused(t, w.DeleteFormat(context.Background(), "p", "none", UnitChange{}), "format.unknown")
}

// A format goes from one program to another as a file.
func TestFormatFile(t *testing.T) {
	w, ctx := formatCity(t), context.Background()
	own, err := w.SaveFormat(ctx, ownFormat(), UnitChange{})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "简表"+FormatEnding)
	if err := w.WriteFormat(ctx, "p", own.Key, path); err != nil {
		t.Fatal(err)
	}
	got, err := w.ReadFormat(ctx, "p", path)
	if err != nil {
		t.Fatal(err)
	}
	own.Key = "" // a file makes a new one
	if diff := cmp.Diff(own, got); diff != "" {
		t.Error(diff)
	}
	other, _ := tiny(t)
	if got, err = other.ReadFormat(ctx, "count", path); err != nil || got.Program != "count" { // it has due and closed, too
		t.Error(got, err)
	}
	for _, c := range []struct{ name, old, new, code string }{
		{"another program's indicator", "closed / due", "gone / due", "format.bad_formula"},
		{"a misspelt field", `"letters"`, `"leters"`, "format.unreadable"},
		{"a wrong kind of value", `"count": 3`, `"count": "3"`, "format.unreadable"},
		{"a newer edition", `"edition": 1`, `"edition": 2`, "format.newer"},
		{"another JSON", "yueping-sheet-format", "x", "format.not_ours"},
		{"no JSON", "{", "", "format.not_ours"},
		{"a huge file", "{", "{" + strings.Repeat(" ", 1<<20), "format.not_ours"},
	} {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.ReadFormat(ctx, "p", saved(t, "a"+FormatEnding, []byte(strings.Replace(string(content), c.old, c.new, 1))))
		if fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	_, err = w.ReadFormat(ctx, "p", filepath.Join(t.TempDir(), "none"))
	refused(t, err, "format.no_file")
}

// Formats stay where a city's files, which have none, are loaded again.
func TestFormatsOutliveCityLoad(t *testing.T) {
	w, ctx := formatCity(t), context.Background()
	saved, err := w.SaveFormat(ctx, ownFormat(), UnitChange{})
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"units.yaml": {Data: []byte(formatUnits)}, "p.yaml": {Data: []byte(strings.Replace(formatProgram, "name: 结案率, measure", "name: 办结率, measure", 1))}}
	if load, err := w.LoadCity(ctx, files, false, UnitChange{}); err != nil || len(load.Changes) == 0 {
		t.Fatal(load, err)
	}
	if got, err := w.Format(ctx, "p", saved.Key); err != nil || !cmp.Equal(got, saved) {
		t.Error(got, err)
	}
}
