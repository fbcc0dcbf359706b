package schemes

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/kit"
)

// Rules is 预警约谈规则 in 设置: the escalation rules of the shown program as sentences.
type Rules struct {
	part
	form   *ruleForm // the one that was opened last
	ending *ending
}

// NewRules makes the section.
func NewRules(k *kit.Kit) *Rules {
	s := &Rules{}
	s.build(k, "rules", s.create)
	return s
}

// Load shows a program's rules.
func (s *Rules) Load(place kit.Place) {
	s.show(place, func(p *models.Program) int { return len(p.Rules) },
		func(i int) fyne.CanvasObject { return s.line(&place.Program.Rules[i]) })
	s.add.Enable()
	if place.Program != nil && len(ruleLists(place.Program, place.Month, "")) == 0 {
		s.add.Disable() // no scheme has a list yet
	}
}

// line is a rule: each version as a sentence, and what can be done.
func (s *Rules) line(r *models.Rule) fyne.CanvasObject {
	k := s.kit
	var versions []string
	for _, v := range r.Versions {
		words := app.RuleWords(k.Text, s.place.Program, v.Value, max(v.From, s.place.Month))
		if v.From != 0 || len(r.Versions) > 1 {
			words = k.T("schemes.version", "since", since(k.Text, v.From), "summary", words)
		}
		versions = append(versions, words)
	}
	change := k.Button(k.T("schemes.change"), theme.DocumentCreateIcon(), func() { s.change(r.Key) })
	end := k.Button(k.T("schemes.end"), nil, func() { s.end(r.Key) })
	if r.Versions.Last().Ended {
		end.Disable()
	}
	return card(container.NewBorder(nil, nil, nil, container.NewVBox(container.NewHBox(layout.NewSpacer(), change, end)), kit.Wrapped(strings.Join(versions, "\n"))))
}

// reload shows what was stored.
func (s *Rules) reload(sentence string) { s.stored(sentence, s.Load) }

// create opens a form for a new rule over the first list of the worst.
func (s *Rules) create() {
	s.open(func(f *ruleForm) {
		f.title, f.key = s.kit.T("rules.new.title", "program", f.program.Name), fresh("rule-", ruleKeys(f.program))
		f.content = fillRule(models.RuleTerms{})
		for i := range slices.Backward(f.program.Schemes) {
			scheme := &f.program.Schemes[i]
			terms, _ := scheme.At(f.start.from)
			for _, l := range terms.Lists {
				if l.Worst || f.content.list == "" {
					f.content.list = listID(scheme.Key, l.Key)
				}
			}
		}
	})
}

// change opens a form for a rule's terms from a month on.
func (s *Rules) change(key string) {
	s.open(func(f *ruleForm) {
		r := f.program.Rule(key)
		f.title, f.key, f.content = s.kit.T("rules.change.title"), key, fillRule(ruleTermsOf(r, f.start.from))
	})
}

func (s *Rules) open(fillIn func(*ruleForm)) {
	s.begin(func(b start) {
		f := &ruleForm{frame: frame{start: b, kit: s.kit, place: s.place, from: b.from.String(), saved: s.reload}}
		fillIn(f)
		s.form = f
		f.show()
	})
}

// end asks from which month a rule is no longer used.
func (s *Rules) end(key string) {
	s.begin(func(b start) {
		k := s.kit
		s.ending = &ending{kit: k, store: func(ctx context.Context, from month.Month, reason string) error {
			return k.Workspace.SaveRule(ctx, app.RuleEdit{Program: b.program.Key, Key: key, From: from,
				Terms: models.RuleTerms{Ended: true}, By: app.UnitChange{Reason: reason}})
		}, done: func(from month.Month) { s.reload(k.T("rules.end.done", "month", from.String())) }}
		words := app.RuleWords(k.Text, b.program, ruleTermsOf(b.program.Rule(key), b.from), b.from)
		s.ending.ask(k.T("rules.end.title"), b.from, []string{k.T("rules.end.hint", "rule", words)})
	})
}

func ruleKeys(p *models.Program) []string {
	keys := make([]string, len(p.Rules))
	for i := range p.Rules {
		keys[i] = p.Rules[i].Key
	}
	return keys
}
