package notices

import (
	"fyne.io/fyne/v2"

	"yueping/views/controls"
	"yueping/views/kit"
)

// picker is a drop-down list whose first entry stands for all.
type picker struct {
	all     string
	options []controls.Option
	choice  *controls.Select
	object  fyne.CanvasObject
	setting bool
}

// newPicker makes a list; changed gets the key that was chosen, "" for all.
func newPicker(k *kit.Kit, all string, width float32, changed func(string)) *picker {
	p := &picker{all: all}
	p.choice = k.Select(nil, func(string) {
		if !p.setting {
			changed(p.key())
		}
	})
	p.object = kit.Narrow(width, kit.Framed(p.choice))
	return p
}

func (p *picker) key() string {
	if i := p.choice.SelectedIndex(); i > 0 && i <= len(p.options) {
		return p.options[i-1].Key
	}
	return ""
}

// set offers options and gives the key that is chosen now; a list of one is not worth a place.
func (p *picker) set(options []controls.Option, chosen string) string {
	p.setting = true
	defer func() { p.setting = false }()
	p.options = options
	labels, at := []string{p.all}, 0
	for i, o := range options {
		labels = append(labels, o.Label)
		if o.Key == chosen {
			at = i + 1
		}
	}
	p.choice.SetOptions(labels)
	p.choice.SetSelectedIndex(at)
	p.object.(*fyne.Container).Hidden = len(options) < 2
	return p.key()
}
