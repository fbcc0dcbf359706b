package app

import (
	"context"
	"path/filepath"
	"testing"

	"yueping/models/month"
)

// BenchmarkExplainMonth explains every unit of the sample's month of air, with who entered what.
func BenchmarkExplainMonth(b *testing.B) {
	w := sampleCity(b)
	ctx := context.Background()
	m := loaded(b, w, "township-air", month.Of(2019, 8))
	units := 0
	for b.Loop() {
		explainer, err := w.Explainer(ctx, m, "")
		if err != nil {
			b.Fatal(err)
		}
		units = 0
		for _, u := range m.Table.Units {
			if _, err := explainer.Unit(ctx, u.Key); err != nil {
				b.Fatal(err)
			}
			units++
		}
	}
	b.ReportMetric(float64(units), "units")
}

// BenchmarkExplainCalculation is the same without the history.
func BenchmarkExplainCalculation(b *testing.B) {
	w := sampleCity(b)
	m := loaded(b, w, "township-air", month.Of(2019, 8))
	for b.Loop() {
		explainer, err := m.Table.Explainer("")
		if err != nil {
			b.Fatal(err)
		}
		for _, u := range m.Table.Units {
			if explainer.Has(u.Key) {
				if _, err := explainer.Unit(u.Key); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}

// BenchmarkExplainUnit explains one unit from a loaded month, its rankings calculated anew.
func BenchmarkExplainUnit(b *testing.B) {
	w := sampleCity(b)
	ctx := context.Background()
	m := loaded(b, w, "township-air", month.Of(2019, 8))
	for b.Loop() {
		explainer, err := w.Explainer(ctx, m, "")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := explainer.Unit(ctx, m.Table.Units[0].Key); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExplanationPDF writes the annex of all 104 townships.
func BenchmarkExplanationPDF(b *testing.B) {
	w := sampleCity(b)
	r := ExplanationRequest{Program: "township-air", Month: august, Scheme: "townships", Path: filepath.Join(b.TempDir(), "all.pdf")}
	b.ReportAllocs()
	for b.Loop() {
		if err := w.WriteExplanation(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
}
