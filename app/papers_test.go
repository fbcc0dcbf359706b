package app

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"yueping/models/month"
)

// pagesOf gives the text of each page of a PDF, without white.
func pagesOf(t testing.TB, path string) []string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	for i, p := range pages {
		pages[i] = regexp.MustCompile(`[\s　]+`).ReplaceAllString(p, "")
	}
	return pages
}

func papersPDF(t testing.TB, w *Workspace, r PapersRequest) []string {
	t.Helper()
	r.Path = filepath.Join(t.TempDir(), "papers.pdf")
	if err := w.WritePapers(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return pagesOf(t, r.Path)
}

func august2019() PapersRequest {
	return PapersRequest{Program: "township-air", Month: month.Of(2019, 8)}
}

// The papers of the notice as it was printed: 10 townships and 2 counties are warned, 3 summoned, and
// each of those gets its summons and its form beside the warning.
func TestPapersOfThePrintedNotice(t *testing.T) {
	w := sampleCity(t)
	b, err := w.Board(context.Background(), "township-air", august)
	if err != nil {
		t.Fatal(err)
	}
	due, err := b.DuePapers(august2019())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range due {
		got = append(got, d.Paper.Key+" "+d.Notice.Name)
	}
	want := "warning 榆林乡, warning 安陵镇, warning 陈化店镇, warning 汾陈镇, warning 顺店镇, summons 顺店镇, talk 顺店镇, " +
		"warning 浅井镇, summons 浅井镇, talk 浅井镇, warning 花石镇, summons 花石镇, talk 花石镇, " +
		"warning 山货回族乡, warning 大周镇, warning 董村镇, warning 建安区, warning 长葛市"
	if strings.Join(got, ", ") != want {
		t.Error(strings.Join(got, ", "))
	}
	pages := papersPDF(t, w, august2019())
	if len(pages) != len(due) {
		t.Fatalf("%d pages for %d papers", len(pages), len(due))
	}
	for i, page := range pages {
		if !strings.Contains(page, due[i].Notice.Name) || !strings.Contains(page, "示例数据") || !strings.Contains(page, "录入中") {
			t.Errorf("page %d: %s", i+1, page)
		}
	}
}

func TestASummons(t *testing.T) {
	w := sampleCity(t)
	if err := w.Verify(context.Background(), "township-air", august, ""); err != nil {
		t.Fatal(err)
	}
	request := august2019()
	request.Units = []string{"yuzhou-shundianzhen"}
	request.Paper = "约谈通知" // the name does as well
	open := papersPDF(t, w, request)
	if len(open) != 1 || !strings.Contains(open[0], "一、时间和地点。年月日，地点另行通知。") || strings.Contains(open[0], "录入中") {
		t.Fatal(open)
	}
	if err := w.SetFollowUp(context.Background(), followUp(t, "township-summons-4", "yuzhou-shundianzhen", "2019-11-13", "2019-11-30")); err != nil {
		t.Fatal(err)
	}
	filled := papersPDF(t, w, request)
	if len(filled) != 1 {
		t.Errorf("%d pages", len(filled))
	}
	page := filled[0]
	for _, want := range []string{"关于约谈禹州市顺店镇党委主要负责同志的通知", "2019年5月、6月、7月、8月，你单位连续4个月列入许昌市乡镇环境空气质量排名后10名",
		"月份名次PM10与PM2.5指数", "2019年5月第102名（共104个）2.6", "2019年8月第100名（共104个）1.88", "一、时间和地点。2019年11月13日，", "并于2019年11月30日前书面报送整改情况",
		"许昌市环境污染防治攻坚战领导小组办公室2026年3月9日", "〔2026〕"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in %s", want, page)
		}
	}
	request.Paper = "talk"
	page = papersPDF(t, w, request)[0]
	for _, want := range []string{"被谈话单位", "党委主要负责同志", "2019年7月第100名（共104个），PM10与PM2.5指数2.05", "整改期限2019年11月30日", "谈话人（签字）：", "被谈话人（签字）：", "记录人（签字）："} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in %s", want, page)
		}
	}
	request.Paper, request.BothSides = "", true
	if pages := papersPDF(t, w, request); len(pages) != 5 || pages[1] != "" { // a blank page behind the first two
		t.Errorf("%q", pages)
	}
}

func TestPapersRefuse(t *testing.T) {
	w := sampleCity(t)
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "papers.pdf")
	for code, r := range map[string]PapersRequest{
		"papers.none":      {Program: "city-management", Month: october},
		"papers.unknown":   {Program: "township-air", Month: august, Paper: "letter"},
		"papers.no_notice": {Program: "township-air", Month: august, Paper: "summons", Units: []string{"yuzhou-shundianzhen", "yanling-anlingzhen"}},
	} {
		r.Path = path
		refused(t, w.WritePapers(ctx, r), code)
	}
	for _, r := range []PapersRequest{{Rule: "township-summons-2", Units: []string{"yuzhou-shundianzhen"}}, {Month: october}} {
		r.Program, r.Path = "township-air", path
		if r.Month == 0 {
			r.Month = august
		}
		refused(t, w.WritePapers(ctx, r), "papers.no_notice")
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was left")
	}
}

// A wrong template is named at its line when the city is read.
func TestPapersAreProvedWhenTheCityIsRead(t *testing.T) {
	paper := "  papers:\n    - key: talk\n      name: 表\n      actions: [约谈]\n      kind: KIND\n      title: 表\n"
	for name, c := range map[string]struct{ text, code string }{
		"a field that is not there": {strings.Replace(paper, "KIND", "letter", 1) + "      body: |\n        甲\n        {{.Unt}}\n", "bulletin.wording"},
		"in a field of a form":      {strings.Replace(paper, "KIND", "form", 1) + "      fields: [{label: 甲, value: \"{{.Rank.Of}}\"}]\n", "bulletin.wording"},
		"an unknown indicator":      {strings.Replace(paper, "KIND", "letter", 1) + "      body: '{{city \"nothing\"}}'\n", "bulletin.wording"},
		"no body":                   {strings.Replace(paper, "KIND", "letter", 1), "city.missing_key"},
		"fields of a letter":        {strings.Replace(paper, "KIND", "letter", 1) + "      body: 甲\n      fields: []\n", "city.unknown_key"},
		"no kind of ours":           {strings.Replace(paper, "KIND", "fax", 1), "city.choice_expected"},
		"twice":                     {strings.Replace(paper, "KIND", "letter", 1) + "      body: 甲\n" + strings.TrimPrefix(strings.Replace(paper, "KIND", "letter", 1), "  papers:\n") + "      body: 甲\n", "city.key_twice"},
	} {
		folder := tinyFiles(t)
		program := folder["count.yaml"]
		folder["count.yaml"] = &fstest.MapFile{Data: append(append([]byte{}, program.Data...), c.text...)}
		_, err := Create(context.Background(), params(t), folder)
		if err == nil || !strings.Contains(err.Error(), c.code) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
