package app

import (
	"slices"

	"yueping/models/appraise"
)

// BoardFilter says which rows of a board are wanted; the zero value all.
type BoardFilter struct {
	Groups []string // keys
	County string   // its name
	Units  []string // keys
	Earned bool     // only units with a notice in the month
	Action string   // only units with a notice of this action in the month
	Risk   bool     // only units that another month in the list would bring more than a first one does
}

// Filtered gives the rows of a board that are wanted.
func (b *Board) Filtered(f BoardFilter) []appraise.BoardRow {
	var rows []appraise.BoardRow
	for _, r := range b.Rows {
		if f.wants(r) {
			rows = append(rows, r)
		}
	}
	return rows
}

func (f BoardFilter) wants(r appraise.BoardRow) bool {
	applies := func(n appraise.Notice) bool { return !n.Superseded && (f.Action == "" || n.Action == f.Action) }
	switch {
	case len(f.Groups) > 0 && !slices.Contains(f.Groups, r.Group),
		f.County != "" && r.County != f.County,
		len(f.Units) > 0 && !slices.Contains(f.Units, r.Unit.Key),
		(f.Earned || f.Action != "") && !slices.ContainsFunc(r.Earned, applies),
		f.Risk && len(Risks(r)) == 0:
		return false
	}
	return true
}

// Risks are the notices of a row that another month in the list would bring and a first one does not.
func Risks(r appraise.BoardRow) []appraise.Notice {
	var risks []appraise.Notice
	for _, n := range r.Next {
		if len(n.Months) > 1 {
			risks = append(risks, n)
		}
	}
	return risks
}
