package views

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yueping/app/text"
	"yueping/assets"
)

// used finds the message keys that stand whole in Go code.
var used = regexp.MustCompile(`\b[Tt]\("([a-z]+(?:\.[a-zA-Z_]+)+)"[,)]|"((?:settings|inspector)\.[a-z_]+)"[,)]`)

func TestEveryMessageIsThereInBothLanguages(t *testing.T) {
	keys := map[string]bool{"menu.with_keys": true}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, found := range used.FindAllStringSubmatch(string(source), -1) {
			keys[found[1]+found[2]] = true
		}
		return err
	})
	check(t, err)
	if len(keys) < 100 {
		t.Fatalf("only %d keys were found: the pattern no longer fits the code", len(keys))
	}
	for _, m := range screenMakers {
		keys["screen."+m.key] = true
	}
	for _, b := range bindings() {
		if !strings.HasPrefix(b.name, "screen.") {
			keys["key."+b.name] = true
		}
	}
	for _, l := range gridLines {
		keys["key.grid."+l.name] = true
	}
	for _, step := range []string{"begin", "missing", "drafts", "errors", "verify", "ranking", "bulletin"} {
		keys["next."+step], keys["next."+step+".button"] = true, true
	}
	for _, source := range []string{"typed", "pasted", "filled", "command", "imported", "sample", "undo", "redo"} {
		keys["source."+source] = true
	}
	for _, word := range fyneWords {
		keys[word] = true
	}
	for _, language := range []string{"zh-Hans", "en"} {
		book, err := text.Open(assets.Files, language)
		check(t, err)
		var missing []string
		for key := range keys {
			if !book.Has(key) {
				missing = append(missing, key)
			}
		}
		if slices.Sort(missing); len(missing) > 0 {
			t.Errorf("%s lacks %s", language, strings.Join(missing, ", "))
		}
	}
}
