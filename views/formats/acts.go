package formats

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/views/dialogs"
	"yueping/views/handout"
	"yueping/views/kit"
)

// chosen opens the format of a line of the list.
func (p *page) chosen(i widget.ListItemID) {
	f := p.all[i]
	if f.Key == p.draft.Key {
		return
	}
	p.mark() // until it is settled the list shows what is still there
	p.settled(func() { p.open(f) })
}

// copy begins a format of one's own with what is shown; the one that it was keeps what is stored of it.
func (p *page) copy() {
	f := p.draft
	f.Key, f.Name = "", p.free(f.Name)
	p.fresh(f)
}

// fresh begins a format that is not stored yet.
func (p *page) fresh(f models.SheetFormat) {
	p.stored = models.SheetFormat{}
	p.begin(f)
	p.kit.Window.Canvas().Focus(p.titles[0])
}

// free is a name that no format has.
func (p *page) free(name string) string {
	for n := 2; ; n++ {
		next := p.kit.T("formats.another", "name", name, "number", n)
		if !slices.ContainsFunc(p.all, func(f models.SheetFormat) bool { return f.Name == next }) {
			return next
		}
	}
}

// store saves the draft and leaves the keyboard where it is; what is typed meanwhile is not saved yet.
func (p *page) store() {
	if p.save.Disabled() {
		return
	}
	draft := clone(p.draft)
	kit.Background(p.kit, func(ctx context.Context) (models.SheetFormat, error) {
		return p.kit.Workspace.SaveFormat(ctx, draft, app.UnitChange{})
	}, func(f models.SheetFormat) {
		p.kit.Say(p.kit.T("formats.saved", "name", f.Name))
		if p.draft.Name == draft.Name {
			p.draft.Name = f.Name
		}
		p.draft.Key, p.stored = f.Key, f
		p.reload(p.changed)
	})
}

// reload reads the formats anew.
func (p *page) reload(then func()) {
	kit.Background(p.kit, func(ctx context.Context) ([]models.SheetFormat, error) {
		return p.kit.Workspace.Formats(ctx, p.place.Program.Key)
	}, func(all []models.SheetFormat) {
		p.all = all
		p.list.Refresh()
		p.mark()
		then()
	})
}

func (p *page) askDelete() {
	f, k := p.stored, p.kit
	dialogs.Question{Window: k.Window, Title: k.T("formats.delete_title"), Text: k.T("formats.delete_sure", "name", f.Name),
		OK: k.T("formats.delete"), Dismiss: k.T("dialog.cancel")}.Confirm(func() { p.delete(f) })
}

func (p *page) delete(f models.SheetFormat) {
	k := p.kit
	kit.Background(k, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, k.Workspace.DeleteFormat(ctx, f.Program, f.Key, app.UnitChange{})
	}, func(struct{}) {
		k.Say(k.T("formats.deleted", "name", f.Name))
		p.draft, p.stored = models.SheetFormat{}, models.SheetFormat{}
		p.reload(func() { p.open(p.all[0]) })
	})
}

// export writes the stored format into a file that other programs take in.
func (p *page) export() {
	f := p.stored
	handout.Save(p.kit, f.Name+app.FormatEnding, func(ctx context.Context, path string) error {
		return p.kit.Workspace.WriteFormat(ctx, f.Program, f.Key, path)
	})
}

func (p *page) askImport() {
	p.settled(func() {
		dialogs.Files{Window: p.kit.Window, Title: p.kit.T("formats.import_title"), Kind: p.kit.T("handout.kind.json"),
			Extensions: []string{".json"}, Chosen: p.take, Failed: p.kit.Fail}.Open()
	})
}

// take begins with what a file says.
func (p *page) take(path string) {
	k := p.kit
	kit.Background(k, func(ctx context.Context) (models.SheetFormat, error) {
		return k.Workspace.ReadFormat(ctx, p.place.Program.Key, path)
	}, func(f models.SheetFormat) {
		if slices.ContainsFunc(p.all, func(o models.SheetFormat) bool { return o.Name == f.Name }) {
			f.Name = p.free(f.Name)
		}
		p.fresh(f)
	})
}
