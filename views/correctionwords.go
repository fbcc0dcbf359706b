package views

import (
	"slices"
	"strings"

	"yueping/app"
	"yueping/models/appraise"
	"yueping/views/kit"
)

// changesShown is how many changes the strip names; the others are told on request.
const changesShown = 2

// show brings the strip in line with what changed.
func (c *correction) show() {
	on := len(c.changes) > 0
	if on {
		words := make([]string, 0, changesShown)
		for _, change := range gravest(c.changes)[:min(changesShown, len(c.changes))] {
			words = append(words, c.words("correction.short", change))
		}
		c.label.SetText(c.shell.kit.T("correction.strip", "count", len(c.changes), "changes", strings.Join(words, "；"), "more", len(c.changes) > changesShown))
	}
	if c.object.Visible() == on {
		return
	}
	if on {
		c.object.Show()
	} else {
		c.object.Hide()
	}
	if c.shell.bar != nil {
		c.shell.bar.object.Refresh()
	}
}

// gravest puts the changes that call somebody in, or no longer do, before the others.
func gravest(changes []app.NoticeChange) []app.NoticeChange {
	calls := func(list []appraise.Notice) bool {
		return slices.ContainsFunc(list, func(n appraise.Notice) bool { return n.Addressee != "" })
	}
	grave := func(c app.NoticeChange) int {
		if calls(c.Before) || calls(c.After) {
			return 0
		}
		return 1
	}
	sorted := slices.Clone(changes)
	slices.SortStableFunc(sorted, func(a, b app.NoticeChange) int { return grave(a) - grave(b) })
	return sorted
}

// words say in a message what a correction changes for a unit: 2019年8月 某镇 新增预警提示、取消约谈政府主要负责同志.
func (c *correction) words(key string, change app.NoticeChange) string {
	k := c.shell.kit
	var parts []string
	add := func(key string, list []appraise.Notice, other []appraise.Notice) {
		var actions []string
		for _, n := range list {
			if !slices.ContainsFunc(other, func(o appraise.Notice) bool { return o.Rule == n.Rule }) {
				actions = append(actions, n.Action+n.Addressee)
			}
		}
		if len(actions) > 0 {
			parts = append(parts, k.T(key, "actions", strings.Join(actions, "、")))
		}
	}
	add("correction.added", change.After, change.Before)
	add("correction.removed", change.Before, change.After)
	if len(parts) == 0 {
		for _, n := range change.After {
			if i := slices.IndexFunc(change.Before, func(o appraise.Notice) bool { return o.Rule == n.Rule }); i >= 0 && len(change.Before[i].Months) != len(n.Months) {
				parts = append(parts, k.T("correction.counted", "action", n.Action+n.Addressee, "before", len(change.Before[i].Months), "after", len(n.Months)))
			}
		}
	}
	if len(parts) == 0 {
		parts = []string{k.T("correction.other")}
	}
	return k.T(key, "month", app.MonthWords(k.Text, change.Month), "number", change.Month.Number(), "unit", app.FullName(change.Name, change.County), "what", strings.Join(parts, "、"))
}

// tell lists all changes.
func (c *correction) tell() {
	lines := make([]string, len(c.changes))
	for i, change := range c.changes {
		lines[i] = c.words("correction.change", change)
	}
	c.shell.kit.Tell(c.shell.kit.T("correction.title"), strings.Join(lines, "\n"))
}

// lead goes to the board of the last month concerned, to the unit.
func (c *correction) lead() {
	if len(c.changes) == 0 || c.shell.place.Program == nil {
		return
	}
	last := c.changes[len(c.changes)-1]
	place := kit.Place{Program: c.shell.place.Program, Month: last.Month}
	if c.shell.open(place, "notices"); c.shell.place == place {
		c.shell.lead("notices", last.Unit, "")
	}
}

// noted takes the strip away until something else changes.
func (c *correction) noted() {
	c.baseline, c.changes = c.now, nil
	c.show()
	c.shell.focusScreen()
}
