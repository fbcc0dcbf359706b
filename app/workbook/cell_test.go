package workbook

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// What stands in one cell, as its XML gives it and as it is read. s is the style: 1 is 0.00%, 2 a date,
// 3 a custom per cent, 4 a date of words.
func TestCells(t *testing.T) {
	styled := foreign(t, func(f *excelize.File) error {
		words, custom := `yyyy"年"m"月"`, `0.0"份"%`
		for _, s := range []*excelize.Style{{NumFmt: 10}, {NumFmt: 14}, {CustomNumFmt: &custom}, {CustomNumFmt: &words}} {
			if _, err := f.NewStyle(s); err != nil {
				return err
			}
		}
		return nil
	})
	for _, c := range []struct {
		name, xml   string
		text, fault string
		number      string
		percent     bool
	}{
		{name: "a number", xml: `<c r="A1"><v>98.43</v></c>`, number: "98.43"},
		{name: "a double's tail", xml: `<c r="A1"><v>98.429999999999993</v></c>`, number: "98.43"},
		{name: "a double's tail in a rate", xml: `<c r="A1" s="1"><v>0.92620000000000002</v></c>`, number: "0.9262", percent: true},
		{name: "a quotient", xml: `<c r="A1"><v>0.33333333333333331</v></c>`, number: "0.333333333333333"},
		{name: "zero", xml: `<c r="A1"><v>0</v></c>`, number: "0"},
		{name: "an exponent", xml: `<c r="A1"><v>1.2E-3</v></c>`, number: "0.0012"},
		{name: "beyond all digits", xml: `<c r="A1"><v>1E+300</v></c>`, text: "1E+300"},
		{name: "no number after all", xml: `<c r="A1"><v>NaN</v></c>`, text: "NaN"},
		{name: "a custom per cent", xml: `<c r="A1" s="3"><v>0.5</v></c>`, number: "0.5", percent: true},
		{name: "a date", xml: `<c r="A1" s="2"><v>43739</v></c>`, text: "2019-10-01"},
		{name: "a date in words", xml: `<c r="A1" s="4"><v>43739</v></c>`, text: "2019-10-01"},
		{name: "a time", xml: `<c r="A1" s="2"><v>0.5</v></c>`, text: "12:00:00"},
		{name: "an ISO date", xml: `<c r="A1" t="d"><v>2019-10-01</v></c>`, text: "2019-10-01"},
		{name: "a truth value", xml: `<c r="A1" t="b"><v>1</v></c>`, text: "TRUE"},
		{name: "an error value", xml: `<c r="A1" t="e"><v>#DIV/0!</v></c>`, text: "#DIV/0!", fault: "workbook.error_value"},
		{name: "a formula's stored result", xml: `<c r="A1"><f>B1*2</f><v>98.43</v></c>`, number: "98.43"},
		{name: "a formula's stored error", xml: `<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, text: "#DIV/0!", fault: "workbook.error_value"},
		{name: "a formula's stored text, digit by digit", xml: `<c r="A1" t="str"><f>B1</f><v>1234567890.123456789</v></c>`, text: "1234567890.123456789"},
		{name: "a formula without a result", xml: `<c r="A1"><f>TODAY()</f></c>`, fault: "workbook.formula_without_result"},
		{name: "text digits", xml: `<c r="A1" t="inlineStr"><is><t>1234567890.123456789</t></is></c>`, text: "1234567890.123456789"},
		{name: "full-width digits", xml: `<c r="A1" t="inlineStr"><is><t>９８．４３</t></is></c>`, text: "９８．４３"},
		{name: "blank", xml: `<c r="A1" s="1"/>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">` + c.xml + `</row></sheetData></worksheet>`
			rows := parsed(t, rebuilt(t, styled, firstSheet, []byte(sheet))).Sheets[0].Rows
			var got ReadCell
			if len(rows) > 0 && len(rows[0]) > 0 {
				got = rows[0][0]
			}
			number, code := "", ""
			if got.Number != nil {
				number = got.Number.String()
			}
			if got.Fault != nil {
				code = got.Fault.Code
			}
			if got.Text != c.text || number != c.number || got.Percent != c.percent || code != c.fault {
				t.Errorf("text %q, number %q, per cent %v, fault %q", got.Text, number, got.Percent, code)
			}
		})
	}
}

func TestNumberFormats(t *testing.T) {
	for code, want := range map[string]formatKind{
		"General": plain, "0.00": plain, "#,##0": plain, "0.00%": percent, `0"%"`: plain, `0\%`: plain,
		"yyyy-mm-dd": date, "m/d/yy": date, "h:mm": date, "[h]:mm": date, `[$-804]yyyy"年"`: date,
		`[Red]0.0`: plain, `0.0"days"`: plain, `0_d`: plain, "General;[Red]-General": plain, "[>=1]0": plain,
	} {
		if got := custom(code); got != want {
			t.Errorf("%s is %d, want %d", code, got, want)
		}
	}
}

func TestHiddenSheetsAreLeftOut(t *testing.T) {
	data := foreign(t, func(f *excelize.File) error {
		if _, err := f.NewSheet("hidden"); err != nil {
			return err
		}
		return f.SetSheetVisible("hidden", false)
	})
	if sheets := parsed(t, data).Sheets; len(sheets) != 1 || sheets[0].Name != "Sheet1" {
		t.Errorf("%d sheets", len(sheets))
	}
}
