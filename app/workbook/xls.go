package workbook

import (
	"bytes"

	"yueping/models/fault"
)

// maxXLS bounds an old workbook in bytes: a million cells take 18 MB, and what is read takes several
// times as much.
const maxXLS = 24 << 20

// parseXLS reads an old workbook: BIFF8, as Excel 97 to 2003 and WPS (et) write it, in a compound file
// or bare. Faults: workbook.old_format for what is older, workbook.encrypted, workbook.not_a_workbook,
// workbook.too_large, workbook.too_many_cells, workbook.damaged, workbook.damaged_sheet.
func parseXLS(data []byte) (*Read, error) {
	if len(data) > maxXLS {
		return nil, fault.New("workbook.too_large", "max", maxXLS>>20)
	}
	if !bytes.HasPrefix(data, compoundMagic) {
		return readBIFF(data)
	}
	c, err := openCompound(data)
	if err != nil {
		return nil, err
	}
	stream, err := c.workbook()
	if err != nil {
		return nil, err
	}
	result, err := readBIFF(stream)
	if err != nil {
		return nil, err
	}
	if c.has("_VBA_PROJECT_CUR") {
		result.note("workbook.note_macros")
	}
	if summary, err := c.stream("SummaryInformation"); err == nil {
		result.Subject = subject(summary)
	}
	return result, nil
}

// note adds what the file carries beside values, once.
func (r *Read) note(code string) {
	for _, known := range r.Notes {
		if known.Code == code {
			return
		}
	}
	r.Notes = append(r.Notes, fault.New(code))
}
