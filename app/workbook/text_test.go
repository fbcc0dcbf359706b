package workbook

import (
	"bytes"
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// texts are a sheet's cells, which have to stand in their places.
func texts(t testing.TB, s ReadSheet) [][]string {
	t.Helper()
	var result [][]string
	for row, cells := range s.Rows {
		var line []string
		for column, cell := range cells {
			if int(cell.Column) != column+1 || int(cell.Row) != row+1 {
				t.Errorf("%s stands in column %d of row %d", cell.Name(), column+1, row+1)
			}
			line = append(line, cell.Shown())
		}
		result = append(result, line)
	}
	return result
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       [][]string
	}{
		{"commas", "单位,得分\n甲镇,98.43\n", [][]string{{"单位", "得分"}, {"甲镇", "98.43"}}},
		{"tabs, and commas in numbers", "单位\t得分\n甲镇\t1,234\n", [][]string{{"单位", "得分"}, {"甲镇", "1,234"}}},
		{"semicolons, and commas for points", "单位;得分;率\n甲镇;1,5;2,5\n", [][]string{{"单位", "得分", "率"}, {"甲镇", "1,5", "2,5"}}},
		{"full-width commas", "单位，得分\n甲镇，98.43\n", [][]string{{"单位", "得分"}, {"甲镇", "98.43"}}},
		{"full-width commas in words", "某市，2019年10月\n单位,说明,得分\n甲镇,好，很好,1\n", [][]string{{"某市，2019年10月"}, {"单位", "说明", "得分"}, {"甲镇", "好，很好", "1"}}},
		{"bars", "单位|得分\n甲镇|1\n", [][]string{{"单位", "得分"}, {"甲镇", "1"}}},
		{"one column", "单位\n甲镇\n", [][]string{{"单位"}, {"甲镇"}}},
		{"quotes", "\"甲,镇\",\"说\"\"好\"\"\",\"\"\n", [][]string{{"甲,镇", `说"好"`}}},
		{"line ends in quotes", "\"甲\r\n镇\",\"1\r2\n3\"\r\n乙,4\r\n", [][]string{{"甲\n镇", "1\n2\n3"}, {"乙", "4"}}},
		{"all line ends", "a,1\rb,2\nc,3\r\nd,4", [][]string{{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}}},
		{"blank rows keep their numbers", "a,1\n\n\nb,2\n\n", [][]string{{"a", "1"}, nil, nil, {"b", "2"}}},
		{"separators at the end", "a,1,,,\nb,2,,,\n", [][]string{{"a", "1"}, {"b", "2"}}},
		{"ragged rows", "a\nb,2,3\nc,,4\n", [][]string{{"a"}, {"b", "2", "3"}, {"c", "", "4"}}},
		{"quotes in the middle", "管径12\" 的,1\n5'2\",3\n", [][]string{{`管径12" 的`, "1"}, {`5'2"`, "3"}}},
		{"after the closing quote", "\"甲\"镇,1\n", [][]string{{"甲镇", "1"}}},
		{"a quote that nobody closes", "\"甲镇,1\n乙镇,2\n", [][]string{{`"甲镇`, "1"}, {"乙镇", "2"}}},
		{"a quote that the next row seems to close", "\"甲镇,1\n\"乙\"镇,2\n丙镇,3\n", [][]string{{`"甲镇`, "1"}, {"乙镇", "2"}, {"丙镇", "3"}}},
		{"texts for Excel", "=\"0123\",\"=\"\"007\"\"\",=1+1\n", [][]string{{"0123", "007", "=1+1"}}},
		{"apostrophes against formulas", "'=1,'+2,'-3.5,'@x,'甲,'\n", [][]string{{"=1", "+2", "-3.5", "@x", "'甲", "'"}}},
		{"the separator announced", "sep=;\r\na;1,2\r\n", [][]string{{"a", "1,2"}}},
		{"announced in quotes", "\"sep=|\"\na|1\n", [][]string{{"a", "1"}}},
		{"nothing announced", "sep=\na,1\n", [][]string{{"sep="}, {"a", "1"}}},
		{"an old end mark", "a,1\r\n\x1A", [][]string{{"a", "1"}}},
		{"spaces stay", " 甲镇 , 1\n", [][]string{{" 甲镇 ", " 1"}}},
		{"all digits", "a,1234567890.12345678901234567890,1e3,２．５\n", [][]string{{"a", "1234567890.12345678901234567890", "1e3", "２．５"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for how, parse := range map[string]func() (*Read, error){
				"a file": func() (*Read, error) { return Parse([]byte(c.text)) },
				"pasted": func() (*Read, error) { return ParsePasted(c.text) },
			} {
				read, err := parse()
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(c.want, texts(t, read.Sheets[0])); diff != "" || read.Kind != KindText {
					t.Errorf("%s: %s", how, diff)
				}
				for _, row := range read.Sheets[0].Rows {
					for _, cell := range row {
						if cell.Number != nil {
							t.Errorf("%s is a number", cell.Name())
						}
					}
				}
			}
		})
	}
}

func TestTextIsNamedAfterItsFile(t *testing.T) {
	read, err := Open(saved(t, "2019年10月.数据.csv", []byte("单位,得分\n")))
	if err != nil {
		t.Fatal(err)
	}
	if name := read.Sheets[0].Name; name != "2019年10月.数据" {
		t.Error(name)
	}
}

func TestTextBounds(t *testing.T) {
	for name, text := range map[string]string{
		"rows": strings.Repeat("a\n", maxRows+1), "columns": strings.Repeat("a,", maxColumns) + "a", "cells": strings.Repeat(strings.Repeat("a,", 99)+"a\n", maxCells/100+1),
	} {
		_, err := ParsePasted(text)
		if err == nil {
			t.Error(name)
			continue
		}
		refused(t, err, "workbook.too_many_cells")
	}
	if _, err := ParsePasted("a\x00b"); err == nil {
		t.Error("a zero was taken for text")
	}
	widest := strings.Repeat("a,", maxColumns-1) + "a" + strings.Repeat(",", 1000)
	if read, err := ParsePasted(widest); err != nil || len(read.Sheets[0].Rows[0]) != maxColumns {
		t.Error(err)
	}
}

// LibreOffice writes the same cells in every form of text that it knows.
func TestOfficeText(t *testing.T) {
	rows := [][]string{
		{"某市2019年10月"}, {"单位", "得分", "说明"}, {"甲,镇", "98.43", "说\"好\"\n换行"}, nil, {"乙；镇", "-0.5", "'撇号"}, {"丙镇", "1,234", ""},
	}
	for i := range rows { // blank cells at the end are none
		for len(rows[i]) > 0 && rows[i][len(rows[i])-1] == "" {
			rows[i] = rows[i][:len(rows[i])-1]
		}
	}
	book := saved(t, "表.fods", flatText(rows))
	for name, filter := range map[string]string{
		"semicolons, GB18030": "59,34,85", "all quoted": "44,34,76,1,,0,true", "tabs, UTF-16": "9,34,65535",
	} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(soffice(t, book, "csv:Text - txt - csv (StarCalc):"+filter))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(rows, texts(t, parsed(t, data).Sheets[0])); diff != "" {
				t.Error(diff, string(data))
			}
		})
	}
}

