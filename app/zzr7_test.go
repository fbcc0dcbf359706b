package app

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yueping/models"
	"yueping/models/month"
)

func TestR7Dump(t *testing.T) {
	w := sampleCity(t)
	type ind struct {
		Key, Name, Measure string
		Aliases            []string
		Decimals           int
		Percent, Daily     bool
		Formula            bool
		Min, Max           string
	}
	out := map[string]any{}
	for _, key := range []string{"city-management", "township-air"} {
		m, err := w.Month(context.Background(), key, month.Of(2019, 10))
		if err != nil {
			t.Log(key, err)
			continue
		}
		var inds []ind
		for _, i := range m.Program.Indicators {
			at := i
			lo, hi := at.Bounds()
			x := ind{Key: i.Key, Name: i.Name, Measure: i.Measure, Aliases: i.Aliases, Decimals: i.Decimals, Percent: i.Percent, Formula: len(i.Formulas) > 0, Daily: i.FromDays != ""}
			if lo != nil {
				x.Min = lo.String()
			}
			if hi != nil {
				x.Max = hi.String()
			}
			inds = append(inds, x)
		}
		var units [][3]string
		for _, u := range m.Table.Roster.Units() {
			units = append(units, [3]string{u.Key, m.Table.Roster.Name(u.Key), m.Table.Roster.County(u.Key)})
		}
		covers := map[string]bool{}
		for _, u := range m.Table.Roster.Units() {
			for n := range m.Program.Indicators {
				covers[u.Key+"|"+m.Program.Indicators[n].Key] = m.Table.Roster.Covers(&m.Program.Indicators[n], u.Key)
			}
		}
		out[key] = map[string]any{"indicators": inds, "units": units, "covers": covers}
	}
	data, _ := json.MarshalIndent(out, "", " ")
	os.WriteFile("/tmp/r7/city.json", data, 0o644)
}

func TestR7Read(t *testing.T) {
	w := sampleCity(t)
	paths, _ := filepath.Glob(os.Getenv("R7") + "/*.json")
	files, values, wrong, missing, refusedFiles, asked := 0, 0, 0, 0, 0, 0
	codes := map[string]int{}
	slow := time.Duration(0)
	for _, p := range paths {
		var truth struct {
			Program, Month, File string
			Values               map[string]string // unit|indicator -> value or state
			May                  []string          // cells that may be refused
		}
		data, _ := os.ReadFile(p)
		if err := json.Unmarshal(data, &truth); err != nil {
			t.Fatal(p, err)
		}
		files++
		began := time.Now()
		i, err := w.ReadImport(context.Background(), ImportRequest{Program: truth.Program, Month: month.Find(truth.Month), Path: truth.File})
		slow = max(slow, time.Since(began))
		if err != nil {
			refusedFiles++
			codes["FILE "+err.Error()]++
			fmt.Println("FILE", filepath.Base(truth.File), err)
			continue
		}
		seen := map[string]bool{}
		asked += len(i.Questions)
		for _, v := range i.Values {
			k := v.Unit.Key + "|" + v.Indicator.Key
			if v.Day != 0 {
				k += fmt.Sprintf("|%d", v.Day)
			}
			got := string(v.Cell.State)
			if v.Cell.State == models.IsNumber {
				got = v.Cell.Value.String()
			}
			values++
			seen[k] = true
			if want := truth.Values[k]; want != got {
				wrong++
				fmt.Printf("WRONG %s %s!%s %s: read %s, truth %q\n", filepath.Base(truth.File), v.Sheet, v.At, k, got, want)
			}
		}
		for _, r := range i.Refused {
			codes[r.Reason.Code]++
		}
		lost := 0
		for k := range truth.Values {
			if !seen[k] {
				lost++
			}
		}
		missing += lost
		if lost > 0 && len(i.Refused) == 0 && len(i.Questions) == 0 {
			fmt.Printf("SILENT %s: %d of %d not read; left", filepath.Base(truth.File), lost, len(truth.Values))
			for _, l := range i.Left {
				fmt.Printf(" %s:%s", l.At, l.Reason.Code)
			}
			fmt.Println()
		}
		if lost > 0 && os.Getenv("R7V") != "" {
			var rs []string
			for _, r := range i.Refused[:min(3, len(i.Refused))] {
				rs = append(rs, r.Sheet+"!"+r.At+" "+r.Found+" "+r.Reason.Code)
			}
			fmt.Println("LOST", filepath.Base(truth.File), lost, strings.Join(rs, "; "))
		}
	}
	fmt.Println("files", files, "values", values, "WRONG", wrong, "missing", missing, "refused files", refusedFiles, "questions", asked, "slowest", slow)
	for c, n := range codes {
		fmt.Println("  ", n, c)
	}
}
