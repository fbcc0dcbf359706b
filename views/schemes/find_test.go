package schemes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yueping/views/controls"
)

// entries are the entries of the form in their order.
func entries(f *form) []*controls.Entry {
	var found []*controls.Entry
	for _, o := range all(f.sheet.object) {
		if e, ok := o.(*controls.Entry); ok {
			found = append(found, e)
		}
	}
	return found
}

// The entries of every form: the first two and the last one.
func name(f *form) *controls.Entry   { return entries(f)[0] }
func from(f *form) *controls.Entry   { return entries(f)[1] }
func reason(f *form) *controls.Entry { return entries(f)[len(entries(f))-1] }

// size is the entry of a list's size.
func size(f *form, list int) *controls.Entry {
	for i, e := range entries(f) {
		if e.Text == f.content.lists[list].name && i+1 < len(entries(f)) {
			return entries(f)[i+1]
		}
	}
	return nil
}

// all walks a tree by the renderers that are in use; test.LaidOutObjects makes new ones.
func all(o fyne.CanvasObject) []fyne.CanvasObject {
	found := []fyne.CanvasObject{o}
	switch v := o.(type) {
	case *fyne.Container:
		for _, child := range v.Objects {
			found = append(found, all(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(v).Objects() {
			found = append(found, all(child)...)
		}
	}
	return found
}
