package app

import (
	"yueping/app/text"
	"yueping/models/appraise"
)

// CompareLineups is Lineups with a column a comparison that there is, a second one where the earlier month
// was recalculated, and a note that says why.
func CompareLineups(t *text.Book, c *Compared) []Lineup {
	x := c.Index()
	result := make([]Lineup, len(c.Ranking.Groups))
	for i := range c.Ranking.Groups {
		g := &c.Ranking.Groups[i]
		result[i] = lineup(t, c, x, g)
		result[i].inside(t, c, g)
		result[i].compare(t, c, x, g, c.LastMonth, t.T("column.last_month"))
		result[i].compare(t, c, x, g, c.LastYear, t.T("column.last_year"))
	}
	return result
}

// compare adds the columns of one comparison.
func (l *Lineup) compare(t *text.Book, c *Compared, x *Index, g *appraise.RankedGroup, against *Comparison, title string) {
	if against == nil {
		return
	}
	l.moves(t, c, x, g, against.Moves, title)
	if against.Rebased() {
		l.moves(t, c, x, g, against.Based, BasedTitle(t, c, against))
	}
	if note := BreakWords(t, c, against); note != "" {
		l.Notes = append(l.Notes, note)
	}
}

func (l *Lineup) moves(t *text.Book, c *Compared, x *Index, g *appraise.RankedGroup, moves map[string]appraise.Movement, title string) {
	words := MovementWords
	if x != nil && x.Itself {
		words = IndexMovementWords
	}
	l.Columns = append(l.Columns, LineupColumn{Title: title, Words: true, Compares: true})
	for row := range g.Rows {
		m := moves[g.Rows[row].Unit.Key]
		l.Rows[row].Cells = append(l.Rows[row].Cells, LineupCell{Text: words(t, c.Ranking.Keys[0], m)})
	}
}

// inside adds the column of the ranking on one basis, where the ranked figure compares months itself.
func (l *Lineup) inside(t *text.Book, c *Compared, g *appraise.RankedGroup) {
	if note := InsideWords(t, c); note != "" {
		l.Notes = append(l.Notes, note)
	}
	if c.OnBasis == nil {
		return
	}
	words := OnBasisWords(t, c.OnBasis)
	l.Columns = append(l.Columns, LineupColumn{Title: t.T("column.on_basis"), Words: true, Compares: true})
	for row := range g.Rows {
		l.Rows[row].Cells = append(l.Rows[row].Cells, LineupCell{Text: words[g.Rows[row].Unit.Key]})
	}
}
