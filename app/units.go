package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// FindUnit finds a register unit by name, county and month, whatever program it takes part in.
func (w *Workspace) FindUnit(ctx context.Context, name, county string, at month.Month) (*models.Unit, error) {
	register, err := w.Register(ctx)
	if err != nil {
		return nil, err
	}
	everyone := &models.Program{}
	for _, u := range register.Units() {
		everyone.Members = append(everyone.Members, models.Member{Unit: u.Key})
	}
	programs, err := w.Programs(ctx)
	if err != nil {
		return nil, err
	}
	// The names that programs use are spellings here, too.
	for _, p := range programs {
		for _, m := range p.Members {
			for i := range everyone.Members {
				if everyone.Members[i].Unit == m.Unit {
					everyone.Members[i].Names = append(everyone.Members[i].Names, m.Names...)
				}
			}
		}
	}
	return models.NewMatcher(register, models.NewRoster(register, everyone, at)).Find(name, county)
}

// UnitChange is an edit of the register: who did it and why.
type UnitChange struct {
	Actor  string
	Reason string
}

// NewUnit is a unit to be added; From is the first month in which it is there.
type NewUnit struct {
	Name, Code string
	Kind       models.Kind
	Parent     string // key, "" for none
	From       month.Month
	Program    string // to join at once, with Group; "" for none
	Group      string
}

// AddUnit adds a unit at the end of the order of precedence. Two units of one name under one parent
// are refused (unit.exists). This and every dated change below is refused where a verified month would
// show it (month.locked).
func (w *Workspace) AddUnit(ctx context.Context, n NewUnit, by UnitChange) (*models.Unit, error) {
	n.Name = strings.TrimSpace(n.Name)
	if n.Name == "" {
		return nil, fault.New("unit.name_needed")
	}
	if !slices.Contains(models.Kinds, n.Kind) {
		return nil, fault.New("unit.kind", "kind", string(n.Kind))
	}
	register, err := w.Register(ctx)
	if err != nil {
		return nil, err
	}
	last := 0
	for _, u := range register.Units() {
		last = max(last, u.Precedence)
	}
	u := models.Unit{Key: freeKey(register), Code: n.Code, Kind: n.Kind, Names: month.Always(n.Name), Since: n.From, Precedence: last + 10}
	if n.Kind == models.KindCity && register.City() != nil {
		return nil, fault.New("unit.second_city", "name", n.Name)
	}
	if n.Parent != "" {
		u.Parents = month.Always(n.Parent)
	}
	if err := nameFree(register, &u, n.Name, n.From); err != nil {
		return nil, err
	}
	var member *models.Member
	var where *span
	if n.Program != "" {
		m, err := w.membership(ctx, n.Program, n.Group, u.Key, n.From)
		if err != nil {
			return nil, err
		}
		member, where = m, &span{n.From, m.Program}
	}
	err = w.writeUnit(ctx, nil, &u, where, by, func(tx *store.Tx) error {
		if member == nil {
			return nil
		}
		return tx.PutMembers(ctx, []models.Member{*member})
	})
	return &u, err
}

func freeKey(register *models.Register) string {
	for n := len(register.Units()) + 1; ; n++ {
		key := fmt.Sprintf("unit-%d", n)
		if register.Unit(key) == nil {
			return key
		}
	}
}

// nameFree refuses a name that another unit of the same parent has in or after a month.
func nameFree(register *models.Register, u *models.Unit, name string, at month.Month) error {
	for _, other := range register.Units() {
		if other.Key != u.Key && (other.Until == 0 || other.Until > at) && other.Above(at) == u.Above(at) && slices.Contains(other.Spellings(), name) {
			return fault.New("unit.exists", "name", name, "other", other.Name(at))
		}
	}
	return nil
}

