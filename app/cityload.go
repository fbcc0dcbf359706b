package app

import (
	"context"
	"encoding/json"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"

	"yueping/app/city"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// CityLoad is what loading a city's folder changes.
type CityLoad struct {
	Changes []city.Change
	// Finished are the verified months that keep their rules, by program.
	Finished map[string][]month.Month
	// Kept are the units and indicators that the files no longer have and the database keeps.
	Kept []string
}

// kept names what stays although the files lack it.
func kept(now, merged *city.City) []string {
	var names []string
	for i := range merged.Units {
		if u := &merged.Units[i]; unitOf(now, u.Key) == nil {
			names = append(names, u.Names.Last())
		}
	}
	for i := range merged.Programs {
		p := &merged.Programs[i]
		is := programOf(now, p.Key)
		if is == nil {
			names = append(names, p.Name)
			continue
		}
		for j := range p.Indicators {
			if is.Indicator(p.Indicators[j].Key) == nil {
				names = append(names, p.Indicators[j].Name)
			}
		}
	}
	return names
}

// CheckCity reads a folder as `init` would, observations included, and gives how much is in it. The
// passing database is made in a folder of its own.
func CheckCity(ctx context.Context, p Params, folder fs.FS) (units, programs int, err error) {
	w, err := Create(ctx, p, folder)
	if err != nil {
		return 0, 0, err
	}
	register, err := w.Register(ctx)
	if err == nil {
		units = len(register.Units())
		var list []*models.Program
		list, err = w.Programs(ctx)
		programs = len(list)
	}
	if closing := w.Close(); err == nil {
		err = closing
	}
	return units, programs, err
}

// ExportCity writes the register and the programs as a folder of files.
func (w *Workspace) ExportCity(ctx context.Context, folder string, write func(path string, content []byte) error) error {
	c, err := w.City(ctx)
	if err != nil {
		return err
	}
	files, err := city.Files(c)
	if err != nil {
		return err
	}
	for name, content := range files {
		if err := write(filepath.Join(folder, name), content); err != nil {
			return err
		}
	}
	return nil
}

// City gives the register and the programs as a city.
func (w *Workspace) City(ctx context.Context) (*city.City, error) {
	rules, err := w.rulebook(ctx)
	if err != nil {
		return nil, err
	}
	c := &city.City{}
	for _, u := range rules.register.Units() {
		c.Units = append(c.Units, *u)
	}
	for _, p := range rules.programs {
		c.Programs = append(c.Programs, *p)
	}
	return c, nil
}

// LoadCity takes over a folder's register and rules in one transaction; a dry run only tells what it
// would change. Verified months keep their own rules: what differs holds from the month after the
// last of them. Another city's folder is refused (city.other_city),
// and so are a change of decimals where values are stored (city.decimals_with_values), one that would put
// values by day beyond reach (city.days_with_values) and one of who or what is kept in a verified month (city.finished); whatever else would change a verified ranking is found
// by ranking it (city.would_change). Units, and indicators with values, that the files lack are kept.
func (w *Workspace) LoadCity(ctx context.Context, folder fs.FS, dry bool, by UnitChange) (*CityLoad, error) {
	now, err := readCity(folder)
	if err != nil {
		return nil, err
	}
	before, err := w.City(ctx)
	if err != nil {
		return nil, err
	}
	if a, b := cityKey(before), cityKey(now); a != "" && b != a {
		return nil, fault.New("city.other_city", "found", b, "city", a)
	}
	result := &CityLoad{Finished: map[string][]month.Month{}}
	merged, err := w.mergeCity(ctx, before, now, result)
	if err != nil {
		return nil, err
	}
	if err := w.proveCity(ctx, before, merged, result.Finished); err != nil {
		return nil, err
	}
	result.Changes = city.Changes(before, merged)
	result.Kept = kept(now, merged)
	if dry || len(result.Changes) == 0 {
		return result, nil
	}
	return result, w.storeCity(ctx, before, merged, result, by)
}

func cityKey(c *city.City) string {
	for i := range c.Units {
		if c.Units[i].Kind == models.KindCity {
			return c.Units[i].Key
		}
	}
	return ""
}

func same[T any](a, b T) bool { return reflect.DeepEqual(a, b) || asJSON(a) == asJSON(b) }

func asJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(data)
}

