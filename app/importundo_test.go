package app

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yueping/app/intake"
	"yueping/models"
	"yueping/models/fault"
)

func keptOf(u ImportUndone) []string {
	var kept []string
	for _, k := range u.Kept {
		line := fmt.Sprintf("%s %s %s %s", k.Indicator.Key, k.Place.Unit, shown(k.Cell), k.Actor)
		if k.Draft != "" {
			line += " ~" + k.Draft
		}
		kept = append(kept, line)
	}
	return kept
}

func TestUndoImport(t *testing.T) {
	ctx := context.Background()
	do := func(t *testing.T, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name  string
		since func(t *testing.T, w *Workspace)
		back  int
		kept  []string
		now   string // due jia, due yi, closed yi
		code  string
	}{
		{"nothing since", func(*testing.T, *Workspace) {}, 3, nil, "1 2 ", ""},
		{"another cell", func(t *testing.T, w *Workspace) { applied(t, w, batch("due bing 9")) }, 3, nil, "1 2 ", ""},
		{"typed since", func(t *testing.T, w *Workspace) { applied(t, w, batch("due yi 8")) }, 2, []string{"due yi 8 李四"}, "1 8 ", ""},
		{"cleared since", func(t *testing.T, w *Workspace) { applied(t, w, batch("due yi")) }, 2, []string{"due yi  李四"}, "1  ", ""},
		{"typed the same again", func(t *testing.T, w *Workspace) {
			applied(t, w, batch("due yi 8"))
			applied(t, w, batch("due yi 6"))
		}, 2, []string{"due yi 6 李四"}, "1 6 ", ""},
		{"a draft since", func(t *testing.T, w *Workspace) { applied(t, w, typed(t, w, "due", "yi", "七八")) }, 2, []string{"due yi 6 李四 ~七八"}, "1 6~七八 ", ""},
		{"typed and taken back", func(t *testing.T, w *Workspace) {
			applied(t, w, batch("due yi 8"))
			_, err := w.Undo(ctx, "count")
			do(t, err)
		}, 3, nil, "1 2 ", ""},
		{"another import since", func(t *testing.T, w *Workspace) { stored(t, w, importOf(t, w, "due yi 7", "due bing 7")) }, 2, []string{"due yi 7 李四"}, "1 7 ", ""},
		{"another import, taken back", func(t *testing.T, w *Workspace) {
			r := stored(t, w, importOf(t, w, "due yi 7", "due bing 7"))
			_, err := w.UndoImport(ctx, r.Batch)
			do(t, err)
		}, 3, nil, "1 2 ", ""},
		{"another import, of which a part was taken back", func(t *testing.T, w *Workspace) {
			r := stored(t, w, importOf(t, w, "due yi 7", "due bing 7"))
			applied(t, w, batch("due yi 8"))
			_, err := w.UndoImport(ctx, r.Batch)
			do(t, err)
			_, err = w.Undo(ctx, "count")
			do(t, err)
		}, 2, []string{"due yi 7 李四"}, "1 7 ", ""},
		{"all changed", func(t *testing.T, w *Workspace) { applied(t, w, batch("due jia 7", "due yi 7", "closed yi 7")) }, 0,
			[]string{"due jia 7 李四", "due yi 7 李四", "closed yi 7 李四"}, "7 7 7", ""},
		{"taken back before", func(t *testing.T, w *Workspace) {
			_, err := w.Undo(ctx, "count")
			do(t, err)
		}, 0, nil, "1 2 ", "undo.import_undone"},
		{"brought again", func(t *testing.T, w *Workspace) {
			_, err := w.Undo(ctx, "count")
			do(t, err)
			_, err = w.Redo(ctx, "count")
			do(t, err)
		}, 3, nil, "1 2 ", ""},
		{"a verified month", func(t *testing.T, w *Workspace) { do(t, w.Verify(ctx, "count", october, "")) }, 0, nil, "5 6 2", "month.locked"},
		{"a note since", func(t *testing.T, w *Workspace) {
			annotated(t, w, Annotations{Places: places("jia"), Note: pointer("待核")})
		}, 3, nil, "1 2 ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := tiny(t)
			applied(t, w, batch("due jia 1", "due yi 2"))
			r := stored(t, w, importOf(t, w, "due jia 5", "due yi 6", "closed yi 2"))
			w.SetActor("李四")
			c.since(t, w)
			before := everything(t, w)
			undone, err := w.UndoImport(ctx, r.Batch)
			refused(t, err, c.code)
			if got := keptOf(undone); undone.Back != c.back || !slices.Equal(got, c.kept) {
				t.Errorf("%d back, kept %q", undone.Back, got)
			}
			if got := strings.Join([]string{at(t, w, "due", "jia"), at(t, w, "due", "yi"), at(t, w, "closed", "yi")}, " "); got != c.now {
				t.Errorf("%q, want %q", got, c.now)
			}
			if c.back == 0 {
				if undone.Batch != 0 || everything(t, w) != before {
					t.Error(undone.Batch, everything(t, w))
				}
				return
			}
			_, err = w.UndoImport(ctx, r.Batch)
			refused(t, err, "undo.import_undone")
			if _, err := again(t, p).Redo(ctx, "count"); err != nil {
				t.Fatal(err)
			}
			if got, want := plainCells(everything(t, w)), plainCells(before); got != want {
				t.Errorf("%s\nwas %s", got, want)
			}
		})
	}
}

