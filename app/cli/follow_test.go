package cli

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

func airMonth(command string, more ...string) []string {
	return append([]string{command, "--program", "township-air", "--month", "2019-08"}, more...)
}

// What became of a notice is recorded step by step, shown on the board, and overdue where it is not closed.
func TestFollow(t *testing.T) {
	b := sample(t)
	notice := []string{"--unit", "顺店镇", "--rule", "township-summons-4"}
	follow := func(more ...string) []string {
		return airMonth("follow", append(append([]string{}, notice...), more...)...)
	}
	if got := b.must(follow()...); !strings.Contains(got, "约谈党委主要负责同志") && !strings.Contains(got, "无登记") {
		t.Error(got)
	}
	b.must(follow("--held", "2019-11-13", "--deadline", "2026-03-08")...)
	if got := b.must(follow("--note", "书面说明已收")...); !strings.Contains(got, "2019-11-13约谈（送达），限2026-03-08前整改（书面说明已收）") {
		t.Error(got)
	}
	var late []overdueNotice
	if err := json.Unmarshal([]byte(b.must("overdue", "--format", "json")), &late); err != nil {
		t.Fatal(err)
	}
	if want := (overdueNotice{"township-air", "2019-08", "顺店镇", "禹州市", "township-summons-4", "约谈", "党委主要负责同志", "2019-11-13", "2026-03-08", 1}); len(late) != 1 || late[0] != want {
		t.Errorf("%+v", late)
	}
	if got := b.must("overdue"); !strings.Contains(got, "禹州市顺店镇") {
		t.Error(got)
	}
	var board boardJSON
	if err := json.Unmarshal([]byte(b.must(airMonth("board", "--unit", "顺店镇", "--format", "json")...)), &board); err != nil {
		t.Fatal(err)
	}
	row := board.Rows[0]
	if len(board.Months) != 12 || len(board.Rows) != 1 || len(row.Ribbons) != 1 || row.Ribbons[0].Places[11] != (place{"in", 100, 104}) || row.Ribbons[0].Places[0].Mark != "no_data" {
		t.Errorf("%+v", board)
	}
	if len(row.Earned) != 3 || !row.Earned[1].Superseded || len(row.Records) != 1 || row.Records[0].Stage != "held" || row.Records[0].Note != "书面说明已收" {
		t.Errorf("%+v", row)
	}
	b.must(follow("--closed", "2026-03-08", "--deadline", "")...)
	if got := b.must("overdue"); !strings.Contains(got, "没有") {
		t.Error(got)
	}
	b.refused(Could, follow("--held", ""), "2026-03-08", "约谈（送达）日期")
	b.refused(Usage, follow("--held", "2019-11"), "--held", "2019-11")
	b.refused(Usage, follow("--closed", "2019-02-30"), "--closed")
	b.refused(Could, airMonth("follow", "--unit", "顺店镇", "--rule", "township-summons-2", "--held", "2019-11-13"), "顺店镇", "township-summons-2")
	b.refused(Could, airMonth("follow", "--unit", "无此镇", "--rule", "township-warning"), "无此镇")
}

func TestPapersAndBoard(t *testing.T) {
	b := sample(t)
	path := b.path("papers.pdf")
	if got := b.must(airMonth("papers", "-o", path)...); !strings.Contains(got, "18份") {
		t.Error(got)
	}
	if got := b.must(airMonth("papers", "--paper", "talk", "--unit", "花石镇", "--unit", "浅井镇", "-o", path)...); !strings.Contains(got, "2份") {
		t.Error(got)
	}
	b.must(airMonth("board", "--format", "pdf", "--earned", "-o", path)...)
	if head, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(head), "%PDF") {
		t.Error(err)
	}
	text := b.must(airMonth("board", "--risk")...)
	for _, want := range []string{"示例数据", "禹州市顺店镇", "102●", "约谈党委主要负责同志"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
	if strings.Contains(text, "建安区  ") {
		t.Error("a unit without a risk is shown")
	}
	b.refused(Usage, airMonth("board", "--format", "pdf"), "-o")
	b.refused(Usage, airMonth("papers"), "--output")
	b.refused(Could, airMonth("papers", "--paper", "fax", "-o", path), "fax", "warning")
	b.refused(Could, []string{"papers", "--program", "city-management", "--month", "2019-10", "-o", path}, "city-management.yaml", "wording.papers")
}

// A correction of an earlier month names the notices that it changes; one of the last month does not.
func TestCorrectionsNameTheNotices(t *testing.T) {
	b := sample(t)
	july := []string{"set", "--program", "township-air", "--month", "2019-07", "--unit", "花石镇", "--indicator", "pm10", "20"}
	if got := b.must(july...); !strings.Contains(got, "预警约谈随之变化") || !strings.Contains(got, "2019年8月 禹州市花石镇：预警提示；连续2个月（2019年7月、8月），约谈政府主要负责同志 → 预警提示") {
		t.Error(got)
	}
	if got := b.must(july...); strings.Contains(got, "随之变化") {
		t.Error(got)
	}
	if got := b.must(airMonth("set", "--unit", "花石镇", "--indicator", "pm10", "20")...); strings.Contains(got, "随之变化") {
		t.Error(got)
	}
	path := b.path("july.xlsx")
	b.must("export", "--program", "township-air", "--month", "2019-07", "-o", path)
	if got := b.must("import", path, "--program", "township-air", "--month", "2019-07", "--format", "json"); strings.Contains(got, "notice_changes") {
		t.Error("nothing changed, and notices did")
	}
	b.must("set", "--program", "township-air", "--month", "2019-07", "--unit", "花石镇", "--indicator", "pm10", "76")
	var read imported
	if err := json.Unmarshal([]byte(b.must("import", path, "--program", "township-air", "--month", "2019-07", "--dry-run", "--format", "json")), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.NoticeChanges) == 0 || read.Stored {
		t.Errorf("%+v", read.NoticeChanges)
	}
	if got := b.must("import", path, "--program", "township-air", "--month", "2019-07"); !strings.Contains(got, "随之变化") {
		t.Error(got)
	}
}
