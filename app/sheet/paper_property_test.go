package sheet

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// proseTexts are long often enough: rapid's own strings seldom fill a line.
var proseTexts = rapid.Custom(func(t *rapid.T) string {
	count := rapid.SampledFrom([]int{1, 1, 4, 15, 40}).Draw(t, "pieces")
	return strings.Join(rapid.SliceOfN(pieceTexts, count, count).Draw(t, "texts"), "")
})

var pieceTexts = rapid.OneOf(
	rapid.StringOfN(rapid.RuneFrom([]rune("许昌市乡镇街道办事处（）《》“”、，。：；—…％")), 1, 200, -1),
	rapid.StringMatching(`[a-zA-Z0-9.,%/-]{1,60}`),
	rapid.Just("2019年8月份，你镇PM2.5月均浓度为45微克/立方米。"),
	rapid.Just("一行\n\n　　二行 三\n"), rapid.Just(""),
)

// said gives the letters between head and foot of all pages without blanks, and fails where some leave
// the text area or a line begins or ends with what it must not.
func said(t *rapid.T, frame Frame, pages []Page, skip func(Text) bool) string {
	checkInside(t, frame, pages)
	var all strings.Builder
	for i, page := range pages {
		if len(textsOf(page)) == 0 {
			t.Fatalf("page %d is blank", i+1)
		}
		for _, text := range textsOf(page) {
			if text.Y > frame.Bottom() || text.Y < frame.Top || skip(text) {
				continue
			}
			if _, y1, _, y2 := extentOf(text); y1 < frame.Top-0.001 || y2 > frame.Bottom()+0.001 {
				t.Fatalf("page %d: %+v leaves the text area", i+1, text)
			}
			all.WriteString(text.Text)
		}
	}
	return bare(all.String())
}

func bare(text string) string {
	return strings.NewReplacer(" ", "", "　", "", "\n", "").Replace(text)
}

func drawLetter(t *rapid.T) (Letter, string) {
	draw := func(name string) string { return proseTexts.Draw(t, name) }
	l := Letter{
		Mark: rapid.SampledFrom([]string{"", "示例数据"}).Draw(t, "mark"), Number: draw("number"), Title: draw("title"),
		To: draw("to") + "：", Signature: draw("office"), Date: rapid.SampledFrom([]string{"", "2019年9月1日"}).Draw(t, "date"),
		Sealed: rapid.Bool().Draw(t, "sealed"),
	}
	l.Paper.Landscape = rapid.Bool().Draw(t, "landscape")
	want := []string{l.Number, l.Title, l.To}
	for range rapid.IntRange(0, 12).Draw(t, "parts") {
		part := Part{Level: rapid.IntRange(0, 3).Draw(t, "level"), Lead: draw("lead"), Text: draw("text")}
		want = append(want, part.Lead, part.Text)
		if rapid.IntRange(0, 3).Draw(t, "table") == 0 {
			part.Table.Columns = []Column{{}, {Align: AlignPoint}}
			for range rapid.IntRange(1, 30).Draw(t, "rows") {
				cells := rapid.SliceOfN(cellTexts, 2, 2).Draw(t, "cells")
				part.Table.Rows = append(part.Table.Rows, Row{Cells: cells})
				want = append(want, cells...)
			}
		}
		l.Body = append(l.Body, part)
	}
	if rapid.Bool().Draw(t, "annex") {
		l.Annexes = Annexes{"附件：", []string{"甲" + draw("annex")}}
		want = append(want, l.Annexes.Label, l.Annexes.Titles[0])
	}
	return l, bare(strings.Join(append(want, l.Signature, l.Date), ""))
}

func TestLetterSaysEverythingInOrder(t *testing.T) {
	fonts := testFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		l, want := drawLetter(t)
		pages, err := LayoutLetter(l, fonts)
		if err != nil {
			t.Fatal(err)
		}
		if want == "：" && len(pages) == 1 {
			return
		}
		if got := said(t, l.Paper.Frame(), pages, func(Text) bool { return false }); got != want {
			t.Fatalf("set:\n%s\nwant:\n%s", got, want)
		}
	})
}

