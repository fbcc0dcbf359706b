package workbook

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yueping/models/fault"
)

// kept reads a file that another program wrote; the script beside it tells how.
func kept(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "xls", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Files of other programs, read as LibreOffice reads them. It calculates every formula anew, so that a
// result which their writers never calculated shows only there; and it takes truth values for numbers.
func TestXLSOfOtherPrograms(t *testing.T) {
	for _, c := range []struct {
		name   string
		differ map[string]string // LibreOffice's line → ours
	}{
		{"xlwt.xls", map[string]string{"B1=number 4": "B1=fault workbook.formula_not_calculated", "C1=text x2": "C1=fault workbook.formula_not_calculated", "B6=number 1": "B6=text TRUE"}},
		{"writeexcel.xls", map[string]string{"B4=number 93.43": "B4=fault workbook.formula_not_calculated"}},
		{"gnumeric8.xls", map[string]string{"E2=number 1": "E2=text TRUE"}},
		{"gnumericboth.xls", map[string]string{"E2=number 1": "E2=text TRUE"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := saved(t, c.name, kept(t, c.name))
			read, err := Open(file)
			if err != nil {
				t.Fatal(err)
			}
			sameReading(t, with(officeReads(t, file), c.differ), ourReading(read))
		})
	}
}

// with replaces lines of a reading.
func with(reading map[string][]string, differ map[string]string) map[string][]string {
	for _, lines := range reading {
		for i, line := range lines {
			if other, found := differ[line]; found {
				lines[i] = other
			}
		}
	}
	return reading
}

// What a modern workbook holds beside its cells, saved as xls: charts and pictures lie among the records.
func TestXLSFromModern(t *testing.T) {
	modern := foreign(t, func(f *excelize.File) error {
		for _, err := range []error{
			f.SetSheetRow("Sheet1", "A1", &[]any{"单位", "得分", true, false}),
			f.SetSheetRow("Sheet1", "A2", &[]any{"甲镇", 98.43, 0.5}),
			f.AddChart("Sheet1", "F3", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "Sheet1!$A$1", Categories: "Sheet1!$A$2:$A$2", Values: "Sheet1!$B$2:$B$2"}}}),
			f.AddChartSheet("图", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "Sheet1!$B$2:$B$2"}}}),
			f.SetSheetRow("Sheet1", "A30", &[]any{"乙镇", -3}),
			f.SetDocProps(&excelize.DocProperties{Subject: "yueping:p:2019-10"}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	file := soffice(t, saved(t, "book.xlsx", modern), "xls")
	read, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	if read.Kind != KindXLS || read.Subject != "yueping:p:2019-10" {
		t.Errorf("%s with subject %q", read.Kind, read.Subject)
	}
	lines := strings.Join(ourReading(read)["Sheet1"], "\n")
	for _, want := range []string{"A1=text 单位", "B2=number 98.43", "C2=number 0.5", "A30=text 乙镇", "B30=number -3"} {
		if !strings.Contains(lines, want) {
			t.Errorf("lacks %s:\n%s", want, lines)
		}
	}
	sameReading(t, with(officeReads(t, file), map[string]string{"C1=number 1": "C1=text TRUE", "D1=number 0": "D1=text FALSE"}), ourReading(read))
}

// LibreOffice stores 0 for a text that it took over from the file and did not calculate itself.
func TestXLSZeroForText(t *testing.T) {
	cell := strings.Replace(fodsFormulas(`"x"&"y"`), `"/>`, `" office:value-type="string" office:string-value="xy"><text:p>xy</text:p></table:table-cell>`, 1)
	file := soffice(t, saved(t, "book.fods", fods(fodsSheet("式", cell))), "xls")
	read, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	sameReading(t, with(officeReads(t, file), map[string]string{"A1=text xy": "A1=fault workbook.formula_not_calculated"}), ourReading(read))
}

func TestXLSRefused(t *testing.T) {
	var locked bytes.Buffer
	f := excelize.NewFile()
	if err := f.Write(&locked, excelize.Options{Password: "x"}); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	good := kept(t, "xlwt.xls")
	for _, c := range []struct {
		name string
		data []byte
		code string
	}{
		{"a password on a modern workbook", locked.Bytes(), "workbook.encrypted"},
		{"a password on an old one", compoundOf("Workbook", biffOf(globals, rec(recFilePass, 0, 0), rec(recEOF))), "workbook.encrypted"},
		{"Excel 95", kept(t, "gnumeric7.xls"), "workbook.old_format"},
		{"Excel 95 under the newer name", compoundOf("Workbook", biffOf(rec(recBOF, 0, 5, 5, 0, 0, 0, 0, 0), rec(recEOF))), "workbook.old_format"},
		{"Excel 4 without a container", rec(0x0409, 0, 0, 0x10, 0, 0, 0), "workbook.old_format"},
		{"Excel 2 without a container", rec(0x0009, 2, 0, 0x10, 0), "workbook.old_format"},
		{"a text document", compoundOf("Something", make([]byte, 100)), "workbook.not_a_workbook"},
		{"a workbook within another file", compoundOf("ObjectPool/Workbook", biffOf(globals, rec(recEOF))), "workbook.not_a_workbook"},
		{"no sheet", compoundOf("Workbook", biffOf(globals, rec(recEOF))), "workbook.not_a_workbook"},
		{"only the magic", good[:8], "workbook.damaged"},
		{"cut in the header", good[:300], "workbook.damaged"},
		{"cut off", good[:len(good)/2], "workbook.damaged"},
		{"cut off near the end", good[:len(good)-512], "workbook.damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := parseXLS(c.data)
			refused(t, err, c.code)
		})
	}
}

func TestXLSNotes(t *testing.T) {
	book := func(records ...[]byte) []byte { return oneSheet(records, nil) }
	for _, c := range []struct {
		name  string
		data  []byte
		notes []string
	}{
		{"nothing", compoundOf("Workbook", book()), nil},
		{"the workbook's own names", compoundOf("Workbook", book(rec(recSupBook, 1, 0, 1, 4))), nil},
		{"two links", compoundOf("Workbook", book(rec(recSupBook, 1, 0, 3, 0, 0, 'a', 'b', 'c'), rec(recSupBook, 1, 0, 1, 0, 0, 'd'))), []string{"workbook.note_links"}},
		{"macros", compoundOf("Workbook", book(), "_VBA_PROJECT_CUR"), []string{"workbook.note_macros"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			read, err := parseXLS(c.data)
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, f := range read.Notes {
				codes = append(codes, fault.CodeOf(f))
			}
			if strings.Join(codes, " ") != strings.Join(c.notes, " ") {
				t.Errorf("%v, want %v", codes, c.notes)
			}
		})
	}
}