// plainCells are the lines of everything that are cells and drafts, without their versions.
func plainCells(all string) string {
	var cells []string
	for _, line := range strings.Split(all, "\n") {
		words := strings.Fields(line)
		if len(words) >= 3 && words[0] != "batch" {
			cells = append(cells, strings.Join(words[:3], " "))
		}
	}
	return strings.Join(cells, "\n")
}

func TestUndoImportOfWhatIsNone(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	typed := applied(t, w, batch("due jia 1"))
	for _, id := range []int64{0, typed.Batch, 999} {
		_, err := w.UndoImport(ctx, id)
		refused(t, err, "undo.no_import")
	}
}

func TestImportsAreListed(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	applied(t, w, batch("due bing 1"))
	first := stored(t, w, importOf(t, w, "due jia 5", "due yi 6"))
	later := importOf(t, w, "due jia 7")
	later.Month++
	later.Values[0].Old = models.Cell{}
	later.Layout = intake.Layout{Units: map[string]string{intake.QuestionKey("", "新村"): "yi"}}
	second := stored(t, w, later)
	undone, err := w.UndoImport(ctx, second.Batch)
	if err != nil || len(undone.Aliases) != 1 || undone.Aliases[0].Unit.Key != "yi" || undone.Aliases[0].Alias != "新村" {
		t.Errorf("%+v, %v", undone, err)
	}
	steps, err := w.Imports(ctx, "count")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range steps {
		got = append(got, fmt.Sprintln(s.ID, s.Actor, s.File, s.Cells, s.Months, s.Undone, s.At.Equal(noon)))
	}
	want := []string{fmt.Sprintln(second.Batch, "张三", "十月.xlsx", 1, "[2019-11]", true, true), fmt.Sprintln(first.Batch, "张三", "十月.xlsx", 2, "[2019-10]", false, true)}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Steps, imports, and both ways of taking back in any order: an import that is taken back gives up what still is its
// own and nothing else, and bringing again is the exact inverse of what was taken back last.
func TestUndoImportAmongSteps(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(r *rapid.T) {
		w, err := Create(ctx, params(t), tinyFiles(t))
		if err != nil {
			r.Fatal(err)
		}
		defer func() {
			if err := w.Close(); err != nil {
				r.Fatal(err)
			}
		}()
		m := importModel{t: t, w: w, cells: map[string]string{}}
		r.Repeat(map[string]func(*rapid.T){"": m.check, "type": m.typeIn, "import": m.bring, "undo import": m.undoImport, "undo": m.undo, "redo": m.redo})
	})
}

// importModel keeps what the cells hold, and of each standing step what it did to which cell.
type importModel struct {
	t     *testing.T // for what must not fail
	w     *Workspace
	cells map[string]string
	steps []*modelStep
	taken []takenBack // in the order in which they were taken back
}

type modelStep struct {
	batch    int64
	imported bool
	undone   bool
	old, now map[string]string
}

