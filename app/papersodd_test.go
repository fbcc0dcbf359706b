package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// oddCity has what few rules have: two lists in one rule, and a unit that takes over the months of another.
const oddCity = `key: count
name: 考评
groups:
  - {key: towns, name: 乡镇组, members: [jia, {unit: old, until: 2019-10}, {unit: yi, from: 2019-10}]}
indicators:
  - {key: score, name: 得分}
  - {key: points, name: 扣分}
schemes:
  - {key: score, name: 得分排名, keys: [{indicator: score, order: descending}], lists: [{key: worst, name: 后1名, side: worst, by: rows, count: 1}]}
  - {key: points, name: 扣分排名, keys: [{indicator: points, order: ascending}], lists: [{key: worst, name: 末位, side: worst, by: rows, count: 1}]}
escalation:
  - {key: both, scheme: score, list: worst, also_scheme: points, also_list: worst, months: 2, within: year, successor: inherit, action: 约谈}
wording:
  papers:
    - key: letter
      name: 函
      actions: [约谈]
      kind: letter
      title: 函
      body: |
        {{.Unit}}：{{.List}}第{{.Rank}}名{{with .Also}}，{{.List}}第{{.Rank}}名{{end}}。{{if .Running}}连续{{else}}累计{{end}}{{.Count}}个月。
        {{.Table}}
`

const oddUnits = `units:
  - {key: shi, kind: city, name: 某市}
  - {key: jia, kind: township, name: 甲镇, parent: shi}
  - {key: old, kind: township, name: 老乡, parent: shi, until: 2019-10, successor: yi}
  - {key: yi, kind: township, name: 乙镇, parent: shi, from: 2019-10}
`

func TestPaperOfTwoListsAndASuccessor(t *testing.T) {
	w := opened(t, params(t), fstest.MapFS{"units.yaml": {Data: []byte(oddUnits)}, "count.yaml": {Data: []byte(oddCity)}})
	b := Batch{Program: "count", Source: models.SourceTyped}
	for unit, last := range map[string]month.Month{"old": september, "yi": october} {
		for indicator, values := range map[string][2]string{"score": {"9", "3"}, "points": {"1", "7"}} {
			b.Edits = append(b.Edits, Edit{Indicator: indicator, Unit: "jia", Period: last.Whole(), Cell: content(values[0])},
				Edit{Indicator: indicator, Unit: unit, Period: last.Whole(), Cell: content(values[1])})
		}
	}
	applied(t, w, b)
	pages := papersPDF(t, w, PapersRequest{Program: "count", Month: october})
	if len(pages) != 1 {
		t.Fatal(pages)
	}
	for _, want := range []string{"乙镇：后1名第2名，末位第2名。累计2个月。", "得分排名名次", "扣分排名名次", "2019年9月第2名（共2个）3第2名（共2个）7", "2019年10月第2名（共2个）3第2名（共2个）7"} {
		if !strings.Contains(pages[0], want) {
			t.Errorf("no %s in %s", want, pages[0])
		}
	}
}

// A batch that cannot be set whole is refused once, with all who are to blame, and leaves no file.
func TestPapersNameAllWhoCannotBeSet(t *testing.T) {
	files := fstest.MapFS{"units.yaml": {Data: []byte(oddUnits)}, "count.yaml": {Data: []byte(strings.Replace(oddCity, "body: |\n", "body: |\n        \uE123\n", 1))}}
	w := opened(t, params(t), files)
	b := Batch{Program: "count", Source: models.SourceTyped}
	for i, last := range []month.Month{september, october} {
		for _, indicator := range []string{"score", "points"} {
			b.Edits = append(b.Edits, Edit{Indicator: indicator, Unit: "jia", Period: last.Whole(), Cell: content("5")},
				Edit{Indicator: indicator, Unit: []string{"old", "yi"}[i], Period: last.Whole(), Cell: content("5")})
		}
	}
	applied(t, w, b)
	path := filepath.Join(t.TempDir(), "papers.pdf")
	err := w.WritePapers(context.Background(), PapersRequest{Program: "count", Month: october, Path: path})
	said := w.text.Error(err)
	for _, want := range []string{"甲镇", "乙镇", "U+E123"} {
		if fault.CodeOf(err) != "papers.cannot" || !strings.Contains(said, want) {
			t.Errorf("no %s in %s", want, said)
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a refused batch leaves a file")
	}
}
