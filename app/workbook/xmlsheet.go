package workbook

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"yueping/models/fault"
)

// xmlBook reads Excel 2003's XML spreadsheet, which platforms export as .xls, as a stream of tags.
type xmlBook struct {
	result     *Read
	left       int
	path       []string // the elements that are open, without prefixes
	formats    map[string]string
	attributes map[string]string // of the tag that was read last
	style      string            // the style that is being defined

	from1904 bool
	grid     grid
	hidden   bool
	column   int // the last one described
	columns  map[int]string
	row      xmlRow
	cell     xmlCell
	text     []byte // of the element that is open
	inData   bool   // rich text has elements of its own in a cell's data
}

type xmlRow struct {
	cells []ReadCell
	style string
	span  int // rows alike that follow
}

type xmlCell struct {
	across, down         int
	style, kind, formula string
	data                 string
	hasData              bool
}

// maxNesting is how deep an XML spreadsheet's elements may stand in each other.
const maxNesting = 64

// parseXMLSheet reads an XML spreadsheet: workbook.cut_off, workbook.damaged, workbook.too_many_cells,
// workbook.undecodable.
func parseXMLSheet(data []byte) (*Read, error) {
	declared := ""
	if m := declaredCharset.FindSubmatch(data[:min(len(data), 256)]); m != nil {
		declared = string(m[1])
	}
	text, ok := tell(data, declared)
	if !ok {
		return nil, fault.New("workbook.not_a_workbook")
	}
	b := &xmlBook{result: &Read{Kind: KindXML}, left: maxCells, formats: map[string]string{}, attributes: map[string]string{}}
	z := html.NewTokenizer(text.reader())
	z.SetMaxBuf(maxToken)
	z.AllowCDATA(true)
	for tokens := 0; ; tokens++ {
		kind := z.Next()
		if tokens > maxTokens {
			return nil, tooLarge()
		}
		// Names of XML elements mean nothing of HTML's.
		z.NextIsNotRawText()
		if kind == html.ErrorToken {
			return b.end(z.Err())
		}
		if err := b.token(z, kind); err != nil {
			return nil, err
		}
	}
}

func (b *xmlBook) end(err error) (*Read, error) {
	switch {
	case errors.Is(err, html.ErrBufferExceeded):
		return nil, tooLarge()
	case err != io.EOF:
		return nil, err
	case len(b.path) > 0:
		return nil, fault.New("workbook.cut_off")
	case len(b.result.Sheets) == 0:
		return nil, fault.New("workbook.no_table")
	}
	b.result.name()
	return b.result, nil
}

func (b *xmlBook) token(z *html.Tokenizer, kind html.TokenType) error {
	switch kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		name := b.tag(z)
		if len(b.path) >= maxNesting {
			return fault.New("workbook.damaged")
		}
		b.path = append(b.path, name)
		if err := b.start(b.attributes); err != nil || kind == html.StartTagToken {
			return err
		}
		return b.close(name)
	case html.EndTagToken:
		name, _ := z.TagName()
		return b.close(withoutPrefix(string(name)))
	case html.TextToken:
		text := z.Text()
		if len(b.text)+len(text) > maxFlow {
			return tooLarge()
		}
		b.text = append(b.text, text...)
	}
	return nil
}

func withoutPrefix(name string) string { return name[strings.IndexByte(name, ':')+1:] }

// tag reads a start tag, its attributes into attributes.
func (b *xmlBook) tag(z *html.Tokenizer) string {
	name, more := z.TagName()
	element := withoutPrefix(string(name))
	clear(b.attributes)
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		b.attributes[withoutPrefix(string(key))] = string(value)
	}
	return element
}

// in reports whether these elements of the workbook are open, and no others: in("worksheet", "table").
func (b *xmlBook) in(names ...string) bool {
	return len(b.path) > 0 && b.path[0] == "workbook" && slices.Equal(b.path[1:], names)
}

func (b *xmlBook) start(a map[string]string) error {
	if b.inData {
		return nil
	}
	b.text = b.text[:0]
	switch {
	case b.in("styles", "style"):
		if len(b.formats) > maxRules {
			return tooLarge()
		}
		b.style = a["id"]
		b.formats[b.style] = b.formats[a["parent"]]
	case b.in("styles", "style", "numberformat"):
		b.formats[b.style] = a["format"]
	case b.in("excelworkbook", "date1904"):
		b.from1904 = true
	case b.in("worksheet"):
		if len(b.result.Sheets)+len(b.result.Hidden) >= maxSheets {
			return tooLarge()
		}
		b.grid, b.hidden = newGrid(a["name"], &b.left), false
		b.column, b.columns = 0, map[int]string{}
	case b.in("worksheet", "table", "column"):
		return b.startColumn(a)
	case b.in("worksheet", "table", "row"):
		return b.startRow(a)
	case b.in("worksheet", "table", "row", "cell"):
		return b.startCell(a)
	case b.in("worksheet", "table", "row", "cell", "data"):
		b.cell.kind, b.cell.hasData, b.inData = strings.ToLower(a["type"]), true, true
	}
	return nil
}

func (b *xmlBook) close(name string) error {
	if len(b.path) == 0 || b.path[len(b.path)-1] != name {
		return fault.New("workbook.damaged")
	}
	defer func() { b.path = b.path[:len(b.path)-1] }()
	switch {
	case b.in("worksheet", "table", "row", "cell", "data"):
		b.cell.data, b.inData = string(b.text), false
	case b.in("worksheet", "table", "row", "cell"):
		return b.endCell()
	case b.in("worksheet", "table", "row"):
		return b.endRow()
	case b.in("worksheet", "worksheetoptions", "visible"):
		visible := strings.TrimSpace(string(b.text))
		b.hidden = visible == "SheetHidden" || visible == "SheetVeryHidden"
	case b.in("documentproperties", "subject"):
		b.result.Subject = strings.TrimSpace(string(b.text))
	case b.in("worksheet"):
		return b.result.take(&b.grid, b.hidden)
	}
	return nil
}

// count reads a number of an attribute, least where it has none: workbook.damaged.
func count(a map[string]string, name string, least, most int) (int, error) {
	text, there := a[name]
	if !there {
		return least, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil && (len(text) < 10 || strings.Trim(text, "0123456789") != "") || n < 0 {
		return 0, fault.New("workbook.damaged")
	}
	if err != nil {
		n = most
	}
	return min(n, most), nil
}