type takenBack struct {
	step   *modelStep
	before map[string]string
}

var modelCells = []string{"due jia", "due yi", "closed yi"}

func (m *importModel) check(r *rapid.T) {
	for _, cell := range modelCells {
		place := strings.Fields(cell)
		if got := at(m.t, m.w, place[0], place[1]); got != m.cells[cell] {
			r.Fatalf("%s holds %q, want %q", cell, got, m.cells[cell])
		}
	}
}

func (m *importModel) draw(r *rapid.T) []string {
	var lines []string
	for _, cell := range modelCells {
		if rapid.Bool().Draw(r, cell) {
			lines = append(lines, cell+" "+rapid.SampledFrom([]string{"1", "2", "no_data"}).Draw(r, "content"))
		}
	}
	return lines
}

func (m *importModel) did(batch int64, imported bool, lines []string) {
	if batch == 0 {
		return
	}
	s := &modelStep{batch: batch, imported: imported, old: map[string]string{}, now: map[string]string{}}
	for _, line := range lines {
		at := strings.LastIndex(line, " ")
		if cell, now := line[:at], line[at+1:]; m.cells[cell] != now {
			s.old[cell], s.now[cell] = m.cells[cell], now
			m.cells[cell] = now
		}
	}
	m.steps, m.taken = append(m.steps, s), nil
}

func (m *importModel) typeIn(r *rapid.T) {
	lines := m.draw(r)
	m.did(applied(m.t, m.w, batch(lines...)).Batch, false, lines)
}

func (m *importModel) bring(r *rapid.T) {
	lines := m.draw(r)
	m.did(stored(m.t, m.w, importOf(m.t, m.w, lines...)).Batch, true, lines)
}

func (m *importModel) take(s *modelStep, cells []string) {
	before := maps.Clone(m.cells)
	for _, cell := range cells {
		m.cells[cell] = s.old[cell]
	}
	s.undone = true
	m.taken = append(m.taken, takenBack{s, before})
}

func (m *importModel) undoImport(r *rapid.T) {
	var imports []int
	for n, s := range m.steps {
		if s.imported {
			imports = append(imports, n)
		}
	}
	if len(imports) == 0 {
		return
	}
	n := rapid.SampledFrom(imports).Draw(r, "import")
	s := m.steps[n]
	undone, err := m.w.UndoImport(context.Background(), s.batch)
	if s.undone {
		if fault.CodeOf(err) != "undo.import_undone" {
			r.Fatal(err)
		}
		return
	}
	if err != nil {
		r.Fatal(err)
	}
	var back []string
	for cell, now := range s.now {
		changed := slices.ContainsFunc(m.steps[n+1:], func(later *modelStep) bool { _, did := later.now[cell]; return did && !later.undone })
		if !changed && m.cells[cell] == now {
			back = append(back, cell)
		}
	}
	if undone.Back != len(back) || len(undone.Kept) != len(s.now)-len(back) {
		r.Fatalf("%d back, %d kept; want %d of %d", undone.Back, len(undone.Kept), len(back), len(s.now))
	}
	if len(back) > 0 {
		m.take(s, back)
	}
}

func (m *importModel) undo(r *rapid.T) {
	_, err := m.w.Undo(context.Background(), "count")
	for _, s := range slices.Backward(m.steps) {
		if !s.undone {
			if err != nil {
				r.Fatal(err)
			}
			before := maps.Clone(m.cells)
			m.take(s, slices.Collect(maps.Keys(s.old)))
			if maps.Equal(before, m.cells) {
				m.taken = m.taken[:len(m.taken)-1] // there is nothing to bring again
			}
			return
		}
	}
	if fault.CodeOf(err) != "undo.nothing" {
		r.Fatal(err)
	}
}

func (m *importModel) redo(r *rapid.T) {
	_, err := m.w.Redo(context.Background(), "count")
	if len(m.taken) == 0 {
		if fault.CodeOf(err) != "redo.nothing" {
			r.Fatal(err)
		}
		return
	}
	if err != nil {
		r.Fatal(err)
	}
	last := m.taken[len(m.taken)-1]
	m.cells, m.taken, last.step.undone = last.before, m.taken[:len(m.taken)-1], false
}
