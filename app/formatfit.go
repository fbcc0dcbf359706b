package app

import (
	"yueping/app/sheet"
	"yueping/models"
	"yueping/models/fault"
)

// letterStep is by how much letters are made smaller at a time, in pt.
const letterStep = 0.5

// squeeze is one way of bringing tables onto one page: in letters of no less than so many pt, with no fewer than
// so many rows of each end, on the paper at hand or on A3.
type squeeze struct {
	letters float64
	rows    int
	larger  bool
}

// squeezes are tried in turn where rows may be left out: large letters are worth more than many rows, and three
// rows of each end more than small paper.
var squeezes = []squeeze{{12, 3, false}, {10.5, 3, false}, {12, 3, true}, {smallestLetters, 3, true}, {smallestLetters, 1, false}, {smallestLetters, 1, true}}

// onePage brings tables onto one page: letters shrink, and where the format shows both ends of its groups it
// shows fewer rows of them, or takes A3 where it leaves the paper open. What is there then stands in f.
// format.one_page where nothing helps.
func (f *Formatted) onePage(lay layer) ([]sheet.Page, error) {
	ways, most := []squeeze{{smallestLetters, 1, false}}, 1
	if f.Format.Terms.Rows == models.RowsEnds {
		ways, most = squeezes, f.Format.Terms.Count
	}
	for _, way := range ways {
		terms := f.Format.Terms
		if way.larger && terms.Paper != "" {
			continue
		}
		if way.larger {
			terms.Paper = models.PaperA3
		}
		least := min(f.letters(), way.letters)
		for rows := most; rows >= min(way.rows, most); rows-- {
			lineups, err := f.maker.counting(rows)
			if err != nil {
				return nil, err
			}
			pages, err := lay(terms, lineups, least)
			if err != nil {
				return nil, err
			}
			if len(pages) == 1 {
				f.Lineups, f.Format.Terms = lineups, terms
				return f.largest(lay, least, pages)
			}
		}
	}
	return nil, fault.New("format.one_page", "format", f.Format.Name)
}

// largest lays the tables out in the largest letters in which they stay on one page; pages are those of the least.
func (f *Formatted) largest(lay layer, least float64, pages []sheet.Page) ([]sheet.Page, error) {
	for letters := f.letters(); letters > least; letters -= letterStep {
		if larger, err := lay(f.Format.Terms, f.Lineups, letters); err != nil || len(larger) == 1 {
			return larger, err
		}
	}
	return pages, nil
}

// counting makes the tables with so many rows of each end.
func (f *formatter) counting(rows int) ([]Lineup, error) {
	fewer := *f
	if f.terms.Rows == models.RowsEnds {
		fewer.terms.Count = rows
	}
	return fewer.lineups()
}
