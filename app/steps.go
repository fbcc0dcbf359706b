package app

import (
	"context"

	"yueping/models"
)

// Step is a step of work that can be taken back or brought again.
type Step struct {
	Batch models.Batch
	Cells int // how many cells it changed
	// Place is the first of them, and Unit, County and Indicator are its names.
	Place                   models.Place
	Unit, County, Indicator string
	Subject                 models.Subject // what of the first cell: its value, its source or its note
	Cleared                 bool           // it did nothing but clear
}

// NextUndo gives the step that Undo would take back, nil where there is none.
func (w *Workspace) NextUndo(ctx context.Context, program string) (*Step, error) {
	return w.nextStep(ctx, program, false)
}

// NextRedo gives the step that Redo would bring back, nil where there is none.
func (w *Workspace) NextRedo(ctx context.Context, program string) (*Step, error) {
	return w.nextStep(ctx, program, true)
}

func (w *Workspace) nextStep(ctx context.Context, program string, undone bool) (*Step, error) {
	p, register, err := w.programAndRegister(ctx, program)
	if err != nil {
		return nil, err
	}
	batch, err := w.store.LastStep(ctx, p.Key, undone)
	if err != nil || batch == nil {
		return nil, err
	}
	size, err := w.store.StepSize(ctx, batch.ID)
	if err != nil {
		return nil, err
	}
	c := size.First
	s := &Step{Batch: *batch, Cells: size.Cells, Cleared: size.Cleared, Subject: c.Subject,
		Place:     models.Place{Program: c.Program, Indicator: c.Indicator, Period: c.Period, Unit: c.Unit},
		Indicator: c.Indicator}
	roster := w.roster(register, p, c.Period.Month)
	s.Unit, s.County = roster.Name(c.Unit), roster.County(c.Unit)
	if i := p.Indicator(c.Indicator); i != nil {
		s.Indicator = i.Name
	}
	return s, nil
}
