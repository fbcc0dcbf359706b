package cli

import (
	"strings"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
)

type unitCommand struct {
	List   unitList   `cmd:"" help:"help.unit_list"`
	Add    unitAdd    `cmd:"" help:"help.unit_add"`
	Rename unitRename `cmd:"" help:"help.unit_rename"`
	Alias  unitAlias  `cmd:"" help:"help.unit_alias"`
	Retire unitRetire `cmd:"" help:"help.unit_retire"`
	Move   unitMove   `cmd:"" help:"help.unit_move"`
	Order  unitOrder  `cmd:"" help:"help.unit_order"`
	Join   unitJoin   `cmd:"" help:"help.unit_join"`
	Leave  unitLeave  `cmd:"" help:"help.unit_leave"`
}

// named is the unit that a command is about.
type named struct {
	Unit   string `required:"" help:"help.unit_flag" placeholder:"NAME"`
	County string `help:"help.county" placeholder:"NAME"`
}

// dating says from when a change holds, who made it and why.
type dating struct {
	From   string `help:"help.from" placeholder:"2026-03"`
	Actor  string `help:"help.actor" placeholder:"NAME"`
	Reason string `help:"help.reason" placeholder:"TEXT"`
}

func (d dating) by() app.UnitChange { return app.UnitChange{Actor: d.Actor, Reason: d.Reason} }

// month is the month from which the change holds: the present one where none is named.
func (d dating) month(s *session) (month.Month, error) {
	return monthOr(d.From, month.At(s.Clock()))
}

// change finds the unit, changes it from a month on and says so.
func (s *session) change(n named, d dating, work func(*app.Workspace, *models.Unit, month.Month) error) error {
	return s.changeSaying("cli.unit_changed", n, d, work)
}

// changeAlways is change for what holds in every month.
func (s *session) changeAlways(n named, d dating, work func(*app.Workspace, *models.Unit, month.Month) error) error {
	return s.changeSaying("cli.unit_changed_always", n, d, work)
}

func (s *session) changeSaying(key string, n named, d dating, work func(*app.Workspace, *models.Unit, month.Month) error) error {
	from, err := d.month(s)
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		u, err := w.FindUnit(s.ctx, n.Unit, n.County, from)
		if err != nil {
			return err
		}
		if err := work(w, u, from); err != nil {
			return err
		}
		s.say(key, "unit", u.Name(from), "from", from.String())
		return nil
	})
}

type unitList struct {
	Program string `help:"help.program" placeholder:"KEY"`
	Month   string `help:"help.month_flag" placeholder:"2019-10"`
	Format  string `help:"help.format" enum:"text,json" default:"text"`
}

type listedUnit struct {
	Key       string   `json:"key"`
	Code      string   `json:"code"`
	Kind      string   `json:"kind"`
	Name      string   `json:"name"`
	County    string   `json:"county"`
	Parent    string   `json:"parent"`
	Caretaker string   `json:"caretaker"`
	Aliases   []string `json:"aliases"`
	Group     string   `json:"group"`
	From      string   `json:"from"`
	Until     string   `json:"until"`
}

func (c unitList) Run(s *session) error {
	at, err := monthOr(c.Month, month.At(s.Clock()))
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		units, err := c.collect(s, w, at)
		if err != nil {
			return err
		}
		if c.Format == "json" {
			return writeJSON(s.Stdout, units)
		}
		var rows [][]string
		for _, u := range units {
			rows = append(rows, []string{u.Name, u.County, s.Text.T("kind." + u.Kind), u.Group, u.Code, strings.Join(u.Aliases, "、")})
		}
		t := s.Text
		return printTable(s.Stdout, []string{t.T("column.unit"), t.T("column.county"), t.T("column.kind"), t.T("column.group"), t.T("column.code"), t.T("column.aliases")},
			rows, func(int) bool { return false })
	})
}

func (c unitList) collect(s *session, w *app.Workspace, at month.Month) ([]listedUnit, error) {
	result := []listedUnit{}
	register, err := w.Register(s.ctx)
	if err != nil {
		return nil, err
	}
	var roster *models.Roster
	if c.Program != "" {
		if roster, err = w.Roster(s.ctx, c.Program, at); err != nil {
			return nil, err
		}
	}
	nameOf := func(key string) string {
		if u := register.Unit(key); u != nil {
			return u.Name(at)
		}
		return ""
	}
	for _, u := range register.Units() {
		listed := listedUnit{Key: u.Key, Code: u.Code, Kind: string(u.Kind), Name: u.Name(at), Parent: nameOf(u.Parents.Get(at)),
			Caretaker: nameOf(u.Caretakers.Get(at)), Aliases: append([]string{}, u.Aliases...), From: u.Since.String(), Until: u.Until.String()}
		if county := register.County(u, at); county != nil {
			listed.County = county.Name(at)
		}
		if roster != nil {
			if !roster.Has(u.Key) {
				continue
			}
			listed.Name, listed.County = roster.Name(u.Key), roster.County(u.Key)
			if g := roster.Program.Group(roster.Group(u.Key)); g != nil {
				listed.Group = g.Name
			}
		} else if !u.Exists(at) {
			continue
		}
		result = append(result, listed)
	}
	return result, nil
}

type unitAdd struct {
	Name    string `required:"" help:"help.new_name" placeholder:"NAME"`
	County  string `help:"help.above" placeholder:"NAME"`
	Kind    string `help:"help.kind" enum:"county,township,department,enterprise,city" default:"township"`
	Code    string `help:"help.code" placeholder:"CODE"`
	Program string `help:"help.join_program" placeholder:"KEY"`
	Group   string `help:"help.group" placeholder:"NAME"`
	dating
}

