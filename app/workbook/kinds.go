package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"yueping/models/fault"
)

// sniffed is how far a file is looked into to tell its kind.
const sniffed = 64 << 10

// parser is what reads a kind of file.
type parser func(data []byte) (*Read, error)

// parserOf tells a file's kind by its content, whatever its name says: workbook.empty,
// workbook.other_kind with the kind's word.
func parserOf(data []byte) (parser, error) {
	if len(data) == 0 {
		return nil, fault.New("workbook.empty")
	}
	switch {
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return parseCompound, nil
	case bytes.HasPrefix(data, []byte("PK")):
		if kind := archived(data); kind != "" {
			return nil, otherKind(kind)
		}
		return parseXLSX, nil
	// Workbooks of the time before compound files.
	case len(data) >= 4 && data[0] == 0x09 && (data[1] == 0 || data[1] == 2 || data[1] == 4 || data[1] == 8) && data[2] <= 0x10 && data[3] == 0:
		return parseXLS, nil
	}
	if kind := signed(data); kind != "" {
		return nil, otherKind(kind)
	}
	return markup(opening(data))
}

func otherKind(kind string) error {
	return fault.New("workbook.other_kind", "file_kind", kind, "file_kind_step", kind)
}

// signatures are the first bytes of what is sent by mistake.
var signatures = []struct{ kind, start string }{
	{"pdf", "%PDF-"}, {"document", `{\rtf`},
	{"picture", "\xFF\xD8\xFF"}, {"picture", "\x89PNG\r\n"}, {"picture", "GIF8"}, {"picture", "II*\x00"}, {"picture", "MM\x00*"},
	{"archive", "Rar!\x1A\x07"}, {"archive", "7z\xBC\xAF\x27\x1C"}, {"archive", "\x1F\x8B"}, {"archive", "BZh"}, {"archive", "\xFD7zXZ\x00"}, {"archive", "MSCF\x00"},
	{"database", "SQLite format 3\x00"}, {"program", "MZ\x90\x00"}, {"shortcut", "L\x00\x00\x00\x01\x14\x02\x00"},
}

func signed(data []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.start)) {
			return s.kind
		}
	}
	head := data[:min(len(data), 1024)]
	switch {
	case bytes.HasPrefix(data, []byte("BM")) && len(data) > 10 && bytes.Equal(data[6:10], make([]byte, 4)),
		bytes.HasPrefix(data, []byte("RIFF")) && len(data) > 12 && string(data[8:12]) == "WEBP",
		len(data) > 12 && string(data[4:8]) == "ftyp":
		return "picture"
	case bytes.Contains(head, []byte("%PDF-1.")):
		return "pdf"
	// The mark of a widespread program that encrypts an office's files on its disks.
	case bytes.Contains(head, []byte("E-SafeNet")):
		return "locked"
	}
	return ""
}

// archived tells what a zip file is, "" for a workbook or where nobody can tell.
func archived(data []byte) string {
	files, err := openZip(data)
	if err != nil {
		return ""
	}
	kind := "archive"
	for _, f := range files.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		switch {
		case name == "xl/workbook.bin":
			return "xlsb"
		case name == "mimetype":
			return openDocument(f)
		case name == "ofd.xml":
			return "ofd"
		case strings.HasPrefix(name, "word/"):
			return "document"
		case strings.HasPrefix(name, "ppt/"):
			return "slides"
		case name == "[content_types].xml", strings.HasPrefix(name, "xl/"):
			kind = ""
		}
	}
	return kind
}

func openDocument(f *zip.File) string {
	content, err := f.Open()
	if err != nil {
		return "archive"
	}
	defer content.Close()
	text, err := io.ReadAll(io.LimitReader(content, 100))
	switch {
	case err != nil:
		return "archive"
	case bytes.Contains(text, []byte("opendocument.spreadsheet")):
		return "ods"
	case bytes.Contains(text, []byte("opendocument.presentation")):
		return "slides"
	case bytes.Contains(text, []byte("opendocument")):
		return "document"
	}
	return "archive"
}

// parseCompound reads an old workbook; of the other old files it says what they are.
func parseCompound(data []byte) (*Read, error) {
	result, err := parseXLS(data)
	if fault.CodeOf(err) != "workbook.not_a_workbook" {
		return result, err
	}
	for stream, kind := range map[string]string{"WordDocument": "document", "PowerPoint Document": "slides"} {
		name, bad := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(stream)
		if bad == nil && bytes.Contains(data, []byte(name)) {
			return nil, otherKind(kind)
		}
	}
	return nil, err
}

// opening is the start of a text file, in lower case, without what may stand before the first tag.
func opening(data []byte) string {
	text, ok := tell(data[:min(len(data), sniffed)&^1], "")
	if !ok {
		return ""
	}
	head := make([]byte, 4*sniffed)
	n, _ := io.ReadFull(text.reader(), head)
	start := strings.ToLower(string(head[:n]))
	for {
		start = strings.TrimSpace(start)
		if !strings.HasPrefix(start, "<!--") {
			return start
		}
		_, rest, found := strings.Cut(start, "-->")
		if !found {
			return start
		}
		start = rest
	}
}

// pageTags are those with which a page begins, whole or cut out.
var pageTags = []string{"<!doctype html", "<html", "<head", "<meta", "<title", "<style", "<script", "<link", "<base", "<body", "<table", "<caption", "<tr", "<div", "<center", "<form", "<font", "<span", "<p>", "<p ", "<br", "<h1", "<h2", "<h3", "<h4", "<b>", "<strong"}

// markup tells web pages, XML and mail from plain text.
func markup(start string) (parser, error) {
	switch {
	case strings.HasPrefix(start, "mime-version:"), strings.HasPrefix(start, "from:") && strings.Contains(start, "\nmime-version:"):
		return parseMHTML, nil
	case strings.HasPrefix(start, "<?xml"), strings.HasPrefix(start, "<?mso-application"), strings.HasPrefix(start, "<workbook"), strings.HasPrefix(start, "<ss:workbook"):
		return xmlKind(start)
	}
	for _, tag := range pageTags {
		if strings.HasPrefix(start, tag) {
			return parseHTML, nil
		}
	}
	return parseText, nil
}

func xmlKind(start string) (parser, error) {
	switch {
	case strings.Contains(start, "urn:schemas-microsoft-com:office:spreadsheet"):
		return parseXMLSheet, nil
	case strings.Contains(start, "<html"):
		return parseHTML, nil
	case strings.Contains(start, "opendocument.spreadsheet"):
		return nil, otherKind("ods")
	case strings.Contains(start, "opendocument"), strings.Contains(start, "word.document"):
		return nil, otherKind("document")
	}
	return nil, otherKind("xml")
}
