package sheet

import (
	"errors"
	"strings"
	"testing"

	"yueping/models/fault"
)

func TestFormOfOnePage(t *testing.T) {
	pages := formed(t, talk(""))
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	sign, note := mustFind(t, pages[0], "记录人签字："), findLike(t, pages[0], "注：本表")
	if note.Y < 250 || note.Y > 262 || note.Y < sign.Y {
		t.Errorf("what grows does not fill the page: the note stands at %g mm", note.Y)
	}
	label, value := mustFind(t, pages[0], "职务"), mustFind(t, pages[0], "镇长")
	if label.Face != HeadingFace || value.Face != BodyFace || label.Size != 14 || label.Y != value.Y {
		t.Errorf("label %+v, value %+v", label, value)
	}
	if when := mustFind(t, pages[0], "谈话时间"); !near(when.X, label.X) {
		t.Errorf("labels of one column stand about %g and %g mm", label.X, when.X)
	}
	reason := findLike(t, pages[0], "2019年7月、8月")
	rest := findLike(t, pages[0], "排名后10位")
	if indent := (reason.Left() - rest.Left()) / mm(1, 14); !near(indent, 2) {
		t.Errorf("prose is set in %g characters", indent)
	}
}

func TestFormFrameIsClosed(t *testing.T) {
	for _, page := range formed(t, talk(strings.Repeat(longTalk, 12))) {
		left, right := map[float64]bool{}, map[float64]bool{}
		for _, mark := range page.Marks {
			if l, ok := mark.(Line); ok && l.X1 == l.X2 && l.Thickness == ruleThickness {
				left[l.Y1], right[l.Y1] = left[l.Y1] || near(l.X1, 28), right[l.Y1] || near(l.X1, 184)
			}
		}
		if len(left) == 0 {
			t.Error("a page without a frame")
		}
		for y := range left {
			if !left[y] || !right[y] {
				t.Errorf("the row at %g mm is open", y)
			}
		}
	}
}

func TestLongFormGoesOn(t *testing.T) {
	f := talk(strings.Repeat(longTalk, 20))
	pages := formed(t, f)
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, page := range pages {
		if _, ok := find(page, "提醒谈话表（续）"); ok != (i > 0) {
			t.Errorf("page %d: the title goes on is %v", i+1, ok)
		}
		if _, ok := find(page, "谈话内容"); !ok && i < len(pages)-1 {
			t.Errorf("page %d lacks the label", i+1)
		}
	}
	last := pages[len(pages)-1]
	for _, what := range []string{"谈话人签字：", "被谈话人签字：", "记录人签字："} {
		mustFind(t, last, what)
	}
	if _, ok := find(last, "被谈话"); !ok {
		t.Error("the lines to sign stand alone")
	}
}

// TestSignaturesStayWithTheLastRow grows the last row line by line over a page end.
func TestSignaturesStayWithTheLastRow(t *testing.T) {
	for count := 1; count < 70; count++ {
		f := talk("")
		f.Rows = f.Rows[:5]
		f.Rows[4] = FormRow{Fields: []Field{{Label: "谈话内容", Value: strings.Repeat("第一段。\n", count) + "末段。", Prose: true}}}
		pages := formed(t, f)
		last := pages[len(pages)-1]
		mustFind(t, last, "末段。")
		mustFind(t, last, "谈话人签字：")
		mustFind(t, last, "谈话内容")
		if len(pages) > 1 {
			mustFind(t, last, "第一段。")
		}
	}
}

func TestPaperFaults(t *testing.T) {
	row := func(fields ...Field) Form { return Form{Rows: []FormRow{{Fields: fields}}} }
	many := make([]Field, 12)
	tests := []struct {
		name, code string
		lay        func(*Fonts) ([]Page, error)
	}{
		{"a letter's number", "sheet.missing_characters", letterFault(Letter{Number: "ꙮ"})},
		{"a letter's title", "sheet.missing_characters", letterFault(Letter{Title: "ꙮ"})},
		{"addressees", "sheet.missing_characters", letterFault(Letter{To: "ꙮ"})},
		{"a heading", "sheet.missing_characters", letterFault(Letter{Body: []Part{{Level: 1, Lead: "ꙮ"}}})},
		{"a paragraph", "sheet.missing_characters", letterFault(Letter{Body: []Part{{Text: "𠮷镇"}}})},
		{"a table", "sheet.missing_characters", letterFault(Letter{Body: []Part{{Table: oneCell("ꙮ").Sections[0].Table}}})},
		{"an annex", "sheet.missing_characters", letterFault(Letter{Annexes: Annexes{"附件", []string{"ꙮ"}}})},
		{"an annex's label", "sheet.missing_characters", letterFault(Letter{Annexes: Annexes{"ꙮ", []string{"表"}}})},
		{"an office", "sheet.missing_characters", letterFault(Letter{Signature: "ꙮ"})},
		{"a date", "sheet.missing_characters", letterFault(Letter{Date: "ꙮ"})},
		{"a letter's footer", "sheet.missing_characters", letterFault(Letter{Footer: "ꙮ"})},
		{"a label", "sheet.missing_characters", formFault(row(Field{Label: "ꙮ"}))},
		{"a value", "sheet.missing_characters", formFault(row(Field{Value: "ꙮ"}))},
		{"prose", "sheet.missing_characters", formFault(row(Field{Value: "ꙮ", Prose: true}))},
		{"a line to sign", "sheet.missing_characters", formFault(Form{Signatures: []SignatureLine{{"ꙮ", ""}}})},
		{"a date to fill in", "sheet.missing_characters", formFault(Form{Signatures: []SignatureLine{{"", "ꙮ"}}})},
		{"a form's note", "sheet.missing_characters", formFault(Form{Notes: []string{"ꙮ"}})},
		{"too many fields", "sheet.too_many_columns", formFault(row(many...))},
		{"too long a label", "sheet.row_too_tall", formFault(row(Field{Label: strings.Repeat("长", 2000)}))},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := test.lay(testFonts(t))
			var f *fault.Fault
			if !errors.As(err, &f) || f.Code != test.code {
				t.Errorf("got %v, want %s", err, test.code)
			}
		})
	}
}

func letterFault(l Letter) func(*Fonts) ([]Page, error) {
	return func(fonts *Fonts) ([]Page, error) { return LayoutLetter(l, fonts) }
}

func formFault(f Form) func(*Fonts) ([]Page, error) {
	return func(fonts *Fonts) ([]Page, error) { return LayoutForm(f, fonts) }
}
