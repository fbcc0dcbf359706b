package app

import (
	"cmp"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"yueping/app/intake"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// corpusCase is what a workbook of testdata/imports says, written by who made it: NAME.json beside the file NAME.
type corpusCase struct {
	About   string        `json:"about"` // what is odd about it
	Program string        `json:"program"`
	Asked   string        `json:"asked"`       // the month that is asked for, "" for none
	Month   string        `json:"month"`       // the month that it is read for
	Layout  intake.Layout `json:"layout"`      // what a clerk said
	Small   []string      `json:"thousandths"` // and of which indicators
	Fault   string        `json:"fault"`       // of the file as a whole; then there is nothing else
	Values  []corpusValue `json:"values"`      // all of them
	Refused []corpusCell  `json:"refused"`     // all of them
	Names   []corpusName  `json:"questions"`   // all of them
	Left    []corpusCell  `json:"left"`        // those that have to be named, among others
}

type corpusValue struct {
	Unit      string `json:"unit"`
	County    string `json:"county"`
	Indicator string `json:"indicator"`
	Day       int    `json:"day"`
	Value     string `json:"value"`
	State     string `json:"state"`
	Sheet     string `json:"sheet"`
	Cell      string `json:"cell"`
}

type corpusCell struct {
	Sheet string `json:"sheet"`
	Cell  string `json:"cell"`
	Code  string `json:"code"`
}

type corpusName struct {
	County string `json:"county"`
	Name   string `json:"name"`
	Count  int    `json:"count"`
}

// corpusLeast is how many workbooks every folder of the corpus has.
const corpusLeast = 30

// TestImportCorpus reads workbooks as offices send them: every value is read right or its cell is refused
// for the right reason, and nothing else is read.
func TestImportCorpus(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join("testdata", "imports", "*"))
	if err != nil || len(folders) == 0 {
		t.Fatal(folders, err)
	}
	w := sampleCity(t)
	for _, folder := range folders {
		wants, err := filepath.Glob(filepath.Join(folder, "*.json"))
		if err != nil || len(wants) < corpusLeast {
			t.Fatal(folder, len(wants), err)
		}
		everyFileHasItsCase(t, folder)
		for _, want := range wants {
			name := filepath.Base(folder) + "/" + strings.TrimSuffix(filepath.Base(want), ".json")
			t.Run(name, func(t *testing.T) { corpusFile(t, w, want) })
		}
	}
}

// everyFileHasItsCase holds that no workbook lies there without being read.
func everyFileHasItsCase(t *testing.T, folder string) {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f.IsDir() || slices.Contains([]string{".json", ".py", ".go", ".sh"}, filepath.Ext(f.Name())) {
			continue
		}
		if _, err := os.Stat(filepath.Join(folder, f.Name()+".json")); err != nil {
			t.Error(err)
		}
	}
}

func corpusFile(t *testing.T, w *Workspace, path string) {
	want := readCorpusCase(t, path)
	request := ImportRequest{Program: want.Program, Path: strings.TrimSuffix(path, ".json"), Thousandths: want.Small}
	if want.Asked != "" {
		request.Month = month.Find(want.Asked)
	}
	if want.Layout.Dash != "" || len(want.Layout.Units) > 0 || len(want.Layout.Sheets) > 0 {
		request.Layout = &want.Layout
	}
	i, err := w.ReadImport(context.Background(), request)
	if want.Fault != "" || err != nil {
		if code := fault.CodeOf(err); code != want.Fault {
			t.Errorf("the file is refused with %q (%v), not %q", code, err, want.Fault)
		}
		return
	}
	if got := i.Month.String(); got != want.Month {
		t.Errorf("month %s, not %s", got, want.Month)
	}
	sameLines(t, "values", want.Values, corpusValues(i))
	sameLines(t, "refused", want.Refused, corpusCells(i.Refused))
	sameLines(t, "questions", want.Names, corpusNames(i))
	left := corpusCells(i.Left)
	for _, one := range want.Left {
		if !slices.Contains(left, one) {
			t.Errorf("%+v is not named among what is left: %+v", one, left)
		}
	}
}

func readCorpusCase(t *testing.T, path string) corpusCase {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var want corpusCase
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.DisallowUnknownFields()
	if err := d.Decode(&want); err != nil {
		t.Fatal(path, err)
	}
	if want.Fault == "" && len(want.Values)+len(want.Refused) == 0 {
		t.Fatal("nothing is expected of", path)
	}
	return want
}

func corpusValues(i *Import) []corpusValue {
	var values []corpusValue
	for _, v := range i.Values {
		one := corpusValue{Unit: v.Name, County: v.County, Indicator: v.Indicator.Key, Day: v.Day, State: string(v.Cell.State), Sheet: v.Sheet, Cell: v.At}
		if v.Cell.State == models.IsNumber {
			one.Value = v.Cell.Value.String()
		}
		values = append(values, one)
	}
	return values
}

func corpusCells(list []ImportRefusal) []corpusCell {
	var cells []corpusCell
	for _, r := range list {
		cells = append(cells, corpusCell{r.Sheet, r.At, r.Reason.Code})
	}
	return cells
}

func corpusNames(i *Import) []corpusName {
	var names []corpusName
	for _, q := range i.Questions {
		names = append(names, corpusName{q.County, q.Name, q.Count})
	}
	return names
}

// sameLines compares lists whose order says nothing.
func sameLines[T any](t *testing.T, what string, want, got []T) {
	t.Helper()
	lines := func(list []T) []string {
		var result []string
		for _, one := range list {
			line, err := json.Marshal(one)
			if err != nil {
				t.Fatal(err)
			}
			result = append(result, string(line))
		}
		slices.SortFunc(result, cmp.Compare[string])
		return result
	}
	if diff := gocmp.Diff(lines(want), lines(got)); diff != "" {
		t.Errorf("%s (- is expected, + was read):\n%s", what, diff)
	}
}
