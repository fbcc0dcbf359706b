package schemes

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yueping/models"
	"yueping/views/controls"
	"yueping/views/kit"
)

// ladder is whether the rule adds to others or is a step of which only the highest holds.
func (f *ruleForm) ladder() *block {
	const another = "+"
	keys, steps := ladders(f.program, f.start.from, f.key)
	return f.block(func(b *block) []fyne.CanvasObject {
		k, c := f.kit, f.content
		options := []controls.Option{{Label: k.T("rules.ladder.none")}}
		for _, key := range appendNew(keys[:len(keys):len(keys)], c.ladder) {
			if key != "" {
				options = append(options, controls.Option{Key: key, Label: f.ladderName(key, steps[key])})
			}
		}
		own := c.ladder != "" && len(steps[c.ladder]) == 0
		if !own {
			options = append(options, controls.Option{Key: another, Label: k.T("rules.ladder.new")})
		}
		lines := []fyne.CanvasObject{row(k.T("rules.ladder"), f.pick(0, options, c.ladder, func(key string) {
			if key == another {
				key = fresh("ladder-", keys)
			}
			if key != c.ladder {
				c.ladder = key
				if on := steps[key]; len(on) > 0 {
					c.step = strconv.Itoa(on[len(on)-1].Step + 1)
				}
				b.again(false)
			}
		}))}
		if c.ladder != "" {
			lines = append(lines, row(k.T("rules.step"), container.NewBorder(nil, nil, kit.Narrow(52, f.text(&c.step, "")), nil, caption(k.T("rules.step_hint")))))
		}
		return lines
	})
}

func (f *ruleForm) ladderName(key string, steps []models.RuleTerms) string {
	if len(steps) == 0 {
		return f.kit.T("rules.ladder.own")
	}
	var names []string
	for _, s := range steps {
		names = append(names, f.kit.T("rules.ladder.step", "step", s.Step, "action", strings.TrimSpace(s.Action+" "+s.Addressee)))
	}
	return f.kit.T("rules.ladder.with", "steps", strings.Join(names, f.kit.T("schemes.words.and")))
}
