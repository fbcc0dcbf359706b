package workbook

import (
	"bytes"
	"strings"
)

// maxFlow is how many bytes of text are taken between two tables or in one cell.
const maxFlow = 1 << 20

// block is a piece of a page, or of a cell: text, or a table.
type block struct {
	text  string
	table *htmlTable
}

// flow gathers what stands in a page or a cell as a browser lays it out: white space is one space, and
// blocks stand on lines of their own.
type flow struct {
	blocks []block
	line   []byte // all lines since the last table
	space  bool   // white space that counts if something follows
	aside  []byte // text that one does not see, or that is struck out
	raised bool   // small figures follow a digit
}

func (f *flow) reset() { *f = flow{line: f.line[:0], aside: f.aside[:0]} }

// drop forgets the text since the last table.
func (f *flow) drop() { f.line, f.space = f.line[:0], false }

// write adds text: workbook.too_large.
func (f *flow) write(text []byte) error {
	if len(f.line)+len(text) > maxFlow {
		return tooLarge()
	}
	for _, c := range text {
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' {
			f.space = true
			continue
		}
		if f.space && !f.atStart() {
			f.line = append(f.line, ' ')
		}
		f.space = false
		f.line = append(f.line, c)
	}
	return nil
}

// writeLines adds text whose lines stay lines: workbook.too_large.
func (f *flow) writeLines(texts ...string) error {
	for _, text := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			f.block()
			if err := f.write([]byte(line)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *flow) atStart() bool { return len(f.line) == 0 || f.line[len(f.line)-1] == '\n' }

// turn starts a new line, as <br> does.
func (f *flow) turn() {
	if len(f.line) < maxFlow {
		f.line = append(f.line, '\n')
	}
	f.space = false
}

// block starts a new line where something stands in this one.
func (f *flow) block() {
	if !f.atStart() {
		f.turn()
	}
	f.space = false
}

// add puts a table after the text.
func (f *flow) add(t *htmlTable) {
	f.close()
	f.blocks = append(f.blocks, block{table: t})
}

// addParts puts the parts of a table that lays them out.
func (f *flow) addParts(parts []block, hidden bool) error {
	for _, part := range parts {
		switch {
		case part.table != nil:
			part.table.hidden = part.table.hidden || hidden
			f.add(part.table)
		case !hidden:
			if err := f.writeLines(part.text); err != nil {
				return err
			}
		}
	}
	return nil
}

// close makes the text since the last table a block.
func (f *flow) close() {
	if text := f.text(); text != "" {
		f.blocks = append(f.blocks, block{text: text})
	}
	f.drop()
}

// text is what was written since the last table, without the space around it.
func (f *flow) text() string {
	text := bytes.TrimSpace(bytes.ReplaceAll(f.line, []byte("\u00A0"), []byte(" ")))
	if bytes.IndexByte(text, '\n') < 0 {
		return string(text)
	}
	lines := strings.Split(string(text), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n")
}

// lines are a text's lines that say something.
func lines(text string) []string {
	var result []string
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" {
			result = append(result, line)
		}
	}
	return result
}

const digits = "0123456789"

func (f *flow) endsInDigit() bool {
	return len(f.line) > 0 && !f.space && strings.IndexByte(digits, f.line[len(f.line)-1]) >= 0
}

// addAside keeps text that one does not see as the rest.
func (f *flow) addAside(text []byte) {
	if said := bytes.TrimSpace(text); len(said) > 0 && len(f.aside)+len(said) < maxFlow {
		f.aside = append(append(f.aside, ' '), said...)
	}
}

// doubt gives all that a cell holds beside the text that one sees, where one cannot be sure which number
// is meant; "" where one can.
func (f *flow) doubt(text string) string {
	if f.raised || bytes.ContainsAny(f.aside, digits) && (text == "" || strings.ContainsAny(text, digits)) {
		return strings.TrimSpace(text + string(f.aside))
	}
	return ""
}
