package workbook

import (
	"fmt"
	"strings"
	"testing"
)

const fodsHead = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:percentage-style style:name="Np"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="Nd"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style>
<number:date-style style:name="Nt"><number:year number:style="long"/><number:text>-</number:text><number:month/><number:text>-</number:text><number:day/><number:text> </number:text><number:hours/><number:text>:</number:text><number:minutes/></number:date-style>
<number:number-style style:name="Nu"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>days</number:text></number:number-style>
<style:style style:name="p" style:family="table-cell" style:data-style-name="Np"/><style:style style:name="d" style:family="table-cell" style:data-style-name="Nd"/>
<style:style style:name="t" style:family="table-cell" style:data-style-name="Nt"/><style:style style:name="u" style:family="table-cell" style:data-style-name="Nu"/>
<style:style style:name="hide" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>`

// fods is a workbook for LibreOffice to save in whatever kind.
func fods(tables ...string) []byte {
	return []byte(fodsHead + strings.Join(tables, "\n") + `</office:spreadsheet></office:body></office:document>`)
}

func fodsSheet(name string, rows ...string) string {
	return `<table:table table:name="` + name + `">` + strings.Join(rows, "\n") + `</table:table>`
}

func fodsCells(cells ...string) string {
	return "<table:table-row>" + strings.Join(cells, "") + "</table:table-row>"
}

func fodsWords(texts ...string) string {
	var cells []string
	for _, text := range texts {
		cells = append(cells, `<table:table-cell office:value-type="string"><text:p>`+text+`</text:p></table:table-cell>`)
	}
	return fodsCells(cells...)
}

func fodsNumbers(style, kind string, values ...string) string {
	var cells []string
	for _, value := range values {
		cells = append(cells, fmt.Sprintf(`<table:table-cell table:style-name="%s" office:value-type="%s" office:value="%s"/>`, style, kind, value))
	}
	return fodsCells(cells...)
}

func fodsFormulas(formulas ...string) string {
	var cells []string
	for _, f := range formulas {
		cells = append(cells, `<table:table-cell table:formula="of:=`+strings.ReplaceAll(strings.ReplaceAll(f, "&", "&amp;"), `"`, "&quot;")+`"/>`)
	}
	return fodsCells(cells...)
}

// longWords fills the table of strings over several records, so that strings are cut at every place:
// lengths and widths change from one to the next.
func longWords() []string {
	var rows []string
	for i := range 1200 {
		narrow := strings.Repeat("x", i%37)
		words := fodsWords(fmt.Sprintf("%d%s", i, narrow), fmt.Sprintf("第%d镇%s", i, strings.Repeat("乡é", i%53)), fmt.Sprintf(`%d<text:span text:style-name="B">东县%s</text:span>尾`, i, narrow))
		rows = append(rows, words)
	}
	return append(rows, fodsWords(strings.Repeat("长", 9000), strings.Repeat("a", 20_000), strings.Repeat("z", 8000)+strings.Repeat("中", 8000)))
}

