package grid

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yueping/views/pinyin"
)

var towns = &Choice{
	Options: []Option{{Text: "河街乡"}, {Text: "椹涧乡"}, {Text: "长村张乡", Search: "旧名"}, {Text: "将官池镇"}, {Text: "河"}},
	Match:   func(o Option, typed string) bool { return pinyin.New(o.Text).Matches(typed) },
}

func TestChoiceFinds(t *testing.T) {
	for typed, want := range map[string]string{
		"河": "河 河街乡", "hjx": "河街乡", "乡": "河街乡 椹涧乡 长村张乡", "旧": "长村张乡",
		"ccz": "长村张乡", "zcz": "长村张乡", "zjx": "椹涧乡", "sjx": "椹涧乡", "qgcz": "将官池镇", "w": "", "": "河街乡 椹涧乡 长村张乡 将官池镇 河",
	} {
		var got []string
		for _, i := range towns.find(typed) {
			got = append(got, towns.Options[i].Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q finds %v, want %s", typed, got, want)
		}
	}
}

func choiceBench(t *testing.T) *bench {
	src := newTable(20, 3).fill([]string{"椹涧乡"})
	src.columns[0].Kind = towns
	b := newBench(t, src)
	return b
}

func (b *bench) listed() (out []string) {
	if !b.paint.list.Visible() {
		return nil
	}
	for _, x := range b.paint.list.texts {
		if x.Visible() {
			out = append(out, x.Text)
		}
	}
	return out
}

func TestChoiceByTyping(t *testing.T) {
	b := choiceBench(t)
	b.typing("hj")
	if got := b.listed(); !slices.Equal(got, []string{"河街乡"}) {
		t.Fatalf("lists %v", got)
	}
	b.press(fyne.KeyReturn)
	if b.src.cells[0][0].Text != "河街乡" || b.Selection() != cell(1, 0) || b.listed() != nil {
		t.Errorf("%q, at %v, lists %v", b.src.cells[0][0].Text, b.Selection(), b.listed())
	}
	b.typing("乡")
	b.press(fyne.KeyDown)
	b.press(fyne.KeyDown)
	b.press(fyne.KeyUp)
	b.press(fyne.KeyTab)
	if b.src.cells[1][0].Text != "椹涧乡" || b.Selection() != cell(1, 1) {
		t.Errorf("%q, at %v", b.src.cells[1][0].Text, b.Selection())
	}
	b.Select(2, 0)
	b.typing("别处")
	b.press(fyne.KeyReturn)
	if b.src.cells[2][0].Text != "别处" {
		t.Errorf("a text of no option is %q; the source decides", b.src.cells[2][0].Text)
	}
}

func TestChoiceEscapesAndClears(t *testing.T) {
	b := choiceBench(t)
	b.press(fyne.KeyDown, fyne.KeyModifierAlt)
	if len(b.listed()) != 5 || b.choice.at != 1 {
		t.Fatalf("lists %v, lit %d", b.listed(), b.choice.at)
	}
	b.press(fyne.KeyDown)
	b.press(fyne.KeyEscape)
	if b.Editing() || b.listed() != nil || len(b.src.steps) != 0 {
		t.Errorf("Esc: editing %v, steps %v", b.Editing(), b.src.steps)
	}
	b.press(fyne.KeyF2)
	b.press(fyne.KeyReturn)
	if len(b.src.steps) != 0 {
		t.Errorf("an untouched value was written: %v", b.src.steps)
	}
	b.Select(0, 0)
	b.press(fyne.KeyBackspace)
	b.press(fyne.KeyReturn)
	if b.src.cells[0][0].Text != "" {
		t.Errorf("emptied to %q", b.src.cells[0][0].Text)
	}
}

func TestChoiceByPointer(t *testing.T) {
	b := choiceBench(t)
	b.press(fyne.KeyF2)
	list := b.paint.list
	pos, size := b.boxOnScreen(place{0, 0})
	if list.Position() != fyne.NewPos(pos.X, pos.Y+size.Height) {
		t.Errorf("the list is at %v, the cell at %v", list.Position(), pos)
	}
	list.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(9, 2.5*b.geo.rowH)}})
	if b.choice.at != 2 {
		t.Errorf("the pointer lights %d", b.choice.at)
	}
	list.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(9, 3.5*b.geo.rowH)}, Button: desktop.MouseButtonPrimary})
	if b.src.cells[0][0].Text != "将官池镇" || b.Editing() || b.Selection() != cell(0, 0) {
		t.Errorf("picked %q, editing %v", b.src.cells[0][0].Text, b.Editing())
	}
}

func TestChoiceListStaysInTheWindow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	src := newTable(200, 3)
	long := &Choice{}
	for i := range 50 {
		long.Options = append(long.Options, Option{Text: "乡" + itoa(int64(i))})
	}
	src.columns[2].Kind = long
	b := onBench(t, src)
	b.Select(100, 2)
	b.typing("乡")
	list := b.paint.list
	if at := list.Position(); at.Y < 0 || at.Y+list.Size().Height > b.geo.size.Height || len(b.listed()) != choiceRows {
		t.Errorf("from %v, %v high, of %v", at, list.Size().Height, b.geo.size)
	}
	b.press(fyne.KeyPageDown)
	b.press(fyne.KeyPageDown)
	b.press(fyne.KeyPageDown)
	if got := b.listed(); !slices.Contains(got, "乡24") {
		t.Errorf("lists %v", got)
	}
	list.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 10)})
	if b.choice.top != 16 {
		t.Errorf("the wheel leads to %d", b.choice.top)
	}
	b.scrollTo(fyne.NewPos(0, 0))
	if list.Visible() {
		t.Error("the list outlives its cell")
	}
	b.press(fyne.KeyDown)
	if !list.Visible() {
		t.Error("a key does not bring the list back")
	}
}
