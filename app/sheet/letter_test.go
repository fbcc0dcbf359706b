package sheet

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// linesOf are the letters of a page by line: those between head and foot of the text area.
func linesOf(page Page) (tops []float64, said map[float64]string) {
	said = map[float64]string{}
	for _, text := range textsOf(page) {
		if text.Y < 37 || text.Y > 262 {
			continue
		}
		if _, ok := said[text.Y]; !ok {
			tops = append(tops, text.Y)
		}
		said[text.Y] += text.Text
	}
	return tops, said
}

// cellWidth is one of the 28 characters of a line in mm, from the left of one to that of the next.
const cellWidth = (156 - 16*25.4/72) / 27

func TestLetterHolds22LinesOf28Characters(t *testing.T) {
	pages := lettered(t, Letter{Body: []Part{{Text: strings.Repeat("环境空气质量", 28*22*2)}}})
	tops, said := linesOf(pages[1])
	if len(tops) != 22 {
		t.Fatalf("%d lines", len(tops))
	}
	for i, y := range tops {
		if n := len([]rune(said[y])); n != 28 {
			t.Errorf("line %d has %d characters", i+1, n)
		}
		// The letters' middle is that of one of 22 equal lines.
		if middle, want := y-(ascent-0.5)*16*millimetre, 37+(float64(i)+0.5)*225/22; !near(middle, want) {
			t.Errorf("line %d at %g mm, want %g", i+1, middle, want)
		}
	}
	for _, text := range textsOf(pages[1])[:22] {
		if text.Size != 16 || text.Face != BodyFace || !near(text.Left(), 28) || !near(text.Width, 156) || !near(16*millimetre+text.Spacing, cellWidth) {
			t.Fatalf("%+v", text)
		}
	}
	first := textsOf(pages[0])[0]
	if !near(first.Left(), 28+2*cellWidth) || len([]rune(first.Text)) != 26 {
		t.Errorf("the first line has %d characters from %g mm", len([]rune(first.Text)), first.Left())
	}
}

func TestLetterHead(t *testing.T) {
	page := lettered(t, reminder())[0]
	line := func(text Text) int { return int((text.Y-37)/(225.0/22)) + 1 }
	number, title, to := mustFind(t, page, "许环函〔2019〕41号"), mustFind(t, page, "预警提示函"), mustFind(t, page, "禹州市花石镇人民政府：")
	if line(number) != 1 || !near(number.Left()+number.Width, 184) {
		t.Errorf("number %+v", number)
	}
	if line(title) != 4 || title.Size != 22 || title.Face != TitleFace || title.X != 28+78 || title.Align != AlignCentre {
		t.Errorf("title %+v", title)
	}
	if line(to) != 6 || !near(to.Left(), 28) || to.Size != 16 {
		t.Errorf("addressees %+v", to)
	}
	if got := mustFind(t, lettered(t, Letter{Title: "通知"})[0], "通知"); line(got) != 1 {
		t.Errorf("without a number, the title is on line %d", line(got))
	}
}

func TestLetterLevels(t *testing.T) {
	page := lettered(t, summons())[0]
	for what, face := range map[string]Face{"二、约谈对象": HeadingFace, "（一）参加人员。": TitleFace, "镇人民政府主要负责同志、分管负责同": BodyFace} {
		if got := mustFind(t, page, what); got.Face != face || got.Size != 16 {
			t.Errorf("%s: %+v", what, got)
		}
	}
	if got := mustFind(t, page, "二、约谈对象"); !near(got.Left(), 28+2*cellWidth) {
		t.Errorf("a heading begins at %g mm", got.Left())
	}
}

func TestAnnexesHang(t *testing.T) {
	page := lettered(t, summons())[1]
	first, second := findLike(t, page, "附件：1．"), findLike(t, page, "2．提醒谈话表")
	hung := findLike(t, page, "量排名表")
	if !near(first.Left(), 28+2*cellWidth) || !near(second.Left(), 28+5*cellWidth) {
		t.Errorf("annexes begin at %g and %g mm", first.Left(), second.Left())
	}
	// The second line stands under the first letter of the title, behind 1．.
	if want := second.Left() + mm(glyphsOf(t, "1")[0].w, 16) + second.Spacing + cellWidth; !near(hung.Left(), want) {
		t.Errorf("a title goes on at %g mm, want %g", hung.Left(), want)
	}
	single := lettered(t, Letter{Annexes: Annexes{Label: "附件：", Titles: []string{"提醒谈话表"}}})[0]
	mustFind(t, single, "附件：提醒谈话表")
}

