package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// packed is a zip file of parts: name, content, name, content …
func packed(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// one is the first cell of a sheet of so many rows in XML.
func one(t *testing.T, rows string) ReadCell {
	t.Helper()
	return parsed(t, withCells(t, rows)).Sheets[0].Rows[0][0]
}

func TestTextsOfCells(t *testing.T) {
	for _, c := range []struct{ name, xml, want string }{
		{"entities", `<is><t>a&amp;b&lt;&#30002;&#x9547;&gt;</t></is>`, "a&b<甲镇>"},
		{"CDATA and a comment", `<is><t><![CDATA[<甲>]]><!-- - -->&amp;</t></is>`, "<甲>&"},
		{"runs, and how they are read aloud", `<is><r><rPr><b/></rPr><t>甲</t></r><r><t>镇</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></is>`, "甲镇"},
		{"spaces that count", `<is><t xml:space="preserve"> 甲 </t></is>`, " 甲 "},
		{"spaces that do not", "<is><t>\n 甲镇 </t></is>", "甲镇"},
		{"line ends", "<is><t>甲\r\n乙\r丙&#13;\n丁</t></is>", "甲\n乙\n丙\r\n丁"},
		{"escapes", `<is><t>甲_x000a_乙_x005F_x000D__xD83D__xDE00_</t></is>`, "甲\n乙_x000D_😀"},
		{"no escapes", `<is><t>_x00g0__x</t></is>`, "_x00g0__x"},
		{"attributes in apostrophes with a sign", `<is><t a='>'>甲</t></is>`, "甲"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := one(t, `<row r="1"><c r="A1" t="inlineStr">`+c.xml+`</c></row>`).Text; got != c.want {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestDoublesThatAreShortened(t *testing.T) {
	for text, want := range map[string]bool{
		"98.429999999999993": false, "98.43": false, "0.1": false, "1.2E-3": false, "123456789012345": false,
		"0.1234567890123456": true, "0.33333333333333331": true, "1234567890123456": true, "100.00000000000001": false, "9007199254740991": true,
	} {
		if cell := one(t, `<row r="1"><c r="A1"><v>`+text+`</v></c></row>`); cell.Shortened != want || cell.Number == nil {
			t.Errorf("%s: %v, %s", text, cell.Shortened, cell.Shown())
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		stored   string
		from1904 bool
		want     string
	}{
		{"43739", false, "2019-10-01"}, {"43739.354166666664", false, "2019-10-01 08:30"}, {"43739.999999999", false, "2019-10-02"},
		{"43739.354340277778", false, "2019-10-01 08:30:15"}, {"1", false, "1900-01-01"}, {"59", false, "1900-02-28"},
		{"60", false, "1900-02-29"}, {"61", false, "1900-03-01"}, {"2958465", false, "9999-12-31"}, {"2958466", false, "2958466"},
		{"-1", false, "-1"}, {"42277", true, "2019-10-01"}, {"60", true, "1904-03-01"}, {"0.5", false, "12:00:00"},
	} {
		if got := dateText(c.stored, c.from1904); got != c.want {
			t.Errorf("%s is %s, want %s", c.stored, got, c.want)
		}
	}
	for stored, want := range map[string]string{
		"2019-10-01": "2019-10-01", "2019-10-01T00:00:00Z": "2019-10-01", "2019-10-01T08:30:00.000": "2019-10-01 08:30", "2019-10-01T08:30:15": "2019-10-01 08:30:15",
		"08:30:00": "08:30:00", "2019-13-01": "2019-13-01",
	} {
		if got, isDate := isoDate(stored); got != want || isDate != (stored != "2019-13-01") {
			t.Errorf("%s is %s, %v", stored, got, isDate)
		}
	}
}

// A strict file with prefixes, its workbook elsewhere, macros and links.
func TestStrictFileWithPrefixes(t *testing.T) {
	strict := "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	relations := func(list ...string) string {
		var text strings.Builder
		for i, r := range list {
			kind, target, _ := strings.Cut(r, " ")
			fmt.Fprintf(&text, `<Relationship Id="r%d" Type="%s%s" Target="%s"/>`, i+1, strict, kind, target)
		}
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + text.String() + `</Relationships>`
	}
	data := packed(t,
		"[Content_Types].xml", "<Types/>",
		"_rels/.rels", relations("officeDocument /data/Book.xml", "core-properties docs/core.xml"),
		"docs/core.xml", `<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:subject>yueping:&amp;</dc:subject></cp:coreProperties>`,
		"data/book.xml", `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:k="y"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="甲&amp;乙" sheetId="1" k:id="r1"/><x:sheet name="藏" sheetId="2" state="veryHidden" k:id="r1"/><x:sheet name="图" sheetId="3" k:id="r5"/></x:sheets></x:workbook>`,
		"data/_rels/book.xml.rels", relations(`worksheet s\1.xml`, "sharedStrings /data/texts.xml", "vbaProject vbaProject.bin", "externalLink l.xml", "chartsheet c.xml"),
		"data/texts.xml", `<x:sst xmlns:x="a" count="4000000000"><x:si><x:t>甲镇</x:t></x:si></x:sst>`,
		`data\s\1.xml`, `<x:worksheet xmlns:x="a"><x:cols><x:col min="2" max="16384" hidden="1"/></x:cols><x:sheetData><x:row r="2" ht="0"><x:c r="B2" t="s"><x:v>0</x:v></x:c></x:row><x:row r="1048576" hidden="1"><x:c r="XFD1048576" s="1"/></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="B3:A2"/></x:mergeCells><x:extLst><x:sheetData><x:row r="1"/></x:sheetData></x:extLst></x:worksheet>`)
	read := parsed(t, data)
	s := read.Sheets[0]
	if len(read.Sheets) != 1 || len(read.Hidden) != 1 || s.Name != "甲&乙" || read.Hidden[0].Name != "藏" || read.Subject != "yueping:&" {
		t.Errorf("%+v", read)
	}
	if len(s.Rows) != 2 || s.Rows[1][1].Text != "甲镇" || !s.HiddenRows[2] || len(s.HiddenRows) != 1 || !s.HiddenColumns[2] || len(s.HiddenColumns) != 1 || s.Merges[0] != (Area{1, 2, 2, 3}) {
		t.Errorf("%+v", s)
	}
	if len(read.Notes) != 2 || read.Notes[0].Code != "workbook.note_macros" || read.Notes[1].Code != "workbook.note_links" {
		t.Errorf("%v", read.Notes)
	}
}
