// Package find finds a unit of a month by a part of its name or by the initials of its pinyin.
package find

import (
	"yueping/models"
	"yueping/views/pinyin"
)

// Unit is a unit to be found.
type Unit struct {
	Key, Name, County string
}

// Index holds the spellings of the units of one month.
type Index struct{ entries []entry }

type entry struct {
	unit  Unit
	names []pinyin.Name
}

// NewIndex prepares the units of a roster: their names there, also behind their county's, their own
// names and aliases.
func NewIndex(r *models.Roster) *Index {
	x := &Index{}
	for _, u := range r.Units() {
		e := entry{unit: Unit{Key: u.Key, Name: r.Name(u.Key), County: r.County(u.Key)}}
		for _, s := range append([]string{e.unit.Name, e.unit.County + e.unit.Name}, u.Spellings()...) {
			e.names = append(e.names, pinyin.New(s))
		}
		x.entries = append(x.entries, e)
	}
	return x
}

// Find gives the units that a text fits, in the order of the month. A blank text gives all.
func (x *Index) Find(text string) []Unit {
	var found []Unit
	for _, e := range x.entries {
		if pinyin.Any(e.names, text) {
			found = append(found, e.unit)
		}
	}
	return found
}
