package sheet

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

func textsOf(page Page) []Text {
	var texts []Text
	for _, mark := range page.Marks {
		if text, ok := mark.(Text); ok && text.Angle == 0 {
			texts = append(texts, text)
		}
	}
	return texts
}

func find(page Page, what string) (Text, bool) {
	for _, text := range textsOf(page) {
		if text.Text == what {
			return text, true
		}
	}
	return Text{}, false
}

func mustFind(t *testing.T, page Page, what string) Text {
	t.Helper()
	text, ok := find(page, what)
	if !ok {
		t.Fatalf("%q is not on the page", what)
	}
	return text
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

// checkInside fails where a mark leaves its page, or letters between the margins leave the text area.
func checkInside(t interface{ Errorf(string, ...any) }, frame Frame, pages []Page) {
	for i, page := range pages {
		if page.Width != frame.Width || page.Height != frame.Height {
			t.Errorf("page %d is %g × %g mm", i+1, page.Width, page.Height)
		}
		for _, mark := range page.Marks {
			x1, y1, x2, y2 := extentOf(mark)
			if x1 < 0 || y1 < 0 || x2 > page.Width || y2 > page.Height {
				t.Errorf("page %d: %+v leaves the page", i+1, mark)
			}
			if x1 < frame.Left-0.001 || x2 > frame.Right()+0.001 {
				t.Errorf("page %d: %+v stands in a side margin", i+1, mark)
			}
		}
	}
}

func extentOf(mark Mark) (x1, y1, x2, y2 float64) {
	switch m := mark.(type) {
	case Rect:
		return m.X, m.Y, m.X + m.W, m.Y + m.H
	case Line:
		return min(m.X1, m.X2), min(m.Y1, m.Y2), max(m.X1, m.X2), max(m.Y1, m.Y2)
	case Text:
		sin, cos := math.Sincos(m.Angle * math.Pi / 180)
		em, left := mm(1, m.Size), m.Left()-m.X
		x1, y1, x2, y2 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, along := range []float64{left, left + m.Width} {
			for _, down := range []float64{-ascent * em, (1 - ascent) * em} {
				x, y := m.X+along*cos+down*sin, m.Y-along*sin+down*cos
				x1, y1, x2, y2 = min(x1, x), min(y1, y), max(x2, x), max(y2, y)
			}
		}
	}
	return x1, y1, x2, y2
}

func TestMarksStayInside(t *testing.T) {
	for _, paper := range []Paper{{}, {Landscape: true}, {Format: A3}, {Format: A3, Landscape: true}} {
		for _, mark := range []string{"示例数据", "样", "本表仅供内部核对使用不得外传"} {
			t.Run(fmt.Sprintf("%+v %s", paper, mark), func(t *testing.T) {
				doc := rankingSheet(t)
				doc.Paper, doc.Mark, doc.Footer = paper, mark, strings.Repeat(doc.Footer, 2)
				pages := layoutOf(t, doc)
				checkInside(t, paper.Frame(), pages)
				for i, page := range pages {
					if n := len(textsOf(page)); n < 10 {
						t.Errorf("page %d has %d texts", i+1, n)
					}
				}
			})
		}
	}
}

func TestOfficialGeometry(t *testing.T) {
	if got, want := (Paper{}).Frame(), (Frame{210, 297, 28, 37, 156, 225}); got != want {
		t.Errorf("frame %+v, want %+v", got, want)
	}
	doc := rankingSheet(t)
	pages := layoutOf(t, doc)
	annex, title := mustFind(t, pages[0], "附件1"), mustFind(t, pages[0], doc.Title)
	if annex.X != 28 || annex.Align != AlignLeft || annex.Size != 16 || annex.Face != HeadingFace || annex.Y < 37 || annex.Y > 37+225.0/22 {
		t.Errorf("the annex's label is not the first line: %+v", annex)
	}
	if title.X != 28+78 || title.Align != AlignCentre || title.Size != 22 || title.Y < 37+2*225.0/22 || title.Y > 37+3.2*225.0/22 {
		t.Errorf("the title is not centred on the third line: %+v", title)
	}
	for i, page := range pages {
		number := mustFind(t, page, fmt.Sprintf("— %d —", i+1))
		em := 14 * 25.4 / 72
		left, right := number.Left()-28, 28+156-number.Left()-number.Width
		if i%2 == 0 && !near(right, em) || i%2 == 1 && !near(left, em) {
			t.Errorf("number of page %d is %g mm off the left and %g mm off the right", i+1, left, right)
		}
		if dash := number.Y - 0.34*em; number.Size != 14 || !near(dash, 37+225+7) {
			t.Errorf("dash of page %d at %g mm, %g pt", i+1, dash, number.Size)
		}
		footer := mustFind(t, page, doc.Footer)
		if overlap := footer.Left() < number.Left()+number.Width && number.Left() < footer.Left()+footer.Width; overlap {
			t.Errorf("footer and number overlap on page %d", i+1)
		}
	}
}

func TestPageNumberForms(t *testing.T) {
	doc := rankingSheet(t)
	doc.PageNumber = NumberOfTotal
	pages := layoutOf(t, doc)
	number := mustFind(t, pages[1], "第 2 页 共 4 页")
	footer := mustFind(t, pages[1], doc.Footer)
	if number.X != 28+78 || number.Align != AlignCentre {
		t.Errorf("number of total is not centred: %+v", number)
	}
	if footer.X != 28 || footer.Y <= number.Y {
		t.Errorf("a footer too long to stand beside the number is not under it: %+v", footer)
	}
	doc.PageNumber = NumberNone
	for _, text := range textsOf(layoutOf(t, doc)[1]) {
		if text.Size == numberSize {
			t.Errorf("a number though none is wanted: %+v", text)
		}
	}
}

func TestTitleBreaksEvenly(t *testing.T) {
	doc := Document{Title: "关于许昌市2019年8月份乡镇（街道办事处）环境空气质量排名及预警提示约谈情况的通报"}
	titles := textsOf(layoutOf(t, doc)[0])
	titles = slices.DeleteFunc(titles, func(text Text) bool { return text.Size != titleSize })
	if len(titles) != 2 {
		t.Fatalf("the title takes %d lines: %+v", len(titles), titles)
	}
	if d := math.Abs(titles[0].Width - titles[1].Width); d > 2*22*millimetre {
		t.Errorf("lines %q and %q differ by %g mm", titles[0].Text, titles[1].Text, d)
	}
	doc.Title = "第一行\n第二行"
	if pages := layoutOf(t, doc); mustFind(t, pages[0], "第二行").Y <= mustFind(t, pages[0], "第一行").Y {
		t.Error("a line feed of the title is not kept")
	}
}

func TestHeaderOnEveryPageAndRowsWhole(t *testing.T) {
	doc := rankingSheet(t)
	doc.Footer, doc.Mark = "", ""
	names := townships(t)
	seen := 0
	for i, page := range layoutOf(t, doc) {
		header := mustFind(t, page, "名次")
		if fills := page.Marks[0].(Rect); !near(fills.W, 156) || fills.Gray != headerGray {
			t.Errorf("page %d has no shaded header: %+v", i+1, fills)
		}
		if _, ok := find(page, "（续表）"); ok != (i > 0) {
			t.Errorf("page %d: continued mark is %v", i+1, ok)
		}
		rows := map[float64]int{}
		for _, text := range textsOf(page) {
			if near(text.Size, header.Size) && text.Y > header.Y+header.Size*millimetre && text.Y < 262 {
				rows[text.Y]++
			}
		}
		for y, cells := range rows {
			if cells != 5 {
				t.Errorf("page %d: %d cells at %g mm", i+1, cells, y)
			}
		}
		seen += len(rows)
	}
	if seen != len(names) {
		t.Errorf("%d rows of %d", seen, len(names))
	}
}

func TestNumbersShareTheirPoint(t *testing.T) {
	table := Table{
		Columns: []Column{{Title: "单位"}, {Title: "得分", Align: AlignPoint, Min: 60}},
		Rows: []Row{
			{Cells: []string{"甲", "100"}}, {Cells: []string{"乙", "61.5"}}, {Cells: []string{"丙", "7.125"}},
			{Cells: []string{"丁", "无数据"}}, {Cells: []string{"戊"}},
		},
	}
	page := layoutOf(t, Document{Sections: []Section{{Table: table}}})[0]
	title, words := mustFind(t, page, "得分"), mustFind(t, page, "无数据")
	point := mustFind(t, page, "100").X
	for number, fraction := range map[string]float64{"61.5": 0.278 + 0.555, "7.125": 0.278 + 3*0.555} {
		if text := mustFind(t, page, number); !near(text.X-mm(fraction, text.Size), point) {
			t.Errorf("the point of %s is at %g mm, not at %g", number, text.X-mm(fraction, text.Size), point)
		}
	}
	left, right := mustFind(t, page, "100").Left(), mustFind(t, page, "7.125").X
	if !near((left+right)/2, title.X) || !near(words.X, title.X) {
		t.Errorf("the numbers stand from %g to %g mm, the words at %g, the title at %g", left, right, words.X, title.X)
	}
}

func TestEqualColumnsStandInLine(t *testing.T) {
	columns := []Column{{Title: "名次"}, {Title: "单位"}, {Title: "得分", Align: AlignRight}}
	doc := Document{Sections: []Section{
		{Heading: "一组", Table: Table{columns, []Row{{Cells: []string{"1", "甲", "61.5"}}}}},
		{Heading: "二组", Table: Table{columns[:2], []Row{{Cells: []string{"1", "乙"}}}}},
		{Heading: "三组", Table: Table{columns, []Row{{Cells: []string{"1", "名字长得多的一个单位", "7"}}}}},
	}}
	page := layoutOf(t, doc)[0]
	if a, b := mustFind(t, page, "甲"), mustFind(t, page, "名字长得多的一个单位"); a.X != b.X {
		t.Errorf("equal columns begin at %g and %g mm", a.X, b.X)
	}
	if a, b := mustFind(t, page, "61.5"), mustFind(t, page, "7"); a.X != b.X {
		t.Errorf("equal columns end at %g and %g mm", a.X, b.X)
	}
}

func TestNumbersShareTheirRightEdge(t *testing.T) {
	table := Table{
		Columns: []Column{{Title: "单位"}, {Title: "得分", Align: AlignRight, Min: 60}},
		Rows:    []Row{{Cells: []string{"甲", "100"}}, {Cells: []string{"乙", "61.5"}, Emphasis: Bold}, {Cells: []string{"丙", "无数据"}}},
	}
	page := layoutOf(t, Document{Sections: []Section{{Table: table}}})[0]
	title, hundred, half, words := mustFind(t, page, "得分"), mustFind(t, page, "100"), mustFind(t, page, "61.5"), mustFind(t, page, "无数据")
	if hundred.Face != SansFace || half.Face != HeadingFace || words.Face != BodyFace {
		t.Errorf("faces %v, %v, %v", hundred.Face, half.Face, words.Face)
	}
	if hundred.X != half.X || hundred.Align != AlignRight {
		t.Errorf("right edges %g and %g", hundred.X, half.X)
	}
	if middle := half.X - half.Width/2; !near(middle, title.X) || !near(words.X, title.X) {
		t.Errorf("middles: title %g, widest number %g, words %g", title.X, middle, words.X)
	}
}
