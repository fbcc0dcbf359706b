package windowtest

import (
	"fmt"
	"testing"
)

// What the window may take beyond the floor, a window with our theme and faces and one label.
const (
	moreMillis = 150
	moreKB     = 40 << 10
	tries      = 5 // the best of which counts
)

// painted is the time to the first frame with data in ms, and the resident memory in KB.
type painted struct{ millis, kb int }

// BenchmarkFirstPaint compares the window on the sample city with the floor, measured in turn.
func BenchmarkFirstPaint(b *testing.B) {
	folder := sample(b)
	d := NewDisplay(b, "1280x760")
	for b.Loop() {
		floor, window := painted{1 << 30, 1 << 30}, painted{1 << 30, 1 << 30}
		for range tries {
			floor = floor.best(trace(b, d, "floor"))
			window = window.best(trace(b, d, "--data", folder))
		}
		b.ReportMetric(float64(floor.millis), "floor-ms")
		b.ReportMetric(float64(window.millis), "window-ms")
		b.ReportMetric(float64(floor.kb)/1024, "floor-MB")
		b.ReportMetric(float64(window.kb)/1024, "window-MB")
		if window.millis > floor.millis+moreMillis || window.kb > floor.kb+moreKB {
			b.Errorf("the window takes %d ms and %d KB, the floor %d ms and %d KB: allowed are %d ms and %d KB more",
				window.millis, window.kb, floor.millis, floor.kb, moreMillis, moreKB)
		}
	}
}

func (p painted) best(o painted) painted { return painted{min(p.millis, o.millis), min(p.kb, o.kb)} }

// trace opens a window, lets it paint once and close.
func trace(b *testing.B, d *Display, args ...string) painted {
	b.Helper()
	c := d.Command(program, args...)
	c.Env = append(c.Env, "YUEPING_TRACE_START=1", "YUEPING_EXIT_AFTER_PAINT=1")
	out, err := c.Output()
	var p painted
	if _, scan := fmt.Sscanf(string(out), "first-paint %d rss-kb %d", &p.millis, &p.kb); err != nil || scan != nil {
		b.Fatalf("yueping %v: %v, %v; it printed %q", args, err, scan, out)
	}
	return p
}
