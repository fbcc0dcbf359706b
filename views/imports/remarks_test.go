package imports

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
)

// An export of which only a note is new can be stored, and the foot says so.
func TestANoteAloneIsStored(t *testing.T) {
	d := tinyDesk(t)
	d.open("单位|县区|应结数", "甲镇|东县|5")
	d.Keys(fyne.KeyReturn)
	ctx, path, note := context.Background(), filepath.Join(t.TempDir(), "a.xlsx"), "来电更正"
	place := models.Place{Indicator: "due", Unit: "jia", Period: october.Whole()}
	_, err := d.Workspace.Annotate(ctx, app.Annotations{Program: "count", Places: []models.Place{place}, Note: &note})
	d.check(err)
	d.check(d.Workspace.WriteExport(ctx, "count", october, path))
	_, err = d.Workspace.Undo(ctx, "count")
	d.check(err)
	d.Files(d.place, []string{path})
	if said := d.page.foot.words.Text; !strings.Contains(said, "另有备注与来源1条") || d.page.foot.store.Disabled() {
		t.Errorf("the foot says %q", said)
	}
	d.Keys(fyne.KeyReturn)
	m, err := d.Workspace.Month(ctx, "count", october)
	d.check(err)
	if got := m.Annotations[m.Place("due", "jia")].Note; got != note {
		t.Errorf("%q is stored", got)
	}
}
