package workbook

import (
	"strings"
	"testing"
	"time"

	"yueping/models/fault"
)

// What is broken is refused with the name of its sheet, and never read in part.
func TestBrokenSheets(t *testing.T) {
	good := withCells(t, `<row r="1"><c r="A1"><v>1</v></c></row>`)
	whole := `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`
	for i := 1; i < len(whole); i++ {
		_, err := Parse(rebuilt(t, good, firstSheet, []byte(whole[:i])))
		refused(t, err, "workbook.damaged_sheet")
		if fault.All(err)[0].Args["sheet"] != "Sheet1" {
			t.Fatalf("%v", err)
		}
	}
	for name, rows := range map[string]string{
		"tags crossed":                 `<row r="1"><c r="A1"><v>1</c></v></row>`,
		"an unknown entity":            `<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>`,
		"a character that XML forbids": "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\x01</v></c></row>",
		"bytes that are no text":       "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\xff</v></c></row>",
		"an attribute without value":   `<row r><c r="A1"><v>1</v></c></row>`,
		"two cells in one place":       `<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`,
		"two rows in one place":        `<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>`,
		"a cell of another row":        `<row r="1"><c r="A2"><v>1</v></c></row>`,
		"a text that is not there":     `<row r="1"><c r="A1" t="s"><v>99</v></c></row>`,
		"a text before the first":      `<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`,
		"a text by no number":          `<row r="1"><c r="A1" t="s"><v>x</v></c></row>`,
		"a merge of no place":          `</sheetData><mergeCells><mergeCell ref="A1:?"/></mergeCells><sheetData>`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse(withCells(t, rows))
			refused(t, err, "workbook.damaged_sheet")
		})
	}
}

func TestBrokenArchives(t *testing.T) {
	good := withCells(t, `<row r="1"><c r="A1" t="inlineStr"><is><t>甲镇</t></is></c></row>`)
	twice := packed(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>", "XL/workbook.xml", "<workbook/>")
	_, err := Parse(twice)
	refused(t, err, "workbook.damaged")
	_, err = Parse(rebuilt(t, good, "xl/styles.xml", []byte("<styleSheet>")))
	refused(t, err, "workbook.damaged")
	_, err = Parse(rebuilt(t, good, "xl/workbook.xml", []byte(`<!DOCTYPE a><workbook/>`)))
	refused(t, err, "workbook.damaged")
	// A flipped bit of any part that is read, or nothing changes.
	for at := range good {
		changed := append([]byte(nil), good...)
		changed[at] ^= 0x10
		if read, err := Parse(changed); err == nil && (len(read.Sheets) != 1 || len(read.Sheets[0].Rows) != 1 || read.Sheets[0].Rows[0][0].Text != "甲镇") {
			t.Errorf("byte %d: %+v", at, read)
		}
	}
}

// Work without end is cut short by counting: merges over each other, formulas upon formulas.
func TestWorkIsBounded(t *testing.T) {
	far := `<row r="200000"><c r="A200000"><v>1</v></c></row>`
	merges := `<row r="1"><c r="A1"><v>1</v></c></row>` + far + `</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:A200000"/>`, maxMerges) + `</mergeCells><sheetData>`
	formulas := `<row r="1"><c r="A1"><v>1</v></c></row>`
	for row := 2; row <= 4000; row++ {
		above, at := cellName(1, row-1), cellName(1, row)
		formulas += `<row><c r="` + at + `"><f>` + above + "+" + above + "-SUM(A$1:" + above + `)</f></c></row>`
	}
	for name, rows := range map[string]string{
		"merges": merges, "formulas": formulas, "a circle": `<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>A1</f></c></row>`,
		"everything": `<row r="1"><c r="A1"><f>SUM(B1:XFD1048576)</f></c></row>`, "nesting": `<row r="1"><c r="A1"><f>` + strings.Repeat("(", 500) + "1" + strings.Repeat(")", 500) + `</f></c></row>`,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			if _, err := Parse(withCells(t, rows)); err != nil && name != "merges" {
				t.Error(err)
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}
}

// Other workbooks and the clock are asked by no formula, nor is one calculated of what is not known exactly.
func TestWhatIsNotCalculated(t *testing.T) {
	for _, formula := range []string{"[1]Sheet1!A1", "TODAY()", "RAND()", "INDIRECT(\"B1\")", "Total*2", "B1+C1", "B1*D1", "A1", "B1&amp;1", "SUM(B:B)", "E1", "1/0", "ROUND(", "Other!A1", "B1#"} {
		row := `<row r="1"><c r="A1"><f>` + formula + `</f></c><c r="B1"><v>1</v></c><c r="C1"><v>0.33333333333333331</v></c><c r="D1" t="str"><v>5</v></c><c r="E1" t="e"><v>#N/A</v></c></row>`
		cell := one(t, row)
		if cell.Computed || cell.Fault == nil || cell.Fault.Code != "workbook.formula_without_result" {
			t.Errorf("%s: %+v", formula, cell)
		}
	}
}

// A formula that others share is read as it stands in each.
func TestSharedFormulas(t *testing.T) {
	row := `<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="shared" si="0" ref="B1:B2">A1*$A$1</f></c></row>` +
		`<row r="2"><c r="A2"><v>5</v></c><c r="B2"><f t="shared" si="0"/></c></row>`
	rows := parsed(t, withCells(t, row)).Sheets[0].Rows
	if rows[0][1].Shown() != "4" || rows[1][1].Shown() != "10" || !rows[1][1].Computed {
		t.Errorf("%+v", rows)
	}
}
