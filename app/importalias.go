package app

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode"

	"yueping/app/intake"
	"yueping/models"
)

// alias is another spelling of a unit.
type alias struct{ unit, name string }

// newAliases are those answers to an import's questions that can be spellings of the register. What might mean another
// unit somewhere (城关镇) stays an answer of its layout.
func newAliases(register *models.Register, programs []*models.Program, answers map[string]string) []alias {
	var result []alias
	taken := map[string]string{}
	for _, key := range slices.Sorted(maps.Keys(answers)) {
		u := register.Unit(answers[key])
		_, name := intake.Asked(key)
		if u == nil || !strings.ContainsFunc(name, unicode.IsLetter) || slices.Contains(u.Spellings(), name) {
			continue
		}
		others := func(v *models.Unit) bool { return v != u }
		if slices.ContainsFunc(register.Claimants(name, programs), others) {
			continue
		}
		// The same name beside two counties was answered with two units.
		if other, twice := taken[name]; twice {
			if other != u.Key {
				result = slices.DeleteFunc(result, func(a alias) bool { return a.name == name })
			}
			continue
		}
		taken[name] = u.Key
		result = append(result, alias{u.Key, name})
	}
	return result
}

// learn adds spellings to units, with a line of the history each.
func (w *writer) learn(ctx context.Context, aliases []alias) error {
	for _, a := range aliases {
		old, err := w.tx.Unit(ctx, a.unit)
		if err != nil {
			return err
		}
		if old == nil || slices.Contains(old.Spellings(), a.name) {
			continue
		}
		now := old.WithAlias(a.name)
		if err := w.tx.PutUnits(ctx, []models.Unit{now}); err != nil {
			return err
		}
		w.changes = append(w.changes, models.Change{At: w.record.At, Actor: w.record.Actor, Source: w.record.Source, Reason: w.record.Reason,
			Subject: models.SubjectUnit, Unit: a.unit, OldValue: asJSON(*old), NewValue: asJSON(now)})
	}
	return nil
}

// ImportAlias is a spelling that an import taught the register.
type ImportAlias struct {
	Unit  *models.Unit
	Alias string
}

// learned are the spellings that lines of the history added and that their units still have.
func learned(register *models.Register, lines []models.Change) ([]ImportAlias, error) {
	var result []ImportAlias
	for _, c := range lines {
		if c.Subject != models.SubjectUnit {
			continue
		}
		var old, now models.Unit
		for text, unit := range map[string]*models.Unit{c.OldValue: &old, c.NewValue: &now} {
			if err := json.NewDecoder(strings.NewReader(text)).Decode(unit); err != nil {
				return nil, err
			}
		}
		u := register.Unit(c.Unit)
		for _, name := range now.Aliases {
			if u != nil && !slices.Contains(old.Aliases, name) && slices.Contains(u.Aliases, name) {
				result = append(result, ImportAlias{u, name})
			}
		}
	}
	return result, nil
}
