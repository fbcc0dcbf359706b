package models

import (
	"cmp"
	"slices"

	"yueping/models/month"
)

// Register is the units of a city, found by key.
type Register struct {
	units []*Unit
	byKey map[string]*Unit
	city  *Unit
}

// NewRegister orders the units by precedence, then key.
func NewRegister(units []Unit) *Register {
	r := &Register{units: make([]*Unit, len(units)), byKey: make(map[string]*Unit, len(units))}
	for i := range units {
		r.units[i] = &units[i]
		r.byKey[units[i].Key] = &units[i]
	}
	slices.SortStableFunc(r.units, func(a, b *Unit) int {
		return cmp.Or(cmp.Compare(a.Precedence, b.Precedence), cmp.Compare(a.Key, b.Key))
	})
	if i := slices.IndexFunc(r.units, func(u *Unit) bool { return u.Kind == KindCity }); i >= 0 {
		r.city = r.units[i]
	}
	return r
}

// Units gives all units in order of precedence.
func (r *Register) Units() []*Unit { return r.units }

// Unit gives a unit by key, nil where there is none.
func (r *Register) Unit(key string) *Unit { return r.byKey[key] }

// City gives the unit that is the city itself, nil where the register has none.
func (r *Register) City() *Unit { return r.city }

// County gives the county-level unit that a unit stands under in a month, nil for county-level units
// themselves and whatever stands under none.
func (r *Register) County(u *Unit, at month.Month) *Unit {
	if u.Kind == KindCounty {
		return nil
	}
	for steps := 0; u != nil && steps < 16; steps++ {
		u = r.byKey[u.Above(at)]
		if u != nil && u.Kind == KindCounty {
			return u
		}
	}
	return nil
}
