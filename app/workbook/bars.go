package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

const (
	barColor = "BFD6EC"
	barBelow = "F3C6C0" // of negative numbers
)

// bars lays a bar behind the numbers of the columns that ask for it, as long as the number is large: from
// 0, to the left of it for negative numbers. Words have none. The lengths need an extension of the sheet,
// which it gives; without it programs draw a bar for 0, too.
func (w *sheetWriter) bars() error {
	first := w.headerRow() + 1
	last := w.headerRow() + len(w.sheet.Rows)
	var rules strings.Builder
	count := 0
	for i, c := range w.sheet.Columns {
		if !c.Bars || last < first {
			continue
		}
		block := cellName(i+1, first) + ":" + cellName(i+1, last)
		err := w.file.SetConditionalFormat(w.name, block, []excelize.ConditionalFormatOptions{
			{Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "max", BarColor: barColor, BarSolid: true}})
		if err != nil {
			return err
		}
		// The library's own name of the rule.
		fmt.Fprintf(&rules, barRule, w.number, count, barBelow, block)
		count++
	}
	if count > 0 {
		w.extension = fmt.Sprintf(barRules, rules.String())
	}
	return nil
}

const (
	barRules = `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>%s</x14:conditionalFormattings></ext></extLst>`
	barRule  = `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{00000000-0000-0000-%04X-%012X}">` +
		`<x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FF%s"/><x14:axisColor rgb="FF8A8A8A"/></x14:dataBar>` +
		`</x14:cfRule><xm:sqref>%s</xm:sqref></x14:conditionalFormatting>`
)
