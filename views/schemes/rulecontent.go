package schemes

import (
	"slices"
	"strconv"
	"strings"

	"yueping/app"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
	"yueping/views/controls"
)

// withinLast stands in the form for "the last so many months".
const withinLast = "last"

// ruleContent is a rule's terms as the form holds them: numbers are still the texts that were typed,
// and what is not used at the moment is kept, so that a choice can be taken back.
type ruleContent struct {
	list, also                       string // scheme/list, "" for none
	months, within, window           string
	action, addressee                string
	ladder, step                     string
	restart, bridge, inherit, honour bool
}

func fillRule(t models.RuleTerms) *ruleContent {
	c := &ruleContent{list: listID(t.Scheme, t.List), also: listID(t.AlsoScheme, t.AlsoList), months: strconv.Itoa(max(t.Months, 1)),
		within: t.Within, window: "6", action: t.Action, addressee: t.Addressee, ladder: t.Ladder, step: "1",
		restart: t.Restart, bridge: t.Bridge, inherit: t.Inherit, honour: t.Honour}
	switch t.Within {
	case "":
		c.within = models.WithinRunning
	case models.WithinRunning, models.WithinYear:
	default:
		c.within, c.window = withinLast, t.Within
	}
	if t.Step > 0 {
		c.step = strconv.Itoa(t.Step)
	}
	return c
}

// terms reads the form.
func (c *ruleContent) terms() (models.RuleTerms, error) {
	var bad fault.List
	whole := func(text, field string) int {
		n, err := number.Read(text, countFormat)
		count, fits := n.Scaled(0)
		if err != nil || !fits || count < 1 || count > 1<<20 {
			bad = append(bad, fault.New("rules.count", "field", field, "text", text))
		}
		return int(min(count, 1<<20))
	}
	t := models.RuleTerms{Months: whole(c.months, "months"), Within: c.within, Action: strings.TrimSpace(c.action), Addressee: strings.TrimSpace(c.addressee),
		Restart: c.restart, Inherit: c.inherit, Honour: c.honour}
	t.Scheme, t.List = ofID(c.list)
	t.AlsoScheme, t.AlsoList = ofID(c.also)
	if c.within == withinLast {
		t.Within = strconv.Itoa(whole(c.window, "window"))
	}
	t.Bridge = c.bridge && c.within == models.WithinRunning && t.Months > 1
	if c.ladder != "" {
		t.Ladder, t.Step = c.ladder, whole(c.step, "step")
	}
	return t, bad.Err()
}

func listID(scheme, list string) string {
	if scheme == "" {
		return ""
	}
	return scheme + "/" + list
}

func ofID(id string) (scheme, list string) {
	scheme, list, _ = strings.Cut(id, "/")
	return scheme, list
}

// ruleLists are the lists that a rule can name: those of a month, and the one that it names now.
func ruleLists(p *models.Program, at month.Month, now string) []controls.Option {
	var result []controls.Option
	for i := range p.Schemes {
		s := &p.Schemes[i]
		terms, _ := s.At(at)
		for _, l := range terms.Lists {
			id := listID(s.Key, l.Key)
			if !slices.ContainsFunc(result, func(o controls.Option) bool { return o.Key == id }) {
				result = append(result, controls.Option{Key: id, Label: s.Name + " · " + app.RuleListName(p, s.Key, l.Key, at)})
			}
		}
	}
	if scheme, list := ofID(now); now != "" && !slices.ContainsFunc(result, func(o controls.Option) bool { return o.Key == now }) {
		name := scheme
		if s := p.Scheme(scheme); s != nil {
			name = s.Name
		}
		result = append(result, controls.Option{Key: now, Label: name + " · " + app.RuleListName(p, scheme, list, at)})
	}
	return result
}

// ruleTermsOf are the terms that a form about a rule begins with: those of a month, else the newest.
func ruleTermsOf(r *models.Rule, at month.Month) models.RuleTerms {
	if terms, holds := r.At(at); holds {
		return terms
	}
	for _, v := range slices.Backward(r.Versions) {
		if !v.Value.Ended {
			return v.Value
		}
	}
	return models.RuleTerms{}
}
