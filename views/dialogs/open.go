package dialogs

import (
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
)

// OpenWithSystem shows a file or a folder in the system's own program for it.
func OpenWithSystem(path string) error {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	slashed := filepath.ToSlash(absolute)
	if slashed[0] != '/' {
		slashed = "/" + slashed
	}
	return fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: slashed})
}
