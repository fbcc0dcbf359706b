package workbook

import (
	"io"
	"strconv"
)

// maxStyles is what Excel itself allows, rounded up.
const maxStyles = 1 << 16

// styles reads what each style makes of a number; without the part all are plain.
func (r *xlsxReader) styles(name string) error {
	if r.parts[name] == nil {
		return nil
	}
	codes := map[int]format{}
	return r.parts.read(name, func(x *tokens) error {
		if !x.root("styleSheet") {
			return io.ErrUnexpectedEOF
		}
		for x.child(1) {
			switch string(x.name) {
			case "numFmts":
				for x.child(2) && len(codes) < maxStyles {
					id, code := -1, ""
					for x.attribute() {
						switch string(x.key) {
						case "numFmtId":
							id = whole(x.value)
						case "formatCode":
							code = x.attributeText()
						}
					}
					codes[id] = formatOf(code)
				}
			case "cellXfs":
				for x.child(2) {
					if len(r.formats) >= maxStyles {
						return tooLarge()
					}
					r.formats = append(r.formats, styleFormat(x, codes))
				}
			}
		}
		return nil
	})
}

func styleFormat(x *tokens, codes map[int]format) format {
	for x.attribute() {
		if string(x.key) == "numFmtId" {
			id := whole(x.value)
			if shown, known := codes[id]; known {
				return shown
			}
			return format{kind: builtIn(id)}
		}
	}
	return format{}
}

// whole reads an integer that is not negative, -1 where it is none.
func whole(text []byte) int {
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 0 {
		return -1
	}
	return n
}

// sharedStrings reads the texts that cells refer to.
func (r *xlsxReader) sharedStrings(name string) error {
	if r.parts[name] == nil {
		return nil
	}
	return r.parts.read(name, func(x *tokens) error {
		if !x.root("sst") {
			return io.ErrUnexpectedEOF
		}
		var text []byte
		for x.child(1) {
			if string(x.name) != "si" {
				continue
			}
			text = x.rich(text[:0])
			s, err := r.keep(text)
			if err != nil {
				return err
			}
			if len(r.strings) >= maxCells {
				return tooLarge()
			}
			if x.apart && onlyDigits(s) {
				r.apart[len(r.strings)] = true
			}
			r.strings = append(r.strings, s)
		}
		return nil
	})
}

// keep gives a text its own memory, within the bounds: workbook.too_large.
func (r *xlsxReader) keep(text []byte) (string, error) {
	if r.textLeft -= len(text) + 16; r.textLeft < 0 {
		return "", tooLarge()
	}
	return unescaped(text), nil
}
