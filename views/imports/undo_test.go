package imports

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/models/number"
)

// front is what the dialog in front says.
func (d *desk) front() string {
	d.t.Helper()
	top := d.Window.Canvas().Overlays().Top()
	if top == nil {
		d.t.Fatal("there is no dialog")
	}
	words := ""
	for _, o := range test.LaidOutObjects(top) {
		if l, is := o.(*widget.Label); is {
			words += l.Text + "\n"
		}
	}
	return words
}

func TestAnImportIsTakenBackWeeksLater(t *testing.T) {
	d := tinyDesk(t)
	AskUndo(d.Kit, d.place)
	if !strings.Contains(d.front(), "还没有导入过文件") {
		t.Errorf("%q", d.front())
	}
	d.Keys(fyne.KeyReturn)
	d.open("单位|县区|应结数", "甲镇|东县|5", "乙镇|东县|3").foot.press()
	_, err := d.Workspace.Apply(context.Background(), app.Batch{Program: "count", Source: models.SourceTyped, Actor: "李四",
		Edits: []app.Edit{{Indicator: "due", Unit: "yi", Period: october.Whole(), Cell: models.Of(number.MustParse("8"))}}})
	d.check(err)
	AskUndo(d.Kit, d.place)
	d.Shot("undo")
	d.Keys(fyne.KeyReturn)
	if words := d.front(); !strings.Contains(words, "恢复1格，保留1格") || !strings.Contains(words, "乙镇") || !strings.Contains(words, "李四") {
		t.Errorf("%q", words)
	}
	d.Shot("undo-kept")
	if d.at("due", "jia") != "" || d.at("due", "yi") != "8" {
		t.Errorf("%q, %q", d.at("due", "jia"), d.at("due", "yi"))
	}
	d.Keys(fyne.KeyReturn)
	AskUndo(d.Kit, d.place)
	d.Keys(fyne.KeyReturn) // it is taken back already
	if d.Window.Canvas().Overlays().Top() == nil {
		t.Error("it can be taken back twice")
	}
	d.Keys(fyne.KeyEscape)
	if d.Window.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close the list")
	}
}

func TestTemplatesAreWrittenAndComeBackWithoutQuestions(t *testing.T) {
	d := tinyDesk(t)
	AskTemplates(d.Kit, d.place)
	d.Shot("templates")
	d.Keys(fyne.KeyEscape)
	if d.Window.Canvas().Overlays().Top() != nil {
		t.Fatal("Escape does not close the form")
	}
	folder := t.TempDir()
	form := &templateForm{kit: d.Kit, request: app.TemplateRequest{Program: "count", Month: october, Each: app.TemplateForAll, Path: folder}}
	form.write()
	files, err := filepath.Glob(filepath.Join(folder, "*.xlsx"))
	d.check(err)
	if len(files) != 1 || len(d.Said) == 0 {
		t.Fatalf("%v, %q", files, d.Said)
	}
	before, err := os.Stat(files[0])
	d.check(err)
	form.write()
	if !strings.Contains(d.front(), "已经存在") {
		t.Errorf("%q", d.front())
	}
	d.Keys(fyne.KeyEscape)
	if after, err := os.Stat(files[0]); err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("the file was replaced unasked: %v", err)
	}
	d.Window.Canvas().Overlays().Remove(d.Window.Canvas().Overlays().Top())
	d.Files(d.place, files)
	d.Shot("import-template")
	if p := d.page; p.failed != nil || p.questions.open() != 0 || !p.foot.store.Disabled() {
		t.Errorf("%v, %d questions", p.failed, p.questions.open())
	}
}
