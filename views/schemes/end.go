package schemes

import (
	"context"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
)

// end asks from which month a scheme is no longer used.
func (s *Section) end(key string) {
	s.begin(func(b start) {
		k, v := s.kit, b.program.Scheme(key)
		s.ending = &ending{kit: k, store: func(ctx context.Context, from month.Month, reason string) error {
			return k.Workspace.SaveScheme(ctx, app.SchemeEdit{Program: b.program.Key, Key: v.Key, Name: v.Name, From: from,
				Terms: models.SchemeTerms{Ended: true}, By: app.UnitChange{Reason: reason}})
		}, done: func(from month.Month) { s.reload(k.T("schemes.end.done", "name", v.Name, "month", from.String())) }}
		s.ending.ask(k.T("schemes.end.title", "name", v.Name), b.from, s.endMeans(b, v))
	})
}

// endMeans says what the end of a scheme brings.
func (s *Section) endMeans(b start, v *models.Scheme) []string {
	k := s.kit
	words := []string{k.T("schemes.end.hint")}
	if len(warned(b.program, v, b.from)) > 0 {
		words = append(words, k.T("schemes.end.warned"))
	}
	if b.program.DefaultScheme == v.Key {
		words = append(words, k.T("schemes.end.default"))
	}
	for i := range b.program.Schemes {
		other := &b.program.Schemes[i]
		if terms, holds := other.At(b.from); holds && len(terms.SumOf) > 0 && models.In(terms.SumOf, v.Key) {
			words = append(words, k.T("schemes.end.summed", "name", other.Name))
		}
	}
	return words
}
