package app

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

// towns are those that fill the ranking: the index of the nth is 100 + n, so that the last ten of a
// month in which nobody else has a figure are the 35th to the 44th.
const towns = 44

// ruleCase is a line of testdata/rules/cases.csv.
type ruleCase struct {
	program, name, at, want string
	units                   []string            // those with marks of their own
	marks                   map[string][]string // by indicator: a unit's marks
	first                   month.Month
}

func ruleCases(t *testing.T) []ruleCase {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "rules", "cases.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var cases []ruleCase
	for _, l := range lines[1:] {
		c := ruleCase{program: l[0], name: l[1], first: month.MustParse(l[3]), at: l[5], want: l[6], marks: map[string][]string{}}
		c.units = strings.FieldsFunc(l[2], func(r rune) bool { return r == '>' || r == '+' })
		for i, marks := range strings.Split(l[4], ":") {
			c.marks[[]string{"index", "change"}[i]] = spread(l[2], marks)
		}
		cases = append(cases, c)
	}
	return cases
}

// spread gives each unit's marks: those behind > follow in time, those behind + are of the same months.
func spread(units, marks string) []string {
	var result []string
	begin := 0
	for i, part := range strings.Split(marks, ">") {
		longest := 0
		for _, own := range strings.Split(part, "+") {
			result = append(result, strings.Repeat(" ", begin)+own)
			longest = max(longest, len(own))
		}
		if i == 0 {
			begin = longest
		}
	}
	if n := strings.Count(units, ">") + strings.Count(units, "+") + 1; n != len(result) {
		panic(fmt.Sprintf("%s with the marks %q", units, marks))
	}
	return result
}

// figure is the index that brings a mark in a program whose list is of the last n.
func figure(mark byte, n int) models.Cell {
	value := map[byte]string{'x': "999", '=': fmt.Sprint(100 + towns - n + 1), '/': fmt.Sprint(100+towns-n) + ".5", '1': "130.5", '.': "122.5", 'b': "1"}[mark]
	if mark == '?' {
		return models.Cell{State: models.NoData}
	}
	return models.Of(number.MustParse(value))
}

// lastOf is how many units the widest list of the worst has.
func lastOf(p *models.Program) int {
	n := 0
	for _, l := range p.Schemes[0].Versions.Last().Lists {
		if l.Worst {
			n = max(n, l.Count)
		}
	}
	return n
}

// enter makes the batches of a case, one a month. A month that nobody reported has none.
func (c ruleCase) enter(p *models.Program) []Batch {
	var batches []Batch
	for indicator, units := range c.marks {
		for i := range len(strings.TrimSpace(units[len(units)-1])) + strings.Count(units[len(units)-1], " ") {
			m := c.first + month.Month(i)
			b := Batch{Program: p.Key, Source: models.SourceTyped}
			put := func(unit string, cell models.Cell) {
				b.Edits = append(b.Edits, Edit{Indicator: indicator, Unit: unit, Period: m.Whole(), Cell: cell})
			}
			nobody := false
			for u, marks := range units {
				switch {
				case i >= len(marks) || marks[i] == ' ':
				case marks[i] == '-':
					nobody = true
				default:
					put(c.units[u], figure(marks[i], lastOf(p)))
				}
			}
			for n := 1; n <= towns && !nobody; n++ {
				if unit := fmt.Sprintf("u%02d", n); unit != c.units[0] {
					put(unit, models.Of(number.FromInt(int64(100+n))))
				}
			}
			if len(b.Edits) > 0 {
				batches = append(batches, b)
			}
		}
	}
	return batches
}

// brought is what a unit receives in a month, in a line.
func brought(t *testing.T, w *Workspace, program string, at month.Month, unit string) string {
	t.Helper()
	notices, err := w.Notices(context.Background(), program, at)
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, n := range notices {
		if n.Unit.Key != unit {
			continue
		}
		part := strings.TrimSpace(n.Action + " " + n.Addressee)
		for _, m := range n.Months {
			part += fmt.Sprintf(" %d", m.Number())
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ")
}

// TestRuleSets works the rules of several cities, and every setting that a rule has, by configuration
// alone: program files and observations. Entered forwards or backwards, the months bring the same.
func TestRuleSets(t *testing.T) {
	cases := ruleCases(t)
	for i, c := range cases {
		t.Run(c.program+" "+c.name, func(t *testing.T) {
			w, ctx := opened(t, params(t), os.DirFS(filepath.Join("testdata", "rules"))), context.Background()
			p, err := w.Program(ctx, c.program)
			if err != nil {
				t.Fatal(err)
			}
			batches := c.enter(p)
			for j := range batches {
				if i%2 == 1 {
					j = len(batches) - 1 - j
				}
				if _, err := w.Apply(ctx, batches[j]); err != nil {
					t.Fatal(err)
				}
			}
			if got := brought(t, w, c.program, month.MustParse(c.at), c.units[len(c.units)-1]); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	if len(cases) < 45 {
		t.Errorf("%d cases", len(cases))
	}
}
