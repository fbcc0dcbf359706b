package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"yueping/models/number"
)

// Entry is what the open cells of a form's column take. Another content is refused while it is typed.
type Entry struct {
	Least, Most *number.Number // of a number; nil for no bound
	Below       *number.Number // of a number that has to be smaller; nil for none
	Places      int            // decimals of the number, those of the fraction for a rate
	Words       []string       // taken beside numbers
	OnlyWords   bool           // no numbers: the words are offered as a list
	Title       string         // over both texts, at most 32 characters
	Prompt      string         // shown beside the cell in which one stands
	Error       string         // shown when a content is refused
}

// Keys is a sheet of texts that nobody sees, by which the program knows its own form again.
type Keys struct {
	Name string
	Rows [][]string
}

// The bounds of what a validation holds.
const (
	longestTitle = 32
	longestText  = 255
)

// lock protects a form against all but its open cells, and says what those take. There is no password:
// whoever has to change the form can.
func (w *sheetWriter) lock() error {
	if !w.sheet.Form {
		return nil
	}
	err := w.file.ProtectSheet(w.name, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true})
	if err != nil {
		return err
	}
	for i, c := range w.sheet.Columns {
		if c.Entry == nil {
			continue
		}
		for _, run := range w.openRuns(i) {
			if err := w.file.AddDataValidation(w.name, c.Entry.validation(i+1, run[0], run[1])); err != nil {
				return err
			}
		}
	}
	return nil
}

// openRuns are the first and last rows of the open cells of a column that stand below each other.
func (w *sheetWriter) openRuns(column int) [][2]int {
	var runs [][2]int
	for i, row := range w.sheet.Rows {
		at := w.headerRow() + 1 + i
		switch n := len(runs) - 1; {
		case !row[column].Open:
		case n >= 0 && runs[n][1] == at-1:
			runs[n][1] = at
		default:
			runs = append(runs, [2]int{at, at})
		}
	}
	return runs
}

func (e *Entry) validation(column, first, last int) *excelize.DataValidation {
	title, prompt, refusal := cutTo(e.Title, longestTitle), cutTo(e.Prompt, longestText), cutTo(e.Error, longestText)
	style := "stop"
	v := &excelize.DataValidation{AllowBlank: true, ShowInputMessage: prompt != "", ShowErrorMessage: true, PromptTitle: &title, Prompt: &prompt,
		ErrorStyle: &style, ErrorTitle: &title, Error: &refusal, Sqref: cellName(column, first) + ":" + cellName(column, last), Type: "custom"}
	formula := e.formula(cellName(column, first))
	if e.OnlyWords {
		v.Type, formula = "list", quoted(strings.Join(e.Words, ","))
	}
	v.Formula1 = escapeXML.Replace(formula)
	return v
}

// formula is what has to hold for a cell. It asks for a number first: a comparison with a text is true,
// and a rounded text an error.
func (e *Entry) formula(cell string) string {
	conditions := []string{"ROUND(" + cell + "," + strconv.Itoa(e.Places) + ")=" + cell}
	if e.Least != nil {
		conditions = append(conditions, cell+">="+e.Least.String())
	}
	if e.Most != nil {
		conditions = append(conditions, cell+"<="+e.Most.String())
	}
	if e.Below != nil {
		conditions = append(conditions, cell+"<"+e.Below.String())
	}
	words := []string{"FALSE"}
	for _, word := range e.Words {
		words = append(words, cell+"="+quoted(word))
	}
	return "IF(ISNUMBER(" + cell + "),AND(" + strings.Join(conditions, ",") + "),OR(" + strings.Join(words, ",") + "))"
}

// quoted is a text of a formula.
func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

var escapeXML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// panes keeps the header, and the columns that name the rows, in sight.
func (w *sheetWriter) panes(header int) error {
	panes := excelize.Panes{Freeze: true, YSplit: header, TopLeftCell: cellName(1, header+1), ActivePane: "bottomLeft"}
	if w.sheet.Frozen > 0 {
		panes.XSplit, panes.TopLeftCell, panes.ActivePane = w.sheet.Frozen, cellName(w.sheet.Frozen+1, header+1), "bottomRight"
	}
	return w.stream.SetPanes(&panes)
}

// writeKeys writes the sheet that nobody sees, and that no menu offers to show.
func writeKeys(f *excelize.File, keys *Keys) error {
	if keys == nil {
		return nil
	}
	if _, err := f.NewSheet(keys.Name); err != nil {
		return err
	}
	for i, row := range keys.Rows {
		for column, text := range row {
			if err := f.SetCellStr(keys.Name, cellName(column+1, i+1), text); err != nil {
				return err
			}
		}
	}
	return f.SetSheetVisible(keys.Name, false, true)
}
