package sheet

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// summons is a letter with everything but a table and a seal.
func summons() Letter {
	return Letter{
		Mark:   "示例数据",
		Number: "许环攻坚办函〔2019〕38号",
		Title:  "关于对2019年8月份环境空气质量排名靠后乡镇政府主要负责同志进行约谈的通知",
		To:     "禹州市浅井镇人民政府、花石镇人民政府",
		Body: Parts(`2019年8月份，你镇PM10月均浓度为98微克/立方米，PM2.5月均浓度为45微克/立方米，在全市乡镇（街道办事处）环境空气质量排名中列第98位，已连续2个月（7月、8月）位列全市后10位。根据《许昌市乡镇环境空气质量排名及公开约谈办法》，经研究，决定对你镇政府主要负责同志进行公开约谈。现将有关事项通知如下：
一、约谈时间和地点
2019年11月13日（星期三）上午9：00，市生态环境局三楼会议室。
二、约谈对象
（一）参加人员。镇人民政府主要负责同志、分管负责同志。
（二）有关要求。参加约谈的同志要按时到会，并携带本镇大气污染防治工作情况说明和整改方案，无特殊情况不得请假。
三、整改要求
约谈后5个工作日内将整改方案报市环境污染防治攻坚战领导小组办公室，12月13日前报送整改落实情况；逾期未报或整改不力的，将按照有关规定予以通报批评，并追究相关责任人的责任。`),
		Annexes:   Annexes{Label: "附件", Titles: []string{"2019年8月份许昌市乡镇（街道办事处）环境空气质量排名表及近十二个月位次变化情况", "提醒谈话表"}},
		Signature: "许昌市环境污染防治攻坚战领导小组办公室",
		Date:      "2019年11月11日",
		Footer:    "第1版　2019年11月11日 10:05打印",
	}
}

// reminder is a sealed letter of one page with a table.
func reminder() Letter {
	months := Table{Columns: []Column{
		{Title: "月份", Align: AlignCentre, Weight: 1}, {Title: "位次", Align: AlignCentre, Weight: 1}, {Title: "综合指数", Align: AlignPoint, Weight: 1},
	}}
	for _, cells := range [][]string{{"2019年6月", "93", "2.61"}, {"2019年7月", "97", "2.7"}, {"2019年8月", "98", "2.69"}} {
		months.Rows = append(months.Rows, Row{Cells: cells})
	}
	return Letter{
		Number: "许环函〔2019〕41号",
		Title:  "预警提示函",
		To:     "禹州市花石镇人民政府：",
		Body: []Part{
			{Text: "2019年8月份，你镇环境空气质量综合指数为2.69，在全市104个乡镇（街道办事处）中列第98位，进入后10位。近三个月情况如下："},
			{Table: months},
			{Text: "请你镇高度重视，认真查找原因，采取有效措施，尽快改善环境空气质量。如9月份仍位列后10位，将按规定约谈你镇党委主要负责同志。\n特此函告。"},
		},
		Signature: "许昌市生态环境局", Date: "2019年9月10日", Sealed: true,
	}
}

func lettered(t testing.TB, l Letter) []Page {
	t.Helper()
	pages, err := LayoutLetter(l, testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	checkInside(t, l.Paper.Frame(), pages)
	return pages
}

// talk is the record of a talk, its prose to be written in or, with words, long.
func talk(words string) Form {
	sign := "　　　　年　　月　　日"
	return Form{
		Title:  "提醒谈话表",
		Number: "编号：2019—08—03",
		Mark:   "示例数据",
		Rows: []FormRow{
			{Fields: []Field{{Label: "谈话对象", Value: "禹州市花石镇人民政府"}, {Label: "职务", Value: "镇长"}}},
			{Fields: []Field{{Label: "姓名"}, {Label: "谈话时间", Value: "2019年11月13日"}}},
			{Fields: []Field{{Label: "谈话地点", Value: "市生态环境局三楼会议室"}}},
			{Fields: []Field{{Label: "谈话事由", Value: "2019年7月、8月连续2个月位列全市乡镇环境空气质量排名后10位（7月第97位，8月第98位）。根据有关规定，对镇人民政府主要负责同志进行公开约谈。", Prose: true}}},
			{Fields: []Field{{Label: "谈话内容", Value: words, Prose: true}}, Least: 50, Grow: 2},
			{Fields: []Field{{Label: "被谈话人表态", Prose: true}}, Least: 30, Grow: 1},
		},
		Signatures: []SignatureLine{{"谈话人签字：", sign}, {"被谈话人签字：", sign}, {"记录人签字：", sign}},
		Notes:      []string{"注：本表一式三份，谈话单位、被谈话单位、市环境污染防治攻坚战领导小组办公室各存一份。"},
		Footer:     "第1版　2019年11月11日 10:05打印",
		Words:      Words{Continued: func(heading string) string { return heading + "（续）" }},
	}
}

func formed(t testing.TB, f Form) []Page {
	t.Helper()
	pages, err := LayoutForm(f, testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	checkInside(t, f.Paper.Frame(), pages)
	return pages
}

const longTalk = "一要提高认识，切实把思想和行动统一到市委、市政府的决策部署上来，坚决扛起环境空气质量改善的主体责任。\n二要查找问题，对照8月份PM10、PM2.5浓度逐日分析，找准扬尘、散煤、秸秆焚烧等突出污染源。\n"

// fileOf writes pages to a file of the test's own and gives its path.
func fileOf(t testing.TB, pages []Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := WritePDF(&b, pages, testFonts(t), sampleMeta); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if keep := os.Getenv("SHEET_OUT"); keep != "" {
		path = filepath.Join(keep, strings.ReplaceAll(t.Name(), "/", "_")+".pdf")
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestPapersInOneFile compares the text of four papers with testdata/papers.txt, which SHEET_UPDATE
// writes anew.
func TestPapersInOneFile(t *testing.T) {
	papers := [][]Page{lettered(t, summons()), lettered(t, reminder()), formed(t, talk("")), formed(t, talk(strings.Repeat(longTalk, 12)))}
	pages := Join(true, papers...)
	if len(pages) != 9 || len(pages[3].Marks) != 0 || len(pages[5].Marks) != 0 {
		t.Fatalf("%d pages; papers of %d, %d, %d and %d, each on a sheet of its own", len(pages), len(papers[0]), len(papers[1]), len(papers[2]), len(papers[3]))
	}
	if got := len(Join(false, papers...)); got != 7 {
		t.Errorf("%d pages on one side each", got)
	}
	path := fileOf(t, pages)
	if info := tool(t, "pdfinfo", path); !strings.Contains(info, sampleMeta.Title) || !strings.Contains(info, "(A4)") {
		t.Errorf("info: %s", info)
	}
	const golden = "testdata/papers.txt"
	text := tool(t, "pdftotext", "-raw", path, "-")
	if os.Getenv("SHEET_UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if text != string(want) {
		t.Errorf("got:\n%s\nwant:\n%s", text, want)
	}
}
