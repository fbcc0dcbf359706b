package workbook

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// fodsDocument is LibreOffice's own account of a workbook, in flat XML.
type fodsDocument struct {
	Styles []fodsStyle `xml:"automatic-styles>style"`
	Tables []fodsTable `xml:"body>spreadsheet>table"`
}

type fodsStyle struct {
	Name  string `xml:"name,attr"`
	Table struct {
		Display string `xml:"display,attr"`
	} `xml:"table-properties"`
}

type fodsTable struct {
	Name  string    `xml:"name,attr"`
	Style string    `xml:"style-name,attr"`
	Items []fodsRow `xml:",any"`
}

// fodsRow is a row or column, or a group of rows or columns.
type fodsRow struct {
	XMLName    xml.Name
	Visibility string     `xml:"visibility,attr"`
	Rows       int        `xml:"number-rows-repeated,attr"`
	Columns    int        `xml:"number-columns-repeated,attr"`
	Items      []fodsRow  `xml:",any"`
	Type       string     `xml:"value-type,attr"`
	Value      string     `xml:"value,attr"`
	Date       string     `xml:"date-value,attr"`
	Truth      string     `xml:"boolean-value,attr"`
	Wide       int        `xml:"number-columns-spanned,attr"`
	High       int        `xml:"number-rows-spanned,attr"`
	Texts      []fodsText `xml:"p"`
}

type fodsText struct {
	Inner string `xml:",innerxml"`
}

// plainText gives a paragraph's text; spaces and tabs are elements in it.
func (p fodsText) plainText(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	d := xml.NewDecoder(strings.NewReader("<x>" + p.Inner + "</x>"))
	d.Strict = false
	for {
		token, err := d.Token()
		if err != nil {
			return out.String()
		}
		switch e := token.(type) {
		case xml.CharData:
			out.Write(e)
		case xml.StartElement:
			switch e.Name.Local {
			case "s":
				count, err := strconv.Atoi(attribute(xml.StartElement{Attr: bare(e.Attr)}, "c"))
				if err != nil {
					count = 1
				}
				out.WriteString(strings.Repeat(" ", count))
			case "tab":
				out.WriteString("\t")
			case "line-break":
				out.WriteString("\n")
			}
		}
	}
}

func bare(attributes []xml.Attr) []xml.Attr {
	var result []xml.Attr
	for _, a := range attributes {
		result = append(result, xml.Attr{Name: xml.Name{Local: a.Name.Local}, Value: a.Value})
	}
	return result
}

// fodsReading is what LibreOffice says of one sheet, in lines that ourReading makes, too.
func fodsReading(t *testing.T, path string) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var doc fodsDocument
	if err := xml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	hidden := map[string]bool{}
	for _, s := range doc.Styles {
		hidden[s.Name] = s.Table.Display == "false"
	}
	result := map[string][]string{}
	for _, table := range doc.Tables {
		reading := &fodsLines{t: t}
		reading.walk(table.Items)
		name := table.Name
		if hidden[table.Style] {
			name = "(" + name + ")"
		}
		result[name] = reading.lines
	}
	return result
}

type fodsLines struct {
	t           *testing.T
	lines       []string
	row, column int
}

func (f *fodsLines) walk(items []fodsRow) {
	for _, item := range items {
		switch item.XMLName.Local {
		case "table-column":
			for range min(max(item.Columns, 1), 300) {
				if f.column++; item.Visibility == "collapse" {
					f.lines = append(f.lines, "hidden column "+strconv.Itoa(f.column))
				}
			}
		case "table-row":
			// The empty rest of a sheet is one row, repeated.
			for range min(max(item.Rows, 1), 1000) {
				f.row++
				if f.column = 0; item.Visibility != "" && item.Visibility != "visible" {
					f.lines = append(f.lines, "hidden row "+strconv.Itoa(f.row))
				}
				f.cells(item.Items)
			}
		case "table-header-rows", "table-row-group", "table-rows", "table-header-columns", "table-column-group", "table-columns":
			f.walk(item.Items)
		}
	}
}

func (f *fodsLines) cells(cells []fodsRow) {
	for _, c := range cells {
		for range max(c.Columns, 1) {
			f.column++
			if f.column > 300 {
				return
			}
			at := cellName(f.column, f.row)
			if c.Wide > 1 || c.High > 1 {
				f.lines = append(f.lines, "merge "+at+":"+cellName(f.column+max(c.Wide, 1)-1, f.row+max(c.High, 1)-1))
			}
			if shown := f.shown(c); shown != "" {
				f.lines = append(f.lines, at+"="+shown)
			}
		}
	}
}

// shown is a cell's kind and content; empty text is nothing.
func (f *fodsLines) shown(c fodsRow) string {
	var texts []string
	for _, p := range c.Texts {
		texts = append(texts, p.plainText(f.t))
	}
	text := strings.Join(texts, "\n")
	switch c.Type {
	case "float", "currency":
		return "number " + canonical(f.t, c.Value)
	case "percentage":
		return "percent " + canonical(f.t, c.Value)
	case "boolean":
		return "text " + strings.ToUpper(c.Truth)
	case "date":
		day, clock, _ := strings.Cut(c.Date, "T")
		if clock = strings.TrimSuffix(clock, ":00"); clock == "" || clock == "00:00" {
			return "date " + day
		}
		return "date " + day + " " + clock
	case "error":
		return "error " + text
	case "string":
		if text == "" {
			return ""
		}
		return "text " + text
	}
	return ""
}

// canonical writes a double as its shortest decimal, for LibreOffice writes the same one otherwise.
func canonical(t *testing.T, value string) string {
	t.Helper()
	n, ok := double(value)
	if !ok {
		t.Fatalf("LibreOffice's %q is no number", value)
	}
	return n.String()
}

// ourReading is our account of a workbook.
func ourReading(r *Read) map[string][]string {
	result := map[string][]string{}
	for _, s := range r.Sheets {
		result[s.Name] = ourLines(s)
	}
	for _, s := range r.Hidden {
		result["("+s.Name+")"] = ourLines(s)
	}
	return result
}

func ourLines(s ReadSheet) []string {
	var lines []string
	for column := range s.HiddenColumns {
		lines = append(lines, "hidden column "+strconv.Itoa(column))
	}
	for row := range s.HiddenRows {
		lines = append(lines, "hidden row "+strconv.Itoa(row))
	}
	for _, m := range s.Merges {
		lines = append(lines, "merge "+cellName(m.Left, m.Top)+":"+cellName(m.Right, m.Bottom))
	}
	for _, row := range s.Rows {
		for _, c := range row {
			if line := ourCell(c); line != "" {
				lines = append(lines, c.Name()+"="+line)
			}
		}
	}
	return lines
}

func ourCell(c ReadCell) string {
	switch {
	case c.Fault != nil && c.Fault.Code == "workbook.error_value":
		return "error " + c.Text
	case c.Fault != nil:
		return "fault " + c.Fault.Code
	case c.Number != nil && c.Percent:
		return "percent " + c.Number.String()
	case c.Number != nil:
		return "number " + c.Number.String()
	case c.Date:
		return "date " + c.Text
	case c.Text == "":
		return ""
	}
	return "text " + c.Text
}

// officeReads lets LibreOffice tell what a file holds.
func officeReads(t *testing.T, file string) map[string][]string {
	t.Helper()
	if filepath.Ext(file) == ".fods" {
		return fodsReading(t, file)
	}
	return fodsReading(t, soffice(t, file, "fods"))
}
