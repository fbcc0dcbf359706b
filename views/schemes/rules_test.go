package schemes

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/screentest"
	"yueping/views/table"
)

// ruleScreen is the section as a screen of its own.
type ruleScreen struct{ *Rules }

func (ruleScreen) Key() string                  { return "rules" }
func (s ruleScreen) Content() fyne.CanvasObject { return s.Object() }
func (ruleScreen) Focus() fyne.Focusable        { return nil }
func (ruleScreen) Leave() bool                  { return true }

func ruleStage(t *testing.T, at string) (*screentest.Stage, *Rules) {
	t.Helper()
	s := screentest.New(t, func(k *kit.Kit) kit.Screen { return ruleScreen{NewRules(k)} })
	s.Load("township-air", at)
	return s, s.Screen.(ruleScreen).Rules
}

func storedRule(t *testing.T, s *screentest.Stage, key string) *models.Rule {
	t.Helper()
	p, err := s.Workspace.Program(context.Background(), "township-air")
	if err != nil {
		t.Fatal(err)
	}
	return p.Rule(key)
}

// texts writes the preview's rows.
func texts(rows []table.Row) string {
	var lines [][]string
	for _, r := range rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, c.Text)
		}
		lines = append(lines, cells)
	}
	return screentest.Lines(lines...)
}

// choose takes something from the list of the form that shows something else.
func choose(t *testing.T, f *frame, shows, takes string) {
	t.Helper()
	for _, o := range all(f.sheet.object) {
		if s, ok := o.(*controls.Select); ok && s.Selected == shows {
			s.SetSelected(takes)
			return
		}
	}
	t.Fatalf("no list shows %q", shows)
}

func entryOf(t *testing.T, f *frame, content string) *controls.Entry {
	t.Helper()
	for _, o := range all(f.sheet.object) {
		if e, ok := o.(*controls.Entry); ok && (e.Text == content || (content != "" && e.PlaceHolder == content)) {
			return e
		}
	}
	t.Fatalf("no entry has %q", content)
	return nil
}

func TestRulesAsSentences(t *testing.T) {
	s, section := ruleStage(t, "2019-08")
	s.Shot("rules")
	var sentences []string
	for i := range section.place.Program.Rules {
		sentences = append(sentences, app.RuleWords(s.Text, section.place.Program, section.place.Program.Rules[i].Versions.Last(), month.Of(2019, 8)))
	}
	if got := strings.Join(sentences, "\n"); got != `列入后10名 → 预警提示
连续2个月列入后10名 → 约谈 政府主要负责同志（同一阶梯第1级，只执行最高一级）
连续4个月列入后10名 → 约谈 党委主要负责同志（同一阶梯第2级，只执行最高一级）
列入后2名 → 预警提示` {
		t.Error(got)
	}
}

