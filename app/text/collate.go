package text

import (
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// ByPinyin compares names as Chinese directories order them, by pinyin: below 0 where a stands before b.
// The function keeps a buffer and is for one goroutine.
func ByPinyin() func(a, b string) int { return collate.New(language.SimplifiedChinese).CompareString }
