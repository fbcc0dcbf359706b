// Package pinyin finds names by the first letters of their characters' pinyin: window systems place
// the box of a Chinese input method badly, so a name is picked rather than typed.
package pinyin

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// Name is a name made ready for searching.
type Name struct {
	text     string
	initials []string // by character: itself, and all letters that its readings begin with
}

// New makes a name ready. A character with several readings (长 chang, zhang) is found by each.
func New(text string) Name {
	text = strings.ToLower(text)
	n := Name{text: text}
	args := pinyin.NewArgs()
	args.Style, args.Heteronym = pinyin.FirstLetter, true
	for _, r := range text {
		letters := string(r)
		for _, first := range pinyin.SinglePinyin(r, args) {
			if !strings.Contains(letters, first) {
				letters += first
			}
		}
		n.initials = append(n.initials, letters)
	}
	return n
}

// Matches reports whether a text stands in the name, or its letters are the initials of characters
// that follow each other. Spaces in the text do not count.
func (n Name) Matches(text string) bool {
	wanted := []rune(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text))
	if len(wanted) == 0 || strings.Contains(n.text, string(wanted)) {
		return true
	}
	for start := 0; start+len(wanted) <= len(n.initials); start++ {
		if n.at(start, wanted) {
			return true
		}
	}
	return false
}

func (n Name) at(start int, wanted []rune) bool {
	for i, r := range wanted {
		if !strings.ContainsRune(n.initials[start+i], r) {
			return false
		}
	}
	return true
}

// Any reports whether one of several names matches.
func Any(names []Name, text string) bool {
	return slices.ContainsFunc(names, func(n Name) bool { return n.Matches(text) })
}
