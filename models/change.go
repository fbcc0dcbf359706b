package models

import (
	"time"

	"yueping/models/month"
)

// Source says how a batch came about.
type Source string

// The sources of a batch.
const (
	SourceTyped    Source = "typed"
	SourcePasted   Source = "pasted"
	SourceFilled   Source = "filled"
	SourceCommand  Source = "command"
	SourceImported Source = "imported"
	SourceSample   Source = "sample" // 示例
	SourceUndo     Source = "undo"
	SourceRedo     Source = "redo"
)

// Batch is one step of a clerk's work: who did it, when, how and why. Its changes are the lines of
// the history.
type Batch struct {
	ID      int64 `gorm:"primaryKey"`
	At      time.Time
	Actor   string
	Source  Source
	Reason  string
	Program string
	File    string // the imported file's name
	Undoes  int64  // the batch that this one takes back or brings back, 0 for none
	Undone  bool   // taken back and not brought back since
}

// Subject says what a change is about.
type Subject string

// The subjects of a change.
const (
	SubjectCell  Subject = "cell"
	SubjectMonth Subject = "month"
	SubjectUnit  Subject = "unit"
	SubjectRules Subject = "rules"
	// SubjectNotice is what became of a notice; Indicator holds its rule.
	SubjectNotice Subject = "notice"
	// SubjectSource and SubjectNote are the two fields of a cell's annotation.
	SubjectSource Subject = "source"
	SubjectNote   Subject = "note"
	// SubjectTotal is a control total; Unit holds its group.
	SubjectTotal Subject = "total"
)

// CellSubjects are what a cell consists of: changes of these can be taken back.
var CellSubjects = []Subject{SubjectCell, SubjectSource, SubjectNote}

// Change is one line of the history: the old and the new content of a cell, of a month's status or
// of a unit. Contents are canonical texts: a number, a state, a status, or a unit as JSON.
type Change struct {
	ID        int64 `gorm:"primaryKey"`
	BatchID   int64
	At        time.Time
	Actor     string
	Source    Source
	Reason    string
	Subject   Subject
	Program   string
	Indicator string
	Unit      string
	Period    month.Period `gorm:"type:text"`
	OldState  State
	OldValue  string
	OldDraft  string
	NewState  State
	NewValue  string
	NewDraft  string
}

// Status is how far a month has come.
type Status string

// The statuses of a month; a month without a record is being entered.
const (
	Entering Status = "entering" // 录入中
	Verified Status = "verified" // 已核对: locked
)

// MonthRecord is what is known of a program's month as a whole.
type MonthRecord struct {
	Program string      `gorm:"primaryKey"`
	Month   month.Month `gorm:"primaryKey;type:text"`
	Status  Status
	MadeUp  bool // values of a sample that nobody measured
}

// TableName names the table of months.
func (MonthRecord) TableName() string { return "months" }

// Setting is a named text of this database.
type Setting struct {
	Key   string `gorm:"primaryKey"`
	Value string
}
