package workbook

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// detail is all that was read of a workbook, a line a cell: text in quotes, numbers bare, dates with @, and
// faults after an exclamation mark.
func detail(r *Read) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", r.Kind, r.Subject)
	sheet := func(s ReadSheet, hidden string) {
		fmt.Fprintf(&b, "# %s%s\n", s.Name, hidden)
		for row, cells := range s.Rows {
			for _, c := range cells {
				b.WriteString(cellDetail(c))
			}
			if s.HiddenRows[row+1] {
				fmt.Fprintf(&b, "row %d hidden\n", row+1)
			}
		}
		for column := range maxColumns {
			if s.HiddenColumns[column+1] {
				fmt.Fprintf(&b, "column %d hidden\n", column+1)
			}
		}
		for _, a := range s.Merges {
			fmt.Fprintf(&b, "merged %s:%s\n", cellName(a.Left, a.Top), cellName(a.Right, a.Bottom))
		}
	}
	for _, s := range r.Sheets {
		sheet(s, "")
	}
	for _, s := range r.Hidden {
		sheet(s, " hidden")
	}
	return b.String()
}

func cellDetail(c ReadCell) string {
	if c.empty() && c.Merged == nil {
		return ""
	}
	line := c.Name() + " "
	switch {
	case c.Number != nil:
		line += c.Shown()
	case c.Date:
		line += "@" + c.Text
	default:
		line += fmt.Sprintf("%q", c.Text)
	}
	if c.Shortened {
		line += " shortened"
	}
	if c.Merged != nil {
		line += " under " + c.Merged.Name()
	}
	if c.Fault != nil {
		line += " !" + c.Fault.Error()
	}
	return line + "\n"
}

// Pages as platforms and Excel write them; testdata/pages/make.py has made them.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, file := range files {
		if ext := filepath.Ext(file); ext == ".py" || ext == ".want" {
			continue
		}
		read++
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, err := os.ReadFile(file + ".want")
			if err != nil {
				t.Fatal(err)
			}
			book, err := Open(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), detail(book)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if read < 6 {
		t.Errorf("only %d pages were found", read)
	}
}

// mixed is a workbook with every kind of cell that a page or an XML spreadsheet can hold.
func mixed(t *testing.T) []byte {
	t.Helper()
	return foreign(t, func(f *excelize.File) error {
		words, day, money := `0.0%`, `yyyy"年"m"月"`, `#,##0.00`
		styles := map[string]int{}
		for name, code := range map[string]*string{"%": &words, "@": &day, ",": &money} {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: code})
			if err != nil {
				return err
			}
			styles[name] = style
		}
		for cell, v := range map[string]any{
			"A1": "某市2019年10月", "A2": "单位", "B2": "得分", "C2": "率", "D2": "月份", "A3": "甲镇", "B3": 98.43, "C3": 0.9617, "D3": 43739, "A4": "乙\n镇", "B4": 1234.5, "C4": 1, "D4": 43770,
			"A5": "0123", "B5": -0.1, "C5": 0.333333333333333, "D5": "2019-10", "A6": " 丙 镇 <&>", "B6": 1e-7, "C6": 1.0 / 3, "A7": "1,234", "B7": 12345678901234, "A9": "注",
		} {
			if err := f.SetCellValue("Sheet1", cell, v); err != nil {
				return err
			}
		}
		for _, s := range []struct{ from, to, style string }{{"C3", "C6", "%"}, {"D3", "D4", "@"}, {"B4", "B4", ","}} {
			if err := f.SetCellStyle("Sheet1", s.from, s.to, styles[s.style]); err != nil {
				return err
			}
		}
		for _, area := range [][2]string{{"A1", "D1"}, {"E2", "E4"}} {
			if err := f.MergeCell("Sheet1", area[0], area[1]); err != nil {
				return err
			}
		}
		if err := f.SetCellStr("Sheet1", "E2", "东县"); err != nil {
			return err
		}
		if _, err := f.NewSheet("二"); err != nil {
			return err
		}
		return f.SetSheetRow("二", "A1", &[]any{"单位", 1, 2.5})
	})
}

