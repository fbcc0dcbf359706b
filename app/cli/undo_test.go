package cli

import (
	"strconv"
	"strings"
	"testing"
)

// An import is taken back weeks later: what was typed over it since stays and is named.
func TestUndoImport(t *testing.T) {
	b := airTown(t)
	air := func(command string, more ...string) []string {
		return append([]string{command, "--program", "air"}, more...)
	}
	b.must(air("import", "--month", "2019-08", b.sheet("八月.xlsx", []string{"单位", "县区", "PM2.5"}, []string{"甲镇", "东县", "35"}, []string{"乙镇", "东县", "41"}))...)
	b.must(air("set", "--month", "2019-08", "--unit", "乙镇", "--indicator", "pm25", "--actor", "李四", "43")...)
	list := decoded[[]importStep](t, b.must(air("undo", "--list", "--format", "json")...))
	if len(list) != 1 || list[0].File != "八月.xlsx" || list[0].Values != 2 || list[0].Undone || list[0].Months[0] != "2019-08" {
		t.Fatalf("%+v", list)
	}
	number := strconv.FormatInt(list[0].Import, 10)
	if said := b.must(air("undo", "--list")...); !strings.Contains(said, "八月.xlsx") || strings.Contains(said, "已撤销") {
		t.Error(said)
	}
	said := b.must(air("undo", "--import", number)...)
	for _, words := range []string{"1格恢复原值", "1格后来改动过", "东县乙镇“PM2.5”2019-08：43", "李四"} {
		if !strings.Contains(said, words) {
			t.Errorf("%q does not say %s", said, words)
		}
	}
	if said := b.must(air("undo", "--list")...); !strings.Contains(said, "已撤销") {
		t.Error(said)
	}
	for _, wrong := range []struct{ number, says string }{{number, "已经撤销"}, {strconv.FormatInt(list[0].Import+1, 10), "没有编号为"}, {"999", "没有编号为999的导入"}} {
		if o := b.run(air("undo", "--import", wrong.number)...); o.code != Could || !strings.Contains(o.stderr, wrong.says) {
			t.Errorf("%+v", o)
		}
	}
	if o := b.run(air("undo", "--list", "--import", number)...); o.code != Usage {
		t.Errorf("%+v", o)
	}
}

// Without an import's number the newest step is taken back, as Ctrl+Z does.
func TestUndoTheLastStep(t *testing.T) {
	b := airTown(t)
	air := func(command string, more ...string) []string {
		return append([]string{command, "--program", "air"}, more...)
	}
	if o := b.run(air("undo")...); o.code != Could || !strings.Contains(o.stderr, "没有可以撤销的操作") {
		t.Errorf("%+v", o)
	}
	b.must(air("import", "--month", "2019-08", b.sheet("八月.xlsx", []string{"单位", "县区", "PM2.5"}, []string{"甲镇", "东县", "35"}))...)
	b.must(air("set", "--month", "2019-08", "--unit", "甲镇", "--county", "东县", "--indicator", "pm25", "36")...)
	if got := decoded[undone](t, b.must(air("undo", "--format", "json")...)); got.Source != "command" {
		t.Errorf("%+v", got)
	}
	if said := b.must(air("undo")...); !strings.Contains(said, "导入 八月.xlsx") {
		t.Error(said)
	}
	b.must(air("import", "--month", "2019-08", b.sheet("九.xlsx", []string{"单位", "县区", "PM2.5"}, []string{"甲镇", "东县", "35"}))...)
	list := decoded[[]importStep](t, b.must(air("undo", "--list", "--format", "json")...))
	b.must(air("set", "--month", "2019-08", "--unit", "甲镇", "--county", "东县", "--indicator", "pm25", "36")...)
	o := b.run(air("undo", "--import", strconv.FormatInt(list[0].Import, 10), "--format", "json")...)
	got := decoded[undone](t, o.stdout)
	if o.code != Could || !strings.Contains(o.stderr, "全部保留") || len(got.Kept) != 1 || got.Kept[0].Value != "36" || *got.Values != 0 {
		t.Errorf("%+v, %+v", o, got)
	}
}
