package grid

import "fyne.io/fyne/v2"

// Mode is what the grid is doing when a key arrives; modes combine as bits.
type Mode int

// The modes.
const (
	// Browsing: no editor is open.
	Browsing Mode = 1 << iota
	// Typing: an editor opened by typing; arrow keys leave it.
	Typing
	// Editing: an editor opened by F2 or a double click; arrow keys move the caret.
	Editing
)

// Action names what a key does. Those beginning with "select." extend the
// selection where the "move." action of the same name moves the active cell.
type Action string

// The actions of the key table.
const (
	MoveUp         Action = "move.up"
	MoveDown       Action = "move.down"
	MoveLeft       Action = "move.left"
	MoveRight      Action = "move.right"
	MoveEdgeUp     Action = "move.edge.up"
	MoveEdgeDown   Action = "move.edge.down"
	MoveEdgeLeft   Action = "move.edge.left"
	MoveEdgeRight  Action = "move.edge.right"
	MoveRowStart   Action = "move.row.start"
	MoveRowEnd     Action = "move.row.end"
	MoveGridStart  Action = "move.grid.start"
	MoveGridEnd    Action = "move.grid.end"
	MovePageUp     Action = "move.page.up"
	MovePageDown   Action = "move.page.down"
	CommitForward  Action = "commit.forward"
	CommitBack     Action = "commit.back"
	CommitNext     Action = "commit.next"
	CommitPrevious Action = "commit.previous"
	EditCell       Action = "edit.cell"
	EditEmpty      Action = "edit.empty"
	EditCancel     Action = "edit.cancel"
	OpenList       Action = "edit.list"
	ShowNote       Action = "edit.note"
	SelectAll      Action = "block.all"
	SelectColumns  Action = "block.columns"
	SelectRows     Action = "block.rows"
	Copy           Action = "block.copy"
	Cut            Action = "block.cut"
	Paste          Action = "block.paste"
	Clear          Action = "block.clear"
	FillDown       Action = "fill.down"
	FillRight      Action = "fill.right"
	FillSelection  Action = "fill.selection"
)

const (
	movePrefix   = "move."
	selectPrefix = "select."
)

// Binding is one line of the key table.
type Binding struct {
	Key      fyne.KeyName
	Modifier fyne.KeyModifier
	Action   Action
	// In holds the modes in which the key has this meaning.
	In Mode
}

// keyTable is the one place that says which key does what.
var keyTable = buildKeys()

// Keys returns the key table, for a help window and for tests that walk it.
// The keypad's Enter counts as Return.
func Keys() []Binding { return append([]Binding(nil), keyTable...) }

func buildKeys() []Binding {
	const (
		ctrl  = fyne.KeyModifierShortcutDefault
		shift = fyne.KeyModifierShift
		all   = Browsing | Typing | Editing
	)
	table := []Binding{
		{fyne.KeyReturn, 0, CommitForward, all},
		{fyne.KeyReturn, shift, CommitBack, all},
		{fyne.KeyReturn, ctrl, FillSelection, all},
		{fyne.KeyTab, 0, CommitNext, all},
		{fyne.KeyTab, shift, CommitPrevious, all},
		{fyne.KeyF2, 0, EditCell, all},
		{fyne.KeyF2, shift, ShowNote, Browsing},
		{fyne.KeyDown, fyne.KeyModifierAlt, OpenList, Browsing},
		{fyne.KeyBackspace, 0, EditEmpty, Browsing},
		{fyne.KeyEscape, 0, EditCancel, all},
		{fyne.KeyDelete, 0, Clear, Browsing},
		{fyne.KeyA, ctrl, SelectAll, Browsing},
		{fyne.KeySpace, fyne.KeyModifierControl, SelectColumns, Browsing},
		{fyne.KeySpace, shift, SelectRows, Browsing},
		{fyne.KeyC, ctrl, Copy, Browsing},
		{fyne.KeyX, ctrl, Cut, Browsing},
		{fyne.KeyV, ctrl, Paste, Browsing},
		{fyne.KeyD, ctrl, FillDown, Browsing},
		{fyne.KeyR, ctrl, FillRight, Browsing},
	}
	moves := []Binding{
		{Key: fyne.KeyUp, Action: MoveUp},
		{Key: fyne.KeyDown, Action: MoveDown},
		{Key: fyne.KeyLeft, Action: MoveLeft},
		{Key: fyne.KeyRight, Action: MoveRight},
		{Key: fyne.KeyUp, Modifier: ctrl, Action: MoveEdgeUp},
		{Key: fyne.KeyDown, Modifier: ctrl, Action: MoveEdgeDown},
		{Key: fyne.KeyLeft, Modifier: ctrl, Action: MoveEdgeLeft},
		{Key: fyne.KeyRight, Modifier: ctrl, Action: MoveEdgeRight},
		{Key: fyne.KeyHome, Action: MoveRowStart},
		{Key: fyne.KeyEnd, Action: MoveRowEnd},
		{Key: fyne.KeyHome, Modifier: ctrl, Action: MoveGridStart},
		{Key: fyne.KeyEnd, Modifier: ctrl, Action: MoveGridEnd},
		{Key: fyne.KeyPageUp, Action: MovePageUp},
		{Key: fyne.KeyPageDown, Action: MovePageDown},
	}
	for _, b := range moves {
		b.In = Browsing | Typing
		table = append(table, b)
	}
	for _, b := range moves {
		b.In = Browsing | Typing
		b.Modifier |= shift
		b.Action = selectPrefix + b.Action[len(movePrefix):]
		table = append(table, b)
	}
	return table
}

// lookup finds the binding of a key in one mode.
func lookup(key fyne.KeyName, mod fyne.KeyModifier, mode Mode) (Binding, bool) {
	if key == fyne.KeyEnter {
		key = fyne.KeyReturn
	}
	for _, b := range keyTable {
		if b.Key == key && b.Modifier == mod && b.In&mode != 0 {
			return b, true
		}
	}
	return Binding{}, false
}
