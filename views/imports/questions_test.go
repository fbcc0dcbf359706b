package imports

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/app/intake"
	"yueping/models"
	"yueping/models/number"
	"yueping/views/grid"
)

func TestANameIsAskedOnce(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数", "甲真|东县|5", "乙镇|东县|3")
	d.Shot("import-name")
	if p.questions.open() != 1 || !p.foot.store.Disabled() || d.Window.Canvas().Focused() != p.questions.focusable() {
		t.Fatalf("%d questions, the keyboard at %T", p.questions.open(), d.Window.Canvas().Focused())
	}
	if candidate := d.buttons(p.questions.object)["甲镇（东县）"]; candidate == nil || any(candidate) == any(p.questions.focusable()) {
		t.Errorf("the keyboard begins at %v", p.questions.focusable())
	}
	d.press(p.questions.object, "甲镇（东县）")
	if p.questions.open() != 0 || p.below.chosen() != partPreview || d.Window.Canvas().Focused() != fyne.Focusable(p.foot.store) {
		t.Errorf("%d questions, %s, the keyboard at %T", p.questions.open(), p.below.chosen(), d.Window.Canvas().Focused())
	}
	d.Keys(fyne.KeyReturn)
	if d.at("due", "jia") != "5" {
		t.Errorf("%q", d.at("due", "jia"))
	}
	// It has become an alias: another file has no question.
	p = d.open("单位|县区|办结数", "甲真|东县|4")
	if p.questions.open() != 0 {
		t.Errorf("asked again: %+v", p.read.Questions)
	}
}

func TestAnAnswerCanBeTakenBack(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数", "甲真|东县|5", "乙镇|东县|3")
	d.press(p.questions.object, "这一行不导入")
	if p.questions.open() != 0 || p.foot.store.Disabled() {
		t.Fatalf("%d questions", p.questions.open())
	}
	p.below.choose(partQuestions)
	d.press(p.questions.object, "重新选择")
	if p.questions.open() != 1 || !p.foot.store.Disabled() {
		t.Errorf("%d questions", p.questions.open())
	}
}

func TestADashIsAskedAboutOnce(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数|办结数", "甲镇|东县|5|—", "乙镇|东县|—|3")
	d.Shot("import-dash")
	if p.questions.open() != 1 || !p.foot.store.Disabled() {
		t.Fatalf("%d questions", p.questions.open())
	}
	d.press(p.questions.object, "不参评")
	if got := p.shownLines()[0]; got != "导入|新|甲镇|东县|5|不参评" {
		t.Errorf("%q", got)
	}
	d.Keys(fyne.KeyReturn)
	if d.at("closed", "jia") != string(models.NotAssessed) {
		t.Errorf("%q", d.at("closed", "jia"))
	}
}

// days is a file of two days of a county, with CO in μg/m³.
var days = []string{"单位|日期|PM10|CO", "西县|2019-08-01|80|900", "西县|2019-08-02|90|1100"}

func TestAThousandfoldIsAskedAboutAndDivided(t *testing.T) {
	d := newDesk(t, "../entry/testdata/days", "air", "2019-08")
	p := d.open(days...)
	d.Shot("import-thousandfold")
	if p.questions.open() != 1 {
		t.Fatalf("%d questions", p.questions.open())
	}
	d.press(p.questions.object, "按μg/m³换算")
	if got := p.shownLines()[0]; got != "导入|新|西县||1|80|0.9" {
		t.Errorf("%q", got)
	}
	if !strings.Contains(p.foot.words.Text, "2格除以1000") {
		t.Errorf("%q", p.foot.words.Text)
	}
	d.Keys(fyne.KeyReturn)
	m, err := d.Workspace.Month(context.Background(), "air", d.place.Month)
	d.check(err)
	table, err := d.Workspace.Days(context.Background(), m)
	d.check(err)
	if got := table.Value(2, "co", "xi"); got.State != models.IsNumber || got.Value.String() != "1.1" || d.stored[0].Days() != 4 {
		t.Errorf("the second day holds %+v", got)
	}
}

