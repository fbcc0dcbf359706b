package workbook

import "bytes"

// fields walks the fields of separated text. A field in quotes may hold separators and line ends, and ""
// for a quote; a quote inside of a field is only a character.
type fields struct {
	text      []byte
	separator []byte
	at        int
}

func (f *fields) done() bool { return f.at >= len(f.text) }

// next gives a field, and whether its row goes on after it.
func (f *fields) next() (field []byte, more bool) {
	if f.at < len(f.text) && f.text[f.at] == '"' {
		if inside, end := f.quoted(); end >= 0 {
			f.at = end
			// What follows the closing quote belongs to the field, as Excel has it.
			rest, more := f.plain()
			if len(rest) > 0 {
				inside = append(inside[:len(inside):len(inside)], rest...)
			}
			return inside, more
		}
	}
	return f.plain()
}

// plain reads up to the next separator or line end, and over it.
func (f *fields) plain() (field []byte, more bool) {
	start := f.at
	for ; f.at < len(f.text); f.at++ {
		switch c := f.text[f.at]; {
		case c == '\n':
			f.at++
			return f.text[start : f.at-1], false
		case c == '\r':
			end := f.at
			f.at++
			if f.at < len(f.text) && f.text[f.at] == '\n' {
				f.at++
			}
			return f.text[start:end], false
		case c == f.separator[0] && bytes.HasPrefix(f.text[f.at:], f.separator):
			end := f.at
			f.at += len(f.separator)
			return f.text[start:end], true
		}
	}
	return f.text[start:], false
}

// quoted gives what stands between the quotes at the place where the walk is, and where it goes on. The
// end is -1 for a stray quote: one that is never closed, or closed only on a later line and in the middle
// of a field. It would swallow rows.
func (f *fields) quoted() (inside []byte, end int) {
	start := f.at + 1
	doubled, lines := false, false
	for i := start; i < len(f.text); i++ {
		switch f.text[i] {
		case '\n', '\r':
			lines = true
		case '"':
			if i+1 < len(f.text) && f.text[i+1] == '"' {
				doubled = true
				i++
				continue
			}
			if lines && !f.fieldEnds(i+1) {
				return nil, -1
			}
			inside = f.text[start:i]
			if doubled {
				inside = bytes.ReplaceAll(inside, []byte(`""`), []byte(`"`))
			}
			if lines {
				inside = bytes.ReplaceAll(inside, []byte("\r\n"), []byte("\n"))
				inside = bytes.ReplaceAll(inside, []byte("\r"), []byte("\n"))
			}
			return inside, i + 1
		}
	}
	return nil, -1
}

func (f *fields) fieldEnds(at int) bool {
	rest := f.text[at:]
	return len(rest) == 0 || rest[0] == '\n' || rest[0] == '\r' || bytes.HasPrefix(rest, f.separator)
}
