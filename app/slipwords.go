package app

import (
	"slices"
	"strings"

	"yueping/app/sheet"
	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
)

// slip puts in words what a unit is to confirm.
func (s *slipMaker) slip(e *Explained) *slip {
	t, m := s.w.text, s.month
	name := FullName(e.Name, e.County)
	group := ""
	if g := m.Program.Group(m.Table.Roster.Group(e.Unit.Key)); g != nil {
		group = g.Name
	}
	p := &slip{cut: t.T("slip.cut")}
	p.document = sheet.Document{Title: t.T("slip.title", "program", m.Program.Name), Mark: m.Mark(t), PageNumber: sheet.NumberOfTotal, Words: s.w.pageWords(),
		Subtitle: []string{t.T("slip.subtitle", "month", MonthWords(t, m.At), "unit", name, "group", group)},
		Footer:   t.T("explainsheet.footer", "unit", name, "status", t.T("status."+string(m.Record.Status)), "time", s.w.clock().Format("2006-01-02 15:04"))}
	p.values = s.values(e)
	p.ranks = s.ranks(e)
	p.calculation = s.calculation(e)
	p.signature = s.signature()
	return p
}

// values are the figures of the unit with those of the month before and where they come from.
func (s *slipMaker) values(e *Explained) sheet.Section {
	t := s.w.text
	section := sheet.Section{}
	section.Table.Columns = []sheet.Column{{Title: t.T("explain.column.indicator"), Align: sheet.AlignLeft}, {Title: MonthWords(t, s.month.At), Align: sheet.AlignPoint}}
	if s.before != nil {
		section.Table.Columns = append(section.Table.Columns, sheet.Column{Title: MonthWords(t, s.month.At-1), Align: sheet.AlignPoint})
	} else {
		section.Notes = append(section.Notes, t.T("slip.no_last_month", "month", MonthWords(t, s.month.At-1)))
	}
	section.Table.Columns = append(section.Table.Columns, sheet.Column{Title: t.T("slip.source"), Align: sheet.AlignLeft, Weight: 1})
	for _, ind := range s.indicators(e.Unit.Key) {
		cells := []string{Heading(ind), cellWords(t, ind, s.month.Table.Value(ind.Key, e.Unit.Key))}
		if s.before != nil {
			before := t.T("slip.nothing")
			if ind.Holds(s.month.At-1) && s.before.Roster.Covers(ind, e.Unit.Key) {
				before = cellWords(t, ind, s.before.Value(ind.Key, e.Unit.Key))
			}
			cells = append(cells, before)
		}
		section.Table.Rows = append(section.Table.Rows, sheet.Row{Cells: append(cells, s.source(e, ind))})
	}
	return section
}

// cellWords is a value with its decimals, or its state.
func cellWords(t *text.Book, ind *models.Indicator, v appraise.Value) string {
	return figureCell(t, ind, v).Text
}

// source says where a value comes from: what a clerk noted, else how it came in.
func (s *slipMaker) source(e *Explained, ind *models.Indicator) string {
	t := s.w.text
	if ind.Derived() {
		return t.T("slip.calculated")
	}
	place := s.month.Place(ind.Key, e.Unit.Key)
	words := s.month.Annotations[place].Source
	origin, known := e.Origins[place]
	if words == "" && known {
		words = t.T("slip.origin", "file", origin.File, "source", t.T("source."+string(origin.Source)), "actor", origin.Actor, "date", origin.At.Local().Format("2006-01-02"))
	}
	if draft := s.month.Drafts[place].Text; draft != "" {
		words += t.T("explain.draft", "text", draft)
	}
	if words == "" {
		return t.T("slip.nothing")
	}
	return text.OneLine(words)
}

// ranks are where each ranking has the unit, and the notices that it has earned.
func (s *slipMaker) ranks(e *Explained) sheet.Section {
	t := s.w.text
	section := sheet.Section{Follows: true}
	compares := slices.ContainsFunc(e.Schemes, func(x *appraise.Explanation) bool { return s.rankings[x.Scheme.Key].LastMonth != nil })
	if len(e.Schemes) > 0 {
		section.Table.Columns = []sheet.Column{{Title: t.T("slip.scheme"), Align: sheet.AlignLeft}, {Title: t.T("slip.figure"), Align: sheet.AlignLeft}, {Title: t.T("column.rank"), Align: sheet.AlignCentre}}
		if compares {
			section.Table.Columns = append(section.Table.Columns, sheet.Column{Title: t.T("column.last_month"), Align: sheet.AlignCentre})
		}
		section.Table.Columns = append(section.Table.Columns, sheet.Column{Title: t.T("slip.listed"), Align: sheet.AlignCentre, Min: listedWidth})
	}
	for _, x := range e.Schemes {
		c := s.rankings[x.Scheme.Key]
		cells := []string{x.Scheme.Name, s.keyWords(x), s.placeWords(c, x)}
		if compares {
			cells = append(cells, s.moveWords(c, x))
		}
		row := sheet.Row{Cells: append(cells, s.listWords(x))}
		if slices.ContainsFunc(x.Lists, func(l appraise.ListTest) bool { return l.In && l.Holds < x.Place.Of }) {
			row.Emphasis = sheet.Shaded
		}
		section.Table.Rows = append(section.Table.Rows, row)
		for _, note := range []string{InsideWords(t, c.Compared), BreakWords(t, c.Compared, c.LastMonth)} {
			if note != "" && !slices.Contains(section.Notes, note) {
				section.Notes = append(section.Notes, note)
			}
		}
	}
	if s.ruled {
		section.Notes = append(section.Notes, s.noticeWords(e.Unit.Key))
	}
	return section
}

