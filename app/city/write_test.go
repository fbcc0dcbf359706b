package city_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"yueping/app/city"
	"yueping/assets"
	"yueping/models/number"
)

// TestWriteAndLoad writes every sample city and loads it again without a difference.
func TestWriteAndLoad(t *testing.T) {
	cities, err := fs.ReadDir(assets.Files, "cities")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range cities {
		folder, err := fs.Sub(assets.Files, "cities/"+entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := fs.Stat(folder, "units.yaml"); err != nil {
			continue
		}
		before, err := city.Load(folder)
		if err != nil {
			t.Fatal(err)
		}
		files, err := city.Files(before)
		if err != nil {
			t.Fatal(err)
		}
		written := fstest.MapFS{}
		for name, content := range files {
			written[name] = &fstest.MapFile{Data: content}
		}
		after, err := city.Load(written)
		if err != nil {
			t.Fatalf("%v\n%s", err, files["units.yaml"][:300])
		}
		equal := cmp.Comparer(func(a, b number.Number) bool { return a.Cmp(b) == 0 })
		if diff := cmp.Diff(before.Units, after.Units); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(before.Programs, after.Programs, equal); diff != "" {
			t.Error(diff)
		}
	}
}
