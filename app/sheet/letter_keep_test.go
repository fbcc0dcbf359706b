package sheet

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// TestClosingStaysWithTheBody grows a body line by line over two page ends.
func TestClosingStaysWithTheBody(t *testing.T) {
	for _, sealed := range []bool{false, true} {
		for count := 1; count < 60; count++ {
			l := Letter{Title: "通知", To: "各单位", Signature: "市生态环境局", Date: "2019年9月1日", Sealed: sealed}
			if count%2 == 0 {
				l.Annexes = Annexes{"附件", []string{"排名表", "谈话表"}}
			}
			for i := range count {
				l.Body = append(l.Body, Part{Text: fmt.Sprintf("第%d段。", i+1)})
			}
			pages := lettered(t, l)
			last := pages[len(pages)-1]
			_, said := linesOf(last)
			all := fmt.Sprint(said)
			for _, what := range []string{"市生态环境局", "2019年9月1日", fmt.Sprintf("第%d段。", count), fmt.Sprintf("第%d段。", max(1, count-1))} {
				if !strings.Contains(all, what) {
					t.Errorf("%d lines, sealed %v: %s is not on the last of %d pages", count, sealed, what, len(pages))
				}
			}
			if date := findLike(t, last, "2019年9月1日"); sealed && date.Y+225.0/22 > 262 {
				t.Errorf("%d lines: no room for the seal under the date at %g mm", count, date.Y)
			}
			for i, page := range pages {
				tops, _ := linesOf(page)
				// At most two body lines, two annexes, the blanks and the seal's room go to the next page.
				if len(tops) > 24 || i < len(pages)-1 && len(tops) < 13 {
					t.Errorf("%d lines: page %d has %d", count, i+1, len(tops))
				}
			}
		}
	}
}

func TestLinesDrawNearerForTheDate(t *testing.T) {
	l := Letter{Signature: "市生态环境局", Date: "2019年9月1日"}
	for i := range 20 {
		l.Body = append(l.Body, Part{Text: fmt.Sprintf("第%d段。", i+1)})
	}
	pages := lettered(t, l)
	tops, _ := linesOf(pages[0])
	if len(pages) != 1 || !near(tops[1]-tops[0], 225.0/23) {
		t.Errorf("%d pages, lines %g mm apart", len(pages), tops[1]-tops[0])
	}
}

func TestHeadingStaysWithItsParagraph(t *testing.T) {
	for count := range 30 {
		l := Letter{}
		for range count {
			l.Body = append(l.Body, Part{Text: "正文。"})
		}
		l.Body = append(l.Body, Part{Level: 1, Lead: "一、标题"}, Part{Text: "随后。"})
		pages := lettered(t, l)
		if a, b := pageOf(pages, "一、标题"), pageOf(pages, "随后。"); a != b {
			t.Errorf("%d lines: heading on page %d, its paragraph on %d", count, a+1, b+1)
		}
	}
}

func TestLetterTableStandsBetweenLines(t *testing.T) {
	page := lettered(t, reminder())[0]
	after := findLike(t, page, "请你镇高度重视")
	if lines := (after.Y - mustFind(t, page, "许环函〔2019〕41号").Y) / (225.0 / 22); !near(lines, math.Round(lines)) {
		t.Errorf("the text after the table is %g lines down", lines)
	}
	if row, before := mustFind(t, page, "2019年6月"), findLike(t, page, "情况如下"); row.Y <= before.Y || row.Y >= after.Y {
		t.Error("the table is not between the paragraphs")
	}
	// A table that ends the body keeps two rows with signature and date.
	for count := 1; count < 80; count++ {
		table := tables(count).Sections[0].Table
		pages := lettered(t, Letter{Title: "通知", Body: []Part{{Text: "如下："}, {Table: table}}, Signature: "市生态环境局", Date: "2019年9月1日"})
		last := len(pages) - 1
		for _, what := range []string{fmt.Sprintf("0.%d乡", count-1), fmt.Sprintf("0.%d乡", max(0, count-2)), "市生态环境局", "2019年9月1日"} {
			if got := pageOf(pages, what); got != last {
				t.Errorf("%d rows: %s is on page %d of %d", count, what, got+1, last+1)
			}
		}
	}
}

func TestClosingLeavesNoFirstLineAlone(t *testing.T) {
	for count := range 30 {
		l := Letter{Signature: "市生态环境局", Date: "2019年9月1日"}
		for range count {
			l.Body = append(l.Body, Part{Text: "正文。"})
		}
		l.Body = append(l.Body, Part{Text: "首行" + strings.Repeat("环境空气质量", 13)})
		pages := lettered(t, l)
		last := pages[len(pages)-1]
		if _, said := linesOf(last); len(pages) > 1 && !strings.Contains(fmt.Sprint(said), "首行") {
			t.Errorf("%d lines: the paragraph's first line stayed behind", count)
		}
	}
}
