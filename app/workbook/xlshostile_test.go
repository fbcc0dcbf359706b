package workbook

import (
	"encoding/binary"
	"testing"
	"time"
)

// pointed changes a number of four bytes in a compound file.
func pointed(data []byte, at int, value uint32) []byte {
	result := append([]byte(nil), data...)
	binary.LittleEndian.PutUint32(result[at:], value)
	return result
}

func TestHostileXLS(t *testing.T) {
	const fat, directory = sector, 2 * sector
	book := compoundOf("Workbook", oneSheet(nil, [][]byte{rec(recRK, u16s(0, 0, 0, 6, 0)...)}))
	cell := func(row, column int) []byte { return rec(recRK, u16s(row, column, 0, 6, 0)...) }
	sheet := func(records ...[]byte) []byte { return compoundOf("Workbook", oneSheet(nil, records)) }
	shared := func(records ...[]byte) []byte { return compoundOf("Workbook", oneSheet(records, nil)) }
	many := func(count int, one []byte) [][]byte {
		var result [][]byte
		for range count {
			result = append(result, one)
		}
		return result
	}
	rows := func(count int) (result [][]byte) {
		for row := range count {
			result = append(result, cell(row, 255))
		}
		return result
	}
	endless := oneSheet(nil, nil)
	nested := oneSheet(nil, many(100_000, worksheet))
	for _, c := range []struct {
		name string
		data []byte
		code string
	}{
		{"nothing wrong", book, ""},
		{"sectors in a circle", pointed(book, fat+4*4, 2), "workbook.damaged"},
		{"a chain that ends early", pointed(book, fat+4*4, 0xFFFFFFFE), "workbook.damaged"},
		{"a chain into the free", pointed(book, fat+4*4, 0xFFFFFFFF), "workbook.damaged"},
		{"a directory in a circle", pointed(book, fat+4, 1), "workbook.damaged"},
		{"a directory far out", pointed(book, 48, 1<<30), "workbook.damaged"},
		{"a directory entry that is its own sibling", pointed(book, directory+128+68, 1), "workbook.damaged"},
		{"a million sector lists", pointed(pointed(book, 72, 1<<24), 44, 1<<31), "workbook.damaged"},
		{"a stream of four gigabytes", pointed(book, directory+128+120, 0xFFFFFFF0), "workbook.damaged"},
		{"a record beyond the stream", sheet([]byte{2, 2, 0xFF, 0xFF, 1}), "workbook.damaged_sheet"},
		{"a sheet without an end", compoundOf("Workbook", endless[:len(endless)-4]), "workbook.damaged_sheet"},
		{"a short record", sheet(rec(recNumber, 0, 0, 0, 0, 0, 0, 0, 0)), "workbook.damaged_sheet"},
		{"a string that is not there", sheet(rec(recLabelSST, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), "workbook.damaged_sheet"},
		{"strings without end", shared(rec(recSST, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 1, 0, 0, 'a')), ""},
		{"a string longer than its record", shared(rec(recSST, 1, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0, 'a')), "workbook.damaged"},
		{"half a character", shared(rec(recSST, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 'a', 0, 'b'), rec(recContinue, 1, 'b', 0)), "workbook.damaged"},
		{"phonetic text of four gigabytes", shared(rec(recSST, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 4, 0xFF, 0xFF, 0xFF, 0xFF, 'a')), "workbook.damaged"},
		{"empty continuations", shared(append([][]byte{rec(recSST, 1, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 'a')}, many(200_000, rec(recContinue))...)...), "workbook.damaged"},
		{"continuations of nothing", sheet(many(500_000, rec(recContinue, 1))...), ""},
		{"a column far out", sheet(cell(0, 60_000)), "workbook.too_many_cells"},
		{"rows far out on every sheet", sheet(rows(5000)...), "workbook.too_many_cells"},
		{"a short number far out", sheet(rec(recMulRK, u16s(0, 0xFFF0, 0, 6, 0, 0xFFF0)...)), "workbook.too_many_cells"},
		{"columns that do not add up", sheet(rec(recMulRK, u16s(0, 5, 0, 6, 0, 9)...)), "workbook.damaged_sheet"},
		{"merges without end", sheet(many(11_000, rec(recMergeCells, u16s(1, 0, 1, 0, 0)...))...), "workbook.too_many_cells"},
		{"more merges than are there", sheet(rec(recMergeCells, u16s(500, 0, 1, 0, 0)...)), "workbook.damaged_sheet"},
		{"a merge turned round", sheet(rec(recMergeCells, u16s(1, 5, 1, 0, 0)...)), "workbook.damaged_sheet"},
		{"sheets within sheets", compoundOf("Workbook", nested), "workbook.damaged_sheet"},
		{"one sheet many times", compoundOf("Workbook", repeated(200, 20_000)), "workbook.damaged_sheet"},
		{"sheets without end", compoundOf("Workbook", repeated(300, 1)), "workbook.too_large"},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			read, err := parseXLS(c.data)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %s", took)
			}
			if c.code == "" && err == nil {
				if len(read.Sheets) != 1 {
					t.Errorf("%d sheets", len(read.Sheets))
				}
				return
			}
			refused(t, err, c.code)
		})
	}
}

// repeated announces one sheet of some records many times over.
func repeated(sheets, records int) []byte {
	const announced = 4 + 10
	start := len(globals) + sheets*announced + 4
	book := append([]byte(nil), globals...)
	for range sheets {
		book = append(book, rec(recBoundSheet, append(binary.LittleEndian.AppendUint32(nil, uint32(start)), 0, 0, 1, 0, 'S', 0)...)...)
	}
	book = append(book, rec(recEOF)...)
	book = append(book, worksheet...)
	for range records {
		book = append(book, rec(recRow, make([]byte, 16)...)...)
	}
	return append(book, rec(recEOF)...)
}

// Every cut and every changed byte of a file is read or refused, and never half read in silence.
func TestXLSCutAnywhere(t *testing.T) {
	whole := kept(t, "xlwt.xls")
	want, err := parseXLS(whole)
	if err != nil {
		t.Fatal(err)
	}
	for length := len(whole) - 1; length > 8; length -= 7 {
		read, err := parseXLS(whole[:length])
		if err != nil {
			continue
		}
		sameReading(t, ourReading(want), ourReading(read))
	}
}

// The seeds are of four writers; office.xls is LibreOffice's file of fodsCorpus's hidden parts.
func FuzzXLS(f *testing.F) {
	for _, name := range []string{"xlwt.xls", "writeexcel.xls", "gnumeric8.xls", "gnumericboth.xls", "gnumeric7.xls", "office.xls"} {
		f.Add(kept(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		read, err := parseXLS(data)
		if (read == nil) == (err == nil) {
			t.Errorf("%v, %v", read, err)
		}
	})
}
