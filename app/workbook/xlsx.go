package workbook

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"yueping/models/fault"
	"yueping/models/number"
)

// parseXLSX reads an xlsx or xlsm file.
func parseXLSX(data []byte) (*Read, error) {
	if err := guard(data); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxXML, RawCellValue: true})
	if err != nil {
		if errors.Is(err, excelize.ErrWorkbookFileFormat) {
			return nil, fault.Wrap(err, "workbook.not_a_workbook")
		}
		if strings.Contains(err.Error(), "unzip size") {
			return nil, fault.Wrap(err, "workbook.too_large", "max", maxUnzip>>20)
		}
		return nil, fault.Wrap(err, "workbook.not_a_workbook")
	}
	result, err := read(f)
	if closing := f.Close(); err == nil && closing != nil {
		err = fault.Wrap(closing, "workbook.unreadable")
	}
	return result, err
}

func read(f *excelize.File) (*Read, error) {
	result := &Read{Kind: KindXLSX}
	if props, err := f.GetDocProps(); err == nil {
		result.Subject = props.Subject
	}
	formats := newFormats(f)
	for _, name := range f.GetSheetList() {
		s, err := readSheet(f, name, formats)
		if err != nil {
			return nil, err
		}
		if visible, err := f.GetSheetVisible(name); err == nil && !visible {
			result.Hidden = append(result.Hidden, s)
			continue
		}
		result.Sheets = append(result.Sheets, s)
	}
	if len(result.Sheets) == 0 {
		return nil, fault.New("workbook.not_a_workbook")
	}
	return result, nil
}

func readSheet(f *excelize.File, name string, formats formats) (result ReadSheet, err error) {
	result.Name = name
	rows, err := f.Rows(name)
	if err != nil {
		return result, fault.Wrap(err, "workbook.damaged_sheet", "sheet", name)
	}
	defer func() {
		if closing := rows.Close(); err == nil && closing != nil {
			err = fault.Wrap(closing, "workbook.damaged_sheet", "sheet", name)
		}
	}()
	for rows.Next() {
		texts, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return result, fault.Wrap(err, "workbook.damaged_sheet", "sheet", name)
		}
		if len(result.Rows) >= maxRows || len(texts) > maxColumns {
			return result, fault.New("workbook.too_many_cells", "sheet", name, "rows", maxRows, "columns", maxColumns)
		}
		row := make([]ReadCell, len(texts))
		for i, text := range texts {
			cell, err := readCell(f, name, i+1, len(result.Rows)+1, text, formats)
			if err != nil {
				return result, err
			}
			row[i] = cell
		}
		result.Rows = append(result.Rows, row)
	}
	if err := rows.Error(); err != nil {
		return result, fault.Wrap(err, "workbook.damaged_sheet", "sheet", name)
	}
	return result, merged(f, &result)
}

func readCell(f *excelize.File, sheet string, column, row int, text string, formats formats) (ReadCell, error) {
	name := cellName(column, row)
	cell := ReadCell{Column: int32(column), Row: int32(row), Text: text}
	if text == "" {
		formula, err := f.GetCellFormula(sheet, name)
		if err == nil && formula != "" {
			cell.Fault = fault.New("workbook.formula_without_result", "formula", formula)
		}
		return cell, nil
	}
	kind, err := f.GetCellType(sheet, name)
	if err != nil {
		return cell, fault.Wrap(err, "workbook.damaged_sheet", "sheet", sheet)
	}
	switch kind {
	case excelize.CellTypeError:
		cell.Fault = fault.New("workbook.error_value", "text", text)
	case excelize.CellTypeBool:
		// A truth value is stored as 1 or 0, and is neither.
		cell.Text = map[bool]string{true: "TRUE", false: "FALSE"}[text == "1" || strings.EqualFold(text, "true")]
	case excelize.CellTypeUnset, excelize.CellTypeNumber:
		n, ok := double(text)
		if !ok {
			return cell, nil
		}
		style, err := f.GetCellStyle(sheet, name)
		if err != nil {
			return cell, fault.Wrap(err, "workbook.damaged_sheet", "sheet", sheet)
		}
		shown := formats.of(style)
		if shown == date {
			cell.Text, cell.Date = dateText(text, formats.from1904), true
			return cell, nil
		}
		cell.Text, cell.Number, cell.Percent = "", &n, shown == percent
	}
	return cell, nil
}

// double gives the decimal that a stored double means: the shortest that round-trips where it has at
// most 15 significant digits, else the 15 digits that Excel shows.
func double(text string) (number.Number, bool) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return number.Number{}, false
	}
	shortest := strconv.FormatFloat(v, 'f', -1, 64)
	if significant(shortest) > exactDigits {
		rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', exactDigits-1, 64), 64)
		if err != nil {
			return number.Number{}, false
		}
		shortest = strconv.FormatFloat(rounded, 'f', -1, 64)
	}
	n, err := number.Parse(shortest)
	return n, err == nil
}
