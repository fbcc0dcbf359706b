package workbook

import (
	"encoding/binary"
	"unicode/utf8"
)

// subject finds the subject in a stream of document properties (MS-OLEPS), "" where there is none or
// it is in a legacy code page: what this program itself put there is ASCII.
func subject(summary []byte) string {
	const header, sectionAt, subjectID, narrow = 48, 44, 3, 0x1E
	le := binary.LittleEndian
	if len(summary) < header {
		return ""
	}
	at := le.Uint32(summary[sectionAt:])
	if uint64(at)+8 > uint64(len(summary)) {
		return ""
	}
	section := summary[at:]
	for i := 8; i+8 <= len(section) && uint32(i) < 8+8*min(le.Uint32(section[4:]), 1<<10); i += 8 {
		offset := le.Uint32(section[i+4:])
		if le.Uint32(section[i:]) != subjectID || uint64(offset)+8 > uint64(len(section)) {
			continue
		}
		property := section[offset:]
		length := le.Uint32(property[4:])
		if le.Uint32(property) != narrow || length == 0 || uint64(length) > uint64(len(property)-8) {
			return ""
		}
		text := property[8 : 8+length]
		for len(text) > 0 && text[len(text)-1] == 0 {
			text = text[:len(text)-1]
		}
		if utf8.Valid(text) {
			return string(text)
		}
	}
	return ""
}
