package cli

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func template(rest ...string) []string {
	return append([]string{"template", "--program", "township-air", "--month", "2019-09"}, rest...)
}

func TestTemplatesComeBack(t *testing.T) {
	b := sample(t)
	if said := b.must(template("--each", "group", "-o", b.path("组"))...); !strings.Contains(said, "2个填报表，113个单位") {
		t.Error(said)
	}
	b.refused(Could, template("--each", "group", "-o", b.path("组")), "2个文件", "--force")
	b.must(template("--each", "group", "--force", "-o", b.path("组"))...)
	b.must(template("--unit", "董村镇", "--unit", "浅井镇", "--county", "", "-o", b.path("two.xlsx"))...)
	f, err := excelize.OpenFile(b.path("two.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	header := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 3 && row[0] == "单位" })
	column := slices.IndexFunc(rows[header], func(s string) bool { return strings.HasPrefix(s, "PM10") })
	for i := range 2 {
		cell, err := excelize.CoordinatesToCellName(column+1, header+2+i)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue(f.GetSheetName(0), cell, 60+i); err != nil {
			t.Fatal(err)
		}
	}
	for _, err := range []error{f.Save(), f.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var read imported
	if err := json.Unmarshal([]byte(b.must("import", b.path("two.xlsx"), "--program", "township-air", "--dry-run", "--format", "json")), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Values) != 2 || read.Month != "2019-09" || read.New != 2 || len(read.Refused)+len(read.Left) != 0 || read.Values[0].Indicator != "pm10" {
		t.Errorf("%+v", read)
	}
	b.refused(Could, []string{"import", b.path("two.xlsx"), "--program", "township-air", "--month", "2019-10"}, "2019-09", "2019-10")
	b.refused(Could, []string{"import", b.path("two.xlsx"), "--program", "communities"}, "乡镇环境空气质量排名")
}

func TestTemplatesRefused(t *testing.T) {
	b := sample(t)
	for _, c := range []struct {
		name  string
		code  int
		args  []string
		words []string
	}{
		{"several into one file", Could, template("--each", "unit", "--group", "县（市、区）", "-o", b.path("a.xlsx")), []string{"a.xlsx", "9个", "文件夹"}},
		{"an unknown group", Could, template("--group", "街道", "-o", b.path("a.xlsx")), []string{"街道", "乡镇"}},
		{"an unknown unit", Could, template("--unit", "丁丁镇", "-o", b.path("a.xlsx")), []string{"丁丁镇"}},
		{"an unknown way", Usage, template("--each", "county", "-o", b.path("a.xlsx")), []string{"--each", "group"}},
		{"no file", Usage, template(), []string{"-o"}},
		{"a nameless file", Usage, template("-o", ""), []string{"-o"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.t = t
			b.refused(c.code, c.args, c.words...)
		})
	}
	if _, err := os.Stat(b.path("a.xlsx")); err == nil {
		t.Error("a refused command wrote a file")
	}
}