// listedWidth is that of 列入、等次 on one line, in mm.
const listedWidth = 18

// keyWords are what the ranking compares: PM10与PM2.5指数 1.88.
func (s *slipMaker) keyWords(x *appraise.Explanation) string {
	parts := make([]string, len(x.Keys))
	for i, k := range x.Keys {
		name := k.Indicator.Name
		if len(x.Parts) > 0 {
			name = s.w.text.T("explain.rank_total")
		}
		parts[i] = name + " " + figureWords(s.w.text, k.Indicator, appraise.Value{State: k.State, Number: k.Value})
	}
	return strings.Join(parts, "；")
}

// placeWords is the rank among how many of which group, or why there is none.
func (s *slipMaker) placeWords(c *slipRanking, x *appraise.Explanation) string {
	t := s.w.text
	if x.Place == nil {
		return t.T("explain.unranked."+string(x.Cause), "reason", ReasonWords(t, *x.Excluded))
	}
	words := t.T("papers.place", "rank", x.Place.Rank, "of", x.Place.Of)
	if x.Group.Key != s.month.Table.Roster.Group(x.Unit.Key) { // it is ranked among more than those it belongs to
		words = x.Group.Name + words
	}
	if basis := c.basis[x.Unit.Key]; basis != "" {
		words += "\n" + t.T("column.on_basis") + "：" + basis
	}
	return words
}

// moveWords is the change against the month before, once more on one basis where the rules changed between.
func (s *slipMaker) moveWords(c *slipRanking, x *appraise.Explanation) string {
	t := s.w.text
	if c.LastMonth == nil || x.Place == nil {
		return t.T("slip.nothing")
	}
	say := MovementWords
	if c.index != nil && c.index.Itself {
		say = IndexMovementWords
	}
	words := say(t, c.Ranking.Keys[0], c.LastMonth.Moves[x.Unit.Key])
	if c.LastMonth.Rebased() {
		words += "\n" + BasedTitle(t, c.Compared, c.LastMonth) + "：" + say(t, c.Ranking.Keys[0], c.LastMonth.Based[x.Unit.Key])
	}
	return words
}

// listWords are the lists that the unit is in, and its grade.
func (s *slipMaker) listWords(x *appraise.Explanation) string {
	var words []string
	for _, l := range x.Lists {
		if l.In {
			words = append(words, l.Name)
		}
	}
	if x.Grade != nil && x.Grade.Band != nil {
		words = append(words, x.Grade.Band.Grade)
	}
	if len(words) == 0 {
		return s.w.text.T("slip.nothing")
	}
	return strings.Join(words, "、")
}

// noticeWords are the notices of the month.
func (s *slipMaker) noticeWords(unit string) string {
	t := s.w.text
	if len(s.notices[unit]) == 0 {
		return t.T("notice.none")
	}
	words := make([]string, len(s.notices[unit]))
	for i, n := range s.notices[unit] {
		words[i] = NoticeWords(t, n)
	}
	return t.T("slip.notices", "notices", strings.Join(words, "；"))
}

// signature is where the unit signs, by when, and how it objects.
func (s *slipMaker) signature() sheet.Section {
	t := s.w.text
	section := sheet.Section{Follows: true, Notes: []string{t.T("slip.reply_by"), t.T("slip.appeal")}}
	row := sheet.Row{}
	for _, key := range []string{"slip.checked_by", "slip.responsible", "slip.date", "slip.seal"} {
		section.Table.Columns = append(section.Table.Columns, sheet.Column{Title: t.T(key), Align: sheet.AlignCentre, Weight: 1})
		row.Cells = append(row.Cells, room)
	}
	section.Table.Rows = []sheet.Row{row}
	return section
}

// room is the height of three lines to write on by hand.
const room = "\n\n"
