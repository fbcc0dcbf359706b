package workbook

import (
	"bytes"

	"yueping/models/fault"
)

// parseXLS reads a compound file: an old workbook, or an encrypted new one.
func parseXLS(data []byte) (*Read, error) {
	if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")) {
		return nil, fault.New("workbook.encrypted")
	}
	return nil, fault.New("workbook.old_format")
}
