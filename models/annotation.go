package models

import (
	"yueping/models/month"
	"yueping/models/number"
)

// Annotation is what is known of a cell beside its value: where the value comes from (平台, 来文, 电话, or
// whatever a clerk writes) and a note. It stays when the value changes.
type Annotation struct {
	Place  `gorm:"embedded"`
	Source string
	Note   string
}

// Blank reports whether nothing is recorded.
func (a Annotation) Blank() bool { return a.Source == "" && a.Note == "" }

// ControlTotal (核对合计) is the sum that the values of an indicator must come to, typed from the paper before
// they are. The group "" stands for all units but the city.
type ControlTotal struct {
	Program   string         `gorm:"primaryKey"`
	Month     month.Month    `gorm:"primaryKey;type:text"`
	Indicator string         `gorm:"primaryKey"`
	Group     string         `gorm:"primaryKey;column:group_key"`
	Value     *number.Number `gorm:"type:text"` // nil for none, which is not stored
}
