package app

import (
	"slices"
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// ImportRemark is what one of our exports has noted beside a cell. A blank source or note leaves what is
// stored as it is.
type ImportRemark struct {
	Place        models.Place
	Unit         *models.Unit
	Name         string
	County       string
	Indicator    *models.Indicator
	Source, Note string
	Sheet        string
	At           string // the cell of the unit's name
	Row          int    // of the sheet, from 1
	Change       ImportChange
	Old          models.Annotation // what is stored
}

// readRemarks reads the sheet 备注与来源 of one of our exports, refuses what has no place in the month, and puts the
// rest beside what is stored.
func (i *Import) readRemarks(m *Month, matcher *models.Matcher) {
	for n := range i.Book.Sheets {
		s := &i.Book.Sheets[n]
		at := slices.IndexFunc(s.Rows, headed)
		if at < 0 {
			continue
		}
		reader := remarkReader{i, m, matcher, s.Name, map[models.Place]string{}}
		for row := at + 1; row < len(s.Rows); row++ {
			// What stands in the first column alone is a note under the table.
			if cells := s.Rows[row]; len(cells) > 1 && slices.ContainsFunc(cells[1:], func(c workbook.ReadCell) bool { return !c.Blank() }) {
				reader.read(cells, row+1)
			}
		}
		return
	}
}

// remarkHeaders are those of the sheet in every language: an export is read under another one, too.
var remarkHeaders = [][]string{{"序号", "单位", "县区", "指标", "日期", "来源", "备注"}, {"No.", "Unit", "County", "Indicator", "Date", "Source", "Note"}}

func headed(row []workbook.ReadCell) bool {
	return slices.ContainsFunc(remarkHeaders, func(header []string) bool {
		for i, title := range header {
			if remarkText(row, i) != title {
				return false
			}
		}
		return true
	})
}

func remarkText(row []workbook.ReadCell, column int) string {
	if column >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[column].Shown())
}

// remarkReader reads the rows of one sheet.
type remarkReader struct {
	result  *Import
	month   *Month
	matcher *models.Matcher
	sheet   string
	seen    map[models.Place]string // where a place was read
}

func (r *remarkReader) read(row []workbook.ReadCell, at int) {
	remark := ImportRemark{Sheet: r.sheet, At: row[1].Name(), Row: at, Source: remarkText(row, 5), Note: remarkText(row, 6)}
	if bad := r.place(&remark, row); bad != nil {
		r.result.Refused = append(r.result.Refused, ImportRefusal{Sheet: r.sheet, At: remark.At, Found: remarkText(row, 1), Row: at, Unit: remark.Unit, Indicator: remark.Indicator, Day: remark.Place.Period.Day, Reason: bad})
		return
	}
	if remark.Source == "" && remark.Note == "" {
		return
	}
	roster := r.month.Table.Roster
	remark.Name, remark.County = roster.Name(remark.Unit.Key), roster.County(remark.Unit.Key)
	remark.Old = r.month.Annotations[remark.Place]
	same := func(read, stored string) bool { return read == "" || read == stored }
	switch {
	case same(remark.Source, remark.Old.Source) && same(remark.Note, remark.Old.Note):
		remark.Change = ImportUnchanged
	case remark.Old.Blank():
		remark.Change = ImportNew
	default:
		remark.Change = ImportChanged
	}
	r.result.Remarks = append(r.result.Remarks, remark)
}

// place finds the cell beside which a row's texts belong.
func (r *remarkReader) place(remark *ImportRemark, row []workbook.ReadCell) *fault.Fault {
	unit, err := r.matcher.Find(remarkText(row, 1), remarkText(row, 2))
	if err != nil {
		return fault.All(err)[0]
	}
	remark.Unit = unit
	if remark.Indicator, err = r.indicator(remarkText(row, 3)); err != nil {
		return fault.All(err)[0]
	}
	period, err := month.ParsePeriod(remarkText(row, 4))
	if err != nil || period.Month != r.month.At {
		return fault.New("import.remark_date", "date", remarkText(row, 4), "month", r.month.At.String())
	}
	remark.Place = models.Place{Program: r.month.Program.Key, Indicator: remark.Indicator.Key, Period: period, Unit: unit.Key}
	if other, twice := r.seen[remark.Place]; twice {
		return fault.New("import.twice", "unit", r.month.Table.Roster.Name(unit.Key), "indicator", remark.Indicator.Name, "day", period.Day, "other", r.sheet+"!"+other)
	}
	r.seen[remark.Place] = remark.At
	return KeptIn(r.month.Table.Roster, remark.Indicator, unit.Key, period)
}

// indicator finds an indicator by its name: of two of one name the one that the month has.
func (r *remarkReader) indicator(name string) (*models.Indicator, error) {
	for n := range r.month.Program.Indicators {
		if i := &r.month.Program.Indicators[n]; i.Name == name && i.Holds(r.month.At) {
			return i, nil
		}
	}
	return r.month.Indicator(name)
}

// remarks are what an import would note beside the cells of the rows that are not off.
func (i *Import) remarks(off map[ImportPlace]bool) []remark {
	var result []remark
	for n := range i.Remarks {
		r := &i.Remarks[n]
		if r.Change == ImportUnchanged || off[ImportPlace{r.Sheet, r.Row}] {
			continue
		}
		result = append(result, remark{r.Place, given(r.Source), given(r.Note)})
	}
	return result
}

// given is a text, nil for a blank one.
func given(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