func fodsCorpus() map[string][]byte {
	many := make([]string, 40)
	for i := range many {
		many[i] = fodsSheet(fmt.Sprintf("%d月", i+1), fodsWords("单位", fmt.Sprint(i)))
	}
	return map[string][]byte{
		"words": fods(fodsSheet("表 一", fodsWords("单位", "abc", "é€", "甲<text:span text:style-name=\"B\">镇</text:span>", "😀𠮷", "a<text:s text:c=\"3\"/>b", "A&amp;B &lt;x&gt;"),
			fodsWords("第一行</text:p><text:p>第二行", "0123", "96.17%", "—", "-", "=1+1", "'x"))),
		"numbers": fods(fodsSheet("数",
			fodsNumbers("u", "float", "0", "1", "-1", "98.43", "-0.01", "0.01", "536870911", "536870912", "-536870912", "-536870913"),
			fodsNumbers("u", "float", "5368709.11", "5368709.12", "-5368709.12", "12345678.9", "123456789012345", "-0.000123456789012345", "0.333333333333333"),
			fodsNumbers("u", "float", "1E-10", "1E+15", "0.1", "0.7", "61.5", "98.429999999999993", "4503599627370497", "0.125", "-1.5"),
			fodsNumbers("p", "percentage", "0.9617", "1", "0", "-0.005", "0.333333333333333", "1.2345"))),
		"dates": fods(fodsSheet("日期", fodsCells(
			`<table:table-cell table:style-name="d" office:value-type="date" office:date-value="2019-10-01"/>`,
			`<table:table-cell table:style-name="t" office:value-type="date" office:date-value="2019-10-31T08:30:00"/>`,
			`<table:table-cell table:style-name="d" office:value-type="date" office:date-value="1901-01-01"/>`,
			`<table:table-cell table:style-name="d" office:value-type="date" office:date-value="2099-12-31"/>`))),
		"dates from 1904": []byte(strings.Replace(string(fods(fodsSheet("日期", fodsCells(
			`<table:table-cell table:style-name="d" office:value-type="date" office:date-value="2019-10-01"/>`,
			`<table:table-cell table:style-name="d" office:value-type="date" office:date-value="1904-01-02"/>`)))),
			"<office:spreadsheet>", `<office:spreadsheet><table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>`, 1)),
		"formulas": fods(fodsSheet("式", fodsWords("甲", "乙"), fodsNumbers("u", "float", "98.43", "1.57"),
			fodsFormulas("[.A2]+[.B2]", "[.A1]&[.B1]", "[.A2]>1", `IF([.A2]>1;"";1)`, `REPT("长";12000)`, `REPT("a";9000)&"中"`, "[.A2]/3", "TODAY()*0+5"),
			fodsFormulas("1/0", "NA()", `VALUE("x")`, "SQRT(-1)", "nosuch()", "TRUE()", "FALSE()", "[.A2]*-1"))),
		"merges": fods(fodsSheet("并",
			fodsCells(`<table:table-cell office:value-type="string" table:number-columns-spanned="4" table:number-rows-spanned="1"><text:p>标题</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="3"/>`),
			fodsCells(`<table:table-cell office:value-type="string" table:number-rows-spanned="3" table:number-columns-spanned="1"><text:p>东县</text:p></table:table-cell>`, `<table:table-cell office:value-type="string"><text:p>甲镇</text:p></table:table-cell>`),
			fodsCells(`<table:covered-table-cell/>`, `<table:table-cell office:value-type="string"><text:p>乙镇</text:p></table:table-cell>`),
			fodsCells(`<table:covered-table-cell/>`, `<table:table-cell office:value-type="float" office:value="2" table:number-rows-spanned="2" table:number-columns-spanned="2"/>`))),
		"hidden": fods(`<table:table table:name="隐"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-column/>`+fodsWords("a", "b", "c", "d")+
			strings.Replace(fodsWords("e"), "<table:table-row", `<table:table-row table:visibility="collapse"`, 1)+strings.Replace(fodsWords("f"), "<table:table-row", `<table:table-row table:visibility="filter"`, 1)+fodsWords("g")+"</table:table>",
			strings.Replace(fodsSheet("密", fodsWords("x")), "<table:table ", `<table:table table:style-name="hide" `, 1), fodsSheet("空")),
		"many sheets": fods(many...),
		"long":        fods(fodsSheet("长", longWords()...)),
	}
}

func sameReading(t *testing.T, want, got map[string][]string) {
	t.Helper()
	for name, lines := range want {
		sameLines(t, name, lines, got[name])
	}
	for name := range got {
		if _, known := want[name]; !known {
			t.Errorf("a sheet %s that is not there", name)
		}
	}
}

func sameLines(t *testing.T, sheet string, want, got []string) {
	t.Helper()
	left := map[string]bool{}
	for _, line := range want {
		left[line] = true
	}
	for _, line := range got {
		if !left[line] {
			t.Errorf("%s: we read %.80q", sheet, line)
		}
		delete(left, line)
	}
	for line := range left {
		t.Errorf("%s: LibreOffice reads %.80q", sheet, line)
	}
}
