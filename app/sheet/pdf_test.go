package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"regexp"
	"strings"
	"testing"

	"yueping/models/fault"
)

func TestPDFTextIsTheCells(t *testing.T) {
	doc := rankingSheet(t)
	text := tool(t, "pdftotext", "-raw", pdfOf(t, doc), "-")
	at := 0
	for i, row := range doc.Sections[0].Table.Rows {
		line := "\n" + strings.Join(row.Cells, " ") + "\n"
		found := strings.Index(text[at:], line)
		if found < 0 {
			t.Fatalf("row %d %q is not in the text after the row before it:\n%s", i+1, line, text[at:])
		}
		at += found + len(line) - 1
	}
	for what, want := range map[string]int{doc.Title: 1, doc.Annex: 1, doc.Mark: 4, "（续表）": 3, "2019年11月13日 10:05打印": 4} {
		if got := strings.Count(text, what); got != want {
			t.Errorf("%q stands %d times in the text, want %d", what, got, want)
		}
	}
}

func TestPDFInfo(t *testing.T) {
	tests := []struct {
		name  string
		paper Paper
		size  string
	}{
		{"A4", Paper{}, "595.28 x 841.89 pts (A4)"},
		{"A4 landscape", Paper{Landscape: true}, "841.89 x 595.28 pts (A4)"},
		{"A3 landscape", Paper{Format: A3, Landscape: true}, "1190.55 x 841.89 pts (A3)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := rankingSheet(t)
			doc.Paper = test.paper
			info := tool(t, "pdfinfo", pdfOf(t, doc))
			for key, want := range map[string]string{
				"Title": sampleMeta.Title, "Author": sampleMeta.Author, "Creator": sampleMeta.Creator,
				"CreationDate": "Wed Nov 13 10:05:00 2019 UTC", "Page size": test.size,
				"Pages": fmt.Sprint(len(layoutOf(t, doc))),
			} {
				if !regexp.MustCompile(`(?m)^` + key + `:\s+` + regexp.QuoteMeta(want) + `$`).MatchString(info) {
					t.Errorf("%s is not %q in\n%s", key, want, info)
				}
			}
		})
	}
}

func TestPDFEmbedsOnlyUsedFaces(t *testing.T) {
	doc := Document{Sections: []Section{{Table: Table{
		Columns: []Column{{Title: "单位"}, {Title: "得分", Align: AlignRight}},
		Rows:    []Row{{Cells: []string{"甲", "61.5"}}},
	}}}}
	fonts := strings.Split(strings.TrimSpace(tool(t, "pdffonts", pdfOf(t, doc))), "\n")[2:]
	if len(fonts) != 3 {
		t.Errorf("fonts are %q, want heading, body and sans", fonts)
	}
	for _, line := range fonts {
		if fields := strings.Fields(line); fields[len(fields)-5] != "yes" {
			t.Errorf("%q is not embedded", line)
		}
	}
}

func TestPDFIsDeterministicAndLeavesFontsAlone(t *testing.T) {
	fonts := testFonts(t)
	sum := func() uint64 {
		h := fnv.New64a()
		for _, face := range fonts.faces {
			h.Write(face.data)
		}
		return h.Sum64()
	}
	before := sum()
	var files [3][]byte
	done := make(chan struct{})
	for i := range files {
		go func() {
			defer func() { done <- struct{}{} }()
			var b bytes.Buffer
			if err := WritePDF(&b, layoutOf(t, rankingSheet(t)), fonts, sampleMeta); err != nil {
				t.Error(err)
			}
			files[i] = b.Bytes()
		}()
	}
	for range files {
		<-done
	}
	if !bytes.Equal(files[0], files[1]) || !bytes.Equal(files[1], files[2]) {
		t.Error("equal documents gave different bytes")
	}
	if sum() != before {
		t.Error("writing changed the bytes of the fonts")
	}
}

func TestPDFMetaBeyondTheBasicPlane(t *testing.T) {
	var b bytes.Buffer
	pages := layoutOf(t, Document{Title: "标题"})
	if err := WritePDF(&b, pages, testFonts(t), Meta{Title: "𠮷(镇)\\", Author: string([]byte{0xff})}); err != nil {
		t.Fatal(err)
	}
	want := "\xfe\xff\xd8\x42\xdf\xb7\x00\\(\x95\x47\x00\\)\x00\\\\"
	if !bytes.Contains(b.Bytes(), []byte("/Title ("+want+")")) {
		t.Error("the title is not in the file as UTF-16")
	}
	if !bytes.Contains(b.Bytes(), []byte("D:19700101000000")) {
		t.Error("no clock was given, and the date is not the epoch")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWritePDFFaults(t *testing.T) {
	if err := WritePDF(io.Discard, nil, testFonts(t), Meta{}); fault.CodeOf(err) != "sheet.no_pages" {
		t.Errorf("no pages: %v", err)
	}
	err := WritePDF(fullDisk{}, layoutOf(t, Document{Title: "标题"}), testFonts(t), Meta{})
	if fault.CodeOf(err) != "sheet.pdf_failed" || !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("full disk: %v", err)
	}
	broken := &Fonts{faces: testFonts(t).faces}
	title := *broken.faces[TitleFace]
	title.data = title.data[:64]
	broken.faces[TitleFace] = &title
	err = WritePDF(io.Discard, layoutOf(t, Document{Title: "标题"}), broken, Meta{})
	if fault.CodeOf(err) != "sheet.pdf_failed" {
		t.Errorf("broken font: %v", err)
	}
}
