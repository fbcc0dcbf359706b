package city

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"yueping/models/fault"
)

// tiny is a small valid city, as files in memory.
func tiny(t testing.TB) fstest.MapFS {
	t.Helper()
	root := filepath.Join("..", "testdata", "tiny")
	folder := fstest.MapFS{}
	for _, name := range []string{"units.yaml", "count.yaml", "observations/count-2019-09.csv"} {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		folder[name] = &fstest.MapFile{Data: data}
	}
	return folder
}

// changed is the small city with one piece of a file replaced.
func changed(t testing.TB, name, old, now string) fstest.MapFS {
	t.Helper()
	folder := tiny(t)
	text := string(folder[name].Data)
	if strings.Count(text, old) != 1 {
		t.Fatalf("%s has %q %d times", name, old, strings.Count(text, old))
	}
	folder[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, now, 1))}
	return folder
}

// places gives the faults of an error as code@file:line:column, in their order.
func places(err error) []string {
	var result []string
	for _, f := range fault.All(err) {
		result = append(result, fmt.Sprintf("%s@%v:%v:%v", f.Code, f.Args["file"], f.Args["line"], f.Args["column"]))
	}
	return result
}

// beginning is the text that stands in a file at the place of a fault.
func beginning(folder fstest.MapFS, f *fault.Fault) string {
	name, hasName := f.Args["file"].(string)
	line, hasLine := f.Args["line"].(int)
	column, hasColumn := f.Args["column"].(int)
	if !hasName || !hasLine || !hasColumn || folder[name] == nil {
		return "no place"
	}
	lines := strings.Split(string(folder[name].Data), "\n")
	if line < 1 || line > len(lines) || column < 1 || column > len([]rune(lines[line-1]))+1 {
		return "no such place"
	}
	return string([]rune(lines[line-1])[column-1:])
}
