package schemes

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
)

// ruleForm asks for an escalation rule's terms from a month on.
type ruleForm struct {
	frame
	key     string // of the rule, a new one's too
	content *ruleContent
	preview *rulePreview
	words   *widget.Label // the rule as a sentence
}

// show opens the form.
func (f *ruleForm) show() {
	f.known, f.submit = f.remarks, f.store
	f.prepare()
	f.preview = newRulePreview(f)
	f.ask = func() {
		f.speak()
		f.preview.ask()
	}
	first, fields := f.fields()
	f.lay(&f.preview.beside, "rules.tab.", first, fields...)
}

func (f *ruleForm) fields() (*controls.Entry, []fyne.CanvasObject) {
	k, c := f.kit, f.content
	f.words = kit.Wrapped("")
	f.words.TextStyle.Bold = true
	first, from := f.fromRow()
	lists := ruleLists(f.program, f.start.from, c.list)
	also := append([]controls.Option{{Label: k.T("rules.also_none")}}, ruleLists(f.program, f.start.from, c.also)...)
	action := f.combo(&c.action, k.T("rules.action_hint"), f.common("rules.actions", func(t models.RuleTerms) string { return t.Action }))
	addressee := f.combo(&c.addressee, k.T("rules.addressee_hint"), f.common("rules.addressees", func(t models.RuleTerms) string { return t.Addressee }))
	successor := map[bool]string{true: "inherit", false: "anew"}[c.inherit]
	reason := f.text(&f.reason, k.T("schemes.reason_hint"))
	return first, []fyne.CanvasObject{
		card(f.words),
		from,
		row(k.T("rules.list"), f.pick(0, lists, c.list, func(key string) { c.list = key })),
		row(k.T("rules.also"), f.pick(0, also, c.also, func(key string) { c.also = key })),
		f.counting().box,
		row(k.T("rules.action"), action),
		row(k.T("rules.addressee"), addressee),
		f.ladder().box,
		row(k.T("rules.successor"), f.pick(0, f.options("rules.successor.", "anew", "inherit"), successor, func(key string) { c.inherit = key == "inherit" })),
		f.check(k.T("rules.restart"), c.restart, func(on bool) { c.restart = on }),
		f.check(k.T("rules.honour"), c.honour, func(on bool) { c.honour = on }),
		row(k.T("schemes.reason"), reason),
	}
}

// counting is how often, among which months, and what a month without data does.
func (f *ruleForm) counting() *block {
	return f.block(func(b *block) []fyne.CanvasObject {
		k, c := f.kit, f.content
		line := container.NewHBox(f.pick(150, f.options("rules.within.", models.WithinRunning, models.WithinYear, withinLast), c.within, func(key string) {
			if key != c.within {
				c.within = key
				b.again(false)
			}
		}))
		if c.within == withinLast {
			line.Add(kit.Narrow(52, f.text(&c.window, "")))
			line.Add(widget.NewLabel(k.T("rules.window")))
		}
		line.Add(kit.Narrow(52, f.text(&c.months, "")))
		line.Add(widget.NewLabel(k.T("rules.months." + c.within)))
		gap := map[bool]string{true: "bridge", false: "break"}[c.bridge]
		gaps := row(k.T("rules.gap"), f.pick(0, f.options("rules.gap.", "break", "bridge"), gap, func(key string) { c.bridge = key == "bridge" }))
		show(gaps, c.within == models.WithinRunning)
		return []fyne.CanvasObject{row(k.T("rules.within"), line), gaps}
	})
}

// speak shows the rule as a sentence.
func (f *ruleForm) speak() {
	terms, err := f.content.terms()
	sentence := f.kit.T("rules.unfinished")
	if err == nil {
		sentence = app.RuleWords(f.kit.Text, f.program, terms, f.start.from)
	}
	if f.words.Text == sentence {
		return
	}
	f.words.SetText(sentence)
	f.scroll.Content.Refresh() // it may have become a line longer
	f.scroll.Refresh()
}

// remarks are what a clerk should know of the month.
func (f *ruleForm) remarks() []string {
	from, err := month.Parse(f.from)
	if r := f.program.Rule(f.key); err == nil && r != nil {
		for _, v := range r.Versions {
			if v.From > from {
				return []string{f.kit.T("schemes.from_until", "month", v.From.String())}
			}
		}
	}
	return nil
}

// edit reads the form; from and reason are not part of what is tried.
func (f *ruleForm) edit() (app.RuleEdit, error) {
	terms, err := f.content.terms()
	return app.RuleEdit{Program: f.program.Key, Key: f.key, Terms: terms}, err
}

// store stores the terms.
func (f *ruleForm) store() {
	if f.ok.Disabled() {
		return // under way
	}
	e, err := f.edit()
	if err == nil {
		e.From, err = month.Parse(f.from)
	}
	if err != nil {
		f.refuse(err)
		return
	}
	e.By.Reason = strings.TrimSpace(f.reason)
	f.put(func(ctx context.Context) error { return f.kit.Workspace.SaveRule(ctx, e) }, f.kit.T("rules.saved", "month", e.From.String()))
}
