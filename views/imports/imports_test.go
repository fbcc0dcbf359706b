package imports

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/app/intake"
	"yueping/views/controls"
)

func wordsOn(o fyne.CanvasObject) string {
	if b, ok := o.(*controls.Button); ok && !b.Disabled() {
		return b.Text
	}
	return ""
}

func TestAFileIsShownThenStored(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数|办结数", "甲镇|东县|5|4", "乙镇|东县|3|3", "甲镇|西县|9|8")
	d.Shot("import")
	if got := p.titles(); got != "单位|县区|应结数|办结数" {
		t.Errorf("the columns are taken for %s", got)
	}
	want := []string{"导入|新|甲镇|东县|5|4", "导入|新|乙镇|东县|3|3", "导入|新|甲镇|西县|9|8"}
	if got := p.shownLines(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if d.at("due", "jia") != "" {
		t.Error("something is stored before a yes")
	}
	if d.Window.Canvas().Focused() != fyne.Focusable(p.foot.store) || p.foot.store.Text != "导入3行" {
		t.Errorf("the keyboard is at %T, the button says %q", d.Window.Canvas().Focused(), p.foot.store.Text)
	}
	d.Keys(fyne.KeyReturn)
	if d.at("due", "jia") != "5" || d.at("closed", "bing") != "8" || len(d.stored) != 1 || d.closed != 1 || d.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("%s, %s, told %d times, closed %d", d.at("due", "jia"), d.at("closed", "bing"), len(d.stored), d.closed)
	}
}

func TestCancelLeavesNothing(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数", "甲镇|东县|5")
	for name, leave := range map[string]func(){
		"the button": func() { d.press(p.cover, "取消") },
		"Escape":     func() { d.Keys(fyne.KeyEscape) },
		"Escape in the sheet": func() {
			d.Window.Canvas().Focus(d.page.sheet.grid)
			d.Keys(fyne.KeyEscape)
		},
		"Escape in the preview": func() {
			d.Window.Canvas().Focus(d.page.preview.grid)
			d.Keys(fyne.KeyEscape)
		},
	} {
		t.Run(name, func(t *testing.T) {
			if d.page == nil {
				p = d.open("单位|县区|应结数", "甲镇|东县|5")
			}
			leave()
			if d.Busy() || d.Window.Canvas().Overlays().Top() != nil || d.at("due", "jia") != "" || len(d.stored) != 0 {
				t.Errorf("%v, %s", d.Busy(), d.at("due", "jia"))
			}
		})
	}
}

func TestALineThatIsSwitchedOffIsNotStored(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数", "甲镇|东县|5", "乙镇|东县|3")
	d.Window.Canvas().Focus(p.preview.grid)
	p.preview.grid.Select(1, 0)
	d.Keys(fyne.KeySpace)
	if got := p.shownLines()[1]; got != "跳过|新|乙镇|东县|3" || p.foot.store.Text != "导入1行（跳过1行）" {
		t.Errorf("%q, the button says %q", got, p.foot.store.Text)
	}
	d.Keys(fyne.KeyReturn)
	if d.at("due", "jia") != "5" || d.at("due", "yi") != "" {
		t.Errorf("%s, %s", d.at("due", "jia"), d.at("due", "yi"))
	}
}

func TestALineWithARefusedCellStaysOut(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数|办结数", "甲镇|东县|5|四", "乙镇|东县|3|3")
	d.Shot("import-refused")
	if got := p.shownLines()[0]; got != "跳过|拒|甲镇|东县|5|四" || p.foot.store.Text != "导入1行（跳过1行）" {
		t.Errorf("%q, %q", got, p.foot.store.Text)
	}
	if d.Window.Canvas().Focused() != fyne.Focusable(p.preview.grid) {
		t.Errorf("the keyboard is at %T", d.Window.Canvas().Focused())
	}
	p.preview.grid.Select(0, 0)
	d.Keys(fyne.KeySpace)
	if got := p.shownLines()[0]; got[:len("跳过")] != "跳过" {
		t.Errorf("%q", got)
	}
	p.preview.sift(filterRefused)
	if got := p.shownLines(); len(got) != 1 {
		t.Errorf("%q", got)
	}
	d.Keys(fyne.KeyReturn)
	if d.at("due", "jia") != "" || d.at("closed", "yi") != "3" {
		t.Errorf("%s, %s", d.at("due", "jia"), d.at("closed", "yi"))
	}
}

func TestOneCorrectionReadsAnew(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数|办理情况", "甲镇|东县|5|4", "乙镇|东县|3|3")
	d.Shot("import-column")
	if p.questions.open() != 1 || !p.foot.store.Disabled() || p.below.chosen() != partQuestions {
		t.Fatalf("%d questions, the button is disabled: %v", p.questions.open(), p.foot.store.Disabled())
	}
	d.pick(p.roles(0, 4), "办结数")
	if got := p.titles(); got != "单位|县区|应结数|办结数" || p.questions.open() != 0 {
		t.Errorf("the columns are taken for %s with %d questions", got, p.questions.open())
	}
	if got := p.shownLines()[0]; got != "导入|新|甲镇|东县|5|4" {
		t.Errorf("%q", got)
	}
	d.Keys(fyne.KeyReturn)
	if d.at("closed", "jia") != "4" {
		t.Errorf("%s", d.at("closed", "jia"))
	}
	// The second month takes the button alone.
	d.place.Month++
	p = d.open("单位|县区|应结数|办理情况", "甲镇|东县|6|5", "乙镇|东县|2|1")
	if p.layout.From != intake.Remembered || d.Window.Canvas().Focused() != fyne.Focusable(p.foot.store) {
		t.Errorf("the layout is %s, the keyboard at %T", p.layout.From, d.Window.Canvas().Focused())
	}
	d.Keys(fyne.KeyReturn)
	if d.at("closed", "jia") != "5" {
		t.Errorf("%s", d.at("closed", "jia"))
	}
}

func TestAColumnCanBeLeftOut(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数|办理情况", "甲镇|东县|5|4")
	d.press(p.questions.object, "不导入这一列")
	if got := p.titles(); got != "单位|县区|应结数|不导入" || p.foot.store.Disabled() {
		t.Errorf("the columns are taken for %s", got)
	}
}
