package units

import (
	"slices"

	"yueping/models"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
)

// picker is a drop-down list of options with keys.
type picker struct {
	list    *controls.Select
	options []controls.Option
}

func newPicker(k *kit.Kit, options []controls.Option, chosen string) *picker {
	p := &picker{list: k.Select(nil, nil)}
	p.offer(options, chosen)
	return p
}

// offer offers other options; the first is chosen where chosen is not among them.
func (p *picker) offer(options []controls.Option, chosen string) {
	p.options = options
	labels := make([]string, len(options))
	for i, o := range options {
		labels[i] = o.Label
	}
	p.list.SetOptions(labels)
	p.list.ClearSelected()
	if len(options) > 0 {
		p.list.SetSelectedIndex(max(0, slices.IndexFunc(options, func(o controls.Option) bool { return o.Key == chosen })))
	}
}

// key is the key of the chosen option, "" for none.
func (p *picker) key() string {
	if i := p.list.SelectedIndex(); i >= 0 {
		return p.options[i].Key
	}
	return ""
}

// above offers the units that others can stand under, and none.
func (s *Screen) above() []controls.Option {
	options := []controls.Option{{Label: s.kit.T("units.nothing")}}
	for _, p := range s.data.units {
		if (p.unit.Kind == models.KindCounty || p.unit.Kind == models.KindCity) && p.unit.Exists(s.data.place.Month) {
			options = append(options, controls.Option{Key: p.unit.Key, Label: p.name})
		}
	}
	return options
}

// successors offers the units that a text finds and that are there in a month, but for one; none for a
// blank text.
func (s *Screen) successors(text, but string, at month.Month) []controls.Option {
	options := []controls.Option{{Label: s.kit.T("units.nothing")}}
	if text == "" {
		return options
	}
	for _, p := range s.data.find(text) {
		if p.unit.Key != but && p.unit.Exists(at) {
			label := p.name
			if county := s.data.name(s.data.register.County(p.unit, at)); county != "" {
				label += "（" + county + "）"
			}
			options = append(options, controls.Option{Key: p.unit.Key, Label: label})
		}
	}
	if len(options) > 1 {
		options = append(options[1:], options[0])
	}
	return options
}

// groups offers the program's groups.
func (s *Screen) groups() []controls.Option {
	var options []controls.Option
	for _, g := range s.data.place.Program.Groups {
		options = append(options, controls.Option{Key: g.Key, Label: g.Name})
	}
	return options
}
