package imports

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
	"yueping/views/table"
)

// undoList is a program's imports, each to be taken back, be it weeks later.
type undoList struct {
	kit    *kit.Kit
	place  kit.Place
	steps  []app.ImportStep
	table  *table.Table
	undo   *controls.Button
	dialog *dialog.CustomDialog
}

// AskUndo lists the imports of a program, newest first.
func AskUndo(k *kit.Kit, p kit.Place) {
	if p.Program == nil {
		return
	}
	kit.Background(k, func(ctx context.Context) ([]app.ImportStep, error) {
		return k.Workspace.Imports(ctx, p.Program.Key)
	}, func(steps []app.ImportStep) {
		if len(steps) == 0 {
			k.Tell(k.T("importing.undo_title"), k.T("importing.undo_none", "program", p.Program.Name))
			return
		}
		(&undoList{kit: k, place: p, steps: steps}).show()
	})
}

func (u *undoList) show() {
	k, t := u.kit, u.kit.T
	keys := k.Keys()
	keys.Escape = func() { u.dialog.Hide() }
	u.undo = controls.NewButton(keys, t("importing.undo_ok"), nil, u.take)
	u.undo.Importance = widget.HighImportance
	u.table = parts.NewTable(k, func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			u.dialog.Hide()
		}
		return true
	}, table.Column{Label: t("importing.undo_when"), Width: 130}, table.Column{Label: t("importing.undo_file"), Width: 200, Grow: 1},
		table.Column{Label: t("importing.undo_months"), Width: 110}, table.Column{Label: t("importing.undo_count"), Width: 50, Align: fyne.TextAlignTrailing},
		table.Column{Label: t("importing.undo_actor"), Width: 70}, table.Column{Label: t("importing.undo_state"), Width: 60})
	var rows []table.Row
	for i, s := range u.steps {
		row := table.Row{Key: strconv.Itoa(i), Cells: []table.Cell{{Text: s.At.Local().Format("2006-01-02 15:04")}, {Text: s.File},
			{Text: app.MonthsWords(k.Text, s.Months)}, {Text: strconv.Itoa(s.Cells)}, {Text: s.Actor}, {}}}
		if s.Undone {
			for c := range row.Cells {
				row.Cells[c].Tone = table.Dim
			}
			row.Cells[5].Text = t("importing.undo_undone")
		}
		rows = append(rows, row)
	}
	u.table.OnSelected = func(string) { u.offer() }
	u.table.OnActivated = func(string) { u.take() }
	closing := controls.NewButton(keys, t("dialog.close"), nil, func() { u.dialog.Hide() })
	u.dialog = dialog.NewCustomWithoutButtons(t("importing.undo_title"), container.NewBorder(nil, kit.Wrapped(t("importing.undo_hint")), nil, nil, u.table), k.Window)
	u.dialog.SetButtons([]fyne.CanvasObject{closing, u.undo})
	size := k.Window.Canvas().Size()
	u.dialog.Resize(fyne.NewSize(min(800, size.Width*0.95), min(460, size.Height*0.9)))
	u.table.SetRows(rows)
	u.dialog.Show()
	u.table.SelectFirst()
	u.offer()
	k.Window.Canvas().Focus(u.table.Focusable())
}

// chosen is the import that is chosen, nil for none.
func (u *undoList) chosen() *app.ImportStep {
	i, err := strconv.Atoi(u.table.Selected())
	if err != nil {
		return nil
	}
	return &u.steps[i]
}

// offer lets an import be taken back that was not yet.
func (u *undoList) offer() {
	if s := u.chosen(); s == nil || s.Undone {
		u.undo.Disable()
	} else {
		u.undo.Enable()
	}
}

// take takes the chosen import back, and says what was kept.
func (u *undoList) take() {
	s := u.chosen()
	if s == nil || s.Undone {
		return
	}
	u.dialog.Hide()
	kit.Background(u.kit, func(ctx context.Context) (app.ImportUndone, error) {
		return u.kit.Workspace.UndoImport(ctx, s.ID)
	}, u.tell)
}

// tell says what became of an import that was taken back: in the status bar where all of it was, in a
// dialog where something stays.
func (u *undoList) tell(done app.ImportUndone) {
	k := u.kit
	words := k.T("importing.undo_done", "file", done.Import.File, "count", done.Back, "kept", len(done.Kept))
	if len(done.Kept)+len(done.Aliases) == 0 {
		k.Say(words)
		return
	}
	lines := []string{words}
	for _, one := range done.Kept {
		now := one.Draft
		if now == "" {
			now = app.StateWord(k.Text, one.Cell.State)
		}
		if one.Draft == "" && one.Cell.State == models.IsNumber {
			now = one.Indicator.Shown(one.Cell.Value)
		}
		day := one.Place.Period.Day
		lines = append(lines, k.T("importing.undo_kept", "unit", app.FullName(one.Unit, one.County), "indicator", one.Indicator.Name, "day", day, "now", now,
			"actor", one.Actor, "at", one.At.Local().Format("2006-01-02 15:04"), "source", k.T("source."+string(one.Source))))
	}
	for _, a := range done.Aliases {
		lines = append(lines, k.T("importing.undo_alias", "unit", a.Unit.Names.Last(), "alias", a.Alias))
	}
	k.Tell(k.T("importing.undo_title"), strings.Join(lines, "\n"))
}
