package imports

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/dialogs"
	"yueping/views/kit"
)

// templateKinds are in the order in which they are offered.
var templateKinds = []app.TemplateEach{app.TemplateAUnit, app.TemplateAGroup, app.TemplateForAll}

// AskTemplates asks for whom workbooks to fill in are to be written, and into which folder.
func AskTemplates(k *kit.Kit, p kit.Place) {
	if p.Program == nil {
		return
	}
	form := &templateForm{kit: k, request: app.TemplateRequest{Program: p.Program.Key, Month: p.Month}}
	form.show(p)
}

type templateForm struct {
	kit     *kit.Kit
	request app.TemplateRequest
	month   *widget.Label
	choice  *controls.Choice
	dialog  *dialog.CustomDialog
}

func (f *templateForm) keys() controls.Keys {
	keys := f.kit.Keys()
	keys.Escape = func() { f.dialog.Hide() }
	return keys
}

func (f *templateForm) button(words string, icon fyne.Resource, do func()) *controls.Button {
	return controls.NewButton(f.keys(), words, icon, do)
}

func (f *templateForm) show(p kit.Place) {
	k, t := f.kit, f.kit.T
	f.month = widget.NewLabel("")
	step := func(by int) func() {
		return func() {
			f.request.Month = f.request.Month + month.Month(by)
			f.month.SetText(app.MonthWords(k.Text, f.request.Month))
		}
	}
	step(0)()
	f.choice = controls.NewChoice(f.keys(), nil)
	var options []controls.Option
	for _, each := range templateKinds {
		options = append(options, controls.Option{Key: string(each), Label: t("importing.template." + string(each))})
	}
	f.choice.Set(options, string(app.TemplateAUnit))
	months := container.NewHBox(f.button("", theme.NavigateBackIcon(), step(-1)), f.month, f.button("", theme.NavigateNextIcon(), step(1)))
	box := container.NewVBox(kit.Narrow(580, kit.Wrapped(t("importing.template_text", "program", p.Program.Name))), months, f.choice.Object())
	f.dialog = dialog.NewCustomWithoutButtons(t("importing.template_title"), box, k.Window)
	write := f.button(t("importing.template_ok"), theme.FolderOpenIcon(), f.choose)
	write.Importance = widget.HighImportance
	f.dialog.SetButtons([]fyne.CanvasObject{f.button(t("dialog.cancel"), nil, f.dialog.Hide), write})
	f.dialog.Show()
	k.Window.Canvas().Focus(write)
}

// choose asks for the folder.
func (f *templateForm) choose() {
	f.request.Each = app.TemplateEach(f.choice.Chosen())
	f.dialog.Hide()
	dialogs.Files{Window: f.kit.Window, Title: f.kit.T("importing.template_folder"), Failed: f.kit.Fail, Chosen: func(path string) {
		f.request.Path = path
		f.write()
	}}.Folder()
}

// write writes, and asks before files are replaced.
func (f *templateForm) write() {
	type outcome struct {
		written app.TemplatesWritten
		err     error
	}
	kit.Background(f.kit, func(ctx context.Context) (outcome, error) {
		written, err := f.kit.Workspace.WriteTemplates(ctx, f.request)
		return outcome{written, err}, nil
	}, func(o outcome) {
		t := f.kit.T
		switch {
		case errors.Is(o.err, fault.New("template.exists")):
			dialogs.Question{Window: f.kit.Window, Title: t("importing.template_exists_title"), Text: f.kit.Sentence(o.err),
				OK: t("handout.replace_ok"), Dismiss: t("dialog.cancel")}.Confirm(func() {
				f.request.Replace = true
				f.write()
			})
		case o.err != nil:
			f.kit.Fail(o.err)
		default:
			f.kit.Say(t("importing.template_written", "count", len(o.written.Files), "units", o.written.Units, "folder", f.request.Path))
		}
	})
}
