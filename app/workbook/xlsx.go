package workbook

import (
	"errors"
	"io"
	"strings"

	"yueping/models/fault"
	"yueping/models/number"
)

// xlsxReader reads one workbook, every part once, from its beginning to its end.
type xlsxReader struct {
	parts     xlsxParts
	result    *Read
	from1904  bool // days are counted from 1904 on, not from 1900
	sheets    []sheetEntry
	strings   []string
	apart     map[int]bool // by index of a string: digits of which some are struck out, or raised as a footnote's
	formats   []format
	cellsLeft int             // that may still come
	textLeft  int             // bytes that may still come
	free      []ReadCell      // memory for the next rows
	numbers   []number.Number // memory for the next numbers
	uncounted []*uncounted
}

// sheetEntry is what the workbook says of a sheet.
type sheetEntry struct {
	name, id string
	hidden   bool
}

// parseXLSX reads an xlsx or xlsm file, of the strict kind, too. Faults: workbook.not_a_workbook,
// workbook.damaged, workbook.damaged_sheet, workbook.too_large, workbook.too_many_cells.
func parseXLSX(data []byte) (*Read, error) {
	p, err := unpack(data)
	if err != nil {
		return nil, err
	}
	root, err := p.relations("")
	if err != nil {
		return nil, err
	}
	r := &xlsxReader{parts: p, result: &Read{Kind: KindXLSX}, cellsLeft: maxCells, textLeft: maxText, apart: map[int]bool{}}
	if err := r.workbook(partName(first(root, "officeDocument", "xl/workbook.xml"))); err != nil {
		return nil, err
	}
	if len(r.result.Sheets) == 0 {
		return nil, fault.New("workbook.not_a_workbook")
	}
	r.result.Subject = p.documentSubject(root)
	return r.result, nil
}

func (r *xlsxReader) workbook(name string) error {
	if r.parts[name] == nil {
		return fault.New("workbook.not_a_workbook")
	}
	if err := r.parts.read(name, r.entries); err != nil {
		return coded(err, "workbook.damaged")
	}
	related, err := r.parts.relations(name)
	if err != nil {
		return err
	}
	r.noteParts(related)
	if err := r.styles(partName(first(related, "styles", "xl/styles.xml"))); err != nil {
		return coded(err, "workbook.damaged")
	}
	if err := r.sharedStrings(partName(first(related, "sharedStrings", "xl/sharedStrings.xml"))); err != nil {
		return coded(err, "workbook.damaged")
	}
	return r.worksheets(related)
}

// worksheets reads all sheets, calculates what none of them says, and gives them to the result.
func (r *xlsxReader) worksheets(related []relation) error {
	targets := map[string]relation{}
	for _, t := range related {
		targets[t.id] = t
	}
	var read []*ReadSheet
	var hidden []bool
	for _, entry := range r.sheets {
		target := targets[entry.id]
		if strings.HasSuffix(target.kind, "sheet") && target.kind != "worksheet" {
			continue // a chart, a dialogue, or macros of old
		}
		sheet, err := r.sheet(entry, target.target)
		if err != nil {
			return coded(err, "workbook.damaged_sheet", "sheet", entry.name)
		}
		read, hidden = append(read, sheet), append(hidden, entry.hidden)
	}
	r.calculate(read)
	for i, sheet := range read {
		if err := sheet.spread(&r.cellsLeft); err != nil {
			return err
		}
		if hidden[i] {
			r.result.Hidden = append(r.result.Hidden, *sheet)
			continue
		}
		r.result.Sheets = append(r.result.Sheets, *sheet)
	}
	return nil
}

// entries reads the list of sheets.
func (r *xlsxReader) entries(x *tokens) error {
	if !x.root("workbook") {
		if x.err != nil {
			return x.err
		}
		return fault.New("workbook.not_a_workbook")
	}
	for x.child(1) {
		switch string(x.name) {
		case "workbookPr":
			for x.attribute() {
				if string(x.key) == "date1904" {
					r.from1904 = truth(x.value)
				}
			}
		case "sheets":
			for x.child(2) {
				if len(r.sheets) >= maxSheets {
					return tooLarge()
				}
				r.sheets = append(r.sheets, readEntry(x))
			}
		}
	}
	return nil
}

func readEntry(x *tokens) sheetEntry {
	var e sheetEntry
	for x.attribute() {
		switch string(x.key) {
		case "name":
			e.name = x.attributeText()
		case "state":
			e.hidden = string(x.value) == "hidden" || string(x.value) == "veryHidden"
		default:
			if string(local(x.key)) == "id" {
				e.id = x.attributeText()
			}
		}
	}
	return e
}

// noteParts tells of parts that are there and are not read.
func (r *xlsxReader) noteParts(related []relation) {
	for _, t := range related {
		switch t.kind {
		case "vbaProject", "xlMacrosheet", "xlIntlMacrosheet":
			r.result.note("workbook.note_macros")
		case "externalLink":
			r.result.note("workbook.note_links")
		}
	}
}

// truth reads a truth value of XML.
func truth(value []byte) bool { return string(value) == "1" || string(value) == "true" }

// coded keeps a fault as it is; other errors are damage to what is named.
func coded(err error, code string, pairs ...any) error {
	var known *fault.Fault
	if errors.As(err, &known) {
		return err
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fault.Wrap(err, code, pairs...)
}
