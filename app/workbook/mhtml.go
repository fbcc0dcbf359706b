package workbook

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"path"
	"strings"

	"yueping/models/fault"
)

// maxArchived is how many files a web archive may hold.
const maxArchived = 1024

// archivedFile is a file inside of a web archive.
type archivedFile struct {
	name    string // the last part of its address
	media   string
	charset string
	data    []byte
}

// parseMHTML reads Excel's web archive: a page with all sheets, or one that names the pages of its sheets.
func parseMHTML(data []byte) (*Read, error) {
	files, err := archivedFiles(data)
	if err != nil {
		return nil, err
	}
	var pages []archivedFile
	looks := newPageStyles()
	for _, f := range files {
		switch f.media {
		case "text/html":
			pages = append(pages, f)
		case "text/css":
			looks.read(string(f.data))
		}
	}
	if len(pages) == 0 {
		return nil, fault.New("workbook.no_table")
	}
	main, err := readArchived(pages[0], looks)
	if err != nil {
		return nil, err
	}
	if len(main.island.files) == 0 {
		return main.workbook()
	}
	return main.gather(pages[1:], looks)
}

func readArchived(f archivedFile, looks pageStyles) (*page, error) {
	p := newPage()
	p.styles.rules = looks.rules
	return p, p.readCoded(f.data, f.charset)
}

// gather reads the sheets that a page names, out of the other pages.
func (p *page) gather(pages []archivedFile, looks pageStyles) (*Read, error) {
	result := &Read{Kind: KindHTML}
	left := p.left
	for i, file := range p.island.files {
		for _, f := range pages {
			if f.name != path.Base(strings.ReplaceAll(file, `\`, "/")) {
				continue
			}
			sheet := newPage()
			sheet.left, sheet.styles.rules, sheet.island.from1904 = left, looks.rules, p.island.from1904
			if err := sheet.readCoded(f.data, f.charset); err != nil {
				return nil, err
			}
			left = sheet.left
			one, err := sheet.workbook()
			if fault.CodeOf(err) == "workbook.no_table" {
				continue // a sheet without cells
			}
			if err != nil {
				return nil, err
			}
			if i < len(p.island.names) {
				one.Sheets[0].Name = p.island.names[i]
			}
			result.Sheets, result.Hidden = append(result.Sheets, one.Sheets...), append(result.Hidden, one.Hidden...)
		}
	}
	if len(result.Sheets) == 0 {
		return nil, fault.New("workbook.no_table")
	}
	result.name()
	return result, nil
}

// archivedFiles takes a web archive apart: workbook.damaged, workbook.cut_off.
func archivedFiles(data []byte) ([]archivedFile, error) {
	// Of a mail's head nothing else bounds the size.
	if head := data[:min(len(data), sniffed)]; !bytes.Contains(head, []byte("\n\r\n")) && !bytes.Contains(head, []byte("\n\n")) {
		return nil, fault.New("workbook.damaged")
	}
	message, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, "\xEF\xBB\xBF \t\r\n")))
	if err != nil {
		return nil, fault.Wrap(err, "workbook.damaged")
	}
	media, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil {
		return nil, fault.Wrap(err, "workbook.damaged")
	}
	if !strings.HasPrefix(media, "multipart/") {
		f, err := readPart(message.Body, message.Header.Get)
		return []archivedFile{f}, err
	}
	var result []archivedFile
	for parts := multipart.NewReader(message.Body, parameters["boundary"]); ; {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return result, nil
		}
		if err != nil {
			return nil, fault.Wrap(err, "workbook.cut_off")
		}
		f, err := readPart(part, part.Header.Get)
		if err != nil {
			return nil, err
		}
		if result = append(result, f); len(result) > maxArchived {
			return nil, tooLarge()
		}
	}
}

// readPart decodes a file of a web archive; pictures are left out.
func readPart(body io.Reader, header func(string) string) (archivedFile, error) {
	media, parameters, err := mime.ParseMediaType(header("Content-Type"))
	f := archivedFile{name: path.Base(strings.ReplaceAll(header("Content-Location"), `\`, "/")), media: media, charset: parameters["charset"]}
	if err != nil || !strings.HasPrefix(media, "text/") {
		return f, nil
	}
	switch strings.ToLower(header("Content-Transfer-Encoding")) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	if f.data, err = io.ReadAll(body); err == nil {
		return f, nil
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return f, fault.Wrap(err, "workbook.cut_off")
	}
	return f, fault.Wrap(err, "workbook.damaged")
}
