package app

import (
	"context"
	"io/fs"
	"path/filepath"

	"yueping/app/bulletin"
	"yueping/app/city"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/store"
)

// Create makes the database of a data folder, with a city's files in it (nil for none), and opens it.
// A folder that has one is refused (store.exists); a city with faults leaves nothing behind.
func Create(ctx context.Context, p Params, folder fs.FS) (*Workspace, error) {
	var c *city.City
	if folder != nil {
		loaded, err := readCity(folder)
		if err != nil {
			return nil, err
		}
		c = loaded
	}
	return createFrom(ctx, p, c)
}

// readCity reads a folder, its wordings included.
func readCity(folder fs.FS) (*city.City, error) {
	return city.Loader{Wording: bulletin.Check, Paper: bulletin.CheckPaper}.Load(folder)
}

func createFrom(ctx context.Context, p Params, c *city.City) (*Workspace, error) {
	path := filepath.Join(p.Folder, DatabaseName)
	err := store.Create(ctx, path, func(s *store.Store) error {
		if c == nil {
			return nil
		}
		return newWorkspace(s, p).load(ctx, c)
	})
	if err != nil {
		return nil, err
	}
	return Open(ctx, p)
}

// load fills an empty database with a city: register, programs, then the observations by the one
// write path.
func (w *Workspace) load(ctx context.Context, c *city.City) error {
	err := w.store.Write(ctx, func(tx *store.Tx) error {
		if err := tx.PutUnits(ctx, c.Units); err != nil {
			return err
		}
		for i := range c.Programs {
			if err := tx.PutProgram(ctx, &c.Programs[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	var bad fault.List
	for _, f := range c.Observations {
		bad = append(bad, w.loadObservations(ctx, f)...)
	}
	if len(bad) > 0 {
		return bad
	}
	return w.store.Write(ctx, func(tx *store.Tx) error {
		for _, t := range c.MadeUp {
			record := models.MonthRecord{Program: t.Program, Month: t.Month, Status: models.Entering, MadeUp: true}
			if err := tx.PutMonth(ctx, record); err != nil {
				return err
			}
		}
		return nil
	})
}

// loadObservations resolves a file's rows and applies them as one batch; every fault names its line.
func (w *Workspace) loadObservations(ctx context.Context, f city.ObservationFile) fault.List {
	var bad fault.List
	p, register, err := w.programAndRegister(ctx, f.Program)
	if err != nil {
		return fault.All(err)
	}
	matcher := models.NewMatcher(register, models.NewRoster(register, p, f.Month))
	batch := Batch{Program: p.Key, Source: models.SourceSample, Reason: "示例"}
	check := w.checker(p, register)
	lines := map[models.Place]int{}
	for _, row := range f.Rows {
		edit, err := observationEdit(p, matcher, f, row)
		if err == nil {
			place := models.Place{Indicator: edit.Indicator, Period: edit.Period, Unit: edit.Unit}
			if refused := check.edit(edit); refused != nil {
				err = refused
			} else if first := lines[place]; first > 0 {
				err = fault.New("city.observation_twice", "unit", row.Unit, "indicator", row.Indicator, "first", first)
			}
			lines[place] = row.Line
		}
		if err != nil {
			for _, one := range fault.All(err) {
				bad = append(bad, one.With("file", f.Name, "line", row.Line, "column", 1))
			}
			continue
		}
		batch.Edits = append(batch.Edits, edit)
	}
	if len(bad) > 0 {
		return bad
	}
	if _, err := w.Apply(ctx, batch); err != nil {
		return fault.All(err)
	}
	return nil
}

func observationEdit(p *models.Program, matcher *models.Matcher, f city.ObservationFile, row city.ObservationRow) (Edit, error) {
	u, err := matcher.Find(row.Unit, row.County)
	if err != nil {
		return Edit{}, err
	}
	ind := p.Indicator(row.Indicator)
	if ind == nil {
		return Edit{}, unknownIndicator(p, row.Indicator)
	}
	period := f.Month.Whole()
	if f.Days {
		period = f.Month.Day(row.Day)
	}
	cell, bad := ReadCell(ind.At(period), row.Value)
	if bad != nil {
		return Edit{}, bad
	}
	return Edit{Indicator: ind.Key, Unit: u.Key, Period: period, Cell: cell}, nil
}
