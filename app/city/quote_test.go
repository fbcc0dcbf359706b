package city

import (
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"yueping/models"
	"yueping/models/month"
)

// Whatever a text holds, it comes back from the files as it was.
func TestTextsSurviveTheFiles(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"a", "甲", " ", "\n", "\t", "\r", ":", ": ", "#", " #", "-", "- ", "?", "? ", "!", "&", "*", "|", ">", "'", `"`, `\`, "%", "@", "{", "}", "[", "]", ",", "~",
		"null", "true", "0123", "1.50", "2019-10", ".5", "1e3", "0x10", "1_0", "<<", "=", "{{.City}}", "---", "...", "%YAML", ".inf", "-.inf", ".nan", "12:30", "\u3000", "\u00a0", "\u2028", "\u0085"})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, piece := range rapid.SliceOfN(pieces, 1, 6).Draw(t, "pieces") {
			text += piece
		}
		c := &City{Units: []models.Unit{{Key: "c", Kind: models.KindCity, Names: month.Always("某市"), Printed: text, Aliases: []string{text}}},
			Programs: []models.Program{{Key: "p", Name: "考评", Note: text, Wording: models.Wording{Box: text}}}}
		files, err := Files(c)
		if err != nil {
			t.Fatal(err)
		}
		folder := fstest.MapFS{}
		for name, data := range files {
			folder[name] = &fstest.MapFile{Data: data}
		}
		back, err := Load(folder)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		u, p := back.Units[0], back.Programs[0]
		for _, got := range []string{u.Printed, u.Aliases[0], p.Note, p.Wording.Box} {
			if got != text {
				t.Errorf("%q came back as %q", text, got)
			}
		}
		if u.Precedence != 0 {
			t.Errorf("precedence 0 came back as %d", u.Precedence)
		}
	})
}