// mergeCity gives the city as it will stand: the new files, with what verified months need of the old.
func (w *Workspace) mergeCity(ctx context.Context, before, now *city.City, result *CityLoad) (*city.City, error) {
	merged := &city.City{}
	last := month.Month(0)
	for i := range now.Programs {
		p := now.Programs[i]
		old := programOf(before, p.Key)
		if old != nil {
			finished, err := w.store.VerifiedMonths(ctx, p.Key)
			if err != nil {
				return nil, err
			}
			if n := len(finished); n > 0 {
				result.Finished[p.Key] = finished
				last = max(last, finished[n-1])
			}
			if err := w.mergeProgram(ctx, old, &p, finished); err != nil {
				return nil, err
			}
		}
		merged.Programs = append(merged.Programs, p)
	}
	for i := range before.Programs {
		if p := before.Programs[i]; programOf(now, p.Key) == nil {
			merged.Programs = append(merged.Programs, p)
		}
	}
	for i := range now.Units {
		u := now.Units[i]
		if old := unitOf(before, u.Key); old != nil {
			for _, months := range result.Finished {
				for _, m := range months {
					if old.Exists(m) != u.Exists(m) || old.Kind != u.Kind {
						return nil, fault.New("city.finished", "name", old.Name(m), "month", m.String())
					}
				}
			}
			u.Names = month.Merge(old.Names, u.Names, last, same)
			u.Parents = month.Merge(old.Parents, u.Parents, last, same)
			u.Caretakers = month.Merge(old.Caretakers, u.Caretakers, last, same)
		}
		merged.Units = append(merged.Units, u)
	}
	for i := range before.Units {
		if u := before.Units[i]; unitOf(now, u.Key) == nil {
			merged.Units = append(merged.Units, u)
		}
	}
	return merged, nil
}

func programOf(c *city.City, key string) *models.Program {
	for i := range c.Programs {
		if c.Programs[i].Key == key {
			return &c.Programs[i]
		}
	}
	return nil
}

func unitOf(c *city.City, key string) *models.Unit {
	for i := range c.Units {
		if c.Units[i].Key == key {
			return &c.Units[i]
		}
	}
	return nil
}

// mergeProgram dates a program's changes to after its last verified month.
func (w *Workspace) mergeProgram(ctx context.Context, old, p *models.Program, finished []month.Month) error {
	until := month.Month(0)
	if n := len(finished); n > 0 {
		until = finished[n-1]
	}
	p.Air.Weights = mergeWeights(old.Air.Weights, p.Air.Weights, until)
	for i := range p.Indicators {
		ind := &p.Indicators[i]
		was := old.Indicator(ind.Key)
		if was == nil {
			continue
		}
		if was.Decimals != ind.Decimals || was.Percent != ind.Percent {
			used, err := w.store.HasValues(ctx, p.Key, ind.Key)
			if err != nil {
				return err
			}
			if used || until != 0 {
				return fault.New("city.decimals_with_values", "program", p.Name, "indicator", was.Name)
			}
		}
		if err := w.keepDays(ctx, p, was, ind); err != nil {
			return err
		}
		for _, m := range finished {
			if was.Holds(m) != ind.Holds(m) || !same(was.Scope, ind.Scope) {
				return fault.New("city.finished", "name", was.Name, "month", m.String())
			}
		}
		ind.Formulas = month.Merge(was.Formulas, ind.Formulas, until, same)
	}
	for _, was := range old.Indicators {
		if p.Indicator(was.Key) == nil {
			used, err := w.store.HasValues(ctx, p.Key, was.Key)
			if err != nil {
				return err
			}
			noted, err := w.store.HasAnnotations(ctx, p.Key, was.Key)
			if err != nil {
				return err
			}
			if used || noted || until != 0 {
				p.Indicators = append(p.Indicators, was)
			}
		}
	}
	for _, was := range old.Groups {
		if until != 0 && p.Group(was.Key) == nil {
			p.Groups = append(p.Groups, was)
		}
	}
	mergeSchemes(old, p, until)
	mergeRules(old, p, until)
	p.Members = mergeMembers(old.Members, p.Members, until)
	renumber(p)
	return nil
}

