// Package handout brings what goes out of the window into a file, or to the printer.
package handout

import (
	"context"
	"path/filepath"
	"strings"

	"yueping/app"
	"yueping/views/dialogs"
	"yueping/views/kit"
	"yueping/views/preview"
)

// Write writes a file of a path.
type Write func(ctx context.Context, path string) error

// Save asks where to, writes, and says where the file is. name is a proposal with its ending, whose
// kind of file the message handout.kind.ENDING names.
func Save(k *kit.Kit, name string, write Write) {
	ending := filepath.Ext(name)
	dialogs.Files{Window: k.Window, Title: k.T("handout.where"), Name: clean(name),
		Kind: k.T("handout.kind" + ending), Extensions: []string{ending},
		Naming: dialogs.Question{Title: k.T("handout.where"), Text: k.T("handout.name"), OK: k.T("handout.ok"), Dismiss: k.T("dialog.cancel")},
		Replacing: func(path string) dialogs.Question {
			return dialogs.Question{Title: k.T("handout.replace_title"), Text: k.T("handout.replace", "path", path), OK: k.T("handout.replace_ok"), Dismiss: k.T("dialog.cancel")}
		},
		Chosen: func(path string) { To(k, path, write) }, Failed: k.Fail}.Save()
}

// To writes to a path and says so.
func To(k *kit.Kit, path string, write Write) {
	kit.Background(k, func(ctx context.Context) (string, error) { return path, write(ctx, path) },
		func(path string) { saved(k, path) })
}

// Lay lays pages out.
type Lay func(ctx context.Context) (*app.Printable, error)

// Print shows pages as they print, from where they go to a printer or into a file. name is a proposal for the file,
// with its ending.
func Print(k *kit.Kit, name string, lay Lay) {
	kit.Background(k, lay, func(pages *app.Printable) {
		preview.Show(k, preview.Sheet{Pages: pages, Name: clean(name), Save: func() {
			Save(k, name, func(_ context.Context, path string) error { return pages.Save(path) })
		}})
	})
}

// clean drops what file names cannot hold on one system or another.
func clean(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, name)
}
