package imports

import (
	"testing"

	"fyne.io/fyne/v2"

	"yueping/views/grid"
)

func TestF6WalksThroughThePage(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数", "甲镇|东县|5")
	c := d.Window.Canvas()
	for _, want := range []fyne.Focusable{p.sheet.grid, p.preview.grid, p.foot.store, p.sheet.grid} {
		d.Keys(fyne.KeyF6)
		if c.Focused() != want {
			t.Fatalf("the keyboard is at %T, want %T", c.Focused(), want)
		}
	}
}

func TestAColumnIsCorrectedByKeysAlone(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数|办理情况", "甲镇|东县|5|4")
	d.Window.Canvas().Focus(p.sheet.grid)
	p.sheet.grid.Select(0, 3)
	d.Keys(fyne.KeyReturn)
	d.Shot("import-roles")
	if d.Window.Canvas().Overlays().Top() == fyne.CanvasObject(p.cover) {
		t.Fatal("no list shows")
	}
	d.Keys(fyne.KeyEscape)
	if d.Window.Canvas().Overlays().Top() != fyne.CanvasObject(p.cover) {
		t.Fatal("Escape does not close the list alone")
	}
	d.Window.Canvas().Focus(p.sheet.grid)
	d.Keys(fyne.KeyReturn)
	for _, o := range p.roles(0, 4) {
		if o.label == "办结数" {
			break
		}
		d.Keys(fyne.KeyDown)
	}
	d.Keys(fyne.KeyReturn)
	if got := p.titles(); got != "单位|县区|应结数|办结数" {
		t.Errorf("the columns are taken for %s", got)
	}
}

func TestClicksOfferWhatIsClicked(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("说明||", "单位|县区|应结数", "甲镇|东县|5", "乙镇|东县|3")
	p.sheet.click(grid.Click{Part: grid.OnRowHeaders, Row: 2})
	if d.Window.Canvas().Overlays().Top() == fyne.CanvasObject(p.cover) {
		t.Fatal("no list shows")
	}
	d.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // the values end there
	if got := p.shownLines(); len(got) != 1 || got[0] != "导入|新|甲镇|东县|5" {
		t.Errorf("%q", got)
	}
	p.preview.click(grid.Click{Part: grid.OnRowHeaders, Row: 0, Col: 1})
	if got := p.shownLines()[0]; got != "导入|新|甲镇|东县|5" {
		t.Errorf("a click beside the switch made it %q", got)
	}
	p.preview.click(grid.Click{Part: grid.OnRowHeaders, Row: 0, Col: 0})
	if got := p.shownLines()[0]; got != "跳过|新|甲镇|东县|5" || !p.foot.store.Disabled() {
		t.Errorf("%q", got)
	}
}

func TestSheetsAreTakenInAndLeftOut(t *testing.T) {
	d := tinyDesk(t)
	d.Files(d.place, []string{file(t, "in.xlsx", []string{"单位|县区|应结数", "甲镇|东县|5"}, []string{"单位|县区|办结数", "乙镇|东县|3"})})
	p := d.page
	d.Shot("import-sheets")
	if len(p.lines) != 2 {
		t.Fatalf("%q", p.shownLines())
	}
	p.sheet.look("Sheet2")
	d.press(p.cover, "不导入这张工作表")
	if got := p.shownLines(); len(got) != 1 || p.sheet.at != "Sheet2" {
		t.Errorf("%q at %s", got, p.sheet.at)
	}
	d.press(p.cover, "导入这张工作表")
	if len(p.lines) != 2 {
		t.Errorf("%q", p.shownLines())
	}
}

func TestARowRevealsItsPlaceInTheSheet(t *testing.T) {
	d := tinyDesk(t)
	p := d.open("单位|县区|应结数|办结数", "甲镇|东县|5|4", "乙镇|东县|3|三")
	d.Window.Canvas().Focus(p.preview.grid)
	p.preview.grid.Select(1, 1)
	if row, col := p.sheet.grid.Cursor(); row != 2 || col != 3 {
		t.Errorf("the sheet is at %d, %d", row, col)
	}
	if p.preview.detail.Text == "" {
		t.Error("the refused cell is not explained")
	}
}
