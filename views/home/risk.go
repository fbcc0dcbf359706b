package home

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/views/kit"
)

// risk is what one more month in the list would bring, and whom.
type risk struct {
	action string
	count  int
	names  string
}

// risks is the list of those at risk after a tile's month.
type risks struct {
	month  month.Month
	units  int
	first  string // the key of the first unit
	groups []risk // the harshest first
}

// readRisks reads whom another month would bring more than a first one; nil where there is nobody.
func readRisks(ctx context.Context, k *kit.Kit, m *app.Month) (*risks, error) {
	if len(m.Program.Rules) == 0 || !m.Table.Has() {
		return nil, nil
	}
	board, err := k.Workspace.Board(ctx, m.Program.Key, m.At)
	if err != nil {
		return nil, err
	}
	r := &risks{month: m.At + 1}
	names, most := map[string][]string{}, map[string]int{}
	var actions []string
	for _, row := range board.Rows {
		found := app.Risks(row)
		if len(found) == 0 {
			continue
		}
		if r.units++; r.first == "" {
			r.first = row.Unit.Key
		}
		n := slices.MaxFunc(found, func(a, b appraise.Notice) int { return needed(m, a) - needed(m, b) })
		action := n.Action + n.Addressee
		if names[action] == nil {
			actions = append(actions, action)
		}
		names[action] = append(names[action], app.FullName(row.Name, row.County))
		most[action] = max(most[action], needed(m, n))
	}
	if r.units == 0 {
		return nil, nil
	}
	slices.SortStableFunc(actions, func(a, b string) int { return most[b] - most[a] })
	for _, action := range actions {
		shown := names[action][:min(len(names[action]), namesShown)]
		r.groups = append(r.groups, risk{action, len(names[action]), strings.Join(shown, "、")})
	}
	return r, nil
}

// needed is how harsh a notice is: the step of its ladder, before that the months that it takes.
func needed(m *app.Month, n appraise.Notice) int {
	for i := range m.Program.Rules {
		if r := &m.Program.Rules[i]; r.Key == n.Rule {
			terms := r.Versions.Get(m.At + 1)
			return 100*terms.Step + terms.Months
		}
	}
	return 0
}

// risks are the lines of a tile, and the button that leads to the board.
func (s *Screen) risks(t tile) fyne.CanvasObject {
	k := s.kit
	title := widget.NewLabelWithStyle(k.T("home.risk", "month", app.MonthWords(k.Text, t.risks.month), "count", t.risks.units), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	button := k.Button(k.T("home.to_board"), nil, func() { s.take(t.place, next{screen: "notices", unit: t.risks.first}) })
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0), container.NewBorder(nil, nil, nil, button, title))
	for _, g := range t.risks.groups {
		key := "home.risk_line"
		if g.count > namesShown {
			key = "home.risk_line_more"
		}
		lines.Add(kit.Wrapped(k.T(key, "action", g.action, "names", g.names, "count", g.count)))
	}
	return lines
}
