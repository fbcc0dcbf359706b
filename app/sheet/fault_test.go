package sheet

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"yueping/models/fault"
)

func oneCell(text string) Document {
	return Document{Sections: []Section{{Table: Table{Columns: []Column{{Title: "单位"}}, Rows: []Row{{Cells: []string{text}}}}}}}
}

func TestLayoutFaults(t *testing.T) {
	wide := make([]Column, 60)
	pageful := strings.Repeat("很长的内容", 2000)
	tests := []struct {
		name string
		doc  Document
		code string
		args fault.Args
	}{
		{"missing in a cell", oneCell("𠮷镇\u200eꙮ𠮷"), "sheet.missing_characters",
			fault.Args{"characters": "𠮷、U+200E、ꙮ", "codes": "U+20BB7、U+200E、U+A66E", "where": "𠮷镇\u200eꙮ𠮷"}},
		{"missing in the title", Document{Title: "ꙮ"}, "sheet.missing_characters", fault.Args{"where": "ꙮ"}},
		{"missing in the annex", Document{Annex: "ꙮ"}, "sheet.missing_characters", nil},
		{"missing in a subtitle", Document{Subtitle: []string{"ꙮ"}}, "sheet.missing_characters", nil},
		{"missing in a heading", Document{Sections: []Section{{Heading: "ꙮ"}}}, "sheet.missing_characters", nil},
		{"missing in a column's title", Document{Sections: []Section{{Table: Table{Columns: []Column{{Title: "ꙮ"}}}}}}, "sheet.missing_characters", nil},
		{"missing in a section's note", Document{Sections: []Section{{Notes: []string{"ꙮ"}}}}, "sheet.missing_characters", nil},
		{"missing in a note", Document{Notes: []string{"ꙮ"}}, "sheet.missing_characters", nil},
		{"missing in the footer", Document{Footer: "ꙮ"}, "sheet.missing_characters", nil},
		{"missing in the mark", Document{Mark: "ꙮ"}, "sheet.missing_characters", nil},
		{"missing in a page number", Document{PageNumber: NumberOfTotal, Words: Words{PageOf: func(int, int) string { return "ꙮ" }}}, "sheet.missing_characters", nil},
		{"broken bytes", oneCell("a\xff"), "sheet.missing_characters", fault.Args{"codes": "U+FFFD"}},
		{"a control character", oneCell("a\x00"), "sheet.missing_characters", fault.Args{"characters": "U+0000"}},
		{"more cells than columns", Document{Sections: []Section{{Table: Table{Columns: []Column{{}}, Rows: []Row{{}, {Cells: []string{"", ""}}}}}}},
			"sheet.too_many_cells", fault.Args{"row": 2, "cells": 2, "columns": 1}},
		{"more columns than fit", Document{Sections: []Section{{Table: Table{Columns: wide}}}}, "sheet.too_many_columns", fault.Args{"columns": 60, "width": 156.0}},
		{"a row taller than a page", oneCell(pageful), "sheet.row_too_tall", fault.Args{"row": 1, "where": excerpt(pageful)}},
		{"a header taller than a page", Document{Title: "标题", Sections: []Section{{Table: Table{Columns: []Column{{Title: pageful}}}}}}, "sheet.row_too_tall", fault.Args{"row": 0}},
		{"a mark wider than the page", Document{Mark: pageful}, "sheet.mark_too_long", nil},
		{"a footer taller than the margin", Document{Footer: pageful}, "sheet.footer_too_long", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Layout(test.doc, testFonts(t))
			var f *fault.Fault
			if !errors.As(err, &f) || f.Code != test.code {
				t.Fatalf("got %v, want %s", err, test.code)
			}
			for name, want := range test.args {
				if f.Args[name] != want {
					t.Errorf("%s is %v, want %v", name, f.Args[name], want)
				}
			}
		})
	}
}

func TestNewFontsFaults(t *testing.T) {
	good := testFonts(t).faces[TitleFace].data
	for name, bad := range map[string][]byte{
		"nothing": nil, "a collection": []byte("ttcf\x00\x01\x00\x00"), "PostScript outlines": []byte("OTTO\x00\x01\x00\x00"),
		"cut off": good[:1000],
	} {
		t.Run(name, func(t *testing.T) {
			_, err := NewFonts(FontFiles{Title: good, Body: bad, Heading: good, Sans: good})
			var f *fault.Fault
			if !errors.As(err, &f) || f.Code != "sheet.font_unreadable" || f.Args["face"] != "body" {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestRareCharactersTakeAnotherFace(t *testing.T) {
	fonts := testFonts(t)
	rare := rune(0)
	for r := rune(0x4E00); r < 0x9FFF && rare == 0; r++ {
		if fonts.faces[BodyFace].advance[r] == 0 && fonts.faces[SansFace].advance[r] > 0 {
			rare = r
		}
	}
	name := "甲" + string(rare) + "乡"
	doc := oneCell(name)
	var runs []string
	for _, text := range textsOf(layoutOf(t, doc)[0]) {
		if strings.Contains(name, text.Text) {
			runs = append(runs, fmt.Sprintf("%v:%s", text.Face, text.Text))
		}
	}
	if got, want := strings.Join(runs, " "), "body:甲 sans:"+string(rare)+" body:乡"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if text := tool(t, "pdftotext", pdfOf(t, doc), "-"); !strings.Contains(text, name) {
		t.Errorf("%q is not in %q", name, text)
	}
}
