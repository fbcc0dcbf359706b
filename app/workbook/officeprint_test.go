package workbook

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// printed gives the text of a book's pages as another office suite prints them, and their sizes in points.
func printed(t *testing.T, book Book) (pages, sizes []string) {
	t.Helper()
	pdf := soffice(t, saved(t, "book.xlsx", made(t, book)), "pdf")
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	info, err := exec.CommandContext(t.Context(), "pdfinfo", "-l", "99", pdf).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range regexp.MustCompile(`Page +\d+ size: +(\d+)\S* x (\d+)`).FindAllStringSubmatch(string(info), -1) {
		sizes = append(sizes, size[1]+"x"+size[2])
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f"), sizes
}

// A report's charts print on pages of their own, whole; what is to stand on one page does.
func TestOfficePrintsReports(t *testing.T) {
	beside, under, wide := report(80), report(20), report(20)
	beside.Charts = []Chart{{Title: "得分前十五名", Labels: 1, Series: []int{4}, To: 15}, {Title: "得分后十五名", Labels: 1, Series: []int{4}, From: 65, To: 80}}
	under.Name, under.OnePage, under.Letters, under.Charts = "一页", true, 16, []Chart{{Title: "得分", Labels: 1, Series: []int{4}, To: 20}}
	wide.Name, wide.Paper, wide.Landscape = "大", "A3", true
	pages, sizes := printed(t, Book{Sheets: []Sheet{beside, under, wide}})
	if got, want := strings.Join(sizes, " "), "595x841 595x841 595x841 595x841 595x841 1190x841"; got != want {
		t.Fatalf("%s", got)
	}
	title := "乡镇环境空气质量排名"
	for i, want := range [][]string{
		{title, "浓度", "结案率", "第1街道办事处", "站点停电两天"},
		{title, "浓度", "结案率", "第80街道办事处", "绿底为前三名"},
		{"得分前十五名", "第1街道办事处", "第15街道办事处", "84.40"},
		{"得分后十五名", "26.50", "第80街道办事处", "11.90"},
		{title, "第20街道办事处", "绿底为前三名", "100.00"},
		{title, "第20街道办事处", "绿底为前三名"},
	} {
		text := strings.Join(strings.Fields(pages[i]), "")
		for _, words := range append(want, "示例数据", "A&B", "第"+string(rune('1'+i))+"页共6页") {
			if !strings.Contains(text, words) {
				t.Errorf("page %d lacks %s: %s", i+1, words, text)
			}
		}
	}
}
