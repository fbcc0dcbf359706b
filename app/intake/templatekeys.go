package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"yueping/app/workbook"
	"yueping/models/fault"
	"yueping/models/month"
)

// TemplateSheetName is the hidden sheet of a template, which carries its keys.
const TemplateSheetName = "_yueping"

// templateVersion is the newest form of template that is understood.
const templateVersion = 1

// templateSign begins the hidden sheet, and the header of each table's column of unit keys.
const templateSign = "yueping-template"

// TemplateKeys are what a template to fill in carries of itself, so that it comes back without questions.
type TemplateKeys struct {
	City, CityName       string
	Program, ProgramName string
	Month                month.Month
	Guide                string    // the title of the sheet of explanations
	Words                [2]string // those for 无数据 and 不参评
	Tables               []TemplateTable
}

// TemplateTable is one sheet to fill in: a row a unit, a column an indicator.
type TemplateTable struct {
	Units      []TemplateUnit
	Indicators []TemplateIndicator
	Unit       string // the header of the units' names
	County     string // that of their counties
	Rest       string // that of the word for all that a row leaves blank
	Others     []string
	Notes      []string // under the table
}

// TemplateUnit is a row, as it was written.
type TemplateUnit struct{ Key, Name, County string }

// TemplateIndicator is a column with its header as it was written.
type TemplateIndicator struct{ Key, Header string }

// TemplateMark is the header of the hidden column of unit keys in a template's table, counted from 0.
// A table is known again by it, whatever its sheet is called and wherever its columns went.
func TemplateMark(table int) string { return templateSign + ":" + strconv.Itoa(table) }

// Sheet gives the content of the hidden sheet.
func (k *TemplateKeys) Sheet() *workbook.Keys {
	rows := k.rows()
	head := [][]string{{templateSign, strconv.Itoa(templateVersion)}, {"checksum", checksum(rows)}}
	return &workbook.Keys{Name: TemplateSheetName, Rows: append(head, rows...)}
}

func (k *TemplateKeys) rows() [][]string {
	rows := [][]string{{"city", k.City, k.CityName}, {"program", k.Program, k.ProgramName}, {"month", k.Month.String()}, {"guide", k.Guide}, {"words", k.Words[0], k.Words[1]}}
	for _, t := range k.Tables {
		rows = append(rows, []string{"table", t.Unit, t.County, t.Rest})
		for _, i := range t.Indicators {
			rows = append(rows, []string{"indicator", i.Key, i.Header})
		}
		for _, u := range t.Units {
			rows = append(rows, []string{"unit", u.Key, u.Name, u.County})
		}
		for _, header := range t.Others {
			rows = append(rows, []string{"other", header})
		}
		for _, note := range t.Notes {
			rows = append(rows, []string{"note", note})
		}
	}
	return rows
}

// checksum is over the texts, whatever blank cells an office program adds or drops behind them.
func checksum(rows [][]string) string {
	sum := sha256.New()
	for _, row := range rows {
		line := ""
		for _, text := range row {
			line += strings.TrimSpace(text) + "\x1f"
		}
		sum.Write([]byte(strings.TrimRight(line, "\x1f") + "\x1e"))
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// TemplateKeysOf gives the keys of a template, nil where a workbook is none. Faults: template.newer,
// template.damaged.
func TemplateKeysOf(book *workbook.Read) (*TemplateKeys, error) {
	sheet := keySheet(book)
	if sheet == nil {
		return nil, nil
	}
	rows := make([][]string, len(sheet.Rows))
	for i, row := range sheet.Rows {
		rows[i] = rowTexts(row)
	}
	for len(rows) > 0 && strings.Join(rows[len(rows)-1], "") == "" {
		rows = rows[:len(rows)-1]
	}
	if version, err := strconv.Atoi(rows[0][1]); err == nil && version > templateVersion {
		return nil, fault.New("template.newer", "version", version, "known", templateVersion)
	}
	k := &TemplateKeys{}
	if len(rows) < 3 || rows[1][0] != "checksum" || rows[1][1] != checksum(rows[2:]) || !k.take(rows[2:]) {
		return nil, fault.New("template.damaged", "sheet", sheet.Name)
	}
	return k, nil
}

// keySheet is the sheet of the keys, also where somebody brought it to light or renamed it.
func keySheet(book *workbook.Read) *workbook.ReadSheet {
	for _, sheets := range [][]workbook.ReadSheet{book.Hidden, book.Sheets} {
		for i := range sheets {
			if s := &sheets[i]; len(s.Rows) > 0 && rowTexts(s.Rows[0])[0] == templateSign {
				return s
			}
		}
	}
	return nil
}

// rowTexts are a row's texts, four at least.
func rowTexts(row []workbook.ReadCell) []string {
	result := make([]string, max(len(row), 4))
	for i, cell := range row {
		result[i] = strings.TrimSpace(cell.Shown())
	}
	return result
}

// take reads the rows; false where they are none of ours.
func (k *TemplateKeys) take(rows [][]string) bool {
	for _, row := range rows {
		switch row[0] {
		case "city":
			k.City, k.CityName = row[1], row[2]
			continue
		case "program":
			k.Program, k.ProgramName = row[1], row[2]
			continue
		case "month":
			at, err := month.Parse(row[1])
			if err != nil {
				return false
			}
			k.Month = at
			continue
		case "guide":
			k.Guide = row[1]
			continue
		case "words":
			k.Words = [2]string{row[1], row[2]}
			continue
		case "table":
			k.Tables = append(k.Tables, TemplateTable{Unit: row[1], County: row[2], Rest: row[3]})
			continue
		}
		if len(k.Tables) == 0 || !k.Tables[len(k.Tables)-1].take(row) {
			return false
		}
	}
	return k.Program != "" && k.Month != 0 && len(k.Tables) > 0
}

func (t *TemplateTable) take(row []string) bool {
	switch row[0] {
	case "indicator":
		t.Indicators = append(t.Indicators, TemplateIndicator{row[1], row[2]})
	case "unit":
		t.Units = append(t.Units, TemplateUnit{row[1], row[2], row[3]})
	case "other":
		t.Others = append(t.Others, row[1])
	case "note":
		t.Notes = append(t.Notes, row[1])
	default:
		return false
	}
	return true
}
