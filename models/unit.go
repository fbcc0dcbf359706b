// Package models holds the records of a monthly appraisal: the register of units, the programs with
// their indicators and rules, the observations, and every change made to them.
package models

import (
	"slices"

	"yueping/models/month"
)

// Kind says what a unit is.
type Kind string

// The kinds of unit. County-level units include functional districts, which stand beside the
// counties and under none of them.
const (
	KindCity       Kind = "city"
	KindCounty     Kind = "county"
	KindTownship   Kind = "township"
	KindDepartment Kind = "department"
	KindEnterprise Kind = "enterprise"
)

// Kinds are all kinds, in the order in which they are offered.
var Kinds = []Kind{KindCity, KindCounty, KindTownship, KindDepartment, KindEnterprise}

// Unit is a place or body of the register, known by its key for good, whatever it is called.
type Unit struct {
	Key        string              `gorm:"primaryKey"`
	Code       string              // division code, digits as text
	Kind       Kind                //
	Names      month.Dated[string] `gorm:"serializer:json"`
	Printed    string              // the spelling of the printed page, "" where it is the name
	Short      string              // for narrow row headers, "" where it is the name
	Parents    month.Dated[string] `gorm:"serializer:json"` // 隶属: the unit above by law
	Caretakers month.Dated[string] `gorm:"serializer:json"` // 代管: the unit above in practice
	Aliases    []string            `gorm:"serializer:json"`
	Precedence int                 // 规范排序: the office's own order among equals
	Since      month.Month         // the first month, 0 from the beginning
	Until      month.Month         // the first month without it, 0 for open
	Successor  string              // the key of the unit that carries it on
}

// Name is what the unit is called in a month: the first name it ever had where the month is older.
func (u *Unit) Name(at month.Month) string {
	if name, ok := u.Names.At(at); ok || len(u.Names) == 0 {
		return name
	}
	return u.Names[0].Value
}

// PrintedName is the spelling of the printed page.
func (u *Unit) PrintedName(at month.Month) string {
	if u.Printed != "" {
		return u.Printed
	}
	return u.Name(at)
}

// Above is the key of the unit it stands under in a month: the caretaker where there is one, else
// the parent by law, "" for none.
func (u *Unit) Above(at month.Month) string {
	if caretaker := u.Caretakers.Get(at); caretaker != "" {
		return caretaker
	}
	return u.Parents.Get(at)
}

// Exists reports whether the unit is in being in a month.
func (u *Unit) Exists(at month.Month) bool {
	return u.Since <= at && (u.Until == 0 || at < u.Until)
}

// Spellings are all names the unit has or had, printed forms and aliases, each once.
func (u *Unit) Spellings() []string {
	var all []string
	add := func(s string) {
		if s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	for _, name := range u.Names {
		add(name.Value)
	}
	add(u.Printed)
	add(u.Short)
	for _, alias := range u.Aliases {
		add(alias)
	}
	return all
}

// WithAlias gives the unit with one more spelling.
func (u *Unit) WithAlias(alias string) Unit {
	now := *u
	now.Aliases = append(slices.Clone(u.Aliases), alias)
	return now
}