func (c unitAdd) Run(s *session) error {
	if (c.Program == "") != (c.Group == "") {
		return misuse{s.Text.T("usage.program_and_group")}
	}
	from, err := c.month(s)
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		n := app.NewUnit{Name: c.Name, Code: c.Code, Kind: models.Kind(c.Kind), From: from, Program: c.Program, Group: c.Group}
		if c.County != "" {
			above, err := w.FindUnit(s.ctx, c.County, "", from)
			if err != nil {
				return err
			}
			n.Parent = above.Key
		} else if register, err := w.Register(s.ctx); err == nil && register.City() != nil && n.Kind != models.KindCity {
			n.Parent = register.City().Key
		}
		u, err := w.AddUnit(s.ctx, n, c.by())
		if err != nil {
			return err
		}
		s.say("cli.unit_added", "unit", u.Name(from), "key", u.Key)
		return nil
	})
}

type unitRename struct {
	named
	To      string `required:"" help:"help.new_name" placeholder:"NAME"`
	Program string `help:"help.rename_program" placeholder:"KEY"`
	dating
}

func (c unitRename) Run(s *session) error {
	return s.change(c.named, c.dating, func(w *app.Workspace, u *models.Unit, from month.Month) error {
		if err := w.RenameUnit(s.ctx, u.Key, c.To, c.Program, from, c.by()); err != nil || c.Program != "" {
			return err
		}
		return s.ownNames(w, u, from)
	})
}

// ownNames says which programs call the unit by a name of their own, which a rename leaves alone.
func (s *session) ownNames(w *app.Workspace, u *models.Unit, from month.Month) error {
	programs, err := w.Programs(s.ctx)
	if err != nil {
		return err
	}
	for _, p := range programs {
		for _, m := range p.Members {
			if name := m.Names.Get(from); m.Unit == u.Key && m.Holds(from) && name != "" {
				s.say("cli.own_name", "program", p.Name, "key", p.Key, "name", name)
			}
		}
	}
	return nil
}

type unitAlias struct {
	named
	Alias  string `required:"" help:"help.alias" placeholder:"NAME"`
	Actor  string `help:"help.actor" placeholder:"NAME"`
	Reason string `help:"help.reason" placeholder:"TEXT"`
	From   string `help:"help.from" placeholder:"2026-03" hidden:""`
}

func (c unitAlias) Run(s *session) error {
	d := dating{From: c.From, Actor: c.Actor, Reason: c.Reason}
	return s.changeAlways(c.named, d, func(w *app.Workspace, u *models.Unit, _ month.Month) error {
		return w.AddAlias(s.ctx, u.Key, c.Alias, d.by())
	})
}

type unitRetire struct {
	named
	Successor       string `help:"help.successor" placeholder:"NAME"`
	SuccessorCounty string `help:"help.county" placeholder:"NAME"`
	dating
}

func (c unitRetire) Run(s *session) error {
	return s.change(c.named, c.dating, func(w *app.Workspace, u *models.Unit, from month.Month) error {
		successor := ""
		if c.Successor != "" {
			next, err := w.FindUnit(s.ctx, c.Successor, c.SuccessorCounty, from)
			if err != nil {
				return err
			}
			successor = next.Key
		}
		return w.RetireUnit(s.ctx, u.Key, successor, from, c.by())
	})
}

type unitMove struct {
	named
	To   string `required:"" help:"help.above" placeholder:"NAME"`
	Care bool   `help:"help.care"`
	dating
}

func (c unitMove) Run(s *session) error {
	return s.change(c.named, c.dating, func(w *app.Workspace, u *models.Unit, from month.Month) error {
		above, err := w.FindUnit(s.ctx, c.To, "", from)
		if err != nil {
			return err
		}
		return w.MoveUnit(s.ctx, u.Key, above.Key, c.Care, from, c.by())
	})
}

type unitOrder struct {
	named
	Before       string `required:"" help:"help.before" placeholder:"NAME"`
	BeforeCounty string `help:"help.county" placeholder:"NAME"`
	dating
}

func (c unitOrder) Run(s *session) error {
	return s.changeAlways(c.named, c.dating, func(w *app.Workspace, u *models.Unit, from month.Month) error {
		before, err := w.FindUnit(s.ctx, c.Before, c.BeforeCounty, from)
		if err != nil {
			return err
		}
		return w.OrderUnit(s.ctx, u.Key, before.Key, c.by())
	})
}

type unitJoin struct {
	named
	Program string `required:"" help:"help.program" placeholder:"KEY"`
	Group   string `required:"" help:"help.group" placeholder:"NAME"`
	dating
}

func (c unitJoin) Run(s *session) error {
	return s.change(c.named, c.dating, func(w *app.Workspace, u *models.Unit, from month.Month) error {
		return w.JoinGroup(s.ctx, u.Key, c.Program, c.Group, from, c.by())
	})
}

type unitLeave struct {
	named
	Program string `required:"" help:"help.program" placeholder:"KEY"`
	dating
}

func (c unitLeave) Run(s *session) error {
	return s.change(c.named, c.dating, func(w *app.Workspace, u *models.Unit, from month.Month) error {
		return w.LeaveProgram(s.ctx, u.Key, c.Program, from, c.by())
	})
}
