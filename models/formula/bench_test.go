package formula

import (
	"testing"

	"github.com/govalues/decimal"

	"yueping/models/number"
)

const benchSource = "60*on_time/due + 30*closed/due + 10*(1-rework/closed)"

// BenchmarkScore evaluates a score formula over values in the order of Refs.
func BenchmarkScore(b *testing.B) {
	f := compile(b, benchSource, env())
	values, err := f.values(benchCounts.lookup)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.EvalValues(values); err != nil {
			b.Fatal(err)
		}
	}
}

var benchCounts = given{"on_time": "7815", "due": "12000", "closed": "11400", "rework": "57"}

// BenchmarkLookup is the same through Eval and a map of ready values.
func BenchmarkLookup(b *testing.B) {
	f := compile(b, benchSource, env())
	values := map[string]Value{}
	for _, ref := range f.Refs() {
		values[ref.Name], _ = benchCounts.lookup(ref)
	}
	lookup := func(ref Ref) (Value, bool) { v, ok := values[ref.Name]; return v, ok }
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Eval(lookup); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareDecimals is the same arithmetic on decimals, which loses the exact quotients.
func BenchmarkBareDecimals(b *testing.B) {
	d := func(s string) decimal.Decimal { return decimal.MustParse(s) }
	onTime, due, closed, rework := d("7815"), d("12000"), d("11400"), d("57")
	sixty, thirty, ten, one := d("60"), d("30"), d("10"), d("1")
	must := func(x decimal.Decimal, err error) decimal.Decimal {
		if err != nil {
			b.Fatal(err)
		}
		return x
	}
	b.ReportAllocs()
	for b.Loop() {
		first := must(must(sixty.Mul(onTime)).Quo(due))
		second := must(must(thirty.Mul(closed)).Quo(due))
		third := must(ten.Mul(must(one.Sub(must(rework.Quo(closed))))))
		must(must(first.Add(second)).Add(third))
	}
}

// BenchmarkLargeParts has counts too long for 63-bit parts, so that every step takes the slow path.
func BenchmarkLargeParts(b *testing.B) {
	f := compile(b, benchSource, env())
	values := make([]Value, len(f.Refs()))
	for i := range values {
		values[i] = Of(number.MustParse("9999999999999999.97"))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.EvalValues(values); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	e := env()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compile(benchSource, e); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExplain(b *testing.B) {
	f := compile(b, benchSource, env())
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := f.Explain(benchCounts.lookup); err != nil {
			b.Fatal(err)
		}
	}
}
