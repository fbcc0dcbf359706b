package appraise

import (
	"testing"

	"yueping/models"
	"yueping/models/number"
)

// A group's own scale decides alone: who reaches no band of it is not graded by the scale for everybody.
func TestGradeOfTheFirstScale(t *testing.T) {
	of := func(text string) number.Number {
		n, err := number.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	scales := []models.GradeScale{
		{Groups: []string{"counties"}, Bands: []models.GradeBand{{Min: of("95"), Grade: "优秀"}, {Min: of("75"), Grade: "合格"}}},
		{Bands: []models.GradeBand{{Min: of("60"), Grade: "合格"}}},
	}
	for _, c := range []struct{ group, value, want string }{
		{"counties", "95", "优秀"}, {"counties", "75", "合格"}, {"counties", "74.99", ""}, {"towns", "74.99", "合格"}, {"towns", "59.99", ""},
	} {
		if got := grade(scales, c.group, of(c.value)); got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.value, c.group, got, c.want)
		}
		if g := gradeOf(scales, c.group, of(c.value)); g == nil || (g.Band != nil) != (c.want != "") {
			t.Errorf("%s of %s: explained by %+v", c.value, c.group, g)
		}
	}
}
