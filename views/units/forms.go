package units

import (
	"context"
	"strings"

	"yueping/app"
	"yueping/models"
	"yueping/views/controls"
)

// add asks for a new unit.
func (s *Screen) add() {
	if s.data.place.Program == nil {
		return
	}
	k, program := s.kit, s.data.place.Program
	f := &form{screen: s, title: k.T("units.add.title")}
	name := f.entry(k.T("units.add.name"), "")
	var kinds []controls.Option
	for _, kind := range models.Kinds {
		kinds = append(kinds, controls.Option{Key: string(kind), Label: k.T("kind." + string(kind))})
	}
	kind := f.pick(k.T("units.add.kind"), kinds, string(models.KindTownship))
	parent := f.pick(k.T("units.add.parent"), s.above(), "")
	code := f.entry(k.T("units.add.code"), "")
	from := f.month(k.T("units.add.from"))
	var group *picker
	if len(program.Groups) > 0 {
		group = f.pick(k.T("units.add.group", "program", program.Name), append([]controls.Option{{Label: k.T("units.nothing")}}, s.groups()...), "")
	}
	var added *models.Unit
	f.change = func() (func(context.Context) error, error) {
		at, err := from()
		n := app.NewUnit{Name: name.Text, Code: strings.TrimSpace(code.Text), Kind: models.Kind(kind.key()), Parent: parent.key(), From: at}
		if group != nil && group.key() != "" {
			n.Program, n.Group = program.Key, group.key()
		}
		by := app.UnitChange{Reason: f.because()}
		return func(ctx context.Context) error {
			u, err := k.Workspace.AddUnit(ctx, n, by)
			added = u
			return err
		}, err
	}
	f.done = func() (string, string) {
		s.search.SetText("")
		return k.T("units.add.done", "name", strings.TrimSpace(name.Text)), added.Key
	}
	f.show()
}

// changeOne opens a form about the chosen unit, whose name the messages key+".title" and ".done" use.
func (s *Screen) changeOne(key string, fill func(*form, *prepared)) {
	p := s.data.unit(s.table.Selected())
	if p == nil {
		return
	}
	f := &form{screen: s, title: s.kit.T(key+".title", "name", p.name, "program", s.data.place.Program.Name)}
	f.done = func() (string, string) { return s.kit.T(key+".done", "name", p.name), p.unit.Key }
	fill(f, p)
	f.show()
}

// rename asks for another name, in the register or in the program alone.
func (s *Screen) rename() {
	s.changeOne("units.rename", func(f *form, p *prepared) {
		k, program := s.kit, s.data.place.Program
		name := f.entry(k.T("units.rename.name"), p.name)
		from := f.month(k.T("units.rename.from"))
		where := []controls.Option{{Label: k.T("units.rename.register")}}
		if s.member() {
			where = append(where, controls.Option{Key: program.Key, Label: k.T("units.rename.program", "program", program.Name)})
		}
		in := f.pick(k.T("units.rename.where"), where, "")
		f.hint = k.T("units.rename.hint")
		f.change = func() (func(context.Context) error, error) {
			at, err := from()
			to, program, by := name.Text, in.key(), app.UnitChange{Reason: f.because()}
			return func(ctx context.Context) error {
				return k.Workspace.RenameUnit(ctx, p.unit.Key, to, program, at, by)
			}, err
		}
	})
}

// alias asks for another spelling.
func (s *Screen) alias() {
	s.changeOne("units.alias", func(f *form, p *prepared) {
		k := s.kit
		name := f.entry(k.T("units.alias.name"), "")
		there := strings.Join(others(p.unit, p.name), "、")
		if there == "" {
			there = k.T("units.nothing")
		}
		f.hint = k.T("units.alias.hint", "aliases", there)
		f.change = func() (func(context.Context) error, error) {
			alias, by := name.Text, app.UnitChange{Reason: f.because()}
			return func(ctx context.Context) error { return k.Workspace.AddAlias(ctx, p.unit.Key, alias, by) }, nil
		}
	})
}

// move asks for another unit above: by law, or in whose care.
func (s *Screen) move() {
	s.changeOne("units.move", func(f *form, p *prepared) {
		k, at := s.kit, s.data.place.Month
		how := f.pick(k.T("units.move.how"), []controls.Option{{Label: k.T("units.move.law")}, {Key: "care", Label: k.T("units.move.care")}}, "")
		above := f.pick(k.T("units.move.above"), s.above(), p.unit.Parents.Get(at))
		how.list.OnChanged = func(string) {
			now := p.unit.Parents.Get(at)
			if how.key() != "" {
				now = p.unit.Caretakers.Get(at)
			}
			above.offer(above.options, now)
		}
		from := f.month(k.T("units.move.from"))
		f.hint = k.T("units.move.hint")
		f.change = func() (func(context.Context) error, error) {
			at, err := from()
			to, care, by := above.key(), how.key() != "", app.UnitChange{Reason: f.because()}
			return func(ctx context.Context) error { return k.Workspace.MoveUnit(ctx, p.unit.Key, to, care, at, by) }, err
		}
	})
}

// retire asks from when a unit is no more, and who carries it on.
func (s *Screen) retire() {
	s.changeOne("units.retire", func(f *form, p *prepared) {
		k := s.kit
		from := f.month(k.T("units.retire.from"))
		search := f.entry(k.T("units.retire.successor"), "")
		successor := f.pick("", s.successors("", p.unit.Key, s.data.place.Month), "")
		search.OnChanged = func(text string) {
			options := s.successors(strings.TrimSpace(text), p.unit.Key, s.data.place.Month)
			successor.offer(options, options[0].Key)
		}
		f.hint = k.T("units.retire.hint")
		f.change = func() (func(context.Context) error, error) {
			at, err := from()
			next, by := successor.key(), app.UnitChange{Reason: f.because()}
			return func(ctx context.Context) error { return k.Workspace.RetireUnit(ctx, p.unit.Key, next, at, by) }, err
		}
	})
}

// join asks for a group of the program.
func (s *Screen) join() {
	if len(s.data.place.Program.Groups) == 0 {
		return
	}
	s.changeOne("units.join", func(f *form, p *prepared) {
		k, program := s.kit, s.data.place.Program.Key
		group := f.pick(k.T("units.join.group"), s.groups(), s.data.roster.Group(p.unit.Key))
		from := f.month(k.T("units.join.from"))
		f.change = func() (func(context.Context) error, error) {
			at, err := from()
			to, by := group.key(), app.UnitChange{Reason: f.because()}
			return func(ctx context.Context) error { return k.Workspace.JoinGroup(ctx, p.unit.Key, program, to, at, by) }, err
		}
	})
}

// leaveProgram asks from when a unit takes no more part in the program.
func (s *Screen) leaveProgram() {
	s.changeOne("units.leave", func(f *form, p *prepared) {
		k, program := s.kit, s.data.place.Program.Key
		from := f.month(k.T("units.leave.from"))
		f.hint = k.T("units.leave.hint")
		f.change = func() (func(context.Context) error, error) {
			at, err := from()
			by := app.UnitChange{Reason: f.because()}
			return func(ctx context.Context) error { return k.Workspace.LeaveProgram(ctx, p.unit.Key, program, at, by) }, err
		}
	})
}
