package cli

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

const ownFormat = `{"kind": "yueping-sheet-format", "edition": 1, "name": "粉尘简表", "program": "", "terms": {
  "scheme": "townships", "columns": [{"content": "unit"}, {"content": "formula", "title": "合计", "formula": "pm10 + pm25"}],
  "sort": [{"column": 1, "descending": true}], "rows": "last", "count": 3}}`

func TestFormatCommands(t *testing.T) {
	b := sample(t)
	of := []string{"--program", "township-air"}
	file := b.path("简表.版式.json")
	if err := os.WriteFile(file, []byte(ownFormat), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := b.must(append([]string{"format", "save", file}, of...)...); !strings.Contains(got, "粉尘简表") {
		t.Error(got)
	}
	b.refused(Could, append([]string{"format", "save", file}, of...), "已有名为“粉尘简表”")
	b.must(append([]string{"format", "save", file, "--replace"}, of...)...)
	list := b.must(append([]string{"format", "list"}, of...)...)
	for _, want := range []string{"leader", "领导一页表", "完整排名表", "见报稿", "粉尘简表"} {
		if strings.Count(list, want) != 1 {
			t.Errorf("%s in\n%s", want, list)
		}
	}
	if got := b.must(append([]string{"format", "show", "粉尘简表"}, of...)...); !strings.Contains(got, `"formula": "pm10 + pm25"`) {
		t.Error(got)
	}
	out := b.path("出.版式.json")
	b.must(append([]string{"format", "export", "粉尘简表", "-o", out}, of...)...)
	b.must(append([]string{"format", "delete", "粉尘简表"}, of...)...)
	b.refused(Could, append([]string{"format", "delete", "leader"}, of...), "自带")
	b.must(append([]string{"format", "save", out}, of...)...)

	printed := b.must(append([]string{"rank", "--layout", "粉尘简表"}, august...)...)
	if !strings.Contains(printed, "单位    合计\n安陵镇   105\n榆林乡   104\n大周镇    98\n") {
		t.Error(printed)
	}
	b.refused(Usage, append([]string{"rank", "--layout", "leader", "--compare"}, august...), "不能同时使用")
	b.refused(Usage, append([]string{"rank", "--layout", "leader", "--format", "json"}, august...), "不能同时使用")
	b.refused(Could, append([]string{"rank", "--layout", "none"}, august...), "没有版式“none”")
}

// The name of a file says what is written into it.
func TestRankLayoutIntoFiles(t *testing.T) {
	b := sample(t)
	pdf, book := b.path("a.pdf"), b.path("a.xlsx")
	b.must(append([]string{"rank", "--layout", "leader", "-o", pdf}, august...)...)
	if out, err := exec.Command("pdftotext", "-layout", pdf, "-").Output(); err != nil || strings.Count(string(out), "\f") != 1 || !strings.Contains(string(out), "安陵镇") {
		t.Error(err, string(out))
	}
	b.must(append([]string{"rank", "--layout", "full", "-o", book}, august...)...)
	if content, err := os.ReadFile(book); err != nil || !strings.HasPrefix(string(content), "PK") {
		t.Error(err)
	}
}
