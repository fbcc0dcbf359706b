package workbook

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// encrypted is a compound file that holds a stream EncryptedPackage.
func encrypted() []byte { return compoundOf("EncryptedPackage", nil) }

// bomb is a workbook with a part that unpacks to size bytes of zeros.
func bomb(t *testing.T, part string, size int) []byte {
	t.Helper()
	return rebuilt(t, foreign(t, func(*excelize.File) error { return nil }), part, make([]byte, size))
}

func archive(t *testing.T, name, content string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestHostileFiles(t *testing.T) {
	good := foreign(t, func(f *excelize.File) error { return f.SetCellStr("Sheet1", "A1", "单位") })
	sheet := func(before, rows string) string {
		return before + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
	}
	laughs := `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
	merges := sheet("", `<row r="1"><c r="A1"><v>1</v></c></row>`)
	merges = strings.Replace(merges, "</worksheet>", "<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:B2"/>`, maxMerges+1)+"</mergeCells></worksheet>", 1)
	for _, c := range []struct {
		name string
		data []byte
		code string
	}{
		{"empty", nil, "workbook.empty"},
		{"half a page", []byte("<html><table><tr><td>单位"), "workbook.cut_off"},
		{"the start of an old xls", []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0}, "workbook.damaged"},
		{"encrypted", encrypted(), "workbook.encrypted"},
		{"cut off", good[:len(good)/2], "workbook.cut_off"},
		{"only the magic", []byte("PK"), "workbook.not_a_workbook"},
		{"another zip", archive(t, "word/document.xml", "<x/>"), "workbook.other_kind"},
		{"zip bomb in a sheet", bomb(t, firstSheet, 200<<20), "workbook.too_large"},
		{"zip bomb in the styles", bomb(t, "xl/styles.xml", 100<<20), "workbook.too_large"},
		{"zip bomb beside", bomb(t, "x.bin", 300<<20), "workbook.too_large"},
		{"XML bomb", rebuilt(t, good, firstSheet, []byte(sheet(laughs, `<row r="1"><c r="A1"><v>&b;</v></c></row>`))), ""},
		{"a million rows claimed", withCells(t, `<row r="1"><c r="A1"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>1</v></c></row>`), "workbook.too_many_cells"},
		{"a row far down without a number", withCells(t, `<row><c r="A1048576"><v>1</v></c></row>`), "workbook.too_many_cells"},
		{"a row beyond the sheet", withCells(t, `<row r="99999999"><c r="A99999999"><v>1</v></c></row>`), "workbook.too_many_cells"},
		{"a negative row", withCells(t, `<row r="-5"><c r="A1"><v>1</v></c></row>`), "workbook.too_many_cells"},
		{"a column far out", withCells(t, `<row r="1"><c r="XFD1"><v>1</v></c></row>`), "workbook.too_many_cells"},
		{"few wide rows that claim millions of cells", withCells(t, strings.Repeat("<row>"+strings.Repeat("<c/>", 511)+"<c><v>1</v></c></row>", 4000)), "workbook.too_many_cells"},
		{"merges without end", rebuilt(t, good, firstSheet, []byte(merges)), "workbook.too_many_cells"},
		{"a name that is no cell", withCells(t, `<row r="1"><c r="1A"><v>1</v></c></row>`), "workbook.damaged_sheet"},
		{"half a sheet", rebuilt(t, good, firstSheet, []byte(`<worksheet><sheetData><row r="1"><c r="A1"><v>1`)), ""},
		{"deep XML", rebuilt(t, good, firstSheet, []byte("<worksheet>"+strings.Repeat("<a>", 200_000))), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			read, err := Parse(c.data)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if c.code != "" || err != nil {
				if c.code == "" {
					c.code = "workbook.damaged_sheet"
				}
				refused(t, err, c.code)
			} else if read == nil {
				t.Error("neither read nor refused")
			}
			if took > 5*time.Second {
				t.Errorf("took %s", took)
			}
			if grown := after.TotalAlloc - before.TotalAlloc; grown > 256<<20 {
				t.Errorf("took %d MB", grown>>20)
			}
		})
	}
}

func TestOpenNamesTheFile(t *testing.T) {
	folder := t.TempDir()
	large := filepath.Join(folder, "large.xlsx")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, maxFile+1); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ path, code string }{
		"missing": {filepath.Join(folder, "none.xlsx"), "workbook.unreadable"},
		"folder":  {folder, "workbook.not_a_workbook"},
		"large":   {large, "workbook.too_large"},
		"bad":     {saved(t, "bad.xlsx", []byte("x\x00")), "workbook.not_a_workbook"},
	} {
		_, err := Open(c.path)
		refused(t, err, c.code)
		if !strings.Contains(err.Error(), c.path) {
			t.Errorf("%s: %v does not name the file", name, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("PK"))
	f.Add(encrypted())
	f.Add(withCells(f, `<row r="1"><c r="A1" t="inlineStr"><is><t>单位</t></is></c><c r="B1"><v>98.43</v></c></row>`))
	f.Add(withCells(f, `<row><c r="C3" t="s"><v>7</v></c><c t="b"><v>1</v></c></row><row r="1"><c r="A1"><f>1</f></c></row>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		read, err := Parse(data)
		if (read == nil) == (err == nil) {
			t.Errorf("%v, %v", read, err)
		}
	})
}
