package workbook

import "testing"

// truths are what LibreOffice tells of a formula's truth values, which it takes for numbers, and of two
// errors, which it names in its own way, against what stands in the file.
var truths = map[string]string{
	"C3=number 1": "C3=text TRUE", "F4=number 1": "F4=text TRUE", "G4=number 0": "G4=text FALSE",
	"C4=error Err:502": "C4=error #VALUE!", "D4=error Err:502": "D4=error #VALUE!", "E4=error #N/A": "E4=error #NAME?",
}

// What LibreOffice saves as xls we read cell by cell as LibreOffice itself does.
func TestXLSAsOfficeReadsIt(t *testing.T) {
	for name, source := range fodsCorpus() {
		t.Run(name, func(t *testing.T) {
			file := soffice(t, saved(t, "book.fods", source), "xls")
			read, err := Open(file)
			if err != nil {
				t.Fatal(err)
			}
			want := officeReads(t, file)
			cells := 0
			for _, lines := range want {
				cells += len(lines)
			}
			if cells == 0 {
				t.Fatal("nothing to compare")
			}
			differ := map[string]string{}
			if name == "formulas" {
				differ = truths
			}
			sameReading(t, with(want, differ), ourReading(read))
		})
	}
}
