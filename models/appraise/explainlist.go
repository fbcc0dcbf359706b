package appraise

import (
	"slices"

	"yueping/models"
	"yueping/models/number"
)

// ListTest is whether a unit is in one of the lists of its group, and why.
type ListTest struct {
	models.List
	Ranked, Levels int
	Wanted         int // rows or levels that the list asks for; of a share, the rows that it comes to
	Position       int // counted from the list's side: rows, or levels; 0 for a threshold
	Holds          int // rows in it
	In             bool
	ByTie          bool // in only because it shares the rank at the edge
	SplitOff       bool // out although it shares the rank at the edge: the list splits ties by precedence
	Value          number.Number
}

// listTests tests a row against each list of its group.
func listTests(g *RankedGroup, at int) []ListTest {
	rows := g.Rows
	levels := 0
	for i := range rows {
		levels = max(levels, rows[i].Level)
	}
	var result []ListTest
	for _, l := range g.Lists {
		cut := Cut(l.List)
		test := ListTest{List: l.List, Ranked: len(rows), Levels: levels, Holds: len(l.Rows), In: slices.Contains(l.Rows, at), Value: rows[at].Values[0]}
		switch l.List.By {
		case "levels":
			test.Wanted, test.Position = l.List.Count, rows[at].Level
			if l.List.Worst {
				test.Position = levels - rows[at].Level + 1
			}
		case "threshold":
		default:
			test.Wanted, test.Position = cut.Wanted(len(rows)), at+1
			if l.List.Worst {
				test.Position = len(rows) - at
			}
			test.ByTie = test.In && test.Position > test.Wanted
			test.SplitOff = !test.In && l.List.Split && slices.ContainsFunc(l.Rows, func(other int) bool { return rows[other].Level == rows[at].Level })
		}
		result = append(result, test)
	}
	return result
}

// GradeTest is the grade of a value: the first band whose least value it reaches.
type GradeTest struct {
	Value number.Number
	Bands []models.GradeBand // of the scale that decides
	Band  *models.GradeBand  // nil where it reaches none
}

// gradeOf finds the band that gives a value its grade in the first scale for the group; nil where no
// scale is for it.
func gradeOf(scales []models.GradeScale, group string, value number.Number) *GradeTest {
	for _, s := range scales {
		if !models.In(s.Groups, group) {
			continue
		}
		result := &GradeTest{Value: value, Bands: s.Bands}
		for i := range s.Bands {
			if value.Cmp(s.Bands[i].Min) >= 0 {
				result.Band = &s.Bands[i]
				break
			}
		}
		return result
	}
	return nil
}