func findLike(t *testing.T, page Page, part string) Text {
	t.Helper()
	for _, text := range textsOf(page) {
		if strings.Contains(text.Text, part) {
			return text
		}
	}
	t.Fatalf("%q is not on the page", part)
	return Text{}
}

func TestSignatureAndDate(t *testing.T) {
	left := func(text Text) float64 { return (text.Left() - 28) / cellWidth }
	right := func(text Text) float64 { return (184 - text.Left() - text.Width) / cellWidth }
	sign := func(office, date string, sealed bool) (Text, Text) {
		page := lettered(t, Letter{Body: []Part{{Text: "正文。"}}, Signature: office, Date: date, Sealed: sealed})[0]
		body, o, d := mustFind(t, page, "正文。"), mustFind(t, page, office), mustFind(t, page, date)
		before := 2
		if sealed {
			before = 3
		}
		if got := (o.Y - body.Y) / (225.0 / 22); !near(got, float64(before)) || !near(d.Y-o.Y, 225.0/22) {
			t.Errorf("%s is %g lines under the body, the date %g mm under it", office, got, d.Y-o.Y)
		}
		return o, d
	}
	long := "许昌市环境污染防治攻坚战领导小组办公室"
	if o, d := sign(long, "2019年11月11日", false); !near(right(o), 2) || !near(left(d)-left(o), 2) {
		t.Errorf("unsealed: office %g from the right, date %g after it", right(o), left(d)-left(o))
	}
	if o, d := sign("环境局", "2019年11月11日", false); !near(right(d), 2) || !near(left(d)-left(o), 2) {
		t.Errorf("unsealed, a long date: date %g from the right, %g after the office", right(d), left(d)-left(o))
	}
	if o, d := sign("市环境局", "2019年11月11日", true); !near(right(d), 4) || !near(o.Left()+o.Width/2, d.Left()+d.Width/2) {
		t.Errorf("sealed: date %g from the right, office about %g, date about %g", right(d), o.Left()+o.Width/2, d.Left()+d.Width/2)
	}
	if o, d := sign(long, "2019年11月11日", true); !near(right(o), 0) || !near(o.Left()+o.Width/2, d.Left()+d.Width/2) {
		t.Errorf("sealed, a long office: %g from the right, about %g, date about %g", right(o), o.Left()+o.Width/2, d.Left()+d.Width/2)
	}
	joint := lettered(t, Letter{Body: []Part{{Text: "正文。"}}, Signature: "市生态环境局\n市城市管理局", Date: "2019年9月1日"})[0]
	if a, b := mustFind(t, joint, "市生态环境局"), mustFind(t, joint, "市城市管理局"); !near(a.Left(), b.Left()) || b.Y <= a.Y {
		t.Errorf("joint offices %+v, %+v", a, b)
	}
}

// TestSpacingReachesThePDF reads back where the words of a full line stand.
func TestSpacingReachesThePDF(t *testing.T) {
	path := fileOf(t, lettered(t, Letter{Body: []Part{{Text: strings.Repeat("环境空气质量", 20)}}}))
	boxes := regexp.MustCompile(`xMin="([0-9.]+)" yMin="[0-9.]+" xMax="([0-9.]+)" yMax="[0-9.]+">([^<]{28})<`).
		FindAllStringSubmatch(tool(t, "pdftotext", "-bbox", path, "-"), -1)
	if len(boxes) < 3 {
		t.Fatalf("%d full lines", len(boxes))
	}
	for _, box := range boxes {
		left, _ := strconv.ParseFloat(box[1], 64)
		right, _ := strconv.ParseFloat(box[2], 64)
		if math.Abs(left*millimetre-28) > 0.1 || math.Abs(right*millimetre-184) > 0.1 {
			t.Errorf("%s stands from %g to %g mm", box[3], left*millimetre, right*millimetre)
		}
	}
}

func TestLinesThatGoOnEndAtTheEdge(t *testing.T) {
	page := lettered(t, summons())[0]
	for what, edge := range map[string]bool{"月均浓度为98微克": true, "环境空气质量排名中列": true, "现将有关事项": false, "志。": false} {
		text := findLike(t, page, what)
		if got := near(text.Left()+text.Width, 184); got != edge {
			t.Errorf("%s ends at %g mm", text.Text, text.Left()+text.Width)
		}
	}
}