func TestFormSaysEverythingInOrder(t *testing.T) {
	fonts := testFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		f := Form{Title: "表", Number: proseTexts.Draw(t, "number")}
		f.Words.Continued = func(string) string { return "甲" }
		want := []string{"表", f.Number}
		for range rapid.IntRange(1, 8).Draw(t, "rows") {
			row := FormRow{
				Least: rapid.SampledFrom([]float64{0, 30, 120, 400}).Draw(t, "least"),
				Grow:  rapid.SampledFrom([]float64{0, 1}).Draw(t, "grow"),
			}
			for range rapid.IntRange(1, 3).Draw(t, "fields") {
				field := Field{Label: rapid.SampledFrom([]string{"", "乙", "丙丁戊己丙丁戊"}).Draw(t, "label"), Span: rapid.IntRange(0, 2).Draw(t, "span")}
				row.Fields = append(row.Fields, field)
			}
			// One value a row: those side by side part at the same line, and do not follow each other.
			field := &row.Fields[len(row.Fields)-1]
			field.Prose = rapid.Bool().Draw(t, "prose")
			field.Value = strings.Repeat(proseTexts.Draw(t, "value"), rapid.IntRange(1, 12).Draw(t, "times"))
			want = append(want, field.Value)
			f.Rows = append(f.Rows, row)
		}
		for range rapid.IntRange(0, 4).Draw(t, "signatures") {
			line := SignatureLine{proseTexts.Draw(t, "sign"), rapid.SampledFrom([]string{"", "　　年　月　日"}).Draw(t, "date")}
			f.Signatures = append(f.Signatures, line)
			want = append(want, line.Label, line.Date)
		}
		f.Notes = []string{proseTexts.Draw(t, "note")}
		pages, err := LayoutForm(f, fonts)
		if err != nil {
			t.Fatal(err)
		}
		got := said(t, f.Paper.Frame(), pages, func(text Text) bool { return text.Face == labelFace || text.Text == "甲" })
		if want := bare(strings.Join(append(want, f.Notes...), "")); got != want {
			t.Fatalf("set:\n%s\nwant:\n%s", got, want)
		}
	})
}

func TestProseKeepsPunctuationInItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.IntRange(20, 200).Draw(t, "length")
		text := rapid.StringOfN(rapid.RuneFrom([]rune("许昌市乡镇街道办事处（），。")), length, length, -1).Draw(t, "text")
		glyphs := glyphsOf(t, text)
		_, piece := extent(glyphs)
		m := measureOf{width: 27.638, first: 2, tight: -0.0134, justify: true}
		if piece > m.width-m.first {
			return
		}
		for i, line := range prose(glyphs, m) {
			letters := []rune(strung([]textLine{line.textLine})[0])
			if i > 0 && strings.ContainsRune(noStart, letters[0]) {
				t.Fatalf("line %d begins with %q", i+1, letters[0])
			}
			if line.indent+line.width > m.width+0.001 || line.spacing > loosest {
				t.Fatalf("line %d is %g em wide, spaced %g", i+1, line.width, line.spacing)
			}
		}
	})
}

func TestParts(t *testing.T) {
	long := "一、" + strings.Repeat("长", longestLead)
	want := []Part{
		{Text: "引言。"}, {Level: 1, Lead: "一、情况"}, {Level: 2, Lead: "（一）好的。", Text: "镇一。"}, {Level: 3, Lead: "1．措施：", Text: "镇二。"},
		{Level: 4, Lead: "（1）其他"}, {Text: "2.5微克。"}, {Text: long}, {Level: 1, Lead: "十二、要求"},
	}
	got := Parts("　　引言。\n一、情况\n\n（一）好的。镇一。\n1．措施：镇二。\r\n（1）其他\n2.5微克。\n" + long + "\n十二、要求")
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i].Level != want[i].Level || got[i].Lead != want[i].Lead || got[i].Text != want[i].Text {
			t.Errorf("got %+v, want %+v", got[i], want[i])
		}
	}
}
