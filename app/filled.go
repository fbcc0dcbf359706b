package app

import (
	"slices"

	"yueping/models"
)

// Same reports whether the value already stands in the month.
func (v Filled) Same() bool { return v.Old.Equal(v.Cell) && v.OldDraft == "" }

// Of is the part of a filling that is one unit's.
func (f *Filling) Of(unit string) *Filling {
	part := &Filling{Program: f.Program, Month: f.Month}
	for _, v := range f.Values {
		if v.Unit.Key != unit {
			continue
		}
		part.Values = append(part.Values, v)
		switch {
		case v.Same():
			part.Unchanged++
		case v.Old.State == models.NotReported:
			part.New++
		default:
			part.Changed++
		}
	}
	return part
}

// ShortUnit is a unit whose month has too few days to count.
type ShortUnit struct {
	Name, County string
	Days         int
}

// Short gives the units with a value that rests on too few days, each with the fewest of its days.
func (f *Filling) Short() []ShortUnit {
	var result []ShortUnit
	var keys []string
	for _, v := range f.Values {
		if !v.Short {
			continue
		}
		if i := slices.Index(keys, v.Unit.Key); i >= 0 {
			result[i].Days = min(result[i].Days, v.Days)
			continue
		}
		keys = append(keys, v.Unit.Key)
		result = append(result, ShortUnit{v.Name, v.County, v.Days})
	}
	return result
}
