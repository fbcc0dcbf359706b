package workbook

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yueping/models/number"
)

func pointer(s string) *number.Number {
	v := n(s)
	return &v
}

// form is a sheet to fill in with a title, a rate, a word to choose and keys that nobody sees.
func form(e *Entry) Book {
	open := Cell{Open: true}
	rows := [][]Cell{{Words("甲"), open, {Open: true}, Words("jia")}, {Words("乙"), {Faint: true}, open, Words("yi")}, {Words("丙"), open, open, Words("bing")}}
	return Book{Keys: &Keys{Name: "_keys", Rows: [][]string{{"sign", "1"}, {"01", "2019-10"}}}, Sheets: []Sheet{{
		Name: "表", Title: "填报表", Landscape: true, Form: true, Frozen: 1, Rows: rows, Notes: []string{"说明"},
		Columns: []Column{{Title: "单位", Text: true}, {Title: "率\n（%）", Width: 9, Percent: true, Decimals: 2, Entry: e},
			{Title: "未填", Text: true, Entry: &Entry{Words: []string{"无", "免"}, OnlyWords: true, Title: "未填", Error: "只能选"}}, {Title: "k", Hidden: true, Text: true}}}}}
}

func opened(t *testing.T, data []byte) *excelize.File {
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

func TestFormIsLockedButForItsOpenCells(t *testing.T) {
	f := opened(t, made(t, form(&Entry{Places: 4, Words: []string{"无数据"}})))
	protection, err := f.GetSheetProtection("表")
	if err != nil || !protection.SelectLockedCells || !protection.SelectUnlockedCells || protection.DeleteColumns || protection.InsertRows || protection.Sort || protection.Password != "" {
		t.Errorf("%+v, %v", protection, err)
	}
	locked := map[string]bool{}
	for _, cell := range strings.Fields("A1 A2 B2 A3 B3 C3 D3 B4 B5 A6") {
		id, err := f.GetCellStyle("表", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		locked[cell] = style.Protection == nil || style.Protection.Locked
	}
	for cell, is := range locked {
		if want := cell != "B3" && cell != "C3" && cell != "B5"; is != want {
			t.Errorf("%s locked: %t", cell, is)
		}
	}
	for column, want := range map[string]bool{"A": true, "C": true, "D": false} {
		if got, err := f.GetColVisible("表", column); got != want || err != nil {
			t.Errorf("column %s: %t, %v", column, got, err)
		}
	}
	if panes, err := f.GetPanes("表"); err != nil || panes.XSplit != 1 || panes.YSplit != 2 {
		t.Errorf("%+v, %v", panes, err)
	}
	if height, err := f.GetRowHeight("表", 2); err != nil || height != 37 {
		t.Errorf("a header of two lines is %v high, %v", height, err)
	}
}

func TestFormSaysWhatItsCellsTake(t *testing.T) {
	long := strings.Repeat("长", 300)
	f := opened(t, made(t, form(&Entry{Least: pointer("0"), Most: pointer("1"), Places: 4, Words: []string{"无数据", `不"参评`}, Title: "率", Prompt: "填", Error: long})))
	all, err := f.GetDataValidations("表")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]*excelize.DataValidation{}
	for _, v := range all {
		got[v.Sqref] = v
	}
	first, last, list := got["B3:B3"], got["B5:B5"], got["C3:C5"]
	if len(all) != 3 || first == nil || last == nil || list == nil {
		t.Fatalf("%v", got)
	}
	if want := `IF(ISNUMBER(B5),AND(ROUND(B5,4)=B5,B5>=0,B5<=1),OR(FALSE,B5="无数据",B5="不""参评"))`; last.Formula1 != want || last.Type != "custom" {
		t.Errorf("%s %s", last.Type, last.Formula1)
	}
	if !first.ShowErrorMessage || !first.ShowInputMessage || *first.ErrorStyle != "stop" || *first.Prompt != "填" || len([]rune(*first.Error)) != 255 {
		t.Errorf("%+v", first)
	}
	if list.Type != "list" || list.Formula1 != `"无,免"` || list.ShowDropDown {
		t.Errorf("%+v", list)
	}
}

func TestHiddenKeysComeBackAsTexts(t *testing.T) {
	data := made(t, form(&Entry{}))
	f := opened(t, data)
	if visible, err := f.GetSheetVisible("_keys"); visible || err != nil {
		t.Error(visible, err)
	}
	r := parsed(t, data)
	if len(r.Sheets) != 1 || len(r.Hidden) != 1 || r.Hidden[0].Rows[1][0].Text != "01" || r.Hidden[0].Rows[1][1].Text != "2019-10" {
		t.Errorf("%+v", r)
	}
}

// entries are contents and whether a rate from 0 to 100 %, or a concentration below 50, takes them.
var entries = []struct {
	typed              string
	rate, concentrated bool
}{
	{"0", true, true}, {"1", true, true}, {"0.9617", true, false}, {"0.96171", false, false}, {"1.0001", false, false}, {"-0.01", false, false},
	{"49.9", false, true}, {"50", false, false}, {"3.25", false, false}, {"无数据", true, true}, {"不参评", true, true}, {"无", false, false}, {"约5", false, false}, {"TRUE", false, false},
}

// TestFormulasOfEntries lets LibreOffice calculate what a validation asks.
func TestFormulasOfEntries(t *testing.T) {
	words := []string{"无数据", "不参评"}
	kinds := []*Entry{{Least: pointer("0"), Most: pointer("1"), Places: 4, Words: words}, {Least: pointer("0"), Most: pointer("2000"), Below: pointer("50"), Places: 1, Words: words}}
	data := foreign(t, func(f *excelize.File) error {
		for i, e := range entries {
			row := i + 1
			var typed any = e.typed
			if v, err := strconv.ParseFloat(e.typed, 64); err == nil {
				typed = v
			}
			if err := f.SetCellValue("Sheet1", cellName(1, row), typed); err != nil {
				return err
			}
			for k, kind := range kinds {
				if err := f.SetCellFormula("Sheet1", cellName(2+k, row), `IF(`+kind.formula(cellName(1, row))+`,"takes","refuses")`); err != nil {
					return err
				}
			}
		}
		return nil
	})
	data, err := os.ReadFile(soffice(t, saved(t, "in.xlsx", data), "xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	rows := parsed(t, data).Sheets[0].Rows
	says := map[bool]string{true: "takes", false: "refuses"}
	for i, e := range entries {
		if rate, other := rows[i][1].Text, rows[i][2].Text; rate != says[e.rate] || other != says[e.concentrated] {
			t.Errorf("%s: %q, %q", e.typed, rate, other)
		}
	}
}
