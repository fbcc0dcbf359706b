package home

import (
	"context"
	"strings"

	"yueping/app"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/views/kit"
)

// namesShown is how many missing units a tile names.
const namesShown = 6

// findingsShown is how many findings a tile spells out.
const findingsShown = 2

// tile is what a program's tile shows, ready made.
type tile struct {
	place    kit.Place
	current  bool // the place that the window looks at
	month    string
	mark     string
	locked   bool
	bars     []bar
	missing  string
	findings []finding
	more     int // findings that are not spelt out
	drafts   int
	risks    *risks // nil where nobody is at risk
	next     next
}

// bar is how complete a group is.
type bar struct {
	name       string
	there, due int
}

// finding is a check that is not met.
type finding struct {
	warning         bool
	words           string
	unit, indicator string
}

// next is what to do now: a sentence and where it is done.
type next struct {
	words, label string
	screen       string
	unit         string
	indicator    string
	verify       bool
}

func readTiles(ctx context.Context, k *kit.Kit, now kit.Place) ([]tile, error) {
	programs, err := k.Workspace.Programs(ctx)
	if err != nil {
		return nil, err
	}
	var tiles []tile
	for _, p := range programs {
		place := kit.Place{Program: p}
		if place.Month, err = k.MonthOf(ctx, p.Key); err != nil {
			return nil, err
		}
		if now.Program != nil && p.Key == now.Program.Key {
			place.Month = now.Month
		}
		t, err := readTile(ctx, k, place)
		if err != nil {
			return nil, err
		}
		t.current = now.Program != nil && p.Key == now.Program.Key
		tiles = append(tiles, t)
	}
	return tiles, nil
}

func readTile(ctx context.Context, k *kit.Kit, place kit.Place) (tile, error) {
	m, err := k.Workspace.Month(ctx, place.Program.Key, place.Month)
	if err != nil {
		return tile{}, err
	}
	found, err := m.Table.Findings()
	if err != nil {
		return tile{}, err
	}
	t := tile{place: place, month: app.MonthWords(k.Text, place.Month), mark: m.Mark(k.Text), locked: m.Locked(), drafts: len(m.Drafts)}
	var missing []*models.Unit
	for _, c := range m.Completeness() {
		name := c.Group.Name
		if name == "" {
			name = k.T("home.city")
		}
		t.bars = append(t.bars, bar{name, c.Reported, c.Units})
		missing = append(missing, c.Missing...)
	}
	t.missing = missingWords(k, m, missing)
	for i, f := range found {
		if i >= findingsShown {
			t.more++
			continue
		}
		t.findings = append(t.findings, findingOf(k, f))
	}
	t.next = nextStep(k, m, missing, found)
	t.risks, err = readRisks(ctx, k, m)
	return t, err
}

func missingWords(k *kit.Kit, m *app.Month, missing []*models.Unit) string {
	if len(missing) == 0 {
		return ""
	}
	var names []string
	for _, u := range missing[:min(len(missing), namesShown)] {
		names = append(names, app.FullName(m.Table.Roster.Name(u.Key), m.Table.Roster.County(u.Key)))
	}
	key := "home.missing"
	if len(missing) > namesShown {
		key = "home.missing_more"
	}
	return k.T(key, "count", len(missing), "names", strings.Join(names, "、"))
}

func findingOf(k *kit.Kit, f appraise.Finding) finding {
	key := "home.error"
	if f.Check.Warning {
		key = "home.warning"
	}
	result := finding{warning: f.Check.Warning, unit: f.Unit.Key, words: k.T(key, "unit", f.Name, "message", f.Check.Message)}
	if len(f.Inputs) > 0 {
		result.indicator = f.Inputs[0].Indicator.Key
	}
	return result
}

// nextStep is what the clerk does next, in the order in which a month goes.
func nextStep(k *kit.Kit, m *app.Month, missing []*models.Unit, found []appraise.Finding) next {
	step := func(name, screen string) next {
		return next{words: k.T("next."+name, "count", len(missing), "drafts", len(m.Drafts)), label: k.T("next." + name + ".button"), screen: screen}
	}
	if m.Locked() {
		if len(m.Program.Schemes) == 0 {
			return step("bulletin", "bulletin")
		}
		return step("ranking", "ranking")
	}
	if len(m.Drafts) > 0 {
		n := step("drafts", "entry")
		for place := range m.Drafts {
			if n.unit == "" || place.Unit < n.unit {
				n.unit, n.indicator = place.Unit, place.Indicator
			}
		}
		return n
	}
	for _, f := range found {
		if !f.Check.Warning {
			n, at := step("errors", "entry"), findingOf(k, f)
			n.unit, n.indicator = at.unit, at.indicator
			return n
		}
	}
	switch {
	case !m.Table.Has():
		return step("begin", "entry")
	case len(missing) > 0:
		n := step("missing", "entry")
		n.unit = missing[0].Key
		return n
	}
	n := step("verify", "")
	n.verify = true
	return n
}
