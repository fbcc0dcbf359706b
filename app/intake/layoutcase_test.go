package intake

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

var october = month.Of(2019, 10)

// smallCity is four townships in two counties, two of one name, and a program that counts cases and
// measures by day.
func smallCity() (*models.Program, *models.Register) {
	unit := func(key, code, name, parent string, kind models.Kind) models.Unit {
		return models.Unit{Key: key, Code: code, Kind: kind, Names: month.Always(name), Parents: month.Always(parent)}
	}
	register := models.NewRegister([]models.Unit{
		unit("shi", "990000", "某市", "", models.KindCity), unit("dong", "990001", "东县", "shi", models.KindCounty), unit("xi", "990002", "西县", "shi", models.KindCounty),
		unit("jia", "990001001", "甲镇", "dong", models.KindTownship), unit("yi", "990001002", "乙镇", "dong", models.KindTownship),
		unit("bing", "990002001", "甲镇", "xi", models.KindTownship), unit("ding", "990002002", "丁镇", "xi", models.KindTownship)})
	p := &models.Program{Key: "count", Name: "办件考评", Groups: []models.Group{{Program: "count", Key: "towns", Name: "乡镇组"}}}
	for _, key := range []string{"jia", "yi", "bing", "ding"} {
		p.Members = append(p.Members, models.Member{Program: "count", Unit: key, GroupKey: "towns"})
	}
	all := []string{models.ScopeCity, models.ScopeMembers}
	p.Indicators = []models.Indicator{
		{Key: "due", Name: "应结数", Measure: "件", Scope: all, Aliases: []string{"应结案数"}}, {Key: "closed", Name: "办结数", Measure: "件", Scope: all},
		{Key: "score", Name: "得分", Decimals: 2, Scope: all}, {Key: "pm10", Name: "PM10", Measure: "μg/m³", FromDays: models.DaysMean, Scope: all},
		{Key: "rate", Name: "结案率", Measure: "%", Percent: true, Decimals: 2, Formulas: month.Always("closed / due"), Scope: all}}
	return p, register
}

// sheetOf makes a sheet of lines and bars. What is a number is a number cell; > covers the cell to its
// right, ^ the one beneath.
func sheetOf(name, text string) workbook.ReadSheet {
	s := workbook.ReadSheet{Name: name, HiddenRows: map[int]bool{}, HiddenColumns: map[int]bool{}}
	for r, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		var row []workbook.ReadCell
		for c, v := range strings.Split(strings.TrimSpace(line), "|") {
			cell := workbook.ReadCell{Column: int32(c + 1), Row: int32(r + 1), Text: v}
			if n, err := number.Parse(v); err == nil && v != "" {
				cell.Text, cell.Number = "", &n
			}
			row = append(row, cell)
		}
		s.Rows = append(s.Rows, row)
	}
	for r := range s.Rows {
		for c := range s.Rows[r] {
			merge(&s, r, c)
		}
	}
	return s
}

// merge takes a cell whose text ends in > or ^ together with those that hold nothing but the sign.
func merge(s *workbook.ReadSheet, r, c int) {
	cell := &s.Rows[r][c]
	a := workbook.Area{Left: c + 1, Top: r + 1, Right: c + 1, Bottom: r + 1}
	for c+1 < len(s.Rows[r]) && s.Rows[r][a.Right-1+min(1, len(s.Rows[r])-a.Right)].Text == ">" && a.Right < len(s.Rows[r]) {
		s.Rows[r][a.Right] = workbook.ReadCell{Column: int32(a.Right + 1), Row: int32(r + 1)}
		a.Right++
	}
	for a.Bottom < len(s.Rows) && c < len(s.Rows[a.Bottom]) && s.Rows[a.Bottom][c].Text == "^" {
		s.Rows[a.Bottom][c] = workbook.ReadCell{Column: int32(c + 1), Row: int32(a.Bottom + 1), Merged: cell}
		a.Bottom++
	}
	if a.Right > a.Left || a.Bottom > a.Top {
		s.Merges = append(s.Merges, a)
	}
}

// understood is what a workbook was read as, in short.
type understood struct {
	shapes, values, refused, left, asked []string
}

func understand(t testing.TB, book *workbook.Read, layout Layout, p *models.Program, register *models.Register) understood {
	t.Helper()
	roster := models.NewRoster(register, p, october)
	read, err := Read(book, layout, Terms{Program: p, At: october, Roster: roster, Matcher: models.NewMatcher(register, roster)})
	if err != nil {
		t.Fatal(err)
	}
	var u understood
	for _, s := range read.Layout.Sheets {
		if !s.Off {
			u.shapes = append(u.shapes, string(s.Shape))
		}
	}
	for _, i := range read.Items {
		switch v := i.Value; {
		case v.Fault != nil:
			read.Refused = append(read.Refused, Refusal{Sheet: i.Sheet, At: i.Cell.Name(), Reason: v.Fault})
		case v.Blank:
		case v.Cell.State == models.IsNumber:
			u.values = append(u.values, fmt.Sprintf("%s %s %d=%s", i.Unit.Key, i.Indicator.Key, i.Day, v.Cell.Value))
		default:
			u.values = append(u.values, fmt.Sprintf("%s %s %d=%s", i.Unit.Key, i.Indicator.Key, i.Day, v.Cell.State))
		}
	}
	Sort(read.Refused, book)
	Sort(read.Left, book)
	for _, r := range read.Refused {
		u.refused = append(u.refused, r.At+" "+r.Reason.Code)
	}
	for _, l := range read.Left {
		u.left = append(u.left, l.At+" "+l.Reason.Code)
	}
	for _, q := range read.Questions {
		u.asked = append(u.asked, fmt.Sprintf("%s %d", q.Key, q.Count))
	}
	return u
}

type layoutCase struct {
	name, sheet, text string
	want              understood
}

func (c layoutCase) run(t *testing.T) {
	p, register := smallCity()
	if c.sheet == "" {
		c.sheet = "Sheet1"
	}
	book := &workbook.Read{Sheets: []workbook.ReadSheet{sheetOf(c.sheet, c.text)}}
	layout := Guess(book, p, register)
	if diff := cmp.Diff(c.want, understand(t, book, layout, p, register), cmp.AllowUnexported(understood{})); diff != "" {
		t.Errorf("%s\n%+v", diff, layout)
	}
}