// renumber gives everything its place in the program's file, what was kept of the old one last.
func renumber(p *models.Program) {
	for i := range p.Groups {
		p.Groups[i].Sort = i + 1
	}
	for i := range p.Indicators {
		p.Indicators[i].Sort = i + 1
	}
	for i := range p.Schemes {
		p.Schemes[i].Sort = i + 1
	}
	for i := range p.Checks {
		p.Checks[i].Sort = i + 1
	}
	for i := range p.Rules {
		p.Rules[i].Sort = i + 1
	}
}

func mergeSchemes(old, p *models.Program, until month.Month) {
	for i := range p.Schemes {
		if was := old.Scheme(p.Schemes[i].Key); was != nil {
			p.Schemes[i].Versions = month.Merge(was.Versions, p.Schemes[i].Versions, until, same)
		} else if until != 0 {
			p.Schemes[i].Versions = month.Merge(nil, p.Schemes[i].Versions, until, same)
		}
	}
	for _, was := range old.Schemes {
		if p.Scheme(was.Key) == nil && until != 0 {
			was.Versions = month.Merge(was.Versions, month.Always(models.SchemeTerms{Ended: true}), until, same)
			p.Schemes = append(p.Schemes, was)
		}
	}
}

func mergeRules(old, p *models.Program, until month.Month) {
	find := func(rules []models.Rule, key string) *models.Rule {
		i := slices.IndexFunc(rules, func(r models.Rule) bool { return r.Key == key })
		if i < 0 {
			return nil
		}
		return &rules[i]
	}
	for i := range p.Rules {
		var versions month.Dated[models.RuleTerms]
		if was := find(old.Rules, p.Rules[i].Key); was != nil {
			versions = was.Versions
		}
		p.Rules[i].Versions = month.Merge(versions, p.Rules[i].Versions, until, same)
	}
	for _, was := range old.Rules {
		if find(p.Rules, was.Key) == nil && until != 0 {
			was.Versions = month.Merge(was.Versions, month.Always(models.RuleTerms{Ended: true}), until, same)
			p.Rules = append(p.Rules, was)
		}
	}
}

// mergeMembers keeps the memberships of finished months; a unit whose memberships stay the same keeps
// them undivided.
func mergeMembers(old, now []models.Member, until month.Month) []models.Member {
	if until == 0 {
		return now
	}
	of := func(list []models.Member, unit string) []models.Member {
		var result []models.Member
		for _, m := range list {
			if m.Unit == unit {
				result = append(result, m)
			}
		}
		return result
	}
	var units []string
	for _, m := range append(slices.Clone(old), now...) {
		if !slices.Contains(units, m.Unit) {
			units = append(units, m.Unit)
		}
	}
	var result []models.Member
	for _, unit := range units {
		was, is := of(old, unit), of(now, unit)
		if same(was, is) {
			result = append(result, was...)
			continue
		}
		for _, m := range was {
			if m.Since > until {
				continue
			}
			if m.Until == 0 || m.Until > until+1 {
				m.Until = until + 1
			}
			result = append(result, m)
		}
		for _, m := range is {
			if m.Until != 0 && m.Until <= until+1 {
				continue
			}
			m.Since = max(m.Since, until+1)
			result = append(result, m)
		}
	}
	return result
}

// storeCity writes the merged city; rules, and indicators without values, that are gone from it are deleted.
func (w *Workspace) storeCity(ctx context.Context, before, merged *city.City, load *CityLoad, by UnitChange) error {
	actor := by.Actor
	if actor == "" {
		actor = w.Actor()
	}
	err := w.store.Write(ctx, func(tx *store.Tx) error {
		if err := tx.PutUnits(ctx, merged.Units); err != nil {
			return err
		}
		for i := range merged.Programs {
			if err := tx.ReplaceProgram(ctx, &merged.Programs[i]); err != nil {
				return err
			}
		}
		batch := models.Batch{At: w.clock().UTC(), Actor: actor, Source: models.SourceCommand, Reason: by.Reason}
		return w.log1(ctx, tx, &batch, models.Change{Subject: models.SubjectRules, NewValue: asJSON(load.Changes)})
	})
	if err == nil {
		w.forgetRules()
	}
	return err
}