func TestAThousandfoldThatIsNotDividedIsRefused(t *testing.T) {
	d := newDesk(t, "../entry/testdata/days", "air", "2019-08")
	p := d.open(days...)
	d.press(p.questions.object, "不换算，逐个核对")
	if p.questions.open() != 0 || !p.foot.store.Disabled() {
		t.Errorf("%d questions, %q", p.questions.open(), p.foot.words.Text)
	}
	if got := p.shownLines(); len(got) != 2 || !strings.HasPrefix(got[0], "跳过|拒|西县") {
		t.Errorf("%q", got)
	}
}

func TestTypedValuesStandOut(t *testing.T) {
	d := tinyDesk(t)
	for key, source := range map[string]models.Source{"jia": models.SourceTyped, "yi": models.SourceImported} {
		_, err := d.Workspace.Apply(context.Background(), app.Batch{Program: "count", Source: source,
			Edits: []app.Edit{{Indicator: "due", Unit: key, Period: october.Whole(), Cell: models.Of(number.MustParse("7"))}}})
		d.check(err)
	}
	p := d.open("单位|县区|应结数|办结数", "甲镇|东县|5|4", "乙镇|东县|3|3", "甲镇|西县|9|1")
	d.Shot("import-conflict")
	want := []string{"导入|冲突|甲镇|东县|7 → 5|4", "导入|改|乙镇|东县|7 → 3|3", "导入|新|甲镇|西县|9|1"}
	for i, got := range p.shownLines() {
		if got != want[i] {
			t.Errorf("%q, want %q", got, want[i])
		}
	}
	if c := p.preview.source.Cell(0, 0); c.Mark != grid.MarkWarning || !strings.Contains(c.Note, "7") {
		t.Errorf("%+v", c)
	}
	if d.Window.Canvas().Focused() != fyne.Focusable(p.preview.grid) {
		t.Errorf("the keyboard is at %T", d.Window.Canvas().Focused())
	}
	p.preview.sift(filterConflict)
	if got := p.shownLines(); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestAFileOfAnotherMonthShowsTheWayOut(t *testing.T) {
	d := tinyDesk(t)
	lines := []string{"2019年9月办件情况||", "单位|县区|应结数", "甲镇|东县|5"}
	p := d.open(lines...)
	d.Shot("import-month")
	if p.failed == nil || p.titles() == "" || !p.foot.store.Disabled() {
		t.Fatalf("%v, %q", p.failed, p.titles())
	}
	d.press(p.cover, "改为导入2019年9月")
	if p.failed != nil || p.month() != october-1 || p.foot.store.Disabled() {
		t.Fatalf("%v, %v", p.failed, p.month())
	}
	p.cancel()
	p = d.open(lines...)
	d.press(p.cover, "文件所写月份有误，仍导入2019年10月")
	if p.failed != nil || p.month() != october {
		t.Fatalf("%v, %v", p.failed, p.month())
	}
	d.Keys(fyne.KeyReturn)
	if d.at("due", "jia") != "5" {
		t.Errorf("%q", d.at("due", "jia"))
	}
}

func TestASheetWithoutATableCanBePointedOut(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("一|二|三", "说明|无|无", "所|数|数", "甲镇|5|4", "乙镇|3|2")
	d.Shot("import-none")
	if p.sheet.sheet() == nil {
		t.Fatalf("no sheet shows: %v", p.failed)
	}
	if p.read == nil || p.failed != nil {
		p.correctTable(0, func(s *intake.SheetLayout) { setHeader(s, 3) })
		d.pick(p.roles(0, 1), "单位")
	}
	d.pick(p.roles(0, 2), "应结数")
	d.pick(p.roles(0, 3), "办结数")
	if p.failed != nil || len(p.lines) == 0 {
		t.Fatalf("%v, %q", p.failed, p.shownLines())
	}
}

func TestAPasteIsTakenIn(t *testing.T) {
	d := tinyDesk(t)

	fyne.CurrentApp().Clipboard().SetContent("单位\t县区\t应结数\n甲镇\t东县\t5\n")
	d.Paste(d.place)
	if d.page == nil {
		t.Fatal("no page shows")
	}
	d.Shot("import-paste")
	d.Keys(fyne.KeyReturn)
	if d.at("due", "jia") != "5" {
		t.Errorf("%q", d.at("due", "jia"))
	}
	fyne.CurrentApp().Clipboard().SetContent(" \n")
	d.Paste(d.place)
	if d.page != nil || d.Window.Canvas().Overlays().Top() == nil {
		t.Error("an empty clipboard is not named")
	}
}

func TestFilesAndFolders(t *testing.T) {
	d := tinyDesk(t)
	one := file(t, "一.xlsx", []string{"单位|县区|应结数", "甲镇|东县|5"})
	two := file(t, "二.xlsx", []string{"单位|县区|应结数", "乙镇|东县|3"})
	d.Files(d.place, []string{one, two})
	if !strings.Contains(d.page.head.file.Text, "第1个，共2个") {
		t.Errorf("%q", d.page.head.file.Text)
	}
	d.Keys(fyne.KeyReturn)
	if d.page == nil || d.page.name() != "二.xlsx" || d.closed != 0 {
		t.Fatal("the second file does not follow")
	}
	d.Keys(fyne.KeyEscape)
	if d.page != nil || d.closed != 1 || d.at("due", "jia") != "5" || d.at("due", "yi") != "" {
		t.Errorf("closed %d, %q, %q", d.closed, d.at("due", "jia"), d.at("due", "yi"))
	}
	folder := t.TempDir()
	for _, path := range []string{one, two} {
		content, err := os.ReadFile(path)
		d.check(err)
		d.check(os.WriteFile(filepath.Join(folder, filepath.Base(path)), content, 0o600))
	}
	d.check(os.WriteFile(filepath.Join(folder, "坏.xlsx"), []byte("nothing"), 0o600))
	d.Files(d.place, []string{folder})
	d.Shot("import-folder")
	if d.page.questions.open() != 1 {
		t.Fatalf("%d questions", d.page.questions.open())
	}
	d.press(d.page.questions.object, "跳过这个文件")
	d.page.foot.press()
	if d.at("due", "yi") != "3" {
		t.Errorf("%q: %s", d.at("due", "yi"), d.Said)
	}
}

func TestManyNamesAreAskedAboutInTurn(t *testing.T) {
	d := tinyDesk(t)
	lines := []string{"单位|县区|应结数", "乙镇|东县|3"}
	for n := range 3 * namesAtOnce {
		lines = append(lines, "子丑寅"+strings.Repeat("卯", n+1)+"|东县|5")
	}
	p := d.open(lines...)
	if got := len(p.questions.list.Objects); got != namesAtOnce+2 || p.questions.open() != 3*namesAtOnce {
		t.Errorf("%d are shown of %d", got, p.questions.open())
	}
	d.press(p.questions.object, "没有列出的都不导入")
	if p.questions.open() != namesAtOnce {
		t.Errorf("%d are open", p.questions.open())
	}
	if got := len(p.questions.list.Objects); got != 2*namesAtOnce+2 {
		t.Errorf("%d lines are shown", got)
	}
	// The others are like no unit's, either; the keyboard is not at what leaves out all of them.
	if b := d.buttons(p.questions.object)["这20个名称都不导入"]; b == nil || any(b) == any(p.questions.focusable()) {
		t.Errorf("%v is offered, the keyboard at %v", b, p.questions.focusable())
	}
	d.press(p.questions.object, "这20个名称都不导入")
	if p.questions.open() != 0 || p.foot.store.Disabled() || len(p.answered) != 3*namesAtOnce {
		t.Errorf("%d are open, %d answered, %q", p.questions.open(), len(p.answered), p.foot.words.Text)
	}
}
