package views

import (
	"context"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/fault"
	"yueping/views/kit"
)

// steps are what undo and redo would do now; nil where there is nothing.
type steps struct{ undo, redo *app.Step }

func readSteps(ctx context.Context, k *kit.Kit, program string) (steps, error) {
	undo, err := k.Workspace.NextUndo(ctx, program)
	if err != nil {
		return steps{}, err
	}
	redo, err := k.Workspace.NextRedo(ctx, program)
	return steps{undo, redo}, err
}

// named says in the menu what undo and redo would do; without a step they are greyed.
func (s *shell) named(next steps) {
	undo := s.nameItem(s.undoItem, "undo", next.undo)
	redo := s.nameItem(s.redoItem, "redo", next.redo)
	if undo || redo {
		s.window.MainMenu().Refresh()
	}
}

func (s *shell) nameItem(item *fyne.MenuItem, command string, step *app.Step) (changed bool) {
	label := s.kit.T("menu." + command)
	if step != nil {
		label = s.kit.T("menu."+command+"_named", "step", app.StepWords(s.kit.Text, *step, s.place.Month))
	}
	label = s.labelled(label, command)
	changed = item.Label != label || item.Disabled != (step == nil)
	item.Label, item.Disabled = label, step == nil
	return changed
}

// undo takes back the newest step of the program.
func (s *shell) undo() { s.turn("bar.undone_step", (*app.Workspace).NextUndo, (*app.Workspace).Undo) }

// redo brings it back.
func (s *shell) redo() { s.turn("bar.redone_step", (*app.Workspace).NextRedo, (*app.Workspace).Redo) }

// turn does it, shows the month where it happened, and says what it was.
func (s *shell) turn(said string, next func(*app.Workspace, context.Context, string) (*app.Step, error),
	do func(*app.Workspace, context.Context, string) (models.Batch, error)) {
	if s.place.Program == nil || !s.current.Leave() {
		return
	}
	program := s.place.Program.Key
	s.touched = 0
	kit.Background(s.kit, func(ctx context.Context) (turned, error) {
		step, err := next(s.kit.Workspace, ctx, program)
		if err != nil {
			return turned{}, err
		}
		done, err := do(s.kit.Workspace, ctx, program)
		if code := fault.CodeOf(err); code == "undo.nothing" || code == "redo.nothing" {
			return turned{nothing: err}, nil
		}
		return turned{step: step, done: done}, err
	}, func(t turned) {
		if t.nothing != nil {
			s.kit.Say(s.kit.Text.Error(t.nothing))
			return
		}
		if at := s.touched; at != 0 && s.place.Program != nil && s.place.Program.Key == program {
			// The step may be of another month: what changed is to be seen.
			s.look(kit.Place{Program: s.place.Program, Month: at})
		}
		s.reveal(t)
		s.kit.Say(s.turnWords(said, t.step, t.done))
	})
}

// turned is what undo or redo did, or why there was nothing to do.
type turned struct {
	nothing error
	step    *app.Step
	done    models.Batch
}

// reveal shows on 录入 the cell that was turned; days are shown as they stand.
func (s *shell) reveal(t turned) {
	if t.step == nil || t.step.Batch.ID != t.done.ID || t.step.Place.Period != s.place.Month.Whole() || s.current.Key() != "entry" {
		return
	}
	if r, ok := s.current.(kit.Revealer); ok {
		r.Reveal(t.step.Place.Unit, t.step.Place.Indicator)
	}
}

// turnWords names the step that was taken back or brought again; by its kind where another program has
// written between the question what comes next and the answer.
func (s *shell) turnWords(said string, step *app.Step, done models.Batch) string {
	words := s.kit.T("source." + string(done.Source))
	if step != nil && step.Batch.ID == done.ID {
		words = app.StepWords(s.kit.Text, *step, s.place.Month)
	}
	at, form := done.At.Local(), "15:04"
	if now := s.kit.Clock().Local(); now.YearDay() != at.YearDay() || now.Year() != at.Year() {
		form = "2006-01-02 15:04"
	}
	return s.kit.T(said, "step", words, "time", at.Format(form), "actor", done.Actor, "month", app.MonthWords(s.kit.Text, s.place.Month))
}
