package kit

import (
	"fyne.io/fyne/v2"

	"yueping/models"
	"yueping/models/month"
)

// Place is what the window looks at: a program's month.
type Place struct {
	Program *models.Program
	Month   month.Month
}

// Screen is one of the places of the navigation.
type Screen interface {
	// Key names the screen: the navigation shows the message "screen."+Key.
	Key() string
	// Content is the screen's widget tree, made once.
	Content() fyne.CanvasObject
	// Load shows a place; it is called when the place, its data or the rules changed while the screen
	// is the visible one, and when it becomes visible.
	Load(Place)
	// Focus puts the keyboard where work goes on; nil leaves it.
	Focus() fyne.Focusable
	// Leave commits what is being typed; false keeps the user here.
	Leave() bool
}

// Inspected is a screen with something to say beside itself.
type Inspected interface {
	Inspector() fyne.CanvasObject
}

// Revealer is a screen that can show a unit, and a cell of it where indicator is not "".
type Revealer interface {
	Reveal(unit, indicator string)
}

// Printer is a screen that prints what it shows (Ctrl+P).
type Printer interface {
	Print()
}

// Exporter is a screen that writes its content into a file (Ctrl+E).
type Exporter interface {
	Export()
}

// Finder is a screen that finds a unit in what it shows (Ctrl+F).
type Finder interface {
	Find()
}

// Paperer is a screen that writes the papers of a month's notices (F9).
type Paperer interface {
	Papers()
}

// Formatter is a screen that leads to the formats (版式) of what goes out.
type Formatter interface {
	EditFormats()
}

// Walker is a screen that leads from finding to finding (F8, Shift+F8).
type Walker interface {
	NextFinding(forward bool)
}

// Daily is a screen that shows the values of a month or those of its days.
type Daily interface {
	// SwitchDays goes from the values of the month to those of its days, and back (F4).
	SwitchDays()
	// ShowDays goes to the values of the days, where they are not shown already.
	ShowDays()
	// SwitchLayout goes from a day a row to a day a column, and back (Shift+F4).
	SwitchLayout()
	// StepUnit goes to the next or the previous unit (Alt+PageDown, Alt+PageUp).
	StepUnit(forward bool)
	// FillFromDays takes the month's values from its days, after showing what would change (F7).
	FillFromDays()
}

// Keeper is a screen that may hold texts which could not be stored.
type Keeper interface {
	// Unsaved names them with their places; where typing, also the text of an open editor.
	Unsaved(typing bool) []string
}

// Annotator is a screen whose values can be filtered, checked and explained.
type Annotator interface {
	// AskFilter goes to the choice of what is shown (Ctrl+G), AskColumns to that of the columns (Ctrl+H).
	AskFilter()
	AskColumns()
	// AskTotal asks for the sum that an indicator's values must come to (Ctrl+T).
	AskTotal()
	// AskSource and AskNote ask what is known of the selected values (Ctrl+L, Ctrl+M); GiveSource says it.
	AskSource()
	AskNote()
	GiveSource(words string)
}

// ValueSources are the usual sources of a value, each with a message "value_source."+key.
var ValueSources = []string{"platform", "letter", "phone"}
