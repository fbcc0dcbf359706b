package workbook

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"yueping/models/number"
)

// Each text comes back from CSV and TSV as it was, and nothing of it is calculated on the way.
func TestSeparatedComesBack(t *testing.T) {
	texts := []string{"甲镇", "=1+1", "+1", "-甲", "@x", "\t=1", "a,b", "a\tb", "“引号”\"a\"", "第一行\n第二行", "'甲", "0012", "1e5", "𠮷😀", " x "}
	for name, separator := range map[string]byte{"csv": ',', "tsv": '\t'} {
		s := Sheet{Columns: []Column{{Title: "=单位"}, {Title: "数"}}}
		for range 20 { // the separator is told by its number
			for _, text := range texts {
				s.Rows = append(s.Rows, []Cell{Words(text), Figure(number.MustParse("-1234567890.123456789"))})
			}
		}
		var out bytes.Buffer
		if err := WriteSeparated(&out, s, separator); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(out.String(), "\r\n") {
			if cell := strings.Trim(strings.TrimPrefix(line, "\uFEFF"), `"`); cell != "" && strings.IndexByte(formulaSigns, cell[0]) >= 0 {
				t.Errorf("%s: %q would be calculated", name, line)
			}
		}
		read, err := Parse(out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		rows := read.Sheets[0].Rows
		if len(rows) != len(s.Rows)+1 || rows[0][0].Text != "=单位" {
			t.Fatalf("%s: %d rows, header %q", name, len(rows), rows[0][0].Text)
		}
		for i, row := range rows[1:] {
			if row[0].Text != texts[i%len(texts)] || row[1].Text != "-1234567890.123456789" {
				t.Errorf("%s: %q %q, want %q", name, row[0].Text, row[1].Text, texts[i%len(texts)])
			}
		}
	}
}

func TestSeparatedNumbers(t *testing.T) {
	for _, c := range []struct {
		column Column
		number string
		want   string
	}{
		{Column{Decimals: 2}, "-3.5", "-3.5"},
		{Column{Percent: true, Decimals: 2}, "0.98", "98%"},
		{Column{Percent: true}, "-0.0150", "-1.5%"},
	} {
		cell := Figure(number.MustParse(c.number))
		if got := separated(&cell, &c.column); got != c.want {
			t.Errorf("%s: %s, want %s", c.number, got, c.want)
		}
	}
}

var errFull = errors.New("full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestSeparatedTellsOfAFullDisk(t *testing.T) {
	if err := WriteSeparated(fullDisk{}, Sheet{Columns: []Column{{Title: "单位"}}}, ','); !errors.Is(err, errFull) {
		t.Error(err)
	}
}
