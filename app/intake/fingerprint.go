package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
)

// datedWords are what a header says of its month and its days: another month's file says it otherwise.
var datedWords = regexp.MustCompile(`\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月份?)?|\d{4}年度?|\d{1,2}月份?(?:\d{1,2}[日号])?|^\d{1,2}(?:[-/]\d{1,2})?[日号]?$|^\d{5}$|^\d{8}$`)

// headerMark is a header's text without what changes from month to month, "" for a blank one.
func headerMark(text string) string {
	return datedWords.ReplaceAllString(plain(text), "#")
}

// fingerprint is that of a header's texts from left to right. Columns of days count as one, because
// months differ in length; blank columns count as none.
func fingerprint(texts []string) string {
	var marks []string
	for _, text := range texts {
		mark := headerMark(text)
		if mark == "" || handedBack(mark) || mark == "#" && len(marks) > 0 && marks[len(marks)-1] == "#" {
			continue
		}
		marks = append(marks, mark)
	}
	sum := sha256.Sum256([]byte(strings.Join(marks, "\x1f")))
	return hex.EncodeToString(sum[:16])
}
