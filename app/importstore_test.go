package app

import (
	"context"
	"slices"
	"strings"
	"testing"

	"yueping/app/intake"
	"yueping/models"
)

// importOf is an import of the made-up city's October as it would be read, of lines like "due jia 5".
func importOf(t testing.TB, w *Workspace, lines ...string) *Import {
	t.Helper()
	m := loaded(t, w, "count", october)
	i := &Import{Program: m.Program, Month: october, File: "十月.xlsx"}
	for n, line := range lines {
		e := put(line)
		u := m.Table.Roster.Register().Unit(e.Unit)
		stored := m.Table.Value(e.Indicator, e.Unit)
		i.Values = append(i.Values, ImportValue{Unit: u, Name: m.Table.Roster.Name(u.Key), County: m.Table.Roster.County(u.Key), Indicator: m.Program.Indicator(e.Indicator),
			Cell: e.Cell, Sheet: "数据", At: "C" + sprint(n+2), Row: n + 2, Old: models.Cell{State: stored.State, Value: stored.Number}, Draft: m.Drafts[m.Place(e.Indicator, e.Unit)].Text})
	}
	return i
}

func stored(t testing.TB, w *Workspace, i *Import) Result {
	t.Helper()
	r, err := w.StoreImport(context.Background(), i, ImportChoice{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestStoreImportLeavesOutRowsThatAreOff(t *testing.T) {
	ctx := context.Background()
	w, p := tiny(t)
	path := xlsx(t, [][]any{{"单位", "县区", "应结数", "办结数"}, {"甲镇", "东县", 5, "五"}, {"乙镇", "东县", 3, 2}, {"甲镇", "西县", "四", 1}})
	i, err := w.ReadImport(ctx, ImportRequest{Program: "count", Month: october, Path: path})
	if err != nil {
		t.Fatal(err)
	}
	sheet := i.Refused[0].Sheet
	before := everything(t, w)
	_, err = w.StoreImport(ctx, i, ImportChoice{Off: map[ImportPlace]bool{{sheet, 2}: true}})
	refused(t, err, "import.refused")
	if said := p.Text.Error(err); !strings.Contains(said, "C4") || !strings.Contains(said, "有1个") {
		t.Error(said)
	}
	if after := everything(t, w); after != before {
		t.Error(after)
	}
	r, err := w.StoreImport(ctx, i, ImportChoice{Off: map[ImportPlace]bool{{sheet, 2}: true, {sheet, 4}: true}})
	if err != nil || r.New != 2 {
		t.Fatal(r, err)
	}
	got := []string{at(t, w, "due", "jia"), at(t, w, "due", "yi"), at(t, w, "closed", "yi"), at(t, w, "closed", "bing")}
	if !slices.Equal(got, []string{"", "3", "2", ""}) {
		t.Errorf("%q", got)
	}
}

// What somebody else has done since the preview is not written over: neither a value nor a draft.
func TestStoreImportRefusesWhatChangedMeanwhile(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(t *testing.T, w *Workspace)
		code string
	}{
		{"nothing", func(*testing.T, *Workspace) {}, ""},
		{"a value", func(t *testing.T, w *Workspace) { applied(t, w, batch("due yi 8")) }, "cell.changed_meanwhile"},
		{"cleared", func(t *testing.T, w *Workspace) { applied(t, w, batch("due yi")) }, "cell.changed_meanwhile"},
		{"a draft", func(t *testing.T, w *Workspace) { applied(t, w, typed(t, w, "due", "yi", "七八")) }, "cell.changed_meanwhile"},
		{"another cell", func(t *testing.T, w *Workspace) { applied(t, w, batch("closed yi 1")) }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := tiny(t)
			applied(t, w, batch("due yi 7"))
			i := importOf(t, w, "due jia 5", "due yi 9")
			i.Layout = intake.Layout{Units: map[string]string{intake.QuestionKey("东县", "新村"): "yi"}, Sheets: []intake.SheetLayout{{Sheet: "数据", Fingerprint: "f"}}}
			c.do(t, w)
			before := everything(t, w)
			_, err := w.StoreImport(context.Background(), i, ImportChoice{})
			refused(t, err, c.code)
			if c.code == "" {
				return
			}
			if said := p.Text.Error(err); !strings.Contains(said, "数据!C3") || !strings.Contains(said, "东县乙镇“应结数”") {
				t.Error(said)
			}
			if after := everything(t, w); after != before {
				t.Error(after)
			}
			if units, layouts := learnedOf(t, w, "yi"); len(units) > 0 || layouts {
				t.Error(units, layouts)
			}
		})
	}
}

// learnedOf gives the aliases of a unit and whether the layout "f" is remembered.
func learnedOf(t testing.TB, w *Workspace, unit string) (aliases []string, remembered bool) {
	t.Helper()
	u, err := w.store.Unit(context.Background(), unit)
	if err != nil {
		t.Fatal(err)
	}
	layout, err := w.store.ImportLayout(context.Background(), "count", "f")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range u.Aliases {
		if a != "乙乡" {
			aliases = append(aliases, a)
		}
	}
	return aliases, layout != nil
}

func TestAnswersBecomeAliases(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers [][3]string // county, name, unit
		unit    string
		want    []string
	}{
		{"a name of its own", [][3]string{{"东县", "新村片区", "yi"}}, "yi", []string{"新村片区"}},
		{"without a county", [][3]string{{"", "新村片区", "yi"}}, "yi", []string{"新村片区"}},
		{"its own already", [][3]string{{"东县", "乙乡", "yi"}}, "yi", nil},
		{"two counties have one", [][3]string{{"东县", "甲镇", "jia"}}, "jia", nil},
		{"nearly two", [][3]string{{"东县", "甲", "jia"}}, "jia", nil},
		{"another unit's", [][3]string{{"西县", "乙办事处", "bing"}}, "bing", nil},
		{"answered in two ways", [][3]string{{"东县", "新村", "yi"}, {"西县", "新村", "bing"}}, "yi", nil},
		{"answered twice", [][3]string{{"东县", "新村", "yi"}, {"", "新村", "yi"}}, "yi", []string{"新村"}},
		{"left out", [][3]string{{"东县", "新村", ""}}, "yi", nil},
		{"a number", [][3]string{{"东县", "12", "yi"}}, "yi", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx := context.Background()
			w, _ := tiny(t)
			i := importOf(t, w, "due jia 5")
			i.Layout = intake.Layout{Units: map[string]string{}, Sheets: []intake.SheetLayout{{Sheet: "数据", Fingerprint: "f"}}}
			for _, a := range c.answers {
				i.Layout.Units[intake.QuestionKey(a[0], a[1])] = a[2]
			}
			told := 0
			w.RulesChanged.Listen(func(struct{}) { told++ })
			r := stored(t, w, i)
			got, remembered := learnedOf(t, w, c.unit)
			if !slices.Equal(got, c.want) || !remembered || (told > 0) != (len(c.want) > 0) {
				t.Errorf("%q, remembered: %v, told %d times", got, remembered, told)
			}
			lines, err := w.store.Changes(ctx, r.Batch)
			if err != nil || len(lines) != 1+len(c.want) {
				t.Errorf("%+v, %v", lines, err)
			}
			for _, name := range c.want {
				if u, err := w.FindUnit(ctx, name, "", october); err != nil || u.Key != c.unit {
					t.Error(u, err)
				}
			}
		})
	}
}

// Storing what stands there already leaves no trace but the layout; taking a step back leaves the aliases.
func TestStoreImportTwice(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	i := importOf(t, w, "due jia 5")
	i.Layout = intake.Layout{Units: map[string]string{intake.QuestionKey("东县", "新村"): "yi"}, Sheets: []intake.SheetLayout{{Sheet: "数据", Fingerprint: "f"}}}
	first := stored(t, w, i)
	before := everything(t, w)
	again := importOf(t, w, "due jia 5")
	again.Layout = i.Layout
	if r := stored(t, w, again); r.Batch != 0 || r.Unchanged != 1 || everything(t, w) != before {
		t.Errorf("%+v", r)
	}
	step, err := w.Undo(ctx, "count")
	if err != nil || step.ID != first.Batch || at(t, w, "due", "jia") != "" {
		t.Fatal(step, err, at(t, w, "due", "jia"))
	}
	if aliases, _ := learnedOf(t, w, "yi"); !slices.Equal(aliases, []string{"新村"}) {
		t.Error(aliases)
	}
	if _, err := w.Redo(ctx, "count"); err != nil || at(t, w, "due", "jia") != "5" {
		t.Error(err, at(t, w, "due", "jia"))
	}
}
