package appraise

import (
	"slices"

	"yueping/models"
	"yueping/models/escalate"
	"yueping/models/rank"
)

// ribbons collects the standings of a board, in one piece of memory a list.
type ribbons struct {
	board  *Board
	lists  []int        // the list of the board for each of the marks, -1 for none
	cells  [][]Standing // by list of the board: the months of a unit, then those of the next
	filled [][]bool     // by list of the board and unit
}

func newRibbons(b *Board, register *models.Register, rules []escalate.Rule) *ribbons {
	r := &ribbons{board: b}
	_, lists := named(rules)
	for _, l := range lists {
		r.lists = append(r.lists, slices.IndexFunc(b.Lists, func(known BoardList) bool { return known.List == l }))
	}
	units := len(register.Units())
	for range b.Lists {
		r.cells = append(r.cells, make([]Standing, units*len(b.Months)))
		r.filled = append(r.filled, make([]bool, units))
	}
	return r
}

// see gives what records the places of a group, nil for a month that the board does not show.
func (r *ribbons) see(g standings) seenMark {
	width := len(r.board.Months)
	month := int(g.table.At - r.board.Months[0])
	if month < 0 {
		return nil
	}
	return func(list, unit int, p *rank.Place, mark escalate.Mark) {
		if i := r.lists[list]; i >= 0 {
			r.cells[i][unit*width+month] = Standing{mark, p.Rank, len(g.places)}
			r.filled[i][unit] = true
		}
	}
}

// of gives the ribbons of a unit by list, nil where no list is for it.
func (r *ribbons) of(unit int) [][]Standing {
	var own [][]Standing
	width := len(r.board.Months)
	for i := range r.cells {
		if r.filled[i][unit] {
			if own == nil {
				own = make([][]Standing, len(r.cells))
			}
			own[i] = r.cells[i][unit*width : (unit+1)*width : (unit+1)*width]
		}
	}
	return own
}
