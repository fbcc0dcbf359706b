package workbook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// league is a sheet of some rows, as a ranking has them.
func league(rows int) Sheet {
	s := Sheet{Name: "乡镇", Title: "乡镇环境空气质量排名", Mark: "示例数据", Footer: "录入中 A&B", Notes: []string{"按指数由低到高排名。"},
		Columns: []Column{{Title: "名次", Centred: true}, {Title: "单位", Text: true}, {Title: "得分", Decimals: 2}, {Title: "结案率", Percent: true, Decimals: 2}}}
	for i := range rows {
		place := n(fmt.Sprint(i + 1))
		s.Rows = append(s.Rows, []Cell{Figure(place), {Text: fmt.Sprintf("第%d镇", i+1), Strong: i == 0}, Figure(n("61.5")), Figure(n("0.9262"))})
	}
	return s
}

func reopened(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func TestPrintSetUp(t *testing.T) {
	for _, c := range []struct {
		name        string
		change      func(*Sheet)
		header      int
		orientation string
	}{
		{"title and mark", func(*Sheet) {}, 3, "portrait"},
		{"no mark", func(s *Sheet) { s.Mark = "" }, 2, "portrait"},
		{"the table alone, across", func(s *Sheet) { s.Title, s.Mark, s.Landscape = "", "", true }, 1, "landscape"},
		{"a name to be quoted", func(s *Sheet) { s.Name = "It's 甲/乙" }, 3, "portrait"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := league(5)
			c.change(&sheet)
			f := reopened(t, made(t, Book{Title: "表", Sheets: []Sheet{sheet}}))
			name := f.GetSheetName(0)
			layout, err := f.GetPageLayout(name)
			if err != nil {
				t.Fatal(err)
			}
			if *layout.Size != a4 || *layout.Orientation != c.orientation || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
				t.Errorf("size %d, %s, %d pages wide, %d high", *layout.Size, *layout.Orientation, *layout.FitToWidth, *layout.FitToHeight)
			}
			props, err := f.GetSheetProps(name)
			if err != nil || props.FitToPage == nil || !*props.FitToPage {
				t.Error("does not fit to the page", err)
			}
			foot, err := f.GetHeaderFooter(name)
			if err != nil || !strings.Contains(foot.OddFooter, "&P") || !strings.Contains(foot.OddFooter, "A&&B") || !strings.Contains(foot.OddHeader, sheet.Name) || !strings.Contains(foot.OddHeader, sheet.Mark) {
				t.Errorf("%+v, %v", foot, err)
			}
			panes, err := f.GetPanes(name)
			if err != nil || !panes.Freeze || panes.YSplit != c.header {
				t.Errorf("%+v, %v", panes, err)
			}
			quoted := "'" + strings.ReplaceAll(name, "'", "''") + "'"
			want := map[string]string{
				"_xlnm.Print_Titles": fmt.Sprintf("%s!$1:$%d", quoted, c.header),
				"_xlnm.Print_Area":   fmt.Sprintf("%s!$A$1:$D$%d", quoted, c.header+5+1),
			}
			for _, d := range f.GetDefinedName() {
				if want[d.Name] != d.RefersTo || d.Scope != name {
					t.Errorf("%s is %s of %s, want %s", d.Name, d.RefersTo, d.Scope, want[d.Name])
				}
				delete(want, d.Name)
			}
			if len(want) > 0 {
				t.Errorf("no %v", want)
			}
		})
	}
}

func TestSheetNames(t *testing.T) {
	long := strings.Repeat("长", 40)
	for _, c := range []struct {
		name       string
		have, want []string
	}{
		{"twice", []string{"组", "组", "组"}, []string{"组", "组 2", "组 3"}},
		{"case", []string{"A", "a"}, []string{"A", "a 2"}},
		{"signs", []string{"a/b:c", "[x]*?\\"}, []string{"a b c", "x"}},
		{"quotes", []string{"'x'", ""}, []string{"x", "Sheet"}},
		{"long", []string{long, long}, []string{long[:31*3], long[:29*3] + " 2"}},
	} {
		var sheets []Sheet
		for _, name := range c.have {
			sheets = append(sheets, Sheet{Name: name, Columns: []Column{{Title: "x"}}})
		}
		if got := sheetNames(sheets); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.name, got)
		}
		made(t, Book{Sheets: sheets})
	}
}

