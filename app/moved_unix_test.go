//go:build unix

package app

import (
	"errors"
	"os"
	"testing"
)

// Windows does not let an open file be moved away; where it can be, what is typed must not go with it.
func TestSavingWhereTheFileIsGone(t *testing.T) {
	w, p := tiny(t)
	applied(t, w, batch("due jia 1"))
	aside := w.Path() + ".aside"
	if err := os.Rename(w.Path(), aside); err != nil {
		t.Fatal(err)
	}
	failing(t, w, "store.moved", every...)
	if err := os.WriteFile(w.Path(), []byte("another"), 0o600); err != nil {
		t.Fatal(err)
	}
	failing(t, w, "store.moved", every...)
	if err := errors.Join(os.Remove(w.Path()), os.Rename(aside, w.Path())); err != nil {
		t.Fatal(err)
	}
	mended(t, w, p)
}
