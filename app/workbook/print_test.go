package workbook

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A sheet's XML says how it looks and prints.
func TestSheetSaysHowItPrints(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Sheet)
		want   []string
		lacks  []string
	}{
		{"as it is", func(*Sheet) {}, []string{
			`<sheetPr><pageSetUpPr fitToPage="true">`, `fitToHeight="0" fitToWidth="1" orientation="portrait" paperSize="9"`, `header="0.5" footer="0.5"`,
			`<oddHeader>&amp;L乡镇&amp;R示例数据</oddHeader><oddFooter>&amp;L录入中 A&amp;&amp;B&amp;C第&amp;P页 共&amp;N页&amp;R示例数据</oddFooter>`,
			`topLeftCell="C5" xSplit="2" ySplit="4"`, `<cols><col min="1" max="1" width="7" customWidth="1"/><col min="2" max="2"`, `defaultRowHeight="15" customHeight="true"`, `<mergeCell ref="A1:G1"/>`}, []string{"<drawing "}},
		{"captions", func(*Sheet) {}, []string{`<mergeCell ref="C3:D3"/>`, `<mergeCell ref="A3:A4"/>`, `<mergeCell ref="G3:G4"/>`}, []string{`ref="C3:C4"`, `ref="C4:D4"`}},
		{"no captions", func(s *Sheet) { s.Columns[2].Group, s.Columns[3].Group = "", "" }, []string{`topLeftCell="C4" xSplit="2" ySplit="3"`}, []string{`A3:A4`}},
		{"captions apart", func(s *Sheet) { s.Columns[5].Group = "浓度" }, []string{`<mergeCell ref="C3:D3"/>`, `<mergeCell ref="E3:E4"/>`}, []string{`C3:F3`, `F3:F4`}},
		{"A3 across", func(s *Sheet) { s.Paper, s.Landscape = "A3", true }, []string{`orientation="landscape" paperSize="8"`}, nil},
		{"one page", func(s *Sheet) { s.OnePage = true }, []string{`fitToHeight="1" fitToWidth="1"`}, nil},
		{"large letters", func(s *Sheet) { s.Letters = 22 }, []string{`defaultRowHeight="30" customHeight="true"`, `<row r="1" ht="60" customHeight="1">`}, nil},
		{"bars", func(*Sheet) {}, []string{`<conditionalFormatting sqref="E5:E24"><cfRule type="dataBar" priority="1"><dataBar showValue="true"><cfvo type="num" val="0">`,
			`<xm:sqref>F5:F24</xm:sqref>`, `minLength="0" maxLength="100" gradient="0"`, `</extLst></worksheet>`}, nil},
		{"a long foot", func(s *Sheet) { s.Footer = strings.Repeat("长", 400) }, []string{`长&amp;C第&amp;P页 共&amp;N页&amp;R示例数据</oddFooter>`}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := report(20)
			c.change(&s)
			got := part(t, made(t, Book{Sheets: []Sheet{s}}), firstSheet)
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %s in %.1500s … %s", want, got[max(0, strings.Index(got, "<sheetPr>")):], got[strings.Index(got, "</sheetData>"):])
				}
			}
			for _, lacks := range c.lacks {
				if strings.Contains(got, lacks) {
					t.Errorf("has %s", lacks)
				}
			}
		})
	}
}

// The rule and its extension know each other by a name that the library gives.
func TestBarsAreNamedTwice(t *testing.T) {
	plain := report(8)
	plain.Columns[4].Bars, plain.Columns[5].Bars = false, false
	data := made(t, Book{Sheets: []Sheet{plain, report(8), report(9)}})
	if strings.Contains(part(t, data, firstSheet), "dataBar") {
		t.Error("bars where none are asked for")
	}
	for _, sheet := range []string{"xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"} {
		names := map[string]int{}
		d := xml.NewDecoder(strings.NewReader(part(t, data, sheet)))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			e, is := token.(xml.StartElement)
			if !is {
				continue
			}
			switch e.Name.Local {
			case "cfRule":
				if id := attribute(e, "id"); id != "" {
					names[id]++
				}
			case "id":
				var id string
				if err := d.DecodeElement(&id, &e); err != nil {
					t.Fatal(err)
				}
				names[id]++
			}
		}
		if len(names) != 2 {
			t.Errorf("%s: %v", sheet, names)
		}
		for name, times := range names {
			if times != 2 {
				t.Errorf("%s: %s stands %d times", sheet, name, times)
			}
		}
	}
}

func TestMarksAreFilledAndBold(t *testing.T) {
	f := opened(t, made(t, Book{Sheets: []Sheet{report(20)}}))
	seen := map[string]bool{}
	for _, c := range []struct {
		cell            string
		bold, underline bool
	}{{"E5", true, false}, {"E24", true, true}, {"E10", false, false}} {
		id, err := f.GetCellStyle("乡镇", c.cell)
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if s.Font.Bold != c.bold || (s.Font.Underline == "single") != c.underline || *s.CustomNumFmt != "0.00" {
			t.Errorf("%s: %+v, %s", c.cell, s.Font, *s.CustomNumFmt)
		}
		seen[strings.Join(s.Fill.Color, "")] = true
	}
	if len(seen) != 3 {
		t.Errorf("fills: %v", seen)
	}
}

func TestWatermarkHangsAtTheHeader(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewNRGBA(image.Rect(0, 0, 40, 56))); err != nil {
		t.Fatal(err)
	}
	unmarked := report(8)
	unmarked.Mark = ""
	data := made(t, Book{Sheets: []Sheet{report(8), unmarked}, Watermark: picture.Bytes()})
	if got := part(t, data, firstSheet); !strings.Contains(got, "&amp;C&amp;G&amp;R示例数据</oddHeader>") || !strings.Contains(got, "<legacyDrawingHF") {
		t.Errorf("%s", got[strings.Index(got, "<headerFooter>"):])
	}
	if got := part(t, data, "xl/worksheets/sheet2.xml"); strings.Contains(got, "&amp;G") || strings.Contains(got, "legacyDrawingHF") {
		t.Error("a sheet without a mark has the picture")
	}
	if got := part(t, data, "xl/media/image1.png"); got != picture.String() {
		t.Error("another picture")
	}
}

func TestTooMuchForASheetIsRefused(t *testing.T) {
	column := []Column{{Title: "备注", Text: true}}
	words := func(text string) Sheet { return Sheet{Name: "s", Columns: column, Rows: [][]Cell{{Words(text)}}} }
	for _, c := range []struct {
		name, code string
		sheet      Sheet
	}{
		{"the longest text", "", words(strings.Repeat("长", excelize.TotalCellChars))},
		{"a longer one", "book.long_text", words(strings.Repeat("长", excelize.TotalCellChars+1))},
		{"rare characters count twice", "book.long_text", words(strings.Repeat("𠮷", excelize.TotalCellChars/2+1))},
		{"rows", "book.too_many_rows", Sheet{Name: "s", Columns: column, Rows: make([][]Cell, excelize.TotalRows)}},
		{"columns", "book.too_many_columns", Sheet{Name: "s", Columns: make([]Column, excelize.MaxColumns+1)}},
	} {
		err := Write(io.Discard, Book{Sheets: []Sheet{c.sheet}}, written)
		if c.code == "" {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		refused(t, err, c.code)
	}
}