// What is written is read back, exactly, whatever its length.
func TestNumbersSurvive(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		digits := rapid.StringMatching(`-?(0|[1-9][0-9]{0,9})(\.[0-9]{0,8}[1-9])?`).Draw(r, "number")
		column := Column{Title: "x", Percent: rapid.Bool().Draw(r, "rate"), Decimals: 2}
		var out bytes.Buffer
		if err := Write(&out, Book{Sheets: []Sheet{{Name: "s", Columns: []Column{column}, Rows: [][]Cell{{Figure(n(digits))}}}}}, written); err != nil {
			r.Fatal(err)
		}
		read, err := Parse(out.Bytes())
		if err != nil {
			r.Fatal(err)
		}
		cell := read.Sheets[0].Rows[1][0]
		switch {
		case cell.Number != nil:
			if cell.Number.Cmp(n(digits)) != 0 || cell.Percent != column.Percent {
				r.Errorf("%s is %s", digits, cell.Shown())
			}
		case significant(digits) <= exactDigits:
			r.Errorf("%s is the text %s", digits, cell.Text)
		default:
			want := digits
			if column.Percent {
				hundredfold, err := n(digits).Shift(2)
				if err != nil {
					r.Fatal(err)
				}
				want = hundredfold.String() + "%"
			}
			if cell.Text != want {
				r.Errorf("%s is %s", digits, cell.Text)
			}
		}
	})
}

func TestTextsAreNoFormulas(t *testing.T) {
	texts := []string{"=1+1", "+1", "-1", "@x", "001", "1e5", " x ", "a\nb", "<&>\"'", "１２３"}
	var rows [][]Cell
	for _, text := range texts {
		rows = append(rows, []Cell{Words(text)})
	}
	read := parsed(t, made(t, Book{Sheets: []Sheet{{Name: "s", Columns: []Column{{Title: "x", Text: true}}, Rows: rows}}}))
	for i, text := range texts {
		if got := read.Sheets[0].Rows[i+1][0]; got.Text != text || got.Number != nil || got.Fault != nil {
			t.Errorf("%q is %q", text, got.Shown())
		}
	}
}

// A note that names a hundred units is higher than a row may be: it goes on in the next row.
func TestLongNotes(t *testing.T) {
	for _, c := range []struct {
		name, note string
	}{
		{"none", ""},
		{"short", "未参加排名：甲镇（未报）。"},
		{"a hundred units", "未参加排名：" + strings.Repeat("国家许昌经济技术开发区长村张街道（PM10未报、PM2.5未报）、", 100)},
		{"nowhere to cut", strings.Repeat("长", 2000)},
		{"a whole province", strings.Repeat("某县某镇（PM10与PM2.5指数未报）、", 2500)},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := league(2)
			sheet.Notes = []string{c.note}
			f := reopened(t, made(t, Book{Sheets: []Sheet{sheet}}))
			rows, err := f.GetRows(f.GetSheetName(0))
			if err != nil {
				t.Fatal(err)
			}
			whole := ""
			for i := 5; i < len(rows); i++ {
				if len(rows[i]) > 0 {
					whole += rows[i][0]
				}
				if height, err := f.GetRowHeight(f.GetSheetName(0), i+1); err != nil || height > 16*(noteLines+1) {
					t.Errorf("row %d is %g points high, %v", i+1, height, err)
				}
			}
			if whole != c.note {
				t.Errorf("%d rows say %q", len(rows)-5, whole)
			}
		})
	}
}
