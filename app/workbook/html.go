package workbook

import (
	"regexp"
	"slices"
	"strconv"

	"yueping/models/fault"
)

// declaredCharset is how a page or an XML file names its character set.
var declaredCharset = regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)`)

// parseHTML reads a web page, which is what most platforms export as .xls: a sheet a table. What stands
// before a table becomes its first rows, what stands after the last one its last, since a title may name
// the month. A number is one where Excel or LibreOffice says so beside the text that is shown; else the
// cell is text, with all its digits.
func parseHTML(data []byte) (*Read, error) {
	p := newPage()
	if err := p.readCoded(data, ""); err != nil {
		return nil, err
	}
	return p.workbook()
}

func (p *page) readCoded(data []byte, declared string) error {
	if m := declaredCharset.FindSubmatch(data[:min(len(data), sniffed)]); m != nil && declared == "" {
		declared = string(m[1])
	}
	text, ok := tell(data, declared)
	if !ok {
		return fault.New("workbook.not_a_workbook")
	}
	return p.read(text.reader())
}

// workbook gives the page's sheets: workbook.no_table, workbook.other_files.
func (p *page) workbook() (*Read, error) {
	result := &Read{Kind: KindHTML}
	isTable := func(b block) bool { return b.table != nil && !b.table.hidden && b.table.wide }
	wide := slices.ContainsFunc(p.flow.blocks, isTable)
	var above []string
	var last *htmlTable
	var shown []*htmlTable
	for _, b := range p.flow.blocks {
		switch t := b.table; {
		case t == nil:
			above = append(above, lines(b.text)...)
		case t.hidden:
			if err := result.take(&t.grid, true); err != nil {
				return nil, err
			}
		case wide && !t.wide && !t.named:
			above = append(above, t.texts()...)
		default:
			if err := t.head(append(above, t.caption...)); err != nil {
				return nil, err
			}
			above, last = nil, t
			shown = append(shown, t)
		}
	}
	if last == nil {
		if len(p.island.files) > 0 {
			return nil, fault.New("workbook.other_files")
		}
		return nil, fault.New("workbook.no_table")
	}
	for _, line := range above {
		if err := last.add([]ReadCell{{Text: line}}); err != nil {
			return nil, err
		}
	}
	for i, t := range shown {
		if i < len(p.island.names) && !t.named {
			t.sheet.Name = p.island.names[i]
		}
		if err := result.take(&t.grid, false); err != nil {
			return nil, err
		}
	}
	result.name()
	return result, nil
}

// numbered is the name of a sheet that has none.
func numbered(n int) string { return "表" + strconv.Itoa(n) }

// name gives every sheet a name of its own.
func (r *Read) name() {
	known := map[string]bool{}
	for _, sheets := range [][]ReadSheet{r.Sheets, r.Hidden} {
		for i := range sheets {
			name := sheets[i].Name
			if name == "" {
				name = numbered(len(known) + 1)
			}
			sheets[i].Name = name
			for n := 2; known[sheets[i].Name]; n++ {
				sheets[i].Name = name + " (" + strconv.Itoa(n) + ")"
			}
			known[sheets[i].Name] = true
		}
	}
}
