package app

import (
	"context"
	"strings"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// JoinGroup puts a unit into a group of a program from a month on; LeaveProgram takes it out.
func (w *Workspace) JoinGroup(ctx context.Context, key, program, group string, from month.Month, by UnitChange) error {
	m, err := w.membership(ctx, program, group, key, from)
	if err != nil {
		return err
	}
	return w.changeMembership(ctx, key, m.Program, from, m, by)
}

// LeaveProgram ends a unit's membership from a month on.
func (w *Workspace) LeaveProgram(ctx context.Context, key, program string, from month.Month, by UnitChange) error {
	p, err := w.Program(ctx, program)
	if err != nil {
		return err
	}
	return w.changeMembership(ctx, key, p.Key, from, nil, by)
}

func (w *Workspace) changeMembership(ctx context.Context, key, program string, from month.Month, next *models.Member, by UnitChange) error {
	p, register, err := w.programAndRegister(ctx, program)
	if err != nil {
		return err
	}
	u := register.Unit(key)
	if u == nil {
		return fault.New("unit.unknown", "name", key, "nearest", "")
	}
	var put []models.Member
	member := false
	for _, m := range p.Members {
		if m.Unit != key || (m.Until != 0 && m.Until <= from) {
			continue
		}
		member = true
		if m.Since > from {
			return fault.New("unit.joins_later", "name", u.Names.Last(), "program", p.Name, "from", m.Since.String())
		}
		if next != nil && m.GroupKey == next.GroupKey {
			return fault.New("unit.member_already", "name", u.Names.Last(), "program", p.Name)
		}
		if next != nil {
			next.Names = m.Names
		}
		if m.Since != from {
			m.Until = from
			put = append(put, m)
		} else if next == nil {
			return fault.New("unit.joins_later", "name", u.Names.Last(), "program", p.Name, "from", m.Since.String())
		}
	}
	if next != nil {
		put = append(put, *next)
	} else if !member {
		return fault.New("unit.not_in_program", "name", u.Names.Last(), "program", p.Name)
	}
	return w.writeUnit(ctx, u, u, &span{from, p.Key}, by, func(tx *store.Tx) error { return tx.PutMembers(ctx, put) })
}

func (w *Workspace) membership(ctx context.Context, program, group, unit string, from month.Month) (*models.Member, error) {
	p, err := w.Program(ctx, program)
	if err != nil {
		return nil, err
	}
	g, err := findGroup(p, group)
	if err != nil {
		return nil, err
	}
	return &models.Member{Program: p.Key, Unit: unit, GroupKey: g.Key, Since: from}, nil
}

// findGroup finds a program's group by its key or its name. Fault: group.unknown.
func findGroup(p *models.Program, group string) (*models.Group, error) {
	for i := range p.Groups {
		if g := &p.Groups[i]; g.Key == group || g.Name == group {
			return g, nil
		}
	}
	return nil, unknownGroup(p, group)
}

func unknownGroup(p *models.Program, group string) *fault.Fault {
	names := make([]string, len(p.Groups))
	for i, g := range p.Groups {
		names[i] = g.Name
	}
	return fault.New("group.unknown", "group", group, "program", p.Name, "allowed", strings.Join(names, "、"))
}

func (w *Workspace) renameMember(ctx context.Context, key, name, program string, from month.Month, by UnitChange) error {
	p, err := w.Program(ctx, program)
	if err != nil {
		return err
	}
	var changed []models.Member
	for _, m := range p.Members {
		if m.Unit == key && (m.Until == 0 || m.Until > from) {
			m.Names = m.Names.Put(from, name)
			changed = append(changed, m)
		}
	}
	register, err := w.Register(ctx)
	if err != nil {
		return err
	}
	u := register.Unit(key)
	if u == nil {
		return fault.New("unit.unknown", "name", key, "nearest", "")
	}
	if len(changed) == 0 {
		return fault.New("unit.not_in_program", "name", u.Names.Last(), "program", p.Name)
	}
	return w.writeUnit(ctx, u, u, &span{from, p.Key}, by, func(tx *store.Tx) error { return tx.PutMembers(ctx, changed) })
}
