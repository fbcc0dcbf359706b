package cli

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestExplainPDF(t *testing.T) {
	b := sample(t)
	one := append([]string{"explain", "--unit", "顺店镇", "--format", "pdf"}, august...)
	b.refused(Usage, one, "-o")
	b.must(append(one, "-o", b.path("one.pdf"))...)
	out, err := exec.Command("pdftotext", "-layout", b.path("one.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"得分计算明细", "禹州市顺店镇", "0.942857…", "GB 3095-2012", "2026-03-09", "约谈党委主要负责同志", "第1页", "共3页"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	all := append([]string{"explain", "--all", "--scheme", "townships"}, august...)
	b.must(append(all, "--format", "pdf", "-o", b.path("all.pdf"))...)
	if out, err = exec.Command("pdftotext", b.path("all.pdf"), "-").Output(); err != nil || strings.Count(string(out), "得分计算明细") != 104 {
		t.Errorf("%d units, %v", strings.Count(string(out), "得分计算明细"), err)
	}
	b.refused(Usage, append(all, "--county", "禹州市"), "--county")
	b.refused(Usage, append(all, "--unit", "顺店镇"), "--unit", "--all")
	b.refused(Could, append(one, "-o", b.path("no/where.pdf")), "where.pdf")
	if _, err := os.Stat(b.path("no")); err == nil {
		t.Error("a folder was made")
	}
}

// Text and JSON of several units: those of each, one after the other.
func TestExplainSeveral(t *testing.T) {
	b := sample(t)
	both := append([]string{"explain", "--unit", "顺店镇", "--unit", "董村镇"}, august...)
	first, second := b.must(append([]string{"explain", "--unit", "董村镇"}, august...)...), b.must(append([]string{"explain", "--unit", "顺店镇"}, august...)...)
	if got := b.must(both...); got != second+"\n"+first && got != first+"\n"+second {
		t.Error(got)
	}
	var list []explained
	if err := json.Unmarshal([]byte(b.must(append(both, "--format", "json")...)), &list); err != nil || len(list) != 2 {
		t.Error(list, err)
	}
	if err := json.Unmarshal([]byte(b.must(append([]string{"explain", "--all", "--scheme", "counties", "--format", "json"}, august...)...)), &list); err != nil || len(list) != 9 {
		t.Errorf("%d units, %v", len(list), err)
	}
}
