package workbook

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"
	"unicode/utf16"
)

// cutter writes records of a length, as a writer of few bytes a record would.
type cutter struct {
	limit int
	parts [][]byte
}

func (c *cutter) room() int { return c.limit - len(c.parts[len(c.parts)-1]) }

func (c *cutter) turn(data ...byte) { c.parts = append(c.parts, data) }

func (c *cutter) put(data ...byte) {
	c.parts[len(c.parts)-1] = append(c.parts[len(c.parts)-1], data...)
}

// plain writes bytes that may be cut anywhere.
func (c *cutter) plain(data []byte) {
	for len(data) > 0 {
		if c.room() <= 0 {
			c.turn()
		}
		taken := min(c.room(), len(data))
		c.put(data[:taken]...)
		data = data[taken:]
	}
}

func narrow(units []uint16) bool {
	for _, u := range units {
		if u > 0xFF {
			return false
		}
	}
	return true
}

// text writes a string with runs and phonetic bytes behind it. Each part is as narrow as its own
// characters allow, so that the width changes from part to part in both directions.
func (c *cutter) text(s string, runs, phonetics int) {
	units := utf16.Encode([]rune(s))
	header := u16s(len(units))
	header = append(header, 0)
	if runs > 0 {
		header[2] |= rich
		header = append(header, u16s(runs)...)
	}
	if phonetics > 0 {
		header[2] |= phonetic
		header = append(header, u16s(phonetics, 0)...)
	}
	if c.room() < len(header) {
		c.turn()
	}
	at := len(c.parts[len(c.parts)-1])
	c.put(header...)
	flag := &c.parts[len(c.parts)-1][at+2]
	for {
		fits := min(max(c.room(), 0), len(units))
		if !narrow(units[:fits]) {
			fits = min(max(c.room(), 0)/2, len(units))
			*flag |= wide
		}
		for _, u := range units[:fits] {
			c.put(byte(u))
			if *flag&wide != 0 {
				c.put(byte(u >> 8))
			}
		}
		if units = units[fits:]; len(units) == 0 {
			break
		}
		c.turn(0)
		flag = &c.parts[len(c.parts)-1][0]
	}
	c.plain(make([]byte, 4*runs+phonetics))
}

func TestStringsCutEverywhere(t *testing.T) {
	texts := []string{"单位", "abc", "", "a中b国c", strings.Repeat("x", 50) + "镇" + strings.Repeat("é", 50), "😀😀😀", strings.Repeat("乡", 40), "Z"}
	for limit := 12; limit < 120; limit++ {
		c := &cutter{limit: limit, parts: [][]byte{append(u16s(8, 0), u16s(len(texts), 0)...)}}
		for i, text := range texts {
			c.text(text, i%3, 7*(i%2))
		}
		r := record{id: recSST, data: c.parts[0], parts: c.parts}
		got, err := r.shared()
		if err != nil {
			t.Fatalf("records of %d bytes: %v", limit, err)
		}
		if strings.Join(got, "|") != strings.Join(texts, "|") {
			t.Errorf("records of %d bytes: %q", limit, got)
		}
	}
}

func TestShortNumbers(t *testing.T) {
	for _, c := range []struct {
		name string
		rk   uint32
		want string
	}{
		{"whole", 7<<2 | 2, "7"},
		{"negative", 0xFFFFFFFF&^3 | 2, "-1"},
		{"hundredfold", 9843<<2 | 3, "98.43"},
		{"negative hundredfold", uint32(0x100000000-4*157) | 3, "-1.57"},
		{"smallest", 0x80000002, "-536870912"},
		{"a double's half", uint32(math.Float64bits(0.125) >> 32), "0.125"},
		{"a double's half, hundredfold", uint32(math.Float64bits(12.5)>>32) | 1, "0.125"},
		{"nothing", 0, "0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cell := &ReadCell{}
			(&biffSheet{biff: &biff{}}).number(cell, 0, short(c.rk))
			if cell.Number == nil || cell.Number.String() != c.want {
				t.Errorf("%v, want %s", cell.Number, c.want)
			}
		})
	}
}

func double8(v float64) []byte { return binary.LittleEndian.AppendUint64(nil, math.Float64bits(v)) }

// formulaOf is a formula's record at row 1 with its stored result.
func formulaOf(column int, result []byte, flags int) []byte {
	return rec(recFormula, biffOf(u16s(0, column, 0), result, u16s(flags, 0, 0, 0))...)
}

// Results of formulas, and the zeros that stand for none.
func TestBIFFFormulas(t *testing.T) {
	special := func(kind, value byte) []byte { return []byte{kind, 0, value, 0, 0, 0, 0xFF, 0xFF} }
	texted := rec(recString, append(u16s(2), 1, 0x32, 0x75, 0x47, 0x95)...)
	for _, c := range []struct {
		name    string
		records [][]byte
		want    string
	}{
		{"a number", [][]byte{formulaOf(0, double8(1.5), 0)}, "number 1.5"},
		{"a zero", [][]byte{formulaOf(0, double8(0), 0)}, "number 0"},
		{"a zero to be calculated", [][]byte{formulaOf(0, double8(0), 3)}, "fault workbook.formula_not_calculated"},
		{"a number that depends on the day", [][]byte{formulaOf(0, double8(5), 3)}, "number 5"},
		{"a text", [][]byte{formulaOf(0, special(0, 0), 0), texted}, "text 甲镇"},
		{"a text behind a shared formula", [][]byte{formulaOf(0, special(0, 0), 8), rec(0x04BC, make([]byte, 20)...), texted}, "text 甲镇"},
		{"a text that is lost", [][]byte{formulaOf(0, special(0, 0), 0), rec(recRK, u16s(0, 1, 0, 6, 0)...)}, "fault workbook.formula_not_calculated"},
		{"a text that is lost at the end", [][]byte{formulaOf(0, special(0, 0), 0)}, "fault workbook.formula_not_calculated"},
		{"an empty text", [][]byte{formulaOf(0, special(3, 0), 0)}, ""},
		{"truth", [][]byte{formulaOf(0, special(1, 1), 0)}, "text TRUE"},
		{"an error", [][]byte{formulaOf(0, special(2, 7), 0)}, "error #DIV/0!"},
	} {
		t.Run(c.name, func(t *testing.T) {
			read, err := readBIFF(oneSheet(nil, c.records))
			if err != nil {
				t.Fatal(err)
			}
			if got := ourCell(read.Sheets[0].Rows[0][0]); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
