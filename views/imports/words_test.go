package imports

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
)

// A name as long as offices make them leaves the month in sight in a small window.
func TestALongFileNameLeavesTheMonthInSight(t *testing.T) {
	d := tinyDesk(t)
	d.Window.Resize(fyne.NewSize(760, 480))
	path := file(t, strings.Repeat("关于报送办件情况的函", 8)+".xlsx", []string{"单位|县区|应结数", "甲镇|东县|5"})
	d.Files(d.place, []string{path})
	d.Shot("import-long-name")
	h := d.page.head
	right := fyne.CurrentApp().Driver().AbsolutePositionForObject(h.month).X + h.month.Size().Width
	if room := d.Window.Canvas().Size().Width; right > room || h.file.Size().Width > room-right {
		t.Errorf("the month ends at %v of %v, the name is %v wide", right, room, h.file.Size().Width)
	}
}

// What cannot be read is shown on the sheet alone: there is nothing to preview.
func TestAFailedFileGivesTheSheetTheRoom(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("2019年9月办件情况||", "单位|县区|应结数", "甲镇|东县|5")
	if want := "写明是2019年9月，不是2019年10月"; !strings.Contains(p.head.fault.Text, want) {
		t.Errorf("%q", p.head.fault.Text)
	}
	high := p.sheet.grid.Size().Height
	d.Window.Canvas().Focus(p.sheet.grid)
	d.Keys(fyne.KeyF6)
	if f := d.Window.Canvas().Focused(); f != fyne.Focusable(p.foot.cancel) {
		t.Errorf("F6 leads to %T", f)
	}
	d.press(p.cover, "改为导入2019年9月")
	if now := p.sheet.grid.Size().Height; now > high*0.7 || p.preview.grid.Size().Height < 100 {
		t.Errorf("the sheet is %v high after %v, the preview %v", now, high, p.preview.grid.Size().Height)
	}
}

func TestTheLineSaysHowToSkipItAndTheFootWhatToDo(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数", "甲镇|东县|约5")
	if p.foot.words.Text != "1行不能导入，其余没有要存的改动；请改正文件后重新导入。" {
		t.Errorf("the foot says %q", p.foot.words.Text)
	}
	p.cancel()
	p = d.open("单位|县区|应结数", "甲镇|东县|5")
	if !strings.Contains(p.preview.detail.Text, "空格") {
		t.Errorf("the line says %q", p.preview.detail.Text)
	}
	d.Window.Canvas().Focus(p.preview.grid)
	d.Keys(fyne.KeySpace)
	if p.foot.words.Text != "所有行都已跳过，没有可存入的改动。" {
		t.Errorf("the foot says %q", p.foot.words.Text)
	}
}

// Pasted cells are in no sheet that has a name.
func TestPastedCellsAreNamedWithoutASheet(t *testing.T) {
	d := tinyDesk(t)
	fyne.CurrentApp().Clipboard().SetContent("单位\t县区\t应结数\n甲真\t东县\t5\n乙镇\t东县\t约3\n")
	d.Paste(d.place)
	words := ""
	for _, o := range test.LaidOutObjects(d.page.cover) {
		if l, is := o.(*widget.Label); is {
			words += l.Text + "\n"
		}
	}
	if !strings.Contains(words, "A2") || strings.Contains(words, "CSV") {
		t.Errorf("%q", words)
	}
}

// What was stored is said last: the screen behind clears the line when it comes.
func TestWhatWasStoredIsSaidLast(t *testing.T) {
	d := tinyDesk(t)
	d.Stored = func(*app.Import) { d.Kit.Say("") }
	d.open("单位|县区|应结数", "甲镇|东县|5")
	d.Keys(fyne.KeyReturn)
	if last := d.Said[len(d.Said)-1]; !strings.Contains(last, "新增1格") {
		t.Errorf("%q", d.Said)
	}
}

// While a file is being read nothing says that there is none.
func TestNothingIsSaidBeforeTheFileIsRead(t *testing.T) {
	d := tinyDesk(t)
	d.Importer.place = d.place
	p := newPage(d.Importer, source{path: "in.xlsx"})
	for _, o := range []fyne.CanvasObject{p.sheet.none, p.sheet.trust, p.sheet.onOff, p.sheet.grid} {
		if o.Visible() {
			t.Errorf("%T shows", o)
		}
	}
}

func TestAFileThatNobodyFilledInIsNamed(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数", "甲镇|东县|", "乙镇|东县|")
	if p.foot.words.Text != "表中2格都是空白，没有可以导入的数据；请确认是否已填写。" {
		t.Errorf("the foot says %q", p.foot.words.Text)
	}
}

// A folder's files are told by their names, wherever the folder lies.
func TestAFileOfAFolderIsNamedWithoutItsFolder(t *testing.T) {
	d := tinyDesk(t)
	folder := t.TempDir()
	one := file(t, "一.xlsx", []string{"单位|县区|应结数", "甲镇|东县|5"})
	content, err := os.ReadFile(one)
	d.check(err)
	d.check(os.WriteFile(filepath.Join(folder, "一.xlsx"), content, 0o600))
	d.check(os.WriteFile(filepath.Join(folder, "空.xlsx"), nil, 0o600))
	d.Files(d.place, []string{folder})
	words := ""
	for _, o := range test.LaidOutObjects(d.page.questions.object) {
		if l, is := o.(*widget.Label); is {
			words += l.Text + "\n"
		}
	}
	if strings.Contains(words, folder) || strings.Count(words, "空.xlsx") != 1 {
		t.Errorf("%q", words)
	}
}

// Of many sheets the list above them follows what is shown, and has room for their names.
func TestTheListOfSheetsFollowsWhatIsShown(t *testing.T) {
	d := tinyDesk(t)
	var sheets [][]string
	for n := range 8 {
		sheets = append(sheets, []string{"单位|县区|应结数", []string{"甲镇|东县|5", "乙镇|东县|3"}[n%2]})
	}
	d.Files(d.place, []string{file(t, "八.xlsx", sheets...)})
	p := d.page
	p.sheet.reveal("Sheet8", 2, 1)
	says := ""
	for _, o := range test.LaidOutObjects(p.sheet.tabs.Object()) {
		if s, is := o.(*controls.Select); is {
			says = s.Selected
		}
	}
	if p.sheet.at != "Sheet8" || !strings.HasPrefix(says, "Sheet8") {
		t.Errorf("%q shows, the list says %q", p.sheet.at, says)
	}
}

func TestTheCellUnderTheCursorIsExplainedFirst(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数|办结数", "甲镇|东县|约5|约4")
	for col, first := range []string{"C2", "D2"} {
		p.preview.grid.Select(0, col)
		if got := p.preview.detail.Text; !strings.HasPrefix(strings.TrimPrefix(got, "Sheet1!"), first) || strings.Count(got, "\n") != 1 {
			t.Errorf("at %d it says %q", col, got)
		}
	}
}
