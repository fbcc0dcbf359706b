package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

func slipPDF(t testing.TB, w *Workspace, r SlipRequest) []string {
	t.Helper()
	r.Path = filepath.Join(t.TempDir(), "slips.pdf")
	if err := w.WriteSlips(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return pagesOf(t, r.Path)
}

// Every unit has one page, in the order of groups and of precedence, with each of its figures beside that of
// the month before, and its rank.
func TestSlipsOfTheSample(t *testing.T) {
	w := sampleCity(t)
	for program, at := range map[string]month.Month{"township-air": august, "city-management": october} {
		m, before := loaded(t, w, program, at), loaded(t, w, program, at-1)
		var units []*models.Unit
		for _, u := range m.Table.Units {
			if m.Table.Roster.Group(u.Key) != "" {
				units = append(units, u)
			}
		}
		pages := slipPDF(t, w, SlipRequest{Program: program, Month: at})
		if len(pages) != len(units) || len(units) < 38 {
			t.Fatalf("%s: %d pages for %d units", program, len(pages), len(units))
		}
		r, err := m.Table.Rank("")
		if err != nil {
			t.Fatal(err)
		}
		for i, u := range units {
			page := pages[i]
			name := FullName(m.Table.Roster.Name(u.Key), m.Table.Roster.County(u.Key))
			wants := []string{"单位：" + name, "第1页共1页", m.Mark(w.text), "核对人（签字）", "负责人（签字）", "日期", "单位（盖章）", "前签字、盖章后反馈", "书面申诉", "录入中", "2026-03-0912:00"}
			for k := range m.Program.Indicators {
				ind := &m.Program.Indicators[k]
				if !m.Table.Roster.Covers(ind, u.Key) {
					continue
				}
				row := Heading(ind)
				for _, v := range []appraise.Value{m.Table.Value(ind.Key, u.Key), before.Table.Value(ind.Key, u.Key)} {
					row += figureCell(w.text, ind, v).Text
				}
				wants = append(wants, white.ReplaceAllString(row, ""))
			}
			if g, row := r.Row(u.Key); row != nil {
				wants = append(wants, w.text.T("papers.place", "rank", row.Rank, "of", len(g.Rows)), Fixed(r.Keys[0], row.Values[0]))
				wants = append(wants, ListNames(g, row)...)
			}
			for _, want := range wants {
				if !strings.Contains(page, want) {
					t.Fatalf("%s: no %q in %s", name, want, page)
				}
			}
		}
	}
}

// Townships have their whole calculation; that of counties, by two rankings, is cut and says so.
func TestSlipCutsOnlyTheCalculation(t *testing.T) {
	w := sampleCity(t)
	pages := slipPDF(t, w, SlipRequest{Program: "township-air", Month: august, Units: []string{"weidu", "yuzhou-shundianzhen"}, BothSides: true})
	if len(pages) != 3 || pages[1] != "" {
		t.Fatalf("%q", pages)
	}
	const cut = "详见得分计算明细"
	township, county := pages[0], pages[2]
	if !strings.Contains(township, "顺店镇") {
		township, county = county, township
	}
	for _, want := range []string{"PM10：66÷70（GB3095-2012）=0.942857…→0.94", "PM10与PM2.5指数：1.88→1.88", "99+1=第100名", "约谈党委主要负责同志", "后10名"} {
		if !strings.Contains(township, want) {
			t.Errorf("no %q in %s", want, township)
		}
	}
	if strings.Contains(township, cut) || !strings.Contains(county, cut) || !strings.Contains(county, "单位（盖章）") {
		t.Errorf("%s\n%s", township, county)
	}
}

// 0, 无数据, 不参评 and 未报 are told apart; a noted source goes before how the value came in.
func TestSlipStatesAndSources(t *testing.T) {
	w, _ := tiny(t)
	rate := put("rate jia 0.5")
	rate.Period = september.Whole()
	applied(t, w, Batch{Program: "count", Source: models.SourceTyped, Edits: []Edit{rate}})
	phone := "电话"
	if _, err := w.Annotate(context.Background(), Annotations{Program: "count", Places: []models.Place{{Indicator: "due", Period: september.Whole(), Unit: "jia"}}, Source: &phone}); err != nil {
		t.Fatal(err)
	}
	pages := slipPDF(t, w, SlipRequest{Program: "count", Month: september})
	if len(pages) != 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, wants := range [][]string{
		{"东县甲镇", "应结数（件）10电话", "办结数（件）0", "满意率50.00%键入，张三，2026-03-09", "水位（米）未报—", "结案率0.00%按公式计算", "第1名（共1个）", "2019年8月没有数据"},
		{"东县乙镇", "应结数（件）无数据", "水位（米）未报—", "不参加排名：办结数未报、应结数无数据"},
		{"西县甲镇", "应结数（件）8", "办结数（件）不参评", "不参加排名：办结数不参评"},
	} {
		for _, want := range wants {
			if !strings.Contains(pages[i], want) {
				t.Errorf("no %q in %s", want, pages[i])
			}
		}
	}
}

func TestSlipsRefuse(t *testing.T) {
	w, _ := tiny(t)
	path := filepath.Join(t.TempDir(), "slips.pdf")
	refused(t, w.WriteSlips(context.Background(), SlipRequest{Program: "count", Month: october, Units: []string{"jia", "ding"}, Path: path}), "explain.no_unit")
	refused(t, w.WriteSlips(context.Background(), SlipRequest{Program: "nothing", Month: october, Path: path}), "program.unknown")

	files := tinyFiles(t)
	files["units.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(files["units.yaml"].Data), "name: 乙镇, parent: dong, aliases: [", "name: 乙\ue123镇, parent: dong, aliases: [乙镇, ", 1))}
	p := params(t)
	w = opened(t, p, files)
	err := w.WriteSlips(context.Background(), SlipRequest{Program: "count", Month: september, Path: path})
	if said := p.Text.Error(err); fault.CodeOf(err) != "slip.cannot" || !strings.Contains(said, "\ue123") || strings.Contains(said, "甲镇") {
		t.Error(said, err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was left")
	}
}

func BenchmarkSlips(b *testing.B) {
	w := sampleCity(b)
	path := filepath.Join(b.TempDir(), "slips.pdf")
	for b.Loop() {
		if err := w.WriteSlips(context.Background(), SlipRequest{Program: "township-air", Month: august, Path: path}); err != nil {
			b.Fatal(err)
		}
	}
}
