package app

import (
	"bytes"
	"context"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yueping/app/text"
	"yueping/app/workbook"
	"yueping/assets"
	"yueping/models"
	"yueping/models/month"
)

func exported(t testing.TB, w *Workspace, program string, at month.Month) (book *workbook.Read, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "out.xlsx")
	if err := w.WriteExport(context.Background(), program, at, path); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return book, path
}

// lines are the rows of a sheet as texts, cells between bars.
func lines(t testing.TB, book *workbook.Read, name string) []string {
	t.Helper()
	at := slices.IndexFunc(book.Sheets, func(s workbook.ReadSheet) bool { return s.Name == name })
	if at < 0 {
		t.Fatalf("no sheet %s", name)
	}
	var result []string
	for _, row := range book.Sheets[at].Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = c.Shown()
		}
		result = append(result, strings.TrimRight(strings.Join(cells, "|"), "|"))
	}
	return result
}

func hasLines(t *testing.T, got []string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !slices.Contains(got, want) {
			t.Errorf("no line %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
}

// Each month's workbook has its sheets in the order of their readers.
func TestSheetsOfExport(t *testing.T) {
	w := sampleCity(t)
	for _, c := range []struct {
		program string
		at      month.Month
		sheets  string
	}{
		{"city-management", october, "县（市）组,建成区组,市直及企事业单位组,乡（镇、街道办事处）组,计算值,数据,算法说明"},
		{"township-air", august, "乡镇,县（市、区）环境空气质量排名,县（市、区）环境空气质量改善排名,通知,趋势,趋势 县（市、区）环境空气质量排名,趋势图 乡镇,趋势图 县（市、区）,计算值,数据,日值,算法说明"},
		{"communities", october, "数据,算法说明"},
	} {
		book, _ := exported(t, w, c.program, c.at)
		var names []string
		for _, s := range book.Sheets {
			names = append(names, s.Name)
			if made := lines(t, book, s.Name)[1]; c.program == "township-air" && made != "示例数据" {
				t.Errorf("%s has the mark %q", s.Name, made)
			}
		}
		if got := strings.Join(names, ","); got != c.sheets {
			t.Errorf("%s: %s", c.program, got)
		}
	}
}

// The sheets say what the screens say.
func TestContentOfExport(t *testing.T) {
	book, _ := exported(t, sampleCity(t), "township-air", august)
	ranking := lines(t, book, "乡镇")
	if n := len(ranking); n < 104 || !strings.HasPrefix(ranking[3], "1|") {
		t.Error(n, ranking[3])
	}
	hasLines(t, ranking, "底色：绿色为第一名，红色加下划线为后10名。")
	notices := lines(t, book, "通知")
	if !slices.ContainsFunc(notices, func(l string) bool {
		return strings.Contains(l, "|连续4个月（2019年5月、6月、7月、8月），约谈党委主要负责同志|") && strings.HasSuffix(l, "|未登记")
	}) {
		t.Errorf("%q", notices)
	}
	hasLines(t, lines(t, book, "算法说明"), "浓度限值|PM10|70 μg/m³（GB 3095-2012）|自2012年1月起执行",
		"计算公式|优良天数比例|优良天数比例 = 优良天数 ÷ AQI有效天数；四舍六入五成双，百分数1位小数|自始执行",
		"名单|乡镇环境空气质量排名|后10名：后10名（末位并列的一起列入）|自始执行")
	// A year back at most, each month by its own rules, as the screens have it.
	trend := lines(t, book, "趋势")
	at := slices.IndexFunc(trend, func(l string) bool { return strings.HasPrefix(l, "组|单位|县区|") })
	if months := strings.Split(trend[at], "|")[3:]; months[len(months)-1] != "2019年8月" || slices.Contains(months, "2018年8月") {
		t.Error(months)
	}
}

// What prints on one page, and which sheets have bars and charts.
func TestPrintOfExport(t *testing.T) {
	_, path := exported(t, sampleCity(t), "city-management", october)
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sheet, whole := range map[string]bool{"县（市）组": true, "建成区组": true, "数据": false} {
		layout, err := f.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		bars, err := f.GetConditionalFormats(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if (*layout.FitToHeight == 1) != whole || (len(bars) > 0) != whole {
			t.Errorf("%s: %d pages high, bars %v", sheet, *layout.FitToHeight, bars)
		}
	}
}

// 示例数据 prints behind the sheets of a marked month, and behind no other.
func TestWatermarkOfExport(t *testing.T) {
	w := sampleCity(t)
	m := loaded(t, w, "township-air", august)
	data, err := w.watermark(m)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	dark := 0
	for x := range picture.Bounds().Dx() {
		for y := range picture.Bounds().Dy() {
			if gray, _, _, _ := picture.At(x, y).RGBA(); gray < 0xFFFF {
				dark++
			}
		}
	}
	if size := picture.Bounds().Size(); size.Y <= size.X || dark < size.X*size.Y/100 {
		t.Error(size, dark)
	}
	m.Record.MadeUp, m.Program.Note = false, ""
	if data, err := w.watermark(m); data != nil || err != nil {
		t.Error(len(data), err)
	}
}

// Drafts are named, not exported; sources and notes are.
func TestDraftsAndNotesOfExport(t *testing.T) {
	w, _ := tiny(t)
	applied(t, w, typed(t, w, "closed", "jia", "abc"))
	source, note := "来文", "=1+1\n“第二行”😀"
	if _, err := w.Annotate(context.Background(), Annotations{Program: "count", Places: []models.Place{{Indicator: "due", Unit: "jia", Period: october.Whole()}}, Source: &source, Note: &note}); err != nil {
		t.Fatal(err)
	}
	book, _ := exported(t, w, "count", october)
	hasLines(t, lines(t, book, "数据"), "有1个未定稿的输入（文字不是数值），没有导出，表中为输入之前的值。")
	hasLines(t, lines(t, book, "备注与来源"), "1|甲镇|东县|应结数|2019-10|来文|=1+1\n“第二行”😀")
}

// Sources and notes come in with the values as one step, and go with it, weeks later as well.
func TestImportedNotes(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	source, note := "电话", "甲镇来电"
	place := models.Place{Indicator: "due", Unit: "jia", Period: october.Whole()}
	if _, err := w.Annotate(ctx, Annotations{Program: "count", Places: []models.Place{place}, Source: &source, Note: &note}); err != nil {
		t.Fatal(err)
	}
	_, path := exported(t, w, "count", october)
	for _, undo := range []string{"at once", "by its number"} {
		t.Run(undo, func(t *testing.T) {
			other, _ := tiny(t)
			before := everyCell(t, other, "count", october)
			read := func() *Import {
				i, err := other.ReadImport(ctx, ImportRequest{Program: "count", Path: path})
				if err != nil {
					t.Fatal(err)
				}
				return i
			}
			i := read()
			if counts := i.RemarkCounts(); counts[ImportNew] != 1 || len(i.Remarks) != 1 || i.Remarks[0].At != "B4" {
				t.Fatalf("%+v", i.Remarks)
			}
			off := map[ImportPlace]bool{{i.Remarks[0].Sheet, i.Remarks[0].Row}: true}
			if _, err := other.StoreImport(ctx, i, ImportChoice{Off: off}); err != nil || !slices.Equal(everyCell(t, other, "count", october), before) {
				t.Fatal("a row that is off was stored", err)
			}
			r, err := other.StoreImport(ctx, i, ImportChoice{})
			if err != nil || r.Batch == 0 {
				t.Fatal(r, err)
			}
			if got, want := everyCell(t, other, "count", october), everyCell(t, w, "count", october); !slices.Equal(got, want) {
				t.Errorf("%q, want %q", got, want)
			}
			if counts := read().RemarkCounts(); counts[ImportUnchanged] != 1 {
				t.Error(counts)
			}
			if undo == "at once" {
				_, err = other.Undo(ctx, "count")
			} else {
				_, err = other.UndoImport(ctx, r.Batch)
			}
			if got := everyCell(t, other, "count", october); err != nil || !slices.Equal(got, before) {
				t.Errorf("%v: %q, want %q", err, got, before)
			}
		})
	}
}

// Each language heads the sheet as import knows it.
func TestHeadersOfNotes(t *testing.T) {
	for n, language := range []string{"zh-Hans", "en"} {
		book, err := text.Open(assets.Files, language)
		if err != nil || !slices.Equal(remarkHeader(book), remarkHeaders[n]) {
			t.Error(language, err, remarkHeader(book))
		}
	}
}

// A note about a unit or a day that is not there is refused like a value.
func TestBadNotes(t *testing.T) {
	w, _ := tiny(t)
	for _, c := range []struct{ unit, indicator, date, code string }{
		{"丙镇", "应结数", "2019-10", "unit.unknown_in_county"},
		{"甲镇", "满意", "2019-10", "indicator.unknown"},
		{"甲镇", "应结数", "2019-11", "import.remark_date"},
		{"甲镇", "应结数", "2019-10-05", "indicator.not_by_day"},
		{"甲镇", "结案率", "2019-10", "indicator.derived"},
		{"", "应结数", "2019-10", "unit.unknown_in_county"},
		{"甲镇", "办结数", "2019-10", "import.twice"},
	} {
		header := []any{"序号", "单位", "县区", "指标", "日期", "来源", "备注"}
		path := xlsxOf(t, workbook.Book{Subject: "yueping:count:2019-10", Sheets: []workbook.Sheet{
			sheetOf("数据", [][]any{{"单位", "县区", "应结数"}, {"甲镇", "东县", 1}}),
			sheetOf("备注与来源", [][]any{header, {1, "甲镇", "东县", "办结数", "2019-10", "平台", ""}, {2, c.unit, "东县", c.indicator, c.date, "来文", ""}})}})
		i, err := w.ReadImport(context.Background(), ImportRequest{Program: "count", Path: path})
		if err != nil || len(i.Refused) != 1 || i.Refused[0].Reason.Code != c.code || i.Refused[0].At != "B3" || len(i.Remarks) != 1 {
			t.Errorf("%v: %v, %+v", c, err, i.Refused)
		}
	}
}

// A workbook that lost what the program wrote into its properties brings the same values and no others.
func TestExportWithoutItsMark(t *testing.T) {
	w := sampleCity(t)
	for _, c := range []struct {
		program string
		at      month.Month
	}{{"city-management", october}, {"township-air", august}} {
		_, path := exported(t, w, c.program, c.at)
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetDocProps(&excelize.DocProperties{Title: "a", Subject: "b"}); err != nil {
			t.Fatal(err)
		}
		if err := f.Save(); err != nil {
			t.Fatal(err)
		}
		i, err := w.ReadImport(context.Background(), ImportRequest{Program: c.program, Month: c.at, Path: path})
		if err != nil {
			t.Fatal(err)
		}
		if i.New+i.Changed != 0 || i.Unchanged == 0 {
			t.Errorf("%s: %d new, %d changed, %d unchanged, refused %+v", c.program, i.New, i.Changed, i.Unchanged, i.Refused)
		}
	}
}

// A table of text begins with a byte order mark and keeps spreadsheets from calculating.
func TestTextExport(t *testing.T) {
	ctx, w := context.Background(), sampleCity(t)
	path := filepath.Join(t.TempDir(), "a.tsv")
	export := TextExport{Program: "township-air", Month: august, Format: "tsv", Path: path}
	if err := w.WriteTextExport(ctx, export); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(data), "\uFEFF单位\t县区\tSO2（μg/m³）\t") || !strings.Contains(string(data), "\r\n") {
		t.Errorf("%q %v", data[:min(len(data), 80)], err)
	}
	export.Format = "ods"
	refused(t, w.WriteTextExport(ctx, export), "export.format")
}
