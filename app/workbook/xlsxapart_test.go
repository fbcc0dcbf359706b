package workbook

import "testing"

// Digits that are struck out, or raised beside others, are no part of a number that one sees.
func TestRunsThatStandApart(t *testing.T) {
	run := func(look, text string) string { return "<r><rPr>" + look + "</rPr><t>" + text + "</t></r>" }
	for _, c := range []struct{ name, xml, text, fault string }{
		{"a footnote's number", run("", "35") + run(`<vertAlign val="superscript"/>`, "1"), "351", "workbook.unclear_text"},
		{"a lowered digit", run("", "35") + run(`<vertAlign val="subscript"/>`, "2"), "352", "workbook.unclear_text"},
		{"a correction", run("<strike/>", "35") + run("", "36"), "3536", "workbook.unclear_text"},
		{"bold beside plain", run("<b/>", "3") + run("", "5"), "35", ""},
		{"switched off", run(`<strike val="0"/>`, "3") + run(`<vertAlign val="baseline"/>`, "5"), "35", ""},
		{"a header", run("", "PM") + run(`<vertAlign val="subscript"/>`, "10"), "PM10", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			cell, code := one(t, `<row r="1"><c r="A1" t="inlineStr"><is>`+c.xml+`</is></c></row>`), ""
			if cell.Fault != nil {
				code = cell.Fault.Code
			}
			if cell.Text != c.text || code != c.fault {
				t.Errorf("%q, fault %q", cell.Text, code)
			}
		})
	}
}
