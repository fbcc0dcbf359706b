package workbook

import (
	"strings"
	"testing"

	"yueping/models/fault"
)

func TestCellsThatNoSpreadsheetTakes(t *testing.T) {
	for _, c := range []struct {
		name, text, code string
	}{
		{"the longest", strings.Repeat("镇", maxCellText), ""},
		{"one more", strings.Repeat("镇", maxCellText+1), "workbook.long_cell"},
		{"megabytes of quotes", strings.Repeat(`"a""`, 1<<20), "workbook.long_cell"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Parse([]byte("单位,得分\n" + c.text + ",5\n")); fault.CodeOf(err) != c.code {
				t.Error(err)
			}
		})
	}
}
