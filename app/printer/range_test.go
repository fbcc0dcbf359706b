package printer

import (
	"testing"

	"yueping/models/fault"
)

func TestRange(t *testing.T) {
	for _, c := range []struct {
		name, text string
		count      int
		want       string
	}{
		{"nothing is all", "", 5, ""},
		{"spaces are nothing", "  ", 5, ""},
		{"one page", "3", 5, "3"},
		{"as brochures have it", "1-3,5", 5, "1-3,5"},
		{"full width", "１－３，５", 5, "1-3,5"},
		{"Chinese signs", "1至3、5", 5, "1-3,5"},
		{"out of order", "5, 1-2", 5, "1-2,5"},
		{"twice", "2,2,1-3", 5, "1-3"},
		{"touching", "1-2,3-4", 5, "1-4"},
		{"all of them", "1-5", 5, ""},
		{"a comma too many", "1,2,", 5, "1-2"},
		{"unknown count", "7-9", 0, "7-9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := Range(c.text, c.count); err != nil || got != c.want {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

func TestBadRanges(t *testing.T) {
	for _, text := range []string{"0", "6", "2-6", "3-2", "a", "1-", "-2", "1--2", "1,,2", ",", "1.5", "99999999999999999999", "+1"} {
		if got, err := Range(text, 5); fault.CodeOf(err) != "printer.bad_pages" {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

func TestCopies(t *testing.T) {
	for text, want := range map[string]int{"1": 1, " 12 ": 12, "９": 9, "999": 999} {
		if got, err := Copies(text); err != nil || got != want {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "0", "-1", "1000", "1.5", "两"} {
		if got, err := Copies(text); fault.CodeOf(err) != "printer.copies" {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
}