// RenameUnit gives a unit another name from a month on; its old name stays a spelling. With a program it
// changes only the name that the program uses.
func (w *Workspace) RenameUnit(ctx context.Context, key, name, program string, from month.Month, by UnitChange) error {
	name = strings.TrimSpace(name)
	if name == "" {
		return fault.New("unit.name_needed")
	}
	if program != "" {
		return w.renameMember(ctx, key, name, program, from, by)
	}
	return w.changeUnit(ctx, key, &span{from: from}, by, func(register *models.Register, u *models.Unit) error {
		if err := nameFree(register, u, name, from); err != nil {
			return err
		}
		u.Names = u.Names.Put(from, name)
		return nil
	})
}

// AddAlias adds another spelling. One that means another unit under the same parent is refused.
func (w *Workspace) AddAlias(ctx context.Context, key, alias string, by UnitChange) error {
	alias = strings.TrimSpace(alias)
	if alias == "" {
		return fault.New("unit.name_needed")
	}
	return w.changeUnit(ctx, key, nil, by, func(register *models.Register, u *models.Unit) error {
		if slices.Contains(u.Spellings(), alias) {
			return fault.New("unit.alias_there", "name", u.Names.Last(), "alias", alias)
		}
		if err := nameFree(register, u, alias, month.At(w.clock())); err != nil {
			return err
		}
		*u = u.WithAlias(alias)
		return nil
	})
}

// RetireUnit ends a unit: from the month on it is no more. Its values stay, older months show it.
func (w *Workspace) RetireUnit(ctx context.Context, key, successor string, from month.Month, by UnitChange) error {
	return w.changeUnit(ctx, key, &span{from: from}, by, func(register *models.Register, u *models.Unit) error {
		if from == 0 {
			return fault.New("unit.from_needed", "name", u.Names.Last())
		}
		if from <= u.Since {
			return fault.New("unit.retire_before_start", "name", u.Names.Last(), "since", u.Since.String())
		}
		if successor == key {
			return fault.New("unit.own_successor", "name", u.Names.Last())
		}
		if successor != "" && register.Unit(successor) == nil {
			return fault.New("unit.unknown", "name", successor, "nearest", "")
		}
		u.Until, u.Successor = from, successor
		return nil
	})
}

// MoveUnit puts a unit under another one from a month on: by law, or into its care (代管). An empty
// caretaker ends the care.
func (w *Workspace) MoveUnit(ctx context.Context, key, above string, care bool, from month.Month, by UnitChange) error {
	return w.changeUnit(ctx, key, &span{from: from}, by, func(register *models.Register, u *models.Unit) error {
		if above != "" && register.Unit(above) == nil {
			return fault.New("unit.unknown", "name", above, "nearest", "")
		}
		if care {
			u.Caretakers = u.Caretakers.Put(from, above)
		} else {
			u.Parents = u.Parents.Put(from, above)
		}
		for step, v := 0, register.Unit(above); v != nil; v = register.Unit(v.Above(from)) {
			if v.Key == key || step > 16 {
				return fault.New("unit.under_itself", "name", u.Names.Last())
			}
			step++
		}
		return nil
	})
}

// OrderUnit moves a unit in the order of precedence to stand right before another.
func (w *Workspace) OrderUnit(ctx context.Context, key, before string, by UnitChange) error {
	register, err := w.Register(ctx)
	if err != nil {
		return err
	}
	moved, target := register.Unit(key), register.Unit(before)
	if moved == nil || target == nil {
		return fault.New("unit.order", "name", key, "before", before)
	}
	if moved == target {
		return fault.New("unit.order", "name", moved.Names.Last(), "before", target.Names.Last())
	}
	var renumbered []models.Unit
	n := 0
	number := func(u *models.Unit) {
		n += 10
		if u.Precedence != n {
			copied := *u
			copied.Precedence = n
			renumbered = append(renumbered, copied)
		}
	}
	for _, u := range register.Units() {
		switch u {
		case target:
			number(moved)
			number(u)
		case moved:
		default:
			number(u)
		}
	}
	now := *moved
	for _, u := range renumbered {
		if u.Key == key {
			now = u
		}
	}
	return w.writeUnit(ctx, moved, &now, nil, by, func(tx *store.Tx) error { return tx.PutUnits(ctx, renumbered) })
}
