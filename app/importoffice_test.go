package app

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/app/workbook"
)

// flatSheets makes a workbook with LibreOffice from rows of cells in the flat XML of OpenDocument, as
// platforms and hands make them: real dates, merged cells, numbers in the header.
func flatSheets(t testing.TB, sheets map[string]string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles><number:date-style style:name="N1"><number:month/><number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles><office:body><office:spreadsheet>`)
	for name, rows := range sheets {
		fmt.Fprintf(&b, `<table:table table:name="%s">`, name)
		for _, line := range strings.Split(rows, "\n") {
			b.WriteString("<table:table-row>")
			for _, cell := range strings.Split(strings.TrimSpace(line), "|") {
				b.WriteString(flatCell(cell))
			}
			b.WriteString("</table:table-row>")
		}
		b.WriteString("</table:table>")
	}
	b.WriteString("</office:spreadsheet></office:body></office:document>")
	file := saved(t, "in.fods", []byte(b.String()))
	return strings.TrimSuffix(office(t, file), ".fods") + ".xlsx"
}

// flatCell writes a cell: @2019-08-01 is a date, =5 a number, ^3 text over three rows, >4 text over
// four columns, ~ a cell that another one covers.
func flatCell(s string) string {
	text := func(attributes, s string) string {
		return `<table:table-cell office:value-type="string"` + attributes + `><text:p>` + s + `</text:p></table:table-cell>`
	}
	switch {
	case s == "":
		return `<table:table-cell/>`
	case s == "~":
		return `<table:covered-table-cell/>`
	case s[0] == '@':
		return `<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="` + s[1:] + `"/>`
	case s[0] == '=':
		return `<table:table-cell office:value-type="float" office:value="` + s[1:] + `"/>`
	case s[0] == '^':
		return text(` table:number-rows-spanned="`+s[1:2]+`"`, s[2:])
	case s[0] == '>':
		return text(` table:number-columns-spanned="`+s[1:2]+`"`, s[2:])
	}
	return text("", s)
}

func TestImportWhatAnOfficeMakes(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Fatal("LibreOffice is missing: make test-packages installs it")
	}
	w, _ := dailyCity(t)
	i := readAir(t, w, august, flatSheets(t, map[string]string{
		"日报": `>5某市2019年8月空气质量日报|~|~|~|~
			乡镇|县区|时间|PM2.5|AQI
			^2甲镇|^2东县|@2019-08-01|=1|=2
			~|~|@2019-08-02|=2|=3
			丁镇||@2019-08-01|=3|=5
			||@2019-09-01|=4|=6
			|||=5|
			月均||||=7`,
		"PM10": `>4单位：μg/m³|~|~|~
			单位|=1|=2|@2019-08-03|平均
			乙镇|=10|=20|=30|=20`,
		"错行": `单位|指标|=43678|=2
			^2乙镇|SO2|=1|=5
			~|NO2||=6`,
	}))
	values, refused, _ := brief(i)
	read := map[string]bool{}
	for _, v := range values {
		read[v] = true
	}
	want := map[string]bool{"jia pm25 1=1": true, "jia pm25 2=2": true, "ding pm25 1=3": true, "yi pm10 1=10": true, "yi pm10 2=20": true, "yi pm10 3=30": true, "yi so2 2=5": true, "yi no2 2=6": true}
	if diff := cmp.Diff(want, read); diff != "" {
		t.Error(diff)
	}
	bad := map[string]bool{}
	for _, r := range refused {
		bad[r] = true
	}
	if diff := cmp.Diff(map[string]bool{"A6 import.no_unit": true, "A7 import.no_unit": true, "C2 import.bad_day_column": true}, bad); diff != "" {
		t.Error(diff)
	}
	if i.File != filepath.Base("in.xlsx") {
		t.Error(i.File)
	}
}

// FuzzImportSheet holds that no sheet breaks the reader, and that each value has its day and its unit.
func FuzzImportSheet(f *testing.F) {
	for _, seed := range []string{
		"日期|单位|PM2.5\n2019-08-01|乙镇|35\n平均||35", "单位|指标|1日|31\n乙镇|CO(μg/m³)|850|0", "单位|1|1\n乙镇|1|2", "日期|单位\n1|乙镇", "时间|AQI\n|", "单位\n乙镇", "日期|日期|PM2.5|单位|县区\n1||||",
		"单位|PM10||巡查次数\n|本月|上月|\n乙镇|1|2|3\n注：略\n填报人|张三", "指标|乙镇|丁镇\nPM10|1|2", "月份|单位|指标|数值\n2019-08|乙镇|PM10|1", "单位|PM10||单位|PM10\n乙镇|1||丁镇|2",
		"县区|单位|PM10\n东县|甲镇|1\n|乙镇|—\n合计||1", "单位|PM10\n乙镇|1\n\n单位|巡查次数\n乙镇|2", "日期|乙镇||丁镇|\n|PM10|CO|PM10|CO\n1|5|0.5|6|0.6", "|PM10\n乙镇|1\n戊镇|2",
	} {
		f.Add("乙镇", "2019年8月PM2.5", seed)
	}
	w, p := dailyCity(f)
	f.Fuzz(func(t *testing.T, name, title, text string) {
		sheet := readSheet(name, title, text)
		m := loaded(t, w, "air", august)
		sheet.Merges = []workbook.Area{{Left: 2, Top: 1, Right: 3, Bottom: 1}, {Left: 1, Top: 2, Right: 1, Bottom: 3}}
		sheet.HiddenRows = map[int]bool{4: true}
		i, err := readSheets(t, w, m, sheet)
		if err != nil {
			if said := p.Text.Error(err); strings.Contains(said, "<no value>") {
				t.Error(said)
			}
			return
		}
		for _, v := range i.Values {
			if sheet.HiddenRows[v.Row] {
				t.Errorf("hidden: %+v", v)
			}
			if v.Unit == nil || v.Day < 0 || v.Day > 31 || v.Day > 0 && !v.Indicator.Daily() || v.At == "" {
				t.Errorf("%+v", v)
			}
		}
	})
}
