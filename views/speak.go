package views

import (
	"encoding/json"

	"fyne.io/fyne/v2/lang"

	"yueping/app/text"
)

// fyneWords are the words of Fyne's own dialogs, menus and file lists that the translation files carry
// under Fyne's keys.
var fyneWords = []string{
	"(Parent)", "Advanced", "Cancel", "Confirm", "Copy", "Create Folder", "Cut", "Enter filename", "Error", "Favourites",
	"File", "Folder", "New Folder", "No", "OK", "Open", "Paste", "Quit", "Redo", "Save", "Select all",
	"Show Hidden Files", "Undo", "Yes", "file.name", "file.parent",
}

// speak makes Fyne's own words those of a language, whatever the system's is: they are handed over
// as the translation of the system's locale.
func speak(t *text.Book) error {
	words := map[string]string{}
	for _, key := range fyneWords {
		if t.Has(key) {
			words[key] = t.T(key)
		}
	}
	data, err := json.Marshal(words)
	if err != nil {
		return err
	}
	return lang.AddTranslationsForLocale(data, lang.SystemLocale())
}
