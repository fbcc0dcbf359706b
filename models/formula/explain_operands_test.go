package formula

import "testing"

// A step tells which of its operands are a reference and nothing else, and the limits of a band.
func TestExplainOperands(t *testing.T) {
	f := compile(t, "band(x; <=50%: 1; <8: (y) + rounded(x); else: 0)", env())
	steps, _, err := f.Explain(given{"x": "7", "y": "1", "rounded(x)": "7"}.lookup)
	if err != nil {
		t.Fatal(err)
	}
	sum, band := steps[1], steps[2]
	for i, want := range []string{"y", "rounded(x)"} {
		if ref := sum.Inputs[i].Ref; ref == nil || ref.String() != want {
			t.Errorf("operand %d is %v, want %s", i, ref, want)
		}
	}
	if band.Inputs[0].Ref == nil || band.Inputs[1].Ref != nil {
		t.Errorf("%+v", band.Inputs)
	}
	if len(band.Limits) != 2 || band.Limits[0].Op != "<=" || OfRatio(band.Limits[0].Bound).Exact() != "0.5" || band.Limits[1].Op != "<" || sum.Limits != nil {
		t.Errorf("%+v", band.Limits)
	}
}
