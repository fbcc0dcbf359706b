package sheet

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

const fontDir = "../../assets/fonts"

var readFonts = sync.OnceValues(func() (*Fonts, error) {
	var files FontFiles
	for name, data := range map[string]*[]byte{
		"NotoSerifSC-Bold.ttf": &files.Title, "NotoSerifSC-Regular.ttf": &files.Body,
		"NotoSansSC-Bold.ttf": &files.Heading, "NotoSansSC-Regular.ttf": &files.Sans,
	} {
		content, err := os.ReadFile(filepath.Join(fontDir, name))
		if err != nil {
			return nil, err
		}
		*data = content
	}
	return NewFonts(files)
})

func testFonts(t testing.TB) *Fonts {
	t.Helper()
	fonts, err := readFonts()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// townships gives the county and the name of each township.
func townships(t testing.TB) [][2]string {
	t.Helper()
	file, err := os.Open("testdata/townships.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var names [][2]string
	for _, record := range records[1:] {
		names = append(names, [2]string{record[4], record[2]})
	}
	return names
}

// rankingSheet is a sheet as an office hands it out: 104 rows, five columns, the last ten shaded.
func rankingSheet(t testing.TB) Document {
	t.Helper()
	table := Table{Columns: []Column{
		{Title: "名次", Align: AlignCentre, Min: 14},
		{Title: "县（市、区）", Align: AlignCentre, Min: 24, Weight: 1},
		{Title: "乡（镇、街道）", Align: AlignLeft, Min: 36, Weight: 2},
		{Title: "PM10\n（微克/立方米）", Align: AlignRight, Weight: 1},
		{Title: "PM2.5\n（微克/立方米）", Align: AlignRight, Weight: 1},
	}}
	names := townships(t)
	for i, name := range names {
		row := Row{Cells: []string{strconv.Itoa(i + 1), name[0], name[1], strconv.Itoa(48 + i*2/3), strconv.Itoa(21 + i/4)}}
		if i == 40 {
			row.Cells[3], row.Cells[4] = "无数据", "无数据"
		}
		if i >= len(names)-10 {
			row.Emphasis = Bold | Shaded
		}
		table.Rows = append(table.Rows, row)
	}
	return Document{
		Annex:    "附件1",
		Mark:     "示例数据",
		Title:    "许昌市乡镇环境空气质量排名（2019年8月）",
		Subtitle: []string{"2019年8月1日至31日　　按PM10与PM2.5两项综合指数由好到差排列"},
		Sections: []Section{{Table: table}},
		Notes: []string{
			"注：1. 综合指数 = PM10月均浓度÷70 + PM2.5月均浓度÷35，各分指数按GB/T 8170修约至两位小数后相加，数值越小空气质量越好。",
			"2. 有效日均值不足27天的乡镇不参与排名；两项指数之和相同的乡镇并列，名次相同。",
			"3. 加粗并加底色的为当月排名后10位的乡镇。",
		},
		Footer: "第1版　口径自2019年1月起施行　2019年11月13日 10:05打印",
		Words: Words{
			PageOf:    func(page, pages int) string { return fmt.Sprintf("第 %d 页 共 %d 页", page, pages) },
			Continued: func(heading string) string { return heading + "（续表）" },
		},
	}
}

var sampleMeta = Meta{
	Title: "许昌市乡镇环境空气质量排名", Author: "许昌市生态环境局", Creator: "月评",
	Created: time.Date(2019, 11, 13, 10, 5, 0, 0, time.UTC),
}

func layoutOf(t testing.TB, doc Document) []Page {
	t.Helper()
	pages, err := Layout(doc, testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// pdfOf writes a document to a file of the test's own and gives its path.
func pdfOf(t testing.TB, doc Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := WritePDF(&b, layoutOf(t, doc), testFonts(t), sampleMeta); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "sheet.pdf")
	if keep := os.Getenv("SHEET_OUT"); keep != "" {
		path = filepath.Join(keep, strings.ReplaceAll(t.Name(), "/", "_")+".pdf")
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// tool runs one of poppler's programs and gives what it prints.
func tool(t testing.TB, name string, args ...string) string {
	t.Helper()
	output, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, output)
	}
	return string(output)
}
