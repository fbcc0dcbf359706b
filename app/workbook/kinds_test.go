package workbook

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"yueping/models/fault"
)

const pageOfTwo = "<table><tr><td>单位<td>得分</table>"

// What a file is, is told by its content: each kind is read, and whatever else is sent is called by its name.
func TestKinds(t *testing.T) {
	little := func(s string) string {
		data, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	const book = `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"></Worksheet></Workbook>`
	for _, c := range []struct {
		name, data string
		kind       Kind
		code, word string
	}{
		{name: "a table cut out of a page", data: pageOfTwo, kind: KindHTML},
		{name: "a page", data: "<!DOCTYPE html>\n<html><body>" + pageOfTwo + "</body></html>", kind: KindHTML},
		{name: "upper case", data: "<HTML>" + strings.ToUpper(pageOfTwo), kind: KindHTML},
		{name: "a page after a mark, space and a comment", data: "\uFEFF \r\n<!-- <x> -->\n<meta charset=utf-8>" + pageOfTwo, kind: KindHTML},
		{name: "a page in UTF-16", data: little("<html>" + pageOfTwo + "</html>"), kind: KindHTML},
		{name: "an XHTML page", data: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">` + pageOfTwo + "</html>", kind: KindHTML},
		{name: "an XML spreadsheet", data: `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>` + book, kind: KindXML},
		{name: "an XML spreadsheet without a head", data: book, kind: KindXML},
		{name: "a web archive", data: "MIME-Version: 1.0\nContent-Type: text/html\n\n" + pageOfTwo, kind: KindHTML},
		{name: "text", data: "单位,得分\n", kind: KindText},
		{name: "text that begins like a tag", data: "<5,得分\n", kind: KindText},
		{name: "text that begins like a picture", data: "BM,得分\n", kind: KindText},
		{name: "empty", code: "workbook.empty"},
		{name: "blank", data: "\r\n ,, \n", kind: KindText},
		{name: "only separators", data: ",,\r\n", code: "workbook.empty"},
		{name: "zeros", data: strings.Repeat("\x00", 512), code: "workbook.not_a_workbook"},
		{name: "control characters", data: "a,b\n\x01\x02", code: "workbook.not_a_workbook"},
		{name: "a login page", data: "<html><body>请登录</body></html>", code: "workbook.no_table"},
		{name: "an index of pages", data: `<html><!--[if gte mso 9]><xml><x:ExcelWorksheet><x:WorksheetSource HRef="a_files/sheet001.htm"/></x:ExcelWorksheet></xml><![endif]--><frameset></frameset></html>`, code: "workbook.other_files"},
		{name: "Word", data: string(archive(t, "word/document.xml", "<x/>")), word: "document"},
		{name: "PowerPoint", data: string(archive(t, "ppt/presentation.xml", "<x/>")), word: "slides"},
		{name: "a binary workbook", data: string(archive(t, "xl/workbook.bin", "x")), word: "xlsb"},
		{name: "OpenDocument", data: string(archive(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet")), word: "ods"},
		{name: "an OpenDocument text", data: string(archive(t, "mimetype", "application/vnd.oasis.opendocument.text")), word: "document"},
		{name: "OFD", data: string(archive(t, "OFD.xml", "<x/>")), word: "ofd"},
		{name: "a zip of workbooks", data: string(archive(t, "十月/甲镇.xlsx", "x")), word: "archive"},
		{name: "rar", data: "Rar!\x1A\x07\x01\x00", word: "archive"},
		{name: "7z", data: "7z\xBC\xAF\x27\x1C\x00\x04", word: "archive"},
		{name: "PDF", data: "%PDF-1.4\n%\xE2\xE3", word: "pdf"},
		{name: "PDF behind a mark", data: "\xEF\xBB\xBF\n%PDF-1.7\n", word: "pdf"},
		{name: "RTF", data: `{\rtf1\ansi`, word: "document"},
		{name: "PNG", data: "\x89PNG\r\n\x1A\n", word: "picture"},
		{name: "JPEG", data: "\xFF\xD8\xFF\xE0\x00\x10JFIF", word: "picture"},
		{name: "HEIC", data: "\x00\x00\x00\x18ftypheic\x00\x00", word: "picture"},
		{name: "BMP", data: "BM\x36\x00\x0C\x00\x00\x00\x00\x00\x36", word: "picture"},
		{name: "a database", data: "SQLite format 3\x00\x10", word: "database"},
		{name: "a program", data: "MZ\x90\x00\x03", word: "program"},
		{name: "a shortcut", data: "L\x00\x00\x00\x01\x14\x02\x00\x00", word: "shortcut"},
		{name: "encrypted by an office", data: "b\x14#e\x00\x00E-SafeNet\x00\x00LOCK", word: "locked"},
		{name: "other XML", data: `<?xml version="1.0"?><data/>`, word: "xml"},
		{name: "a flat OpenDocument", data: `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">`, word: "ods"},
	} {
		t.Run(c.name, func(t *testing.T) {
			read, err := Parse([]byte(c.data))
			if c.word != "" {
				c.code = "workbook.other_kind"
			}
			if c.code != "" {
				refused(t, err, c.code)
				if got := fault.All(err)[0].Args["file_kind"]; c.word != "" && got != c.word {
					t.Errorf("it is called %v", got)
				}
				return
			}
			if err != nil || read.Kind != c.kind {
				t.Errorf("%+v, %v", read, err)
			}
		})
	}
}

// The character set is what the bytes can be, whatever is declared.
func TestCharacterSets(t *testing.T) {
	encode := func(e interface{ String(string) (string, error) }, s string) string {
		data, err := e.String(s)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	gb := simplifiedchinese.GB18030.NewEncoder()
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	const text = "单位,一镇㐂,μg/m³\n甲镇,98.43,联通\n"
	page := func(charset string) string {
		return "<html><meta http-equiv=Content-Type content=\"text/html; charset=" + charset + "\"><table><tr><td>单位<td>一镇㐂<td>μg/m³<tr><td>甲镇<td>98.43<td>联通</table></html>"
	}
	for name, data := range map[string]string{
		"UTF-8": text, "UTF-8 with a mark": "\uFEFF" + text, "GB18030": encode(gb, text),
		"UTF-16": "\xFF\xFE" + encode(little.NewEncoder(), text), "UTF-16 the other way": "\xFE\xFF" + encode(big.NewEncoder(), text),
		"UTF-16 without a mark": encode(little.NewEncoder(), text), "the other way without a mark": encode(big.NewEncoder(), text),
		"a page in UTF-8": page("utf-8"), "a page in GB18030": encode(gb, page("gb2312")), "a page that declares what it is not": page("gb2312"),
		"and the other way": encode(gb, page("utf-8")), "a page in GB18030 that declares Latin": encode(gb, page("iso-8859-1")),
		"a page in UTF-16": "\xFF\xFE" + encode(little.NewEncoder(), page("utf-16")),
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, row := range parsed(t, []byte(data)).Sheets[0].Rows {
				for _, cell := range row {
					got = append(got, cell.Text)
				}
			}
			if s := strings.Join(got, "|"); s != "单位|一镇㐂|μg/m³|甲镇|98.43|联通" {
				t.Error(s)
			}
		})
	}
	short := parsed(t, []byte(encode(gb, "联,通\n通,1"))).Sheets[0]
	if short.Rows[0][0].Text != "联" || short.Rows[1][0].Text != "通" {
		t.Errorf("%+v", short.Rows)
	}
}

// Bytes that are no text are refused with their line, and never become other characters.
func TestUndecodable(t *testing.T) {
	lines := "单位,得分\r\n甲镇,98.43\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(lines)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"a byte of UTF-8 is missing":   lines + "乙\xE9\x95,1\r\n丙镇,2\r\n",
		"UTF-8 after its mark":         "\uFEFF" + lines + "\xFF\xFF",
		"no GB18030 either":            gb + "\xFF\xFF,1\r\n",
		"a page":                       "<table><tr>\n<td>单位<td>得分\n<tr><td>乙镇\xFF</table>",
		"old line ends, and old bytes": strings.ReplaceAll(gb, "\r\n", "\r") + "\x81\x20",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse([]byte(data))
			refused(t, err, "workbook.undecodable")
			if line := fault.All(err)[0].Args["line"]; line != 3 {
				t.Errorf("line %v", line)
			}
		})
	}
}
