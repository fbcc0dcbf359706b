package app

import (
	"yueping/app/text"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
)

// MovementWords is a change of rank and of value as clerks write it: 升2（-0.13）.
func MovementWords(t *text.Book, key *models.Indicator, m appraise.Movement) string {
	return movementWords(t, m, key.Shown(m.Value), "")
}

// IndexMovementWords is MovementWords of an index, with all its decimals and its change in per cent:
// 升2（-0.10，-2.6%）.
func IndexMovementWords(t *text.Book, key *models.Indicator, m appraise.Movement) string {
	return movementWords(t, m, Fixed(key, m.Value), ChangeWords(m))
}

func movementWords(t *text.Book, m appraise.Movement, value, change string) string {
	if m.New {
		return t.T("movement.new")
	}
	if m.Value.Sign() > 0 {
		value = "+" + value
	}
	if change != "" {
		value += "，" + change
	}
	return RanksWords(t, m) + "（" + value + "）"
}

// RanksWords is a change of rank: 升2, 降1, 平, 新.
func RanksWords(t *text.Book, m appraise.Movement) string {
	switch {
	case m.New:
		return t.T("movement.new")
	case m.Ranks > 0:
		return t.T("movement.up", "count", m.Ranks)
	case m.Ranks < 0:
		return t.T("movement.down", "count", -m.Ranks)
	}
	return t.T("movement.same")
}

// ChangeWords is the change of an index in per cent with its sign, -2.6%; "" where there is none.
func ChangeWords(m appraise.Movement) string {
	change, known := Change(m)
	if !known {
		return ""
	}
	words := change.Fixed(1) + "%"
	if change.Sign() > 0 {
		words = "+" + words
	}
	return words
}

// PrimaryWords is the main pollutants (主要污染物) of an index, those that tie side by side; "" without one.
func PrimaryWords(t *text.Book, parts *air.Result) string {
	if parts == nil {
		return ""
	}
	return PollutantWords(t, parts.Primary)
}
