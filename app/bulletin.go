package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"yueping/app/bulletin"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// Bulletin gives the text that goes out for a month: the program's bulletin, then the newspaper's
// box where it has one; bulletin.none where the program has neither.
func (w *Workspace) Bulletin(ctx context.Context, program string, at month.Month) (string, error) {
	m, err := w.Month(ctx, program, at)
	if err != nil {
		return "", err
	}
	wording := m.Program.Wording
	if wording.Bulletin == "" && wording.Box == "" {
		return "", fault.New("bulletin.none", "program", m.Program.Name)
	}
	data, err := w.bulletinData(ctx, m)
	if err != nil {
		return "", err
	}
	var parts []string
	if mark := m.Mark(w.text); mark != "" {
		parts = append(parts, w.text.T("mark.line", "mark", mark)+"\n")
	}
	for _, source := range []string{wording.Bulletin, wording.Box} {
		if source == "" {
			continue
		}
		rendered, err := bulletin.Render(source, data)
		if err != nil {
			return "", err
		}
		parts = append(parts, rendered)
	}
	return strings.Join(parts, "\n"), nil
}

func (w *Workspace) bulletinData(ctx context.Context, m *Month) (bulletin.Data, error) {
	data := bulletin.Data{City: m.City(), Year: m.At.Year(), Month: m.At.Number(),
		Figure: w.cityFigure(m), Parts: w.breakdown(m)}
	for i := range m.Program.Schemes {
		s := &m.Program.Schemes[i]
		if _, holds := s.At(m.At); !holds {
			continue
		}
		ranking, err := m.Table.Rank(s.Key)
		if err != nil {
			return data, err
		}
		scheme := bulletin.Scheme{Name: s.Name, Groups: w.bulletinGroups(m, ranking)}
		data.Schemes = append(data.Schemes, scheme)
		if s.Key == m.Program.DefaultScheme {
			data.Scheme, data.Groups = s.Name, scheme.Groups
		}
	}
	notices, err := w.MonthNotices(ctx, m)
	data.Notices = w.bulletinNotices(notices)
	return data, err
}

func (w *Workspace) bulletinGroups(m *Month, r *appraise.Ranking) []bulletin.Group {
	var groups []bulletin.Group
	for i := range r.Groups {
		g := &r.Groups[i]
		group := bulletin.Group{Name: g.Group.Name, Ranked: len(g.Rows)}
		for _, row := range g.Rows {
			group.Rows = append(group.Rows, bulletin.Row{Rank: row.Rank, Name: row.Name, Full: FullName(row.Name, row.County),
				Printed: printed(m, row.Unit, row.Name), County: row.County, Value: r.Keys[0].Shown(row.Values[0]), Grade: row.Grade})
		}
		for _, l := range g.Lists {
			group.Lists = append(group.Lists, bulletinList(l, g, group.Rows))
		}
		for _, e := range g.Excluded {
			group.Excluded = append(group.Excluded, bulletin.Row{Name: e.Name, Full: FullName(e.Name, e.County),
				Printed: printed(m, e.Unit, e.Name), County: e.County, Reason: ReasonWords(w.text, e)})
		}
		groups = append(groups, group)
	}
	return groups
}

// printed is the newspaper's spelling: the register's, where it gives one, else the program's name.
func printed(m *Month, u *models.Unit, name string) string {
	if u.Printed != "" {
		return u.PrintedName(m.At)
	}
	return name
}

func bulletinList(l appraise.ListRows, g *appraise.RankedGroup, rows []bulletin.Row) bulletin.List {
	list := bulletin.List{Name: l.List.Name}
	level := 0
	for _, i := range l.Rows {
		row := rows[i]
		list.Rows = append(list.Rows, row)
		if g.Rows[i].Level != level {
			level = g.Rows[i].Level
			list.Levels = append(list.Levels, bulletin.Level{Value: row.Value})
		}
		last := &list.Levels[len(list.Levels)-1]
		last.Names = append(last.Names, row.Name)
		last.Printed = append(last.Printed, row.Printed)
	}
	return list
}

// bulletinNotices joins the notices of a unit in one line.
func (w *Workspace) bulletinNotices(notices []appraise.Notice) []bulletin.Notice {
	var result []bulletin.Notice
	for i, n := range notices {
		words := NoticeWords(w.text, n)
		if i > 0 && notices[i-1].Unit == n.Unit {
			result[len(result)-1].Text += "；" + words
			continue
		}
		result = append(result, bulletin.Notice{Full: FullName(n.Name, n.County), Text: words})
	}
	return result
}

func (w *Workspace) cityFigure(m *Month) func(string) (string, error) {
	return func(indicator string) (string, error) {
		ind := m.Program.Indicator(indicator)
		city := m.Table.Roster.Register().City()
		if ind == nil || city == nil {
			return "", unknownIndicator(m.Program, indicator)
		}
		v := m.Table.Value(indicator, city.Key)
		if v.State != models.IsNumber {
			return "（" + StateWord(w.text, v.State) + "）", nil
		}
		return ind.Shown(v.Number), nil
	}
}

func (w *Workspace) breakdown(m *Month) func(string) (bulletin.Breakdown, error) {
	return func(indicator string) (bulletin.Breakdown, error) {
		ind := m.Program.Indicator(indicator)
		if ind == nil {
			return bulletin.Breakdown{}, unknownIndicator(m.Program, indicator)
		}
		city := m.Table.Roster.Register().City()
		type part struct {
			unit  *models.Unit
			value number.Number
		}
		var parts []part
		var sum number.Number
		for _, u := range m.Table.Units {
			if v := m.Table.Value(indicator, u.Key); u != city && v.State == models.IsNumber {
				total, err := sum.Add(v.Number)
				if err != nil {
					return bulletin.Breakdown{}, err
				}
				sum = total
				parts = append(parts, part{u, v.Number})
			}
		}
		slices.SortStableFunc(parts, func(a, b part) int {
			return cmp.Or(b.value.Cmp(a.value), cmp.Compare(a.unit.Precedence, b.unit.Precedence))
		})
		result := bulletin.Breakdown{Sum: ind.Shown(sum)}
		for _, p := range parts {
			result.Items = append(result.Items, bulletin.Item{Name: m.Table.Roster.Name(p.unit.Key), Value: ind.Shown(p.value)})
		}
		if city == nil {
			return result, nil
		}
		if whole := m.Table.Value(indicator, city.Key); whole.State == models.IsNumber {
			rest, err := whole.Number.Sub(sum)
			if err != nil {
				return bulletin.Breakdown{}, err
			}
			if rest.Sign() > 0 {
				result.Rest = ind.Shown(rest)
			}
		}
		return result, nil
	}
}
