package schemes

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/screentest"
)

// press presses the nth button of some words in the form.
func press(t *testing.T, f *form, words string, nth int) {
	t.Helper()
	for _, o := range all(f.sheet.object) {
		if b, ok := o.(*controls.Button); ok && b.Text == words {
			if nth--; nth < 0 {
				test.Tap(b)
				return
			}
		}
	}
	t.Fatalf("no button %q", words)
}

// selects are the drop-down lists that show some words.
func selects(f *form, shows string) []*controls.Select {
	var found []*controls.Select
	for _, o := range all(f.sheet.object) {
		if s, ok := o.(*controls.Select); ok && (s.Selected == shows || (s.Selected == "" && s.PlaceHolder == shows)) {
			found = append(found, s)
		}
	}
	return found
}

func typed(f *form, hint, text string) {
	for _, e := range entries(f) {
		if e.PlaceHolder == hint {
			e.SetText(text)
		}
	}
}

func TestEveryPartOfTheForm(t *testing.T) {
	s, section := stage(t, "city-management", "2019-10")
	section.create()
	f := section.form
	typed(f, s.T("schemes.name_hint"), "结案排名")
	press(t, f, "添加依据", 0)
	selects(f, "（请选择）")[0].SetSelected("遗留超期未处置数")
	selects(f, "各项依据都相同才并列")[0].SetSelected("前1项依据相同就并列")
	selects(f, "本月")[0].SetSelected("本年累计")
	selects(f, "各月平均")[0].SetSelected("各月合计")
	selects(f, "组内排名")[0].SetSelected("全部一起排名")
	selects(f, "同名次，后面空出名次（1、1、3）")[0].SetSelected("同名次，后面不空名次（1、1、2）")
	press(t, f, "添加名单", 0)
	selects(f, "按名数")[0].SetSelected("按百分比")
	selects(f, "最差的")[0].SetSelected("最好的")
	press(t, f, "添加等次", 0)
	typed(f, s.T("schemes.grade"), "优秀")
	f.content.grades[0].bands[0].min = "95"
	press(t, f, "再加一档", 0)
	press(t, f, "添加名单", 0)
	typed(f, s.T("schemes.exclude_search"), "cgs")
	s.Shot("schemes-parts-1")
	found := selects(f, "选一个单位加入")[0]
	found.SetSelectedIndex(0)
	typed(f, s.T("schemes.exclude_reason"), "新设单位")
	s.Shot("schemes-parts-2")
	f.scroll.ScrollToBottom()
	s.Shot("schemes-parts-3")
	f.content.grades[0].bands = f.content.grades[0].bands[:1]
	f.content.lists[1].name = "后10名"
	f.submit()
	v := scheme(t, s, "city-management", "scheme-1")
	if v == nil {
		t.Fatalf("refused: %s", f.fault.Text)
	}
	terms := v.Versions[0].Value
	words := app.SchemeWords(s.Text, section.place.Program, terms)
	if words != "按得分由高到低、再按遗留超期未处置数由高到低，本年累计各月合计，全部一起排名，并列同名次且不空名次，1个单位不参加；名单：前10%、后10名；等次：优秀" {
		t.Error(words)
	}
	if terms.TieKeys != 1 || terms.Exclude[0].Unit != "changge" || terms.Lists[0].Threshold.String() != "0.1" || terms.Lists[0].Worst {
		t.Errorf("%+v", terms)
	}
}

func TestSumOfRanks(t *testing.T) {
	s, section := stage(t, "township-air", "2019-08")
	section.copy("townships")
	section.form.submit()
	section.create()
	f := section.form
	name(f).SetText("名次之和")
	selects(f, "按指标")[0].SetSelected("按几个口径的名次之和（小的在前）")
	if f.preview.fault.Hidden || !strings.Contains(f.preview.fault.Text, "名次相加") {
		t.Errorf("with nothing to add up: %q", f.preview.fault.Text)
	}
	for _, o := range all(f.sheet.object) {
		if c, ok := o.(*check); ok && strings.HasPrefix(c.Text, "乡镇环境") {
			test.Tap(c)
		}
	}
	s.Shot("schemes-sum")
	f.submit()
	v := scheme(t, s, "township-air", "scheme-2")
	if v == nil || screentest.Lines(v.Versions[0].Value.SumOf) != "townships|scheme-1" || v.Versions[0].From != month.MustParse("2019-08") {
		t.Fatalf("%+v %q", v, f.fault.Text)
	}
	if got := v.Versions[0].Value; got.Keys != nil || got.Within != "" || got.Period == models.PeriodMonth {
		t.Errorf("%+v", got)
	}
}