// tidied lets spaces be as a page shows them, which has no others.
func tidied(r *Read) string {
	for s := range r.Sheets {
		for _, row := range r.Sheets[s].Rows {
			for i := range row {
				row[i].Text = strings.TrimSpace(row[i].Text)
			}
		}
	}
	r.Kind, r.Subject = "", ""
	return detail(r)
}

// The page that LibreOffice makes of a workbook is read as the workbook itself, cell by cell.
func TestOfficePages(t *testing.T) {
	book := mixed(t)
	got, err := Open(soffice(t, saved(t, "book.xlsx", book), "html"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(tidied(parsed(t, book)), tidied(got)); diff != "" {
		t.Error(diff)
	}
}

// LibreOffice reads an XML spreadsheet as it is read here, cell by cell. It knows UTF-8 alone, and neither
// truth values, times, styles of rows nor rows that stand for several.
func TestOfficeReadsXML(t *testing.T) {
	const book = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="Default"/><Style ss:ID="p"><NumberFormat ss:Format="0.00%"/></Style><Style ss:ID="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style></Styles>
<Worksheet ss:Name="十月"><Table><Column ss:Index="3" ss:Hidden="1" ss:Span="1"/><Row><Cell ss:MergeAcross="4"><Data ss:Type="String">排名 &lt;表&gt;</Data></Cell></Row>
<Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="String">东县</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.96170000000000000</Data></Cell><Cell><Data ss:Type="Number">98.430000000000007</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">43739</Data></Cell></Row>
<Row ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="String">0123</Data></Cell><Cell ss:Index="5"><Data ss:Type="Number">-1.5E-3</Data></Cell></Row><Row><Cell><Data ss:Type="String">乙镇</Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="二"><Table><Row><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>`
	theirs, err := Open(soffice(t, saved(t, "book.xml", []byte(book)), "xlsx", "--infilter=MS Excel 2003 XML Orcus"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(tidied(theirs), tidied(parsed(t, []byte(book)))); diff != "" {
		t.Error(diff)
	}
}

// LibreOffice reads a platform's page as it is read here, but for what it takes for numbers (007 becomes 7,
// 1,098.430 becomes 1098.43), and for a line break in a cell, which it makes a row. It keeps blank lines.
func TestOfficeReadsPages(t *testing.T) {
	data, err := os.ReadFile("testdata/pages/report.xls")
	if err != nil {
		t.Fatal(err)
	}
	for from, to := range map[string]string{"007": "7", "1,098.430": "1098.43"} {
		data = bytes.Replace(data, []byte(from), []byte(to), 1)
	}
	data = bytes.Replace(data, []byte("<br>"), []byte(" "), 1)
	said := func(r *Read) []string {
		var result []string
		for _, row := range r.Sheets[0].Rows {
			var line []string
			for _, c := range row {
				if !c.Blank() {
					line = append(line, strings.Join(strings.Fields(c.Shown()), ""))
				}
			}
			if len(line) > 0 {
				result = append(result, strings.Join(line, "|"))
			}
		}
		return result
	}
	csv, err := os.ReadFile(soffice(t, saved(t, "report.html", data), "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false", "--infilter=calc_HTML_WebQuery:2052 0"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(said(parsed(t, csv)), said(parsed(t, data))); diff != "" {
		t.Error(diff)
	}
}

// FuzzPages holds that no page, XML spreadsheet or web archive breaks its reader, and that every cell stands
// in its place.
func FuzzPages(f *testing.F) {
	files, err := filepath.Glob("testdata/pages/*.[xm][lmh][slt]")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("<table><td rowspan=3>1<td colspan=9>2<tr><table><caption>3</table>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, parse := range []parser{parseHTML, parseXMLSheet, parseMHTML} {
			read, err := parse(data)
			if (read == nil) == (err == nil) {
				t.Fatalf("%v, %v", read, err)
			}
			if err != nil {
				continue
			}
			for _, s := range read.Sheets {
				texts(t, s)
				for _, a := range s.Merges {
					if a.Left < 1 || a.Top < 1 || a.Right < a.Left || a.Bottom < a.Top || a.Bottom > len(s.Rows) || a.Right > maxColumns {
						t.Errorf("%s merges %+v", s.Name, a)
					}
				}
			}
		}
	})
}
