package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// editState is an open editor; its text lives in the entry.
type editState struct {
	at    place // on the screen
	src   place // in the source
	mode  Mode
	start string
	// refused is the text that Source.Edit did not take, to report it once.
	refused   string
	isRefused bool
	err       error
}

// editor is the one floating entry. Keyboard focus stays with the grid, which
// hands on what the entry shall have; so a failed commit never loses the keys.
type editor struct {
	widget.Entry
	grid  *Grid
	frame *container.ThemeOverride
	// layer holds frame and cover in content coordinates.
	layer *fyne.Container
	cover *cover
	alarm *alarm
}

func newEditor(g *Grid) *editor {
	e := &editor{grid: g}
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
	e.ExtendBaseWidget(e)
	e.OnChanged = func(string) { g.narrow(); g.placeEditor() }
	e.frame = container.NewThemeOverride(e, editorTheme{g})
	e.cover = newCover(e)
	e.alarm = newAlarm()
	e.frame.Hide()
	e.cover.Hide()
	return e
}

// FocusGained gives focus back to the grid.
func (e *editor) FocusGained() { e.grid.requestFocus() }

// FocusLost has no meaning here: the grid holds the focus.
func (e *editor) FocusLost() {}

// TypedKey goes through the grid's key table.
func (e *editor) TypedKey(ev *fyne.KeyEvent) { e.grid.TypedKey(ev) }

// TypedShortcut goes through the grid's key table.
func (e *editor) TypedShortcut(s fyne.Shortcut) { e.grid.TypedShortcut(s) }

// editorTheme makes an entry as low as a row, without bars or shadows in it.
type editorTheme struct{ grid *Grid }

// base is the theme noted by the grid: while the entry is laid out, the current
// theme is this very one.
func (t editorTheme) base() fyne.Theme { return t.grid.theme }

// Size narrows the paddings and takes the scroll bar away.
func (t editorTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameInnerPadding:
		return padY
	case theme.SizeNameInputBorder:
		return 2
	case theme.SizeNameInputRadius, theme.SizeNameScrollBar, theme.SizeNameScrollBarSmall:
		return 0
	}
	return t.base().Size(name)
}

// Color is the grid's own, without shadows and on the cells' ground: a grey one
// would look read-only.
func (t editorTheme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameShadow:
		return color.Transparent
	case theme.ColorNameInputBackground:
		name = theme.ColorNameBackground
	}
	return t.base().Color(name, v)
}

// Font is the grid's own.
func (t editorTheme) Font(style fyne.TextStyle) fyne.Resource { return t.base().Font(style) }

// Icon is the grid's own.
func (t editorTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base().Icon(name) }
