// Package app is what a clerk can do, as plain Go calls. It knows no window.
package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// DatabaseName is the database file inside a data folder.
const DatabaseName = "yueping.db"

// Params are what a workspace needs from outside.
type Params struct {
	Folder    string           // the data folder
	Clock     func() time.Time // now
	Actor     string           // 操作人: who works here
	Standards *air.Standards   // dated limits and breakpoints
	Text      *text.Book       // the words of what goes out
	Log       *slog.Logger
}

// Workspace is an opened database with a clock, an actor and signals, and the one write path to it.
type Workspace struct {
	store     *store.Store
	clock     func() time.Time
	standards *air.Standards
	text      *text.Book
	log       *slog.Logger
	folder    string

	mu    sync.Mutex
	actor string
	rules *rulebook // nil until first used, and after a change of units or rules

	// Changed fires after values or the status of a program's month changed.
	Changed Signal[MonthChanged]
	// RulesChanged fires after units or rules changed.
	RulesChanged Signal[struct{}]
}

// MonthChanged names the month whose content is new.
type MonthChanged struct {
	Program string
	Month   month.Month
}

// rulebook is the register and the programs as they stand in the database.
type rulebook struct {
	register *models.Register
	programs []*models.Program
	rosters  map[rosterKey]*models.Roster // those asked for last
}

type rosterKey struct {
	program *models.Program
	at      month.Month
}

// keptRosters bounds how many a rulebook keeps: what is typed into goes back and forth between few months.
const keptRosters = 8

// Open opens the database in a data folder.
func Open(ctx context.Context, p Params) (*Workspace, error) {
	s, err := store.Open(ctx, filepath.Join(p.Folder, DatabaseName))
	if err != nil {
		return nil, err
	}
	return newWorkspace(s, p), nil
}

func newWorkspace(s *store.Store, p Params) *Workspace {
	return &Workspace{store: s, clock: p.Clock, actor: strings.TrimSpace(p.Actor), standards: p.Standards, text: p.Text, log: p.Log, folder: p.Folder}
}

// Close closes the database.
func (w *Workspace) Close() error { return w.store.Close() }

// Folder is the data folder.
func (w *Workspace) Folder() string { return w.folder }

// Path is the database file.
func (w *Workspace) Path() string { return w.store.Path() }

// Actor is who works here.
func (w *Workspace) Actor() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.actor
}

// SetActor says who works here from now on; a blank name changes nothing.
func (w *Workspace) SetActor(name string) {
	if name = strings.TrimSpace(name); name == "" {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.actor = name
}

func (w *Workspace) rulebook(ctx context.Context) (*rulebook, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.rules != nil {
		return w.rules, nil
	}
	register, err := w.store.Register(ctx)
	if err != nil {
		return nil, err
	}
	programs, err := w.store.Programs(ctx)
	if err != nil {
		return nil, err
	}
	w.rules = &rulebook{register, programs, map[rosterKey]*models.Roster{}}
	return w.rules, nil
}

func (w *Workspace) forgetRules() {
	w.mu.Lock()
	w.rules = nil
	w.mu.Unlock()
	w.RulesChanged.fire(struct{}{})
}

// Register gives the units.
func (w *Workspace) Register(ctx context.Context) (*models.Register, error) {
	rules, err := w.rulebook(ctx)
	if err != nil {
		return nil, err
	}
	return rules.register, nil
}

// Programs gives the programs in their order.
func (w *Workspace) Programs(ctx context.Context) ([]*models.Program, error) {
	rules, err := w.rulebook(ctx)
	if err != nil {
		return nil, err
	}
	return rules.programs, nil
}

// Program gives a program by key or name; program.unknown with the keys there are.
func (w *Workspace) Program(ctx context.Context, key string) (*models.Program, error) {
	programs, err := w.Programs(ctx)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(programs))
	for i, p := range programs {
		if p.Key == key || p.Name == key {
			return p, nil
		}
		names[i] = p.Key
	}
	return nil, fault.New("program.unknown", "program", key, "allowed", strings.Join(names, "、"))
}

func (w *Workspace) programAndRegister(ctx context.Context, key string) (*models.Program, *models.Register, error) {
	p, err := w.Program(ctx, key)
	if err != nil {
		return nil, nil, err
	}
	register, err := w.Register(ctx)
	return p, register, err
}

// Roster gives who takes part in a program in a month.
func (w *Workspace) Roster(ctx context.Context, program string, at month.Month) (*models.Roster, error) {
	p, register, err := w.programAndRegister(ctx, program)
	if err != nil {
		return nil, err
	}
	return w.roster(register, p, at), nil
}

// roster is NewRoster for a program of the rulebook, remembered: every value that is typed asks for it.
func (w *Workspace) roster(register *models.Register, p *models.Program, at month.Month) *models.Roster {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.rules == nil || w.rules.register != register {
		return models.NewRoster(register, p, at)
	}
	key := rosterKey{p, at}
	r := w.rules.rosters[key]
	if r == nil {
		if len(w.rules.rosters) == keptRosters {
			clear(w.rules.rosters)
		}
		r = models.NewRoster(register, p, at)
		w.rules.rosters[key] = r
	}
	return r
}
