package models

import "time"

// ImportLayout is a layout that a clerk confirmed by importing with it: files whose header has the same
// content are read by it from then on, whatever they are called.
type ImportLayout struct {
	Program     string `gorm:"primaryKey"`
	Fingerprint string `gorm:"primaryKey"` // of the headers' content
	Layout      string // as JSON
	Used        time.Time
}
