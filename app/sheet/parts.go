package sheet

import (
	"regexp"
	"strings"
)

// The numbers of headings (GB/T 9704 7.3.3): 一、 （一） 1. （1）.
var levels = []*regexp.Regexp{
	regexp.MustCompile(`^[一二三四五六七八九十]+、`),
	regexp.MustCompile(`^（[一二三四五六七八九十]+）`),
	regexp.MustCompile(`^[0-9]+[.．]\D`),
	regexp.MustCompile(`^（[0-9]+）`),
}

// longestLead is how many characters a heading has at most; longer ones are running text.
const longestLead = 40

// Parts makes the body of a letter of a text with a paragraph a line. The number at a line's head says its
// level; its first sentence is the heading, the rest runs on behind it.
func Parts(text string) []Part {
	var parts []Part
	for _, line := range paragraphs(text) {
		part := Part{Text: line}
		for i, number := range levels {
			if !number.MatchString(line) {
				continue
			}
			lead, rest := line, ""
			if stop := strings.IndexAny(line, "。；："); stop >= 0 {
				stop += len("。")
				lead, rest = line[:stop], line[stop:]
			}
			if len([]rune(lead)) <= longestLead {
				part = Part{Level: i + 1, Lead: lead, Text: rest}
			}
			break
		}
		parts = append(parts, part)
	}
	return parts
}
