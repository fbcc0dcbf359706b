package sample

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"yueping/app/city"
	"yueping/assets"
	"yueping/models/air"
)

var update = flag.Bool("update", false, "write the made-up observations into assets/cities")

// TestRegenerate makes every made-up month of every sample city anew and compares it byte for byte
// with the file that is shipped.
func TestRegenerate(t *testing.T) {
	standards, err := air.Open(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	root := filepath.Join("..", "..", "assets", "cities")
	cities, err := filepath.Glob(filepath.Join(root, "*", "sample.yaml"))
	if err != nil || len(cities) == 0 {
		t.Fatal("no sample city found", err)
	}
	cities = append(cities, filepath.Join(root, "schema", "example", "sample.yaml"))
	for _, file := range cities {
		folder := filepath.Dir(file)
		c, err := city.Load(os.DirFS(folder))
		if err != nil {
			t.Fatal(err)
		}
		files, err := Make(c, standards)
		if err != nil {
			t.Fatal(err)
		}
		if len(files) == 0 {
			t.Fatal("no month was made")
		}
		for _, f := range files {
			name := filepath.Join(folder, filepath.FromSlash(f.Name))
			if *update {
				if err := os.WriteFile(name, f.Content, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			stored, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(stored, f.Content) {
				t.Errorf("%s differs from what sample.yaml makes; go test ./app/sample -update writes it", name)
			}
		}
	}
}
