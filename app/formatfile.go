package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"

	"yueping/models"
	"yueping/models/fault"
)

// FormatEnding is how the name of a file with a format ends.
const FormatEnding = ".版式.json"

// What makes a file one of ours, and the newest edition of it that is read.
const (
	formatMark    = "yueping-sheet-format"
	formatEdition = 1
	formatLargest = 1 << 20 // bytes
)

// formatFile is a format as a file carries it from one program, or one computer, to another.
type formatFile struct {
	Kind    string             `json:"kind"`
	Edition int                `json:"edition"`
	Name    string             `json:"name"`
	Program string             `json:"program"` // the name of the one it was made for, for people
	Terms   models.FormatTerms `json:"terms"`
}

// WriteFormat writes a format, given by key or name, into a file. Faults are those of Format and WriteFile.
func (w *Workspace) WriteFormat(ctx context.Context, program, key, path string) error {
	f, err := w.Format(ctx, program, key)
	if err != nil {
		return err
	}
	p, err := w.Program(ctx, program)
	if err != nil {
		return err
	}
	var content bytes.Buffer
	encoder := json.NewEncoder(&content)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(formatFile{formatMark, formatEdition, f.Name, p.Name, f.Terms}); err != nil {
		return err
	}
	return writeWhole(path, content.Bytes())
}

// ReadFormat reads a file of WriteFormat as a new format of a program, to be stored by SaveFormat. It refuses
// what is no such file (format.no_file, format.not_ours, format.unreadable), a newer edition (format.newer), and what
// the program lacks (format.unknown_indicator …).
func (w *Workspace) ReadFormat(ctx context.Context, program, path string) (models.SheetFormat, error) {
	p, err := w.Program(ctx, program)
	if err != nil {
		return models.SheetFormat{}, err
	}
	content, err := readAtMost(path, formatLargest)
	if err != nil {
		return models.SheetFormat{}, err
	}
	file, err := decodeFormat(content, path)
	if err != nil {
		return models.SheetFormat{}, err
	}
	f := models.SheetFormat{Program: p.Key, Name: file.Name, Terms: file.Terms}
	return f, checkFormat(p, f).Err()
}

func decodeFormat(content []byte, path string) (formatFile, error) {
	var mark struct {
		Kind    string `json:"kind"`
		Edition int    `json:"edition"`
	}
	if err := json.Unmarshal(content, &mark); err != nil || mark.Kind != formatMark {
		return formatFile{}, fault.New("format.not_ours", "path", path)
	}
	if mark.Edition > formatEdition {
		return formatFile{}, fault.New("format.newer", "path", path)
	}
	var file formatFile
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.DisallowUnknownFields() // a misspelt field would change the sheet without a word
	if err := decoder.Decode(&file); err != nil {
		return formatFile{}, fault.Wrap(err, "format.unreadable", "path", path, "detail", err.Error())
	}
	return file, nil
}

// readAtMost reads a file that should be a small one: format.no_file where it cannot be read, format.not_ours
// where it is larger.
func readAtMost(path string, most int64) (content []byte, err error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, fault.Wrap(err, "format.no_file", "path", path)
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	content, err = io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return nil, fault.Wrap(err, "format.no_file", "path", path)
	}
	if int64(len(content)) > most {
		return nil, fault.New("format.not_ours", "path", path)
	}
	return content, nil
}
