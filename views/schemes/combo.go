package schemes

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yueping/models"
	"yueping/views/controls"
	"yueping/views/kit"
)

// common are the texts that a message names and those that rules of the program have, each once.
func (f *ruleForm) common(message string, of func(models.RuleTerms) string) []string {
	var texts []string
	for i := range f.program.Rules {
		for _, v := range f.program.Rules[i].Versions {
			texts = appendNew(texts, of(v.Value))
		}
	}
	for _, t := range strings.Split(f.kit.T(message), "、") {
		texts = appendNew(texts, t)
	}
	return texts
}

// combo is a line of text with a list of usual ones behind it.
func (f *ruleForm) combo(value *string, hint string, usual []string) fyne.CanvasObject {
	e := f.text(value, hint)
	var options []controls.Option
	for _, u := range usual {
		if u != "" {
			options = append(options, controls.Option{Key: u, Label: u})
		}
	}
	list := f.kit.Select(nil, nil)
	for _, o := range options {
		list.Options = append(list.Options, o.Label)
	}
	list.PlaceHolder = f.kit.T("rules.usual")
	list.OnChanged = func(text string) {
		if text != "" {
			e.SetText(text)
			list.ClearSelected()
		}
	}
	return container.NewBorder(nil, nil, nil, kit.Narrow(96, kit.Framed(list)), e)
}
