package explain

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// Lines keep their width, no number is broken, no line begins with a closing sign, and nothing is lost.
func TestWrap(t *testing.T) {
	test.NewTempApp(t)
	r := newRuler(14, false)
	text := "PM10：66 ÷ 70（GB 3095-2012）= 0.942857… → 0.94（四舍六入五成双，2位小数），前一名：第99名 某县某镇 1.87（规范排序850）"
	for width := float32(120); width < 900; width += 7 {
		lines := r.wrap(text, width)
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("%v: %q", width, lines)
		}
		for _, number := range []string{"0.942857…", "3095-2012", "0.94", "1.87"} {
			kept := false
			for _, l := range lines {
				kept = kept || strings.Contains(l, number)
			}
			if !kept {
				t.Errorf("%v: %s is broken in %q", width, number, lines)
			}
		}
		for _, l := range lines {
			var w float32
			for _, c := range l {
				w += r.of(c)
			}
			if w > width || l == "" || strings.ContainsRune(noStart, []rune(l)[0]) {
				t.Errorf("%v: %q is %v wide", width, l, w)
			}
		}
	}
	if got := r.wrap("", 100); len(got) != 1 || got[0] != "" {
		t.Errorf("%q", got)
	}
	if got := r.wrap(strings.Repeat("9", 200), 100); len(got) < 10 {
		t.Errorf("a number wider than a line stays on %d", len(got))
	}
}
