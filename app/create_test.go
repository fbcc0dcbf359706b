package app

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yueping/models/fault"
)

// A faulty city leaves no file behind, and every fault has its place.
func TestFaultyCityLeavesNothing(t *testing.T) {
	const csv = "observations/count-2019-09.csv"
	for _, c := range []struct {
		name, file, old, now string
		want                 []string // code and place
	}{
		{"a misspelt field in the wording", "count.yaml", "{{.Month}}", "{{.Moon}}", []string{"bulletin.wording count.yaml:24:16"}},
		{"a misspelt indicator in the wording", "count.yaml", `{{city "due"}}`, `{{city "owed"}}`, []string{"bulletin.wording count.yaml:24:30"}},
		{"a wording never closed", "count.yaml", "{{.City}}", "{{if .City}}", []string{"bulletin.wording count.yaml:25:1"}},
		{"a sheet title", "count.yaml", "wording:", "wording:\n  sheet_title: \"{{.City}}{{.Town}}\"", []string{"bulletin.wording count.yaml:23:28"}},
		{"two observations at once", csv, "due,10", "due,ten\n丙镇,东县,due,1", []string{"number.not_a_number " + csv + ":2:1", "unit.unknown_in_county " + csv + ":3:1"}},
		{"an ambiguous unit", csv, "甲镇,东县,due", "甲镇,,due", []string{"unit.ambiguous " + csv + ":2:1"}},
		{"an observation of a derived figure", csv, "due,10", "closing_rate,1", []string{"indicator.derived " + csv + ":2:1"}},
		{"an unknown indicator", csv, "due,10", "owed,1", []string{"indicator.unknown " + csv + ":2:1"}},
		{"a cell twice", csv, "due,10", "due,10\n甲镇,东县,due,11", []string{"city.observation_twice " + csv + ":3:1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := tinyFiles(t)
			text := string(folder[c.file].Data)
			if !strings.Contains(text, c.old) {
				t.Fatal("nothing to change")
			}
			folder[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, c.old, c.now, 1))}
			p := params(t)
			w, err := Create(context.Background(), p, folder)
			if w != nil || err == nil {
				t.Fatal("was created")
			}
			var got []string
			for _, f := range fault.All(err) {
				got = append(got, f.Code+" "+strings.Join([]string{sprint(f.Args["file"]), sprint(f.Args["line"]), sprint(f.Args["column"])}, ":"))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
			if strings.Contains(p.Text.Error(err), "<no value>") {
				t.Error(p.Text.Error(err))
			}
			entries, err := os.ReadDir(p.Folder)
			if err != nil || len(entries) > 0 {
				t.Error(entries, err)
			}
		})
	}
}

func TestCreateTwice(t *testing.T) {
	_, p := tiny(t)
	_, err := Create(context.Background(), p, tinyFiles(t))
	refused(t, err, "store.exists")
}