func TestWordsOfEveryRule(t *testing.T) {
	p := program()
	p.Schemes[0].Versions[0].Value.Lists = []models.List{{Key: "worst", Name: "后20名"}, {Key: "best", Name: "前20名"}}
	p.Schemes[1].Versions[0].Value.Lists = []models.List{{Key: "worst", Name: "后20名"}}
	for want, terms := range map[string]models.RuleTerms{
		"停用": {Ended: true},
		"列入“得分排名”后20名并同时列入“结案率排名”后20名 → 约谈":          {Scheme: "s1", List: "worst", AlsoScheme: "s2", AlsoList: "worst", Months: 1, Within: "running", Action: "约谈"},
		"本年内3次列入前20名 → 通报表扬（表扬）":                     {Scheme: "s1", List: "best", Months: 3, Within: "year", Action: "通报表扬", Honour: true},
		"最近6个月内2次列入“结案率排名”后20名 → 约谈（执行以后重新计算；新单位继承）": {Scheme: "s2", List: "worst", Months: 2, Within: "6", Action: "约谈", Restart: true, Inherit: true},
		"连续2个月列入前20名 → 约谈（无数据的月份不中断）":                {Scheme: "s1", List: "best", Months: 2, Within: "running", Action: "约谈", Bridge: true},
	} {
		if got := app.RuleWords(book(t), p, terms, month.Of(2019, 8)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if terms.Ended {
			continue
		}
		if got, err := fillRule(terms).terms(); err != nil || got != terms {
			t.Errorf("the form gives %+v for %+v, %v", got, terms, err)
		}
	}
}

func TestThreeMonthsInsteadOfFour(t *testing.T) {
	s, section := ruleStage(t, "2019-09")
	section.change("township-summons-4")
	f := section.form
	if f.from != "2019-09" || f.preview.at != month.Of(2019, 8) || len(f.preview.table.Rows()) != 0 {
		t.Fatalf("from %s, tried in %s: %s", f.from, f.preview.at, texts(f.preview.table.Rows()))
	}
	f.preview.only.Choose("all")
	s.Shot("rules-change")
	if n := len(f.preview.table.Rows()); n != 12 {
		t.Errorf("%d units receive something", n)
	}
	f.preview.only.Choose("changed")
	entryOf(t, &f.frame, "4").SetText("２")
	s.Shot("rules-two")
	if got := f.words.Text; got != "连续2个月列入后10名 → 约谈 党委主要负责同志（同一阶梯第2级，只执行最高一级）" {
		t.Errorf("the sentence is %q", got)
	}
	if got := f.preview.summary.Text; got != "按2019年8月的数据试算：2个单位的措施变化（浅井镇、花石镇）。" {
		t.Errorf("told %q", got)
	}
	if got := texts(f.preview.table.Rows()); !strings.Contains(got, "浅井镇|预警提示；约谈 政府主要负责同志|预警提示；约谈 党委主要负责同志") {
		t.Error(got)
	}
	f.submit()
	r := storedRule(t, s, "township-summons-4")
	if len(r.Versions) != 2 || r.Versions[1].From != month.Of(2019, 9) || r.Versions[1].Value.Months != 2 || r.Versions[0].Value.Months != 4 {
		t.Fatalf("%+v %q", r.Versions, f.fault.Text)
	}
	s.Shot("rules-saved")
	if s.Window.Canvas().Overlays().Top() != nil || len(s.Said) != 1 || !strings.Contains(s.Said[0], "2019-09") {
		t.Errorf("said %q", s.Said)
	}
}

func TestNewRule(t *testing.T) {
	s, section := ruleStage(t, "2019-08")
	section.create()
	f := section.form
	s.Shot("rules-new")
	f.submit()
	if f.fault.Hidden || !strings.Contains(f.fault.Text, "措施") {
		t.Fatalf("without an action: %q", f.fault.Text)
	}
	if got := f.preview.summary.Text; !strings.Contains(got, "10个单位的措施变化") {
		t.Errorf("told %q", got)
	}
	choose(t, &f.frame, "连续", "最近")
	entryOf(t, &f.frame, "6").SetText("3")
	entryOf(t, &f.frame, "1").SetText("3")
	for _, o := range all(f.sheet.object) {
		if l, ok := o.(*controls.Select); ok && l.PlaceHolder == "常用" && l.Options[0] == "预警提示" {
			l.SetSelected("通报批评")
		}
	}
	choose(t, &f.frame, "不分阶梯，与其他措施同时执行", "与第1级约谈 政府主要负责同志、第2级约谈 党委主要负责同志同一阶梯")
	choose(t, &f.frame, "新单位重新计算", "新单位继承原单位的次数")
	for _, o := range all(f.sheet.object) {
		if c, ok := o.(*check); ok && strings.HasPrefix(c.Text, "执行以后") {
			test.Tap(c)
		}
	}
	s.Shot("rules-new-filled")
	f.submit()
	want := models.RuleTerms{Scheme: "townships", List: "worst", Months: 3, Within: "3", Action: "通报批评", Ladder: "summons", Step: 3, Restart: true, Inherit: true}
	r := storedRule(t, s, "rule-1")
	if r == nil || r.Versions[0].Value != want || r.Versions[0].From != month.Of(2019, 8) {
		t.Fatalf("%+v %q", r, f.fault.Text)
	}
	if n := len(section.lines.Objects); n != 5 {
		t.Errorf("the section shows %d rules", n)
	}
}

func TestRuleOfAVerifiedMonth(t *testing.T) {
	s, section := ruleStage(t, "2019-08")
	if err := s.Workspace.Verify(context.Background(), "township-air", month.Of(2019, 8), ""); err != nil {
		t.Fatal(err)
	}
	section.change("county-warning")
	f := section.form
	if f.from != "2019-09" {
		t.Fatalf("proposes %s", f.from)
	}
	from := entryOf(t, &f.frame, "2019-09")
	from.SetText("2019-08")
	entryOf(t, &f.frame, "1").SetText("两")
	if !strings.Contains(f.hint.Text, "2019-08已核对") || f.preview.fault.Hidden || !strings.Contains(f.preview.fault.Text, "两") {
		t.Errorf("hint %q, preview %q", f.hint.Text, f.preview.fault.Text)
	}
	s.Shot("rules-unreadable")
	entryOf(t, &f.frame, "两").SetText("2")
	f.submit()
	s.Shot("rules-refused")
	if f.fault.Hidden || !strings.Contains(f.fault.Text, "2019-08已核对") || f.from != "2019-08" || f.content.months != "2" {
		t.Errorf("says %q", f.fault.Text)
	}
	f.close()
	section.end("county-warning")
	s.Shot("rules-end")
	section.ending.from.SetText("2019-10")
	section.ending.submit()
	r := storedRule(t, s, "county-warning")
	if _, holds := r.At(month.Of(2019, 10)); holds || !r.Versions.Last().Ended {
		t.Errorf("%+v", r.Versions)
	}
	if _, holds := r.At(month.Of(2019, 9)); !holds {
		t.Error("an earlier month lost the rule")
	}
}

// A window of 1280 × 720 at 200 % has half of its pixels to lay things out in.
func TestRulesTwiceAsLarge(t *testing.T) {
	s, section := ruleStage(t, "2019-08")
	s.Window.Resize(fyne.NewSize(640, 360))
	if c, ok := s.Window.Canvas().(software.WindowlessCanvas); ok {
		c.SetScale(2)
	}
	section.change("township-summons-4")
	f := section.form
	s.Shot("rules-large")
	f.scroll.ScrollToBottom()
	s.Shot("rules-large-end")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.ok).Add(f.ok.Size())
	if at.X > 640 || at.Y > 360 {
		t.Errorf("the button ends at %v", at)
	}
	f.tabs.Choose("preview")
	s.Shot("rules-large-preview")
	if !f.preview.object.Visible() || f.scroll.Visible() {
		t.Error("the preview cannot be seen")
	}
}
