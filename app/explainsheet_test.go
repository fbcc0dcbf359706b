package app

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

func explanationPDF(t testing.TB, w *Workspace, r ExplanationRequest) []string {
	t.Helper()
	r.Path = filepath.Join(t.TempDir(), "explained.pdf")
	if err := w.WriteExplanation(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return pagesOf(t, r.Path)
}

var (
	white  = regexp.MustCompile(`[\s　]+`)
	digits = regexp.MustCompile(`[0-9]+(?:[.:-][0-9]+)*…?`)
)

// unitsOf parts the pages into those of each unit: a unit begins on a page numbered 1.
func unitsOf(t testing.TB, pages []string) []string {
	t.Helper()
	var units []string
	for _, p := range pages {
		if strings.Contains(p, "第1页共") {
			units = append(units, "")
		}
		if len(units) == 0 {
			t.Fatal("the first page is not numbered 1")
		}
		units[len(units)-1] += p
	}
	return units
}

// lacking are the words and figures of a line that a printed text has not. What stands in a table is looked
// for cell by cell.
func lacking(printed string, l ExplainLine) []string {
	var missing []string
	pieces := append(digits.FindAllString(l.Text, -1), l.Cells...)
	if l.Table == "" {
		pieces = append(pieces, l.Text)
	}
	for _, p := range pieces {
		if p = white.ReplaceAllString(p, ""); !strings.Contains(printed, p) {
			missing = append(missing, p)
		}
	}
	return missing
}

// Every word and figure of every unit of every ranking of the sample stands on paper, in the order of groups and of
// precedence.
func TestExplanationPrintsAllThereIs(t *testing.T) {
	w := sampleCity(t)
	for _, c := range []struct {
		program, scheme string
		at              month.Month
	}{{"township-air", "", august}, {"township-air", "townships", august}, {"township-air", "counties-improvement", august}, {"city-management", "", month.Of(2019, 10)}} {
		m := loaded(t, w, c.program, c.at)
		x, err := w.Explainer(context.Background(), m, c.scheme)
		if err != nil {
			t.Fatal(err)
		}
		printed := unitsOf(t, explanationPDF(t, w, ExplanationRequest{Program: c.program, Month: c.at, Scheme: c.scheme}))
		keys := x.Units()
		if len(printed) != len(keys) || len(keys) < 9 {
			t.Fatalf("%+v: %d units, printed %d", c, len(keys), len(printed))
		}
		for i, key := range keys {
			e, err := x.Unit(context.Background(), key)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range ExplainLines(w.text, e)[1:] {
				if l.Level == 0 && strings.HasPrefix(l.Text, "【") {
					l.Text = strings.Trim(l.Text, "【】") // in a box
				}
				if missing := lacking(printed[i], l); len(missing) > 0 {
					t.Fatalf("%s: %q is not in\n%s", l.Text, missing, printed[i])
				}
			}
			if !strings.Contains(printed[i], FullName(e.Name, e.County)) || !strings.Contains(printed[i], "得分计算明细") || !strings.Contains(printed[i], m.Mark(w.text)) {
				t.Errorf("the head lacks something: %s", printed[i])
			}
		}
		if !slices.IsSortedFunc(keys, func(a, b string) int {
			at := func(key string) int {
				return slices.IndexFunc(m.Table.Units, func(u *models.Unit) bool { return u.Key == key })
			}
			return at(a) - at(b)
		}) && c.scheme != "" {
			t.Errorf("%s: not in the order of groups and precedence", c.scheme)
		}
	}
}

// A cell of a line says what the line says: window, terminal and paper tell the same.
func TestCellsSayWhatTheirLineSays(t *testing.T) {
	w := sampleCity(t)
	m := loaded(t, w, "township-air", august)
	x, err := w.Explainer(context.Background(), m, "")
	if err != nil {
		t.Fatal(err)
	}
	tables := map[ExplainTable]int{}
	for _, key := range x.Units() {
		e, err := x.Unit(context.Background(), key)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range ExplainLines(w.text, e) {
			tables[l.Table]++
			if l.Table == "" {
				continue
			}
			if len(l.Cells) != len(ExplainColumns(w.text, l.Table)) {
				t.Fatalf("%+v", l)
			}
			cells := strings.Join(l.Cells, "｜")
			for _, f := range digits.FindAllString(l.Text, -1) {
				if !strings.Contains(cells, f) {
					t.Errorf("%s is not in %s", f, cells)
				}
			}
			for _, c := range l.Cells {
				if !strings.Contains(l.Text, c) && c != "达标" && c != "超标" {
					t.Errorf("%s is not in %s", c, l.Text)
				}
			}
		}
	}
	for _, table := range []ExplainTable{ExplainInputs, ExplainParts, ExplainWithin, ExplainMonths} {
		if tables[table] == 0 {
			t.Errorf("nothing is in table %s", table)
		}
	}
}

func TestExplanationOfSomeUnits(t *testing.T) {
	w := sampleCity(t)
	m := loaded(t, w, "township-air", august)
	x, err := w.Explainer(context.Background(), m, "townships")
	if err != nil {
		t.Fatal(err)
	}
	keys := x.Units()
	got := unitsOf(t, explanationPDF(t, w, ExplanationRequest{Program: "township-air", Month: august, Scheme: "townships", Units: []string{keys[9], keys[2]}}))
	if len(got) != 2 || !strings.Contains(got[0], m.unitName(keys[2])) || !strings.Contains(got[1], m.unitName(keys[9])) {
		t.Errorf("%q", got)
	}
	path := filepath.Join(t.TempDir(), "none.pdf")
	for code, r := range map[string]ExplanationRequest{
		"explain.not_in_scheme": {Program: "township-air", Month: august, Scheme: "counties", Units: []string{keys[0]}},
		"explain.no_unit":       {Program: "township-air", Month: august, Units: []string{"nobody"}},
		"scheme.unknown":        {Program: "township-air", Month: august, Scheme: "nothing"},
		"explain.nobody":        {Program: "communities", Month: month.Of(2019, 10)},
	} {
		r.Path = path
		if err := w.WriteExplanation(context.Background(), r); fault.CodeOf(err) != code {
			t.Errorf("%s: %v", code, err)
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a refused annex leaves a file")
	}
}

// A character that no face has refuses the annex with a sentence that names it, and leaves no file.
func TestExplanationRefusesWhatNoFontHas(t *testing.T) {
	w := sampleCity(t)
	m := loaded(t, w, "township-air", august)
	unit := m.Table.Units[0].Key
	pm10, err := number.Parse("61")
	if err != nil {
		t.Fatal(err)
	}
	applied(t, w, Batch{Program: "township-air", Source: models.SourceTyped, Reason: "来文\uE000", Edits: []Edit{
		{Indicator: "pm10", Unit: unit, Period: august.Whole(), Cell: models.Of(pm10)}}})
	path := filepath.Join(t.TempDir(), "none.pdf")
	err = w.WriteExplanation(context.Background(), ExplanationRequest{Program: "township-air", Month: august, Units: []string{unit}, Path: path})
	if fault.CodeOf(err) != "sheet.missing_characters" || !strings.Contains(w.text.Error(err), "U+E000") {
		t.Error(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the refused annex leaves a file")
	}
}
