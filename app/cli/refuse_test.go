package cli

import (
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func set(unit, indicator string, rest ...string) []string {
	return append([]string{"set", "--program", "township-air", "--month", "2019-08", "--unit", unit, "--indicator", indicator}, rest...)
}

func TestBadInput(t *testing.T) {
	b := sample(t)
	if err := os.WriteFile(b.path("text.xlsx"), []byte("no workbook"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.must("export", "--program", "city-management", "--month", "2019-10", "-o", b.path("city.xlsx"))
	before := b.must(append([]string{"rank", "--format", "json"}, august...)...)
	for _, c := range []struct {
		name  string
		code  int
		args  []string
		words []string
	}{
		{"a month that is no month", Could, []string{"rank", "--program", "township-air", "--month", "2019-13"}, []string{"2019-13", "2019-10"}},
		{"an unknown unit", Could, set("董村", "pm10", "5"), []string{"董村镇"}},
		{"an ambiguous unit", Could, []string{"set", "--program", "city-management", "--month", "2019-10", "--unit", "产业集聚区", "--indicator", "score", "5"}, []string{"魏都区产业集聚区", "建安区产业集聚区", "--county"}},
		{"a unit of another county", Could, set("董村镇", "pm10", "5", "--county", "禹州市"), []string{"禹州市", "董村镇"}},
		{"an unknown county", Could, set("董村镇", "pm10", "5", "--county", "洛阳市"), []string{"洛阳市"}},
		{"a unit of another program", Could, set("市民政局", "pm10", "5"), []string{"市民政局", "不参加"}},
		{"text for a number", Could, set("董村镇", "pm10", "五十"), []string{"五十", "不是数字"}},
		{"a letter for a state", Could, set("董村镇", "pm10", "w"), []string{"w", "无数据"}},
		{"a negative concentration", Could, set("董村镇", "pm10", "-5"), []string{"-5", "下限0"}},
		{"too many decimals", Could, set("董村镇", "co", "0.85"), []string{"0.85", "0.8"}},
		{"twenty digits", Could, set("董村镇", "pm10", "12345678901234567890"), []string{"19位"}},
		{"a derived indicator", Could, set("董村镇", "composite_index", "5"), []string{"综合指数", "公式"}},
		{"an unknown indicator", Could, set("董村镇", "pm1", "5"), []string{"pm1", "pm10"}},
		{"an unknown program", Could, []string{"rank", "--program", "water", "--month", "2019-10"}, []string{"water", "township-air"}},
		{"an unknown scheme", Could, append([]string{"rank", "--scheme", "x"}, august...), []string{"townships"}},
		{"no workbook", Could, []string{"import", b.path("text.xlsx"), "--program", "township-air", "--month", "2019-08"}, []string{"text.xlsx", "表头"}},
		{"an export of another program", Could, []string{"import", b.path("city.xlsx"), "--program", "township-air"}, []string{"city-management", "核对业务"}},
		{"a device that never ends", Could, []string{"import", "/dev/zero", "--program", "township-air", "--month", "2019-08"}, []string{"/dev/zero", "不是"}},
		{"a line break in a value", Could, set("董村镇", "pm10", "5\n6"), []string{"5 6", "不是数字"}},
		{"a line break in a superfluous word", Usage, append([]string{"rank", "a\nb"}, august...), []string{"a b"}},
		{"a negative month", Could, []string{"rank", "--program", "township-air", "--month", "-2019-08"}, []string{"-2019-08", "不是月份"}},
		{"a missing file", Could, []string{"import", b.path("none.xlsx"), "--program", "township-air", "--month", "2019-08"}, []string{"none.xlsx"}},
		{"a second init", Could, []string{"init"}, []string{"已有数据库"}},
		{"a folder that is not there", Could, append([]string{"rank", "--format", "pdf", "-o", b.path("no/where.pdf")}, august...), []string{"文件夹", "不存在"}},
		{"a device", Could, append([]string{"rank", "--format", "pdf", "-o", "/dev/full"}, august...), []string{"/dev/full"}},
		{"pdf without a file", Usage, append([]string{"rank", "--format", "pdf"}, august...), []string{"-o"}},
		{"xlsx without a file", Usage, append([]string{"rank", "--format", "xlsx"}, august...), []string{"-o"}},
		{"export without a name", Usage, append([]string{"export", "-o", ""}, august...), []string{"-o"}},
		{"an option without its value", Usage, append([]string{"rank"}, append(slices.Clone(august), "--scheme")...), []string{"--scheme后面缺少值"}},
		{"a value behind an option that takes none", Usage, append([]string{"month", "--verify=5"}, august...), []string{"--verify后面不能写值"}},
		{"none of three options", Usage, append([]string{"month"}, august...), []string{"要写明--verify、--reopen、--status之一"}},
		{"an unknown format", Usage, append([]string{"rank", "--format", "docx"}, august...), []string{"json"}},
		{"a value and --clear", Usage, set("董村镇", "pm10", "5", "--clear"), []string{"--clear"}},
		{"neither value nor --clear", Usage, set("董村镇", "pm10"), []string{"--clear"}},
		{"no program", Usage, []string{"rank", "--month", "2019-10"}, []string{"--program"}},
		{"no such command", Usage, []string{"dance"}, []string{"dance"}},
		{"no such option", Usage, append([]string{"rank", "--loud"}, august...), []string{"--loud"}},
		{"reopening without a reason", Usage, append([]string{"month", "--reopen"}, august...), []string{"--reason"}},
		{"reopening an open month", Could, append([]string{"month", "--reopen", "--reason", "x"}, august...), []string{"录入中"}},
		{"a unit that succeeds itself", Could, []string{"unit", "retire", "--unit", "坡胡镇", "--successor", "坡胡镇"}, []string{"坡胡镇不能承接自己"}},
		{"a unit before itself", Could, []string{"unit", "order", "--unit", "坡胡镇", "--before", "坡胡镇"}, []string{"“坡胡镇”"}},
		{"two cities", Usage, []string{"init", "--sample", "xuchang", "--city", "."}, []string{"--city"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.t = t
			b.refused(c.code, c.args, c.words...)
		})
	}
	b.t = t
	if after := b.must(append([]string{"rank", "--format", "json"}, august...)...); after != before {
		t.Error("a refused command changed the ranking")
	}
}

func TestVerifiedMonthIsLocked(t *testing.T) {
	b := sample(t)
	b.must(append([]string{"month", "--verify", "--actor", "王五"}, august...)...)
	b.refused(Could, set("董村镇", "pm10", "5"), "已核对", "--reopen")
	b.refused(Could, set("董村镇", "pm10", "--clear"), "已核对")
	b.must(append([]string{"export", "-o", b.path("a.xlsx")}, august...)...)
	b.refused(Could, []string{"import", b.path("a.xlsx"), "--program", "township-air"}, "已核对")
	b.refused(Could, append([]string{"month", "--verify"}, august...), "已经核对")
	before := b.rank(august...)
	for _, change := range [][]string{
		{"rename", "--unit", "董村镇", "--to", "新董村镇", "--from", "2019-08"},
		{"rename", "--unit", "长葛市", "--to", "新长葛市", "--from", "2019-01"},
		{"rename", "--unit", "董村镇", "--to", "新董村镇", "--program", "township-air", "--from", "2019-01"},
		{"retire", "--unit", "董村镇", "--from", "2019-08"},
		{"move", "--unit", "董村镇", "--to", "禹州市", "--from", "2019-07"},
		{"leave", "--unit", "董村镇", "--program", "township-air", "--from", "2019-07"},
		{"join", "--unit", "市民政局", "--program", "township-air", "--group", "乡镇", "--from", "2019-08"},
		{"add", "--name", "某镇", "--county", "长葛市", "--program", "township-air", "--group", "乡镇", "--from", "2019-08"},
	} {
		b.refused(Could, append([]string{"unit"}, change...), "2019-08已核对")
	}
	b.must("unit", "rename", "--unit", "董村镇", "--to", "新董村镇", "--from", "2019-09")
	b.must("unit", "rename", "--unit", "市民政局", "--to", "民政局", "--from", "2019-01")
	b.must("unit", "add", "--name", "某镇", "--county", "长葛市", "--program", "township-air", "--group", "乡镇")
	if diff := cmp.Diff(before, b.rank(august...)); diff != "" {
		t.Error(diff)
	}
	status := b.must(append([]string{"month", "--reopen", "--reason", "补报", "--actor", "李四"}, august...)...)
	for _, want := range []string{"录入中", "李四", "补报", "王五"} {
		if !contains(status, want) {
			t.Errorf("%q lacks %s", status, want)
		}
	}
	b.must(set("董村镇", "pm10", "5")...)
}
