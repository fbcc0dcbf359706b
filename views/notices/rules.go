package notices

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models/appraise"
	"yueping/models/escalate"
	"yueping/views/kit"
	"yueping/views/table"
)

// tell lists how each rule stands, and what comes next. Strips are as wide as the longest, so that words line up.
func (s *Screen) tell(x *appraise.NoticesExplanation) []fyne.CanvasObject {
	months := 1
	for i := range x.Rules {
		if len(x.Rules[i].Lists) == 1 {
			months = max(months, len(x.Rules[i].Months))
		}
	}
	var list []fyne.CanvasObject
	for i := range x.Rules {
		list = append(list, s.rule(x, &x.Rules[i], table.StripWidth(months)))
	}
	return append(list, s.next(x))
}

// rule tells of one rule: what it asks for, the months that it looks at, and what came of them.
func (s *Screen) rule(x *appraise.NoticesExplanation, r *appraise.RuleExplanation, wide float32) fyne.CanvasObject {
	k := s.kit
	title := widget.NewLabelWithStyle(r.Rule.Action+r.Rule.Addressee, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	outcome, tone := s.outcome(x, r)
	tag := container.NewCenter(kit.NewTag(outcome, tone))
	words := container.New(layout.NewCustomPaddedVBoxLayout(0), kit.Wrapped(s.terms(r)), kit.Wrapped(s.counted(r)))
	parts := container.NewVBox(container.NewHBox(title, tag))
	switch {
	case len(r.Months) == 0:
		parts.Add(words)
	case len(r.Lists) == 1:
		parts.Add(container.NewBorder(nil, nil, kit.Narrow(wide, container.NewVBox(s.strip(r))), nil, words))
	default: // the lists' names take the room
		parts.Add(container.NewHScroll(container.NewHBox(s.strip(r))))
		parts.Add(words)
	}
	if r.Begin != 0 {
		words.Add(kit.Wrapped(k.T("board.restarted", "month", app.MonthWords(k.Text, r.Begin), "action", actionOf(x, r.RestartedBy))))
	}
	return container.NewStack(kit.NewFrame(false), container.New(layout.NewCustomPaddedLayout(4, 6, 4, 6), parts))
}

// outcome is what came of a rule, in a word or two.
func (s *Screen) outcome(x *appraise.NoticesExplanation, r *appraise.RuleExplanation) (string, fyne.ThemeColorName) {
	switch {
	case r.Earned && r.By != "":
		return s.kit.T("board.superseded", "action", actionOf(x, r.By)), theme.ColorNameWarning
	case r.Earned && r.Rule.Honour:
		return s.kit.T("board.met"), theme.ColorNameSuccess
	case r.Earned:
		return s.kit.T("board.met"), theme.ColorNameError
	}
	return s.kit.T("board.not_met"), theme.ColorNamePlaceHolder
}

// actionOf is what a rule brings.
func actionOf(x *appraise.NoticesExplanation, key string) string {
	for i := range x.Rules {
		if r := x.Rules[i].Rule; r.Key == key {
			return r.Action + r.Addressee
		}
	}
	return key
}

// terms is what a rule asks for: 列入“乡镇排名·后10名”，连续2个月.
func (s *Screen) terms(r *appraise.RuleExplanation) string {
	k := s.kit
	lists := make([]string, len(r.Lists))
	for i := range r.Lists {
		lists[i] = k.T("board.quoted", "list", listWords(k, &r.Lists[i]))
	}
	key := "board.terms.running"
	switch {
	case r.Rule.Months <= 1:
		key = "board.terms.once"
	case r.Rule.Within == escalate.Year:
		key = "board.terms.year"
	case r.Rule.Within == escalate.Window:
		key = "board.terms.window"
	}
	words := k.T(key, "lists", strings.Join(lists, k.T("board.and")), "count", r.Rule.Months, "window", r.Rule.Window)
	if r.Since != 0 {
		words += k.T("board.since", "month", app.MonthWords(k.Text, r.Since))
	}
	return words
}

func listWords(k *kit.Kit, l *appraise.NoticeList) string {
	scheme := l.List.Scheme
	if l.Scheme != nil {
		scheme = l.Scheme.Name
	}
	return k.T("board.list", "scheme", scheme, "list", l.Name)
}

// counted says which months count, and how many are needed.
func (s *Screen) counted(r *appraise.RuleExplanation) string {
	k := s.kit
	needed := max(1, r.Rule.Months)
	if len(r.Counted) == 0 {
		return k.T("board.counted_none", "needed", needed)
	}
	words := k.T("board.counted", "count", len(r.Counted), "needed", needed, "months", shortMonths(k.Text, r.Counted))
	if !r.Earned && len(r.Counted) >= needed {
		words += k.T("board.not_this_month")
	}
	return words
}

// strip draws the months that a rule looks at, a line a list where it names several.
func (s *Screen) strip(r *appraise.RuleExplanation) fyne.CanvasObject {
	scale := make([]table.Tick, len(r.Months))
	for i, m := range r.Months {
		scale[i].Label = strconv.Itoa(m.Month.Number())
		if i == 0 || m.Month.Number() == 1 {
			scale[i].Over = s.kit.T("board.year", "year", m.Month.Year())
		}
	}
	tone := table.Bad
	if r.Rule.Honour {
		tone = table.Good
	}
	lines, label := make([]table.Line, len(r.Lists)), float32(0)
	for i := range r.Lists {
		lines[i].Label = listWords(s.kit, &r.Lists[i])
		for _, m := range r.Months {
			if i < len(m.Standings) {
				lines[i].Tiles = append(lines[i].Tiles, tile(m.Standings[i].Mark, m.Standings[i].Rank, tone))
			}
		}
		if len(r.Lists) > 1 {
			label = max(label, fyne.MeasureText(lines[i].Label, theme.TextSize(), fyne.TextStyle{}).Width+4)
		}
	}
	return table.Strip(scale, label, lines...)
}

// next says what one more month would bring.
func (s *Screen) next(x *appraise.NoticesExplanation) fyne.CanvasObject {
	k := s.kit
	title := widget.NewLabelWithStyle(k.T("board.risk"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	var lines []string
	for _, n := range x.Next {
		words := actionWords(n)
		if len(n.Months) > 1 {
			words = k.T("board.next_notice", "action", words, "reason", reason(k.Text, n))
		}
		lines = append(lines, words)
	}
	words := k.T("board.no_risk")
	if len(lines) > 0 {
		words = k.T("board.if_listed", "month", app.MonthWords(k.Text, s.data.board.At+1), "notices", strings.Join(lines, k.T("board.and_then")))
	}
	return container.NewStack(kit.NewFrame(false), container.New(layout.NewCustomPaddedLayout(4, 6, 4, 6), container.NewVBox(title, kit.Wrapped(words))))
}
