package workbook

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// What LibreOffice saves as xlsx we read cell by cell as LibreOffice itself does.
func TestXLSXAsOfficeReadsIt(t *testing.T) {
	for name, source := range fodsCorpus() {
		t.Run(name, func(t *testing.T) {
			file := soffice(t, saved(t, "book.fods", source), "xlsx")
			read, err := Open(file)
			if err != nil {
				t.Fatal(err)
			}
			want := officeReads(t, file)
			if name == "formulas" {
				want = with(want, xlsxTruths)
			}
			sameReading(t, want, ourReading(read))
		})
	}
}

// xlsxTruths are what LibreOffice tells of truth values and of one error, against what stands in the file.
var xlsxTruths = map[string]string{
	"C3=number 1": "C3=text TRUE", "F4=number 1": "F4=text TRUE", "G4=number 0": "G4=text FALSE",
	"C4=error Err:502": "C4=error #VALUE!", "D4=error Err:502": "D4=error #VALUE!",
}

// formatted is a workbook of a number in many formats.
func formatted(t *testing.T, from1904 bool) []byte {
	return foreign(t, func(f *excelize.File) error {
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &from1904}); err != nil {
			return err
		}
		row := 0
		put := func(style *excelize.Style, values ...float64) error {
			id, err := f.NewStyle(style)
			if err != nil {
				return err
			}
			row++
			for i, v := range values {
				cell := cellName(i+1, row)
				if err := f.SetCellFloat("Sheet1", cell, v, -1, 64); err != nil {
					return err
				}
				if err := f.SetCellStyle("Sheet1", cell, cell, id); err != nil {
					return err
				}
			}
			return nil
		}
		for _, number := range []int{0, 1, 2, 3, 4, 9, 10, 11, 12, 14, 15, 16, 17, 22, 37, 38, 39, 40, 44, 48, 49} {
			if err := put(&excelize.Style{NumFmt: number}, 43739, 61, 98.43, 43739.5, 2958465); err != nil {
				return err
			}
		}
		for _, code := range []string{"yyyy-mm-dd", `yyyy"年"m"月"d"日"`, "[$-804]yyyy/m/d;@", "yyyy-mm-dd hh:mm", "aaaa", "0.00%", "#,##0.00_ ", `0.0"万"`, "[Red]-0.0;0.0", `General"份"`, "0.00E+00", "# ?/?"} {
			if err := put(&excelize.Style{CustomNumFmt: &code}, 43739, 61.25, 36526.75, 62.125, 61); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestNumberFormatsAsOfficeReadsThem(t *testing.T) {
	for name, from1904 := range map[string]bool{"from 1900": false, "from 1904": true} {
		t.Run(name, func(t *testing.T) {
			data := formatted(t, from1904)
			want := officeReads(t, saved(t, "book.xlsx", data))
			sameReading(t, want, ourReading(parsed(t, data)))
		})
	}
}

// Formulas without a stored result have that which LibreOffice calculates.
func TestCalculatesAsOfficeDoes(t *testing.T) {
	data := foreign(t, func(f *excelize.File) error {
		for cell, v := range map[string]any{"A1": 98.43, "A2": 61.5, "A3": 7, "A4": "甲镇", "B1": 0.1, "B2": 0.2, "B3": 3} {
			if err := f.SetCellValue("Sheet1", cell, v); err != nil {
				return err
			}
		}
		if _, err := f.NewSheet("其他 表"); err != nil {
			return err
		}
		if err := f.SetCellValue("其他 表", "A1", 12); err != nil {
			return err
		}
		for i, formula := range []string{"A1+A2", "A1-A2*A3", "A1/A3", "(A1+A2)/2", "SUM(A1:A4)", "AVERAGE(A1:A3,B1)", "ROUND(A1/A3,2)", "ROUND(2.675,2)", "MAX(A1:B3)", "MIN($A$1:A3)", "COUNT(A1:B9)",
			`IF(A1>=95,"优秀","合格")`, "IF(A4=\"甲镇\",1,2)", "C1*2", "SUM(C1:C3)", "B1+B2", "'其他 表'!A1*2", "-A1", "ABS(-A2)", "IF(AND(A1>1,NOT(A2>100)),A3,0)", "Z9*2", "1/3*3", "A3*-2"} {
			if err := f.SetCellFormula("Sheet1", cellName(3, i+1), formula); err != nil {
				return err
			}
		}
		return nil
	})
	read := parsed(t, data)
	sameReading(t, officeReads(t, saved(t, "book.xlsx", data)), ourReading(read))
	for _, row := range read.Sheets[0].Rows {
		if len(row) > 2 && !row[2].Computed {
			t.Errorf("%s is not marked as calculated", row[2].Name())
		}
	}
}
