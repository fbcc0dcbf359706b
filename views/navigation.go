package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/kit"
)

// navigation is the list of screens on the left.
type navigation struct {
	shell   *shell
	list    *controls.List
	object  fyne.CanvasObject
	marking bool // the list is being set, not used
}

func newNavigation(s *shell) *navigation {
	n := &navigation{shell: s}
	n.list = s.kit.List(
		func() int { return len(screenMakers) },
		func() fyne.CanvasObject {
			return container.NewHBox(space(2), container.NewCenter(widget.NewIcon(theme.HomeIcon())), widget.NewLabel(""))
		},
		func(i widget.ListItemID, o fyne.CanvasObject) {
			line := o.(*fyne.Container)
			line.Objects[1].(*fyne.Container).Objects[0].(*widget.Icon).SetResource(fyne.CurrentApp().Settings().Theme().Icon(screenMakers[i].icon))
			line.Objects[2].(*widget.Label).SetText(s.kit.T("screen." + screenMakers[i].key))
		})
	n.list.OnSelected = func(i widget.ListItemID) {
		if !n.marking {
			s.show(screenMakers[i].key)
		}
	}
	n.list.HideSeparators = true
	n.object = container.New(layout.NewCustomPaddedHBoxLayout(0),
		container.NewStack(kit.NewGround(theme.ColorNameHeaderBackground), kit.Narrow(132, n.list)), widget.NewSeparator())
	return n
}

// mark shows which screen is the visible one.
func (n *navigation) mark(current kit.Screen) {
	if current == nil {
		return
	}
	n.marking = true
	defer func() { n.marking = false }()
	for i, m := range screenMakers {
		if m.key == current.Key() {
			n.list.Select(i)
		}
	}
}
