package escalate_test

import (
	"testing"

	"yueping/models/escalate"
	"yueping/models/month"
)

// BenchmarkApply judges as many units as the whole country has townships, two years of marks each.
func BenchmarkApply(b *testing.B) {
	rules, h, at := xuchang(), history("2018-01", "xx.xxx..x?xxxx.x..xxxxxx"), month.Of(2019, 12)
	for b.Loop() {
		for range 38642 {
			escalate.Apply(rules, h, at)
		}
	}
}
