package appraise

import (
	"yueping/models"
	"yueping/models/number"
)

// Place is where a unit stands in its group, and between whom.
type Place struct {
	Rank, Level  int
	Of, Levels   int    // ranked units, and their distinct values
	Position     int    // in the order of the table, from 1
	Ahead        int    // units of a better rank
	AheadLevels  int    // distinct values of them
	Behind       int    // units of a worse rank
	Ties         string // competition, dense, ordinal
	Precedence   int    // 规范排序: the order among equals
	Equal        []Neighbour
	Shared       bool       // the equals share its rank; by ordinal numbers they never do
	Before       *Neighbour // the last of a better rank, nil for none
	After        *Neighbour // the first of a worse rank
	DecidedByKey int        // the key, from 1, in which Before is better; 0 where only precedence is
}

// Neighbour is another unit of the group.
type Neighbour struct {
	Unit       *models.Unit
	Name       string
	County     string
	Rank       int
	Position   int
	Precedence int
	Values     []number.Number
}

func neighbour(rows []Row, i int) Neighbour {
	row := &rows[i]
	return Neighbour{Unit: row.Unit, Name: row.Name, County: row.County, Rank: row.Rank, Position: i + 1, Precedence: row.Unit.Precedence, Values: row.Values}
}

// placeOf counts a unit's place from the rows of its group.
func placeOf(r *Ranking, g *RankedGroup, at int) *Place {
	rows := g.Rows
	own := &rows[at]
	p := &Place{Rank: own.Rank, Level: own.Level, Of: len(rows), Position: at + 1, Ties: r.Terms.Ties, Precedence: own.Unit.Precedence}
	for i := range rows {
		other := &rows[i]
		p.Levels = max(p.Levels, other.Level)
		switch {
		case other.Rank < own.Rank:
			p.Ahead++
			n := neighbour(rows, i)
			p.Before = &n
		case other.Rank > own.Rank:
			p.Behind++
			if p.After == nil {
				n := neighbour(rows, i)
				p.After = &n
			}
		}
		if other.Level < own.Level {
			p.AheadLevels = max(p.AheadLevels, other.Level)
		}
		if other.Level == own.Level && i != at {
			p.Equal = append(p.Equal, neighbour(rows, i))
			p.Shared = p.Shared || other.Rank == own.Rank
		}
	}
	if p.Before != nil {
		p.DecidedByKey = decidingKey(p.Before.Values, own.Values)
	}
	return p
}

// decidingKey is the first key in which two units differ, from 1; 0 where they agree in all.
func decidingKey(a, b []number.Number) int {
	for i := range a {
		if a[i].Cmp(b[i]) != 0 {
			return i + 1
		}
	}
	return 0
}
