package app

import (
	"slices"
	"strconv"
	"strings"

	"yueping/app/bulletin"
	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/escalate"
	"yueping/models/month"
)

// BoardSection is the rows of one group as they are shown: a row a unit and list.
type BoardSection struct {
	Heading string // "" where there is only one
	Columns []BoardColumn
	Rows    [][]string
	Earned  []bool // by row: whether the unit has a notice in the month
}

// BoardColumn is a column of a board; Words are texts, the others places.
type BoardColumn struct {
	Title string
	Words bool
}

// BoardSpan says over which months a board goes.
func (w *Workspace) BoardSpan(b *Board) string {
	return w.text.T("boardsheet.span", "from", MonthWords(w.text, b.Months[0]), "to", MonthWords(w.text, b.At))
}

// Titles are those of the columns.
func (s BoardSection) Titles() []string {
	titles := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		titles[i] = c.Title
	}
	return titles
}

// BoardLines gives the rows of a board that are wanted, a section a group.
func (w *Workspace) BoardLines(b *Board, filter BoardFilter) []BoardSection {
	rows := b.Filtered(filter)
	var groups []string
	for _, r := range rows {
		if !slices.Contains(groups, r.Group) {
			groups = append(groups, r.Group)
		}
	}
	var sections []BoardSection
	for i, key := range groups {
		section := w.boardSection(b, slices.DeleteFunc(slices.Clone(rows), func(r appraise.BoardRow) bool { return r.Group != key }))
		if g := b.Month.Program.Group(key); g != nil && len(groups) > 1 {
			section.Heading = bulletin.Numeral(i+1) + "、" + g.Name
		}
		sections = append(sections, section)
	}
	return sections
}

func (w *Workspace) boardSection(b *Board, rows []appraise.BoardRow) BoardSection {
	lists := slices.ContainsFunc(rows, func(r appraise.BoardRow) bool { return len(ribbons(r)) > 1 })
	recorded := slices.ContainsFunc(rows, func(r appraise.BoardRow) bool { return len(b.recordsOf(r)) > 0 })
	s := BoardSection{Columns: w.boardColumns(b, lists, recorded)}
	for _, r := range rows {
		earned := slices.ContainsFunc(r.Earned, func(n appraise.Notice) bool { return !n.Superseded })
		for i, list := range ribbons(r) {
			name, words := "", []string{"", "", ""}
			if i == 0 {
				name, words = FullName(r.Name, r.County), b.rowWords(w.text, r)
			}
			cells := []string{name}
			if lists {
				cells = append(cells, b.Lists[list].Name)
			}
			for _, standing := range r.Ribbons[list] {
				cells = append(cells, w.standingWords(standing))
			}
			if !recorded {
				words = words[:2]
			}
			s.Rows, s.Earned = append(s.Rows, append(cells, words...)), append(s.Earned, earned)
		}
	}
	return s
}

func (w *Workspace) boardColumns(b *Board, lists, recorded bool) []BoardColumn {
	columns := []BoardColumn{{w.text.T("column.unit"), true}}
	if lists {
		columns = append(columns, BoardColumn{w.text.T("boardsheet.list"), true})
	}
	for _, at := range b.Months {
		columns = append(columns, BoardColumn{w.text.T("month.number", "month", at.Number()), false})
	}
	columns = append(columns, BoardColumn{w.text.T("boardsheet.earned"), true}, BoardColumn{w.text.T("boardsheet.next"), true})
	if recorded {
		columns = append(columns, BoardColumn{w.text.T("boardsheet.record"), true})
	}
	return columns
}

// ribbons are the lists that are for a unit.
func ribbons(r appraise.BoardRow) []int {
	var lists []int
	for i, ribbon := range r.Ribbons {
		if ribbon != nil {
			lists = append(lists, i)
		}
	}
	return lists
}

func (w *Workspace) standingWords(s appraise.Standing) string {
	switch {
	case s.Rank == 0:
		return w.text.T("boardsheet.no_data")
	case s.Mark == escalate.InList:
		return w.text.T("boardsheet.in", "rank", s.Rank)
	}
	return strconv.Itoa(s.Rank)
}

// rowWords says what a unit has earned, what another month would bring, and what became of it.
func (b *Board) rowWords(t *text.Book, r appraise.BoardRow) []string {
	var earned, next, done []string
	for _, n := range r.Earned {
		if !n.Superseded {
			earned = append(earned, n.Action+n.Addressee)
		}
	}
	for _, n := range Risks(r) {
		next = append(next, n.Action+n.Addressee)
	}
	for _, f := range b.recordsOf(r) {
		if words := FollowUpWords(t, f); words != "" {
			done = append(done, words)
		}
	}
	return []string{strings.Join(earned, "；"), strings.Join(next, "；"), strings.Join(done, "；")}
}

// recordsOf gives the records of a unit's notices in their order.
func (b *Board) recordsOf(r appraise.BoardRow) []models.FollowUp {
	var records []models.FollowUp
	for _, n := range r.Earned {
		if f, ok := b.Records[NoticeKey{n.Rule, r.Unit.Key}]; ok {
			records = append(records, f)
		}
	}
	return records
}

// FollowUpWords says how far a notice has come: its last step, and its deadline while it is open.
func FollowUpWords(t *text.Book, f models.FollowUp) string {
	var parts []string
	switch f.Stage() {
	case models.StageClosed:
		parts = append(parts, t.T("followup.closed", "date", f.Closed.String()))
	case models.StageFollowed:
		parts = append(parts, t.T("followup.followed", "date", f.Followed.String()))
	case models.StageHeld:
		parts = append(parts, t.T("followup.held", "date", f.Held.String()))
	}
	if f.Closed == (month.Period{}) && f.Deadline != (month.Period{}) {
		parts = append(parts, t.T("followup.deadline", "date", f.Deadline.String()))
	}
	return strings.Join(parts, "，")
}
