package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"yueping/models/fault"
	"yueping/models/number"
)

var written = time.Date(2026, 3, 9, 8, 30, 0, 0, time.UTC)

// made writes a book and gives its bytes.
func made(t *testing.T, book Book) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, book, written); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func parsed(t *testing.T, data []byte) *Read {
	t.Helper()
	r, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// foreign builds a workbook as another program would.
func foreign(t testing.TB, fill func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	if err := fill(f); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rebuilt copies a workbook with one of its parts replaced.
func rebuilt(t testing.TB, data []byte, part string, content []byte) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range from.File {
		if f.Name == part {
			continue
		}
		if err := to.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	w, err := to.Create(part)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const firstSheet = "xl/worksheets/sheet1.xml"

// withCells is a workbook whose sheet holds the XML of its rows.
func withCells(t testing.TB, rows string) []byte {
	t.Helper()
	sheet := `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
		rows + `</sheetData></worksheet>`
	return rebuilt(t, foreign(t, func(*excelize.File) error { return nil }), firstSheet, []byte(sheet))
}

// soffice converts a file with LibreOffice, under a profile of the test's own, and gives the new file.
func soffice(t *testing.T, file, filter string, options ...string) string {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is missing: make test-packages installs it")
	}
	folder := t.TempDir()
	arguments := append([]string{"-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--headless"}, options...)
	c := exec.CommandContext(t.Context(), program, append(arguments, "--convert-to", filter, "--outdir", folder, file)...)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	extension, _, _ := strings.Cut(filter, ":")
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	path := filepath.Join(folder, stem+"."+extension)
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func saved(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func refused(t *testing.T, err error, code string) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Fatalf("%v, want %s", err, code)
	}
}

func n(s string) number.Number { return number.MustParse(s) }

// attribute is an attribute's value, "" where there is none.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
