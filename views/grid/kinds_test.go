package grid

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

func TestNumberFits(t *testing.T) {
	n := &Number{Decimals: 2, Min: "0", Max: "100", Also: func(s string) bool { return s == "w" }}
	for text, want := range map[string]Fit{
		"": Fits, " ": Fits, "-": Fits, "5": Fits, "99.99": Fits, "1.500": Fits, "８８。５": Fits, "12％": Fits, "w": Fits, ".5": Fits,
		"七十": NotANumber, "1.2.3": NotANumber, "5x": NotANumber, "--5": NotANumber, ".": NotANumber,
		"100.01": OutOfBounds, "-1": OutOfBounds, "1,000": OutOfBounds, "1.234": TooManyDecimals,
	} {
		if got := n.Fit(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	if got := (&Number{Decimals: -1}).Fit("-123456789012345678901234567890.123456"); got != Fits {
		t.Errorf("without bounds: %v", got)
	}
}

func TestDecimalsCompare(t *testing.T) {
	ordered := []string{"-100", "-20.5", "-20.05", "-1", "0", "0.05", "0.5", "1", "2", "10", "10.25", "10.3", "99999999999999999999", "100000000000000000000"}
	for i, a := range ordered {
		for j, b := range ordered {
			x, _ := parseDecimal(a)
			y, _ := parseDecimal(b)
			if got, want := x.cmp(y) < 0, i < j; got != want {
				t.Errorf("%s < %s: %v", a, b, got)
			}
		}
	}
	for _, same := range [][2]string{{"-0", "0"}, {"1.50", "1.5"}, {"007", "7"}, {"1,234", "1234"}, {"+3", "3"}} {
		x, _ := parseDecimal(same[0])
		y, _ := parseDecimal(same[1])
		if x.cmp(y) != 0 {
			t.Errorf("%s is not %s", same[0], same[1])
		}
	}
}

func TestDecimalsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64().Draw(t, "a"), rapid.Int64().Draw(t, "b")
		x, _ := parseDecimal(strings.TrimSpace(itoa(a)))
		y, _ := parseDecimal(itoa(b))
		if (x.cmp(y) < 0) != (a < b) || (x.cmp(y) == 0) != (a == b) {
			t.Fatalf("%d and %d compare as %d", a, b, x.cmp(y))
		}
	})
}

func TestNumbersAlarmWhileTyping(t *testing.T) {
	src := newTable(3, 3)
	src.columns[0].Kind = &Number{Decimals: 2, Max: "100"}
	b := newBench(t, src)
	alarm := b.editor.alarm
	for _, step := range []struct {
		typed string
		shown bool
		mark  Mark
	}{{"7", false, 0}, {"x", true, MarkError}} {
		b.typing(step.typed)
		if alarm.Visible() != step.shown || (step.shown && alarm.edge.StrokeColor != b.look.mark[step.mark]) {
			t.Errorf("after %q: alarm %v", b.EditorText(), alarm.Visible())
		}
	}
	b.press(fyne.KeyBackspace)
	if alarm.Visible() {
		t.Error("the alarm stays on a number")
	}
	b.typing("00")
	if !alarm.Visible() || alarm.edge.StrokeColor != b.look.mark[MarkWarning] {
		t.Error("no warning beyond the bounds")
	}
	b.press(fyne.KeyReturn)
	if alarm.Visible() || src.cells[0][0].Text != "700" {
		t.Error("the source decides, and did not get to")
	}
}

func itoa(i int64) string { return strconv.FormatInt(i, 10) }
