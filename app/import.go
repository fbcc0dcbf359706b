package app

import (
	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/month"
)

// ImportRequest names a workbook and what it is to be read for.
type ImportRequest struct {
	Program string
	// Month may be 0 where the file is one of our exports, or says its month in its title, its name or
	// its dates.
	Month month.Month
	Path  string
	// Pasted is what was pasted instead of a file: lines of cells between tabs.
	Pasted string
	// Layout is what a clerk said of what stands where; nil for what is remembered of files with the same
	// header, or else for a guess.
	Layout *intake.Layout
	// Thousandths are the keys of indicators of which a clerk said, asked for Import.Thousandfold, that
	// the file has them in a unit a thousand times smaller: their values are divided by 1000.
	Thousandths []string
}

// Import is what a workbook would bring into a month and its days, before any of it is stored.
type Import struct {
	Program *models.Program
	Month   month.Month
	File    string
	Files   []ImportFile  // of a folder
	Layout  intake.Layout // by which it was read
	Book    *workbook.Read
	Values  []ImportValue
	Remarks []ImportRemark // sources and notes of one of our exports
	Refused []ImportRefusal
	// Left are rows, columns and sheets that were recognised as nothing to import: totals, means, what
	// is calculated here, hidden rows, other months. They stop nothing, and have to be shown.
	Left []ImportRefusal
	// Questions are names that may mean several units or one that is written otherwise. Until they are
	// answered (Layout.Units) their rows are among the refused.
	Questions []ImportQuestion
	// Dashes counts the cells that are refused because nobody said what a dash means.
	Dashes int
	// Thousandfold are the indicators whose refused values look as if given in a unit a thousand times
	// smaller. Answered yes, the same request with their keys in Thousandths divides them.
	Thousandfold []ImportThousandfold
	// Rounded are the values that were divided and then had more decimals than their indicator.
	Rounded []ImportRounded
	Divided int // values divided by 1000
	// Blank counts cells with nothing in them: what is stored there stays as it is.
	Blank                   int
	New, Changed, Unchanged int
}

// ImportChange is what a value would do to what is stored.
type ImportChange string

// The kinds of change.
const (
	ImportNew       ImportChange = "new"
	ImportChanged   ImportChange = "changed"
	ImportUnchanged ImportChange = "unchanged"
)

// ImportValue is one cell that was read.
type ImportValue struct {
	Unit      *models.Unit
	Name      string
	County    string
	Indicator *models.Indicator
	Day       int // 0 for the month's own value
	Cell      models.Cell
	Sheet     string
	At        string // the cell, C5
	Row       int    // of the sheet, from 1
	Change    ImportChange
	Old       models.Cell // what is stored
	// Typed is true where what is stored was typed, pasted or filled in by a person and another value would take its place.
	Typed bool
	// Draft is a typed text that is no value and would go.
	Draft string
}

// ImportRefusal is one cell that was not, or a row, a column or a sheet that is left.
type ImportRefusal = intake.Refusal

// ImportQuestion is a name to ask about, once for all its rows.
type ImportQuestion = intake.Question

// ImportThousandfold is an indicator to ask about, with one of the cells that give rise to it.
type ImportThousandfold struct {
	Indicator *models.Indicator
	Count     int
	Example   ImportRefusal
}

// ImportRounded is a value that lost decimals because a clerk said it is to be divided.
type ImportRounded struct {
	ImportValue
	Found string // as the file has it
}

// Days counts the values of days among those read.
func (i *Import) Days() int {
	n := 0
	for _, v := range i.Values {
		if v.Day != 0 {
			n++
		}
	}
	return n
}

// RemarkCounts counts the sources and notes by what they would do.
func (i *Import) RemarkCounts() map[ImportChange]int {
	counts := map[ImportChange]int{}
	for _, r := range i.Remarks {
		counts[r.Change]++
	}
	return counts
}
