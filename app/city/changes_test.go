package city

import (
	"fmt"
	"slices"
	"testing"

	"yueping/models"
	"yueping/models/month"
)

// A new version of a scheme is shown by itself: what held before stays unmentioned.
func TestChangesOfAVersion(t *testing.T) {
	city := func(versions month.Dated[models.SchemeTerms]) *City {
		return &City{Programs: []models.Program{{Key: "p", Schemes: []models.Scheme{{Key: "s", Name: "排名", Versions: versions}}, Members: []models.Member{{Unit: "a"}}}}}
	}
	terms := models.SchemeTerms{Ties: "competition", Keys: []models.SchemeKey{{Indicator: "x"}}}
	always := month.Always(terms)
	ended := always.Put(month.Of(2020, 4), models.SchemeTerms{Ended: true})
	var got []string
	for _, c := range Changes(city(always), city(ended)) {
		got = append(got, fmt.Sprint(c.Kind, " ", c.Key, ": ", c.Field, " ", c.Old, ">", c.New))
	}
	if !slices.Equal(got, []string{"scheme s: 2020-04 ended >true"}) {
		t.Errorf("%q", got)
	}
	if added := Changes(&City{}, city(always)); !slices.ContainsFunc(added, func(c Change) bool { return c.Kind == "member" && c.Key == "a" }) {
		t.Errorf("%+v", added)
	}
}
