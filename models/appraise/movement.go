package appraise

import (
	"yueping/models/number"
)

// Movement is how a unit stands against an earlier month.
type Movement struct {
	New   bool          // it was not ranked then
	Ranks int           // places gained, negative for lost
	Value number.Number // the first key's value now less that of then
	Then  Row
}

// Against compares a ranking with an earlier one of the same scheme, unit by unit.
func (r *Ranking) Against(earlier *Ranking) (map[string]Movement, error) {
	then := map[string]Row{}
	for _, g := range earlier.Groups {
		for _, row := range g.Rows {
			then[row.Unit.Key] = row
		}
	}
	result := map[string]Movement{}
	for _, g := range r.Groups {
		for _, row := range g.Rows {
			old, ranked := then[row.Unit.Key]
			if !ranked {
				result[row.Unit.Key] = Movement{New: true}
				continue
			}
			difference, err := row.Values[0].Sub(old.Values[0])
			if err != nil {
				return nil, err
			}
			result[row.Unit.Key] = Movement{Ranks: old.Rank - row.Rank, Value: difference, Then: old}
		}
	}
	return result, nil
}
