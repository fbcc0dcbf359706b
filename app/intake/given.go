package intake

import (
	"maps"
	"slices"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// Correct puts what a clerk said in place of what was guessed. Sheets and columns that are not named
// stay as they were, as do columns whose Header is not what stands there now; the shape follows from the
// roles. Faults: import.layout_sheet, import.layout_rows, import.layout_twice, import.layout_column, import.layout_role, import.layout_key,
// import.layout_units, import.layout_unit, import.layout_month, import.layout_dash.
func Correct(book *workbook.Read, guess, given Layout, p *models.Program, register *models.Register) (Layout, error) {
	result := guess
	result.Sheets = slices.Clone(guess.Sheets)
	result.From = Given
	if given.From == Template {
		result.From = Template
	}
	if given.Dash != "" && !slices.Contains(Dashes, given.Dash) {
		return Layout{}, fault.New("import.layout_dash", "found", string(given.Dash))
	}
	if given.Dash != "" {
		result.Dash = given.Dash
	}
	for key, unit := range given.Units {
		if unit != "" && register.Unit(unit) == nil {
			return Layout{}, fault.New("import.layout_unit", "name", key, "found", unit)
		}
	}
	result.Units = map[string]string{}
	maps.Copy(result.Units, guess.Units)
	maps.Copy(result.Units, given.Units)
	for _, key := range given.Thousandths {
		if p.Indicator(key) == nil {
			return Layout{}, fault.New("import.layout_key", "sheet", "", "column", "", "found", key)
		}
	}
	if len(given.Sheets) > 0 || len(given.Thousandths) > 0 {
		result.Thousandths = slices.Clone(given.Thousandths)
	}
	r := newReader(p, register)
	nth := map[string]int{}
	for _, s := range given.Sheets {
		sheet := findSheet(book, s.Sheet)
		if sheet == nil {
			return Layout{}, fault.New("import.layout_sheet", "sheet", s.Sheet)
		}
		at := result.nth(s.Sheet, nth[s.Sheet])
		corrected, err := r.correct(newPage(sheet), s, result.titleTop(at), given.From == Template)
		if err != nil {
			return Layout{}, err
		}
		nth[s.Sheet]++
		if at < 0 {
			result.Sheets = append(result.Sheets, corrected)
			continue
		}
		if f := result.Sheets[at].Fingerprint; f != "" {
			corrected.Fingerprint = f
		}
		result.Sheets[at] = corrected
	}
	result.weigh()
	return result, nil
}

// nth is the index of a sheet's layout, counting those of one sheet from 0; -1 for none.
func (l *Layout) nth(sheet string, n int) int {
	for i := range l.Sheets {
		if l.Sheets[i].Sheet == sheet {
			if n == 0 {
				return i
			}
			n--
		}
	}
	return -1
}

// titleTop is the first row that may be the title of a table: beneath the table before it in its sheet.
func (l *Layout) titleTop(i int) int {
	if i > 0 && l.Sheets[i-1].Sheet == l.Sheets[i].Sheet {
		return l.Sheets[i-1].Last + 1
	}
	return 1
}

func findSheet(book *workbook.Read, name string) *workbook.ReadSheet {
	for i := range book.Sheets {
		if book.Sheets[i].Name == name {
			return &book.Sheets[i]
		}
	}
	return nil
}

// correct completes a sheet's layout as it was given.
func (r *reader) correct(p *page, s SheetLayout, top int, exact bool) (SheetLayout, error) {
	if s.Month != "" {
		if _, err := month.Parse(s.Month); err != nil {
			return s, fault.New("import.layout_month", "sheet", s.Sheet, "found", s.Month)
		}
	}
	if s.Off {
		return s, nil
	}
	t, err := r.tableOf(p, s, top, exact)
	if err != nil {
		return s, err
	}
	d := t.describe()
	d.Off, d.Unit, d.Indicator = false, s.Unit, s.Indicator
	if s.Month != "" {
		d.Month, d.MonthAt = s.Month, s.MonthAt
	}
	if s.Fingerprint != "" {
		d.Fingerprint = s.Fingerprint
	}
	return d, nil
}
