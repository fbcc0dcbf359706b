// Command keys shows a sheet in our grid, or in widget.Table, so that a benchmark can compare what a key costs.
//
//	keys floor|grid|labels|texts ROWS COLUMNS
package main

import (
	"fmt"
	"os"
	"strconv"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yueping/views/grid"
	"yueping/views/kit"
)

const width = 80

func main() {
	rows, err1 := strconv.Atoi(os.Args[2])
	cols, err2 := strconv.Atoi(os.Args[3])
	if err1 != nil || err2 != nil {
		fmt.Fprintln(os.Stderr, err1, err2)
		os.Exit(2)
	}
	s := newSheet(rows, cols)
	a := fyneapp.NewWithID("cn.yueping.keys")
	a.Settings().SetTheme(kit.Theme{})
	w := a.NewWindow(os.Args[1])
	var shown fyne.CanvasObject
	switch os.Args[1] {
	case "floor": // what a frame costs that has hardly anything in it
		shown = newSpot()
	case "grid":
		shown = grid.New(s)
	case "labels": // as Fyne's manual fills a table
		shown = table(s, func() fyne.CanvasObject { return widget.NewLabel("100000.00") }, func(o fyne.CanvasObject, words string) {
			o.(*widget.Label).SetText(words)
		})
	case "texts": // as lean as a table gets: written only where something changed
		shown = table(s, blank, write)
	}
	w.SetPadded(false)
	w.SetContent(container.NewStack(shown, kit.Painted(func() { fmt.Println("first-paint") })))
	w.Resize(fyne.NewSize(1280, 720))
	w.Canvas().Focus(shown.(fyne.Focusable))
	w.ShowAndRun()
}

// table is what the sheet would be without a grid of ours.
func table(s *sheet, blank func() fyne.CanvasObject, write func(fyne.CanvasObject, string)) *widget.Table {
	t := widget.NewTableWithHeaders(func() (int, int) { return len(s.cells), len(s.columns) }, blank, func(at widget.TableCellID, o fyne.CanvasObject) {
		write(o, s.cells[at.Row][at.Col])
	})
	t.CreateHeader = blank
	t.UpdateHeader = func(at widget.TableCellID, o fyne.CanvasObject) {
		switch {
		case at.Row < 0 && at.Col >= 0:
			write(o, s.columns[at.Col].Title)
		case at.Col < 0 && at.Row >= 0:
			write(o, strconv.Itoa(at.Row+1))
		}
	}
	for row := range s.cells { // as high as the grid's, so that both show as many
		t.SetRowHeight(row, rowHeight)
	}
	for col := range s.columns {
		t.SetColumnWidth(col, width-4)
	}
	return t
}

func blank() fyne.CanvasObject {
	return canvas.NewText("100000.00", fyne.CurrentApp().Settings().Theme().Color("foreground", 0))
}

func write(o fyne.CanvasObject, words string) {
	if text := o.(*canvas.Text); text.Text != words {
		text.Text = words
		text.Refresh()
	}
}