// flatText is a spreadsheet of texts.
func flatText(rows [][]string) []byte {
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", "\n", "</text:p><text:p>")
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="表">`)
	for _, row := range rows {
		b.WriteString("<table:table-row>")
		for _, cell := range row {
			b.WriteString(`<table:table-cell office:value-type="string"><text:p>` + escape.Replace(cell) + `</text:p></table:table-cell>`)
		}
		if len(row) == 0 {
			b.WriteString("<table:table-cell/>")
		}
		b.WriteString("</table:table-row>")
	}
	b.WriteString("</table:table></office:spreadsheet></office:body></office:document>")
	return b.Bytes()
}

// FuzzText holds that no text breaks the reader, and that what encoding/csv writes is read as it was.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"单位,得分\n甲镇,98.43\n", "\"a\"\"b\"\t1\r\n", "sep=;\na;b", "=\"0123\"", "\xFF\xFEa\x00,\x00\n\x00", "\xBC\xD7,1\n", "\"a,\"b\n\"", "a\n\n\"\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		read, err := parseText(data)
		if (read == nil) == (err == nil) {
			t.Fatalf("%v, %v", read, err)
		}
		if err != nil || len(read.Sheets[0].Rows) > 50 {
			return
		}
		want := texts(t, read.Sheets[0])
		for _, row := range want {
			for _, cell := range row {
				// What is unwrapped once may be unwrapped again, and encoding/csv turns line ends.
				if meant(cell) != cell || strings.Contains(cell, "\r") {
					return
				}
			}
		}
		out := bytes.NewBufferString("sep=,\n")
		w := csv.NewWriter(out)
		for _, row := range want {
			line := make([]string, 9)
			copy(line, row)
			if len(row) > 9 {
				return
			}
			if err := w.Write(line); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		again, err := ParsePasted(out.String())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, texts(t, again.Sheets[0])); diff != "" {
			t.Errorf("%q: %s", out.String(), diff)
		}
	})
}
