// Package benchtest measures work against a floor of the same run.
package benchtest

import (
	"slices"
	"testing"
	"time"
)

// Ratio times work and floor in turn and reports the medians (ms) and their ratio.
func Ratio(b *testing.B, floor, work func()) {
	b.Helper()
	var floors, works []time.Duration
	timed := func(f func()) time.Duration {
		start := time.Now()
		f()
		return time.Since(start)
	}
	floor()
	work()
	for b.Loop() {
		floors = append(floors, timed(floor))
		works = append(works, timed(work))
	}
	median := func(list []time.Duration) float64 {
		slices.Sort(list)
		return float64(list[len(list)/2])
	}
	f, w := median(floors), median(works)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(w/1e6, "ms")
	b.ReportMetric(f/1e6, "floor-ms")
	b.ReportMetric(w/f, "x-floor")
}
