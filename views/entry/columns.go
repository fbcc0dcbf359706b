package entry

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"yueping/views/parts"
	"yueping/views/table"
)

// rankKey is the key of the column of ranks; no indicator has a blank in its key.
const rankKey = "the rank"

// columnsDialog shows which columns are hidden, with a switch for each, and the one for the ranks.
type columnsDialog struct {
	screen *Screen
	table  *table.Table
	dialog *dialog.CustomDialog
}

// AskColumns lets columns be hidden and shown again.
func (s *Screen) AskColumns() {
	if s.loaded.month == nil || s.grid == nil || !s.Leave() {
		return
	}
	d, t := &columnsDialog{screen: s}, s.kit.T
	d.table = parts.NewTable(s.kit, d.key,
		table.Column{Label: t("entry.columns_shown"), Width: 64, Align: fyne.TextAlignLeading},
		table.Column{Label: t("entry.columns_name"), Width: 240, Grow: 1, Align: fyne.TextAlignLeading})
	d.table.OnActivated = d.turn
	one := s.kit.Button(t("entry.columns_turn"), nil, func() { d.turn(d.table.Selected()) })
	all := s.kit.Button(t("entry.columns_all"), nil, func() { s.grid.ShowColumns(); d.fill() })
	widths := s.kit.Button(t("entry.columns_widths"), nil, func() {
		s.columnsKept().Widths = map[string]float32{}
		s.grid.SetColumnWidths(nil)
		s.keepColumns()
	})
	d.dialog = dialog.NewCustomWithoutButtons(t("entry.columns_title"),
		container.NewBorder(nil, container.NewHScroll(container.NewHBox(one, all, widths)), nil, nil, d.table), s.kit.Window)
	closing := s.kit.Button(t("dialog.close"), nil, d.leave)
	closing.Importance = widget.HighImportance
	d.dialog.SetButtons([]fyne.CanvasObject{closing})
	d.fill()
	room := s.kit.Window.Canvas().Size()
	d.dialog.Resize(fyne.NewSize(min(room.Width-40, 460), min(room.Height-40, 480)))
	d.dialog.Show()
	d.table.SelectFirst()
	s.kit.Window.Canvas().Focus(d.table.Focusable())
}

func (d *columnsDialog) leave() {
	d.dialog.Hide()
	d.screen.toGrid()
}

// key turns the chosen line with the space bar, and leaves with Escape.
func (d *columnsDialog) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeySpace:
		d.turn(d.table.Selected())
	case fyne.KeyEscape:
		d.leave()
	default:
		return false
	}
	return true
}

// turn shows a hidden column, and hides one that shows.
func (d *columnsDialog) turn(key string) {
	s := d.screen
	hidden := s.grid.HiddenColumns()
	switch {
	case key == "":
	case key == rankKey:
		v := s.view
		v.rank = !v.rank
		s.look(v)
	case slices.Contains(hidden, key):
		s.grid.ShowColumns(key)
	case !s.grid.HideColumns(key):
		s.kit.Say(s.kit.T("entry.columns_last"))
	}
	d.fill()
}

func (d *columnsDialog) fill() {
	s := d.screen
	var rows []table.Row
	line := func(key, name string, shown bool) {
		state := table.Cell{Text: "✓ " + s.kit.T("entry.columns_shown"), Bold: true}
		if !shown {
			state = table.Cell{Text: s.kit.T("entry.columns_hidden"), Tone: table.Dim}
		}
		rows = append(rows, table.Row{Key: key, Cells: []table.Cell{state, {Text: name}}})
	}
	hidden := s.grid.HiddenColumns()
	for _, c := range s.source.Columns() {
		if c.Key != rankKey {
			line(c.Key, strings.ReplaceAll(c.Title, "\n", " "), !slices.Contains(hidden, c.Key))
		}
	}
	if words := s.rankWords(); words != "" {
		line(rankKey, words, s.view.rank)
	}
	d.table.SetRows(rows)
}

// rankWords names the column of ranks; "" where a program or its days have none.
func (s *Screen) rankWords() string {
	scheme := s.loaded.month.Program.Scheme(s.loaded.month.Program.DefaultScheme)
	if scheme == nil || s.byDay() {
		return ""
	}
	return s.kit.T("entry.rank_of", "scheme", scheme.Name)
}
