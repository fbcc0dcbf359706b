package parts

import (
	"fyne.io/fyne/v2"

	"yueping/views/kit"
	"yueping/views/table"
)

// NewTable makes a table that gives the window the keys it has no use for; own is offered them first
// and may be nil.
func NewTable(k *kit.Kit, own func(*fyne.KeyEvent) bool, columns ...table.Column) *table.Table {
	t := table.New(columns...)
	t.OnKey = func(e *fyne.KeyEvent) bool {
		if own != nil && own(e) {
			return true
		}
		return k.Keys().Function(e)
	}
	t.OnShortcut = k.Shortcut
	return t
}
