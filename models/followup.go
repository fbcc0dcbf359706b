package models

import "yueping/models/month"

// FollowUp is what became of a notice: when the talk was held, by when things must be put right, when
// that was looked at, and when it was closed. A zero date stands for "not yet".
type FollowUp struct {
	Program string      `gorm:"primaryKey"`
	Month   month.Month `gorm:"primaryKey;type:text"`
	Rule    string      `gorm:"primaryKey"`
	Unit    string      `gorm:"primaryKey"`

	Held     month.Period `gorm:"type:text"` // 已约谈, 已送达
	Deadline month.Period `gorm:"type:text"` // 整改期限
	Followed month.Period `gorm:"type:text"` // 复查
	Closed   month.Period `gorm:"type:text"` // 销号
	Note     string
}

// Blank reports whether nothing is recorded.
func (f FollowUp) Blank() bool {
	return f.Held == month.Period{} && f.Deadline == month.Period{} && f.Followed == month.Period{} && f.Closed == month.Period{} && f.Note == ""
}

// Stage is how far a notice has come.
type Stage string

// The stages of a notice.
const (
	StageOpen     Stage = "open"     // 待约谈
	StageHeld     Stage = "held"     // 整改中
	StageFollowed Stage = "followed" // 已复查
	StageClosed   Stage = "closed"   // 已销号
)

// Stage is how far the notice has come.
func (f FollowUp) Stage() Stage {
	switch none := (month.Period{}); {
	case f.Closed != none:
		return StageClosed
	case f.Followed != none:
		return StageFollowed
	case f.Held != none:
		return StageHeld
	}
	return StageOpen
}

// Overdue reports whether the deadline is before today and the notice not closed.
func (f FollowUp) Overdue(today month.Period) bool {
	return f.Deadline != month.Period{} && f.Closed == month.Period{} && f.Deadline.Before(today)
}
