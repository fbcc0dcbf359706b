package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Check is a box to tick, with Enter as well as the space bar.
type Check struct {
	widget.Check
	keys Keys
}

// NewCheck makes a box.
func NewCheck(keys Keys, label string, on bool, changed func(bool)) *Check {
	c := &Check{keys: keys}
	c.Text, c.Checked, c.OnChanged = label, on, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey ticks with Enter and gives function keys to the window.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	if !c.keys.function(e) && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && !c.Disabled() {
		c.SetChecked(!c.Checked)
	}
}
